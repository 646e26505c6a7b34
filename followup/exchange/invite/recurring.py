"""The next times of an event that recurs: one of them is chosen, none is believed."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

import icalendar
from dateutil.rrule import rrulestr

# What a rule may say to be walked through: one that never comes true is walked through to the year 9999.
_QUICK = {
    "DAILY": frozenset[str](),
    "WEEKLY": frozenset({"BYDAY"}),
    "MONTHLY": frozenset({"BYDAY", "BYMONTHDAY", "BYSETPOS"}),
    "YEARLY": frozenset[str](),
}
_ALWAYS = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"})
_SHOWN, _TRIED = 12, 10_000
_AHEAD, _BACK = timedelta(days=400), timedelta(days=2_000)


def _moments(value: object) -> list[datetime]:
    """The moments of RDATE and EXDATE."""
    lists = value if isinstance(value, list) else [value] if value else []
    return [
        each.dt
        for many in lists
        if not isinstance(many, icalendar.prop.vBroken)
        for each in getattr(many, "dts", [])
        if isinstance(each.dt, datetime)
    ]


def is_recurring(event: icalendar.Event) -> bool:
    """Whether it says that it recurs."""
    return "RRULE" in event or "RDATE" in event


def next_times(event: icalendar.Event, start: datetime, now: datetime) -> tuple[datetime, ...]:
    """Its next starts from now, without the excepted; at most a dozen, and none of a rule that takes long."""
    rule = event.get("RRULE")
    rule = rule[0] if isinstance(rule, list) else rule
    found: list[datetime] = [_in(each, start) for each in _moments(event.get("RDATE"))]
    wall = start.replace(tzinfo=None)
    recent = start > now - _BACK  # an older rule takes too long to be walked through
    if recent and isinstance(rule, icalendar.vRecur) and _is_quick(rule):
        found += _by_rule(rule, start, now)
    left = {_in(each, start).astimezone(UTC) for each in _moments(event.get("EXDATE"))}
    ahead = {
        each.astimezone(UTC): each
        for each in [wall.replace(tzinfo=start.tzinfo), *found]
        if each >= now
    }
    return tuple(each for key, each in sorted(ahead.items()) if key not in left)[:_SHOWN]


def _is_quick(rule: icalendar.vRecur) -> bool:
    allowed = _QUICK.get(str(rule.get("FREQ", [""])[0]).upper())
    return allowed is not None and {key.upper() for key in rule} <= _ALWAYS | allowed


def _in(moment: datetime, start: datetime) -> datetime:
    return (
        moment.replace(tzinfo=start.tzinfo)
        if moment.tzinfo is None
        else moment.astimezone(start.tzinfo)
    )


def _by_rule(rule: icalendar.vRecur, start: datetime, now: datetime) -> Iterable[datetime]:
    """By the wall clock, so that a change of the clocks does not move it; no further than some years on."""
    plain = icalendar.vRecur(
        {key: value for key, value in rule.items() if key.upper() not in ("UNTIL", "COUNT")}
    )
    until, count = (rule.get(key, [None])[0] for key in ("UNTIL", "COUNT"))
    wall = start.replace(tzinfo=None)
    try:
        last = max(wall, now.replace(tzinfo=None)) + _AHEAD
        said = plain.to_ical().decode()  # type: ignore[no-untyped-call]
        ahead = rrulestr(f"{said};UNTIL={last:%Y%m%dT%H%M%S}", dtstart=wall)
        times = [
            each.replace(tzinfo=start.tzinfo)
            for each in islice(ahead, min(_TRIED, count or _TRIED))
        ]
    except (ValueError, TypeError, OverflowError):
        return []
    return [each for each in times if each >= now and not _past(each, until)][: _SHOWN * 2]


def _past(each: datetime, until: date | datetime | None) -> bool:
    if until is None:
        return False
    if not isinstance(until, datetime):
        until = datetime.combine(until, time(), UTC) + timedelta(days=1)
    return each > _in(until, each)
