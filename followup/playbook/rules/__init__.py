"""The rows of PLAYBOOK section 3: for each kind one small pure function, of its name, yields what it proposes.

A new row is such a function, its name in RULES, and its row in the table of kinds (`model/kinds.py`).
"""

from collections.abc import Callable, Iterator
from typing import Final

from followup.playbook.case import Case
from followup.playbook.proposal import Proposal
from followup.playbook.rules.answers import feedback_request, rejection_reply, reply
from followup.playbook.rules.checks import move_on, second_check, status_check
from followup.playbook.rules.interview import debrief, send_material, tell_referrer, thank_you
from followup.playbook.rules.offers import decide_offer, expedite, offer_reply, withdraw_note
from followup.playbook.rules.people import keep_in_touch, linkedin_connect
from followup.playbook.search import Search

Rule = Callable[[Case, Search], Iterator[Proposal]]

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
    decide_offer,
    expedite,
    withdraw_note,
    tell_referrer,
)
