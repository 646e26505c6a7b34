"""Tone: `compensation`, `pushy`, `desperate` and `complaint`, sentence by sentence; and what shouts.

A sentence is weighed by `prose/tone.py`. "asap" says what it says in any company and needs no weighing.
"""

import re
from collections.abc import Iterator

from followup.messages.lint.checks import WORDS
from followup.messages.lint.findings import Brief, Hit
from followup.messages.lint.reading.letter import Letter
from followup.prose.text import Span, blank, is_english, lower, words
from followup.prose.tone import excess
from followup.prose.word_lists import word_list

_MARKS = re.compile(r"[!?]*!\s?!+[!?]*|!\?!*|\?!+")
_SINGLES = 4
# Words that are shouted when they stand in capitals; an acronym is never among them.
_SHOUTED = word_list("shouted", WORDS)
_ALONE = _SHOUTED - word_list("shouted_in_company", WORDS)
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
    """The text in small letters, but for “I”."""
    return re.sub(r"\bi\b", "I", text.lower())


def exclaimed(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """Repeated exclamation marks, or the last of many single ones."""
    text = letter.own
    doubled = [
        match
        for match in _MARKS.finditer(text)
        if len(match.group()) > len("?!") or "?" not in match.group()
    ]
    for match in doubled:
        mend = "?" if "?" in match.group() else "!"
        yield Hit(Span(*match.span()), "One exclamation mark is enough.", mend)
    singles = [m.start() for m in re.finditer("!", text)]
    if not doubled and len(singles) >= _SINGLES:
        last = Span(singles[-1], singles[-1] + 1)
        note = f"{len(singles)} exclamation marks in one message sound breathless."
        yield Hit(last, note, "." if len(singles) == _SINGLES else None)


def capitals(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """Words in capitals, in text and subject."""
    known = {word for word in words(brief.about) if word.isupper()}
    hidden = [Span(at, at + 1) for at, char in enumerate(letter.own) if char == " "]
    body = blank(letter.flat[: len(letter.own)], hidden)
    note = "Capitals shout."
    for span in _shouting(body, known):
        yield Hit(span, note, _quiet(span.of(letter.raw)))
    subject = letter.subject or ""
    for span in _shouting(subject, known):
        yield Hit(span, note, span.of(subject).capitalize(), "subject")


def other_language(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """That the words of the message are not English, and so nobody has weighed them."""
    if not is_english(letter.prose):
        text = "This is not in English: its form, names and length were checked, its tone was not."
        yield Hit(letter.sentences[0], text)


_ASAP = re.compile(r"\basap\b|\ba\.s\.a\.p\b")
_ASKED = re.compile(
    r"\b(?:you asked|your questions?|you wanted to know|as (?:you )?(?:asked|requested)"
    r"|you requested|asking (?:about|for) my|in answer to|you need from me|your (?:form"
    r"|request|query))\b"
)
_COMMON = word_list("pay_common", WORDS)
_STEM, _SHORT = 4, 2
_WORD = re.compile(r"[^\W_]+")
_EDGE = " ,;\n"
# These tell of a deadline or set one for oneself: more must come together before it is pressure.
_OF_DATES, _ALLOWED = frozenset({"expedite", "offer_reply"}), 150


def compensation(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """Each sentence that speaks of pay where nobody asked."""
    about = {word for word in words(lower(brief.about)) if len(word) > _SHORT} - _COMMON
    before = ""
    for span, said in letter.said:
        if excess(said).compensation > 0 and not _may_speak_of_pay(said, before, brief, about):
            text = "This speaks of pay, benefits or time off; leave that for the offer."
            yield Hit(_trimmed(span, letter), text)
        before = said


def pushy(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """Each sentence that presses."""
    allowed = _ALLOWED if brief.kind in _OF_DATES else 0
    for span, said in letter.said:
        if excess(said).pushy > allowed or _ASAP.search(said):
            text = "This puts pressure on the reader; ask, and leave the time to them."
            yield Hit(_trimmed(span, letter), text)


def desperate(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """Each sentence that pleads."""
    for span, said in letter.said:
        if excess(said).desperate > 0:
            yield Hit(_trimmed(span, letter), "This pleads; say what you would bring instead.")


def complaint(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """Each sentence that excuses or complains."""
    for span, said in letter.said:
        if excess(said).complaint > 0:
            text = "This sounds like an excuse or a complaint; leave it out."
            yield Hit(_trimmed(span, letter), text)


def _trimmed(span: Span, letter: Letter) -> Span:
    text = span.of(letter.own).rstrip(_EDGE)
    return Span(span.start + len(text) - len(text.lstrip(_EDGE)), span.start + len(text))


def _of_the_role(word: str, about: set[str]) -> bool:
    return any(a == word or (len(word) >= _STEM and a.startswith(word[:-1])) for a in about)


def _may_speak_of_pay(said: str, before: str, brief: Brief, about: set[str]) -> bool:
    """Whether it answers an offer or their question, or its words are those of the role (a payroll clerk's)."""
    if brief.kind == "offer_reply":
        return True
    if brief.kind == "reply" and (_ASKED.search(said) or _ASKED.search(before)):
        return True
    rest = _WORD.sub(lambda w: "" if _of_the_role(w.group(), about) else w.group(), said)
    return excess(" ".join(rest.split())).compensation <= 0
