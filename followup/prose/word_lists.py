"""The word lists in a folder `words`: words apart by spaces (a table says how); `#` begins a line of comment."""

from pathlib import Path

_OURS = Path(__file__).with_name("words")


def _lines(name: str, folder: Path) -> list[str]:
    text = (folder / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def word_list(name: str, folder: Path = _OURS) -> frozenset[str]:
    """All words of a list."""
    return frozenset(word for line in _lines(name, folder) for word in line.split())


def word_groups(name: str, folder: Path = _OURS) -> tuple[frozenset[str], ...]:
    """The words of each line."""
    return tuple(frozenset(line.split()) for line in _lines(name, folder))


def word_rows(name: str, folder: Path = _OURS) -> tuple[str, ...]:
    """The lines of a table whose cells have words of their own."""
    return tuple(_lines(name, folder))


def word_set(words: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(words.split())
