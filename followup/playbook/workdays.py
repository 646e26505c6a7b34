"""Working days: Monday to Friday less the public holidays of a country (PLAYBOOK section 3).

An unknown country, or none, has no holidays. Weekends are Saturday and Sunday everywhere, as the playbook has it.
"""

from datetime import date, timedelta
from functools import cache

import holidays

_SATURDAY = 5


@cache
def _holidays(country: str, year: int) -> frozenset[date]:
    try:
        return frozenset(holidays.country_holidays(country.strip().upper(), years=year))
    except NotImplementedError:
        return frozenset()


def is_holiday(day: date, country: str | None) -> bool:
    """Whether the day is a public holiday of the country (an ISO 3166 code such as DE)."""
    return bool(country) and day in _holidays(country or "", day.year)


def is_working_day(day: date, country: str | None) -> bool:
    """Whether people in the country work on that day."""
    return day.weekday() < _SATURDAY and not is_holiday(day, country)


def first_working_day(day: date, country: str | None) -> date:
    """The day itself when it is a working day, else the next one that is."""
    while not is_working_day(day, country):
        day += timedelta(days=1)
    return day


def working_days_after(day: date, count: int, country: str | None) -> date:
    """The `count`-th working day after the day, which itself does not count; `count` is 1 or more."""
    for _ in range(count):
        day = first_working_day(day + timedelta(days=1), country)
    return day


def working_day_before(day: date, country: str | None) -> date:
    """The last working day before the day."""
    day -= timedelta(days=1)
    while not is_working_day(day, country):
        day -= timedelta(days=1)
    return day
