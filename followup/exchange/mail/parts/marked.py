"""The lines of a mail that is answered or passed on, each with a “> ” before it, and what is written between them."""

import re
from collections.abc import Sequence


def answers_between(lines: Sequence[str]) -> list[str]:
    """What is written between or below the marked lines; what goes on right below one is that one, wrapped."""
    first = next((line for line in lines if line.strip()), "")
    if not first.startswith(">"):
        return []
    kept: list[str] = []
    own = False
    for line in lines:
        own = not line.startswith(">") and (own or not line.strip())
        kept += [line] if own else []
    return kept


def unmarked(text: str) -> str:
    """A text without the “> ” before each of its lines; as it is where not all have it."""
    lines = text.split("\n")
    if not all(line.startswith(">") for line in lines if line.strip()):
        return text
    return "\n".join(re.sub(r"^> ?", "", line) for line in lines)
