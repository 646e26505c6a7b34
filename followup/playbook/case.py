"""One application as it stands at a moment: what has happened by then, and nothing that lies ahead.

Every moment in a case is in UTC. Touchpoints, promises and outcomes dated after `now` are slips, and are left out here,
once, so that no rule has to think of them; the same holds for a touchpoint that was entered twice.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from followup.model.facts import Application, Interview, Me, Person, Promise, Touchpoint
from followup.model.times import in_utc
from followup.model.vocabulary import OutcomeKind, Purpose
from followup.playbook.wall import Wall

ADDRESSEES = ("recruiter", "hr", "hiring_manager", "interviewer", "agency")


@dataclass(frozen=True, slots=True)
class Ended:
    """How the application stands: the outcome's kind, when it came, and an offer's deadline."""

    kind: OutcomeKind
    at: datetime
    deadline: datetime | None


@dataclass(frozen=True, slots=True)
class Given:
    """A promise, when it was given, and the interview or the touchpoint in which it was."""

    promise: Promise
    at: datetime
    interview: Interview | None = None
    touchpoint: Touchpoint | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """An application at `now`; `wall` is the user's clock, `theirs` the application's."""

    application: Application
    now: datetime
    wall: Wall
    theirs: Wall
    country: str | None
    held: tuple[Interview, ...]
    no_shows: tuple[Interview, ...]
    ahead: tuple[Interview, ...]
    touchpoints: tuple[Touchpoint, ...]
    promises: tuple[Given, ...]
    offered: Ended | None
    rejected: Ended | None
    outcome: Ended | None

    @property
    def id(self) -> str:
        return self.application.id

    @property
    def company(self) -> str:
        """The employer's name as a reason says it."""
        return " ".join(self.application.company.split()) or "an unnamed company"

    @property
    def active(self) -> bool:
        """No outcome yet."""
        return self.outcome is None

    @property
    def kind(self) -> OutcomeKind | None:
        """The outcome's kind."""
        return self.outcome.kind if self.outcome else None

    def sent(self, *purposes: Purpose) -> tuple[Touchpoint, ...]:
        """What the user sent for any of the purposes, oldest first."""
        return tuple(t for t in self.touchpoints if t.direction == "sent" and t.purpose in purposes)

    @property
    def messages(self) -> tuple[Touchpoint, ...]:
        """Messages of theirs, oldest first; an out-of-office never is one (section 4)."""
        return tuple(
            t
            for t in self.touchpoints
            if t.direction == "received" and t.purpose != "out_of_office"
        )

    @property
    def offer_answered(self) -> datetime | None:
        """When their offer was answered: by a message, or by accepting it."""
        if self.offered is None:
            return None
        at = self.offered.at
        replies = [in_utc(t.at) for t in self.sent("offer_reply") if t.at >= at]
        accepted = [self.outcome.at] if self.outcome and self.kind == "accepted" else []
        return min(replies + accepted, default=None)

    def person(self, key: str | None) -> Person | None:
        return next((p for p in self.application.people if p.id == key), None)

    def first_of(self, roles: Iterable[str]) -> Person | None:
        """The first person of the first role that anybody has: by name, then id."""
        for role in roles:
            found = [p for p in self.application.people if p.role == role]
            if found:
                return min(found, key=lambda p: (p.name, p.id))
        return None

    @property
    def addressee(self) -> Person | None:
        """Whom a check, and any other action of the whole application, goes to (section 3)."""
        agency = self.first_of(["agency"]) if self.application.route == "agency" else None
        return agency or self.first_of(ADDRESSEES)

    def interview_of(self, touchpoint: Touchpoint) -> str | None:
        """The interview that a touchpoint counts for: the named one, else the last that had ended before it."""
        if touchpoint.interview is not None:
            return touchpoint.interview
        ended = [i for i in self.held if end_of(i) <= touchpoint.at]
        return ended[-1].id if ended else None


def end_of(interview: Interview) -> datetime:
    """When the interview is over, in UTC."""
    return in_utc(interview.starts_at) + timedelta(minutes=interview.minutes)


def employer(application: Application) -> str:
    """The employer's name, case and spacing aside: the same for all applications there (section 1)."""
    return "".join(application.company.split()).casefold()


def _content(touchpoint: Touchpoint) -> str:
    bare = touchpoint.replace(
        id="-",
        at=in_utc(touchpoint.at),
        people=tuple(sorted(set(touchpoint.people))),
        promises=tuple(promise.replace(id="-") for promise in _in_order(touchpoint)),
    )
    return bare.model_dump_json()


def _in_order(touchpoint: Touchpoint) -> list[Promise]:
    """The promises in an order that does not depend on how they were entered."""
    return sorted(touchpoint.promises, key=lambda p: (p.replace(id="-").model_dump_json(), p.id))


