"""The word lists beside this module: words apart by spaces, `#` begins a line of comment."""

from pathlib import Path

_FOLDER = Path(__file__).with_name("words")


def _lines(name: str) -> list[str]:
    text = (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def word_list(name: str) -> frozenset[str]:
    """All words of a list."""
    return frozenset(word for line in _lines(name) for word in line.split())


def word_groups(name: str) -> tuple[frozenset[str], ...]:
    """The words of each line."""
    return tuple(frozenset(line.split()) for line in _lines(name))
