"""What a message of the user's may have been for, at the moment when it went out: the likeliest first. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from followup.forms.happened.log import Log, Odd
from followup.model.action import Action
from followup.model.facts import Application, Facts
from followup.model.kinds import KINDS, WRITTEN
from followup.model.settings import Me
from followup.model.times import Clock, in_utc
from followup.model.vocabulary import Purpose
from followup.playbook.case import case_of, with_offers
from followup.playbook.plan import plan

SENT: tuple[Purpose, ...] = (*WRITTEN, "other")


def moment(typed: Mapping[str, Any], application: Application, clock: Clock) -> datetime:
    """When it happened, as typed so far; now, while that is no moment yet."""
    try:
        return Log(application, typed, clock).at
    except Odd:
        return clock.now


def actions_then(
    application: Application, facts: Facts, actions: Sequence[Action], at: datetime, now: datetime
) -> tuple[Action, ...]:
    """The application's actions as they stood at `at`, less what is done by now; behind them the `actions` of now.

    What is logged late was to be done then: a check before the rejection that followed, an answer that is too late now.
    """
    mine = tuple(action for action in actions if action.application == application.id)
    if in_utc(at) >= in_utc(now):
        return mine
    # An offer elsewhere asks for words here; no other application matters to what could be sent.
    others = (a for a in with_offers(facts.applications) if a.id != application.id)
    done = {action.key for action in mine if action.status == "done"}
    then = plan(facts.replace(applications=(application, *others)), at)
    before = [a for a in then if a.application == application.id and a.key not in done]
    known = {action.key for action in before}
    return (*before, *(action for action in mine if action.key not in known))


def served(application: Application, actions: Sequence[Action]) -> tuple[Action, ...]:
    """What a message of the user's may have been for: what is written, and not done.

    First what was to be done, then what nobody waits for, what it was too late for, and what nobody waits for yet.
    """

    def rank(action: Action) -> tuple[bool, bool, bool]:
        early = action.optional and action.status == "upcoming"
        return early, action.status == "lapsed", action.optional

    found = [
        action
        for action in actions
        if action.application == application.id
        and action.status not in ("done", "skipped")
        and KINDS[action.kind].written
    ]
    return tuple(sorted(found, key=rank))


def purposes_then(application: Application, me: Me, at: datetime) -> tuple[Purpose, ...]:
    """Every purpose of a message of the user's: first those that fit what had happened by then."""
    case = case_of(application, me, at)
    heard = {touchpoint.purpose for touchpoint in case.messages}
    ended = case.outcome is not None and case.outcome.ends
    rejected = "rejection" in heard or case.kind == "rejected"
    roles = {person.role for person in application.people}
    fits: Mapping[Purpose, bool] = {
        "other": True,
        "thank_you": bool(case.held),
        "send_material": any(p.promise.kind == "material" for p in case.promises),
        "reply": bool(heard),
        "linkedin_connect": bool(application.people),
        "status_check": not ended,
        "second_check": not ended and bool(case.sent("status_check")),
        "rejection_reply": rejected,
        "feedback_request": rejected and bool(case.held),
        "keep_in_touch": ended,
        "offer_reply": "offer" in heard or case.offered is not None,
        "expedite": not ended,
        "withdraw_note": True,
        "tell_referrer": "referrer" in roles,
    }
    return tuple(sorted(SENT, key=lambda purpose: (not fits[purpose], purpose != "other")))
