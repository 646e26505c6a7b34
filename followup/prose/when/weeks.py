"""Weekdays and weeks, told from the day of writing: “Friday”, “a week on Tuesday”, “early next week”."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from followup.prose.text import Span
from followup.prose.when.arithmetic import WEEK, Read, monday, one, stretch
from followup.prose.when.said import WEEKDAY, Said, When, count_of, weekday_of

_MON, _TUE, _WED, _FRI, _SAT = 0, 1, 2, 4, 5
_WHICH = r"(?P<which>this|next|(?:the )?following|(?:the )?coming|(?:the )?same|the)"
_IN_ENGLISH = {
    "diese": "this",
    "nächs": "next",
    "komme": "coming",
    "letzt": "last",
    "verga": "last",
    "übern": "after",
}
_PARTS = {
    "early": (_MON, _TUE),
    "start": (_MON, _MON),
    "beginning": (_MON, _MON),
    "first half": (_MON, _WED),
    "mid": (_WED, _WED),
    "middle": (_WED, _WED),
    "late": (_FRI - 1, _FRI),
    "later": (_FRI - 1, _FRI),
    "second half": (_WED, _FRI),
}


def _in_english(which: str) -> str:
    bare = which.removeprefix("the ")
    return _IN_ENGLISH.get(bare[:5], bare)


def _week(words: str, today: date) -> tuple[date, bool]:
    """The Monday of the week that is named, and whether there is no doubt: at a weekend “this week” may be over."""
    which = _in_english(words).split()[0]
    ahead = (
        2 if "after next" in words or which == "after" else which in ("next", "following", "coming")
    )
    return monday(today) + ahead * WEEK, today.weekday() < _SAT


def _weekday(found: re.Match[str], today: date) -> Said | None:
    """“Friday” is the next one; “next Friday” too where it lies in the next week, else one asks."""
    which = _in_english(found["which"] or "")
    day = weekday_of(found["day"])
    coming = today + timedelta(days=(day - today.weekday()) % 7)
    if which in ("last", "past"):
        return one(found, coming - WEEK)
    if coming == today:
        return one(
            found,
            coming + (WEEK if which in ("next", "following") else 0 * WEEK),
            sure=which in ("next", "this"),
        )
    in_next_week = coming >= monday(today) + WEEK
    if which == "next" and not in_next_week:
        return one(found, coming + WEEK, sure=False)
    if which == "this" and in_next_week and "coming" not in found[0]:
        return one(found, coming, sure=False)
    return one(found, coming)


def _weekday_of_week(found: re.Match[str], today: date) -> Said | None:
    start, sure = _week(found["which"], today)
    return one(found, start + timedelta(days=weekday_of(found["day"])), sure=sure)


def _weeks_on(found: re.Match[str], today: date) -> Said | None:
    """“A week on Tuesday”, “Tuesday week”, “Friday fortnight”."""
    day = weekday_of(found["day"])
    ahead = (day - today.weekday()) % 7 or 7
    weeks = count_of(found["count"]) if found.groupdict().get("count") else 1
    weeks *= 2 if "fortnight" in found[0] else 1
    return one(found, today + timedelta(days=ahead) + weeks * WEEK)


def _end_of_week(found: re.Match[str], today: date) -> Said | None:
    if found.groupdict().get("after"):  # the week after next
        return one(found, monday(today) + 2 * WEEK + timedelta(days=_FRI))
    start, sure = _week(found.groupdict().get("which") or "this", today)
    friday = start + timedelta(days=_FRI)
    return one(found, friday, sure=sure and friday > today)


def _weekend(found: re.Match[str], today: date) -> Said | None:
    """“Before the weekend”, “nach dem Wochenende”: Friday, the two days, or Monday."""
    saturday = monday(today) + timedelta(days=_SAT)
    if found["side"] in ("before", "by", "vor dem", "bis zum"):
        return one(found, saturday - timedelta(days=1), sure=False)
    if found["side"] in ("after", "nach dem"):
        return one(found, saturday + timedelta(days=2), sure=False)
    return stretch(found, saturday, saturday + timedelta(days=1))


def _part_of_week(found: re.Match[str], today: date) -> Said | None:
    start, _ = _week(found["which"] or "this", today)
    first, last = (start + timedelta(days=day) for day in _PARTS[found["part"]])
    return Said(Span(*found.span()), first, max(last, today), sure=False, begins=False)


def _whole_week(found: re.Match[str], today: date) -> Said | None:
    start, _ = _week(found["which"], today)
    return stretch(found, start, start + timedelta(days=_FRI))


_RULES: tuple[tuple[re.Pattern[str], Read], ...] = (
    (
        re.compile(
            rf"(?P<day>{WEEKDAY}),? (?:(?:in )?der )?(?P<which>diese[rn]?|nächste[rn]?|kommende[rn]?|übernächste[rn]?)"
            r" woche\b"
        ),
        _weekday_of_week,
    ),
    (
        re.compile(
            rf"\b(?P<which>diese|nächste|kommende|übernächste) woche,?(?: am)? (?P<day>{WEEKDAY})"
        ),
        _weekday_of_week,
    ),
    (
        re.compile(
            rf"(?P<day>{WEEKDAY}),? (?:of |in )?(?P<which>this|next|the following|the coming) week\b"
        ),
        _weekday_of_week,
    ),
    (
        re.compile(
            rf"\b(?P<which>this|next|the following|the coming) week(?:'s)?,?(?: on| -|:)? (?P<day>{WEEKDAY})"
        ),
        _weekday_of_week,
    ),
    (
        re.compile(
            rf"\b(?P<count>a|one|two|2) (?:week|fortnight)s? (?:on|from|this|coming) (?P<day>{WEEKDAY})"
        ),
        _weeks_on,
    ),
    (re.compile(rf"(?P<day>{WEEKDAY}) (?:week\b|fortnight\b|in einer woche\b)"), _weeks_on),
    (
        re.compile(
            rf"(?:\b(?P<which>this|next|(?:the )?following|(?:the |this )?coming|last|past|diese[nrms]?|nächste[nrms]?"
            rf"|kommende[nrms]?|letzte[nrms]?|vergangene[nrms]?)(?: coming)? )?(?P<day>{WEEKDAY})"
        ),
        _weekday,
    ),
    (
        re.compile(
            r"\b(?:the )?(?:end of|close of|end) (?:the )?(?:(?P<which>this|next|(?:the )?following|(?:the "
            r")?coming) )?(?:work(?:ing)? ?|business )?week(?P<after> after next)?\b"
        ),
        _end_of_week,
    ),
    (re.compile(r"\beow\b|\bweek'?s end\b"), _end_of_week),
    (
        re.compile(
            r"\b(?P<side>before|by|over|at|on|after|during|vor dem|bis zum|übers|am|nach dem) (?:(?:the|this) )?"
            r"(?P<which>next |coming |nächsten |kommenden )?(?:weekend|wochenende)\b"
        ),
        _weekend,
    ),
    (
        re.compile(
            rf"\b(?P<part>{'|'.join(_PARTS)})(?:[ -]of)?(?: in)?[ -](?:{_WHICH}[ -])?week\b"
        ),
        _part_of_week,
    ),
    (
        re.compile(
            r"\b(?P<which>week after next|(?:this|next|the (?:following|coming)) week(?! on| or two|end))\b"
        ),
        _whole_week,
    ),
)
WEEKDAY_ALONE = re.compile(rf"{WEEKDAY}\W*")
THAT_WEEK = re.compile(
    rf"(?P<day>{WEEKDAY}) (?:of|in|der|in der) (?:that(?: same)?|the same|jener|derselben) (?:week|woche)\b"
)
_SHORT = re.compile(r"\b(?:sat|sun|mon|wed)\b\.?$")
_TIMED = re.compile(
    r" (?:morning|afternoon|arvo|evening|night)\b|,? (?:at )?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\b|ish\b)"
    r"|,? \d{1,2}[:.]\d\d\b| (?:or|and|&) (?:sun|mon|tue|wed|thu|fri)(?:\w*day)?\b"
)
_LEADS = re.compile(
    r"\b(?:by|on|until|till|this|next|from|to|and|or|before)\b[ ,]*$|^ *$|[(,:;/-] ?$"
)


def _is_word(found: re.Match[str], text: str) -> bool:
    """“sat” and “sun” are words of other meanings as well; no word has a time behind it: “sat 4pm”."""
    if not _SHORT.search(found.group()) or found.groupdict().get("which"):
        return False
    if _TIMED.match(text, found.end()):
        return False
    return not _LEADS.search(text, max(0, found.start() - 12), found.start())


def weeks(text: str, when: When) -> Iterator[Said]:
    """The days in a flattened text in lower case that are told from the day of writing."""
    for pattern, read in _RULES:
        for found in pattern.finditer(text):
            said = None if _is_word(found, text) else read(found, when.today)
            if said:
                yield said
    for found in THAT_WEEK.finditer(text):
        start = monday(when.named or when.today)
        day = start + timedelta(days=weekday_of(found["day"]))
        yield one(found, day, sure=bool(when.named))
