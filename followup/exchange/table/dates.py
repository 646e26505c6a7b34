"""The dates of a table's cells, and the order of their numbers, which a whole column tells and one cell does not."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal

from followup.exchange.table.cells import Cell
from followup.prose.when.clock import times_in
from followup.prose.when.said import MONTH, month_of

Order = Literal["dmy", "mdy", "ymd"]
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_WRITTEN = (
    re.compile(
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?[ -](?P<month>{MONTH})[ ,-]*(?P<year>\d{{4}}|'?\d\d(?!:))?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<month>\b{MONTH}) ?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d)(?:,? (?P<year>\d{{4}}|'\d\d))?",
        re.IGNORECASE,
    ),
)
_SHORT = re.compile(r"(\d{1,2})[/.](\d{1,2})\.?")
_SERIAL = re.compile(r"4\d{4}|5[0-4]\d{3}")
_OFFSET = re.compile(r"T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)")
_FIRST, _LAST, _TWELVE, _SHORT_YEAR, _LONGEST = 1990, 2100, 12, 100, 200
_EPOCH = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Found:
    """What a cell says: a day, a moment where it names a time (naive without a zone); `open`: the order decides."""

    day: date | None
    at: datetime | None = None
    open: bool = False


NOTHING = Found(None)


def _day(year: int, month: int, day: int) -> date | None:
    year += 2000 if year < _SHORT_YEAR else 0
    try:
        return date(year, month, day) if _FIRST <= year <= _LAST else None
    except ValueError:
        return None


def order_of(cells: Iterable[Cell]) -> tuple[Order | None, bool]:
    """The order that the cells of a column tell, and whether some of them need it."""
    tells: set[Order] = set()
    needs = False
    for cell in cells:
        found = _NUMERIC.search(cell) if isinstance(cell, str) else None
        if not found or found[2] == ".":
            continue
        one, two = int(found[1]), int(found[3])
        if one > _TWELVE >= two:
            tells.add("dmy")
        elif two > _TWELVE >= one:
            tells.add("mdy")
        elif one != two:
            needs = True
    return (tells.pop() if len(tells) == 1 else None), needs or len(tells) > 0


def moment_of(day: date, text: str, rest: str) -> datetime | None:
    """The moment of a day: by the offset in a `text`, else by the clock in the `rest` of it; None without either."""
    stated = _OFFSET.search(text)
    if stated:
        return datetime.fromisoformat(f"{day}T{stated[1]}{stated[2]}")
    clock = next(times_in(rest), None)
    if clock is None:
        plain = re.search(r"\b([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?\b", rest)
        return datetime.combine(day, time(int(plain[1]), int(plain[2]))) if plain else None
    wall = datetime.combine(day, clock.start)
    return clock.zone.moment(wall) if clock.zone else wall


def _found(day: date | None, text: str, span: tuple[int, int]) -> Found:
    if not day:
        return NOTHING
    return Found(
        day,
        moment_of(day, text, text[: span[0]] + " " + text[span[1] :])
        if ":" in text or "m" in text.lower()[span[1] :] or "T" in text
        else None,
    )


@lru_cache(maxsize=8192)
def _read(text: str, order: Order | None, today: date) -> Found | None:
    """What a text says; None where it has no date at all, NOTHING where it has one that does not exist."""
    if found := _ISO.search(text):
        return _found(_day(int(found[1]), int(found[2]), int(found[3])), text, found.span())
    if found := _NUMERIC.search(text):
        one, two, year = int(found[1]), int(found[3]), int(found[4])
        ways = (
            [_day(year, two, one)]
            if found[2] == "." or order == "dmy"
            else [_day(year, one, two)]
            if order == "mdy"
            else [_day(year, two, one), _day(year, one, two)]
        )
        known = {each for each in ways if each}
        if len(known) > 1:
            return Found(None, open=True)
        return _found(known.pop(), text, found.span()) if known else NOTHING
    for pattern in _WRITTEN:
        if found := pattern.search(text):
            year = int(re.sub(r"\D", "", found["year"])) if found["year"] else 0
            month, day = month_of(found["month"].lower()), int(found["day"])
            known_day = _day(year, month, day) if year else _past(month, day, today)
            return _found(known_day, text, found.span())
    if found := _SHORT.fullmatch(text):
        return Found(None, open=True)
    if _SERIAL.fullmatch(text):
        return Found(_EPOCH + timedelta(days=int(text)))
    return None


def _past(month: int, day: int, today: date) -> date | None:
    """Without a year the last such day, or one in the next weeks."""
    near = [
        found
        for year in (today.year + 1, today.year, today.year - 1)
        if (found := _day(year, month, day))
    ]
    return next((each for each in near if each <= today + timedelta(days=60)), None)


def read_cell(cell: Cell, order: Order | None, today: date) -> Found | None:
    """What a cell says of a day; None where it says nothing of one."""
    if isinstance(cell, datetime):
        return Found(cell.date(), cell if (cell.hour or cell.minute) else None)
    if isinstance(cell, date):
        return Found(cell)
    if isinstance(cell, float | int):
        cell = str(int(cell))
    return _read(cell, order, today) if cell and len(cell) < _LONGEST else None
