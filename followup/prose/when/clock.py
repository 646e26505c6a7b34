"""Times of day: “10:00”, “3 pm”, “10-11.30 am (CET)”, “noon”, “14h30”, “between 2 and 4”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from followup.prose.text import Span, flatten, lower
from followup.prose.when.said import MONTH
from followup.prose.when.spoken import EARLIEST, HOURS, NOON, PART, by_day, listed, spoken
from followup.prose.when.zones import Zone, zone_at
from followup.prose.word_lists import word_list

_HALF = r"(?P<{0}half>[ap])\.?m\b\.?"
_IN_WORDS = re.compile(rf"\b(?:{'|'.join(HOURS)})(?= uhr\b| o[' ]?clock\b)")
_A_DAY = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri)day|mon|tues?|wed|weds|thurs?|thu|fri)\.? $"
)
_NOT_AT = re.compile(r"\b(?:rather than|instead of|in place of|anstatt|statt|not)(?: at| um)? $")
_A_DAY_APART = re.compile(  # “this Saturday, 8 till 2”, “1 December, 11-11.45”
    rf"(?:day|\d(?:st|nd|rd|th)|\d\.? {MONTH})$"
)
_A_TIME = re.compile(r"\d ?(?:[ap]\.?m\b\.?|uhr|(?<=\d[.:][0-5]\d))[ ,]*$")
_NEAR = 16
_BEFORE_WORK = (5, 6)
_WINDOWS = ("between", "zwischen")
# “Same time, 9.15.”
_TIME_IS = re.compile(r"\b(?:time|zeit)[,:]? $")


def _clock(name: str) -> str:
    half = _HALF.format(name)
    return (
        rf"(?:(?P<{name}hour>[01]?\d"
        rf"|2[0-3])(?:(?P<{name}mark>[:.h])(?P<{name}minute>[0-5]\d)(?:[:][0-5]\d)?)?(?![\d])"
        rf"(?P<{name}tail>(?: ?{half})|h\b| ?hrs\b| uhr\b(?: (?P<{name}past>[0-5][05])\b(?!\.))?| o[' ]?clock\b"
        rf"|(?<=[:.]\d\d) h(?:ours?)?\b)?"
        rf"|(?P<{name}noon>\bnoon|midday))"
    )


# “14.15 bis ca. 15.30 Uhr”
_ABOUT = r"(?:(?:ca\.|circa|etwa|ungefähr|gegen|about|around|approx\.?|roughly) ?)?"
_TIME = re.compile(
    rf"(?:(?P<lead>\b(?:at|from|between|zwischen|around|about|start(?:s|ing)?|by|or|and|until) ?|@ ?|, )"
    rf"|(?<![\d/.:#$€£+-])){_clock('a')}"
    rf"(?: ?(?P<joint>-|to|until|till?|and|und|bis) ?{_ABOUT}{_clock('b')})?(?! ?(?:%|minutes?|mins?\b|hours?\b"
    rf"|days?|weeks?|people|years?|rounds?|x\b|of\b|k\b|candidates?|questions?|slides?|pages?|\$|€"
    rf"|eur\b))"
)
# “14 Uhr c. t.”: a quarter past, as universities say it.
_AND_A_QUARTER = re.compile(r" c\. ?t\b")
# “At 3 Mill Lane”: a house.
_HOUSE = re.compile(
    r"[a-z]?,? (?:(?!(?:on|in|at|to|by|near|the|for|and|with|or|then|am|in|bei) )[\w'.-]+ ){1,3}"
    rf"(?:{'|'.join(sorted(word_list('streets')))})\b"
)
# “um 10”, “ab 8”, “say 2”: an hour alone, where nothing is counted behind it.
_LED = re.compile(
    r"\b(?:um|ab|gegen|so um|so gegen|circa|say|around|about|von(?= \d{1,2} auf\b))"
    r" (?P<hour>1\d|2[0-3]|\d)(?![\w:.,%€/-]*[\w:%€])"
    r"(?=[,;.!?)]|$| (?:in der|oder|und|bei|zum|zur|im|in|mit|herum|rum|hier|da|dran|an|am|passt|passen|kommen|geht"
    rf"|vor(?! (?:halb|\d|{'|'.join(HOURS)})\b)"
    r"|ginge|klappt|los|anfangen|beginn\w*|morgens|früh|vormittags?|nachmittags?|abends?|auf|zu|statt|kannst|könntest"
    r"|können|könnten|haben|hast|sein|da)\b)"
)
_FOUR = re.compile(
    r"(?P<lead>\bat |@ ?)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?: ?h(?:rs|ours)?\b)?(?![\d/])"
)
# “Tuesday 8 December, 10.00”: the last of a line.
_LAST = re.compile(
    r"\s*(?:\.?$|[;,(]|(?:or|oder|and|und|bei|at|in|im|when|once|after|before|sharp|if|wenn|nach|vor)\b)"
)
# “4pm instead of 3”: in the same half of the day.
_OLD = re.compile(
    r"(?<=\d)(?:[:.][0-5]\d)? ?(?P<half>[ap])\.?m\b[^,;?]{0,24}\b(?:instead of|rather than) (?P<hour>1[0-2]|[1-9])"
    r"(?=[?!,;]|\.(?!\d)|$| (?:today|tomorrow|on|if|please|sorry)\b)"
)

# “at 3 tomorrow rather than 4”: an hour alone beside another one.
_OLD_ALONE = re.compile(
    r"(?:\bat|@|\bum) ?(?:1[0-2]|[1-9])\b(?![:.]\d)[^,;?]{0,24}\b(?:instead of|rather than|and not|statt)(?: at| um)? "
    r"(?P<hour>1[0-2]|[1-9])(?=[?!,;]|\.(?!\d)|$| (?:today|tomorrow|on|if|please|sorry|as)\b)"
)

# “can't do 4 today”, “could you make 11 on Friday?”: an hour alone, as people type it on a phone.
_ALONE = re.compile(
    r"(?<![\d:])(?:\bdo|\bmake|\bmanage) (?:the |our )?(?P<hour>1[0-2]|[1-9])(?= (?:today|tomorrow|tmrw|tonight"
    r"|(?:on )?(?:mon|tues|wednes|thurs|fri)(?:day)?\b))"
)


@dataclass(frozen=True, slots=True)
class Said:
    """A time of day that a text names, with its end and zone where they are said.

    `sure` is whether the text leaves no doubt between morning and afternoon; `window` whether one may choose in it.
    """

    span: Span
    start: time
    end: time | None
    zone: Zone | None
    sure: bool
    window: bool


def _in_figures(found: re.Match[str]) -> str:
    """An hour as a number, in the same place: “zehn Uhr”, “eleven o'clock”."""
    return str(HOURS[found[0]]).rjust(len(found[0]))


