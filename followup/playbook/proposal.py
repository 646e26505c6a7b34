"""What a rule proposes, in the words of its reason: its moments, what answered it, what holds it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from followup.model.beside import Skip, Snooze
from followup.model.facts import Application, Person
from followup.model.kinds import KINDS
from followup.model.vocabulary import About, ActionKind, Channel
from followup.playbook.case import Case, goes_to, lacks_address
from followup.prose.text import date_in, with_and

Recorded = TypeVar("Recorded", bound=Skip | Snooze)


def the_day(case: Case, moment: datetime | date) -> str:
    """“Fri 18 Sep”: a day, or that of a moment in the user's zone."""
    day = case.clock.day(moment) if isinstance(moment, datetime) else moment
    return date_in(day, case.clock.year)


def the_last_day(case: Case, end: datetime) -> str:
    """“Fri 18 Sep”: the last day of what ends at that moment."""
    return date_in(case.clock.last_day(end), case.clock.year)


def named_there(case: Case, people: Iterable[Person]) -> str:
    """Whom of another application a reason names: “Dana Fox at Globex (Analyst)”, or the application alone."""
    names = [person.name for person in people if person.name]
    return f"{with_and(names)} at {case.named}" if names else case.named


NO_DAY = "They named no day: within a day is usual."
NO_DAY_OF_MINE = "Within a day is usual."


def sentence(text: str) -> str:
    """What the user typed as the end of a sentence: on one line, and with a full stop."""
    line = " ".join(text.split())
    return line if line.endswith((".", "!", "?", "…")) else f"{line}."


# Their person may change while they stay the same action (section 2).
_WHOEVER: tuple[ActionKind, ...] = ("reply", "send_material")


@dataclass(frozen=True, slots=True)
class Hold:
    """A limit of section 4: not before `until` (UTC), because of the touchpoint `by`; `reason` says so in words."""

    until: datetime
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One action as its rule proposes it. Moments are in UTC and may still cross; `answered` is when it was done.

    `anew`: the fact that derives it anew, so that a skip from before counts no more. `limited`: of those that are live
    at one moment, one alone goes to an employer (4.3).
    """

    case: Case
    kind: ActionKind
    reason: str
    opens: datetime
    due: datetime
    late: datetime
    closes: datetime | None = None
    person: Person | None = None
    interview: str | None = None
    channel: Channel | None = "email"
    promise: str | None = None
    message: str | None = None
    occasion: str | None = None
    answered: datetime | None = None
    anew: datetime | None = None
    hold: Hold | None = None
    limited: bool = False
    phone_offered: bool = False
    about: About | None = None

    @property
    def key(self) -> str:
        """`kind:application[:interview][:person][:promise or message id, or the occasion]`."""
        person = self.person.id if self.person else None
        about = self.promise or self.message or self.occasion
        parts = (self.kind, self.case.id, self.interview, person, about)
        return ":".join(part for part in parts if part is not None)

    @property
    def needs_contact(self) -> bool:
        """Whether nobody is known, or nothing of where to send it."""
        if self.channel is None:
            return False
        to = self.person and goes_to(self.case, self.kind, self.person)
        return to is None or lacks_address(to, self.channel)

    def is_named(self, stored: str) -> bool:
        """Whether a stored key means this action."""
        return means(stored, self.key, self.kind, self.case.application)


def means(stored: str, key: str, kind: ActionKind, application: Application) -> bool:
    """Whether a stored key means the action with that key.

    An action of the whole application, a reply and a promised material are the same whoever they go to: when a
    recruiter is entered later, the check has another person and another key, and a snooze of it must not be lost.
    """
    if stored == key:
        return True
    if not means_whoever(kind):
        return False
    return _less_person(stored, application) == _less_person(key, application)


def means_whoever(kind: ActionKind) -> bool:
    """Whether actions of the kind are the same, and answered, whoever they go to."""
    return KINDS[kind].single or kind in _WHOEVER


def _less_person(key: str, application: Application) -> str:
    """The key without the person that it names behind its application."""
    head = f"{key.partition(':')[0]}:{application.id}:"
    if not key.startswith(head):
        return key
    rest = f":{key.removeprefix(head)}:"
    ids = sorted((p.id for p in application.people), key=len, reverse=True)
    named = next((id_ for id_ in ids if f":{id_}:" in rest), None)
    left = rest.replace(f":{named}:", ":", 1) if named else rest
    return (head + left.strip(":")).rstrip(":")


def may_name(key: str) -> Iterator[str]:
    """Every application that an action's key `kind:application[:…]` may name: an imported id may hold colons."""
    _, *parts = key.split(":")
    for count in range(1, len(parts) + 1):
        yield ":".join(parts[:count])


def by_application(said: Iterable[Recorded]) -> dict[str, list[Recorded]]:
    """What was said of actions, by each application that their keys may name."""
    found: dict[str, list[Recorded]] = {}
    for each in said:
        for name in may_name(each.action):
            found.setdefault(name, []).append(each)
    return found
