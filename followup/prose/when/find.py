"""All days that a text names, in their order."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from followup.prose.moved import MOVES
from followup.prose.text import Span, flatten, lower
from followup.prose.when.arithmetic import monday
from followup.prose.when.dates import dates
from followup.prose.when.durations import durations
from followup.prose.when.german import german
from followup.prose.when.periods import periods
from followup.prose.when.said import Said, When
from followup.prose.when.weeks import THAT_WEEK, WEEKDAY_ALONE, weeks

_WEEK_OF = re.compile(
    r"\b(?:(?:the )?(?<!day )(?<!tag )week(?: of| commencing| beginning| starting|,)"
    r"|w/?c|wk(?: of)?)[ :]*(?:on |the )*$"
)
_WEEK_ENDING = re.compile(r"\b(?:(?:the )?week ending|w/?e)[ :]*(?:on |the )*$")
_JOINED = re.compile(r" ?(?:-|to|until|through|till|up to|and)(?: and including)? (?:the )?|-")
_DAY_AFTER = re.compile(
    r"\bthe (?:day after(?=[,.;)]|$| (?:that|at|in|by)\b)|(?:next|following) day)\b"
    r"|\b(?:tags darauf|(?:am )?tag (?:drauf|darauf|danach)|tag(?:s)? danach|einen tag (?:später|danach)"
    r"|am (?:nächsten|folgenden) tag)\b"
)
_SAME_DAY = re.compile(
    r"\b(?:the|that) (?:very )?same (?:day|afternoon|evening|night)\b"
    r"|\b(?:am|noch am) (?:selben|gleichen) (?:tag|nachmittag|abend)\b|\b(?:later |on )?that (?:very )?day\b"
    r"|\b(?:by then|bis dahin)\b"
)
# “If we have nothing by then, …”: nobody says that anything is by then.
_UNLESS = re.compile(r"\b(?:if|should|unless|falls|wenn|sollten?)\b[^.;]*$")
_MOVED = re.compile(rf"\b{MOVES}\b[^.;]{{0,40}}$")
_BETWEEN = re.compile(r"\bbetween (?:the )?$")
_BY = re.compile(r"\b(?:by|before|until|till|bis|spätestens)(?: zum| am| on)? $")
_OR = re.compile(r"\b(?:or|oder)\b")
_NEAR, _BESIDE = 45, ("", "on", "by", "am", "bis", "say", "probably", "spätestens", "also", "so")
_FRIDAY, _DATED = timedelta(days=4), 8  # “the following Thursday, 17 December”


def days_in(text: str, when: When) -> tuple[Said, ...]:
    """The days and stretches of days that a text names, each with its place, none within another."""
    flat = lower(flatten(text)).replace("\n", " ")
    found = _days_in(flat, when)
    if not THAT_WEEK.search(flat):
        return found
    days = [
        one.last
        for one in found
        if one.is_day and one.sure and not THAT_WEEK.fullmatch(one.span.of(flat))
    ]
    return _days_in(flat, replace(when, named=days[-1])) if days else found


def _days_in(flat: str, when: When) -> tuple[Said, ...]:
    every = [*dates(flat, when), *weeks(flat, when), *durations(flat, when), *periods(flat, when)]
    every += [*german(flat, when)]
    every += [*_day_after(every, flat, when)]
    apart = _apart((_week_of(said, flat) for said in every), flat)
    return tuple(_ahead(_in_its_week(_ranges(apart, flat), flat), flat, when))


def _day_after(every: Iterable[Said], text: str, when: When) -> Iterator[Said]:
    """“The day after” and “that day” count from the day named before them, also in another sentence."""
    counted = [(found, 1) for found in _DAY_AFTER.finditer(text)]
    for found, ahead in [*counted, *((found, 0) for found in _SAME_DAY.finditer(text))]:
        if found[0] in ("by then", "bis dahin") and (
            _UNLESS.search(text, 0, found.start())
            or any(one.span.start > found.start() for one in every)  # that day is another
        ):
            continue
        before = [one for one in every if one.span.end <= found.start()]
        named = max(before, key=lambda one: one.span.end, default=None)
        if named and named.last and named.is_day:
            day = named.last + timedelta(days=ahead)
            yield Said(Span(*found.span()), day, day, sure=named.sure)
        elif not named and when.named:
            day = when.named + timedelta(days=ahead)
            yield Said(Span(*found.span()), day, day)


def _apart(every: Iterable[Said], text: str) -> list[Said]:
    """Of those that overlap the longest, of equal ones the sure one, else the first; a date before mere words."""

    def rank(one: Said) -> tuple[int, bool]:
        dated = one.is_day and one.sure and any(char.isdigit() for char in one.span.of(text))
        return one.span.start - one.span.end - (_DATED if dated else 0), not one.sure

    taken: list[Said] = []
    for said in sorted(every, key=rank):
        if all(said.span.end <= one.span.start or said.span.start >= one.span.end for one in taken):
            taken.append(said)
    return sorted(taken, key=lambda one: one.span.start)


def _week_of(said: Said, text: str) -> Said:
    """“The week of the 14th” is a stretch."""
    lead = _WEEK_OF.search(text, max(0, said.span.start - 24), said.span.start)
    if lead and said.is_day and said.first:
        start = monday(said.first)
        wide = replace(said, first=start, last=start + _FRIDAY, sure=False, begins=True)
        return wide.over(lead.start(), said.span.end)
    lead = _WEEK_ENDING.search(text, max(0, said.span.start - 24), said.span.start)
    return said.over(lead.start(), said.span.end) if lead else said


def _ranges(found: list[Said], text: str) -> Iterator[Said]:
    """“From 24 November through 27 November” is one stretch; so is “between the 7th and the 11th”."""
    held: Said | None = None
    for said in found:
        if held and held.last and said.last and _is_range(held, said, text):
            wide = replace(held, last=said.last, sure=False, begins=held.sure)
            held = wide.over(held.span.start, said.span.end)
            continue
        if held:
            yield held
        held = said
    if held:
        yield held


def _in_its_week(found: Iterable[Said], text: str) -> Iterator[Said]:
    """“Early next week, Tuesday at the latest” is next week's Tuesday; with words between them, one asks."""
    week: Said | None = None
    for said in found:
        if week and WEEKDAY_ALONE.fullmatch(said.span.of(text)):
            yield _of_week(said, week, text)
            continue
        if "week" in (words := said.span.of(text)) or "woche" in words:
            week = said
        yield said