def _hour(found: re.Match[str], name: str, half: str | None) -> tuple[time, bool] | None:
    if found[f"{name}noon"]:
        return time(12), True
    hour = int(found[f"{name}hour"])
    minute = int(found[f"{name}minute"] or found[f"{name}past"] or 0)
    if half:
        if not 1 <= hour <= NOON:
            return None
        return time(hour % NOON + (NOON if half == "p" else 0), minute), True
    written = len(found[f"{name}hour"]) > 1 or hour >= NOON or found[f"{name}tail"]
    # “6:30 Uhr” is no evening's: of that one writes 18:30.
    early = hour in _BEFORE_WORK and found[f"{name}mark"] and "uhr" in (found[f"{name}tail"] or "")
    if hour < EARLIEST and not early and not (written and found[f"{name}hour"][0] == "0"):
        return time(by_day(hour), minute), False
    return time(hour, minute), True


def _is_time(found: re.Match[str], before: str, after: str) -> bool:
    """Whether the numbers are a time: a mark, am or pm, a word before them or what comes after says so."""
    if found["atail"] and found["atail"].startswith(" h") and int(found["ahour"]) < EARLIEST:
        return False  # so long, not at that time
    if found["anoon"] or found["atail"] or found["amark"] in (":", "h"):
        return True
    ends = found["joint"] and (
        found["bhalf"] or found["bmark"] == ":" or found["btail"] or found["bnoon"]
    )
    lead = (found["lead"] or "").strip()
    if found["amark"] == ".":
        listed = lead == "," and _LAST.match(after)
        beside = lead in ("or", "oder", "and", "und") and _A_TIME.search(before)
        told = (
            listed
            or beside
            or _TIME_IS.search(before.rstrip() + " ")
            or _NOT_AT.search(before)
            or (not lead and _A_DAY.search(before))
        )
        fits = told and int(found["aminute"]) % 5 == 0
        return bool(ends or fits) or lead in ("at", "from", "@", *_WINDOWS)
    spans = found["joint"] and lead in (",", "") and _A_DAY_APART.search(before.rstrip())
    spans = spans or (found["joint"] and not before.strip() and not after.strip(" .!"))  # a line
    return bool(ends or spans) or lead in ("at", "@") or (lead in _WINDOWS and bool(found["joint"]))


