"""It speaks to the person it goes to, with every field filled in: `wrong-name`, `no-greeting-name`, `placeholder`."""

from collections.abc import Iterator

from followup.messages.languages import ENGLISH
from followup.messages.lint.findings import SPOKEN, Brief, Hit
from followup.messages.lint.reading.gaps import find_gaps, gaps_of
from followup.messages.lint.reading.greeting import Greeting
from followup.messages.lint.reading.letter import Letter
from followup.prose.names import (
    family_name,
    first_name,
    full_name,
    greeting_name,
    means,
    name_words,
    parts,
)
from followup.prose.text import Span, folds, lines, lower, sentences, words

_SEXES = ({"mr", "herr", "monsieur"}, {"mrs", "ms", "miss", "frau", "madame", "mme"})
_SPOKEN_OPENING = 4
_OPENING = 40


def _strangers(greeting: Greeting, brief: Brief) -> list[tuple[str, int]]:
    """The names of the greeting that nobody has to whom the message goes; the company's own name is none.

    Nor is a word before a right one, where the greeting has no opening that is known (“Sevgili Sofia”).
    """
    strangers = [
        (token, at)
        for token, at in greeting.names
        if not any(means(token, name) for name in brief.to)
        and not any(means(token, part) for part in parts(brief.company))
        and not (brief.medium in SPOKEN and brief.me and means(token, brief.me))
    ]
    if not greeting.opening and len(strangers) == 1 < len(greeting.names):
        (token, at), (_, following) = greeting.names[:2]
        return (
            [] if strangers == [(token, at)] and following == at + len(f"{token} ") else strangers
        )
    return strangers


def _right_name(greeting: Greeting, brief: Brief) -> str | None:
    if len(brief.to) != 1:
        return None
    name = brief.to[0]
    return family_name(name) if greeting.titled else first_name(name)


def _mistitled(greeting: Greeting, brief: Brief) -> bool:
    """Whether the one person it goes to is known as Mrs and greeted as Mr, or the other way round."""
    said = {word.lower().strip(".") for word in greeting.others}
    known = {token.lower().strip(".") for name in brief.to for token, _ in name_words(name)}
    he, she = _SEXES
    return len(brief.to) == 1 and bool((said & he and known & she) or (said & she and known & he))


def wrong_greeting(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """That the greeting names somebody whom the message does not go to, or by another title."""
    greeting = letter.greeting
    found = greeting and _wrong(letter, greeting, brief)
    if found and not any(
        found.span.start < gap.end and found.span.end > gap.start for gap in gaps_of(letter, brief)
    ):
        yield found


def _wrong(letter: Letter, greeting: Greeting, brief: Brief) -> Hit | None:
    if _mistitled(greeting, brief):
        span = Span(greeting.start, greeting.end)
        return Hit(span, f"“{span.of(letter.raw)}” has another title than {brief.to[0]}.")
    strangers = _strangers(greeting, brief)
    if not brief.to or not strangers:
        return None
    last, at = strangers[-1]
    whole = Span(strangers[0][1], at + len(last))
    alone = len(strangers) == len(greeting.names) == 1
    mends = alone or whole.of(letter.flat).count(" ") < len(strangers)
    text = f"The greeting names {whole.of(letter.raw)}, but the message goes to {ENGLISH.listed(brief.to)}."
    return Hit(whole, text, _right_name(greeting, brief) if mends else None)


def _opened_by_name(letter: Letter, brief: Brief) -> bool:
    """Whether a name of the person stands in the opening (`Thank you, Ann`; in a call a few sentences in)."""
    opening = [*sentences(letter.body)][: _SPOKEN_OPENING if brief.medium in SPOKEN else 1]
    said = [token for span in opening for token, _ in name_words(span.of(letter.body))]
    return any(means(token, name) for token in said for name in brief.to)


def _addressed(letter: Letter, brief: Brief) -> bool:
    greeting = letter.greeting
    if greeting is None:
        return _opened_by_name(letter, brief)
    own = parts(brief.company)
    named = [t for t, _ in greeting.names if not any(means(t, part) for part in own)]
    greeted = (*greeting.others, *(token for token, _ in greeting.names))
    known = any(means(word, name) for word in greeted for name in brief.to)
    if known or (named and not greeting.nameless):
        return True
    several = len(brief.to) > 1 or (not brief.to and "team" not in greeting.others)
    together = greeting.plural and several and not greeting.nameless
    return together or _opened_by_name(letter, brief)


def no_greeting(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """That nobody is greeted by name; a field left empty there, or a wrong name, says enough itself."""
    if brief.medium in SPOKEN and not brief.to:
        return
    greeting = letter.greeting
    first = next((row for row in lines(letter.body) if row.end > row.start), Span(0, 0))
    head = max(greeting.end if greeting else 0, min(first.end, first.start + _OPENING))
    unfilled = any(gap.start < head and gap.end > first.start for gap in gaps_of(letter, brief))
    if unfilled or _addressed(letter, brief) or any(wrong_greeting(letter, brief)):
        return
    anchor = Span(greeting.start, greeting.end) if greeting else first
    rest = "" if greeting else f"\n\n{anchor.of(letter.raw)}"
    mend = f"Dear {ENGLISH.listed([greeting_name(name) for name in brief.to])},{rest}"
    whom = ENGLISH.listed(brief.to) if brief.to else "the person it goes to"
    text = f"The message does not greet anybody by name; begin with the name of {whom}."
    yield Hit(anchor, text, mend if brief.to else None)


_COMPANY = {"company", "employer", "organization", "organisation"}
_ROLE, _MINE = {"role", "position", "job"}, {"your", "my", "sender"}
_FIRST = {"first", "fname", "firstname"}
_READER = {"name", "interviewer", "interviewer's", "recruiter", "recipient", *_FIRST}


def _known(field: str, brief: Brief, *, greeting: bool) -> str:
    """What belongs into a field, where its name says so and it is known."""
    low = set(words(lower(field).replace("_", " ")))
    for called, known in ((_COMPANY, brief.company), (_ROLE, brief.role), (_MINE, brief.me)):
        if low & called:
            return known
    if len(brief.to) != 1 or not low & (_READER - {"first"}) or (low == {"name"} and not greeting):
        return ""
    return first_name(brief.to[0]) if low & _FIRST else full_name(brief.to[0])


def _mend(field: str, brief: Brief, *, greeting: bool) -> str | None:
    known = _known(field, brief, greeting=greeting)
    return known if folds(known) and not find_gaps(known) else None


def unfilled(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """Each such field in text and subject, with what belongs there where that is known."""
    greeted = letter.greeting.end if letter.greeting else 0
    for span in gaps_of(letter, brief):
        field = span.of(letter.flat)
        mend = _mend(field, brief, greeting=span.start < greeted)
        yield Hit(span, _remark(field), mend)
    for span in find_gaps(letter.subject or "", subject=True, about=brief.about):
        field = span.of(letter.subject or "")
        yield Hit(span, _remark(field), _mend(field, brief, greeting=False), "subject")


def _remark(field: str) -> str:
    return f"“{field}” is still to be filled in."
