"""Text as the checks read it: flattened to plain characters, each still at its own offset."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

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


def lines(text: str) -> Iterator[Span]:
    """The lines of a flattened text without what is blank around them; empty ones have no length."""
    start = 0
    for line in text.split("\n"):
        lead = len(line) - len(line.lstrip())
        end = start + len(line.rstrip())
        yield Span(min(start + lead, end), end) if line.strip() else Span(start, start)
        start += len(line) + 1


def list_of(items: list[str]) -> str:
    """`a, b and c`."""
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)
