"""Tone, sentence by sentence: `compensation`, `pushy`, `desperate` and `complaint`.

A sentence's traits (`traits.py`) each weigh for or against each tone; what they come to is held against a limit. The
weights in `words/tone.tsv.gz` were learned from the sentences in `benchmarks/tone/corpus` (docs/tone.md). "asap" says
what it says in any company and needs no weighing.
"""

import gzip
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from followup.messages.lint.findings import Brief, Finding
from followup.messages.lint.letter import Letter
from followup.messages.lint.lexicon import word_list
from followup.messages.lint.text import Span, lower, sentences, words
from followup.messages.lint.traits import breadth, traits

TONES = ("compensation", "pushy", "desperate", "complaint")
LIMITS = "*"  # the row of the weights that is no trait

_REMARKS = {
    "compensation": ("This speaks of pay, benefits or time off; leave that for the offer.", "G3.3"),
    "pushy": ("This puts pressure on the reader; ask, and leave the time to them.", "G2.6, G4, G5"),
    "desperate": ("This pleads; say what you would bring instead.", "G3.4, G4"),
    "complaint": ("This sounds like an excuse or a complaint; leave it out.", "G3.2"),
}
_PLAIN = {"pushy": re.compile(r"\basap\b|\ba\.s\.a\.p\b")}
# A line that ends in mid-sentence was only wrapped.
_WRAP = re.compile(r"(?<=[^.!?:;\s])[ ]*\n(?=[a-z])")
_ASKED = re.compile(
    r"\b(?:you asked|your questions?|you wanted to know|as (?:you )?(?:asked|requested)"
    r"|you requested|asking (?:about|for) my|in answer to|you need from me|your (?:form"
    r"|request|query))\b"
)
_COMMON = word_list("pay_common")
_STEM, _SHORT = 4, 2
_WORD = re.compile(r"[^\W_]+")
_EDGE = " ,;\n"
# These tell of a deadline or set one for oneself: more must come together before it is pressure.
_OF_DATES, _ALLOWED = frozenset({"expedite", "offer_reply"}), 150


@cache
def _weights() -> dict[str, tuple[int, ...]]:
    packed = (Path(__file__).with_name("words") / "tone.tsv.gz").read_bytes()
    rows = (line.split("\t") for line in gzip.decompress(packed).decode().splitlines())
    return {row[0]: tuple(int(cell or 0) for cell in row[1:]) for row in rows}


@lru_cache(maxsize=1024)
def excess(sentence: str) -> tuple[int, ...]:
    """How far a sentence in lower case goes beyond the limit of each tone; below nought where it does not."""
    weights, found = _weights(), traits(sentence)
    share = breadth(len(found))
    sums = [-round(limit * share) for limit in weights[LIMITS]]
    for trait in found:
        for at, weight in enumerate(weights.get(trait, ())):
            sums[at] += weight
    return tuple(sums)


def _about(brief: Brief) -> set[str]:
    return {word for word in words(lower(brief.about)) if len(word) > _SHORT} - _COMMON


def _of_the_role(word: str, about: set[str]) -> bool:
    return any(a == word or (len(word) >= _STEM and a.startswith(word[:-1])) for a in about)


def own_sentences(letter: Letter) -> Iterator[Span]:
    """The sentences of what the user says, those that were wrapped in one piece."""
    text = list(letter.own)
    for wrap in _WRAP.finditer(letter.flat):
        text[wrap.end() - 1] = " "
    return sentences("".join(text))


def check_tone(letter: Letter, brief: Brief) -> Iterator[Finding]:
    """A warning for each sentence and tone."""
    about = _about(brief)
    before = ""
    for span in own_sentences(letter):
        said = " ".join(span.of(letter.own).split())
        over = dict(zip(TONES, excess(said), strict=True))
        if brief.kind in _OF_DATES:
            over["pushy"] -= _ALLOWED
        if over["compensation"] > 0 and _may_speak_of_pay(said, before, brief, about):
            over["compensation"] = 0
        for tone in TONES:
            if over[tone] > 0 or (tone in _PLAIN and _PLAIN[tone].search(said)):
                yield _remark(tone, span, letter)
        before = said


def _may_speak_of_pay(said: str, before: str, brief: Brief, about: set[str]) -> bool:
    """Whether it answers an offer or their question, or its words are those of the role (a payroll clerk's)."""
    if brief.kind == "offer_reply":
        return True
    if brief.kind == "reply" and (_ASKED.search(said) or _ASKED.search(before)):
        return True
    rest = _WORD.sub(lambda w: "" if _of_the_role(w.group(), about) else w.group(), said)
    return excess(" ".join(rest.split()))[0] <= 0


def _remark(tone: str, span: Span, letter: Letter) -> Finding:
    raw = span.of(letter.own)
    start, end = span.start + len(raw) - len(raw.lstrip(_EDGE)), span.start + len(raw.rstrip(_EDGE))
    text, guide = _REMARKS[tone]
    return Finding(
        code=tone, severity="warning", start=start, end=max(start, end), message=text, guide=guide
    )
