"""Months, quarters, seasons, the turn of the year and feasts: stretches of days that a text names."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from followup.prose.text import Span
from followup.prose.when.arithmetic import (
    Read,
    end_of_month,
    monday,
    one,
    stretch,
)
from followup.prose.when.feasts import around_feast, weekday_by_feast
from followup.prose.when.said import MONTH, WEEKDAY, YEAR, Said, When, month_of, year_of

_DECEMBER = 12
_SHORTEST = 28  # days of a month at least
_ONE = timedelta(days=1)
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_SEASONS |= {"frühjahr": 3, "frühling": 3, "sommer": 6, "herbst": 9}
_NTH = ("first ersten", "second zweiten", "third dritten", "fourth vierten last final")
_QUARTERS = {word: number for number, row in enumerate(_NTH, 1) for word in row.split()}
_PARTS = {
    "early": (1, 10),
    "start of": (1, 7),
    "beginning of": (1, 7),
    "first half of": (1, 15),
    "first week of": (1, 7),
    "mid": (11, 20),
    "middle of": (11, 20),
    "late": (21, 31),
    "second half of": (16, 31),
    "last week of": (25, 31),
}


def _month_start(month: int, year: int | None, today: date) -> date:
    """The first of the month that is meant: this one or the next of its name."""
    if year is None:
        year = today.year + (month < today.month)
    return date(year, month, 1)


def _year(found: re.Match[str]) -> int | None:
    return year_of(found["year"]) if found.groupdict().get("year") else None


def _month(found: re.Match[str], today: date) -> Said | None:
    start = _month_start(month_of(found["month"]), _year(found), today)
    end = end_of_month(start)
    part = (found.groupdict().get("part") or "").replace("-", "").removeprefix("the ")
    if not part:
        return stretch(found, start, end)
    if part.startswith(("end", "close")):
        return one(found, end)
    return _part(found, part, start, end)


def _part(found: re.Match[str], part: str, start: date, end: date) -> Said:
    first, last = _PARTS[part.removesuffix(" in")]
    days = (
        min(start.replace(day=each) if each <= _SHORTEST else end, end) for each in (first, last)
    )
    begin, finish = days
    if part.startswith("mid"):
        begin = finish = start.replace(day=15)
    return Said(Span(*found.span()), begin, finish, sure=False, begins=False)


def _named_month(found: re.Match[str], today: date) -> Said | None:
    """“The end of the month”, “next month”."""
    start = today.replace(day=1)
    if (found["which"] or "") in ("next", "the following", "the coming", "following"):
        start = end_of_month(start) + _ONE
    end = end_of_month(start)
    part = (found.groupdict().get("part") or "").replace("-", "").removeprefix("the ")
    if part.startswith(("end", "close")):
        return one(found, end, sure=end > today)
    return _part(found, part, start, end) if part else stretch(found, max(start, today), end)


def _quarter(found: re.Match[str], today: date) -> Said | None:
    number = int(found["number"]) if found["number"] else _QUARTERS[found["name"]]
    start = date(_year(found) or today.year, 3 * number - 2, 1)
    if not _year(found) and end_of_month(start.replace(month=3 * number)) < today:
        start = start.replace(year=start.year + 1)
    end = end_of_month(start.replace(month=3 * number))
    ends = (found["part"] or "").startswith(("end", "close"))
    return one(found, end) if ends else stretch(found, start, end)


def _end_of_quarter(found: re.Match[str], today: date) -> Said | None:
    month = (today.month - 1) // 3 * 3 + 3
    end = end_of_month(today.replace(day=1, month=month))
    if (found["which"] or "").strip() == "next":
        end = end_of_month(end + timedelta(days=80))
    return one(found, end, sure=end > today)


def _season(found: re.Match[str], today: date) -> Said | None:
    month, year = _SEASONS[found["name"]], _year(found)
    start = _month_start(month, year, today)
    after = (start.replace(day=28) + timedelta(days=80)).replace(day=1)
    end = after - _ONE
    if found["after"]:
        end = start = after
        return Said(Span(*found.span()), start, end, sure=False, begins=False)
    said = stretch(found, start, end)
    return said if year or not found["part"] else said.unsure()


def _year_end(found: re.Match[str], today: date) -> Said | None:
    return one(found, date(_year(found) or today.year, _DECEMBER, 31))


def _new_year(found: re.Match[str], today: date) -> Said | None:
    start = date(_year(found) or today.year + (today.month > 1), 1, 1)
    early = found["part"] or found["after"]
    first = monday(start + timedelta(days=7)) if early else start
    return Said(
        Span(*found.span()),
        first,
        monday(start + timedelta(days=7)) + timedelta(days=4),
        sure=False,
        begins=not early,
    )


_PART = (
    r"(?P<part>early(?: in)?|(?:the )?(?:start of|beginning of|first half of|first week of|last week "
    r"of|middle of|second half of|end of|close of)|mid-?|late(?: in)?|end)"
)
_WHICH = r"(?P<which>this|next|the following|the coming|the)"
_RULES: tuple[tuple[re.Pattern[str], Read], ...] = (
    (
        re.compile(
            r"\b(?:the )?(?:end|close) of (?:the )?(?P<which>this |next )?(?:current )?quarter\b"
        ),
        _end_of_quarter,
    ),
    (
        re.compile(rf"\b{_PART}[ -]?(?P<month>{MONTH})(?! \d{{1,2}}\b)(?:,? (?P<year>{YEAR}))?"),
        _month,
    ),
    (
        re.compile(
            rf"\b(?:in|until|till|bis(?: zum)?|by|before|during|sometime in|of|this|next|from|through|since) "
            rf"(?P<month>{MONTH})(?! ?\d{{1,2}}(?!\d))(?:,? (?P<year>{YEAR}))?"
        ),
        _month,
    ),
    (re.compile(rf"\b(?P<month>{MONTH}) (?P<year>20\d\d)\b"), _month),
    (re.compile(rf"\b{_PART}[ -](?:{_WHICH} )?month\b"), _named_month),
    (
        re.compile(r"\b(?P<which>)(?P<part>month[ -]?end|eom)\b"),
        lambda found, today: one(found, end_of_month(today)),
    ),
    (re.compile(r"\b(?P<which>next|the (?:following|coming)|this) month\b"), _named_month),
    (
        re.compile(
            rf"\b(?:{_PART} )?(?:the )?(?:q(?P<number>[1-4])|(?P<name>{'|'.join(_QUARTERS)}) "
            rf"quart(?:er|al))(?: of)?(?:,? (?P<year>{YEAR}))?\b"
        ),
        _quarter,
    ),
    (
        re.compile(
            rf"(?P<after>\bafter )?(?P<part>\b(?:early|late|end of)(?: in)? )?\b(?:(?:in|until|till|by|this"
            rf"|next|coming|of|the|for) )+(?P<name>spring|summer|autumn|fall|winter)\b(?: break| "
            rf"holidays?)?(?: of)?(?:,? (?P<year>{YEAR}))?"
        ),
        _season,
    ),
    (
        re.compile(
            rf"(?P<after>\bnach dem )?(?P<part>\b(?:im|bis(?: zum)?|ab(?: dem)?|vor dem) )?"
            rf"\b(?P<name>frühjahr|frühling|sommer|herbst)\b(?: (?P<year>{YEAR}))?"
        ),
        _season,
    ),
    (
        re.compile(
            rf"(?P<after>)(?P<part>)\b(?P<name>spring|summer|autumn|fall|winter) (?:of )?(?P<year>{YEAR})"
        ),
        _season,
    ),
    (
        re.compile(
            rf"\b(?:year[ -]?end|(?:the )?(?:end|close) of (?:the |this )?(?:calendar |year )?(?:year"
            rf"|(?P<year>{YEAR})))\b"
        ),
        _year_end,
    ),
    (
        re.compile(
            r"(?P<part>\b(?:early|shortly|start|beginning|first thing|soon)(?: of| in| into)? "
            r")?(?P<after>\bafter )?\b(?:(?:in|until|till|by|into|for) )*(?:the )?(?:new year|(?:next "
            r"year))\b(?!'?s? (?:eve|day))(?P<year>)"
        ),
        _new_year,
    ),
    (
        re.compile(
            r"(?P<part>\b(?:anfang|beginn|zu beginn|gleich zu beginn|im)(?: des)? )?(?P<after>\bnach dem )?"
            r"\b(?:(?:neuen|(?<=bis ins )neue|(?<=bis in das )neue|nächsten|kommenden) jahr(?:es)?"
            r"|jahres(?:wechsel|beginn|anfang))\b(?P<year>)"
        ),
        _new_year,
    ),
    (re.compile(rf"(?P<part>\b(?:early(?: in)?|anfang) )(?P<after>)(?P<year>{YEAR})"), _new_year),
    (
        re.compile(
            rf"(?P<day>{WEEKDAY}) (?P<side>before|after) (?P<name>christmas|xmas|easter|thanksgiving)\b"
        ),
        weekday_by_feast,
    ),
    (
        re.compile(
            r"\b(?P<side>before|by|ahead of|prior to|until|this side of|after|over|following) (?:the )?(?:\w+ "
            r")?(?P<name>christmas|xmas|easter|thanksgiving|holidays?)\b(?: holidays| break| period| season)?"
        ),
        around_feast,
    ),
    (
        re.compile(
            r"\b(?P<side>vor|nach|über|bis|zwischen)(?: zu| zum)?(?: de[nmr]| die| das)? "
            r"(?P<name>weihnacht|oster|heiligabend|silvester|neujahr|feiertage|ferien|jahren\b)\w*"
        ),
        around_feast,
    ),
    (
        re.compile(
            r"\b(?:before|by|until) (?:the |this )?year (?:is out|ends|closes|is over|'s end)\b"
        ),
        lambda found, today: one(found, date(today.year, _DECEMBER, 31), sure=False),
    ),
)


def periods(text: str, when: When) -> Iterator[Said]:
    """The stretches of days in a flattened text in lower case."""
    for pattern, read in _RULES:
        for found in pattern.finditer(text):
            said = read(found, when.today)
            if said:
                yield said
