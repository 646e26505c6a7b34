"""A message taken apart: greeting, prose, close, signature, what it quotes; all as ranges of the one text."""

import re
from dataclasses import dataclass

from followup.messages.lint.reading.greeting import Greeting, find_greeting
from followup.prose.names import is_name_like, means, name_words
from followup.prose.text import (
    Span,
    blank,
    blocks,
    flatten,
    lines,
    lower,
    sentences,
    trimmed,
    words,
)

_CLOSE_WORDS = (
    r"regards?|wishes|sincerely|faithfully|truly|respectfully|cordially|cordialement"
    r"|gratefully|warmly|greetings?|cheers"
    r"|all the (?:very )?best|best|thanks|thank you|gratitude|appreciation|appreciated?"
    r"|yours|take care|see you|talk soon|speak soon"
    r"|until (?:then|soon)|(?:have|enjoy) a \w+ (?:day|week|weekend|evening)"
    r"|looking forward|hoping to hear"
    r"|gr[üu](?:ß|ss)(?:en?)?|saludos|atentamente|saluti|groet(?:en)?|poważaniem"
    r"|pozdrawiam|hälsningar|mvh|hilsen|bien à vous"
    r"|abraço|cumprimentos|terveisin"
)
_CLOSE_START = re.compile(
    r"^\W*(?:(?:with|my|many|big|very|in|a|all|good|kindest|kind|warmest|warm|best|mit"
    rf"|met|med|z|bien|kærlig) )*(?:\w+ )?(?:{_CLOSE_WORDS})\b"
)
_CLOSE_END = re.compile(r"\b(?:best|kind|kindest|warm|warmest|good) (?:wishes|regards),?$")
_UNPROFESSIONAL = re.compile(
    r"\b(?:love|hugs?|kiss(?:es)?|xo+|xx+|x|later|laters|bye|ta-ra|see ya|peace|ttyl|tata)\b"
)
_INLINE = re.compile(
    r"(?:^|[.!?,] ?)((?:(?:with )?(?:best|kind|kindest|warm|warmest|many) (?:regards"
    r"|wishes|thanks)|regards|sincerely|best|cheers|thanks)"
    r"[,.!]? +)(\S+(?: \S+){0,3})$"
)
_CONTACT = re.compile(
    r"(?:[a-z]\w*[:.] *)?(?:\+?[\d()][\d ()./-]{6,}|\S+@\S+|(?:https?://|www\.)\S+)", re.IGNORECASE
)
_LONGEST_CLOSE, _TAIL, _LONGEST_NAME, _SHORT_WORD = 9, 9, 5, 4


def _is_signer(line: str, me: str) -> bool:
    found = [t for t, _ in name_words(line) if t.strip(".-")]
    if not found or len(found) > _LONGEST_CLOSE:
        return False
    if me:
        return any(means(token, me) for token in found)
    return len(found) <= _LONGEST_NAME and all(
        is_name_like(t) or len(t) < _SHORT_WORD for t in found
    )


def _is_close(line: str, sign_off: str) -> bool:
    if len(words(line)) > _LONGEST_CLOSE:
        return False
    low = lower(line).strip()
    own = lower(flatten(sign_off)).strip(" ,.!")
    return (
        (bool(own) and low.startswith(own))
        or bool(_CLOSE_START.match(low))
        or bool(_CLOSE_END.search(low))
    )


def _closes(line: str) -> bool:
    """Whether a line that no list knows may be a close, one's own name below it: a short one that ends with a comma."""
    short = line.endswith(",") and len(words(line)) <= _LONGEST_CLOSE
    return short and not _UNPROFESSIONAL.search(lower(line))


def find_close(
    body: str, rows: list[Span], me: str, sign_off: str
) -> tuple[Span | None, Span | None]:
    """The close and the name under it, among the last lines; either may be missing."""
    tail = [row for row in rows if not _CONTACT.fullmatch(row.of(body))][-_TAIL:]
    if not tail:
        return None, None
    text = [row.of(body) for row in tail]
    signs = [_is_signer(line, me) for line in text]
    last, loose = len(tail) - 1, None
    for at in range(last, -1, -1):
        unknown = bool(me) and any(signs[at + 1 : at + 2]) and _closes(text[at])
        if not unknown and not _is_close(text[at], sign_off):
            continue
        near = [at + 1, at + 2] if at < last else [at - 1] if me and at else []
        signer = next((tail[n] for n in near if n <= last and signs[n]), None)
        if signer is not None:
            return tail[at], signer
        loose = loose or tail[at]
    found = _INLINE.search(lower(text[last]))
    if found and _is_signer(text[last][found.start(2) :], me):
        start, mid = (tail[last].start + found.start(group) for group in (1, 2))
        return Span(start, start + len(found[1])), Span(mid, tail[last].end)
    if not (me and signs[last] and len(words(text[last])) < _LONGEST_NAME):
        return loose, None
    if loose is None and last and _ends_in_thanks(text[last - 1]):
        loose = tail[last]
    return loose, tail[last]


def _ends_in_thanks(line: str) -> bool:
    """Whether a line ends in a short sentence that could close a letter, as “Thank you so much” does."""
    *_, said = [Span(0, 0), *sentences(line)]
    thanks = said.of(line).strip()
    return len(words(thanks)) <= _LONGEST_NAME and bool(_CLOSE_START.match(lower(thanks)))


