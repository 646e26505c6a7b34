"""What the lint is told, what it says, and the limits (PLAYBOOK section 6) that drafts keep to, too."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Literal

from followup.model.vocabulary import ActionKind, Channel
from followup.prose.text import Span

LINKEDIN_CHARACTERS = 200
"""Of a note with a connection request from a free account; a paid one has 300."""

VOICEMAIL_WORDS = 80
"""Half a minute."""

_WORDS = {"thank_you": 200, "status_check": 120, "second_check": 120}
_OTHER_WORDS = 150

OFFICE_OPENS, OFFICE_CLOSES = time(9), time(17)


def most_words(kind: str, channel: Channel) -> int:
    """How many words a message of that kind (an action's, or a template's) may have by that channel."""
    return VOICEMAIL_WORDS if channel == "voicemail" else _WORDS.get(kind, _OTHER_WORDS)


def in_office_hours(local: time) -> bool:
    """Whether that time of day lies in [09:00, 17:00)."""
    return OFFICE_OPENS <= local < OFFICE_CLOSES


@dataclass(frozen=True, slots=True)
class NoteLength:
    """How long a note is against the limit."""

    characters: int
    limit: int

    @property
    def fits(self) -> bool:
        """Whether it may be sent as it stands."""
        return self.characters <= self.limit

    def __str__(self) -> str:
        over = self.characters - self.limit
        return f"{self.characters} of {self.limit} characters" + (
            f", {over} too many" if over > 0 else ""
        )


def linkedin_count(text: str, limit: int = LINKEDIN_CHARACTERS) -> NoteLength:
    """The length as LinkedIn counts: a character outside of the basic plane, such as an emoji, counts as two."""
    bare = text.strip()
    return NoteLength(len(bare.encode("utf-16-le")) // 2, limit)


Severity = Literal["error", "warning", "hint"]
Part = Literal["subject", "text"]

SPOKEN: frozenset[Channel] = frozenset({"phone", "voicemail"})


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a check finds something, and its sentence; `mend` is the text that would stand there instead."""

    span: Span
    message: str
    mend: str | None = None
    part: Part = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One remark. `[start, end)` are characters of the `part`; `mend` is the text that would stand there instead."""

    code: str
    severity: Severity
    start: int
    end: int
    message: str
    guide: str = ""
    mend: str | None = None
    part: Part = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """All that the lint knows. What is left empty is unknown, and a check that needs it stays silent.

    `to` are the people it goes to, `colleagues` others of the same application, `other_names` and `other_companies`
    those of the other applications, `other_notes` the thank-yous to the other interviewers of the round by their name.
    `asks` is what a check asks about where it is no news (a date, the letter), and nothing of the interview is owed.
    `held_reason`, and `held_until` where the day is known, are given when section 4 forbids sending it now;
    `local_time` is the time there of a call that would be made now.
    """

    kind: ActionKind
    asks: str = ""
    channel: Channel = "email"
    to: tuple[str, ...] = ()
    colleagues: tuple[str, ...] = ()
    company: str = ""
    role: str = ""
    me: str = ""
    sign_off: str = ""
    specifics: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    other_companies: tuple[str, ...] = ()
    other_notes: Mapping[str, str] = field(default_factory=dict)
    held_until: datetime | None = None
    held_reason: str = ""
    local_time: datetime | None = None
    is_working_day: bool = True
    linkedin_limit: int = LINKEDIN_CHARACTERS

    @property
    def medium(self) -> Channel:
        """The channel; a LinkedIn request is a LinkedIn note whatever was said."""
        return "linkedin" if self.kind == "linkedin_connect" else self.channel

    @property
    def about(self) -> str:
        """What the application is about: words that stand here are never held against a message."""
        return " ".join((self.company, self.role, *self.specifics))
