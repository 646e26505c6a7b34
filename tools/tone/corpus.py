"""The sentences that the lint's tone is learned from: `corpus/WRITER/*.txt` and the lint's tests (docs/tone.md).

One sentence a line; `{a|b}` stands for any of its branches. `compensation.txt`, `pushy.txt`, `desperate.txt` and
`complaint.txt` hold faulty ones, every other file good ones.
"""

import random
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from followup.messages.lint import read_message
from followup.messages.lint.findings import Brief
from followup.messages.lint.reading.letter import read_letter
from followup.prose.text import flatten, lower
from followup.prose.tone import Tones
from tests.messages.lint_corpus_reader import CORPUS, Case, read_corpus

TONES = Tones._fields
_FOLDER = Path(__file__).with_name("corpus")
_CHOICE = re.compile(r"\{([^{}]*)\}")
_VARIANTS = 8
BRANCHED = "patterns"  # whose lines have branches: too many alike to measure on
# Kinds of message that may speak of pay, or of deadlines.
_FREE = frozenset({"offer_reply", "expedite", "reply"})
# Batches of the tests' messages that had writers of their own.
_BATCHES = {
    "batches 4, 5": ("four_good", "four_bad", "five_good", "five_bad"),
    "batches 6, 7": ("six_good", "six_bad", "seven_good", "seven_bad"),
    "batches 8 to 10": ("eight_good", "eight_bad", "nine_good", "nine_bad", "ten_good", "ten_bad"),
}
UNSEEN = (
    "held_out_eleven",
    "held_out_twelve",
    "held_out_thirteen",
)  # kept from the weights, to measure them on
_CLAUSE = re.compile(r"[,;:()]+ | - | but | and | so | because | though | although ")
_WORDS_OF_A_CLAUSE = 3


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence in lower case, who wrote it, and its tones (none: it is good)."""

    writer: str
    text: str
    tones: frozenset[str]
    weight: float = 1.0
    near: bool = False
    line: str = ""  # the line that it is a variant of


def _plain(line: str) -> str:
    return " ".join(lower(flatten(line)).split())


def _variants(line: str) -> list[str]:
    """Some of the sentences that a line with branches stands for, the same ones each time."""
    chance = random.Random(line)
    if not _CHOICE.search(line):
        return [line]
    made = {
        _CHOICE.sub(lambda choice: chance.choice(choice.group(1).split("|")), line)
        for _ in range(_VARIANTS * 2)
    }
    tidy = sorted({re.sub(r" +([.,?;])", r"\1", re.sub(r" +", " ", one)) for one in made})
    return tidy[:_VARIANTS]


def _written() -> Iterator[Sample]:
    for path in sorted(_FOLDER.glob("*/*.txt")):
        tones = frozenset({path.stem} & set(TONES))
        for line in path.read_text(encoding="utf-8").splitlines():
            many = _variants(line) if line.strip() and not line.startswith("#") else []
            for one in many:
                weight = 2 / (1 + len(many))
                near = path.stem == "near_misses"
                yield Sample(path.parent.name, _plain(one), tones, weight, near, line)


def said(raw: str, brief: Brief) -> list[str]:
    """The sentences of a message as the lint judges them."""
    message = read_message(raw)
    letter = read_letter(message.body, message.subject, brief.me, brief.sign_off)
    return [" ".join(span.of(letter.own).split()) for span in letter.own_sentences]


def _tested() -> Iterator[Sample]:
    """The sentences of the tests' messages; of a bad one, those that no good one has."""
    paths = (path for path in sorted(CORPUS.glob("*.txt")) if not path.stem.startswith(UNSEEN))
    cases = {path.stem: read_corpus(path.name) for path in paths}
    known = {
        sentence
        for many in cases.values()
        for case in many
        if not case.expected
        for sentence in said(case.raw, case.brief)
    }
    for stem, many in cases.items():
        writer = next((name for name, stems in _BATCHES.items() if stem.endswith(stems)), "tests")
        for case in many:
            sentences = said(case.raw, case.brief)
            tones = case.expected & set(TONES)
            fresh = [one for one in sentences if one not in known]
            if not case.expected and case.brief.kind not in _FREE:
                for one in sentences:
                    yield Sample(writer, one, frozenset())
            elif len(tones) == 1 and len(fresh) == 1:
                yield Sample(writer, fresh[0], tones)


def _singles() -> Iterator[Sample]:
    table = tomllib.loads((CORPUS / "sentences.toml").read_text(encoding="utf-8"))
    for name, lines in table.items():
        for line in lines:
            yield Sample("tests", _plain(line), frozenset({name} & set(TONES)))


def clauses(text: str) -> list[str]:
    """The parts of a sentence; of a good one, each is good."""
    parts = [part.strip() for part in _CLAUSE.split(text)]
    parts = [part for part in parts if len(part.split()) >= _WORDS_OF_A_CLAUSE]
    return parts + [" ".join(pair) for pair in pairwise(parts)]


def read() -> list[Sample]:
    """All samples, each sentence once for a writer."""
    found = {
        (one.writer, one.text, one.tones): one
        for one in [*_written(), *_tested(), *_singles()]
        if one.text
    }
    return list(found.values())


def unseen(folder: Path | None) -> list[Case]:
    """The messages that are kept from the weights, or those of another folder of the tests' format: to measure on."""
    if folder:
        return read_corpus("*.txt", folder)
    return [case for batch in UNSEEN for case in read_corpus(f"{batch}*.txt")]
