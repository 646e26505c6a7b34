"""The rows of PLAYBOOK section 3: one small pure function for each kind, `rule(case, scene)` yielding candidates."""

from collections.abc import Callable, Iterator
from typing import Final

from followup.playbook.candidate import Candidate
from followup.playbook.case import Case
from followup.playbook.rules.answers import (
    feedback_request,
    offer_reply,
    rejection_reply,
    reply,
)
from followup.playbook.rules.checks import move_on, second_check, status_check
from followup.playbook.rules.elsewhere import expedite, withdraw_note
from followup.playbook.rules.interview import debrief, send_material, thank_you
from followup.playbook.rules.people import keep_in_touch, linkedin_connect
from followup.playbook.scene import Scene

Rule = Callable[[Case, Scene], Iterator[Candidate]]

RULES: Final[tuple[Rule, ...]] = (
    debrief,
    thank_you,
    send_material,
    reply,
    linkedin_connect,
    status_check,
    second_check,
    move_on,
    rejection_reply,
    feedback_request,
    keep_in_touch,
    offer_reply,
    expedite,
    withdraw_note,
)
