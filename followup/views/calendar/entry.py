"""What an application puts into the calendar, and in which order one reads it. Plain text; whoever shows it escapes it.

Days are the user's own. A moment at 00:00 that ends a window belongs to the day before it, as everywhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from followup.model.action import Action
from followup.model.beside import Snooze
from followup.model.facts import Application
from followup.model.settings import Me
from followup.model.times import Clock
from followup.model.vocabulary import ACTIONABLE, LIVE, PAST, InterviewState, Status
from followup.playbook.case import Promised, end_of, promises_of
from followup.prose.text import deadline_words, full_date
from followup.views.difference import last_day_of
from followup.views.labels import one_line, place_of, places
from followup.views.story import interview_words, promise_state, promised_words
from followup.views.words import Period, comes_back, due_on, note_of, promises_in, stands_on, title

Look = Status | Literal["interview", "deadline", "promise", "snooze"]
OPENS = "Opens"  # the word of a day on which something begins that is due later
_ROUND_WORDS: dict[InterviewState, str] = {
    "scheduled": "Interview",
    "cancelled": "Interview, called off",
    "moved": "Interview, moved",
    "no_show": "Interview, no-show",
}
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


@dataclass(frozen=True, slots=True)
class Window:
    """Which days, on whose clock; with what is done, skipped or lapsed when it lies `behind`."""

    me: Me
    clock: Clock
    period: Period
    behind: bool = False


def entries_of(
    application: Application, actions: Sequence[Action], snoozes: Sequence[Snooze], window: Window
) -> Iterator[tuple[Application, CalendarEntry]]:
    """What falls on these days of one application, whose `actions` and `snoozes` these are; nothing says its name."""
    clock, period = window.clock, window.period
    wanted = (*LIVE, *PAST) if window.behind else LIVE
    stood_for: set[tuple[str, date]] = set()
    listed = (action for action in actions if action.status in wanted)
    for action, entry in of_actions(application, listed, snoozes, clock, period):
        yield application, entry
        stood_for.add((action.promise or "", entry.day))
    mine = [*_of_interviews(application, clock, period), *_of_offer(application, window.me, clock)]
    if any(promise.on and promise.on in period for promise in promises_in(application)):
        mine += [
            entry
            for entry in _of_promises(application, window.me, clock)
            if (entry.id, entry.day) not in stood_for
        ]
    yield from ((application, entry) for entry in mine if entry.day in period)


def of_actions(
    application: Application,
    actions: Iterable[Action],
    snoozes: Sequence[Snooze],
    clock: Clock,
    period: Period,
) -> Iterator[tuple[Action, CalendarEntry]]:
    """Actions of it with what they put on these days."""
    for action in actions:
        stands_by = (action.due, action.opens, action.held_until or action.answered or action.due)
        if snoozes or any(map(period.nearly, stands_by)):
            back = comes_back(action, application, snoozes, clock.now)
            for entry in _of_action(action, application, back, clock):
                if entry.day in period:
                    yield action, entry


def _of_action(
    action: Action, application: Application, back: datetime | None, clock: Clock
) -> Iterator[CalendarEntry]:
    due_day = stands_on(action, clock)
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
    at, when = clock.wall(action.answered or action.due), due_on(action, clock)
    entry = _entry(action, application, action.status, at, when, due_day)
    yield replace(entry, note=note_of(action, clock))


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
    open_ = promised.state == "open" or promised.goes_on
    state = "" if open_ else f", {promise_state(promised)}"
    return f"{'Their' if promised.theirs else 'Your'} promise{state}"


def by_day(
    found: Iterable[tuple[Application, CalendarEntry]],
    applications: tuple[Application, ...],
    today: date,
) -> dict[date, tuple[CalendarEntry, ...]]:
    """With their names, in the order to read: what is over last; on a past day interviews after what is still to do."""
    where = places(applications)
    days: dict[date, list[CalendarEntry]] = {}

    def order(entry: CalendarEntry) -> tuple[date, bool, int, datetime, str, str]:
        was_held = entry.look == "interview" and entry.day < today
        rank = _ORDER.index("promise" if was_held else entry.look)
        return entry.day, entry.over, rank, entry.at, entry.company, entry.id

    named = (replace(each, company=place_of(application, where)) for application, each in found)
    for entry in sorted(named, key=order):
        days.setdefault(entry.day, []).append(entry)
    return {day: tuple(listed) for day, listed in days.items()}


def still_ahead(
    days: Mapping[date, Sequence[CalendarEntry]], clock: Clock
) -> tuple[CalendarEntry, ...]:
    """The entries of which something still comes, day by day: nothing that is over, no interview that has begun."""
    entries = (entry for day in sorted(days) for entry in days[day] if not entry.over)
    return tuple(
        entry
        for entry in entries
        if entry.look != "interview" or clock.now < clock.moment(entry.at)
    )
