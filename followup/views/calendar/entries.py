"""The calendar: what falls on which day. Plain text; whoever shows it escapes it.

Days are the user's own. A moment at 00:00 that ends a window belongs to the day before it, as everywhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from followup.model.action import Action
from followup.model.facts import Application, Facts
from followup.model.settings import Me
from followup.model.times import Clock
from followup.model.vocabulary import ACTIONABLE, LIVE, PAST, InterviewState, Status
from followup.playbook.case import Promised, end_of, promises_of, with_offers
from followup.playbook.proposal import by_application
from followup.prose.text import deadline_words, full_date
from followup.views.difference import last_day_of
from followup.views.labels import one_line, place_of, places
from followup.views.story import interview_words, promise_state, promised_words
from followup.views.words import Period, by_when, comes_back, day_of, promises_in, title

Look = Status | Literal["interview", "deadline", "promise", "snooze"]
_ORDER: tuple[Look, ...] = (
    "interview",
    "deadline",
    *ACTIONABLE,
    "promise",
    "snooze",
    "held",
    "upcoming",
    *PAST,
)
OPENS = "Opens"  # the word of a day on which something begins that is due later
_ROUND_WORDS: dict[InterviewState, str] = {
    "scheduled": "Interview",
    "cancelled": "Interview, called off",
    "moved": "Interview, moved",
    "no_show": "Interview, no-show",
}


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One thing on one day. `word` says what it is where `look` is no status; `over`: nothing comes of it any more."""

    id: str
    look: Look
    word: str
    day: date
    at: datetime
    time: str
    title: str
    when: str
    company: str = ""  # with the role where that has to be said
    note: str = ""  # what its day and its time leave open
    over: bool = False


def entries_by_day(
    facts: Facts, actions: Sequence[Action], clock: Clock, period: Period, *, behind: bool = False
) -> Mapping[date, tuple[CalendarEntry, ...]]:
    """What falls on each day of the period, in the order to read it; days without anything are left out.

    Actions stand on the day on which they are due, held ones on the day on which they may go. What comes stands on the
    day on which it opens or comes back from a snooze, too, where that is earlier. What is done, skipped or lapsed
    is shown when `behind` is asked for. A promise that an action of the same day stands for is not repeated.
    """
    wanted = frozenset((*LIVE, *PAST) if behind else LIVE)
    where = places(facts.applications)
    found: list[CalendarEntry] = []
    stood_for: set[tuple[str, date]] = set()
    for action, entry in _of_actions(facts, actions, clock, period):
        if action.status in wanted:
            found.append(entry)
            stood_for.add((action.promise or "", entry.day))
    offered = {application.id for application in with_offers(facts.applications)}
    for application in facts.applications:
        mine = [*_of_interviews(application, clock, period)]
        if application.id in offered:
            mine += _of_offer(application, facts.me, clock)
        if any(promise.on and promise.on in period for promise in promises_in(application)):
            mine += [
                entry
                for entry in _of_promises(application, facts.me, clock)
                if (entry.id, entry.day) not in stood_for
            ]
        found += [replace(e, company=place_of(application, where)) for e in mine if e.day in period]
    return _by_day(found, clock.today)


def due_before(
    facts: Facts, actions: Iterable[Action], clock: Clock, day: date
) -> tuple[CalendarEntry, ...]:
    """What was due before the day and is still to be done, the oldest first; `actions` are those that could be done."""
    late = (action for action in actions if action.status in ("overdue", "due"))
    period = Period(date.min, day - timedelta(days=1))
    found = (entry for _, entry in _of_actions(facts, late, clock, period))
    days = _by_day(found, clock.today)
    return tuple(entry for day in sorted(days) for entry in days[day])


def _of_actions(
    facts: Facts, actions: Iterable[Action], clock: Clock, period: Period
) -> Iterator[tuple[Action, CalendarEntry]]:
    by_id = {application.id: application for application in facts.applications}
    where = places(facts.applications)
    snoozes = by_application(facts.snoozes)
    for action in actions:
        application, snoozed = by_id.get(action.application), snoozes.get(action.application, ())
        stands_by = (action.due, action.opens, action.held_until or action.due)
        if application and (snoozed or any(map(period.nearly, stands_by))):
            back = comes_back(action, application, snoozed, clock.now)
            for entry in _of_action(action, application, back, clock):
                if entry.day in period:
                    yield action, replace(entry, company=place_of(application, where))


