"""Days in German: “bis Ende der KW 3”, “Mitte Januar”, “übermorgen”, “kommende Woche”, “in 14 Tagen”."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from followup.prose.text import Span
from followup.prose.when.arithmetic import (
    WEEK,
    Read,
    add_working_days,
    end_of_month,
    monday,
    one,
    over_feasts,
    stretch,
)
from followup.prose.when.said import MONTH, WEEKDAY, YEAR, Said, When, month_of, weekday_of, year_of

_FRIDAY, _SATURDAY = timedelta(days=4), 5
_START = {"heute": 0, "morgen": 1, "übermorgen": 2}
_WEEKS_IN_DAYS = (7, 8, 14, 21)
_PARTS = {"anfang": (0, 1), "mitte": (2, 2)}
_LONG_AGO = timedelta(days=100)
_WORDS = "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn"
_COUNTS = {"einem": 1, "einer": 1, "ein": 1, "zwanzig": 20} | {
    word: count for count, word in enumerate(_WORDS.split(), 2)
}
_NUMBER = rf"(?:\d{{1,3}}|{'|'.join(_COUNTS)})"
_COUNT = rf"(?P<count>{_NUMBER})"
_ABOUT = r"(?P<about>(?:etwa|circa|ca\.|rund|ungefähr|voraussichtlich|vielleicht|wohl|gut|guten|knapp) )?"
_NEXT = r"(?P<next>nächste[nrs]?|kommende[nrs]?|folgende[nrs]?)"

# Before it, the morning is meant; at the beginning of a sentence what comes next tells it from a greeting.
_MORNING = re.compile(
    r"\b(?:gute[nr]?|schöne[nr]?|frühe[nr]?|am|jede[nrms]?|diese[nrms]?|eine[nrms]?|heute|gestern|de[nms]"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch) $"
)
_BEGINS = re.compile(
    r" (?:um|ab|früh|vormittag|nachmittag|mittag|abend|\d|wird|geht|fällt|klappt|muss|müssen|kann|können|kommt|ist)"
)


def _monday_of(number: int, year: int) -> date | None:
    try:
        return date.fromisocalendar(year, number, 1)
    except ValueError:
        return None


def _numbered_week(found: re.Match[str], today: date) -> Said | None:
    """A week by its number: its end where that is named, else anything in it."""
    year = today.isocalendar().year
    years = [year_of(found["year"])] if found["year"] else [year, year + 1]
    starts = [start for each in years if (start := _monday_of(int(found["number"]), each))]
    start = next((one for one in starts if one + _FRIDAY > today - _LONG_AGO), None)
    if not start:
        return None
    if found.groupdict().get("end"):
        return one(found, start + _FRIDAY)
    return Said(Span(*found.span()), start, start + _FRIDAY, sure=False)


def _weekday_of_numbered(found: re.Match[str], today: date) -> Said | None:
    """“Freitag der KW 25”, “Freitag der 25. KW”."""
    week = _numbered_week(found, today)
    first = week.first if week else None
    return one(found, first + timedelta(days=weekday_of(found["day"]))) if first else None


def _tomorrow(found: re.Match[str], today: date) -> Said | None:
    """“Morgen” is the next day, unless it is a greeting or the morning: “Guten Morgen”, “am Dienstag Morgen”."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    if _MORNING.search(before) or (not before.strip() and not _BEGINS.match(after)):
        return None
    return one(found, today + timedelta(days=1))


def _end_of_week(found: re.Match[str], today: date) -> Said | None:
    ahead = 2 if found["later"] else 1 if found["next"] else 0
    friday = monday(today) + ahead * WEEK + _FRIDAY
    return one(found, friday, sure=friday > today and today.weekday() < _SATURDAY)


def _whole_week(found: re.Match[str], today: date) -> Said | None:
    start = monday(today) + WEEK * (2 if found["later"] else 1)
    return Said(Span(*found.span()), start, start + _FRIDAY, sure=False)


def _month(found: re.Match[str], today: date) -> Said | None:
    month = month_of(found["month"])
    year = year_of(found["year"]) if found["year"] else today.year + (month < today.month)
    start = date(year, month, 1)
    if found["part"].startswith("im"):
        return stretch(found, start, end_of_month(start))
    if found["part"] == "ende":
        return one(found, end_of_month(start))
    day = start.replace(day=15 if found["part"] == "mitte" else 10)
    return Said(Span(*found.span()), day, day, sure=False, begins=False)


def _count(words: str) -> int:
    return int(words) if words.isdecimal() else _COUNTS[words]


def _in_time(found: re.Match[str], today: date) -> Said | None:
    """“In zwei Wochen”; of “zwei bis drei Wochen” the longer, sure where that is a last day (“innerhalb von”)."""
    count = _count(found["to"] or found["count"])
    sure = not found["about"] and (not found["to"] or found[0].startswith(("innerhalb", "binnen")))
    if found["unit"].startswith("woche"):
        return one(found, today + count * WEEK, sure=sure)
    work = found["unit"].startswith(("werk", "arbeits"))
    day = add_working_days(today, count) if work else today + timedelta(days=count)
    return one(found, day, sure=sure)


def _few(found: re.Match[str], today: date) -> Said | None:
    """“In den nächsten Tagen”, “in ein paar Wochen”: how many is anybody's guess."""
    weeks = found["unit"].startswith("woche")
    return one(found, today + 3 * WEEK if weeks else add_working_days(today, 3), sure=False)


