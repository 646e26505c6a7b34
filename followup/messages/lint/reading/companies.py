"""Companies in a text: what they are called, and whether one stands there as an employer."""

import re
from collections.abc import Iterator
from functools import lru_cache

from followup.messages.lint.reading import WORDS
from followup.prose.names import without_form
from followup.prose.text import Span, folds, lower, words
from followup.prose.word_lists import word_list

# What stands around a company that one would work for.
_BEFORE = re.compile(
    r"(?:\b(?:at|join|joining|working (?:for|with)|work (?:for|with)|train(?:ing)? (?:at|with)"
    r"|contribute to|contributing to|part of"
    r"|excited about|interested in"
    r"|enthusiastic about|interest in|choose|chose|believe in|keen on|opportunity with"
    r"|opportunity at|position with|role with|interview with"
    r"|offices? of|team of|future of|at the|behind)|application to|\bhere at) $"
)
_AFTER = re.compile(
    r"'s? (?:team|mission|values|culture|offices?|people|customers|products?|vision|goals?"
    r"|work|approach|staff|plans?|growth|future|way)\b"
    r"| (?:team|office|role|position|job|opening|opportunity|vacancy|post|interview|is where"
    r"|is the (?:place|company)|as an employer|as a company)\b"
)
_PAST = re.compile(
    r"\b(?:my (?:\w+ )?(?:time|years?|work|job|role|days|team|stint|experience|manager"
    r"|boss|employer|colleagues?|friend|contract|internship)|former|previous|formerly|used to"
    r"|years?|worked|before|since|left"
    r"|that i ran)\b[^.!?,\n]{0,30}$"
)
ORDINARY = word_list("ordinary", WORDS)
SHORTEST = 3


@lru_cache(maxsize=256)
def finder(name: str) -> re.Pattern[str]:
    """Finds a name that stands by itself, in the possessive too."""
    spaced = r"\s+".join(re.escape(word) for word in name.split())
    return re.compile(rf"(?<![\w]){spaced}(?:'s)?(?![\w-])")


@lru_cache(maxsize=256)
def company_folds(company: str) -> frozenset[str]:
    """The ways in which a company may be called: its solid words and its initials."""
    solid = [
        word for word in words(without_form(company)) if len(word) >= SHORTEST or word.isupper()
    ]
    found = {fold for word in solid for fold in folds(word)}
    initials = "".join(word[0] for word in words(company)).lower()
    capitals = "".join(char for char in company if char.isupper()).lower()
    return frozenset(found | {initials, capitals} - {""})


def _short(company: str) -> str | None:
    """What a company of several words is called for short (`St Luke's`), where that is a name of its own."""
    found = company.split()
    size = 2 if lower(found[0]).strip(".") in {"st", "saint", "the"} else 1
    short = " ".join(found[:size])
    telling = len(found[size - 1]) > SHORTEST and lower(found[size - 1]) not in ORDINARY
    return short.strip(",") if len(found) > size and telling else None


@lru_cache(maxsize=16_384)
def _first_word(company: str) -> str:
    """The word without which the company is not named; "" where it has none."""
    return next(iter(words(without_form(company))), "")


def employer_hits(text: str, name: str, ours: set[str]) -> Iterator[Span]:
    """Where another application's company stands, whole or for short."""
    if _first_word(name) not in text:  # of hundreds of other companies none is named, most often
        return
    solid = without_form(name)
    spans = list(_called(text, solid, ours))
    yield from spans
    short = _short(solid) if words(solid) else None
    if short is not None and not spans:
        yield from _called(text, short, ours, needs_frame=True)


def _called(text: str, solid: str, ours: set[str], *, needs_frame: bool = False) -> Iterator[Span]:
    """Where a company is named as an employer; a name that is also a word or a product needs more."""
    low = lower(text)
    own = all(not folds(word).isdisjoint(ours) for word in words(solid))
    if own or not words(solid) or words(solid)[0] not in text:
        return
    needs_frame = needs_frame or all(lower(word) in ORDINARY for word in words(solid))
    for match in finder(solid).finditer(text):
        before, after = (
            low[max(0, match.start() - 60) : match.start()],
            low[match.end() : match.end() + 40],
        )
        tail = low[match.end() - 2 : match.end()] == "'s"
        framed = bool(_BEFORE.search(before)) or bool(_AFTER.match(("'s" if tail else "") + after))
        if tail and after.startswith((" office", " offer")):
            framed = True
        if _PAST.search(before):
            continue
        if framed or not needs_frame:
            yield Span(match.start(), match.end() - (2 if tail else 0))
