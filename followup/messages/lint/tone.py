"""How tone is judged: patterns over the sentences of what the user says, quotations left out."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from followup.messages.lint.findings import Finding
from followup.messages.lint.letter import Letter
from followup.messages.lint.text import Span, sentences

Judge = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Sign:
    """A pattern that gives a tone away, unless its sentence holds what makes it harmless or lacks what it needs."""

    pattern: re.Pattern[str]
    harmless: re.Pattern[str] | None = None
    needs: re.Pattern[str] | None = None

    def stands(self, sentence: str) -> bool:
        """Whether it means in this sentence what it says."""
        return not (self.harmless and self.harmless.search(sentence)) and (
            self.needs is None or bool(self.needs.search(sentence))
        )


def _branches(way: str) -> Iterator[str]:
    """The alternatives at the top of a pattern."""
    depth, start, skip, inside = 0, 0, False, False
    for at, char in enumerate(way):
        if skip or char == "\\":
            skip = not skip
        elif inside or char == "[":
            inside = char != "]"
        elif char == "|" and depth == 0:
            yield way[start:at]
            start = at + 1
        else:
            depth += (char == "(") - (char == ")")
    yield way[start:]


def joined(*ways: str) -> re.Pattern[str]:
    """One pattern of several; those that begin at a word's edge share the test for it, which is most of the time."""
    branches = [branch for way in ways for branch in _branches(way)]
    edged = [branch[2:] for branch in branches if branch.startswith(r"\b")]
    other = [branch for branch in branches if not branch.startswith(r"\b")]
    return re.compile("|".join([*([r"\b(?:" + "|".join(edged) + ")"] if edged else []), *other]))


def sign(*ways: str, harmless: str | None = None, needs: str | None = None) -> Sign:
    """A sign from the ways of writing it, in lower case."""
    return Sign(
        joined(*ways), joined(harmless) if harmless else None, joined(needs) if needs else None
    )


def hits(signs: tuple[Sign, ...], text: str) -> Iterator[Span]:
    """Where the signs stand in a text of lower case; of several that overlap, the first."""
    rows = list(sentences(text))
    found: list[Span] = []
    for one in signs:
        for match in one.pattern.finditer(text):
            span = Span(*match.span())
            if one.stands(_around(rows, span).of(text)):
                found.append(span)
    last = 0
    for span in sorted(found, key=lambda s: (s.start, -s.end)):
        if span.start >= last and span.end > span.start:
            last = span.end
            yield span


def _around(rows: list[Span], span: Span) -> Span:
    start = next((row.start for row in rows if row.start <= span.start < row.end), span.start)
    end = next((row.end for row in rows if row.start < span.end <= row.end), span.end)
    return Span(start, max(end, span.end))


def remark(code: str, span: Span, letter: Letter, text: str, guide: str) -> Finding:
    """A warning about a place in the text, without the blank around it."""
    raw = span.of(letter.flat)
    lead = len(raw) - len(raw.lstrip(" .,;!?\n"))
    start, end = span.start + lead, span.start + len(raw.rstrip(" ,;\n"))
    return Finding(
        code=code, severity="warning", start=start, end=max(start, end), message=text, guide=guide
    )
