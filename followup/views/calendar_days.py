"""The calendar's days: which month or week an address names, the weeks of a month, weekends and public holidays."""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

import holidays

from followup.model.times import FIRST_YEAR, LAST_YEAR
from followup.views.words import long_date

_SATURDAY = 5
_WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class Span:
    """The days that are shown, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def month_of(text: str | None) -> date | None:
    """The first of the month that an address names (“2026-10”); None for anything else."""
    if not text or not re.fullmatch(r"\d{4}-\d{2}", text, re.ASCII):
        return None
    return _day(f"{text}-01")


def week_of(text: str | None) -> date | None:
    """The Monday of the week of the day that an address names (“2026-10-07”); None for anything else."""
    day = _day(text) if text and re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII) else None
    return monday(day) if day else None


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def monday(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def month_after(first: date, months: int) -> date:
    """The first of the month that lies so many months ahead (negative: back)."""
    number = first.year * 12 + first.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def month_words(day: date) -> str:
    """Its month in words: "September 2026"."""
    return long_date(day.replace(day=1)).partition(" 1 ")[2]


def weeks_of_month(first: date) -> tuple[tuple[date, ...], ...]:
    """The weeks, Monday to Sunday, that a month touches."""
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    return tuple(tuple(week) for week in weeks)


def week_days(first: date) -> tuple[date, ...]:
    """The seven days from a Monday."""
    return tuple(first + timedelta(days=number) for number in range(_WEEK_DAYS))


def is_weekend(day: date) -> bool:
    """Saturday or Sunday."""
    return day.weekday() >= _SATURDAY


@cache
def _named(country: str, year: int) -> Mapping[date, str]:
    try:
        found = holidays.country_holidays(country.strip().upper(), years=year, language="en_US")
    except NotImplementedError:
        return MappingProxyType({})
    return MappingProxyType(dict(found.items()))


def holiday_name(day: date, country: str | None) -> str:
    """The public holiday of the country on that day, in English where its name is known in it; else nothing."""
    return _named(country, day.year).get(day, "") if country else ""
