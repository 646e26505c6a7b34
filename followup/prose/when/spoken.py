"""Times of day in words: “half two” is 14:30, German “halb zwei” 13:30."""

import re
from collections.abc import Iterator
from datetime import time

from followup.prose.text import Span

NOON = 12
EARLIEST = 7
"""An interview at “2:30” is in the afternoon, one at “8:30” in the morning."""
_WORDS = "ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn"
_ENGLISH = "one two three four five six seven eight nine ten eleven twelve"
HOURS = {word: hour for row in (_WORDS, _ENGLISH) for hour, word in enumerate(row.split(), 1)}
"""The hours as words."""
# “Um 10 in der Früh”, “at 7 in the evening”: which half of the day.
PART = re.compile(
    r",? ?(?:(?P<early>in der früh|morgens|früh\b|vormittags?|am (?:vormittag|morgen)|in the morning)"
    r"|(?P<late>nachmittags?|abends?|am (?:nachmittag|abend)|in the (?:afternoon|evening)|at night))"
)
_SAID = (
    r"(?P<{0}part>half(?: past)?|quarter past|quarter to|halb|viertel nach|viertel vor|viertel|dreiviertel"
    r"|(?:five|ten|twenty) past|(?<=\bat )(?:five|ten|twenty) to|(?<=\bum )(?:fünf|zehn|zwanzig) (?:vor|nach)) "
    rf"(?P<{{0}}hour>{'|'.join((*HOURS, 'eins'))}|1[0-2]|[1-9])"
    r"(?![\w:-]|\.\d)(?! (?:of|an|hours?|days?|weeks?|stunden?)\b)"
)
_SPOKEN = re.compile(rf"\b{_SAID.format('a')}(?: (?:to|until|till|bis) {_SAID.format('b')})?")
_MINUTES = {
    "half": 30,
    "half past": 30,
    "quarter past": 15,
    "quarter to": -15,
    "halb": -30,
    "viertel nach": 15,
    "viertel vor": -15,
    "viertel": -45,
    "dreiviertel": -15,
} | {
    f"{word} {side}": sign * minutes
    for words in ("five ten twenty", "fünf zehn zwanzig")
    for word, minutes in zip(words.split(), (5, 10, 20), strict=True)
    for side, sign in (("past", 1), ("nach", 1), ("to", -1), ("vor", -1))
}
# “9.00 Tour of the school”, “10.15 - Lesson”: what comes then, on a line or one after the other; no price.
_STEP = re.compile(
    r"(?:^\W*|[:,;(] ?|\b(?:and|und|then|dann) )(?P<hour>0?[6-9]|1\d|2[01])\.(?P<minute>[0-5][05])"
    r"(?: ?[-\u2013] ?(?P<to>[01]?\d|2[01])\.(?P<past>[0-5][05]))?"
    r"(?= ?[-\u2013:]? ?(?!(?:an?|per|pro|euro?|percent|prozent|hours?|gross|net|brutto|netto|extra|each|mal"
    r"|(?:month|hour|dai|week|year|stünd|monat|tägl|jähr|wöch)\w*|pounds|pence|dollars|franken|chf|rising|and|und|or|oder|bis|to|for|uhr|bei)\b)"
    r"[^\W\d_]{3})"
)

_PAID = re.compile(
    r"\b(?:pay|paid|pays|wages?|rate|salary|fee|price|costs?|charges?|budget|bonus|\w*lohn|\w*gehalt|\w*preis\w*|koste\w*"
    r"|\w*zulage|vergütung|verdien\w+|version)\b[^.;]{0,20}$|[€£$] ?$"
)


def by_day(hour: int) -> int:
    """An hour alone, as one means it: nobody meets before seven in the morning."""
    return hour + NOON if hour < EARLIEST else hour


def spoken(flat: str) -> Iterator[tuple[Span, time, time | None]]:
    """Where a flattened text in lower case says a time so, and when it begins and ends; by night only if it says so."""

    def at(found: re.Match[str], name: str) -> time:
        word = found[f"{name}hour"]
        hour = int(word) if word.isdecimal() else ({**HOURS, "eins": 1})[word]
        part = PART.match(flat, found.end())
        late = hour + NOON if hour < NOON and part and part["late"] else hour
        minutes = (late if part else by_day(hour)) * 60 + _MINUTES[found[f"{name}part"]]
        return time(minutes // 60 % 24, minutes % 60)

    for found in _SPOKEN.finditer(flat):
        yield Span(*found.span()), at(found, "a"), at(found, "b") if found["bhour"] else None


def listed(flat: str) -> Iterator[tuple[Span, time, time | None]]:
    """The times that the steps of a day begin with: one that begins a line, or several."""
    found = [one for one in _STEP.finditer(flat) if not _PAID.search(flat, 0, one.start("hour"))]
    if len(found) > 1 or (found and not flat[: found[0].start("hour")].strip(" -\u2022*")):
        for one in found:
            ends = time(int(one["to"]), int(one["past"])) if one["to"] else None
            start, end = one.start("hour"), one.end("past") if ends else one.end("minute")
            yield Span(start, end), time(int(one["hour"]), int(one["minute"])), ends
