"""The form of a message: subject, sign-off, length, and when it goes."""

import re
from collections.abc import Iterator

from followup.messages.lint.findings import CHECKS, SPOKEN, WITH_SIGN_OFF, Brief, Finding, Severity
from followup.messages.lint.letter import Letter
from followup.messages.lint.lexicon import word_list
from followup.messages.lint.names import is_name_like, tokens
from followup.messages.lint.text import Span, blank, folds, lines, lower, words

_PURPOSE = re.compile(
    r"\b(?:thank|thanks|thanking|gratitude|grateful|appreciat\w*|merci|danke|interview\w*"
    r"|meeting|conversation|discussion|talk|chat|call"
    r"|visit|trial|follow\w*|check\w*|application|applying|applied|candidate|candidacy"
    r"|position|role|job|post|vacancy|opening|opportunity"
    r"|next steps?|timeline|timing|timetable|status|news|decision|update|offer|accept\w*"
    r"|withdraw\w*|feedback|reply|answer|availability"
    r"|material|documents?|portfolio|certificates?|references?|samples?|promised|requested"
    r"|attached|stud(?:y|ies)|start date|process|hiring"
    r"|contract|declin\w*|touch|hello again|greetings|article|resume|cv|r[ée]sum[ée]|work"
    r"|question (?:about|on|after|regarding))\b"
)
_EMPTY_SUBJECT = word_list("empty_subject")
# In an answer to somebody's message one's name alone is enough.
_ANSWERS = frozenset({"reply", "offer_reply"})
_START, _END = 9, 17
_WORD_LIMITS = {"thank_you": 200, "status_check": 120, "second_check": 120}
_OTHER_LIMIT, _VOICEMAIL_LIMIT = 150, 80
_MAX_PARAGRAPHS, _GOOD_PARAGRAPHS = 3, 2
_SHORT_WORD, _TELLING = 2, 3
_SAID_OWN_NAME = re.compile(r"\b(?:this is|my name is|it's|it is|i'm|i am|speaking|here is) ")


def check_subject(letter: Letter, brief: Brief) -> Iterator[Finding]:
    """`no-subject` and `weak-subject`: e-mails have one, and it says what the message is about."""
    if brief.medium != "email":
        return
    subject = (letter.subject or "").strip()
    if not subject:
        yield Finding(
            code="no-subject",
            severity="error",
            start=0,
            end=0,
            message="The e-mail has no subject; name the role or the purpose.",
            guide="G5",
            part="text" if letter.subject is None else "subject",
        )
        return
    low = lower(subject)
    said = {fold for word in words(low) for fold in folds(word)} - _EMPTY_SUBJECT
    about = {
        fold
        for word in words(f"{brief.role} {brief.company} {' '.join(brief.specifics)}")
        if len(word) > _SHORT_WORD
        for fold in folds(word)
    }
    people = {fold for name in brief.to for word in words(name) for fold in folds(word)}
    rest = said - people
    answers = re.match(r"(?:re|aw|fwd?|wg) ?:", low)
    if not rest or (
        not _PURPOSE.search(low) and not rest & about and not (answers or len(rest) > _TELLING)
    ):
        yield Finding(
            code="weak-subject",
            severity="hint",
            start=0,
            end=len(letter.subject or ""),
            message="The subject names neither the role nor what the message is for.",
            guide="G5",
            part="subject",
        )


def check_sign_off(letter: Letter, brief: Brief, filled: list[Span]) -> Iterator[Finding]:
    """`no-sign-off`: a professional close and one's own name; on the phone, the name. A field counts as a name."""
    if any(span.start >= (letter.close or _last_line(letter)).start for span in filled):
        return
    if brief.medium in SPOKEN:
        if not _says_own_name(letter, brief):
            yield _no_sign_off(
                Span(letter.end, letter.end), "Say who is calling: your own name is missing.", None
            )
        return
    if brief.medium not in WITH_SIGN_OFF or (letter.close and letter.signer):
        return
    close, name = brief.sign_off.strip(" ,") or "Best regards", brief.me or ""
    if letter.close and not letter.signer:
        text, anchor = "Your own name is missing under the close.", letter.close
        mend = (
            f"{anchor.of(letter.raw)}\n{name}" if name and letter.close.end == letter.end else None
        )
    elif letter.signer and brief.kind in _ANSWERS:
        return
    elif letter.signer:
        text, anchor = "A professional close is missing above your name.", letter.signer
        mend = f"{close},\n{anchor.of(letter.raw)}"
    else:
        text, anchor = (
            "The message ends without a professional close and your own name.",
            _last_line(letter),
        )
        mend = (
            f"{anchor.of(letter.raw)}\n\n{close},\n{name}"
            if name and anchor.end > anchor.start
            else None
        )
    yield _no_sign_off(anchor, text, mend)


