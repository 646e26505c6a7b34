"""Moments and days: as they stand in the JSON, and the present moment and zone that “today” means.

All moments that go in are aware; those that come out are in UTC, because Python compares and subtracts two date-times
of the same zone by their wall clocks, which is an hour wrong across a change of the clocks. `wall` and `local` are for
showing alone.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, PlainSerializer

from followup.model.fact import shown

# Beyond these years zone arithmetic overflows somewhere or other; no job search reaches them.
FIRST_YEAR, LAST_YEAR = 1900, 2199

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}([.,]\d{1,6})?)?(Z|[+-]\d{2}:?\d{2}(:\d{2})?)?",
    re.ASCII,
)


def _within(value: date) -> None:
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        msg = f"the year must lie between {FIRST_YEAR} and {LAST_YEAR}"
        raise ValueError(msg)


def read_moment(value: Any) -> datetime:
    """An aware date-time from its ISO 8601 text; raises ValueError with a sentence."""
    if isinstance(value, str):
        if not _MOMENT.fullmatch(value):
            msg = f"“{shown(value)}” is not a date-time; write it like 2026-09-18T10:00:00+02:00"
            raise ValueError(msg)
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            msg = f"“{shown(value)}” is not a date-time that exists"
            raise ValueError(msg) from None
    if not isinstance(value, datetime):
        msg = "must be a date-time written as text, like 2026-09-18T10:00:00+02:00"
        raise ValueError(msg)
    offset = value.utcoffset()
    if offset is None:
        msg = f"{value.isoformat()} has no offset from UTC; add one, like +02:00 or Z"
        raise ValueError(msg)
    _within(value)
    # A zone would compare two moments of the repeated hour by their wall clocks; the offset tells them apart.
    return value.replace(tzinfo=timezone(offset), fold=0)


def read_day(value: Any) -> date:
    """A day from its text YYYY-MM-DD; raises ValueError with a sentence."""
    if isinstance(value, str):
        if not _DAY.fullmatch(value):
            msg = f"“{shown(value)}” is not a day; write it like 2026-09-18"
            raise ValueError(msg)
        try:
            value = date.fromisoformat(value)
        except ValueError:
            msg = f"“{shown(value)}” is not a day that exists"
            raise ValueError(msg) from None
    if not isinstance(value, date) or isinstance(value, datetime):
        msg = "must be a day written as text, like 2026-09-18"
        raise ValueError(msg)
    _within(value)
    return value


def read_deadline(value: Any) -> date | datetime:
    """A day or an aware date-time; raises ValueError with a sentence."""
    is_day = (isinstance(value, str) and len(value) <= len("YYYY-MM-DD")) or (
        isinstance(value, date) and not isinstance(value, datetime)
    )
    return read_day(value) if is_day else read_moment(value)


def write_time(value: date | datetime) -> str:
    """ISO 8601; UTC as +00:00, so that there is one way to write a moment."""
    return value.isoformat()


def in_utc(value: datetime) -> datetime:
    """The same moment in UTC: what moments are compared and computed in."""
    return value.astimezone(UTC)


_WRITE = PlainSerializer(write_time, when_used="json-unless-none")

Moment = Annotated[datetime, BeforeValidator(read_moment), _WRITE]
Day = Annotated[date, BeforeValidator(read_day), _WRITE]
Deadline = Annotated[date | datetime, BeforeValidator(read_deadline), _WRITE]


ONE_DAY = timedelta(days=1)
# A moment at which something ends does not belong to it any more.
_BEFORE = timedelta(microseconds=1)
NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """`now` (aware) on the wall clock of a zone."""

    now: datetime
    zone: ZoneInfo

    @classmethod
    def of(cls, now: datetime, zone: ZoneInfo) -> Self:
        """The moment, kept in UTC, in the zone."""
        return cls(now.astimezone(UTC), zone)

    @property
    def today(self) -> date:
        """The day it is."""
        now = self.now
        return now.day_in(self.zone) if isinstance(now, Present) else self.day(now)

    def day(self, moment: datetime) -> date:
        """The day on which the moment falls."""
        return moment.astimezone(self.zone).date()

    @property
    def year(self) -> int:
        """The year it is."""
        now = self.now
        return (
            now.year_in(self.zone) if isinstance(now, Present) else now.astimezone(self.zone).year
        )

    def last_day(self, end: datetime) -> date:
        """The last day of what ends at that moment: a day's end is the next 00:00, and not that next day."""
        return self.day(end.astimezone(UTC) - _BEFORE)

    def start(self, day: date) -> datetime:
        """The day's 00:00."""
        return datetime.combine(day, time(), self.zone).astimezone(UTC)

    def end(self, day: date) -> datetime:
        """The day's end, which is the next day's 00:00."""
        return self.start(day + ONE_DAY)

    def days_after(self, moment: datetime, days: int) -> datetime:
        """The same time of day, that many days later; a time that the clocks leave out moves on by the gap."""
        later = self.wall(moment) + timedelta(days=days)
        return later.replace(tzinfo=self.zone).astimezone(UTC)

    def moment(self, wall: datetime) -> datetime:
        """The moment in UTC at which the wall clock shows this (naive), the first of two."""
        return wall.replace(tzinfo=self.zone).astimezone(UTC)

    def local(self, moment: datetime) -> datetime:
        """The moment with the zone's offset."""
        return moment.astimezone(self.zone)

    def wall(self, moment: datetime) -> datetime:
        """The moment as the wall clock shows it, naive."""
        return self.local(moment).replace(tzinfo=None)


