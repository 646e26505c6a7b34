"""What a text says of days: the answer's form, and the words of months, weekdays and numbers it is read by."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from followup.prose.text import Span

Order = Literal["day", "month"]
"""Which comes first in 07/12."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words that name a day or a stretch of days.

    `last` is what “by” them means, `first` what “until” and “from” them mean (one day: both the same); None where the
    words give no hint. Where `sure`, the text names `last` itself, else it is suggested and the user is asked; `begins`
    says so of `first` (“until spring 2027” begins on 1 March, “by spring 2027” is anybody's guess).
    """

    span: Span
    first: date | None
    last: date | None
    sure: bool = True
    begins: bool = True

    @property
    def is_day(self) -> bool:
        """Whether one day is meant, not a stretch."""
        return self.first == self.last

    def unsure(self) -> "Said":
        """The same as a suggestion."""
        return replace(self, sure=False, begins=False)

    def over(self, start: int, end: int) -> "Said":
        """The same with more words of the text counted in."""
        return replace(self, span=Span(min(start, self.span.start), max(end, self.span.end)))


@dataclass(frozen=True, slots=True)
class When:
    """From when a text speaks: the writer's day, and what is known of the order of numbers in a date.

    `named` is the day that was named last, for “the Wednesday of that week”; `country` (two letters) the writer's;
    `yours` the zone of whom it is written to, for “5 pm your time”.
    """

    today: date
    order: Order | None = None
    named: date | None = None
    country: str | None = None
    yours: str | None = None


_MONTHS = (
    "january januar jänner jan",
    "february februar feber feb",
    "march märz mar",
    "april apr",
    "may mai",
    "june juni jun",
    "july juli jul",
    "august aug",
    "september sept sep",
    "october oktober oct okt",
    "november nov",
    "december dezember dec dez",
)
_WEEKDAYS = (
    "monday montag mon",
    "tuesday dienstag tues tue",
    "wednesday mittwoch weds wed",
    "thursday donnerstag thurs thur thu",
    "friday freitag fri",
    "saturday samstag sat",
    "sunday sonntag sun",
)
_NUMBERS = {
    word: number
    for number, words in enumerate(
        [
            "zero",
            "a an one",
            "two couple",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ]
    )
    for word in words.split()
} | {"fourteen": 14, "fifteen": 15, "twenty": 20, "thirty": 30}


def _numbered(rows: tuple[str, ...], start: int) -> dict[str, int]:
    return {word: at for at, row in enumerate(rows, start=start) for word in row.split()}


_MONTH_OF = _numbered(_MONTHS, 1)
_LONG_DAYS = _numbered(_WEEKDAYS, 0)
_SHORT_DAYS = {word: at for at, word in enumerate(["mo", "di", "mi", "do", "fr", "sa", "so"])}
_DAY_OF = _LONG_DAYS | _SHORT_DAYS
MONTHS = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
MONTH = rf"(?:{MONTHS})\b\.?"
# “do” and “so” are words as well: the short ones count before a time or a date alone.
SHORT_WEEKDAY = rf"\b(?:{'|'.join(_SHORT_DAYS)})\b\.?"
_SHORTLY = (
    rf"{SHORT_WEEKDAY}(?=,? ?(?:den )?\d\d?(?:(?:[:.]\d\d)? ?uhr\b|\. ?(?:\d|(?:{MONTHS})\b)))"
    rf"|\b(?:mo|di|mi|fr)\b\.?(?=,? ?\d\d?:\d\d)"
)
_PARTS = "früh|vormittag|mittag|nachmittag|abend|morgen"  # of a day: “Mittwochmittag”
WEEKDAY = rf"\b(?:(?:{'|'.join(sorted(_LONG_DAYS, key=len, reverse=True))})(?:\b\.?|(?=(?:{_PARTS})s?\b))|{_SHORTLY})"
COUNT = rf"(?:(?:a )?(?:{'|'.join(_NUMBERS)})(?: of)?|\d{{1,3}})"
YEAR = r"(?:20\d\d|'\d\d)\b"


def month_of(word: str) -> int:
    """1 to 12."""
    return _MONTH_OF[word.rstrip(".")]


def weekday_of(word: str) -> int:
    """0 for Monday to 6."""
    return _DAY_OF[word.rstrip(".")]


def count_of(words: str) -> int:
    """The number that COUNT has found."""
    if words.isdecimal():
        return int(words)
    return _NUMBERS[words.removeprefix("a ").removesuffix(" of") if words != "a" else "a"]


def year_of(words: str) -> int:
    """The year that YEAR has found."""
    return 2000 + int(re.sub(r"\D", "", words)[-2:])
