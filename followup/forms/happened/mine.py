"""What the user did, as one change of the application: wrote unasked, sent the task, decided. Pure."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial, reduce

from followup.forms.happened.log import Happening, Log
from followup.forms.happened.theirs import logged
from followup.model import changes
from followup.model.action import Action
from followup.model.facts import Application, Touchpoint
from followup.model.settings import Me
from followup.model.vocabulary import OutcomeKind
from followup.playbook.case import Promised, Question, case_of


def owed(application: Application, me: Me, now: datetime) -> tuple[Promised, ...]:
    """The materials that the user still has to send, the first asked for first."""
    promises = case_of(application, me, now).promises
    return tuple(p for p in promises if p.promise.kind == "material" and not p.answered)


def asked(application: Application, me: Me, now: datetime) -> Question | None:
    """What they asked last and have no answer to."""
    open_ = [q for q in case_of(application, me, now).questions if q.answer is None]
    return max(open_, key=lambda question: question.at, default=None)


def served(application: Application, actions: Sequence[Action]) -> tuple[Action, ...]:
    """What a message of the user's may have been for: what is written, and neither done nor too late.

    It may have gone out before it was too late: thanks that are entered late count too.
    """
    return tuple(
        action
        for action in actions
        if action.application == application.id
        and action.status not in ("done", "skipped")
        and (action.status != "lapsed" or action.kind == "thank_you")
        and action.channel in ("email", "linkedin")
    )


def wrote(log: Log) -> Happening:
    """The user wrote, rang or met them: for actions (`serves`, their keys), unasked, or as the answer to a question."""
    words = f"you were in touch with {log.company}"
    keys = log.typed.get("serves") or ()
    if chosen := [action for action in log.actions if action.key in keys]:
        made = [_sent(log, action) for action in chosen]
        return Happening(lambda fresh: reduce(changes.with_touchpoint, made, fresh), words)
    answers: str | None = log.typed.get("question") if log.ticked("answers") else None
    message = log.message("reply" if answers else "other", "sent", promise=answers)
    return logged(message, words)


def _sent(log: Log, action: Action) -> Touchpoint:
    own = log.message(action.kind, "sent")
    made = changes.sent(action, own.channel, own.subject, own.text, own.at)
    return made.replace(message_id=own.message_id)


def sent_the_task(log: Log) -> Happening:
    """The user sent what was promised; `task` is the promise, where there is one."""
    message = log.message("send_material", "sent", promise=log.typed.get("task"))
    return logged(message, f"you sent it to {log.company}")


def _ended(log: Log, kind: OutcomeKind, words: str) -> Happening:
    return Happening(partial(changes.ended, kind=kind, at=log.at, note=log.text()), words)


def accepted(log: Log) -> Happening:
    """The user took the offer."""
    return _ended(log, "accepted", f"you accepted at {log.company}")


def withdrew(log: Log) -> Happening:
    """The user does not want it any more."""
    return _ended(log, "withdrawn", f"you withdrew at {log.company}")


def closed(log: Log) -> Happening:
    """The user waits no longer; the rounds that lie ahead are off."""
    return _ended(log, "closed", f"{log.company} is closed")
