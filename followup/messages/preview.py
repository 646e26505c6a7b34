"""A template seen on a real application before any action asks for it."""

from collections.abc import Sequence
from datetime import datetime

from followup.messages.scene import held
from followup.model.action import Action
from followup.model.facts import Application
from followup.model.vocabulary import ActionKind, Channel


def preview_action(
    kind: ActionKind,
    channel: Channel,
    application: Application,
    actions: Sequence[Action],
    now: datetime,
) -> Action:
    """The application's own action of that kind, else one as it would be."""
    for action in actions:
        if action.kind == kind and action.application == application.id:
            return action
    rounds = held(application, now) or application.interviews
    last = rounds[-1] if rounds else None
    people = [p.id for p in application.people]
    inside = [id_ for id_ in (last.interviewers if last else ()) if id_ in people]
    return Action(
        key=f"preview:{kind}:{application.id}",
        kind=kind,
        application=application.id,
        interview=last.id if last else None,
        person=next(iter(inside or people), None),
        opens=now,
        due=now,
        late=now,
        status="open",
        channel=channel,
        reason="",
        guides=(),
    )
