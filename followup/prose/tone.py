"""What a sentence is, by weights: its traits, and what they add up to; whoever weighs sentences uses it.

The same traits are taken when the weights are learned (`tools/tone`) and when a message is judged. Each weighs for or
against each tone (how far a sentence talks of pay, presses, pleads or complains beyond what a good one does) and each
act (wanting the role, thanking, asking how it goes on); what they come to is held against a limit. The weights
(`words/tone.tsv.gz`) were learned from `tools/tone/corpus` (docs/tone.md).
"""

import gzip
import math
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from followup.prose.word_lists import word_groups

_PLAIN_FORMS = (
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\bshan't\b"), "shall not"),
    (re.compile(r"\bcan(?:'t|not)\b"), "can not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'m\b"), " am"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'d\b"), " would"),
    (re.compile(r"(?:[$€£¥]|\b(?:eur|usd|gbp) ?) ?\d[\d.,]*(?: ?k\b)?|\b\d{2,3} ?k\b"), " amount "),
    (re.compile(r"\b\d{1,2}(?:st|nd|rd|th)\b"), " nth "),
    (re.compile(r"\d+(?:[.,:]\d+)*"), " 0 "),
)
_WORD = re.compile(r"[a-z]+|0|[?!,;:]")
_START, _END = "<", ">"
_PIECES, _LONG = (4, 5), 5
_USUAL = 200
_SHELVES = 4096  # some ten rows of a table on each

# Words of one kind stand for each other ("monday" for any day); the words of the first line only add force.
_FORCE, *_KINDS = word_groups("kinds")
_KIND = {word: f"#{number}" for number, words in enumerate(_KINDS) for word in words}


@lru_cache(maxsize=4096)
def _pieces(word: str) -> tuple[str, ...]:
    if len(word) < _LONG:
        return ()
    framed = f"{_START}{word}{_END}"
    return tuple(
        f"~{framed[at : at + size]}" for size in _PIECES for at in range(len(framed) - size + 1)
    )


def _runs(words: list[str]) -> set[str]:
    """Two words, three words, and two with one between."""
    found = {f"{one} {two}" for one, two in pairwise(words)}
    for one, two, three in zip(words, words[1:], words[2:], strict=False):
        found |= {f"{one} {two} {three}", f"{one} * {three}"}
    return found


def traits(sentence: str) -> set[str]:
    """The traits of a sentence in lower case."""
    for form, plain in _PLAIN_FORMS:
        sentence = form.sub(plain, sentence)
    said = [_START, *_WORD.findall(sentence), _END]
    kinds = [_KIND.get(word, word) for word in said if word not in _FORCE]
    found = _runs(said)
    found |= {f"={run}" for run in _runs(kinds) - found}
    found.update(said)
    for word in said:
        found.update(_pieces(word))
    return found


def breadth(count: int) -> float:
    """What the sum over so many traits is divided by: a long sentence has more of every kind."""
    return math.sqrt(max(1, count) / _USUAL)


WEIGHTS = Path(__file__).with_name("words") / "tone.tsv.gz"
"""A row for each trait, cells apart by tabs: its name; then in hundredths what it weighs for each of Weighed."""
LIMITS = "*"
"""The row of WEIGHTS that is no trait: the limit of each of Weighed, in hundredths."""


class Sum(NamedTuple):
    """What traits add up to, by the columns of a table, and how many of them it has."""

    of_each: tuple[int, ...]
    known: int


class Weights:
    """The rows of a table, a trait and its weights apart by tabs, put away by the hash of the trait.

    A row is read where it is asked for, and few ever are: read as numbers, all 42,000 take seven times the memory.
    """

    def __init__(self, path: Path) -> None:
        shelves: list[list[str]] = [[""] for _ in range(_SHELVES)]
        for row in gzip.decompress(path.read_bytes()).decode().splitlines():
            shelves[hash(row.partition("\t")[0]) % _SHELVES].append(row)
        self._shelves = tuple("\n".join((*rows, "")) for rows in shelves)
        self._nothing = (0,) * len(self.of(LIMITS))

    def of(self, trait: str) -> tuple[int, ...]:
        """What it weighs, in hundredths, by the columns; empty where it weighs nothing."""
        shelf, name = self._shelves[hash(trait) % _SHELVES], f"\n{trait}\t"
        at = shelf.find(name)
        if at < 0:
            return ()
        row = shelf[at + len(name) :].partition("\n")[0]
        return tuple(int(cell or 0) for cell in row.split("\t"))

    def sum_of(self, traits: Iterable[str]) -> Sum:
        """What some traits come to, in hundredths, by the columns, and how many of them weigh anything."""
        sums, known = list(self._nothing), 0
        for trait in traits:
            row = self.of(trait)
            known += bool(row)
            for at, weight in enumerate(row):
                sums[at] += weight
        return Sum(tuple(sums), known)


class Weighed(NamedTuple):
    """A number for each tone, then for each act, in the order of WEIGHTS' columns."""

    compensation: int
    pushy: int
    desperate: int
    complaint: int
    interest: int
    thanks: int
    question: int


TONES, ACTS = Weighed._fields[:4], Weighed._fields[4:]


@cache
def _weights() -> Weights:
    return Weights(WEIGHTS)


@lru_cache(maxsize=1024)
def excess(sentence: str) -> Weighed:
    """How far a sentence in lower case goes beyond each limit, in hundredths; not above 0 within it."""
    weights, found = _weights(), traits(sentence)
    share = breadth(len(found))
    sums, limits = weights.sum_of(found).of_each, weights.of(LIMITS)
    return Weighed(*(sums[at] - round(limit * share) for at, limit in enumerate(limits)))
