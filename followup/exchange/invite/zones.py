"""Which zone an invitation means: IANA's name, Windows', one of its own, or none."""

import re
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from threading import Lock
from zoneinfo import ZoneInfo

import icalendar
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from followup.model.fact import zone_names
from followup.prose.when.zones import place_zone

_WINDOWS = {name.casefold(): zone for name, zone in WINDOWS_TO_OLSON.items()}
_LOCATION = re.compile(r"(?im)^X-LIC-LOCATION:(.*?)\r?$")
_MAX_RULES = 20
LOCK = Lock()
"""Held while icalendar reads: it keeps what it learned of zones for the whole process."""


@dataclass(frozen=True, slots=True)
class Start:
    """A start or end: `moment` aware, or `on` a day alone; its IANA zone where known; whether it has none."""

    moment: datetime | None
    on: date | None
    zone: str | None
    floating: bool = False


def iana(name: str) -> str | None:
    """The IANA name that a TZID stands for."""
    bare = name.strip().strip("\"'").strip()
    if bare in zone_names():
        return bare
    if bare.casefold() in _WINDOWS:
        return _WINDOWS[bare.casefold()]
    parts = bare.strip("/").split("/")
    for size in (3, 2):  # /freeassociation.sourceforge.net/Europe/Berlin
        tail = "/".join(parts[-size:])
        if len(parts) > size and tail in zone_names():
            return tail
    lower = {zone.casefold(): zone for zone in zone_names()}
    return lower.get(bare.casefold()) or place_zone(bare)


def _own(name: str, zones: dict[str, str]) -> tuple[tzinfo | None, str | None]:
    """The zone that the file itself defines, and its IANA name where it gives one."""
    block = zones.get(name.strip().strip('"'))
    if not block:
        return None, None
    located = _LOCATION.search(block)
    known = iana(located[1]) if located else None
    if known:
        return ZoneInfo(known), known
    if block.upper().count("RRULE") > _MAX_RULES or "SECONDLY" in block.upper():
        return None, None
    try:
        zone = icalendar.Timezone.from_ical(block)
        return (
            zone.to_tz(lookup_tzid=False) if isinstance(zone, icalendar.Timezone) else None
        ), None
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return None, None


def moment_of(value: date | datetime, tzid: str, zones: dict[str, str], usual: str) -> Start:
    """A value of the file as a moment; without a zone it floats, and the user's zone is taken and asked about."""
    if not isinstance(value, datetime):
        return Start(None, value, None)
    wall = value.replace(tzinfo=None)
    if not tzid and value.tzinfo is not None:
        return Start(value, None, None)
    name = iana(tzid) if tzid else None
    zone, own = (ZoneInfo(name), name) if name else _own(tzid, zones)
    if zone is None:
        return Start(wall.replace(tzinfo=ZoneInfo(usual)), None, usual, floating=True)
    moment = wall.replace(tzinfo=zone)
    offset = moment.utcoffset()
    return Start(
        moment if offset is not None else wall.replace(tzinfo=ZoneInfo(usual)),
        None,
        own,
        floating=offset is None,
    )