def hours_after(moment: datetime, hours: int) -> datetime:
    """That many elapsed hours later, in UTC."""
    return moment.astimezone(UTC) + timedelta(hours=hours)


class Present(datetime):
    """A moment in UTC that notes when a comparison with it, its day or its year will come out differently.

    What is derived from it is the same up to `until`. Whoever reads it in any other way gets the right value too, and
    `until` is then the very next moment.
    """

    def __new__(cls, now: datetime) -> Self:
        """The moment (aware), off which nothing has been read yet."""
        utc = now.astimezone(UTC)
        clock = utc.hour, utc.minute, utc.second, utc.microsecond
        return super().__new__(cls, utc.year, utc.month, utc.day, *clock, UTC)

    def __init__(self, now: datetime) -> None:
        self.until, self._plain = NEVER, now.astimezone(UTC)
        self._days: dict[tzinfo, date] = {}
        self._years: dict[tzinfo, int] = {}

    def day_in(self, zone: tzinfo) -> date:
        """The day it is there, which is another at that day's end."""
        if zone not in self._days:
            day = self._days[zone] = self._plain.astimezone(zone).date()
            self._ends(day + ONE_DAY, zone)
        return self._days[zone]

    def year_in(self, zone: tzinfo) -> int:
        """The year it is there, which is another at that year's end."""
        if zone not in self._years:
            year = self._years[zone] = self._plain.astimezone(zone).year
            self._ends(date(year + 1, 1, 1), zone)
        return self._years[zone]

    def astimezone(self, tz: tzinfo | None = None) -> Any:
        """Itself in UTC; elsewhere the plain moment."""
        return self if tz is UTC else self._read().astimezone(tz)

    def _ends(self, day: date, zone: tzinfo) -> None:
        self.until = min(self.until, datetime.combine(day, time(), zone).astimezone(UTC))

    def _read(self) -> datetime:
        """The plain moment, which is another at once."""
        self.until = self._plain + _BEFORE
        return self._plain

    def _compared(self, other: datetime) -> None:
        if self._plain < other:
            self.until = min(self.until, other)
        elif self._plain == other:
            self._read()

    def __lt__(self, other: Any) -> bool:
        self._compared(other)
        return bool(self._plain < other)

    def __le__(self, other: Any) -> bool:
        self._compared(other)
        return bool(self._plain <= other)

    def __gt__(self, other: Any) -> bool:
        self._compared(other)
        return bool(self._plain > other)

    def __ge__(self, other: Any) -> bool:
        self._compared(other)
        return bool(self._plain >= other)

    def __add__(self, other: timedelta) -> Any:
        return self._read() + other

    def __sub__(self, other: Any) -> Any:
        return self._read() - other

    def __rsub__(self, other: datetime) -> Any:
        return other - self._read()

    def timestamp(self) -> float:
        """Seconds of the epoch."""
        return self._read().timestamp()
