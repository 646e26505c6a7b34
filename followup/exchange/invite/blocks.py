"""An .ics file cut into its events before any is read, so that a broken one does not take the others with it."""

import re
from dataclasses import dataclass, field

from followup.exchange.decoding import text_of
from followup.model.errors import FollowupError

MAX_BYTES = 3 * 1024 * 1024
MAX_EVENTS = 200
_MAX_LINE = 100_000
_FOLD = re.compile(r"\r?\n[ \t]")
_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(slots=True)
class Blocks:
    """The calendar's own properties by name (upper case), its zones by TZID, the text of each event."""

    own: dict[str, str] = field(default_factory=dict)
    zones: dict[str, str] = field(default_factory=dict)
    events: list[str] = field(default_factory=list)


def blocks_of(data: bytes) -> Blocks:
    """The parts of an .ics file; raises FollowupError where it is none, or larger than any invitation is."""
    if len(data) > MAX_BYTES:
        raise FollowupError(
            f"The calendar file is larger than {MAX_BYTES // 1024**2} MB: no invitation is. Export one event alone."
        )
    text, _ = text_of(data)
    found = Blocks()
    inside: list[str] = []
    block: list[str] = []
    for line in _BREAK.split(_FOLD.sub("", text.replace("\r\r\n", "\r\n"))):
        _take(found, inside, block, line[:_MAX_LINE])
    if inside and inside[0] == "VEVENT" and block:  # the file was cut off
        found.events.append("\r\n".join([*block, "END:VEVENT", ""]))
    if not found.events:
        raise FollowupError("The calendar file holds no event.")
    return found


def _take(found: Blocks, inside: list[str], block: list[str], line: str) -> None:
    name, _, value = line.partition(":")
    key, value = name.strip().upper(), value.strip()
    if key == "BEGIN" and value.upper() != "VCALENDAR":
        if value.upper() == "VEVENT" and inside[:1] == [
            "VEVENT"
        ]:  # the one before was never closed
            _close(found, "VEVENT", [*block, "END:VEVENT"])
            inside.clear()
        inside.append(value.upper())
        if len(inside) == 1:
            block.clear()
    if not inside:
        if key not in ("BEGIN", "END", ""):
            found.own.setdefault(key, value)
        return
    if inside[0] in ("VEVENT", "VTIMEZONE") and line.strip():
        block.append(line)
    if key == "END" and value.upper() in inside:
        del inside[inside.index(value.upper()) :]  # with what in it was not closed
        if not inside:
            _close(found, value.upper(), block)


def _close(found: Blocks, kind: str, block: list[str]) -> None:
    whole = "\r\n".join([*block, ""])
    if kind == "VEVENT":
        if len(found.events) == MAX_EVENTS:
            raise FollowupError(
                f"The calendar file holds more than {MAX_EVENTS} events: it is a whole calendar. Export one event "
                f"alone."
            )
        found.events.append(whole)
    elif kind == "VTIMEZONE":
        named = re.search(r"(?im)^TZID[^:\r\n]*:(.*?)\r?$", whole)
        if named:
            found.zones.setdefault(named[1].strip().strip('"'), whole)
