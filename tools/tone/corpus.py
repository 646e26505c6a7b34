"""The sentences that the lint's tone is learned from: `corpus/WRITER/*.txt` and the lint's tests (docs/tone.md).

One sentence a line; `{a|b}` stands for any of its branches. `compensation.txt`, `pushy.txt`, `desperate.txt` and
`complaint.txt` hold faulty ones, every other file good ones. Behind a tab stands what a sentence does: `interest`,
`thanks`, `question`.
"""

import random
import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

from followup.messages.lint import read_message
from followup.messages.lint.reading.letter import Letter, read_letter
from followup.messages.lint.rules import MUST_THANK
from followup.model.kinds import CHECKS
from followup.prose.text import flatten, is_english, lower
from followup.prose.tone import TONES, Weighed
from tests.messages.lint_corpus_reader import CORPUS, Case, read_corpus

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
    "held_out_fourteen",
    "held_out_fifteen",
    "held_out_sixteen",
    "held_out_seventeen",
)  # kept from the weights, to measure them on
_CLAUSE = re.compile(r"[,;:()]+ | - | but | and | so | because | though | although ")
_WORDS_OF_A_CLAUSE = 3
# The act without which a message of those kinds gets that code. (A check may also thank beforehand.)
_OWED = {
    "no-interest": ("interest", CHECKS | {"thank_you"}),
    "no-thanks": ("thanks", MUST_THANK),
    "no-next-step": ("question", CHECKS),
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence in lower case, who wrote it, its tones (none: it is good) and acts, and which of both are known."""

    writer: str
    text: str
    marks: frozenset[str]
    weight: float = 1.0
    near: bool = False
    line: str = ""  # the line that it is a variant of
    known: tuple[str, ...] = TONES

    @property
    def tones(self) -> frozenset[str]:
        """Its faults."""
        return self.marks & set(TONES)


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
        tones = {path.stem} & set(TONES)
        for row in path.read_text(encoding="utf-8").splitlines():
            line, _, acts = row.partition("\t")
            marks, near = frozenset(tones | set(acts.split())), path.stem == "near_misses"
            many = _variants(line) if line.strip() and not line.startswith("#") else []
            for one in many:
                weight = 2 / (1 + len(many))
                yield Sample(
                    path.parent.name, _plain(one), marks, weight, near, line, Weighed._fields
                )


def _letter(case: Case) -> Letter:
    message = read_message(case.raw)
    return read_letter(message.body, message.subject, case.brief.me, case.brief.sign_off)


def said(case: Case) -> list[str]:
    """The sentences of a message whose tone the lint judges."""
    return [text for _, text in _letter(case).said]


def owing(closeness: Callable[..., float]) -> Iterator[Sample]:
    """What the tests' messages tell of acts, once sentences can be weighed: how close to an act one comes.

    No sentence does what a message is known to lack; where its kind owes it, the one that comes closest does it.
    """
    for case in (case for many in _seen().values() for case in many):
        letter = _letter(case)
        for code, (act, kinds) in _OWED.items():
            texts = letter.done if act == "thanks" else [text for _, text in letter.said]
            if code in case.expected:
                for text in texts:
                    yield Sample("messages", text, frozenset(), known=(act,))
            elif case.brief.kind in kinds and texts and is_english(letter.prose):
                closest = max(texts, key=partial(closeness, act=act))
                yield Sample("messages", closest, frozenset({act}), known=(act,))


def _seen() -> dict[str, list[Case]]:
    paths = (path for path in sorted(CORPUS.glob("*.txt")) if not path.stem.startswith(UNSEEN))
    return {path.stem: read_corpus(path.name) for path in paths}


def _tested() -> Iterator[Sample]:
    """The sentences of the tests' messages; of a bad one, those that no good one has."""
    cases = _seen()
    known = {
        sentence
        for many in cases.values()
        for case in many
        if not case.expected
        for sentence in said(case)
    }
    for stem, many in cases.items():
        writer = next((name for name, stems in _BATCHES.items() if stem.endswith(stems)), "tests")
        for case in many:
            sentences = said(case)
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
        (one.writer, one.text, one.marks): one
        for one in [*_written(), *_tested(), *_singles()]
        if one.text
    }
    return list(found.values())


def unseen(folder: Path | None) -> list[Case]:
    """The messages that are kept from the weights, or those of another folder of the tests' format: to measure on."""
    if folder:
        return read_corpus("*.txt", folder)
    return [case for batch in UNSEEN for case in read_corpus(f"{batch}*.txt")]
