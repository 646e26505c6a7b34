"""Weekdays of a week that is named before them: “Could you come next week? Thursday at 4?” is then."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from followup.prose.when import Said
from followup.prose.when.arithmetic import WEEK, monday
from followup.prose.when.weeks import WEEKDAY_ALONE

_WHOLE = re.compile(
    r"\b(?:next|following|nächste[rn]?|kommende[rn]?|the week after|übernächste[rn]?)\b",
    re.IGNORECASE,
)
_SEES = re.compile(r"\b(?:interview\w*|\w*gespräche?n?|vorstell\w*)\b", re.IGNORECASE)
# Then the day may be before it: “I'm away next week. Could you come on Thursday?”
_NOT_THEN = re.compile(
    r"\b(?:away|off|out|leave|holiday|vacation|busy|before|not|urlaub|verreist|weg|vorher|davor|nicht|keine?)\b|n't\b",
    re.IGNORECASE,
)
# “Tell me by Friday which one”: that is sooner.
_BY = re.compile(
    r"\b(?:by|before|until|till?|this|last|past|since|bis|vor|seit|spätestens|diese[nrms]?"
    r"|letzte[nrms]?)(?: am| zum)? *$",
    re.IGNORECASE,
)
_WEEK_NAMED = re.compile(r"\b(?:week|woche)\b", re.IGNORECASE)
_WORKDAYS = timedelta(days=4)


@dataclass(frozen=True, slots=True)
class Week:
    """A week to come, by its first and last day; `sure` is whether it is plain that one is to come then.

    `place` is where in its sentence it is named.
    """

    first: date
    last: date
    sure: bool
    place: int


def week_in(
    text: str, days: Iterable[Said], scores: Mapping[str, float], today: date
) -> Week | None:
    """The week for which a sentence invites, or of which it says that they see people then; None without either."""
    invites = scores["invitation"] > 0
    if not invites and not _SEES.search(text):
        return None
    sure = invites and not _NOT_THEN.search(text)
    for said in days:
        words, first, last = said.span.of(text), said.first, said.last
        if not first or not last or first <= today or not _WHOLE.search(words):
            continue
        if said.is_day and _WEEK_NAMED.search(words):  # “next week on Thursday”
            first = monday(first)
            last = first + _WORKDAYS
        if last - first == _WORKDAYS:
            return Week(first, last, sure, said.span.end)
    return None


def in_week(said: Said, text: str, scores: Mapping[str, float], week: Week | None) -> Said:
    """A weekday that stands alone, in that week where it would be before it; no day on which they tell me."""
    if not week or not said.last or not WEEKDAY_ALONE.fullmatch(said.span.of(text).lower()):
        return said
    if scores["promise"] > max(0.0, scores["invitation"]):
        return said
    if _BY.search(text, 0, said.span.start):
        return said
    day = said.last
    while day < week.first:
        day += WEEK
    return said if day > week.last else replace(said, first=day, last=day, sure=week.sure)
