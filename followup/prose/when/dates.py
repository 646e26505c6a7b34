"""Dates: “4 December”, “Friday the 4th”, “7-11 Dec 2026”, “30.11.”, “07/12/2026”."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from followup.prose.text import Span, flatten, lower
from followup.prose.when.numbers import (
    NUMBERS,
    is_date,
    nearest,
    numeric,
    only_order,
    readings,
    real,
)
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

_NTH = r"(?:st|nd|rd|th)"
_DAY = rf"(?P<day>\d{{1,2}})(?:{_NTH}|\.)?"
_TO = rf"(?: ?- ?| to | until | through | and )(?:the )?(?P<to>\d{{1,2}})(?:{_NTH}|\.)?"
_IN_YEAR = rf"(?:(?:,? ?|-)(?P<year>{YEAR}))?"
_NOT_MORE = r"(?![\d/]|[.:]\d|\.?[ap]\.?m\b| ?[ap]\.?m\b)"

_WRITTEN = (
    re.compile(rf"\b{_DAY}(?:{_TO})?(?: of)?[ -]?(?P<month>{MONTH}){_IN_YEAR}"),
    re.compile(rf"\b(?P<month>{MONTH}) ?(?:the )?{_DAY}{_NOT_MORE}(?:{_TO}{_NOT_MORE})?{_IN_YEAR}"),
)
# “Den 9. oder den 10. Dezember”: the first of two days of a month.
_LISTED = re.compile(
    rf"(?<![\d.:/@])(?<!\bat )(?<!\bum )(?P<day>\d{{1,2}})(?:{_NTH}|\.)? (?:or|oder) (?:den |dem |am |the )?"
    rf"(?=\d{{1,2}}(?:{_NTH}|\.)?(?: of)? ?(?P<month>{MONTH}))"
)
# What follows “the 4th” where a day is meant, and not a round or a floor.
_FREE = (
    r"(?=$|[^\w ]| (?:at|and|or|if|to|for|from|latest|with|instead|as|is|works?|would|so|in|when|but"
    r"|please|between|either|rather|by|on|only|again|after|before|because|since|until|though|which|already|also|too|now|not"
    r"|(?:this|our|my|your|we|i|you|they|he|she|it|the)(?! \w+ (?:round|floor|time|stage))|was|were|will|can|could|has"
    r"|have|suits?)\b| @| \d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b|-|uhr\b|to\b|till\b)| \d{1,2}[:.]\d\d\b)"
)
_NTH_ALONE = (
    re.compile(
        rf"\bthe (?P<day>\d{{1,2}}){_NTH}(?: (?:to|and|-) (?:the )?(?P<to>\d{{1,2}}){_NTH})?{_FREE}"
    ),
    re.compile(
        rf"(?:(?<=day )|(?<=day, )|(?<=\b(?:mon|tue|wed|thu|fri|sat|sun) )|(?<=\b(?:tues|weds|thur) )|(?<=\bthurs ))"
        rf"(?P<day>\d{{1,2}}){_NTH}(?P<to>){_FREE}"
    ),
    # “On the 3rd or 4th”.
    re.compile(rf"(?<=(?:st|nd|rd|th) or )(?P<day>\d{{1,2}}){_NTH}(?P<to>){_FREE}"),
    # “Spätestens am 26. hören Sie von mir”.
    re.compile(
        rf"(?<!\d )(?<!uhr )\b(?:am|bis|ab(?: dem)?|zum|vom) (?P<day>\d{{1,2}})\.(?P<to>)"
        rf"(?! ?(?:\d|{MONTH}|og\b|stock\b|etage\b|runde\b|kw\b|woche\b|des\b))(?=[ ,!?)]|$)"
    ),
    # “Di 8. oder Do 10.”: as one types on a phone; “I can do 10.” is English.
    re.compile(
        rf"(?<=\b(?:mo|di|mi|do|fr|sa) )(?<!(?:can|uld|you|'ll| to| we) do )(?P<day>\d{{1,2}})\.(?P<to>)"
        rf"(?! ?(?:\d|{MONTH}|og\b|stock\b|etage\b|runde\b|kw\b))(?=[ ,!?)/]|$)"
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
_DOTTED = re.compile(rf"\d{{1,2}}\.(?: ?(?:\d|{MONTH})|(?=[ ,!?)/]|$))")
_AFTER = re.compile(rf"(?:,| -)? ?\(?(?P<name>{WEEKDAY})\)?(?!,? (?:(?:and|or|to|the)\b|\d)| ?\d)")
# “The first of December”.
_NUMBERED = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
    " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ORDINALS = {word: day for day, word in enumerate(_NUMBERED.split(), 1)}
_IN_WORDS = re.compile(
    rf"\b(?:the )?(?P<word>{'|'.join(_ORDINALS)}) (?:of |day of )?(?P<month>{MONTH})"
    rf"|\b(?P<before>{MONTH}) the (?P<behind>{'|'.join(_ORDINALS)})\b"
)


def _written(text: str, when: When) -> Iterator[Said]:
    for pattern in _WRITTEN:
        for found in pattern.finditer(text):
            month, days = month_of(found["month"]), [int(found["day"]), int(found["to"] or 0)]
            if found["year"]:
                both = [real(year_of(found["year"]), month, day) for day in days]
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


def _listed(text: str, when: When) -> Iterator[Said]:
    for found in _LISTED.finditer(text):
        day = nearest(month_of(found["month"]), int(found["day"]), when.today)
        if day:
            yield Said(Span(*found.span("day")), day, day)


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
        found = real(months // 12, months % 12 + 1, day)
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


def _by_weekday(found: re.Match[str], text: str, today: date) -> set[Order]:
    """The orders in which a 7/12 falls on the weekday that is named beside it."""
    named = _BEFORE.search(text, max(0, found.start() - 20), found.start()) or _AFTER.match(
        text, found.end()
    )
    ways = readings(found, today) if named else {}
    return {
        each for each, day in ways.items() if named and day.weekday() == weekday_of(named["name"])
    }


def _told_by_weekday(said: Said, text: str, when: When) -> Said:
    """Of an ambiguous 7/12, the reading whose weekday is named."""
    found = NUMBERS.match(text, said.span.start)
    orders = _by_weekday(found, text, when.today) if found else set()
    if not found or len(orders) != 1:
        return said
    day = readings(found, when.today)[orders.pop()]
    return Said(said.span, day, day)


def order_in(text: str, today: date) -> Order | None:
    """Which of day and month comes first in a text: told by a date that is one, or has its weekday, one way only."""
    flat = lower(flatten(text))
    told: set[Order] = set()
    for found in NUMBERS.finditer(flat):
        if is_date(found, flat) and found["mark"] == "/":
            only = only_order(found)
            orders = {only} if only else _by_weekday(found, flat, today)
            told |= orders if len(orders) == 1 else set()
    return told.pop() if len(told) == 1 else None


def dates(text: str, when: When) -> Iterator[Said]:
    """The dates in a flattened text in lower case."""
    for said in (*_written(text, when), *_listed(text, when), *_in_words(text, when)):
        yield _with_weekday(said, text)
    for said in numeric(text, when):
        yield _with_weekday(said if said.sure else _told_by_weekday(said, text, when), text)
    for said in _nth(text, when):
        yield _with_weekday(said, text)