def _weeks_on(found: re.Match[str], today: date) -> Said | None:
    """“Freitag in 14 Tagen”, “heute in acht Tagen”: eight days are a week, as people say it."""
    start = _START.get(found["day"])
    if start is None:
        start = (weekday_of(found["day"]) - today.weekday()) % 7 or 7
    count = _count(found["count"])
    weeks = count if found["unit"].startswith("woche") else round(count / 7)
    if found["unit"].startswith("tag") and count not in _WEEKS_IN_DAYS:
        return one(found, today + timedelta(days=start + count), sure=False)
    return one(found, today + timedelta(days=start) + weeks * WEEK)


def _part_of_week(found: re.Match[str], today: date) -> Said | None:
    """“Anfang nächster Woche”, “im Laufe der Woche”."""
    first, last = _PARTS.get(found["part"], (0, 4))
    start = monday(today) + (2 if found["later"] else 1 if found["next"] else 0) * WEEK
    days = [max(today, start + timedelta(days=day)) for day in (first, last)]
    return Said(Span(*found.span()), days[0], days[1], sure=False, begins=False)


def _ahead(days: int) -> Read:
    return lambda found, today: one(found, today + timedelta(days=days))


_RULES: tuple[tuple[re.Pattern[str], Read], ...] = (
    (
        re.compile(
            rf"(?P<day>{WEEKDAY})(?:,| (?:der|in(?: der)?|of))? (?=[kcw]|\d\d?\. ?k)"
            r"(?:(?:kw|kalenderwoche|calendar week|week|cw) ?)?(?P<number>\d\d?)\b(?!\.\d)"
            rf"(?:\. ?(?:kw|kalenderwoche)\b)?(?:[/ ](?P<year>{YEAR}))?"
        ),
        _weekday_of_numbered,
    ),
    (
        re.compile(
            r"\b(?P<end>ende (?:der )?|(?:the )?end of )?(?<!\d )(?:kw|kalenderwoche|calendar week|cw)"
            r" ?(?P<number>\d\d?)\b"
            rf"(?!\.\d)(?:[/ ](?P<year>{YEAR}))?"
        ),
        _numbered_week,
    ),
    (
        re.compile(
            rf"\b(?P<end>ende (?:der )?)?(?P<number>\d\d?)\. ?(?:kw|kalenderwoche)\b(?:[/ ](?P<year>{YEAR}))?"
        ),
        _numbered_week,
    ),
    (
        re.compile(rf"\bende (?:der |dieser )?(?:{_NEXT} )?(?P<later>übernächsten? )?woche\b"),
        _end_of_week,
    ),
    (re.compile(rf"\b(?:{_NEXT}|(?P<later>übernächste[rn]?)) woche\b"), _whole_week),
    (
        re.compile(
            rf"\b(?P<part>anfang|mitte|ende|im(?: laufe?)?) (?:des )?(?P<month>{MONTH})(?: (?P<year>{YEAR}))?"
        ),
        _month,
    ),
    (
        re.compile(r"\b(?:(?:zum |am )?monatsende|(?:zum |am )?ende (?:des|dieses) monats)\b"),
        lambda found, today: one(found, end_of_month(today)),
    ),
    (
        re.compile(
            rf"\b(?:in|innerhalb|innerhalb von|binnen) (?:de[nr] )?(?:nächsten |kommenden )?{_ABOUT}"
            rf"{_COUNT}(?: ?(?:bis|-|oder) ?(?P<to>{_NUMBER}))? (?P<unit>tage?n?|wochen?|werktage?n?|arbeitstage?n?)\b"
        ),
        _in_time,
    ),
    (
        re.compile(
            rf"\bnoch {_ABOUT}{_COUNT}(?: ?(?:bis|-|oder) ?(?P<to>{_NUMBER}))? (?P<unit>tage?|wochen?)\b"
        ),
        lambda found, today: (
            replace(said, sure=False) if (said := _in_time(found, today)) else None
        ),
    ),
    (
        re.compile(
            r"\b(?:in|innerhalb|während)(?: der| den)? (?:nächsten|kommenden|ein paar|einigen|wenigen)"
            r" (?P<unit>tagen?|wochen)\b"
        ),
        _few,
    ),
    (
        re.compile(
            rf"(?P<day>{WEEKDAY}|\b(?:heute|morgen|übermorgen)),? in {_COUNT} (?P<unit>tagen?|wochen?)\b"
        ),
        _weeks_on,
    ),
    (
        re.compile(
            rf"\b(?P<part>anfang|mitte|im laufe?|während)(?: der| dieser)? (?:{_NEXT} |(?P<later>übernächste[rn] ))?"
            r"woche\b"
        ),
        _part_of_week,
    ),
    (
        re.compile(
            r"\b(?P<next>)(?P<later>)(?P<part>diese) woche(?: noch)?\b(?! (?:am )?(?:mo|di|mi|do|fr|sa|so))"
        ),
        _part_of_week,
    ),
    (
        re.compile(r"\b(?:jahresende|ende (?:des|dieses) jahres)\b"),
        lambda found, today: one(found, date(today.year, 12, 31)),
    ),
    (
        re.compile(r"\b(?:noch )?(?:in )?diese[sm] jahr\b"),
        lambda found, today: one(found, date(today.year, 12, 31), sure=False),
    ),
    (re.compile(r"\bübermorgen\b"), _ahead(2)),
    (re.compile(r"\bmorgen\b"), _tomorrow),
    (re.compile(r"\bheute\b"), _ahead(0)),
)


def german(text: str, when: When) -> Iterator[Said]:
    """The days in a flattened German text in lower case that no date names."""
    for pattern, read in _RULES:
        for found in pattern.finditer(text):
            said = read(found, when.today)
            if said:
                working = (found.groupdict().get("unit") or "").startswith(("werk", "arbeits"))
                yield over_feasts(said, when) if working else said
