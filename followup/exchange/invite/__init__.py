"""An invitation (.ics): its events, each as the entry form would be filled by it."""

import re
import warnings
from dataclasses import dataclass

import icalendar

from followup.exchange.found import Ask
from followup.exchange.invite.blocks import blocks_of
from followup.exchange.invite.event import Event, read_event
from followup.exchange.invite.zones import LOCK, iana
from followup.exchange.reader import Reader
from followup.model.errors import FollowupError
from followup.model.fact import clean_line, shown

__all__ = ["Event", "Invite", "read_invite"]


_EXPANDED = 3  # of so many events that recur the next times are told
# What icalendar raises of a broken event, besides ValueError.
_BROKEN = (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError)


@dataclass(frozen=True, slots=True)
class Invite:
    """The events of a calendar file that could be read; `problems` names each other one."""

    events: tuple[Event, ...]
    problems: tuple[str, ...]

    @property
    def asks(self) -> tuple[Ask, ...]:
        """What the events leave open."""
        return tuple(ask for event in self.events for ask in event.asks)


def read_invite(data: bytes, reader: Reader) -> Invite:
    """The events of an .ics file, of one event the newest version; raises FollowupError where none can be read."""
    blocks = blocks_of(data)
    stated = clean_line(blocks.own.get("METHOD", "")).upper().strip()
    usual = iana(blocks.own.get("X-WR-TIMEZONE", ""))
    events: list[Event] = []
    problems: list[str] = []
    with LOCK, warnings.catch_warnings(action="ignore"):  # what it guesses of zones is not used
        icalendar.use_zoneinfo()  # type: ignore[no-untyped-call]  # forget the zones of other files
        for number, block in enumerate(blocks.events, start=1):
            try:
                parsed = icalendar.Event.from_ical(block)
                if not isinstance(parsed, icalendar.Event):
                    problems.append(f"{_named(block, number)} cannot be read: it is damaged.")
                    continue
                expand = sum(event.recurring for event in events) < _EXPANDED
                read = read_event(
                    parsed, stated, blocks.zones, reader.in_zone(usual), expand=expand
                )
                events.append(read)
            except _BROKEN:
                problems.append(f"{_named(block, number)} cannot be read: it is damaged.")
    if not events:
        raise FollowupError(problems[0])
    return Invite(tuple(_newest(events)), tuple(problems))


def _named(block: str, number: int) -> str:
    """What a broken event is called."""
    title = re.search(r"^SUMMARY[^:\r\n]*:(.*)$", block, re.IGNORECASE | re.MULTILINE)
    name = shown(title[1].strip(), 60) if title else ""
    return f"Event {number}, “{name}”," if name else f"Event {number}"


def _newest(events: list[Event]) -> list[Event]:
    """Of several versions of one event the last sequence."""
    kept: dict[object, Event] = {}
    for at, event in enumerate(events):
        key = (event.uid, event.instance) if event.uid else at
        known = kept.get(key)
        if known is None or event.sequence >= known.sequence:
            kept[key] = event
    return list(kept.values())
