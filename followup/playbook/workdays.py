"""Working days and public holidays, by country and region (PLAYBOOK section 3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from followup.prose.calendars import calendar_of
from followup.prose.text import with_and

_WEEKEND = frozenset({5, 6})
_PAUSE = ((12, 24), (1, 1))  # first and last day of the year's end
_DAYS = 1 << 14  # from which days were counted: a search asks for the same few again and again


@dataclass(frozen=True, slots=True)
class Place:
    """Where people work: `country` (ISO 3166-1) and `region` (ISO 3166-2, DE-BY or BY alone), None where unknown.

    A country that `holidays` does not know works from Monday to Friday, without holidays. `year_end_pause`: nobody
    works from 24 December to 1 January.
    """

    country: str | None
    region: str | None = None
    year_end_pause: bool = True


def is_working_day(day: date, place: Place) -> bool:
    """Whether people there work on that day; a weekend day that makes up for another is one."""
    if _is_paused(day, place):
        return False
    return _is_worked(day, place.country or "", place.region or "")


def is_weekend(day: date, country: str | None) -> bool:
    """Whether it is a day of the country's weekend; Saturday and Sunday where that is not known."""
    calendar = calendar_of(country or "", "", day.year)
    return day.weekday() in (_WEEKEND if calendar is None else calendar.weekend)


@cache
def _is_worked(day: date, country: str, region: str) -> bool:
    calendar = calendar_of(country, region, day.year)
    if calendar is None:
        return day.weekday() not in _WEEKEND
    return calendar.is_working_day(day)


def why_free(first: date, end: date, place: Place) -> str:
    """As a sentence, which holidays make days from `first` on, before `end`, free; “” where weekends alone do."""
    days = [first + timedelta(days=number) for number in range((end - first).days)]
    paused = any(_is_paused(day, place) for day in days)
    names = [_holiday(day, place) for day in days if not _is_paused(day, place)]
    found = [name for name in dict.fromkeys(names) if name]
    are = "are no working days" if found[1:] else "is no working day"
    said = [f"{with_and(found)} {are} there."] if found else []
    said += ["From 24 December to 1 January nobody works there."] if paused else []
    return " ".join(said)


def _is_paused(day: date, place: Place) -> bool:
    return place.year_end_pause and not _PAUSE[1] < (day.month, day.day) < _PAUSE[0]


def _holiday(day: date, place: Place) -> str:
    """The name of the holiday that makes a day of the week free."""
    calendar = calendar_of(place.country or "", place.region or "", day.year)
    if calendar is None or calendar.is_working_day(day) or day.weekday() in calendar.weekend:
        return ""
    return holiday_name(day, place)


def holiday_name(day: date, place: Place) -> str:
    """The public holiday of that day there, on any weekday, in English where its name is known in it; else ""."""
    return _names(place.country or "", place.region or "", day.year).get(day, "")


@cache
def _names(country: str, region: str, year: int) -> Mapping[date, str]:
    calendar = calendar_of(country, region, year)
    if calendar is None:
        return {}
    named = type(calendar)(subdiv=calendar.subdiv, years=year, language="en_US")
    return {day: name.partition(";")[0] for day, name in named.items()}


def first_working_day(day: date, place: Place) -> date:
    """The day itself when it is a working day, else the next one that is."""
    while not is_working_day(day, place):
        day += timedelta(days=1)
    return day


@lru_cache(maxsize=_DAYS)
def working_days_after(day: date, count: int, place: Place) -> date:
    """The `count`-th working day after the day, which itself does not count; `count` is 1 or more."""
    for _ in range(count):
        day = first_working_day(day + timedelta(days=1), place)
    return day


def working_day_before(day: date, place: Place) -> date:
    """The last working day before the day."""
    day -= timedelta(days=1)
    while not is_working_day(day, place):
        day -= timedelta(days=1)
    return day
