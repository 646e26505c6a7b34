"""The properties of an event, as far as they are whole."""

from collections.abc import Iterator
from datetime import date, datetime

import icalendar

from followup.model.fact import clean_prose
from followup.model.times import FIRST_YEAR, LAST_YEAR

_LONGEST, _MOST = 10_000, 5


def text_of(event: icalendar.Event, name: str) -> str:
    """The first text of that name, "" without one."""
    value = event.get(name, "")
    value = value[0] if isinstance(value, list) and value else value
    return clean_prose(str(value))[:_LONGEST].strip()


def texts_of(event: icalendar.Event, name: str) -> Iterator[str]:
    """All texts of that name."""
    values = event.get(name, [])
    for value in (values if isinstance(values, list) else [values])[:_MOST]:
        yield str(value)


def held(value: object) -> object:
    """What a property holds; None where it is broken."""
    return None if isinstance(value, icalendar.prop.vBroken) else getattr(value, "dt", None)


def value_of(event: icalendar.Event, name: str) -> tuple[date | datetime, str] | None:
    """A moment or day of the event as the file has it, and the name of its zone."""
    value = event.get(name)
    value = value[0] if isinstance(value, list) and value else value
    found = held(value)
    if not isinstance(found, date) or not FIRST_YEAR <= found.year <= LAST_YEAR:
        return None
    return found, str(value.params.get("TZID", "")) if value is not None else ""
