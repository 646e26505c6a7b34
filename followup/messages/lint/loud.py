"""`desperate`, seen: repeated exclamation marks, and capitals that shout."""

import re
from collections.abc import Iterator

from followup.messages.lint.findings import Brief, Finding, Part
from followup.messages.lint.letter import Letter
from followup.messages.lint.lexicon import word_list
from followup.messages.lint.text import Span, blank, lower, words

_MARKS = re.compile(r"[!?]*!\s?!+[!?]*|!\?!*|\?!+")
_SINGLES = 4
# Words that are shouted when they stand in capitals; an acronym is never among them.
_SHOUTED = word_list("shouted")
_ALONE = _SHOUTED - word_list("shouted_in_company")
_CAPITALS = re.compile(
    r"(?<![\w/.@-])[^\W\d_a-z][^\W\d_a-z']*[^\W\d_a-z](?![\w/@-])|(?<!\w)I(?!\w)"
)
_MANY = 3


def _shouting(text: str, known: set[str]) -> Iterator[Span]:
    """Runs of capitals that are words, and single words that nobody writes so but to shout."""
    run: list[re.Match[str]] = []
    for match in [*_CAPITALS.finditer(text), None]:
        if match and run and not text[run[-1].end() : match.start()].strip(" ,"):
            run.append(match)
            continue
        loud = [
            m
            for m in run
            if lower(m.group()) in _SHOUTED and m.group() != "I" and m.group().isupper()
        ]
        alone = [m for m in loud if lower(m.group()) in _ALONE and m.group() not in known]
        if alone or (len(loud) > 1 and len(run) >= _MANY):
            first = run[0] if len(loud) > 1 else (alone or loud)[0]
            last = run[-1] if len(loud) > 1 else first
            yield Span(first.start(), last.end())
        run = [match] if match else []


def _quiet(text: str) -> str:
    """Capitals taken back."""
    return re.sub(r"\bi\b", "I", text.lower())


def _remark(span: Span, message: str, mend: str | None, part: Part = "text") -> Finding:
    return Finding(
        code="desperate",
        severity="warning",
        start=span.start,
        end=span.end,
        message=message,
        guide="G3.4, G4",
        mend=mend,
        part=part,
    )


def _exclaimed(letter: Letter) -> Iterator[Finding]:
    text = letter.own
    doubled = [
        match
        for match in _MARKS.finditer(text)
        if len(match.group()) > len("?!") or "?" not in match.group()
    ]
    for match in doubled:
        mend = "?" if "?" in match.group() else "!"
        yield _remark(Span(*match.span()), "One exclamation mark is enough.", mend)
    singles = [m.start() for m in re.finditer("!", text)]
    if not doubled and len(singles) >= _SINGLES:
        last = Span(singles[-1], singles[-1] + 1)
        note = f"{len(singles)} exclamation marks in one message sound breathless."
        yield _remark(last, note, "." if len(singles) == _SINGLES else None)


def _capitals(letter: Letter, brief: Brief) -> Iterator[Finding]:
    known = {word for word in words(brief.about) if word.isupper()}
    hidden = [Span(at, at + 1) for at, char in enumerate(letter.own) if char == " "]
    body = blank(letter.flat[: len(letter.own)], hidden)
    note = "Capitals shout."
    for span in _shouting(body, known):
        yield _remark(span, note, _quiet(span.of(letter.raw)))
    if letter.subject:
        for span in _shouting(letter.subject, known):
            yield _remark(span, note, span.of(letter.subject).capitalize(), "subject")


def check_loudness(letter: Letter, brief: Brief) -> Iterator[Finding]:
    """A warning for each such place, with a mend."""
    yield from _exclaimed(letter)
    yield from _capitals(letter, brief)
