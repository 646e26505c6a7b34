"""What every message has: its subject, its sign-off, its length and its moment."""

import re
from collections.abc import Iterator

from followup.messages.lint.checks import WORDS
from followup.messages.lint.findings import Brief, Hit, in_office_hours, most_words
from followup.messages.lint.reading.letter import ITEM, Letter
from followup.model.kinds import CHECKS
from followup.prose.names import is_name_like, name_words
from followup.prose.text import Span, blank, folds, lines, lower, words
from followup.prose.word_lists import word_list, word_rows

_PURPOSE = re.compile(rf"\b(?:{'|'.join(word_rows('purposes', WORDS))})\b")
_EMPTY_SUBJECT = word_list("empty_subject", WORDS)
_SHORT_WORD, _TELLING = 2, 3


def no_subject(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """That an e-mail has none."""
    if not (letter.subject or "").strip():
        text = "The e-mail has no subject; name the role or the purpose."
        yield Hit(Span(0, 0), text, part="text" if letter.subject is None else "subject")


def weak_subject(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """That a subject names nothing of the application, and no purpose."""
    subject = lower((letter.subject or "").strip())
    if subject and not _says_something(subject, brief):
        span = Span(0, len(letter.subject or ""))
        text = "The subject names neither the role nor what the message is for."
        yield Hit(span, text, part="subject")


def _says_something(subject: str, brief: Brief) -> bool:
    said = {fold for word in words(subject) for fold in folds(word)} - _EMPTY_SUBJECT
    rest = said - {fold for name in brief.to for word in words(name) for fold in folds(word)}
    about = {fold for word in words(brief.about) if len(word) > _SHORT_WORD for fold in folds(word)}
    answers = re.match(r"(?:re|aw|fwd?|wg) ?:", subject)
    telling = _PURPOSE.search(subject) or rest & about or answers or len(rest) > _TELLING
    return bool(rest and telling)


# In an answer to somebody's message one's name alone is enough.
_ANSWERS = frozenset({"reply", "offer_reply"})
_SAID_OWN_NAME = re.compile(r"\b(?:this is|my name is|it's|it is|i'm|i am|speaking|here is) ")


def no_close(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """That a letter ends without a close, without one's name, or without both."""
    if letter.close and letter.signer:
        return
    close, name = brief.sign_off.strip(" ,") or "Best regards", brief.me
    if letter.close:
        mend = f"{letter.close.of(letter.raw)}\n{name}"
        can = name and letter.close.end == letter.end
        yield Hit(letter.close, "Your own name is missing under the close.", mend if can else None)
    elif letter.signer:
        if brief.kind not in _ANSWERS:
            mend = f"{close},\n{letter.signer.of(letter.raw)}"
            yield Hit(letter.signer, "A professional close is missing above your name.", mend)
    else:
        last = _last_line(letter)
        mend = f"{last.of(letter.raw)}\n\n{close},\n{name}"
        text = "The message ends without a professional close and your own name."
        yield Hit(last, text, mend if name and last.end > last.start else None)


def no_caller(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """That a call or voicemail does not say who is calling."""
    if not _says_own_name(letter, brief):
        yield Hit(Span(letter.end, letter.end), "Say who is calling: your own name is missing.")


def _last_line(letter: Letter) -> Span:
    rows = [row for row in lines(letter.body) if row.end > row.start]
    return rows[-1] if rows else Span(letter.end, letter.end)


def _says_own_name(letter: Letter, brief: Brief) -> bool:
    if brief.me:
        own = {fold for word in words(brief.me) for fold in folds(word)}
        return any(not folds(word).isdisjoint(own) for word in words(letter.body))
    low = lower(letter.body)
    said = (
        name_words(letter.body[match.end() : match.end() + 40])
        for match in _SAID_OWN_NAME.finditer(low)
    )
    return any(bool(found) and is_name_like(found[0][0]) for found in said)


_MAX_PARAGRAPHS, _GOOD_PARAGRAPHS = 3, 2


def characters(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """What of a note goes beyond what LinkedIn takes."""
    lead = len(letter.body) - len(letter.body.lstrip())
    size = letter.end - lead
    if size > brief.linkedin_limit:
        text = f"The note has {size} characters; LinkedIn takes {brief.linkedin_limit}."
        yield Hit(Span(lead + brief.linkedin_limit, letter.end), text)


def too_many_words(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """The words beyond the limit: all but what is quoted, the signature under the name, and lists of materials."""
    out = [row for row in lines(letter.body) if ITEM.match(row.of(letter.body))]
    if letter.signer:
        out.append(Span(letter.signer.end, len(letter.body)))
    text = blank(letter.body, out)
    found, limit = [*re.finditer(r"\S+", text)], most_words(brief.kind, brief.medium)
    if len(found) > limit:
        note = f"The message has {len(found)} words; {_what(brief)} has at most {limit}."
        yield Hit(Span(found[limit].start(), letter.end), note)


def _what(brief: Brief) -> str:
    if brief.medium == "voicemail":
        return "half a minute of voicemail"
    if brief.kind in CHECKS:
        return "a check"
    return "a thank-you" if brief.kind == "thank_you" else "such a message"


def too_many_paragraphs(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """The paragraphs beyond the third."""
    if len(letter.paragraphs) > _MAX_PARAGRAPHS:
        yield _beyond(letter, _MAX_PARAGRAPHS)


def a_third_paragraph(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """The third paragraph, where it is the last."""
    if _GOOD_PARAGRAPHS < len(letter.paragraphs) <= _MAX_PARAGRAPHS:
        yield _beyond(letter, _GOOD_PARAGRAPHS)


def _beyond(letter: Letter, many: int) -> Hit:
    count, extra = len(letter.paragraphs), letter.paragraphs[many:]
    text = f"The e-mail has {count} paragraphs; two are plenty, three the most."
    return Hit(Span(extra[0].start, extra[-1].end), text)


def too_soon(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """That section 4 of the playbook holds the message back, until when (where that is known) and why."""
    day = brief.held_until
    if day is not None or brief.held_reason:
        until = f"; wait until {day:%A} {day.day} {day:%B %Y}" if day else ""
        yield Hit(_head(letter), f"Sending it now is too soon{until}. {brief.held_reason}".strip())


def quiet_hours(letter: Letter, brief: Brief) -> Iterator[Hit]:
    """That it is no office hour there, where one would call now."""
    local = brief.local_time
    if local is not None and not (brief.is_working_day and in_office_hours(local.time())):
        day = "" if brief.is_working_day else " and no working day"
        text = f"It is {local:%H:%M} there{day}; call between 09:00 and 17:00 on a working day."
        yield Hit(_head(letter), text)


def _head(letter: Letter) -> Span:
    greeting = letter.greeting
    return Span(greeting.start, greeting.end) if greeting else Span(0, min(letter.end, 1))
