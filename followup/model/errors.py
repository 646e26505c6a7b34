"""Every failure that the user may see, each carrying its own sentence.

FollowupError
 ├─ CannotRead     input that is not what it says it is; carries all its problems at once
 │   └─ NewerSchema    written by a later version of this program
 └─ NotThere       the record that was to be changed is gone
"""

from collections.abc import Sequence
from dataclasses import dataclass


class FollowupError(Exception):
    """The base of all errors whose text is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in some input: where (a path such as `applications[2].id`), and what."""

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class CannotRead(FollowupError):
    """Input was refused; `problems` holds all that is wrong with it, in the order of the input."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class NewerSchema(CannotRead):
    """The input was written by a later version of this program and is left untouched."""


class NotThere(FollowupError):
    """The record that was to be changed does not exist (any more)."""
