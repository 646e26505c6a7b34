"""The numbers that the rules count with (PLAYBOOK section 5), and the working days that they count in (section 3)."""

from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from functools import cache
from typing import Final

import holidays

from followup.model.settings import Cadence
from followup.model.vocabulary import Preset
from followup.prose.text import with_and


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """One number, or a yes or no, for each setting; the names are those of the JSON and tell the unit."""

    thank_you_hours: int
    wait_days: int
    specialised_days: int
    promise_working_days: int
    outreach_days: int
    checks: int
    move_on_days: int
    keep_in_touch_days: int
    year_end_pause: bool = True


PRESETS: Final[dict[Preset, Numbers]] = {
    "gentle": Numbers(
        thank_you_hours=36,
        wait_days=10,
        specialised_days=10,
        promise_working_days=2,
        outreach_days=10,
        checks=1,
        move_on_days=7,
        keep_in_touch_days=180,
    ),
    "standard": Numbers(
        thank_you_hours=24,
        wait_days=7,
        specialised_days=7,
        promise_working_days=1,
        outreach_days=7,
        checks=2,
        move_on_days=7,
        keep_in_touch_days=90,
    ),
    "persistent": Numbers(
        thank_you_hours=12,
        wait_days=5,
        specialised_days=3,
        promise_working_days=1,
        outreach_days=7,
        checks=2,
        move_on_days=14,
        keep_in_touch_days=90,
    ),
}

SETTINGS: Final[tuple[str, ...]] = tuple(field.name for field in fields(Numbers))


def numbers_of(cadence: Cadence) -> Numbers:
    """The preset's numbers with the user's own over them."""
    own = {name: getattr(cadence, name) for name in SETTINGS}
    changed = {name: value for name, value in own.items() if value is not None}
    return replace(PRESETS[cadence.preset], **changed)


_MONDAY_TO_FRIDAY = range(5)
# Where none is given, a country stands for what all of its regions share; Great Britain for England.
_USUAL_REGION = {"GB": "ENG", "UK": "ENG"}
_PAUSE = ((12, 24), (1, 1))  # first and last day of the year's end


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


@cache
def _is_worked(day: date, country: str, region: str) -> bool:
    calendar = _calendar(country, region, day.year)
    if calendar is None:
        return day.weekday() in _MONDAY_TO_FRIDAY
    return calendar.is_working_day(day)


@cache
def _calendar(country: str, region: str, year: int) -> holidays.HolidayBase | None:
    code = country.strip().upper()
    try:
        known = holidays.country_holidays(code).subdivisions
    except NotImplementedError:
        return None
    of, _, part = region.strip().upper().rpartition("-")
    given = part if of in ("", code) and part in known else None
    return holidays.country_holidays(code, subdiv=given or _USUAL_REGION.get(code), years=year)


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


@cache
def _holiday(day: date, place: Place) -> str:
    """The name of the holiday that makes a day of the week free."""
    calendar = _calendar(place.country or "", place.region or "", day.year)
    if calendar is None or calendar.is_working_day(day) or day.weekday() in calendar.weekend:
        return ""
    named = holidays.country_holidays(
        calendar.country, subdiv=calendar.subdiv, years=day.year, language="en_US"
    )
    return (named.get(day) or "").partition(";")[0]


def first_working_day(day: date, place: Place) -> date:
    """The day itself when it is a working day, else the next one that is."""
    while not is_working_day(day, place):
        day += timedelta(days=1)
    return day


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