def _last_line(letter: Letter) -> Span:
    rows = [row for row in lines(letter.body) if row.end > row.start]
    return rows[-1] if rows else Span(letter.end, letter.end)


def _says_own_name(letter: Letter, brief: Brief) -> bool:
    if brief.me:
        own = {fold for word in words(brief.me) for fold in folds(word)}
        return any(not folds(word).isdisjoint(own) for word in words(letter.body))
    low = lower(letter.body)
    said = (
        tokens(letter.body[match.end() : match.end() + 40])
        for match in _SAID_OWN_NAME.finditer(low)
    )
    return any(bool(found) and is_name_like(found[0][0]) for found in said)


def _no_sign_off(anchor: Span, text: str, mend: str | None) -> Finding:
    return Finding(
        code="no-sign-off",
        severity="warning",
        start=anchor.start,
        end=anchor.end,
        message=text,
        guide="G3.1",
        mend=mend,
    )


def _long(span: Span, text: str, guide: str, severity: Severity = "warning") -> Finding:
    return Finding(
        code="too-long",
        severity=severity,
        start=span.start,
        end=span.end,
        message=text,
        guide=guide,
    )


def _past(text: str, count: int) -> int:
    """Where the words over the limit begin."""
    at = 0
    for _ in range(count):
        while at < len(text) and text[at].isspace():
            at += 1
        while at < len(text) and not text[at].isspace():
            at += 1
    return at


def _over(letter: Letter, limit: int, what: str) -> Iterator[Finding]:
    text = _counted(letter)
    count = len(text.split())
    if count > limit:
        start = min(_past(text, limit) + 1, letter.end)
        yield _long(
            Span(start, letter.end),
            f"The message has {count} words; {what} has at most {limit}.",
            "G1.2, G2.3, G3.1",
        )


def _counted(letter: Letter) -> str:
    """What counts as words: all but quoted text, the signature under the name, and lists of materials."""
    out = [row for row in lines(letter.body) if _is_item(row.of(letter.body))]
    if letter.signer:
        out.append(Span(letter.signer.end, len(letter.body)))
    return blank(letter.body, out)


def _is_item(line: str) -> bool:
    return bool(re.match(r"(?:[-*•·]|\(?\d{1,2}[.)])\s+\S", line))


def check_length(letter: Letter, brief: Brief) -> Iterator[Finding]:
    """`too-long`: characters of a LinkedIn note, words of all else, paragraphs of an e-mail."""
    medium, kind = brief.medium, brief.kind
    if medium == "linkedin":
        lead = len(letter.body) - len(letter.body.lstrip())
        size = letter.end - lead
        if size > brief.linkedin_limit:
            text = f"The note has {size} characters; LinkedIn takes {brief.linkedin_limit}."
            yield _long(Span(lead + brief.linkedin_limit, letter.end), text, "G1.2, G2.3")
        return
    if medium == "voicemail":
        yield from _over(letter, _VOICEMAIL_LIMIT, "half a minute of voicemail")
        return
    if medium == "phone":
        return
    name = {"thank_you": "a thank-you"}.get(kind, "a check" if kind in CHECKS else "such a message")
    yield from _over(letter, _WORD_LIMITS.get(kind, _OTHER_LIMIT), name)
    count = len(letter.paragraphs)
    if medium == "email" and count > _GOOD_PARAGRAPHS:
        severity: Severity = "warning" if count > _MAX_PARAGRAPHS else "hint"
        extra = letter.paragraphs[_MAX_PARAGRAPHS if count > _MAX_PARAGRAPHS else _GOOD_PARAGRAPHS]
        text = f"The e-mail has {count} paragraphs; two are plenty, three the most."
        yield _long(Span(extra.start, letter.paragraphs[-1].end), text, "G2.3, G3.1", severity)


def check_moment(letter: Letter, brief: Brief) -> Iterator[Finding]:
    """`too-soon` and `quiet-hours`: what the caller knows of now."""
    end = letter.greeting.end if letter.greeting else min(letter.end, 1)
    start = letter.greeting.start if letter.greeting else 0
    if brief.held_until is not None:
        until = f"{brief.held_until:%A} {brief.held_until.day} {brief.held_until:%B %Y}"
        text = f"Sending it now is too soon; wait until {until}. {brief.held_reason}".strip()
        yield Finding(
            code="too-soon", severity="error", start=start, end=end, message=text, guide="G3.2, G4"
        )
    if brief.local_time is not None and brief.medium in SPOKEN:
        quiet = not brief.is_working_day or not _START <= brief.local_time.hour < _END
        if quiet:
            day = "" if brief.is_working_day else " and no working day"
            text = (
                f"It is {brief.local_time:%H:%M} there{day}; call between 09:00 and 17:00 on a "
                "working day."
            )
            yield Finding(
                code="quiet-hours",
                severity="hint",
                start=start,
                end=end,
                message=text,
                guide="G1.6, G2.4",
            )
