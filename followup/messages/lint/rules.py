"""The lint (PLAYBOOK section 6): all that it looks for, a row for each remark, and how a message is asked.

`lint(text, subject, brief)` gives the findings. `lint_message(raw, brief)` does so for a whole file whose first line
may be `Subject: …`, with all offsets counted in that file.

To add a check: its function in `checks/`, its row here, its examples in the `.toml` beside it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from followup.messages.lint.checks.addressee import no_greeting, unfilled, wrong_greeting
from followup.messages.lint.checks.form import (
    a_third_paragraph,
    characters,
    no_caller,
    no_close,
    no_subject,
    quiet_hours,
    too_many_paragraphs,
    too_many_words,
    too_soon,
    weak_subject,
)
from followup.messages.lint.checks.others import same_as_other, wrong_names
from followup.messages.lint.checks.reader import jotting, third_person
from followup.messages.lint.checks.specific import no_specific
from followup.messages.lint.checks.tone import (
    capitals,
    compensation,
    complaint,
    desperate,
    exclaimed,
    no_interest,
    no_question,
    no_thanks,
    other_language,
    pushy,
)
from followup.messages.lint.findings import SPOKEN, Brief, Finding, Hit, Severity
from followup.messages.lint.reading.letter import READ_LIMIT, Letter, read_letter
from followup.model.kinds import CHECKS, WRITTEN
from followup.model.vocabulary import ACTION_KINDS, CHANNELS, ActionKind, Channel
from followup.prose.text import is_english

Kinds = frozenset[ActionKind]
Channels = frozenset[Channel]

EVERY_KIND: Kinds = frozenset(ACTION_KINDS)
MESSAGES: Kinds = frozenset(WRITTEN)  # what goes to nobody has only its fields looked at
THANK_YOU: Kinds = frozenset({"thank_you"})
MUST_THANK: Kinds = THANK_YOU | {"rejection_reply", "offer_reply"}

EVERY_CHANNEL: Channels = frozenset(CHANNELS)
EMAIL: Channels = frozenset({"email"})
LETTERS: Channels = frozenset({"email", "post"})
LINKEDIN: Channels = frozenset({"linkedin"})
BY_WORDS: Channels = EVERY_CHANNEL - {"linkedin", "phone"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One remark: what is said of it in a finding, the check that finds it, and the messages that it is asked of.

    `english` marks a check that knows English words alone; it is not asked of a message in another language.
    """

    code: str
    severity: Severity
    guide: str
    check: Callable[[Letter, Brief], Iterator[Hit]]
    kinds: Kinds = MESSAGES
    channels: Channels = EVERY_CHANNEL
    english: bool = False

    def asks_of(self, brief: Brief) -> bool:
        """Whether it is asked of messages of that kind and channel."""
        return brief.kind in self.kinds and brief.medium in self.channels


# fmt: off
RULES: tuple[Rule, ...] = (
    # fields and names
    Rule("placeholder", "error", "", unfilled, kinds=EVERY_KIND),
    Rule("wrong-name", "error", "G3.4", wrong_greeting),
    Rule("wrong-name", "error", "G3.4", wrong_names),
    Rule("no-greeting-name", "error", "G3.4, G5", no_greeting),
    Rule("third-person", "error", "G2.2", third_person, english=True),
    Rule("jotting", "error", "G2.3", jotting, english=True),
    # the moment
    Rule("too-soon", "error", "G3.2, G4", too_soon),
    Rule("quiet-hours", "hint", "G1.6, G2.4", quiet_hours, channels=SPOKEN),
    # form
    Rule("no-subject", "error", "G5", no_subject, channels=EMAIL),
    Rule("weak-subject", "hint", "G5", weak_subject, channels=EMAIL),
    Rule("no-sign-off", "warning", "G3.1", no_close, channels=LETTERS, english=True),
    Rule("no-sign-off", "warning", "G3.1", no_caller, channels=SPOKEN, english=True),
    Rule("too-long", "warning", "G1.2, G2.3", characters, channels=LINKEDIN),
    Rule("too-long", "warning", "G1.2, G2.3, G3.1", too_many_words, channels=BY_WORDS),
    Rule("too-long", "warning", "G2.3, G3.1", too_many_paragraphs, channels=EMAIL),
    Rule("too-long", "hint", "G2.3, G3.1", a_third_paragraph, channels=EMAIL),
    # what must not be missing
    Rule("no-specific", "error", "G1.3, G2.2, G5", no_specific, THANK_YOU, english=True),
    Rule("no-specific", "warning", "G1.3, G2.2, G5", no_specific, MESSAGES - THANK_YOU, english=True),
    Rule("no-thanks", "error", "G1.4, G5", no_thanks, MUST_THANK, english=True),
    Rule("no-thanks", "warning", "G1.4, G5", no_thanks, CHECKS, english=True),
    Rule("no-interest", "warning", "G2.1, G3.1", no_interest, THANK_YOU | CHECKS, english=True),
    Rule("no-next-step", "warning", "G2.6, G5", no_question, CHECKS, english=True),
    # tone
    Rule("compensation", "warning", "G3.3", compensation, english=True),
    Rule("pushy", "warning", "G2.6, G4, G5", pushy, english=True),
    Rule("desperate", "warning", "G3.4, G4", desperate, english=True),
    Rule("desperate", "warning", "G3.4, G4", exclaimed, english=True),
    Rule("desperate", "warning", "G3.4, G4", capitals, english=True),
    Rule("complaint", "warning", "G3.2", complaint, english=True),
    Rule("other-language", "hint", "", other_language),
    # beside the others
    Rule("same-as-other", "warning", "G2.2", same_as_other, THANK_YOU),
)
# fmt: on

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
    english = is_english(letter.prose)
    findings = (
        Finding(
            code=rule.code,
            severity=rule.severity,
            start=hit.span.start,
            end=hit.span.end,
            message=hit.message,
            guide=rule.guide,
            mend=hit.mend,
            part=hit.part,
        )
        for rule in RULES
        if rule.asks_of(brief) and (english or not rule.english)
        for hit in rule.check(letter, brief)
    )
    return tuple(sorted(findings, key=lambda f: (f.part != "subject", f.start, f.end, f.code)))


def lint_message(raw: str, brief: Brief) -> tuple[Finding, ...]:
    """The findings on a whole file; each offset, of subject and body alike, is one of the file's."""
    message = read_message(raw)
    found = lint(message.body, message.subject, brief)
    at = {"subject": message.subject_at, "text": message.body_at}
    moved = [replace(f, start=f.start + at[f.part], end=f.end + at[f.part]) for f in found]
    return tuple(sorted(moved, key=lambda f: (f.start, f.end, f.code)))