def _read(found: re.Match[str], text: str, yours: str | None) -> Said | None:
    before = text[max(0, found.start() - _NEAR) : found.start()]
    if not found["atail"] and not found["amark"] and _HOUSE.match(text, found.end()):
        return None
    if not _is_time(found, before, text[found.end() :]):
        return None
    half, last = found["ahalf"] or _half_of_day(text, found), found["bhalf"]
    end = _hour(found, "b", last) if found["joint"] else None
    start = _hour(found, "a", half)
    if not start:
        return None
    if (
        end
        and last
        and not half
        and not found["anoon"]
        and not (found["amark"] and int(found["ahour"]) > NOON)
    ):
        start = _before(found, end[0], last) or start
    if (
        end
        and half
        and not last
        and not found["bnoon"]
        and end[0].hour < NOON
        and end[0] <= start[0]
    ):
        end = (end[0].replace(hour=end[0].hour + NOON), True)
    sure = start[1] and (not end or end[1] or bool(half) or end[0] > start[0])
    if not start[0].minute and _AND_A_QUARTER.match(text, found.end()):
        start = start[0].replace(minute=15), start[1]
    zone = zone_at(text, found.end(), yours)
    at = found.start("anoon") if found["anoon"] else found.start("ahour")
    return Said(
        Span(at, zone[1] if zone else found.end()),
        start[0],
        end[0] if end else None,
        zone[0] if zone else None,
        sure,
        window=(found["lead"] or "").strip() in _WINDOWS,
    )


def _half_of_day(text: str, found: re.Match[str]) -> str | None:
    """The half that is said behind an hour: “7 in the evening”; none of an hour that can only lie in one."""
    part = None if found["joint"] or found["anoon"] else PART.match(text, found.end())
    if not part or not 1 <= int(found["ahour"]) <= NOON:
        return None
    return "a" if part["early"] else "p"


def _before(found: re.Match[str], end: time, last: str) -> tuple[time, bool] | None:
    """The start of “2-3 pm” and “11-1 pm”: in the half of the day that puts it before the end."""
    hour, minute = int(found["ahour"]), int(found["aminute"] or 0)
    if not 1 <= hour <= NOON:
        return None
    same = time(hour % NOON + (NOON if last == "p" else 0), minute)
    return (same, True) if same < end else (time(hour % NOON, minute), True)


def _sure(span: Span, start: time, end: time | None, zone: tuple[Zone, int] | None) -> Said:
    """A time without any doubt, with the zone that is named behind it, and where the name of that ends."""
    whole = Span(span.start, zone[1]) if zone else span
    return Said(whole, start, end, zone[0] if zone else None, sure=True, window=False)


def times_in(text: str, yours: str | None = None) -> Iterator[Said]:
    """The times of day that a text names, in their order; `yours` is the zone of whom it is written to."""
    flat = _IN_WORDS.sub(_in_figures, lower(flatten(text)).replace("\n", " "))
    for found in _TIME.finditer(flat):
        said = _read(found, flat, yours)
        if said:
            yield said
    for span, begins, ends in (*spoken(flat), *listed(flat)):
        yield _sure(span, begins, ends, zone_at(flat, span.end, yours))
    for found in _OLD.finditer(flat):
        start = time(int(found["hour"]) % NOON + (NOON if found["half"] == "p" else 0))
        yield Said(Span(*found.span("hour")), start, None, None, sure=True, window=False)
    for found in _LED.finditer(flat):
        hour, part = int(found["hour"]), PART.match(flat, found.end())
        sure = bool(part) or hour >= EARLIEST
        late = part["late"] if part else hour < EARLIEST
        start = time(hour + (NOON if late and hour < NOON else 0))
        yield Said(Span(*found.span("hour")), start, None, None, sure=sure, window=False)
    for found in (*_ALONE.finditer(flat), *_OLD_ALONE.finditer(flat)):
        hour = int(found["hour"])
        sure = hour >= EARLIEST
        start = time(by_day(hour))
        yield Said(Span(*found.span("hour")), start, None, None, sure=sure, window=False)
    for found in _FOUR.finditer(flat):
        if not _HOUSE.match(flat, found.end()):
            start = time(int(found["hour"]), int(found["minute"]))
            span = Span(found.start("hour"), found.end())
            yield _sure(span, start, None, zone_at(flat, span.end, yours))
