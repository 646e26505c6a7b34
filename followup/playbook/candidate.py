"""What a rule says before the statuses are settled: an action with its own moments, what answers it, what holds it."""

from dataclasses import dataclass
from datetime import datetime

from followup.model.facts import Application, Person
from followup.model.vocabulary import ActionKind, Channel
from followup.playbook.case import Case

ONE_EACH: frozenset[ActionKind] = frozenset(
    {
        "status_check",
        "second_check",
        "move_on",
        "rejection_reply",
        "feedback_request",
        "offer_reply",
        "expedite",
        "withdraw_note",
    }
)


@dataclass(frozen=True, slots=True)
class Hold:
    """A limit of section 4: not before `until` (UTC), because of the touchpoint `by`; `reason` says so in words."""

    until: datetime
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One action as its rule gives it. Moments are in UTC and may still cross; `answered` is when it was done."""

    case: Case
    kind: ActionKind
    interview: str | None = None
    person: Person | None = None
    promise: str | None = None
    message: str | None = None
    opens: datetime
    due: datetime
    late: datetime
    closes: datetime | None = None
    channel: Channel | None = "email"
    reason: str
    guides: tuple[str, ...]
    answered: datetime | None = None
    hold: Hold | None = None
    phone_offered: bool = False
    needs_contact: bool = False

    @property
    def key(self) -> str:
        """`kind:application[:interview][:person][:promise or message id]`."""
        person = self.person.id if self.person else None
        parts = (self.kind, self.case.id, self.interview, person, self.promise or self.message)
        return ":".join(part for part in parts if part is not None)

    def is_named(self, key: str) -> bool:
        """Whether a stored key means this action."""
        return key == self.key or means(key, self.kind, self.case.application)


def means(key: str, kind: ActionKind, application: Application) -> bool:
    """Whether a stored key means the one action of this kind that the application has, whoever it goes to.

    There is one check, one reply to a rejection and so on: when a recruiter is entered later, the check has another
    person and another key, and a snooze of it must not be lost.
    """
    whole = f"{kind}:{application.id}"
    return kind in ONE_EACH and key in (whole, *(f"{whole}:{p.id}" for p in application.people))


def lacks_address(person: Person | None, channel: Channel) -> bool:
    """Whether nothing is known of where to send it; by post or in person no address is kept (section 3)."""
    if person is None:
        return True
    match channel:
        case "email":
            return not person.email
        case "phone" | "voicemail":
            return not person.phone
        case "linkedin":
            return not person.linkedin
        case _:
            return False
