"""What Today shows where: pure sorting of the plan into now, open, held, next, and what was done lately."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from followup.model.action import Action
from followup.model.facts import Application, Facts, Skip, Touchpoint
from followup.model.times import in_utc
from followup.model.vocabulary import ActionKind, Status
from followup.views.snoozes import comes_back

NEAR = timedelta(days=7)
# What nobody waits for comes after what somebody does, be it overdue: a thank-you of this day is lost by tomorrow.
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
    upcoming: tuple[Coming, ...]


def agenda(actions: Sequence[Action], facts: Facts, now: datetime) -> Agenda:
    """The plan for Today: overdue, soonest lost on top; due; what nobody waits for; what comes, by its moment."""
    by_id = {application.id: application for application in facts.applications}
    coming = (
        Coming(
            action,
            comes_back(action, by_id[action.application], facts.snoozes, now) or action.opens,
        )
        for action in actions
        if action.status == "upcoming" and action.application in by_id
    )
    overdue = sorted(_with(actions, "overdue"), key=_closing)
    return Agenda(
        now=tuple(sorted((*overdue, *_with(actions, "due")), key=_can_wait)),
        open=_with(actions, "open"),
        held=_with(actions, "held"),
        upcoming=tuple(sorted(coming, key=lambda item: (in_utc(item.at), item.action.key))),
    )


def after(sent: Action | None, plan: Agenda) -> tuple[Action, ...]:
    """What to do after this was sent: the same for the others of the round, while it is fresh; then as Today has it."""
    rest = (*plan.now, *plan.open)
    if sent is None or sent.interview is None:
        return rest
    return tuple(
        sorted(
            rest,
            key=lambda action: (
                (action.application, action.interview, action.kind)
                != (sent.application, sent.interview, sent.kind)
            ),
        )
    )


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


def _closing(action: Action) -> datetime:
    """By when nothing can be done about it any more; what never closes only gets later."""
    return in_utc(action.closes) if action.closes else datetime.max.replace(tzinfo=UTC)


def _with(actions: Sequence[Action], status: Status) -> tuple[Action, ...]:
    return tuple(action for action in actions if action.status == status)


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
