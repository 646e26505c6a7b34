"""How text is read: words and sentences, days and counts in prose, and whether it is English."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from followup.model.times import Clock, in_utc
from followup.prose.word_lists import word_list

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
DAYS_AND_MONTHS = (*_WEEKDAYS, *_MONTHS)


def full_date(day: date, today: date) -> str:
    """“Fri 18 Sep”, with the year where it is not this one, or the day is more than half a year off."""
    far = abs((day - today).days) > 183  # noqa: PLR2004 (half a year)
    return date_in(day, 0 if far else today.year)


def date_in(day: date, year: int) -> str:
    """The same, said in that year."""
    text = f"{_WEEKDAYS[day.weekday()][:3]} {day.day} {_MONTHS[day.month - 1][:3]}"
    return text if day.year == year else f"{text} {day.year}"


def long_date(day: date) -> str:
    """A day in full: “Friday, 18 September 2026”."""
    return f"{_WEEKDAYS[day.weekday()]}, {day.day} {_MONTHS[day.month - 1]} {day.year}"


def date_words(day: date, today: date) -> str:
    """“yesterday”, “today”, “tomorrow”, else as `full_date`."""
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    return near.get((day - today).days) or full_date(day, today)


def day_words(moment: datetime, clock: Clock) -> str:
    """The day of a moment: “today”, “tomorrow”, “Fri 18 Sep”."""
    return date_words(clock.day(moment), clock.today)


def moment_words(moment: datetime, clock: Clock) -> str:
    """Day and time of a moment: “today, 14:30”; “Fri 18 Sep, 09:00”."""
    return f"{day_words(moment, clock)}, {clock.wall(moment):%H:%M}"


def deadline_words(moment: datetime, clock: Clock) -> str:
    """By when: a moment at 00:00 is the end of the day before it, so “Fri 18 Sep” and not “Sat 19 Sep, 00:00”."""
    wall = clock.wall(moment)
    if (wall.hour, wall.minute, wall.second) == (0, 0, 0):
        return day_words(in_utc(moment) - timedelta(seconds=1), clock)
    return moment_words(moment, clock)


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: “1 check”, “2 checks”."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def with_and(words: Sequence[str]) -> str:
    """Words in a row: “Ann”, “Ann and Ben”, “Ann, Ben and Cy”."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


_COMMON = word_list("english")
_FEW, _ENOUGH, _SHARE = 8, 400, 0.15


def is_english(prose: str) -> bool:
    """Whether enough of its words are the small ones of English; a few words alone are taken to be."""
    said = words(prose[:4000])[:_ENOUGH]
    if len(said) < _FEW:
        return True
    return sum(word in _COMMON for word in said) >= _SHARE * len(said)


JOTTED = re.compile(
    r"[-=]+>|→|⇒|\bw/(?:o|out)?(?=\s)|\bb/c\b|(?<=\w) = (?=\w)|(?<=\s)@(?=\s)|\?{2,}"
)
"""Signs of one who jots: nobody writes them into a sentence that another is to read."""

# Every replacement is one character for one, so that offsets stay those of the text that was given.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys(
            "\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000\u200b\ufeff\t", " "
        ),
        **dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\r\u2028\u2029\x85\x0b\x0c", "\n"),
        "\uff0c": ",",
        "\u3001": ",",
        "\uff01": "!",
        "\uff1f": "?",
        "\uff1a": ":",
        "\u3002": ".",
    }
)
_UNDECOMPOSED = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "\u0131": "i",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "þ": "th",
    }
)
_GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "ß": "ss", "æ": "ae"}
)

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.](?=\w)[^.!?\n]+)*[.!?]*")


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of characters."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]


def flatten(text: str) -> str:
    """The text in plain quotes, dashes, spaces and line breaks; as long as before."""
    return text.replace("\r\n", " \n").translate(_PLAIN)


def lower(text: str) -> str:
    """Lower case, as long as before (some capitals have a lower case of two characters)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def blank(text: str, spans: Iterable[Span]) -> str:
    """The text with the spans replaced by spaces."""
    pieces, at = [], 0
    for span in sorted(spans, key=lambda one: one.start):
        start, end = max(span.start, at), max(span.end, at)
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])


def without(pattern: re.Pattern[str], text: str) -> str:
    """The text with spaces where the pattern stands."""
    return pattern.sub(lambda match: " " * len(match.group()), text)


@lru_cache(maxsize=4096)
def folds(word: str) -> frozenset[str]:
    """A word without case, accents, apostrophes and dots, in each way that people write it."""
    word = unicodedata.normalize("NFC", word.strip()).casefold()
    both = set()
    for way in (word, word.translate(_GERMAN)):
        plain = unicodedata.normalize("NFKD", way).translate(_UNDECOMPOSED)
        both.add("".join(char for char in plain if char.isalnum()))
    return frozenset(both - {""})


def same(one: str, other: str) -> bool:
    """Whether two words are the same name, however they are written."""
    return not folds(one).isdisjoint(folds(other))


def words(text: str) -> list[str]:
    """The words of a text."""
    return _WORD.findall(text)


def sentences(text: str) -> Iterator[Span]:
    """The sentences of a flattened text; a line break ends one too."""
    for match in _SENTENCE.finditer(text):
        if not match.group().isspace():
            yield Span(*match.span())


def has_several_sentences(text: str) -> bool:
    """Whether more than one sentence of a text has a word in it."""
    flat = flatten(text)
    return sum(bool(words(span.of(flat))) for span in sentences(flat)) > 1


def trimmed(span: Span, text: str) -> Span:
    """The span without the blanks around it."""
    said = span.of(text)
    return Span(span.end - len(said.lstrip()), span.start + len(said.rstrip()))


def lines(text: str) -> Iterator[Span]:
    """The lines of a flattened text without what is blank around them; empty ones have no length."""
    start = 0
    for line in text.split("\n"):
        lead = len(line) - len(line.lstrip())
        end = start + len(line.rstrip())
        yield Span(min(start + lead, end), end) if line.strip() else Span(start, start)
        start += len(line) + 1


def blocks(text: str, skip: re.Pattern[str]) -> list[Span]:
    """Runs of lines with no empty one between; a line that `skip` matches is in none, and parts none."""
    found: list[Span] = []
    start: int | None = None
    end = 0
    for row in [*lines(text), Span(0, 0)]:
        line = row.of(text)
        if not line:
            if start is not None:
                found.append(Span(start, end))
            start = None
        elif not skip.match(line):
            start = row.start if start is None else start
            end = row.end
    return found


_WEEK, _LESS = 7, 3  # days


def weeks(days: int) -> tuple[int, int]:
    """A number of days as whole weeks, and whether it is less (-1) or more (1) than those by two days or three."""
    whole, over = divmod(days + _LESS, _WEEK)
    if not days // _WEEK:
        return 0, 0
    return whole, -1 if over < _LESS - 1 else 1 if over > _LESS + 1 else 0


def same_week(day: date, other: date) -> bool:
    """Whether two days lie between the same Monday and Sunday."""
    return day.isocalendar()[:2] == other.isocalendar()[:2]
