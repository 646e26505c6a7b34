"""The calendar: what falls on which day. Plain text; whoever shows it escapes it.

Days are the user's own. A moment at 00:00 that ends a window belongs to the day before it, as everywhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from followup.model.action import Action
from followup.model.facts import Application, Facts
from followup.model.vocabulary import InterviewState, Status
from followup.views.calendar_days import Span
from followup.views.snoozes import comes_back
from followup.views.story import PROMISE_STATES, Given, end_of, interview_words, promises
from followup.views.timeline import Clock
from followup.views.words import deadline_words, full_date, last_day, title

Look = Status | Literal["interview", "promise", "snooze"]
AHEAD: tuple[Status, ...] = ("overdue", "due", "open", "held", "upcoming")
BEHIND: tuple[Status, ...] = ("done", "skipped", "lapsed")
_ORDER: tuple[Look, ...] = (
    "interview",
    *AHEAD[:3],
    "promise",
    "snooze",
    "held",
    "upcoming",
    *BEHIND,
)
_ROUND_WORDS: dict[InterviewState, str] = {
    "scheduled": "Interview",
    "cancelled": "Interview, cancelled",
    "moved": "Interview, moved",
    "no_show": "Interview, no-show",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on one day. `word` says what it is where `look` is no status; `over`: nothing comes of it any more."""

    id: str
    look: Look
    word: str
    day: date
    at: datetime
    time: str
    title: str
    company: str
    when: str
    note: str = ""  # what its day and its time leave open
    over: bool = False


def entries(
    facts: Facts, actions: Sequence[Action], clock: Clock, span: Span, *, behind: bool = False
) -> Mapping[date, tuple[Entry, ...]]:
    """What falls on each day of the span, in the order to read it; days without anything are left out.

    Actions stand on the day on which they are due, held ones on the day on which they may go. What comes stands on the
    day on which it opens or comes back from a snooze, too, where that is earlier. What is done, skipped or lapsed
    is shown when `behind` is asked for. A promise that an action of the same day stands for is not repeated.
    """
    by_id = {application.id: application for application in facts.applications}
    found: list[Entry] = []
    stood_for: set[tuple[str, date]] = set()
    wanted = (*AHEAD, *BEHIND) if behind else AHEAD
    for action in actions:
        application = by_id.get(action.application)
        if application is None or action.status not in wanted:
            continue
        back = comes_back(action, application, facts.snoozes, clock.now)
        for entry in _of_action(action, application, back, clock):
            if entry.day in span:
                found.append(entry)
                stood_for.add((action.promise or "", entry.day))
    for application in facts.applications:
        found += [e for e in _of_interviews(application, clock) if e.day in span]
        found += [
            entry
            for entry in _of_promises(application, clock)
            if entry.day in span and (entry.id, entry.day) not in stood_for
        ]
    return _by_day(found, clock.today)


def _by_day(found: Iterable[Entry], today: date) -> dict[date, tuple[Entry, ...]]:
    """In the order to read: what is over last; on a past day the interviews after what is still to be done."""
    days: dict[date, list[Entry]] = {}

    def order(entry: Entry) -> tuple[date, bool, int, datetime, str, str]:
        was_held = entry.look == "interview" and entry.day < today
        rank = _ORDER.index("promise" if was_held else entry.look)
        return entry.day, entry.over, rank, entry.at, entry.company, entry.id

    for entry in sorted(found, key=order):
        days.setdefault(entry.day, []).append(entry)
    return {day: tuple(listed) for day, listed in days.items()}


def _of_action(
    action: Action, application: Application, back: datetime | None, clock: Clock
) -> Iterator[Entry]:
    due_day = last_day(action.due, clock.zone)
    due_words = deadline_words(action.due, clock.now, clock.zone)
    if back:
        day = clock.wall(back).date()
        note = f"{'was due' if action.due <= clock.now else 'due'} {due_words}"
        when = f"comes back {full_date(day, clock.today)}, {note}"
        yield replace(_entry(action, application, "snooze", clock.wall(back), when), note=note)
        if due_day <= day:
            return
    if action.status == "held" and action.held_until:
        day = clock.wall(action.held_until).date()
        when = f"held until {full_date(day, clock.today)}"
        yield _entry(action, application, "held", clock.wall(action.held_until), when)
        return
    opens = clock.wall(action.opens)
    if not back and action.status == "upcoming" and opens.date() < due_day:
        when = f"opens {full_date(opens.date(), clock.today)}, due {due_words}"
        opening = _entry(action, application, "upcoming", opens, when)
        yield replace(opening, word="Opens", note=f"due {due_words}")
    was = "was due" if action.due <= clock.now or action.status in BEHIND else "due"
    yield _entry(
        action, application, action.status, clock.wall(action.due), f"{was} {due_words}", due_day
    )


def _entry(
    action: Action,
    application: Application,
    look: Look,
    at: datetime,
    when: str,
    day: date | None = None,
) -> Entry:
    whole_day = day is None or day != at.date() or action.status in BEHIND
    return Entry(
        action.key,
        look,
        "Snoozed" if look == "snooze" else "",
        day or at.date(),
        at,
        "" if whole_day else f"{at:%H:%M}",
        _line(title(action, application), 120),
        _line(application.company, 60),
        when,
        over=action.status in BEHIND,
    )


def _of_interviews(application: Application, clock: Clock) -> Iterator[Entry]:
    for interview in application.interviews:
        at = clock.wall(interview.starts_at)
        hours = f"{at:%H:%M} to {clock.wall(end_of(interview)):%H:%M}"
        yield Entry(
            interview.id,
            "interview",
            _ROUND_WORDS[interview.state],
            at.date(),
            at,
            f"{at:%H:%M}",
            _line(interview_words(interview, application), 120),
            _line(application.company, 60),
            f"{full_date(at.date(), clock.today)}, {hours}",
            note=hours,
            over=interview.state in ("cancelled", "moved"),
        )


def _of_promises(application: Application, clock: Clock) -> Iterator[Entry]:
    for given in promises(application, clock.now, clock.zone):
        on = given.promise.on
        if on:
            yield Entry(
                given.promise.id,
                "promise",
                _promise_word(given),
                on,
                datetime(on.year, on.month, on.day),  # noqa: DTZ001 - the user's wall clock, as all moments here
                "",
                _line(given.words, 120),
                _line(application.company, 60),
                f"by {full_date(on, clock.today)}",
                over=given.state in ("kept", "late", "moved", "over"),
            )


def _promise_word(given: Given) -> str:
    word = f"{'Their' if given.theirs else 'Your'} promise"
    return word if given.state == "open" else f"{word}, {PROMISE_STATES[given.state]}"


def _line(text: str, limit: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
