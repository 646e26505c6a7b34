"""A line of a letter, and a note, a title or a thought on one line: its capital, its stop, whether it breaks off."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from followup.model.vocabulary import Frame
from followup.prose.jotted import LISTED
from followup.prose.name_parts import read_name
from followup.prose.text import has_several_sentences

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


def without_aside(text: str, goes_on: str) -> str:
    """A thing without what was only jotted behind its comma: what goes on by no such word, and is no list."""
    dashed, dash, _ = text.partition(
        " - "
    )  # “the elective that no one picks - pond life and soils”
    if dash:
        return dashed
    head, comma, rest = text.partition(", ")
    kept = (
        not comma
        or re.match(rf"(?i)(?:{goes_on})\b", rest)
        or re.search(r"\b(?:and|or|und|oder)\b", rest)
    )
    return text if kept else head


def one_line(text: str) -> str:
    """A note on one line, with no bullet before it and no stop after it."""
    line = re.sub(r"^[-*•\u2013—·]+\s+", "", " ".join(text.split()))
    return line.rstrip(" .;,:!…")


_MORE_OF_A_THING = re.compile(
    r"(?i)(?<=\w\w)(?::\s|,\s(?!.*\b(?:and|und|et|y)\b)|\s+\("
    r"|\s+(?:by|until|no later than|bis|per|mit der Post|as agreed)\b).*$"
)


_ADDRESS = re.compile(
    r"[(<\[]?\b(?P<address>(?:https?://|www\.)[^\s<>\]]*[\w/=&#~-])\)?[>\].,;:!?]*"
)


def address_in(text: str) -> str:
    """The address of a page that a note has in it, without the stop or bracket behind it; "" where it has none."""
    found = _ADDRESS.search(text)
    return found["address"] if found else ""


def bare_thing(text: str) -> str:
    """A thing as a letter names it: “case study: the import” is case study, “the contract by Friday” the contract.

    An address stands behind what it is of, and is no part of it.
    """
    return _MORE_OF_A_THING.sub("", " ".join(_ADDRESS.sub("", text).split())).rstrip(" .,;:")


_TELLS_WHICH = re.compile(
    r",?\s(?:that|which|who|whom|where|and|plus|together with|und|sowie|samt)\b|,\s|\s\((?=.)|:\s"
)


def head_of(thing: str) -> str:
    """What a subject line says of it: “two pages of dialogue that I translated” is two pages of dialogue."""
    return _TELLS_WHICH.split(thing, maxsplit=1)[0].rstrip(" ,;")


_HEAD_OF_A_TITLE = re.compile(r",\s+|\s+[-\u2013\u2014|]\s+")
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)")
_A_FEW = 2  # words behind a comma that may be the better half of a title


def short_title(role: str) -> str:
    """A title without what only the advert needs."""
    role = _IN_BRACKETS.sub("", role).split(" / ")[0] or role
    head, tail = _HEAD_OF_A_TITLE.split(f"{role}, ", maxsplit=1)
    return head if len(head.split()) > 1 or len(tail.split()) > _A_FEW else role


def mentions(text: str, name: str) -> bool:
    """Whether a text names the person."""
    found = read_name(name)
    names = [
        word
        for word in (*found.given, *found.family.split())
        if word[:1].isupper() and len(word) > 1
    ]
    return any(re.search(rf"\b{re.escape(word)}\b", text) for word in names)


ToBegin = Mapping[Frame | None, Sequence[str]]
"""Ways to begin a thought of what was said in each frame; None: of what has come of it since."""

_ENDS_OPEN = re.compile(r"(?i)(?:\b(?:and|or|the|because|dass|und|oder|weil)|,)$")
_NO_SENTENCE = re.compile(
    r"(?i)^(?:because|which|who|whose|how|why|whether|than|that (?:I|we)|weil|dass|ob)\b"
)
# What came of it later is no reason for it, and what has a clause of its own would be a chain of them.
_NO_REASON = re.compile(
    r"(?i)[,:;?!\u2013\u2014]|\b(?:because|only|never|weil|denn|since|seitdem|seither|inzwischen|jetzt|nun|noch)\b"
)
_FEWEST = 3


def unfinished(thought: str, ways: ToBegin) -> bool:
    """Whether it is nothing, or no more than one of the ways to begin."""
    bare = one_line(thought).casefold()
    return not bare or any(bare == _begun(way) for some in ways.values() for way in some)


@cache
def _begun(way: str) -> str:
    return one_line(way).casefold()


def is_fragment(text: str) -> bool:
    """Whether it surely is no sentence: a jotting, half a one, or one that breaks off."""
    return len(text.split()) < _FEWEST or bool(
        LISTED.search(text) or _NO_SENTENCE.match(text) or _ENDS_OPEN.search(text)
    )


def to_finish(note: str) -> str:
    """What to do about a note that a letter cannot tell as it stands; of a whole sentence nobody asks for its end."""
    shown = f"“{clipped(note, 80).rstrip('.')}”"
    whole = note.rstrip().endswith((".", "!")) and not is_fragment(note)
    return f"{'say it in other words' if whole else 'finish this sentence'}: {shown}"


def as_reason(thought: str, pattern: re.Pattern[str]) -> str:
    """A thought of one clause that begins as the pattern says, without its stop; "" for any other."""
    bare = thought.removesuffix(".")
    plain = not _NO_REASON.search(bare) and not has_several_sentences(bare)
    return bare if pattern.match(bare) and plain else ""


_JOINS_ON = re.compile(  # but “So would I”
    r"(?i)^(?:and|but|so(?! (?:would|do|did|am|was|have|had|could|should|will)\b)|und|aber)\s+(?=\S+ \S)"
)


def tidied(thought: str) -> str:
    """The thought on one line, with no dots or “and” before it and no stop after it; “i” is I."""
    text = _JOINS_ON.sub("", one_line(thought.lstrip(" .…")))
    return re.sub(rf"(?<!\S)i(?=[\s{APOSTROPHES}])", "I", text)
