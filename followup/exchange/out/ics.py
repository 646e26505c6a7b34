"""A calendar file (.ics): entries that keep their ids, rise in number when they change, and are withdrawn when they go.

Of what was given out the facts keep a mark (`HandedOut`): a program that has an entry takes a change of it by a higher
number alone, and an entry that is no longer true has to be cancelled.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from followup.exchange.out.entries import Entry, entries
from followup.model.action import Action
from followup.model.beside import HandedOut
from followup.model.facts import Facts
from followup.model.times import Clock, in_utc

_STEP = 50  # entries, after which the progress is told
_HOURLY = timedelta(hours=1)  # how often a feed may be asked for


def handed_out(
    facts: Facts, actions: Iterable[Action], now: datetime, only: str | None = None
) -> tuple[HandedOut, ...]:
    """What is to be kept of a calendar file that is given out at `now` (aware): a mark of each entry, and of what went.

    With `only` (an action's key or an interview's id) of that one, and the others as they were.
    """
    found, gone = _marked(facts, actions, now, only)
    kept = facts.handed_out if only else gone
    marks = {mark.uid: mark for mark in (*kept, *(mark for _, mark in found))}
    return tuple(marks.values())


def calendar_file(
    facts: Facts,
    actions: Iterable[Action],
    now: datetime,
    only: str | None = None,
    progress: Callable[[float], None] = lambda _: None,
) -> bytes:
    """All entries at `now` (aware), and what is no longer true as cancelled; or `only` one, by its key or id.

    Raises NotThere where none has that name. The same before and after its marks (`handed_out`) are saved. `progress`
    is told how much of it is made (0 to 1).
    """
    found, gone = _marked(facts, actions, now, only)

    def events() -> Iterator[Event]:
        for number, (entry, mark) in enumerate(found):
            if number % _STEP == 0:
                progress(number / len(found))
            yield _event(entry, mark.sequence, now)
        for mark in gone:
            yield _cancelled(mark, now)

    return _file(events(), method="PUBLISH")


@dataclass(frozen=True, slots=True)
class Feed:
    """The same entries for a program that asks again and again; `tag` is another one when any of them is.

    What is withdrawn is not in it: such a program shows what a feed has, and nothing else.
    """

    tag: str
    numbered: tuple[tuple[Entry, int], ...]

    def file(self, now: datetime) -> bytes:
        """The calendar, as it is asked for at `now` (aware)."""
        return _file(_event(entry, number, now) for entry, number in self.numbered)


def feed(facts: Facts, actions: Iterable[Action], now: datetime) -> Feed:
    """What a feed shows at `now` (aware)."""
    found, _ = _marked(facts, actions, now)
    numbered = tuple((entry, mark.sequence) for entry, mark in found)
    return Feed(hashlib.sha256(repr(numbered).encode()).hexdigest()[:32], numbered)


def _marked(
    facts: Facts, actions: Iterable[Action], now: datetime, only: str | None = None
) -> tuple[tuple[tuple[Entry, HandedOut], ...], tuple[HandedOut, ...]]:
    """The entries, each with its mark, and the marks of what went; with `only` one, nothing did."""
    known = {each.uid: each for each in facts.handed_out}
    found = tuple((entry, _mark(entry, known)) for entry in entries(facts, actions, now, only))
    if only:
        return found, ()
    there = {entry.uid for entry, _ in found}
    return found, tuple(_gone(facts.handed_out, there, Clock.of(now, facts.me.zone).today))


def _mark(entry: Entry, known: Mapping[str, HandedOut]) -> HandedOut:
    """What is known of an entry once it is given out: its number rises when it says something else."""
    content, before = hashlib.sha256(repr(entry).encode()).hexdigest()[:16], known.get(entry.uid)
    number = before.sequence + (before.content != content) if before else 0
    return HandedOut(
        uid=entry.uid,
        sequence=number,
        title=entry.title,
        starts_at=entry.starts,
        content=content,
    )


def _gone(known: Iterable[HandedOut], there: Collection[str], today: date) -> Iterator[HandedOut]:
    """The marks of what was given out and is no longer true, withdrawn; what is past rings no more."""
    for mark in known:
        if mark.uid not in there and _day(mark.starts_at) >= today:
            again = not mark.content
            yield mark if again else mark.replace(sequence=mark.sequence + 1, content="")


def _day(starts: date | datetime | None) -> date:
    return starts.date() if isinstance(starts, datetime) else starts or date.min


def _file(events: Iterable[Event], method: str = "") -> bytes:
    made = Calendar()
    made.add("prodid", "-//Follow-up//followup//EN")
    made.add("version", "2.0")
    if method:
        made.add("method", method)
    else:
        made.add("refresh-interval", _HOURLY, parameters={"VALUE": "DURATION"})
        made.add("x-published-ttl", "PT1H")
    made.add("x-wr-calname", "Follow-up")
    for event in events:
        made.add_component(event)
    data: bytes = made.to_ical()
    return data


def _event(entry: Entry, sequence: int, now: datetime) -> Event:
    event = _begun(entry.uid, sequence, entry.title, entry.starts, now)
    event.add("dtend", entry.ends)
    event.add("status", "CONFIRMED")
    event.add("transp", "OPAQUE" if entry.busy else "TRANSPARENT")
    said = {"description": entry.text, "location": entry.place, "url": entry.link}
    for name, text in said.items():
        if text:
            event.add(name, text)
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", entry.alarm)
    alarm.add("description", entry.title)
    event.add_component(alarm)
    return event


def _cancelled(mark: HandedOut, now: datetime) -> Event:
    event = _begun(mark.uid, mark.sequence, mark.title, mark.starts_at or now, now)
    event.add("status", "CANCELLED")
    event.add("transp", "TRANSPARENT")
    return event


def _begun(uid: str, sequence: int, title: str, starts: date | datetime, now: datetime) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", now.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", sequence)
    event.add("summary", title)
    event.add("dtstart", in_utc(starts) if isinstance(starts, datetime) else starts)
    return event
