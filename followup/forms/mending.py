"""What stands in the log, opened to be mended: a message or the outcome, as typed over what is stored. Pure."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any, Final, get_args

from followup.forms.checking import FieldProblem
from followup.forms.fields import Fields
from followup.forms.happened.log import Happening, Log, Odd
from followup.forms.happened.then import SENT
from followup.model import changes
from followup.model.facts import Application, Outcome, Promise, Touchpoint
from followup.model.times import Clock
from followup.model.vocabulary import OutcomeKind, Purpose, ReceivedPurpose

RETURNS: Final = ("out_of_office", "on_hold")  # the purposes of which a day of return may be known


def purposes_of(touchpoint: Touchpoint) -> tuple[Purpose, ...]:
    """What a message may have been for, by who sent it."""
    if touchpoint.direction == "sent":
        return SENT
    return get_args(ReceivedPurpose)


def opened_message(touchpoint: Touchpoint, clock: Clock) -> Fields:
    """The fields of a message as it is stored."""
    fields: Fields = {
        "when": "",
        "at": clock.wall(touchpoint.at),
        "purpose": touchpoint.purpose,
        "channel": touchpoint.channel,
        "people": list(touchpoint.people),
        "subject": touchpoint.subject,
        "text": touchpoint.text,
        "wants": touchpoint.wants_answer,
        "back": touchpoint.back_on,
        "deadline": _day(touchpoint.deadline, clock),
    }
    for promise in touchpoint.promises:
        fields[f"on_{promise.id}"] = promise.on
        fields[f"what_{promise.id}"] = promise.text
        fields[f"silence_{promise.id}"] = promise.silence_means_no
    return fields


def opened_outcome(outcome: Outcome, clock: Clock) -> Fields:
    """The fields of an outcome as it is stored."""
    return {
        "when": "",
        "at": clock.wall(outcome.at),
        "kind": outcome.kind,
        "deadline": _day(outcome.deadline, clock),
        "text": outcome.note,
    }


def mended_message(
    application: Application, touchpoint: Touchpoint, typed: Mapping[str, Any], clock: Clock
) -> Happening | FieldProblem:
    """What was typed over a message, as a change of the application; raises ValidationError."""
    log = Log(application, typed, clock)
    try:
        purpose = log.one_of("purpose", purposes_of(touchpoint), "What was it?")
        fields = {
            "at": _at(log, touchpoint.at),
            "purpose": purpose,
            "channel": log.typed.get("channel") or touchpoint.channel,
            "people": [p.id for p in application.people if p.id in (typed.get("people") or ())],
            "subject": log.text("subject"),
            "text": log.text(),
            "wants_answer": log.ticked("wants"),
            "back_on": log.day("back") if purpose in RETURNS else None,
            "deadline": _deadline(log, touchpoint.deadline) if purpose == "offer" else None,
            "promises": [_promise(log, promise) for promise in touchpoint.promises],
        }
    except Odd as odd:
        return odd.problem
    mended = touchpoint.replace(**fields)
    return Happening(
        partial(changes.on_touchpoint, touchpoint_id=touchpoint.id, change=lambda _: mended),
        f"mended what is logged of {log.company}",
    )


def mended_outcome(
    application: Application, outcome: Outcome, typed: Mapping[str, Any], clock: Clock
) -> Happening | FieldProblem:
    """What was typed over the outcome, as a change of the application; raises ValidationError."""
    log = Log(application, typed, clock)
    try:
        kind = log.one_of("kind", get_args(OutcomeKind), "How did it end?")
        deadline = _deadline(log, outcome.deadline) if kind in ("offer", "accepted") else None
        at = _at(log, outcome.at)
    except Odd as odd:
        return odd.problem
    mended = outcome.replace(kind=kind, at=at, deadline=deadline, note=log.text())
    return Happening(lambda fresh: fresh.replace(outcome=mended), f"mended how {log.company} ended")


def _at(log: Log, stored: datetime) -> datetime:
    """The stored moment where it was not touched: the field shows no seconds."""
    typed: datetime | None = log.typed.get("at")
    shown = log.clock.wall(stored).replace(second=0, microsecond=0)
    same = typed is not None and typed.replace(second=0, microsecond=0) == shown
    return stored if same else log.at


def _day(deadline: date | datetime | None, clock: Clock) -> date | None:
    return clock.last_day(deadline) if isinstance(deadline, datetime) else deadline


def _deadline(log: Log, stored: date | datetime | None) -> date | datetime | None:
    """The stored moment where its day was not touched."""
    day = log.day("deadline")
    return stored if stored and day == _day(stored, log.clock) else day


def _promise(log: Log, promise: Promise) -> Promise:
    on = log.day(f"on_{promise.id}")
    if on is None and promise.on and promise.kind == "decision_by":
        raise Odd(f"on_{promise.id}", "By which day? Remove the message if they named none.")
    return promise.replace(
        on=on,
        text=log.text(f"what_{promise.id}"),
        silence_means_no=log.ticked(f"silence_{promise.id}"),
    )
