"""Moments (aware date-times) and days, as they stand in the JSON."""

import re
from datetime import UTC, date, datetime, timezone
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer

from followup.model.text import shown

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
