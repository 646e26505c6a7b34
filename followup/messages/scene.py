"""Who writes to whom about what: the facts around one action, looked up once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from followup.model.action import Action
from followup.model.facts import (
    Application,
    Facts,
    Interview,
    Me,
    Person,
    Promise,
    Specific,
    Touchpoint,
)
from followup.model.times import in_utc
from followup.model.vocabulary import ActionKind

CHECKS = frozenset({"status_check", "second_check"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The facts around an action. `person` is whom it is about; `recipient` gets the message (perhaps the agency)."""

    kind: ActionKind
    me: Me
    application: Application
    interview: Interview | None
    person: Person | None
    recipient: Person | None
    promise: Promise | None
    received: Touchpoint | None
    offer_day: date | None
    now: datetime
    needs_contact: bool

    @property
    def today(self) -> date:
        """The day on the user's wall clock."""
        return self.now.astimezone(ZoneInfo(self.me.time_zone)).date()

    @property
    def team(self) -> tuple[Person, ...]:
        """The interviewers of the round."""
        return _people(self.application, self.interview.interviewers) if self.interview else ()


def ends_at(interview: Interview) -> datetime:
    """When it ends, in UTC."""
    return in_utc(interview.starts_at) + timedelta(minutes=interview.minutes)


def held(application: Application, now: datetime) -> tuple[Interview, ...]:
    """The interviews that took place, in order."""
    done = (i for i in application.interviews if i.state == "scheduled" and ends_at(i) <= now)
    return tuple(sorted(done, key=lambda i: (ends_at(i), i.id)))


def day_of(moment: date | datetime | None, zone: str) -> date | None:
    """The day of a deadline on that zone's wall clock."""
    return moment.astimezone(ZoneInfo(zone)).date() if isinstance(moment, datetime) else moment


def last_touchpoint(application: Application, now: datetime, direction: str) -> Touchpoint | None:
    """The last contact in that direction up to now; an out-of-office is none."""
    found = (
        t
        for t in application.touchpoints
        if t.direction == direction and t.at <= now and t.purpose != "out_of_office"
    )
    return max(found, key=lambda t: (in_utc(t.at), t.id), default=None)


def promises(application: Application) -> Iterator[Promise]:
    """All promises, those of messages last."""
    for interview in application.interviews:
        yield from interview.promises
    for touchpoint in application.touchpoints:
        yield from touchpoint.promises


def _people(application: Application, ids: tuple[str, ...]) -> tuple[Person, ...]:
    by_id = {person.id: person for person in application.people}
    return tuple(by_id[id_] for id_ in ids if id_ in by_id)


def recipient(application: Application, person: Person | None, kind: ActionKind) -> Person | None:
    """The person, or the agency where a thank-you can only go through it (PLAYBOOK 4.7)."""
    if kind != "thank_you" or application.route != "agency" or (person and person.email):
        return person
    agency = (p for p in application.people if p.role == "agency")
    return min(agency, key=lambda p: (not p.email, p.name, p.id), default=person)


def _interview(application: Application, action: Action, now: datetime) -> Interview | None:
    if action.interview is not None:
        return next((i for i in application.interviews if i.id == action.interview), None)
    done = held(application, now)
    missed = [i for i in application.interviews if i.state == "no_show" and ends_at(i) <= now]
    return max([*done, *missed], key=lambda i: (ends_at(i), i.id), default=None)


def deadline(application: Application, zone: str) -> date | None:
    """The day by which its offer wants an answer."""
    if (
        application.outcome
        and application.outcome.kind in {"offer", "accepted"}
        and application.outcome.deadline
    ):
        return day_of(application.outcome.deadline, zone)
    named = (
        promise.on
        for touchpoint in application.touchpoints
        if touchpoint.purpose == "offer"
        for promise in touchpoint.promises
        if promise.kind == "reply_by" and promise.on
    )
    return min(named, default=None)


def _offer_elsewhere(facts: Facts, own: Application, now: datetime) -> date | None:
    today = now.astimezone(ZoneInfo(facts.me.time_zone)).date()
    days = (deadline(a, facts.me.time_zone) for a in facts.applications if a.id != own.id)
    return min((day for day in days if day and day >= today), default=None)


def scene(action: Action, facts: Facts, now: datetime) -> Scene:
    """The facts around the action; raises KeyError when its application is gone."""
    application = next((a for a in facts.applications if a.id == action.application), None)
    if application is None:
        raise KeyError(action.application)
    person = next((p for p in application.people if p.id == action.person), None)
    received = next((t for t in application.touchpoints if t.id == action.promise), None)
    promise = next((p for p in promises(application) if p.id == action.promise), None)
    if received and promise is None:
        promise = next((p for p in received.promises if p.kind == "reply_by"), None)
    interview = _interview(application, action, now)
    if action.kind == "thank_you" and interview:  # it may carry what was promised there
        promise = next((p for p in interview.promises if p.kind == "material"), None)
    return Scene(
        kind=action.kind,
        me=facts.me,
        application=application,
        interview=interview,
        person=person,
        recipient=recipient(application, person, action.kind),
        promise=promise,
        received=received,
        offer_day=_offer_elsewhere(facts, application, now),
        now=now,
        needs_contact=action.needs_contact,
    )


def specifics_in_reach(around: Scene) -> tuple[tuple[Interview, Specific], ...]:
    """What a message of this action may refer to, newest first: the round's own for a thank-you, else every round's."""
    if around.kind == "thank_you" and around.interview:
        rounds: tuple[Interview, ...] = (around.interview,)
    else:
        rounds = held(around.application, around.now)
    return tuple((i, s) for i in reversed(rounds) for s in reversed(i.specifics))
