"""Days and moments of forms: which are proposed, which were meant, and which cannot be."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from followup.model.facts import Me
from followup.model.text import zone_names
from followup.model.times import FIRST_YEAR, LAST_YEAR, in_utc

CHOICES = ("none", "this_friday", "next_friday", "week", "two_weeks", "day")
MOST_MINUTES = 10_080  # a week
_FRIDAY = 4
_WEEK = timedelta(days=7)
_SHORT_YEARS = 100

AnyDay = TypeVar("AnyDay", bound=date)


@dataclass(frozen=True, slots=True)
class Present:
    """The moment of the entry, and who enters."""

    now: datetime
    me: Me

    @property
    def zone(self) -> ZoneInfo:
        """The user's own zone."""
        return ZoneInfo(self.me.time_zone)

    @property
    def today(self) -> date:
        """The day it is for the user."""
        return self.now.astimezone(self.zone).date()


def meant(day: AnyDay) -> AnyDay:
    """The day as it was meant: a year of two digits is one of this century."""
    return day.replace(year=2000 + day.year) if day.year < _SHORT_YEARS else day


def odd_year(day: date) -> str:
    """Why a day cannot be taken, as a sentence; "" where it can."""
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return ""
    return f"The year is {day.year}: it must lie between {FIRST_YEAR} and {LAST_YEAR}."


def last_full_hour(now: datetime, zone: ZoneInfo) -> datetime:
    """When the last hour that has wholly passed began, on the wall clock."""
    begun = in_utc(now).astimezone(zone).replace(minute=0, second=0, microsecond=0)
    return (in_utc(begun) - timedelta(hours=1)).astimezone(zone)


def decision_day(
    choice: str | None, on: date | None, held_on: date | None, today: date
) -> date | None:
    """The day that a quick choice names.

    Fridays count from today, or from an interview that lies ahead; weeks count from the interview.
    """
    if held_on is None or odd_year(held_on):
        held_on = today
    friday = _friday(max(held_on, today))
    days = {
        "this_friday": friday,
        "next_friday": friday + _WEEK,
        "week": held_on + _WEEK,
        "two_weeks": held_on + 2 * _WEEK,
        "day": on,
    }
    return days.get(choice or "none")


def span(typed: Mapping[str, Any], row: str, usual: str) -> tuple[datetime, datetime] | None:
    """Start and end of a round of the form, where they can be, on the wall clock of its zone."""
    day, start, minutes = (typed.get(f"{name}_{row}") for name in ("day", "time", "minutes"))
    name = typed.get(f"zone_{row}") or typed.get("zone") or usual
    if day is None or start is None or odd_year(meant(day)) or name not in zone_names():
        return None
    begun = datetime.combine(meant(day), start, tzinfo=ZoneInfo(name))
    lasting = timedelta(minutes=minutes if minutes and 1 <= minutes <= MOST_MINUTES else 0)
    return begun, (in_utc(begun) + lasting).astimezone(begun.tzinfo)


def _friday(day: date) -> date:
    return day + timedelta(days=(_FRIDAY - day.weekday()) % 7)
