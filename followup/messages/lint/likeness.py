"""`same-as-other`: a thank-you that is much like the one to another interviewer of the round."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from followup.messages.lint.findings import Brief, Finding
from followup.messages.lint.letter import Letter, without_frame
from followup.messages.lint.text import Span, lower, sentences

# Notes made from one template around different specifics reach about three quarters.
ALIKE = 0.8
# A note that stands almost whole in a longer one is the same note, if it is long enough to say something.
_CONTAINED, _LONG_ENOUGH = 0.9, 18
_FEW_WORDS = 8


def _pairs(said: list[str]) -> Counter[tuple[str, str]]:
    low = [lower(word) for word in said]
    return Counter(pairwise(low))


def likeness(one: str, other: str, names: tuple[str, ...] = ()) -> float:
    """How alike two notes are, 0 to 1, by their pairs of neighbouring words; greeting, sign-off and names aside."""
    a, b = _pairs(without_frame(one, names)), _pairs(without_frame(other, names))
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


def _sameness(one: str, other: str, names: tuple[str, ...]) -> float:
    """How alike two notes are; where the shorter is almost whole in the longer, how much of it is."""
    a, b = _pairs(without_frame(one, names)), _pairs(without_frame(other, names))
    shorter = min(a.total(), b.total())
    contained = (a & b).total() / shorter if shorter >= _LONG_ENOUGH else 0.0
    return contained if contained >= _CONTAINED else likeness(one, other, names)


def check_likeness(letter: Letter, brief: Brief) -> Iterator[Finding]:
    """One warning, for the note that is most alike."""
    if brief.kind != "thank_you" or not brief.other_notes:
        return
    names = (*brief.to, *brief.other_notes, *([brief.me] if brief.me else []))
    if len(without_frame(letter.raw, names)) < _FEW_WORDS:
        return
    alike = {
        name: _sameness(letter.raw, note, names)
        for name, note in brief.other_notes.items()
        if note.strip()
    }
    name = max(alike, key=lambda one: alike[one], default=None)
    if name is None or alike[name] < ALIKE:
        return
    rows = list(sentences(letter.prose))
    place = Span(rows[0].start, rows[-1].end) if rows else Span(0, letter.end)
    lead = len(place.of(letter.prose)) - len(place.of(letter.prose).lstrip())
    yield Finding(
        code="same-as-other",
        severity="warning",
        start=place.start + lead,
        end=place.end,
        message=f"This is {alike[name]:.0%} the same as the note to {name}; people compare.",
        guide="G2.2",
    )
