"""A line of a letter, and a note on one line: its capital, its stop, its length, whom it names."""

import re

from followup.prose.name_parts import read_name

APOSTROPHES = "'\u2019"


def raised(text: str) -> str:
    """The text as it begins a sentence; a name that begins small (iPhone) keeps its form."""
    small = text[:2].islower() or text[1:2] in tuple(f" {APOSTROPHES}")
    return text[0].upper() + text[1:] if small else text


def stopped(text: str) -> str:
    """The text with the full stop that it lacks, and no comma before it."""
    bare = text.rstrip(" ,")
    return bare if not bare or re.search(r"[.!?…:][”\"')]?$", bare) else bare + "."


def clipped(text: str, limit: int) -> str:
    """The text, cut behind a word where it is longer than any message can bear."""
    text = text.strip()
    return text if len(text) <= limit else text[:limit].rsplit(maxsplit=1)[0] + "…"


def one_line(text: str) -> str:
    """A note on one line, with no bullet before it and no stop after it."""
    line = re.sub(r"^[-*•\u2013—·]+\s+", "", " ".join(text.split()))
    return line.rstrip(" .;,:!…")


_MORE_OF_A_THING = re.compile(
    r"(?i)(?<=\w\w)(?::\s|,\s(?!.*\b(?:and|und|et|y)\b)|\s+\("
    r"|\s+(?:by|until|no later than|bis|per|mit der Post|as agreed)\b).*$"
)


def bare_thing(text: str) -> str:
    """A thing as a letter names it: “case study: the import” is case study, “the contract by Friday” the contract."""
    return _MORE_OF_A_THING.sub("", " ".join(text.split())).rstrip(" .,;:")


def mentions(text: str, name: str) -> bool:
    """Whether a text names the person."""
    found = read_name(name)
    names = [
        word
        for word in (*found.given, *found.family.split())
        if word[:1].isupper() and len(word) > 1
    ]
    return any(re.search(rf"\b{re.escape(word)}\b", text) for word in names)
