"""Dates and names as they stand in a reason."""

from datetime import date, datetime, timedelta

from followup.playbook.case import Case

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def full_date(day: date, now: date) -> str:
    """“Fri 18 Sep”, with the year where it is not now's; the same in every locale."""
    text = f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
    return text if day.year == now.year else f"{text} {day.year}"


def on(case: Case, moment: datetime | date) -> str:
    """The day of a moment, in the user's zone, in words."""
    day = case.wall.day(moment) if isinstance(moment, datetime) else moment
    return full_date(day, case.wall.day(case.now))


def last_day(case: Case, moment: datetime) -> str:
    """The last day before a moment at which something ends: a day's end is the next 00:00, and not that next day."""
    return on(case, moment - timedelta(microseconds=1))


def today(case: Case) -> str:
    """Now's day in words."""
    return on(case, case.now)


def number(count: int, one: str, many: str | None = None) -> str:
    """“1 day”, “2 days”."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def sentence(text: str) -> str:
    """What the user typed as the end of a sentence: on one line, and with a full stop."""
    line = " ".join(text.split())
    return line if line.endswith((".", "!", "?", "…")) else f"{line}."
