"""Dates: “4 December”, “Friday the 4th”, “7-11 Dec 2026”, “30.11.”, “07/12/2026”."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from followup.prose.text import Span
from followup.prose.when.said import (
    MONTH,
    SHORT_WEEKDAY,
    WEEKDAY,
    YEAR,
    Order,
    Said,
    When,
    month_of,
    weekday_of,
    year_of,
)

# A date without a year is the one nearest to the day of writing, of these: mails look ahead.
_BACK, _AHEAD = timedelta(days=100), timedelta(days=265)
_LONG_PAST = timedelta(days=85)
_NTH = r"(?:st|nd|rd|th)"
_DAY = rf"(?P<day>\d{{1,2}})(?:{_NTH}|\.)?"
_TO = rf"(?: ?- ?| to | until | through | and )(?:the )?(?P<to>\d{{1,2}})(?:{_NTH}|\.)?"
_IN_YEAR = rf"(?:(?:,? ?|-)(?P<year>{YEAR}))?"
_NOT_MORE = r"(?![\d/]|[.:]\d|\.?[ap]\.?m\b| ?[ap]\.?m\b)"

_WRITTEN = (
    re.compile(rf"\b{_DAY}(?:{_TO})?(?: of)?[ -]?(?P<month>{MONTH}){_IN_YEAR}"),
    re.compile(rf"\b(?P<month>{MONTH}) ?(?:the )?{_DAY}{_NOT_MORE}(?:{_TO}{_NOT_MORE})?{_IN_YEAR}"),
)
_ISO = re.compile(r"\b(20\d\d)([-/.])(\d{1,2})\2(\d{1,2})\b(?!\d)")
_NUMBERS = re.compile(
    r"(?<![\d/.:-])(?P<one>\d{1,2})(?P<mark>[/.-])(?P<two>\d{1,2})(?:(?P=mark)(?P<year>20\d\d|\d\d)\b)?"
    r"(?P<dot>\.(?!\w))?(?![\d/:%]|[.-]\d)"
)
# What follows “the 4th” where a day is meant, and not a round or a floor.
_FREE = (
    r"(?=$|[^\w ]| (?:at|and|or|if|to|for|from|latest|with|instead|as|is|works?|would|so|in|when|but"
    r"|please|between|either|by|on|only|again|after|before|because|since|until|though|which|already|also|too|now|not"
    r"|(?:this|our|my|your|we|i|you|they|he|she|it|the)(?! \w+ (?:round|floor|time|stage))|was|were|will|can|could|has"
    r"|have|suits?)\b| @| \d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b|-|uhr\b|to\b|till\b)| \d{1,2}[:.]\d\d\b)"
)
_NTH_ALONE = (
    re.compile(
        rf"\bthe (?P<day>\d{{1,2}}){_NTH}(?: (?:to|and|or|-) (?:the )?(?P<to>\d{{1,2}}){_NTH})?{_FREE}"
    ),
    re.compile(
        rf"(?:(?<=day )|(?<=\b(?:mon|tue|wed|thu|fri|sat|sun) )|(?<=\b(?:tues|weds|thur) )|(?<=\bthurs ))"
        rf"(?P<day>\d{{1,2}}){_NTH}(?P<to>){_FREE}"
    ),
    # Behind a weekday it can be nothing else: “Friday the 11th either way”.
    re.compile(rf"(?<=day )the (?P<day>\d{{1,2}}){_NTH}(?P<to>)\b"),
    # “Mittwoch, der 16., und Donnerstag, der 17. Dezember”, “bis zum 20.”
    re.compile(
        rf"(?:(?<=tag, )|(?<=woch, )|(?<=tag )|(?<=woch )|\bbis (?:zu)?)(?:der|dem|den|m) (?P<day>\d{{1,2}})\.(?P<to>)"
        rf"(?! ?(?:\d|{MONTH}|og\b|stock\b|etage\b|runde\b))"
    ),
)
_BEFORE = re.compile(
    rf"(?P<name>{WEEKDAY}|{SHORT_WEEKDAY}(?<=\.))(?: (?:after|following|week|drauf|darauf))?(?:,| -)?"
    r"(?: (?:so|i\.?e\.?|that is|that's|meaning|also|d\.? ?h\.?))?,?(?: ?(?:on|de[rnm]))?(?: the)? ?\(?$"
)
# “Do, 10.12.”, “Mi 9.12.”: before a date with dots the short ones are weekdays.
_BEFORE_DOTTED = re.compile(rf"(?P<name>{SHORT_WEEKDAY}),? ?(?:de[nm] )?$")
_DOTTED = re.compile(rf"\d{{1,2}}\. ?(?:\d|{MONTH})")
_AFTER = re.compile(rf"(?:,| -)? ?\(?(?P<name>{WEEKDAY})\)?(?!,? (?:(?:and|or|to|the)\b|\d)| ?\d)")
_MONTHS = range(1, 13)
# “Bis 3.12 um 14 Uhr”: a date whose second dot nobody typed.
_GERMAN_LEAD = re.compile(
    r"\b(?:am|vom|zum|den|dem|ab dem|bis(?: zum)?|\w+tag|mittwoch|mo|di|mi|do|fr)\.?,? (?:den |dem )?$"
)
# “The first of December”.
_ORDINALS = {
    word: day
    for day, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}
_IN_WORDS = re.compile(
    rf"\b(?:the )?(?P<word>{'|'.join(_ORDINALS)}) (?:of |day of )?(?P<month>{MONTH})"
    rf"|\b(?P<before>{MONTH}) the (?P<behind>{'|'.join(_ORDINALS)})\b"
)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest(month: int, day: int, today: date) -> date | None:
    """The day of that month that is meant where no year is named."""
    years = (today.year - 1, today.year, today.year + 1)
    near = [found for year in years if (found := _real(year, month, day))]
    return next((one for one in near if -_BACK <= one - today <= _AHEAD), near[0] if near else None)


def _written(text: str, when: When) -> Iterator[Said]:
    for pattern in _WRITTEN:
        for found in pattern.finditer(text):
            month, days = month_of(found["month"]), [int(found["day"]), int(found["to"] or 0)]
            if found["year"]:
                both = [_real(year_of(found["year"]), month, day) for day in days]
            else:
                both = [nearest(month, day, when.today) for day in days]
            if both[0]:
                last = both[1] if found["to"] and both[1] and both[1] > both[0] else both[0]
                yield Said(Span(*found.span()), both[0], last, sure=last == both[0])


def _in_words(text: str, when: When) -> Iterator[Said]:
    for found in _IN_WORDS.finditer(text):
        month = month_of(found["month"] or found["before"])
        day = nearest(month, _ORDINALS[found["word"] or found["behind"]], when.today)
        if day:
            yield Said(Span(*found.span()), day, day)


def _numeric(text: str, when: When) -> Iterator[Said]:
    for found in _ISO.finditer(text):
        day = _real(int(found[1]), int(found[3]), int(found[4]))
        if day:
            yield Said(Span(*found.span()), day, day)
    many = [found for found in _NUMBERS.finditer(text) if _is_date(found, text)]
    order = when.order or _order(many)
    for found in many:
        said = _either_way(found, order, when.today)
        if said:
            yield said


def _is_date(found: re.Match[str], text: str) -> bool:
    """Whether numbers are a date: 1/2, 24/7 and 10.30 are none."""
    if found["year"] or (found["dot"] and found["mark"] == "."):
        return True
    if found["mark"] == "." and _GERMAN_LEAD.search(text, max(0, found.start() - 16), found.start()):
        return int(found["two"]) in _MONTHS
    if found["mark"] == "/" and found.group() != "24/7":
        return not re.match(r" ?(?:hours?|days?|of|rounds?|stars?)\b", text[found.end() :])
    return False


def _readings(found: re.Match[str], today: date) -> dict[Order, date]:
    """The days that the numbers can mean, by the order they are read in."""
    one, two = int(found["one"]), int(found["two"])
    year = found["year"] and year_of(found["year"])
    ways: dict[Order, tuple[int, int]] = {"day": (two, one), "month": (one, two)}
    read: dict[Order, date] = {}
    for order, (month, day) in ways.items():
        if order == "month" and found["mark"] == ".":
            continue
        if month in _MONTHS:
            known = _real(year, month, day) if year else nearest(month, day, today)
            if known:
                read[order] = known
    return read


def _order(many: list[re.Match[str]]) -> Order | None:
    """The order that other dates of the same text tell."""
    alone = {
        order
        for found in many
        if len(ways := _readings(found, date(2000, 1, 1))) == 1 and found["mark"] != "."
        for order in ways
    }
    return alone.pop() if len(alone) == 1 else None


def _either_way(found: re.Match[str], order: Order | None, today: date) -> Said | None:
    ways = _readings(found, today)
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


def _nth(text: str, when: When) -> Iterator[Said]:
    for pattern in _NTH_ALONE:
        for found in pattern.finditer(text):
            day = _coming(int(found["day"]), when.today)
            last = _coming(int(found["to"]), when.today) if found["to"] else day
            if day and last:
                said = Said(Span(*found.span()), day, max(day, last), sure=day == last)
                yield said if day != when.today else said.unsure()


def _coming(day: int, today: date) -> date | None:
    """The next day of that number."""
    for ahead in range(3):
        months = today.year * 12 + today.month - 1 + ahead
        found = _real(months // 12, months % 12 + 1, day)
        if found and found >= today:
            return found
    return None


def _with_weekday(said: Said, text: str) -> Said:
    """The date with the weekday that is named beside it; where the two disagree, the user is asked."""
    named = _BEFORE.search(text, max(0, said.span.start - 20), said.span.start)
    if not named and _DOTTED.match(text, said.span.start):
        named = _BEFORE_DOTTED.search(text, max(0, said.span.start - 12), said.span.start)
    start, end = said.span.start, said.span.end
    if named:
        start = named.start()
    else:
        named = _AFTER.match(text, said.span.end)
        end = named.end() if named else end
    if not named or not said.first:
        return said
    whole = said.over(start, end)
    if said.first.weekday() == weekday_of(named["name"]):
        return replace(whole, sure=whole.is_day, begins=True) if said.sure else whole
    return whole.unsure()


def _told_by_weekday(said: Said, text: str, when: When) -> Said:
    """Of an ambiguous 7/12, the reading whose weekday is named."""
    found = _NUMBERS.match(text, said.span.start)
    named = _BEFORE.search(text, max(0, said.span.start - 20), said.span.start) or _AFTER.match(
        text, said.span.end
    )
    if not found or not named:
        return said
    fits = {
        day
        for day in _readings(found, when.today).values()
        if day.weekday() == weekday_of(named["name"])
    }
    return Said(said.span, day := fits.pop(), day) if len(fits) == 1 else said


def dates(text: str, when: When) -> Iterator[Said]:
    """The dates in a flattened text in lower case."""
    for said in (*_written(text, when), *_in_words(text, when)):
        yield _with_weekday(said, text)
    for said in _numeric(text, when):
        yield _with_weekday(said if said.sure else _told_by_weekday(said, text, when), text)
    for said in _nth(text, when):
        yield _with_weekday(said, text)
