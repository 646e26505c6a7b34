"""What the lint is told about a message, and what it says of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from followup.model.vocabulary import ActionKind, Channel

Severity = Literal["error", "warning", "hint"]
Part = Literal["subject", "text"]

CHECKS: frozenset[ActionKind] = frozenset({"status_check", "second_check"})
SPOKEN: frozenset[Channel] = frozenset({"phone", "voicemail"})
WITH_SIGN_OFF: frozenset[Channel] = frozenset({"email", "post"})


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
    `held_until` and `held_reason` are given when section 4 forbids sending it now; `local_time` is the time there of a
    call that would be made now.
    """

    kind: ActionKind
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
    linkedin_limit: int = 200

    @property
    def medium(self) -> Channel:
        """The channel; a LinkedIn request is a LinkedIn note whatever was said."""
        return "linkedin" if self.kind == "linkedin_connect" else self.channel

    @property
    def about(self) -> str:
        """What the application is about: words that stand here are never held against a message."""
        return " ".join((self.company, self.role, *self.specifics))