def _happened(application: Application, now: datetime) -> tuple[Touchpoint, ...]:
    """Touchpoints up to now, oldest first, each once: of the same thing entered twice the first by id stays.

    What names one that was left out, or a promise in it, names the one that stays.
    """
    past = sorted((t for t in application.touchpoints if t.at <= now), key=lambda t: (t.at, t.id))
    at_once = Counter(t.at for t in past)
    once: dict[str, Touchpoint] = {}
    stays: dict[str, str] = {}
    for touchpoint in past:
        alone = at_once[touchpoint.at] == 1
        kept = once.setdefault(touchpoint.id if alone else _content(touchpoint), touchpoint)
        if kept is not touchpoint:
            stays[touchpoint.id] = kept.id
            for left_out, promise in zip(_in_order(touchpoint), _in_order(kept), strict=True):
                stays[left_out.id] = promise.id
    return tuple(
        t.replace(promise=stays[t.promise]) if t.promise in stays else t for t in once.values()
    )


def _promises(
    interviews: Iterable[Interview], touchpoints: Iterable[Touchpoint], now: datetime
) -> Iterator[Given]:
    for interview in interviews:
        for promise in interview.promises:
            given = Given(
                promise, in_utc(promise.made_at or end_of(interview)), interview=interview
            )
            if given.at <= now:
                yield given
    for touchpoint in touchpoints:
        for promise in touchpoint.promises:
            given = Given(promise, in_utc(promise.made_at or touchpoint.at), touchpoint=touchpoint)
            if given.at <= now:
                yield given


def _deadline(value: date | datetime | None, wall: Wall) -> datetime | None:
    if value is None:
        return None
    return in_utc(value) if isinstance(value, datetime) else wall.end(value)


def _endings(
    application: Application, touchpoints: Iterable[Touchpoint], now: datetime, wall: Wall
) -> list[Ended]:
    """All that counts as an outcome up to now, oldest first: the entered one, received rejections and offers."""
    found: list[Ended] = []
    for touchpoint in touchpoints:
        if touchpoint.direction == "received" and touchpoint.purpose == "rejection":
            found.append(Ended("rejected", in_utc(touchpoint.at), None))
        elif touchpoint.direction == "received" and touchpoint.purpose == "offer":
            found.append(Ended("offer", in_utc(touchpoint.at), None))
    entered = application.outcome
    if entered and entered.at <= now:
        found.append(Ended(entered.kind, in_utc(entered.at), _deadline(entered.deadline, wall)))
    return sorted(found, key=lambda ending: ending.at)


def _last(endings: list[Ended], kind: OutcomeKind, undone_by: set[OutcomeKind]) -> Ended | None:
    """The last ending of a kind that nothing undid; logged twice, as a message and as the outcome, it came once."""
    undone = [index for index, ending in enumerate(endings) if ending.kind in undone_by]
    run = endings[undone[-1] + 1 :] if undone else endings
    first = next((ending for ending in run if ending.kind == kind), None)
    if first is None:
        return None
    # An acceptance takes the place of the offer in the record, and keeps its deadline.
    dated = [e.deadline for e in run if e.kind in (kind, "accepted") and e.deadline]
    return Ended(kind, first.at, dated[-1] if dated else None)


def _outcome(endings: list[Ended]) -> Ended | None:
    """What counts now: the latest, but the offer's letter that comes after its acceptance does not open it again."""
    if not endings:
        return None
    accepted = any(ending.kind == "accepted" for ending in endings)
    kind = "accepted" if accepted and endings[-1].kind == "offer" else endings[-1].kind
    others = {ending.kind for ending in endings} - {kind}
    return _last(endings, kind, others - {"offer"} if kind == "accepted" else others)


def look(application: Application, me: Me, now: datetime) -> Case:
    """The application as it stands at `now` (aware)."""
    now = in_utc(now)
    wall = Wall(ZoneInfo(me.time_zone))
    theirs = Wall(ZoneInfo(application.time_zone or me.time_zone))
    interviews = sorted(application.interviews, key=lambda i: (end_of(i), i.id))
    held = tuple(i for i in interviews if i.state == "scheduled" and end_of(i) <= now)
    touchpoints = _happened(application, now)
    endings = _endings(application, touchpoints, now, wall)
    return Case(
        application=application,
        now=now,
        wall=wall,
        theirs=theirs,
        country=application.country or me.country,
        held=held,
        no_shows=tuple(i for i in interviews if i.state == "no_show" and i.starts_at <= now),
        ahead=tuple(i for i in interviews if i.state == "scheduled" and end_of(i) > now),
        touchpoints=touchpoints,
        promises=tuple(_promises(held, touchpoints, now)),
        offered=_last(endings, "offer", undone_by={"rejected"}),
        rejected=_last(endings, "rejected", undone_by={"offer", "accepted"}),
        outcome=_outcome(endings),
    )
