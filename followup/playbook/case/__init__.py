"""The one reading of an application: what happened, what was promised and what came of it, and who it goes to.

`case_of(application, me, now)` makes the case; rules, messages, views and pages ask it, and read no record themselves.
"""

from followup.playbook.case.answers import (
    address_of,
    answers,
    awaited_letter,
    count_began,
    date_owed,
    goes_to,
    interviewers,
    lacks_address,
    promised_letter,
    question_of,
    recipient,
    sent_to,
    stand_ins,
    thank_you_to,
    thanked_people,
    through_agency,
)
from followup.playbook.case.case import Case
from followup.playbook.case.course import Ending, end_of, start_of, takes_place
from followup.playbook.case.people import (
    ADDRESSEES,
    address_key,
    by_address,
    by_employer,
    called,
    company_in_prose,
    company_name,
    employer,
    in_role,
    is_long,
)
from followup.playbook.case.promises import Promised, PromiseState
from followup.playbook.case.questions import Question, led_to
from followup.playbook.case.reading import (
    case_of,
    ending_of,
    has_offer,
    is_over,
    promises_of,
    with_offers,
)

__all__ = [
    "ADDRESSEES",
    "Case",
    "Ending",
    "PromiseState",
    "Promised",
    "Question",
    "address_key",
    "address_of",
    "answers",
    "awaited_letter",
    "by_address",
    "by_employer",
    "called",
    "case_of",
    "company_in_prose",
    "company_name",
    "count_began",
    "date_owed",
    "employer",
    "end_of",
    "ending_of",
    "goes_to",
    "has_offer",
    "in_role",
    "interviewers",
    "is_long",
    "is_over",
    "lacks_address",
    "led_to",
    "promised_letter",
    "promises_of",
    "question_of",
    "recipient",
    "sent_to",
    "stand_ins",
    "start_of",
    "takes_place",
    "thank_you_to",
    "thanked_people",
    "through_agency",
    "with_offers",
]
