"""What the user thought of a thing that was said, answered to it or would do about it, as a sentence of one letter."""

import re

from followup.messages.languages.grammar import Grammar, mentions
from followup.messages.languages.lines import clipped, raised, stopped
from followup.messages.languages.notes import ANOTHER
from followup.messages.languages.screening import foreign
from followup.messages.languages.thoughts import beginnings, unfinished
from followup.messages.occasion import Occasion
from followup.messages.specifics import likely_told, listener
from followup.model.facts import Specific

_LONGEST = 600  # characters of one that go into a letter
_SOMEBODY = re.compile(r"(?i)\b(?:she|he|her|him|his)\b")
_SOMEBODY_ELSE = re.compile(
    r"\b(?:(?:a|an|the|my|our)(?: \w+)+|(?!I\b)[A-Z]\w+ ).*?\b(?:she|he|her|him|his)\b"
)  # who is named before, in the sentence itself
_AT_ONCE = frozenset({"thank_you", "linkedin_connect"})


def refusal(occasion: Occasion, specific: Specific, grammar: Grammar) -> str:
    """Why the thought of a specific cannot stand in this letter as it was typed; "" where it can, or there is none."""
    typed = clipped(" ".join(specific.ties_to.split()), _LONGEST)
    if not typed:
        return ""
    shown = clipped(typed, 60)
    if unfinished(typed):
        return f"“{shown}” goes on: finish the sentence."
    if foreign(typed, grammar.code):
        return f"“{shown}” is in another language: say it in {grammar.name}."
    if not grammar.clause(typed, specific.frame):
        first = {"en": "I", "de": "ich"}.get(grammar.code)
        how = f"begin it with “{first}”" if first else "say who does what"
        return f"“{shown}” is no whole sentence yet: {how}."
    to = listener(occasion, specific, grammar)
    if to.name and mentions(typed, to.name):
        return f"“{shown}” goes to {to.name}: say “you”."
    another = _SOMEBODY_ELSE.search(typed, 1) or ANOTHER.search(specific.text)
    of = None if another else _SOMEBODY.search(typed)
    if of and to.spoke and grammar.code == "en":
        return (
            f"“{shown}” goes to {to.name}: say “you” where it says “{of[0]}”, or name who that is."
        )
    return ""


def thought_of(occasion: Occasion, specific: Specific, grammar: Grammar) -> str:
    """The thought as a sentence for this reader; "" where there is none, or none that they have not read already."""
    typed = clipped(" ".join(specific.ties_to.split()), _LONGEST)
    if not typed or refusal(occasion, specific, grammar) or _read(occasion, typed):
        return ""
    return stopped(raised(grammar.clause(typed, specific.frame)))


def _read(occasion: Occasion, thought: str) -> bool:
    """Whether a message that the user has sent to them says it."""
    return likely_told(
        thought, (t.text for t in occasion.case.touchpoints if t.direction == "sent")
    )


def ways_to_begin(occasion: Occasion, specific: Specific, grammar: Grammar) -> tuple[str, ...]:
    """Some beginnings that fit what was said, or, in a letter after the thanks, what has come of it since."""
    frame = specific.frame if occasion.kind in _AT_ONCE else None
    return tuple(beginnings(grammar.code, frame))
