"""What the user's snoozes do to the plan: which of them mean an action, and when it comes back."""

from collections.abc import Iterable
from datetime import datetime

from followup.model.action import Action
from followup.model.facts import Application, Snooze
from followup.model.times import in_utc
from followup.playbook.candidate import means


def keys_of(action: Action, application: Application, snoozes: Iterable[Snooze]) -> tuple[str, ...]:
    """The keys of the snoozes that mean this action."""
    keys = (snooze.action for snooze in snoozes)
    return tuple(k for k in keys if k == action.key or means(k, action.kind, application))


def comes_back(
    action: Action, application: Application, snoozes: Iterable[Snooze], now: datetime
) -> datetime | None:
    """When the snooze ends that alone keeps the action away; None where none does."""
    if action.status != "upcoming":
        return None
    snoozes = tuple(snoozes)
    keys = keys_of(action, application, snoozes)
    last = max((s.until for s in snoozes if s.action in keys), key=in_utc, default=None)
    return last if last and in_utc(last) > max(in_utc(now), in_utc(action.opens)) else None
