"""Dates in numbers: “30.11.”, “07/12/2026”, “2026-12-07”, and which of day and month comes first."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from followup.prose.text import Span
from followup.prose.when.said import Order, Said, When, year_of

# A date without a year is the one nearest to the day of writing, of these: mails look ahead.
_BACK, _AHEAD = timedelta(days=100), timedelta(days=265)
_LONG_PAST = timedelta(days=85)
_ISO = re.compile(r"\b(20\d\d)([-/.])(\d{1,2})\2(\d{1,2})\b(?!\d)")
NUMBERS = re.compile(
    r"(?<![\d/.:-])(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})(?:(?P=mark)(?P<year>20\d\d|\d\d)\b)?"
    r"(?P<dot>\.(?!\w))?(?![\d/:%]|[.-]\d)"
)
_MONTHS = range(1, 13)
# “Bis 3.12 um 14 Uhr”: a date whose second dot nobody typed.
_GERMAN_LEAD = re.compile(
    r"\b(?:am|vom|zum|den|dem|ab dem|bis(?: zum)?|\w+tag|mittwoch|mo|di|mi|do|fr)\.?,? (?:den |dem )?$"
)
# “Raum 2.04.”
_ROOM = re.compile(r"\b(?:room|raum|zimmer|saal|suite|büro|office|tür|door|version)\b[^.;,]{0,25}$")


def real(year: int, month: int, day: int) -> date | None:
    """That day, where there is one."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest(month: int, day: int, today: date) -> date | None:
    """The day of that month that is meant where no year is named."""
    years = (today.year - 1, today.year, today.year + 1)
    near = [found for year in years if (found := real(year, month, day))]
    return next((one for one in near if -_BACK <= one - today <= _AHEAD), near[0] if near else None)


def numeric(text: str, when: When) -> Iterator[Said]:
    """The dates in numbers in a flattened text in lower case."""
    for found in _ISO.finditer(text):
        day = real(int(found[1]), int(found[3]), int(found[4]))
        if day:
            yield Said(Span(*found.span()), day, day)
    many = [found for found in NUMBERS.finditer(text) if is_date(found, text)]
    order = when.order or order_of(many)
    for found in many:
        said = _either_way(found, order, when.today)
        if said:
            yield said


def is_date(found: re.Match[str], text: str) -> bool:
    """Whether numbers are a date: 1/2, 24/7 and 10.30 are none."""
    if found["year"]:
        return True
    before = text[max(0, found.start() - 30) : found.start()]
    if found["mark"] == "." and _GERMAN_LEAD.search(before):
        return int(found["two"]) in _MONTHS
    if found["mark"] == ".":
        return bool(found["dot"]) and not _ROOM.search(before)
    if found["mark"] == "/" and found.group() != "24/7":
        return not re.match(r" ?(?:hours?|days?|of|rounds?|stars?)\b", text[found.end() :])
    return False


def readings(found: re.Match[str], today: date) -> dict[Order, date]:
    """The days that the numbers can mean, by the order they are read in."""
    one, two = int(found["one"]), int(found["two"])
    year = found["year"] and year_of(found["year"])
    ways: dict[Order, tuple[int, int]] = {"day": (two, one), "month": (one, two)}
    read: dict[Order, date] = {}
    for order, (month, day) in ways.items():
        if order == "month" and found["mark"] == ".":
            continue
        if month in _MONTHS:
            known = real(year, month, day) if year else nearest(month, day, today)
            if known:
                read[order] = known
    return read


def order_of(many: list[re.Match[str]]) -> Order | None:
    """The order that the dates of a text tell: one that is a date in no other."""
    alone = {order for found in many if (order := only_order(found))}
    return alone.pop() if len(alone) == 1 else None


def only_order(found: re.Match[str]) -> Order | None:
    """The order in which alone numbers are a date: “12/25”."""
    ways = readings(found, date(2000, 1, 1))
    return next(iter(ways)) if len(ways) == 1 and found["mark"] != "." else None


def _either_way(found: re.Match[str], order: Order | None, today: date) -> Said | None:
    ways = readings(found, today)
    span = Span(found.start(), found.end())
    if not ways:
        return None
    ahead = {each: day for each, day in ways.items() if day >= today} or ways
    if not found["year"] and not order and len(ways) > 1 and len(ahead) == 1:
        # The other way it is past, or far ahead: 12/3 on 2 March may be 3 December.
        other = next(day for day in ways.values() if day not in ahead.values())
        if today - other > _LONG_PAST:
            day = next(iter(ahead.values()))
            return Said(span, day, day).unsure()
    if len(set(ahead.values())) == 1:
        day = next(iter(ahead.values()))
        return Said(span, day, day)
    if order in ahead:
        return Said(span, ahead[order], ahead[order])
    day = min(ahead.values())
    return Said(span, day, day).unsure()
