"""What Today shows where: pure sorting of the plan into now, open, held, next, and what was done lately."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from followup.model.action import Action
from followup.model.facts import Application, Facts, Interview, Skip, Touchpoint
from followup.model.times import in_utc
from followup.model.vocabulary import ActionKind, Status

NEAR = timedelta(days=7)
# What nobody waits for comes after what somebody does, even when it is overdue.
_LIGHT: frozenset[ActionKind] = frozenset(
    {"linkedin_connect", "keep_in_touch", "feedback_request", "move_on"}
)


@dataclass(frozen=True, slots=True)
class Coming:
    """An action that comes, with the moment it shows up: when it opens, or when its snooze ends."""

    action: Action
    at: datetime


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
    snoozed = {snooze.action: snooze.until for snooze in facts.snoozes}
    waiting = sorted(
        (
            Coming(action, _shows_up(action, snoozed.get(action.key)))
            for action in actions
            if action.status == "upcoming"
        ),
        key=lambda coming: (in_utc(coming.at), coming.action.key),
    )
    horizon = in_utc(now) + NEAR
    return Agenda(
        now=tuple(sorted((*_with(actions, "overdue"), *_with(actions, "due")), key=_can_wait)),
        open=_with(actions, "open"),
        held=_with(actions, "held"),
        coming=tuple(c for c in waiting if in_utc(c.at) < horizon),
        later=tuple(c for c in waiting if in_utc(c.at) >= horizon),
    )


def _can_wait(action: Action) -> bool:
    return action.kind in _LIGHT


def _with(actions: Sequence[Action], status: Status) -> tuple[Action, ...]:
    return tuple(action for action in actions if action.status == status)


def _shows_up(action: Action, snoozed_until: datetime | None) -> datetime:
    if snoozed_until is None:
        return action.opens
    return max(action.opens, snoozed_until, key=in_utc)


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
    found = [
        Meeting(interview, application)
        for application in facts.applications
        for interview in application.interviews
        if interview.state == "scheduled" and now < interview.starts_at < in_utc(now) + NEAR
    ]
    return tuple(sorted(found, key=lambda meeting: in_utc(meeting.interview.starts_at)))
