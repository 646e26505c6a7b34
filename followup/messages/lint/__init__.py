"""The lint (PLAYBOOK section 6): what a message must be, found by rules that would rather miss than cry wolf.

`lint(text, subject, brief)` gives the findings. `lint_message(raw, brief)` does so for a whole file whose first line
may be `Subject: …`, with all offsets counted in that file. The checks of wording know
English; in another language only what needs no words is checked (fields left empty, names, subject, length, moment).
"""

import re
from dataclasses import dataclass, replace

from followup.messages.lint.addressee import check_addressee
from followup.messages.lint.findings import Brief, Finding, Part, Severity
from followup.messages.lint.form import check_length, check_moment, check_sign_off, check_subject
from followup.messages.lint.language import is_english
from followup.messages.lint.leaks import check_leaks
from followup.messages.lint.letter import READ_LIMIT, read_letter
from followup.messages.lint.likeness import check_likeness, likeness
from followup.messages.lint.loud import check_loudness
from followup.messages.lint.manners import check_manners
from followup.messages.lint.placeholders import check_placeholders
from followup.messages.lint.specifics import check_specific
from followup.messages.lint.tone import check_tone

__all__ = [
    "Brief",
    "Finding",
    "Message",
    "Part",
    "Severity",
    "likeness",
    "lint",
    "lint_message",
    "read_message",
]

_NO_MESSAGE = frozenset({"debrief", "move_on"})
_SUBJECT_LINE = re.compile(
    r"\ufeff?[ \t]*subject[ \t]*:[ \t]*([^\r\n]*)(?:\r\n|\r|\n|$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Message:
    """A raw message: the subject (None without such a line), the body, and where each begins in the raw text."""

    subject: str | None
    body: str
    subject_at: int
    body_at: int


def read_message(raw: str) -> Message:
    """The subject of a first line `Subject: …`, and the body below it."""
    head = _SUBJECT_LINE.match(raw)
    if head is None:
        return Message(None, raw, 0, 0)
    return Message(head.group(1).rstrip(), raw[head.end() :], head.start(1), head.end())


def lint(text: str, subject: str | None, brief: Brief) -> tuple[Finding, ...]:
    """All findings on a message, the subject's first, then by place. No more than READ_LIMIT characters are read."""
    text, subject = text[:READ_LIMIT], subject and subject[:READ_LIMIT]
    letter = read_letter(text, subject, brief.me, brief.sign_off)
    findings, filled = check_placeholders(letter, brief)
    if brief.kind in _NO_MESSAGE:
        return _ordered(findings)
    findings += check_moment(letter, brief)
    findings += check_subject(letter, brief)
    findings += check_addressee(letter, brief, filled)
    findings += check_leaks(letter, brief, filled)
    findings += check_length(letter, brief)
    findings += check_likeness(letter, brief)
    if is_english(letter.prose):
        findings += check_sign_off(letter, brief, filled)
        findings += check_specific(letter, brief)
        findings += check_manners(letter, brief)
        findings += check_tone(letter, brief)
        findings += check_loudness(letter, brief)
    return _ordered(findings)


def lint_message(raw: str, brief: Brief) -> tuple[Finding, ...]:
    """The findings on a whole file; each offset, of subject and body alike, is one of the file's."""
    message = read_message(raw)
    found = lint(message.body, message.subject, brief)
    at = {"subject": message.subject_at, "text": message.body_at}
    moved = [replace(f, start=f.start + at[f.part], end=f.end + at[f.part]) for f in found]
    return tuple(sorted(moved, key=lambda f: (f.start, f.end, f.code)))


def _ordered(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda f: (f.part != "subject", f.start, f.end, f.code)))
