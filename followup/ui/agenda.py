"""What Today shows where: pure sorting of the plan into now, open, held, next, and what was done lately."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from followup.model.action import Action
from followup.model.facts import Application, Facts, Interview, Skip, Touchpoint
from followup.model.times import in_utc
from followup.model.vocabulary import ActionKind, Status
from followup.playbook.candidate import ONE_EACH

NEAR = timedelta(days=7)
# What nobody waits for comes after what somebody does, even when it is overdue.
_LIGHT: frozenset[ActionKind] = frozenset(
    {"linkedin_connect", "keep_in_touch", "feedback_request", "move_on"}
)
# Alike for every application and not expected by anybody: several of them stand together in one box.
_ALIKE: frozenset[ActionKind] = frozenset(
    {"expedite", "linkedin_connect", "keep_in_touch", "feedback_request"}
)


@dataclass(frozen=True, slots=True)
class Coming:
    """An action that comes, with the moment it shows up: when it opens, or when its snooze ends."""

    action: Action
    at: datetime

    @property
    def snoozed(self) -> bool:
        """Whether only the user's own snooze keeps it away."""
        return in_utc(self.at) > in_utc(self.action.opens)


@dataclass(frozen=True, slots=True)
class Batch:
    """The same optional action for several applications."""

    kind: ActionKind
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """The plan by the reader's question: what now, what if there is time, what not yet, what next."""

    now: tuple[Action, ...]
    open: tuple[Action, ...]
    held: tuple[Action, ...]
    coming: tuple[Coming, ...]
    later: tuple[Coming, ...]


def agenda(actions: Sequence[Action], facts: Facts, now: datetime) -> Agenda:
    """The plan sorted for Today: what somebody waits for first, overdue before due; what comes, by its moment."""
    zone = ZoneInfo(facts.me.time_zone)
    waiting = sorted(
        (
            Coming(action, _shows_up(action, facts))
            for action in actions
            if action.status == "upcoming"
        ),
        key=lambda coming: (in_utc(coming.at), coming.action.key),
    )
    horizon = _horizon(now, zone)
    return Agenda(
        now=tuple(sorted((*_with(actions, "overdue"), *_with(actions, "due")), key=_can_wait)),
        open=_with(actions, "open"),
        held=_with(actions, "held"),
        coming=tuple(c for c in waiting if in_utc(c.at) < horizon),
        later=tuple(c for c in waiting if in_utc(c.at) >= horizon),
    )


def _horizon(now: datetime, zone: ZoneInfo) -> datetime:
    """The end of the seventh day ahead."""
    last = now.astimezone(zone).date() + NEAR + timedelta(days=1)
    return in_utc(datetime.combine(last, time(), tzinfo=zone))


def batches(actions: Sequence[Action]) -> tuple[tuple[Action, ...], tuple[Batch, ...]]:
    """What stands on its own, in its order; and what is optional and alike, together."""
    alike = Counter(action.kind for action in actions if action.kind in _ALIKE)
    kinds = [kind for kind, count in alike.items() if count > 1]
    return (
        tuple(action for action in actions if action.kind not in kinds),
        tuple(Batch(kind, tuple(a for a in actions if a.kind == kind)) for kind in kinds),
    )


def _can_wait(action: Action) -> bool:
    return action.kind in _LIGHT


def _with(actions: Sequence[Action], status: Status) -> tuple[Action, ...]:
    return tuple(action for action in actions if action.status == status)


def _shows_up(action: Action, facts: Facts) -> datetime:
    ends = (snooze.until for snooze in facts.snoozes if names(snooze.action, action))
    return max((action.opens, *ends), key=in_utc)


def names(key: str, action: Action) -> bool:
    """Whether the key of a snooze means this action; of some kinds an application has one, whoever it goes to."""
    whole = f"{action.kind}:{action.application}"
    one = action.kind in ONE_EACH and f"{key}:".startswith(f"{whole}:")
    return one or key == action.key


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that went out, with the application it belongs to."""

    touchpoint: Touchpoint
    application: Application


def sent_lately(facts: Facts, now: datetime) -> tuple[Sent, ...]:
    """What was sent in the last seven days, newest first."""
    found = [
        Sent(touchpoint, application)
        for application in facts.applications
        for touchpoint in application.touchpoints
        if touchpoint.direction == "sent" and _recent(touchpoint.at, now)
    ]
    return tuple(sorted(found, key=lambda sent: in_utc(sent.touchpoint.at), reverse=True))


def skipped_lately(facts: Facts, now: datetime) -> tuple[Skip, ...]:
    """What was skipped in the last seven days, newest first."""
    found = [skip for skip in facts.skips if _recent(skip.at, now)]
    return tuple(sorted(found, key=lambda skip: in_utc(skip.at), reverse=True))


def _recent(at: datetime, now: datetime) -> bool:
    return now - NEAR <= at <= now


@dataclass(frozen=True, slots=True)
class Meeting:
    """An interview that lies ahead."""

    interview: Interview
    application: Application

    @property
    def at(self) -> datetime:
        """When it begins."""
        return self.interview.starts_at


def meetings(facts: Facts, now: datetime) -> tuple[Meeting, ...]:
    """The interviews of the coming seven days, soonest first."""
    horizon = _horizon(now, ZoneInfo(facts.me.time_zone))
    found = [
        Meeting(interview, application)
        for application in facts.applications
        for interview in application.interviews
        if interview.state == "scheduled" and now < interview.starts_at < horizon
    ]
    return tuple(sorted(found, key=lambda meeting: in_utc(meeting.interview.starts_at)))
