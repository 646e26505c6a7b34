"""A calendar file (.ics): entries that keep their ids, rise in number when they change, and are withdrawn when they go.

The numbers are those of the marks that the facts keep of what was given out (`marks.py`).
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from followup.exchange.out.entries import Entry
from followup.exchange.out.marks import marked
from followup.model.action import Action
from followup.model.beside import HandedOut
from followup.model.facts import Facts
from followup.model.times import in_utc

_STEP = 50  # entries, after which the progress is told
_HOURLY = timedelta(hours=1)  # how often a feed may be asked for


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
    found, gone = marked(facts, actions, now, only)

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
    found, _ = marked(facts, actions, now)
    numbered = tuple((entry, mark.sequence) for entry, mark in found)
    return Feed(hashlib.sha256(repr(numbered).encode()).hexdigest()[:32], numbered)


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
