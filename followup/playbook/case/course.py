"""The course of an application: its touchpoints, each once, its rounds, and how it ended, or an offer of it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final, Literal

from followup.model.facts import Application, Interview, Promise, Touchpoint
from followup.model.times import Clock, in_utc
from followup.model.vocabulary import OutcomeKind


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


def happened(application: Application, now: datetime) -> tuple[Touchpoint, ...]:
    """Touchpoints up to `now` (aware), oldest first, each once: of the same thing entered twice the first by id stays.

    What names one that was left out, or a promise in it, names the one that stays. What came back undelivered by then
    did not happen.
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
    bounced = {stays.get(t.bounced, t.bounced) for t in once.values() if t.bounced}
    return tuple(
        t.replace(promise=stays[t.promise]) if t.promise in stays else t
        for t in once.values()
        if t.direction == "received" or t.id not in bounced
    )


def end_of(interview: Interview) -> datetime:
    """When the interview is over, in UTC."""
    return interview.ends


def in_order(interviews: Iterable[Interview]) -> tuple[Interview, ...]:
    """The interviews by their ends, then ids."""
    return tuple(sorted(interviews, key=lambda i: (end_of(i), i.id)))


def is_held(interview: Interview, now: datetime) -> bool:
    """Whether it took place: its end has passed, and nobody called it off. Of a day without a time nobody knows yet."""
    known = interview.state == "scheduled" and interview.starts_at is not None
    return known and end_of(interview) <= now


def takes_place(interview: Interview) -> bool:
    """Whether it was, or is to be, held: it is scheduled, or they missed it."""
    return interview.state in ("scheduled", "no_show")


def start_of(interview: Interview) -> datetime:
    """When it starts, in UTC; where only the day is known, the end of that day."""
    return interview.begins if interview.starts_at else interview.ends


def interview_of(touchpoint: Touchpoint, held: Sequence[Interview]) -> str | None:
    """The id of the interview that a touchpoint counts for: the named one, else the last that had ended before it."""
    if touchpoint.interview is not None:
        return touchpoint.interview
    ended = [i for i in held if end_of(i) <= touchpoint.at]
    return ended[-1].id if ended else None


_LETTERS: Final[dict[str, OutcomeKind]] = {"rejection": "rejected", "offer": "offer"}
# At one moment a reopening comes first, then what they sent, then what was entered.
_REOPENING, _SENT, _ENTERED = range(3)


@dataclass(frozen=True, slots=True)
class Ending:
    """The outcome's kind, when it came, and the moment until which an offer stands; both in UTC."""

    kind: OutcomeKind
    at: datetime
    deadline: datetime | None = None

    @property
    def ends(self) -> bool:
        """Whether nothing goes on after it, as it does after an offer."""
        return self.kind != "offer"


@dataclass(frozen=True, slots=True)
class Course:
    """How an application went, in UTC: what counts as its outcome, its newest offer, and what reopened it last.

    `offered` stays with an acceptance of it; `letters_from` is when the offers began that stand or were accepted.
    """

    outcome: Ending | None = None
    offered: Ending | None = None
    letters_from: datetime | None = None
    reopened: datetime | None = None

    def after(self, event: "_Event") -> "Course":
        """The course with one thing more that happened."""
        kind = self.outcome.kind if self.outcome else None
        if event.kind == "reopened":
            closed = self.outcome and kind in ("rejected", "closed") and self.outcome.at < event.at
            return Course(reopened=event.at) if closed else self
        if event.kind == "offer":
            return self if kind == "accepted" else self._offered(event)
        if event.kind == kind:
            return self  # of one ending given twice the first counts
        ending = Ending(event.kind, event.at, event.deadline)
        if event.kind != "accepted":
            return replace(self, outcome=ending, offered=None, letters_from=None)
        offered = self.offered and replace(
            self.offered, deadline=self.offered.deadline or event.deadline
        )
        return replace(
            self, outcome=ending, offered=offered, letters_from=self.letters_from or event.at
        )

    def _offered(self, event: "_Event") -> "Course":
        """The newest offer counts; one that names no deadline keeps the former one, if that lies ahead then."""
        former = self.offered.deadline if self.offered else None
        kept = former if former and former > event.at else None
        offer = Ending("offer", event.at, event.deadline or kept)
        return replace(
            self, outcome=offer, offered=offer, letters_from=self.letters_from or event.at
        )


@dataclass(frozen=True, slots=True, order=True)
class _Event:
    at: datetime
    rank: int
    id: str
    kind: OutcomeKind | Literal["reopened"]
    deadline: datetime | None = None


def _moment(value: date | datetime | None, clock: Clock) -> datetime | None:
    if value is None:
        return None
    return in_utc(value) if isinstance(value, datetime) else clock.end(value)


def _events(
    application: Application, touchpoints: Iterable[Touchpoint], clock: Clock
) -> Iterable[_Event]:
    for touchpoint in touchpoints:
        if touchpoint.direction != "received":
            continue
        at = in_utc(touchpoint.at)
        if letter := _LETTERS.get(touchpoint.purpose):
            deadline = _moment(touchpoint.deadline, clock)
            yield _Event(at, _SENT, touchpoint.id, letter, deadline)
        elif touchpoint.purpose == "invitation":
            yield _Event(at, _REOPENING, touchpoint.id, "reopened")
    for interview in application.interviews:
        met = interview.state in ("scheduled", "no_show") and interview.starts_at is not None
        if met and interview.begins <= clock.now:
            yield _Event(interview.begins, _REOPENING, interview.id, "reopened")
    if application.reopened_at and application.reopened_at <= clock.now:
        yield _Event(in_utc(application.reopened_at), _REOPENING, "", "reopened")
    entered = application.outcome
    if entered and entered.at <= clock.now:
        deadline = _moment(entered.deadline, clock)
        yield _Event(in_utc(entered.at), _ENTERED, "", entered.kind, deadline)


def course_of(application: Application, touchpoints: Iterable[Touchpoint], clock: Clock) -> Course:
    """How it went up to now; `touchpoints` are those that happened, each once."""
    course = Course()
    for event in sorted(
        _events(application, touchpoints, clock), key=lambda e: (e.at, e.rank, e.id)
    ):
        course = course.after(event)
    return course
