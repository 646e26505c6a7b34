"""`no-specific`: whether a message refers to anything of the interview.

With the interview's specifics known, one of them has to be recognisable in the text, or, since people write what they
have not noted, a sentence that speaks of the talk in words that not every message holds. Without them, such a sentence
is all that can be asked for. What is not a thank-you may also refer to the interview, the role or the company by
name; in a written check only where no specific is known.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from followup.messages.lint.checks import WORDS
from followup.messages.lint.findings import SPOKEN, Brief, Hit
from followup.messages.lint.reading.letter import Letter
from followup.model.kinds import CHECKS
from followup.prose.text import folds, lower, words
from followup.prose.word_lists import word_list

_TELLING = re.compile(
    r"\b(?:thank\w*[^.!?\n]{0,50} for\b|mention|describ|explain|told|said|say|spoke|talk|discuss|show|showed|ask|hear"
    r"|learn|stor(?:y|ies)|point|idea|question|account|tour"
    r"|demonstrat|walk|look|see|saw|notic|remember|think|thought|struck|stayed with"
    r"|conversation|example|sentence|about|how|that|when)"
)
_YOU = re.compile(r"\b(?:you|your|yours|our|we|us|he|she|they|their|his|her|the|it|this)\b")
_SHARED = re.compile(
    r"\b(?:you|your|yours|our|we|us)\b|\b(?:interview|conversation|tour|visit|trial|shift"
    r"|demo\w*|discussion|hearing|learning|seeing|telling|told|lunch|yesterday|today)\b"
)
_FROM_YOU = re.compile(
    r"\byou (?:gave|lent|showed|told|taught|served|handed|poured|played|drew) (?:me|us)\b"
)
_LOOSE = re.compile(
    r"\b(?:interview\w*|conversation|talk(?:ed)?|spoke|met|meet(?:ing)?|discuss\w*|call"
    r"|chat|visit\w*|tour|trial|application|applied|offer(?:ed)?|position"
    r"|role|job|post|vacancy|invitation|decision|attached|promised|enclosed|asked|question\w*)\b"
)
_INTERVIEW_REF = re.compile(
    r"\b(?:interview\w*|conversation|talk(?:ed)?|spoke|met|meeting|discuss\w*|call|chat"
    r"|visit\w*|tour|trial)\b[^.!?]{0,60}"
    r"(?:\bon (?:the )?(?:\d|mon|tues|wednes|thurs|fri|satur|sun|jan|feb|mar|apr|may|jun"
    r"|jul|aug|sep|oct|nov|dec)|\byesterday\b|\blast \w+|\bago\b|\babout\b|\bfor (?:the|a"
    r"|your)\b)"
)
_ENDING = re.compile(
    r"(?<=...)(?:ations?|ments?|ingly|ings?|ied|ies|edly|ed|ers?|es|(?<![aeou])ys?|s|ly|e)$"
)
_SHARED_STEM, _SOLID_WORD, _SHORT_LIST = 5, 3, 2
# How many words of its own a sentence needs: one that tells of the talk, that speaks of it, that does neither.
_TOLD, _UNTOLD, _UNSHARED = 2, 3, 5


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word without its ending, roughly."""
    return _ENDING.sub("", min(folds(word), default=""))


GENERIC = word_list("generic", WORDS)
_GENERIC_STEMS = frozenset(stem(word) for word in GENERIC)


def _pieces(text: str) -> list[str]:
    """Its words, those with a hyphen or an apostrophe in parts."""
    return [piece for word in words(text) for piece in re.split(r"[-']", word)]


def _solid(text: str, besides: frozenset[str]) -> set[str]:
    """The stems of the words that say something particular; a short stem may be another word's: no bus is busy."""
    stems = {
        stem(piece) for piece in _pieces(text) if len(piece) > 1 and piece.lower() not in GENERIC
    }
    return {
        root for root in stems - besides if len(root) <= _SOLID_WORD or root not in _GENERIC_STEMS
    }


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    common = next(
        (i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    return common >= _SHARED_STEM and common >= len(long) - 4


def _recognised(specific: str, said: set[str], besides: frozenset[str]) -> bool:
    """Whether enough of a specific's own words stand in the text."""
    wanted = _solid(specific, besides)
    if not wanted:
        # Words that could stand anywhere: only most of them together are the specific.
        plain = {stem(word) for word in words(specific) if len(word) > _SOLID_WORD} - besides
        if plain:
            return len(plain & said) > len(plain) / 2
        wanted = _solid(specific, frozenset())
    hits = {word for word in wanted if any(_alike(word, other) for other in said)}
    enough = 1 if len(wanted) <= _SHORT_LIST else 2
    return len(hits) >= enough or any(len(word) >= _SOLID_WORD for word in hits)


def _besides(brief: Brief) -> frozenset[str]:
    """Words that every message of this application holds: people, company, role."""
    known = " ".join((*brief.to, *brief.colleagues, brief.me, brief.company, brief.role))
    return frozenset(stem(word) for word in words(known))


def _is_telling(letter: Letter, besides: frozenset[str], extra: int) -> bool:
    """Whether some sentence speaks of the conversation in words of its own."""
    for span in letter.sentences:
        text = span.of(letter.prose)
        count = len(_solid(text, besides))
        if count >= _TOLD and _FROM_YOU.search(text):
            return True
        enough = _UNSHARED
        if _SHARED.search(text):
            enough = _TOLD if _TELLING.search(text) else _UNTOLD
        if _YOU.search(text) and count >= enough + extra:
            return True
    return False


def _refers(letter: Letter, brief: Brief) -> bool:
    besides = _besides(brief)
    text = f"{letter.subject or ''}\n{letter.prose}"
    said = {stem(piece) for piece in _pieces(text)}
    if any(_recognised(specific, said, besides) for specific in filter(str.strip, brief.specifics)):
        return True
    if _is_telling(letter, besides, 1 if brief.specifics else 0):
        return True
    if brief.kind == "thank_you":
        return False
    own = {stem(word) for word in words(f"{brief.company} {brief.role}")} - {""}
    names_it = not own.isdisjoint(said)
    if brief.kind in CHECKS and brief.medium not in {*SPOKEN, "linkedin"}:
        return not brief.specifics and (names_it or bool(_INTERVIEW_REF.search(letter.prose)))
    return names_it or bool(_LOOSE.search(lower(text)) or _solid(letter.prose, besides))


def no_specific(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """That it refers to nothing, at its first sentence."""
    if not brief.asks and not _refers(letter, brief):
        text = "Nothing here was said in that interview alone; refer to one thing of it."
        yield Hit(letter.sentences[0], text)
