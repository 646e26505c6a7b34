"""By which channels an action may be done, and in which tones there are templates for it."""

from datetime import datetime

from followup.messages.draft import address
from followup.messages.scene import CHECKS, scene
from followup.messages.templates import built_in, own
from followup.model.action import Action
from followup.model.facts import Facts
from followup.model.vocabulary import ActionKind, Channel

_CALLS: tuple[Channel, ...] = ("phone", "voicemail")
# A call is no surprise here; a check has its one method (PLAYBOOK 4.6).
_CALLABLE: frozenset[ActionKind] = frozenset({"reply", "offer_reply", "expedite", "withdraw_note"})


def channels_for(action: Action, facts: Facts, now: datetime) -> tuple[Channel, ...]:
    """The channels that fit, the action's own first; raises KeyError when its application is gone.

    A call where it is offered, or usual and the number known; LinkedIn where the profile is known; the phone also to
    find out an address that nobody entered.
    """
    around = scene(action, facts, now)
    first: Channel = action.channel or "email"
    known = {t.channel for t in (*map(own, facts.templates), *built_in()) if t.kind == action.kind}
    found: list[Channel] = [first]
    if (
        action.phone_offered
        or first in _CALLS
        or (action.kind in _CALLABLE and address(around.recipient, "phone"))
    ):
        found += _CALLS
    elif action.needs_contact and first == "email":
        found.append("phone")
    if action.kind not in CHECKS and address(around.recipient, "linkedin"):
        found.append("linkedin")
    fitting = [c for c in found if c in known or c == first or action.needs_contact]
    return tuple(dict.fromkeys(fitting))