def _ahead(found: Iterable[Said], text: str, when: When) -> Iterator[Said]:
    """“Wednesday or Friday” on a Friday: the one that is today's weekday is next week's, as far as one can tell."""
    later = -_NEAR
    for said in found:
        near = said.span.start - later < _NEAR
        if said.last == when.today and WEEKDAY_ALONE.fullmatch(said.span.of(text)) and later >= 0:
            limit = bool(_BY.search(text, 0, said.span.start))
            if near or limit:  # “Monday … Wednesday …, so by Thursday” on a Thursday
                day = when.today + timedelta(days=7)
                yield replace(
                    said,
                    first=day,
                    last=day,
                    sure=limit and not _OR.search(text, later, said.span.start),
                )
                continue
        if said.last and said.last > when.today:
            later = said.span.end
        yield said


def _of_week(said: Said, week: Said, text: str) -> Said:
    """A weekday as that of a week named shortly before it, where it would lie before that."""
    between = text[week.span.end : said.span.start]
    if not week.first or not said.last or said.last >= monday(week.first) or len(between) > _NEAR:
        return said
    day = monday(week.first) + timedelta(days=said.last.weekday())
    return replace(said, first=day, last=day, sure=said.sure and between.strip(" ,(-") in _BESIDE)


def _is_range(one: Said, two: Said, text: str) -> bool:
    joint = text[one.span.end : two.span.start]
    if not _JOINED.fullmatch(joint) or not one.last or not two.last or not one.is_day:
        return False
    if _MOVED.search(text, 0, one.span.start):  # from the one to the other
        return False
    if "and" in joint.split() and "including" not in joint:
        return bool(_BETWEEN.search(text, 0, one.span.start)) and one.last < two.last
    return one.last < two.last
