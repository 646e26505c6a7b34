"""Days reckoned from days, and what words come to: one day, or a stretch."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from followup.prose.text import Span
from followup.prose.when.said import Said

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