def formulas_above(body: str, rows: list[Span], close: Span) -> int:
    """Where the sign-off starts: short formulas on the lines right above the close belong to it."""
    start = close.start
    for row in reversed([r for r in rows if r.end <= close.start]):
        if len(words(row.of(body))) >= _SHORT_WORD or not _CLOSE_START.match(lower(row.of(body))):
            break
        start = row.start
    return start


# What is longer than this is too long in any case; no more is read.
READ_LIMIT = 20_000

_QUOTE_STARTS = re.compile(
    r"^(?:on\b.{4,150}\bwrote:|am\b.{4,150}\bschrieb\b.{0,80}:|le\b.{4,150}a écrit ?:"
    r"|-{2,} ?(?:original|forwarded|ursprüngl)|_{20,}$)",
    re.IGNORECASE,
)
_FORMULA = re.compile(
    r"^(?:(?:and )?(?:i|we)(?:'m| am)? (?:really |very much |do )?look(?:ing)? forward"
    r"|looking forward|(?:many )?thanks|thank you|i hope|hope) ?"
)
ITEM = re.compile(r"^(?:[-*•·+]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")

# A line that ends in mid-sentence was only wrapped.
_WRAP = re.compile(r"(?<=[^.!?:;\s])[ ]*\n(?=[a-z])")
_LONGEST_FORMULA = 13


@dataclass(frozen=True, slots=True)
class Letter:
    """A message as the checks read it. All texts have the length of the given one; what is left out is spaces."""

    raw: str
    flat: str
    subject: str | None
    greeting: Greeting | None
    body: str  # without quoted text and signature
    prose: str  # also without greeting and sign-off, lower case
    own: str  # also without what stands in quotation marks
    farewell: str  # the sign-off, lower case
    close: Span | None
    signer: Span | None
    paragraphs: tuple[Span, ...]
    end: int

    @property
    def sentences(self) -> list[Span]:
        """The sentences of the prose; its end where there is none."""
        found = [trimmed(span, self.prose) for span in sentences(self.prose)]
        return found or [Span(self.end, self.end)]

    @property
    def last_sentence(self) -> Span:
        """The last sentence of the prose: what is missing could stand behind it."""
        return self.sentences[-1]

    @property
    def said(self) -> list[tuple[Span, str]]:
        """The sentences of what the user says (`own`) with their place; those that were wrapped in one piece."""
        text = list(self.own)
        for wrap in _WRAP.finditer(self.flat):
            text[wrap.end() - 1] = " "
        return [
            (trimmed(span, self.own), _tidy(span.of(self.own))) for span in sentences("".join(text))
        ]

    @property
    def done(self) -> list[str]:
        """The same sentences without their place, and those of the sign-off."""
        below = [_tidy(span.of(self.farewell)) for span in sentences(self.farewell)]
        return [*(text for _, text in self.said), *below]


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _cut(flat: str, rows: list[Span]) -> tuple[int, list[Span]]:
    """Where the user's own text ends, and the quoted lines before that."""
    quoted: list[Span] = []
    for row in rows:
        line = row.of(flat)
        if line == "--" or _QUOTE_STARTS.match(line):
            return row.start, quoted
        if line.startswith(">"):
            quoted.append(row)
    return len(flat), quoted


def _paragraphs(prose: str) -> tuple[Span, ...]:
    """What counts as a paragraph: no list, no short formula before the sign-off or after the greeting."""
    found = blocks(prose, ITEM)
    kept = list(found)
    for formula in (found[-1:], found[:1]):
        if len(kept) > 1 and formula and formula[0] in kept:
            text = formula[0].of(prose)
            if len(words(text)) <= _LONGEST_FORMULA and _FORMULA.match(text):
                kept.remove(formula[0])
    return tuple(kept)


def read_letter(text: str, subject: str | None, me: str, sign_off: str) -> Letter:
    """The parts of a message."""
    flat = flatten(text)
    rows = list(lines(flat))
    end, quoted = _cut(flat, rows)
    cut = [*quoted, Span(end, len(flat))]
    body = blank(flat, cut)
    filled = [row for row in lines(body[:end]) if row.start < row.end]
    greeting = find_greeting(body, filled)
    below = [row for row in filled if greeting is None or row.start > greeting.start]
    close, signer = find_close(body, below, me, sign_off)
    tail = min((part.start for part in (close, signer) if part is not None), default=end)
    if close is not None:
        tail = min(tail, formulas_above(body, below, close))
    greeted = [] if greeting is None else [Span(greeting.start, greeting.end)]
    prose = lower(blank(flat, [*cut, *greeted, Span(tail, end)]))
    speech = [Span(*m.span()) for m in re.finditer(r'"[^"\n]{1,200}"', prose)]
    return Letter(
        raw=text,
        flat=flat,
        subject=None if subject is None else flatten(subject),
        greeting=greeting,
        body=body,
        prose=prose,
        own=blank(prose, speech),
        farewell=lower(blank(body, [Span(0, tail)])),
        close=close,
        signer=signer,
        paragraphs=_paragraphs(prose),
        end=len(body.rstrip()) if body.strip() else 0,
    )
