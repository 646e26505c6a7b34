"""One application as it stands at a moment: what has happened by then, and nothing that lies ahead.

Every moment in a case is in UTC. Touchpoints, promises and outcomes dated after `now` are slips, and are left out here,
once, so that no rule has to think of them; the same holds for a touchpoint that was entered twice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, partial

from followup.model.facts import Application, Interview, Person, Touchpoint
from followup.model.times import Clock, in_utc
from followup.model.vocabulary import AUTOMATIC, Direction, OutcomeKind, Purpose
from followup.playbook.case.course import Course, Ending, in_order, interview_of
from followup.playbook.case.people import (
    ADDRESSEES,
    company_in_prose,
    in_role,
    long_away,
    still_there,
    wrote_last,
)
from followup.playbook.case.promises import Promised
from followup.playbook.case.questions import Question
from followup.playbook.workdays import Place


@dataclass(frozen=True, kw_only=True)
class Case:
    """An application at `clock.now`; `clock` is the user's, `theirs` the application's.

    `held`, `no_shows` and `ahead` are by their ends, `touchpoints` oldest first. `promises` count for the rules,
    `other_promises` do not: they belong to a round that was not held, or are dated ahead.
    """

    application: Application
    clock: Clock
    theirs: Clock
    place: Place
    held: tuple[Interview, ...]
    no_shows: tuple[Interview, ...]
    ahead: tuple[Interview, ...]
    touchpoints: tuple[Touchpoint, ...]
    promises: tuple[Promised, ...]
    other_promises: tuple[Promised, ...]
    questions: tuple[Question, ...]
    course: Course

    @property
    def id(self) -> str:
        return self.application.id

    @property
    def now(self) -> datetime:
        """The moment that the case is of, in UTC."""
        return self.clock.now

    @property
    def company(self) -> str:
        """The employer's name as a reason says it."""
        return company_in_prose(self.application)

    @property
    def named(self) -> str:
        """The employer with the role, which tells one application there from another: “Globex (Analyst)”."""
        role = " ".join(self.application.role.split())
        return f"{self.company} ({role})" if role else self.company

    # How it stands.

    @property
    def outcome(self) -> Ending | None:
        """What counts as the outcome (section 3)."""
        return self.course.outcome

    @property
    def offered(self) -> Ending | None:
        """The newest offer, while it stands or was accepted."""
        return self.course.offered

    @property
    def rejected(self) -> Ending | None:
        """The rejection, where it counts as the outcome."""
        return self.outcome if self.kind == "rejected" else None

    @property
    def active(self) -> bool:
        """No outcome, or none since it was reopened."""
        return self.outcome is None

    @property
    def kind(self) -> OutcomeKind | None:
        """The outcome's kind."""
        return self.outcome.kind if self.outcome else None

    @property
    def goes_on(self) -> bool:
        """No outcome yet, or an offer: what was promised and asked is still to be answered."""
        return self.outcome is None or not self.outcome.ends

    @property
    def offer_answered(self) -> datetime | None:
        """When their offer was answered: by a message, or by accepting it."""
        if self.offered is None:
            return None
        at = self.offered.at
        replies = [in_utc(t.at) for t in self.sent("offer_reply") if t.at >= at]
        accepted = [self.outcome.at] if self.outcome and self.kind == "accepted" else []
        return min(replies + accepted, default=None)

    def since_reopened(self, *purposes: Purpose) -> tuple[Touchpoint, ...]:
        """What the user sent for any of the purposes since the last reopening: alone that answers an ending."""
        from_on = self.course.reopened
        return tuple(t for t in self.sent(*purposes) if from_on is None or t.at >= from_on)

    # What was said.

    def sent(self, *purposes: Purpose) -> tuple[Touchpoint, ...]:
        """What the user sent for any of the purposes, oldest first."""
        return tuple(t for t in self.touchpoints if t.direction == "sent" and t.purpose in purposes)

    @cached_property
    def messages(self) -> tuple[Touchpoint, ...]:
        """Messages of theirs, oldest first; what a machine sends never is one (section 4)."""
        return tuple(
            t for t in self.touchpoints if t.direction == "received" and t.purpose not in AUTOMATIC
        )

    @cached_property
    def contacts(self) -> tuple[Touchpoint, ...]:
        """What was said from one to the other, oldest first, without what a machine sent."""
        return tuple(
            t for t in self.touchpoints if t.direction == "sent" or t.purpose not in AUTOMATIC
        )

    @cached_property
    def automatic(self) -> tuple[Touchpoint, ...]:
        """What a machine of theirs sent, oldest first."""
        return tuple(
            t for t in self.touchpoints if t.direction == "received" and t.purpose in AUTOMATIC
        )

    @cached_property
    def away(self) -> tuple[Touchpoint, ...]:
        """Their out-of-office messages since which they did not write, oldest first (4.4)."""
        last = self.messages[-1:]
        return tuple(
            t
            for t in self.automatic
            if t.purpose == "out_of_office" and not any(message.at > t.at for message in last)
        )

    @cached_property
    def my_answers(self) -> tuple[Touchpoint, ...]:
        """What the user sent of what they had asked for: replies, material, and what names a message (4.2)."""
        return tuple(
            t
            for t in self.touchpoints
            if t.direction == "sent" and (t.purpose in ("reply", "send_material") or t.promise)
        )

    def last_contact(self, direction: Direction) -> Touchpoint | None:
        """The last that the user sent, or the last message of theirs."""
        found = [t for t in self.contacts if t.direction == direction][-1:]
        return found[0] if found else None

    # What was promised.

    @property
    def all_promises(self) -> tuple[Promised, ...]:
        """Every promise on record, in the order given, whether it counts or not."""
        return tuple(sorted((*self.promises, *self.other_promises), key=lambda p: p.order))

    def promised(self, key: str | None) -> Promised | None:
        """The promise with this id."""
        return next((p for p in self.all_promises if p.id == key), None)

    @cached_property
    def dated(self) -> tuple[Promised, ...]:
        """What they promised for a day that is no slip (4.1)."""
        theirs = (p for p in self.promises if p.theirs and p.promise.on)
        return tuple(p for p in theirs if not p.is_slip(self.theirs))

    @property
    def decision(self) -> Promised | None:
        """The promised decision that counts: given last, of several together the later day (4.1)."""
        return max(self.dated, key=lambda p: p.order, default=None)

    @property
    def offer_day(self) -> date | None:
        """The last day of the offer: of its deadline, else the day by which the offer's message wants an answer."""
        if self.offered is None:
            return None
        if self.offered.deadline:
            return self.clock.last_day(self.offered.deadline)
        asked = (q.by for q in self.questions if q.message and q.message.purpose == "offer")
        return min((day for day in asked if day), default=None)

    # Which round.

    def interview(self, key: str | None) -> Interview | None:
        """The interview with this id, whatever became of it."""
        return next((i for i in self.application.interviews if i.id == key), None)

    @property
    def last_round(self) -> Interview | None:
        """The last round that was held or missed."""
        return next(iter(in_order((*self.held, *self.no_shows))[-1:]), None)

    def interview_of(self, touchpoint: Touchpoint) -> str | None:
        """The id of the interview that a touchpoint counts for: the named one, else the last that had ended by then."""
        return interview_of(touchpoint, self.held)

    # Who.

    def person(self, key: str | None) -> Person | None:
        """The person with this id."""
        return next((p for p in self.application.people if p.id == key), None)

    def people(self, keys: Iterable[str]) -> tuple[Person, ...]:
        """The people with these ids, each once, those that nobody has left out."""
        known = {p.id: p for p in self.application.people}
        return tuple(known[key] for key in dict.fromkeys(keys) if key in known)

    def first_of(self, roles: Sequence[str], day: date | None = None) -> Person | None:
        """The first person of the first role that anybody has: by name, then id; who has left by the day comes last."""
        gone = partial(self.has_left, day=day)
        return still_there(in_role(self.application.people, roles), gone)

    def has_left(self, person: Person, day: date | None = None) -> bool:
        """Whether the person is no longer there on that day, or today."""
        return person.left is not None and person.left <= (day or self.clock.today)

    @cached_property
    def long_away(self) -> frozenset[str]:
        """The ids of those who are away for long (4.4)."""
        return long_away(self.automatic, self.messages, self.clock)

    @cached_property
    def addressee(self) -> Person | None:
        """Whom a check, and any other action of the whole application, goes to (section 3)."""
        people = self.application.people
        agency = in_role(people, ["agency"]) if self.application.route == "agency" else []
        wrote = wrote_last(people, self.messages)
        every = (*agency, *wrote, *in_role(people, ADDRESSEES))
        return still_there(every, self.has_left, self.long_away)