def _by_day(found: Iterable[CalendarEntry], today: date) -> dict[date, tuple[CalendarEntry, ...]]:
    """In the order to read: what is over last; on a past day the interviews after what is still to be done."""
    days: dict[date, list[CalendarEntry]] = {}

    def order(entry: CalendarEntry) -> tuple[date, bool, int, datetime, str, str]:
        was_held = entry.look == "interview" and entry.day < today
        rank = _ORDER.index("promise" if was_held else entry.look)
        return entry.day, entry.over, rank, entry.at, entry.company, entry.id

    for entry in sorted(found, key=order):
        days.setdefault(entry.day, []).append(entry)
    return {day: tuple(listed) for day, listed in days.items()}


def _of_action(
    action: Action, application: Application, back: datetime | None, clock: Clock
) -> Iterator[CalendarEntry]:
    due_day = day_of(action, clock)
    due_words = deadline_words(action.due, clock)
    if back:
        day = clock.wall(back).date()
        note = f"{'was due' if action.due <= clock.now else 'due'} {due_words}"
        when = f"comes back {full_date(day, clock.today)}, {note}"
        yield replace(_entry(action, application, "snooze", clock.wall(back), when), note=note)
        if due_day <= day:
            return
    if action.status == "held" and action.held_until:
        when = f"held until {full_date(due_day, clock.today)}"
        yield _entry(action, application, "held", clock.wall(action.held_until), when)
        return
    opens = clock.wall(action.opens)
    if not back and action.status == "upcoming" and opens.date() < due_day:
        when = f"opens {full_date(opens.date(), clock.today)}, due {due_words}"
        opening = _entry(action, application, "upcoming", opens, when)
        yield replace(opening, word=OPENS, note=f"due {due_words}")
    was = "was due" if action.due <= clock.now or action.status in PAST else "due"
    when = f"{was} {due_words}" if action.status != "held" else by_when(action, clock)
    yield _entry(action, application, action.status, clock.wall(action.due), when, due_day)


def _entry(
    action: Action,
    application: Application,
    look: Look,
    at: datetime,
    when: str,
    day: date | None = None,
) -> CalendarEntry:
    whole_day = day is None or day != at.date() or action.status in PAST
    return CalendarEntry(
        action.key,
        look,
        "Snoozed" if look == "snooze" else "",
        day or at.date(),
        at,
        "" if whole_day else f"{at:%H:%M}",
        one_line(title(action, application), 120),
        when,
        over=action.status in PAST,
    )


def _of_interviews(
    application: Application, clock: Clock, period: Period
) -> Iterator[CalendarEntry]:
    for interview in application.interviews:
        if interview.starts_at and not period.nearly(interview.starts_at):
            continue
        at = clock.wall(interview.begins)
        time, hours = f"{at:%H:%M}", f"{at:%H:%M} to {clock.wall(end_of(interview)):%H:%M}"
        if interview.on:  # all of that day, wherever it is
            at = datetime(interview.on.year, interview.on.month, interview.on.day, 23, 59)  # noqa: DTZ001 - as below
            time, hours = "", "no time yet"
        yield CalendarEntry(
            interview.id,
            "interview",
            _ROUND_WORDS[interview.state],
            at.date(),
            at,
            time,
            one_line(interview_words(interview, application), 120),
            f"{full_date(at.date(), clock.today)}, {hours}",
            note=hours,
            over=interview.state in ("cancelled", "moved"),
        )


def _of_offer(application: Application, me: Me, clock: Clock) -> Iterator[CalendarEntry]:
    last = last_day_of(application, me, clock.now)
    if last:
        yield CalendarEntry(
            last.id,
            "deadline",
            "Offer ends",
            last.day,
            datetime(last.day.year, last.day.month, last.day.day),  # noqa: DTZ001 - as below
            "",
            "Last day to answer the offer",
            f"by {full_date(last.day, clock.today)}",
            over=last.day < clock.today,
        )


def _of_promises(application: Application, me: Me, clock: Clock) -> Iterator[CalendarEntry]:
    for promised in promises_of(application, me, clock.now):
        on = promised.promise.on
        if on:
            yield CalendarEntry(
                promised.id,
                "promise",
                _promise_word(promised),
                on,
                datetime(on.year, on.month, on.day),  # noqa: DTZ001 - the user's wall clock, as all moments here
                "",
                one_line(promised_words(promised), 120),
                f"by {full_date(on, clock.today)}",
                over=promised.settled,
            )


def _promise_word(promised: Promised) -> str:
    word = f"{'Their' if promised.theirs else 'Your'} promise"
    return word if promised.state == "open" else f"{word}, {promise_state(promised)}"
