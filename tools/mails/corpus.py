"""The sentences that the kinds of mails are learned from: `corpus/WRITER/*.txt` (docs/mails.md).

One sentence a line; `{a|b}` stands for any of its branches. A file's name is what its sentences are, several joined by
`+`; `plain.txt` holds those that are nothing of all that.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from followup.exchange.mail.weigh import LABELS, plain

FOLDER = Path(__file__).with_name("corpus")
_CHOICE = re.compile(r"\{([^{}]*)\}")
_VARIANTS = 24
_EVERY, _KEPT = 5, 2


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence as it is weighed, what it is, how much it counts, its line, and whether that is kept back."""

    text: str
    labels: frozenset[str]
    weight: float
    line: str
    held_out: bool


def variants(line: str) -> list[str]:
    """Some of the sentences that a line with branches stands for, the same ones each time."""
    chance = random.Random(line)
    made = {
        _CHOICE.sub(lambda choice: chance.choice(choice.group(1).split("|")), line)
        for _ in range(_VARIANTS * 2)
    }
    tidy = sorted({re.sub(r" +([.,?;!])", r"\1", re.sub(r" +", " ", one)) for one in made})
    chance.shuffle(tidy)
    return tidy[:_VARIANTS]


def read(folder: Path = FOLDER) -> Iterator[Sample]:
    """All samples; of every fifth line those that are kept back when it is measured."""
    for path in sorted(folder.glob("*/*.txt")):
        labels = frozenset(path.stem.split("+")) - {"plain"}
        if labels - set(LABELS):
            msg = f"{path.name}: there is no {labels - set(LABELS)}"
            raise ValueError(msg)
        lines = [line for line in path.read_text("utf-8").splitlines() if line and line[0] != "#"]
        for at, line in enumerate(lines):
            many = variants(line)
            for one in many:
                yield Sample(plain(one), labels, 3 / (2 + len(many)), line, at % _EVERY == _KEPT)
