"""The calendar's days: which month or week an address names, the weeks of a month."""

import calendar
import re
from datetime import date, timedelta

from followup.model.times import FIRST_YEAR, LAST_YEAR
from followup.prose.text import long_date

_WEEK_DAYS = 7
_MONDAY, _SATURDAY, _SUNDAY = 0, 5, 6
# On which day a week begins where it is not Monday (Unicode CLDR, weekData).
_FROM_SUNDAY = (
    "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP"
    " PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW"
)
_FROM_SATURDAY = "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY"


def month_of(text: str | None) -> date | None:
    """The first of the month that an address names (“2026-10”); None for anything else."""
    if not text or not re.fullmatch(r"\d{4}-\d{2}", text, re.ASCII):
        return None
    return _day(f"{text}-01")


def day_of_week(text: str | None) -> date | None:
    """The day by which an address names a week (“2026-10-07”); None for anything else."""
    return _day(text) if text and re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII) else None


def first_weekday(country: str | None) -> int:
    """The weekday (0: Monday) on which a week begins there; Monday where it is not known."""
    code = (country or "").strip().upper()
    if code in _FROM_SUNDAY.split():
        return _SUNDAY
    return _SATURDAY if code in _FROM_SATURDAY.split() else _MONDAY


def week_start(day: date, begins: int) -> date:
    """The first day of its week, where weeks begin on that weekday."""
    return day - timedelta(days=(day.weekday() - begins) % _WEEK_DAYS)


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


def weeks_of_month(first: date, begins: int = _MONDAY) -> tuple[tuple[date, ...], ...]:
    """The weeks that a month touches, where they begin on that weekday."""
    weeks = calendar.Calendar(begins).monthdatescalendar(first.year, first.month)
    return tuple(tuple(week) for week in weeks)


def week_days(first: date) -> tuple[date, ...]:
    """The seven days from that one on."""
    return tuple(first + timedelta(days=number) for number in range(_WEEK_DAYS))
