"""Days reckoned from days, and what words come to: one day, or a stretch."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import holidays

from followup.prose.text import Span
from followup.prose.when.said import Said, When

Read = Callable[[re.Match[str], date], Said | None]
"""What words that were found come to, said on a day."""
WEEK = timedelta(days=7)
_SATURDAY = 5


def add_working_days(day: date, count: int) -> date:
    """The day that so many days from Monday to Friday later falls."""
    step = timedelta(days=1 if count > 0 else -1)
    for _ in range(abs(count)):
        day += step
        while day.weekday() >= _SATURDAY:
            day += step
    return day


def monday(day: date) -> date:
    """The Monday of the day's week."""
    return day - timedelta(days=day.weekday())


def end_of_month(day: date) -> date:
    """The last day of its month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def one(found: re.Match[str], day: date, *, sure: bool = True) -> Said:
    """One day."""
    return Said(Span(*found.span()), day, day, sure=sure, begins=sure)


def stretch(found: re.Match[str], first: date, last: date) -> Said:
    """Days of which the text names none; the first is sure."""
    return Said(Span(*found.span()), first, last, sure=False)


# What not all of a country rest on.
_NOT_ALL = re.compile(
    r"columbus|veterans|juneteenth|martin luther|washington|lincoln|election", re.IGNORECASE
)
_NOWHERE_ALL = frozenset({"IN", "CH"})  # most differ by state


@cache
def _feasts(country: str, year: int) -> dict[date, str]:
    try:
        return dict(holidays.country_holidays(country, years=year))
    except NotImplementedError:
        return {}


def over_feasts(said: Said, when: When) -> Said:
    """Working days that were counted, with the public holidays of the writer's country left out."""
    if not when.country or not said.last:
        return said
    last, start, sure = said.last, when.today, said.sure
    while start < last:
        start += timedelta(days=1)
        name = _feasts(when.country, start.year).get(start)
        if name and start.weekday() < _SATURDAY:
            last = add_working_days(last, 1)
            sure = sure and not _NOT_ALL.search(name) and when.country not in _NOWHERE_ALL
    return replace(said, first=last, last=last, sure=sure, begins=sure)
