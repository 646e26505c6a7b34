"""To whom a letter tells what was said, and how."""

from dataclasses import dataclass
from typing import Literal

from followup.model.vocabulary import Terms

Telling = Literal["told", "heard", "agreed"]
"""How a sentence takes up a point: as told (“you said that …”), as news (“to hear that …”) or as one's own view too."""


@dataclass(frozen=True, slots=True)
class Listener:
    """Who reads what was said: their name, whether at the company (`inside`), whether it was they who `spoke`.

    `speaker` is the first name of whoever else said it, "" where nobody is known; `met`: the reader was in that round.
    """

    name: str
    terms: Terms
    inside: bool = True
    met: bool = True
    spoke: bool = False
    speaker: str = ""
