"""What is weighed: `compensation`, `pushy`, `desperate`, `complaint` by the sentence, what a kind owes by the message.

People put these in more words than a list can hold, so `prose/tone.py` weighs each sentence. And what shouts.
"""

import re
from collections.abc import Callable, Iterator

from followup.messages.lint.checks import WORDS
from followup.messages.lint.findings import Brief, Hit
from followup.messages.lint.reading.letter import Letter
from followup.model.kinds import CHECKS
from followup.prose.text import Span, blank, is_english, lower, words
from followup.prose.tone import excess
from followup.prose.word_lists import word_list

_MARKS = re.compile(r"[!?]*!\s?!+[!?]*|!\?!+|\?!!+")
_SINGLES = 4
# Words that are shouted when they stand in capitals; an acronym is never among them.
_SHOUTED = word_list("shouted", WORDS)
_ALONE = _SHOUTED - word_list("shouted_in_company", WORDS)
_CAPITALS = r"(?:(?<![\w/.@-])[^\W\d_a-z][^\W\d_a-z']*[^\W\d_a-z](?![\w/@-])|(?<!\w)I(?!\w))"
_RUN = re.compile(rf"{_CAPITALS}(?:[ ,]+{_CAPITALS})*")
_MANY = 3


def _shouting(text: str, known: set[str]) -> Iterator[Span]:
    """Runs of capitals that are words, and single words that nobody writes so but to shout."""
    for run in _RUN.finditer(text):
        said = [*re.finditer(_CAPITALS, run.group())]
        loud = [m for m in said if m.group() != "I" and lower(m.group()) in _SHOUTED]
        alone = [m for m in loud if lower(m.group()) in _ALONE and m.group() not in known]
        if len(loud) > 1 and (alone or len(said) >= _MANY):
            yield Span(*run.span())
        elif alone:
            yield Span(run.start() + alone[0].start(), run.start() + alone[0].end())


def exclaimed(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """Repeated exclamation marks, or the last of many single ones."""
    doubled = [*_MARKS.finditer(letter.own)]
    for match in doubled:
        mend = "?" if "?" in match.group() else "!"
        yield Hit(Span(*match.span()), "One exclamation mark is enough.", mend)
    singles = [m.span() for m in re.finditer("!", letter.own)]
    if not doubled and len(singles) >= _SINGLES:
        note = f"{len(singles)} exclamation marks in one message sound breathless."
        yield Hit(Span(*singles[-1]), note, "." if len(singles) == _SINGLES else None)


def capitals(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """Words in capitals, in text and subject."""
    known = {word for word in words(brief.about) if word.isupper()}
    hidden = [Span(at, at + 1) for at, char in enumerate(letter.own) if char == " "]
    body = blank(letter.flat[: len(letter.own)], hidden)
    note = "Capitals shout."
    for span in _shouting(body, known):
        quiet = re.sub(r"\bi\b", "I", span.of(letter.raw).lower())
        yield Hit(span, note, quiet)
    subject = letter.subject or ""
    for span in _shouting(subject, known):
        yield Hit(span, note, span.of(subject).capitalize(), "subject")


def other_language(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """That the words of the message are not English, and so nobody has weighed them."""
    if not is_english(letter.prose):
        text = "This is not in English: its form, names and length were checked, its tone was not."
        yield Hit(letter.sentences[0], text)


_ASKED = re.compile(
    r"\b(?:you asked|your questions?|you wanted to know|as (?:you )?(?:asked|requested)"
    r"|you requested|asking (?:about|for) my|in answer to|you need from me|your (?:form"
    r"|request|query))\b"
)
_COMMON = word_list("pay_common", WORDS)
_STEM, _SHORT = 4, 2
_WORD = re.compile(r"[^\W_]+")
# These tell of a deadline or set one for oneself: more must come together before it is pressure.
_OF_DATES, _ALLOWED = frozenset({"expedite", "offer_reply"}), 150


def compensation(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """Each sentence that speaks of pay where nobody asked."""
    if brief.kind == "offer_reply":
        return
    text = "This speaks of pay, benefits or time off; leave that for the offer."
    about = {word for word in words(lower(brief.about)) if len(word) > _SHORT} - _COMMON
    before = lower(letter.subject or "").removeprefix("re:").strip()
    asked = excess(before).compensation > 0
    for span, said in letter.said:
        answers = asked or _ASKED.search(f"{before} {said}")
        if not (brief.kind == "reply" and answers) and _speaks_of_pay(said, about):
            yield Hit(span, text)
        before = said


def _speaks_of_pay(said: str, about: set[str]) -> bool:
    """Whether it does so in other words than those of the role (a payroll clerk's)."""
    if excess(said).compensation <= 0:
        return False
    rest = _WORD.sub(lambda w: "" if _of_the_role(w.group(), about) else w.group(), said)
    return excess(" ".join(rest.split())).compensation > 0


def _of_the_role(word: str, about: set[str]) -> bool:
    return any(a == word or (len(word) >= _STEM and a.startswith(word[:-1])) for a in about)


def pushy(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """Each sentence that presses."""
    text = "This puts pressure on the reader; ask, and leave the time to them."
    allowed = _ALLOWED if brief.kind in _OF_DATES else 0
    yield from _weighed(letter, lambda said: excess(said).pushy > allowed, text)


def desperate(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """Each sentence that pleads."""
    text = "This pleads; say what you would bring instead."
    yield from _weighed(letter, lambda said: excess(said).desperate > 0, text)


def complaint(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """Each sentence that excuses or complains."""
    text = "This sounds like an excuse or a complaint; leave it out."
    yield from _weighed(letter, lambda said: excess(said).complaint > 0, text)


def _weighed(letter: Letter, is_faulty: Callable[[str], bool], text: str) -> Iterator[Hit]:
    for span, said in letter.said:
        if is_faulty(said):
            yield Hit(span, text)


# In a check it is enough to thank beforehand ("I'd be grateful for a word").
_POLITE = re.compile(r"\b(?:appreciat\w*|grateful|thankful|obliged)\b|^cheers\b")


def no_thanks(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """That nothing in it thanks, at its last sentence."""
    polite = brief.kind in CHECKS and any(_POLITE.search(text) for text in letter.done)
    if not polite and not any(excess(text).thanks > 0 for text in letter.done):
        yield Hit(letter.last_sentence, "There is no word of thanks in it.")


def no_interest(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """That nothing in it wishes for the role, or praises it as one does who wants it; at its last sentence."""
    if not any(excess(text).interest > 0 for _, text in letter.said):
        yield Hit(letter.last_sentence, "It does not say that you are interested in the role.")


def no_question(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """That it does not ask, at its last sentence."""
    if not any(excess(text).question > 0 for _, text in letter.said):
        text = "It does not ask about the next steps or the timing."
        yield Hit(letter.last_sentence, text)
