"""The words that facts are made of (PLAYBOOK sections 1, 3 and 8): closed lists, in the specification's order."""

from typing import Literal, get_args

SCHEMA = 2

Route = Literal["direct", "agency", "referral"]
Channel = Literal["email", "phone", "voicemail", "linkedin", "post", "in_person"]
Role = Literal["interviewer", "hiring_manager", "recruiter", "hr", "agency", "referrer"]
Mode = Literal["in_person", "phone", "video", "ai"]
InterviewState = Literal["scheduled", "cancelled", "moved", "no_show"]
Topic = Literal[
    "project",
    "culture",
    "industry",
    "goal",
    "strength",
    "question",
    "company",
    "missed",
    "my_question",
]
Frame = Literal["about", "that", "question"]
Terms = Literal["first", "formal"]
PromiseKind = Literal["decision_by", "material", "reply_by"]
OutcomeKind = Literal["rejected", "offer", "accepted", "withdrawn", "closed"]
Direction = Literal["sent", "received"]
Preset = Literal["gentle", "standard", "persistent"]

ActionKind = Literal[
    "debrief",
    "thank_you",
    "send_material",
    "reply",
    "linkedin_connect",
    "status_check",
    "second_check",
    "move_on",
    "rejection_reply",
    "feedback_request",
    "keep_in_touch",
    "offer_reply",
    "decide_offer",
    "expedite",
    "withdraw_note",
    "tell_referrer",
]
ReceivedPurpose = Literal[
    "reply",
    "update",
    "out_of_office",
    "on_hold",
    "invitation",
    "cancellation",
    "rejection",
    "offer",
    "receipt",
    "bounce",
    "other",
]
Purpose = Literal[ActionKind, ReceivedPurpose]
# What a machine sends: never a message of theirs, nor a contact with a person (section 4).
AUTOMATIC: tuple[ReceivedPurpose, ...] = ("out_of_office", "receipt", "bounce")

# What a check asks about.
About = Literal["news", "date", "no_show", "letter"]

Status = Literal["overdue", "due", "open", "held", "upcoming", "done", "skipped", "lapsed"]

# What can be done now; what is still to come of the plan; what is over.
ACTIONABLE: tuple[Status, ...] = ("overdue", "due", "open")
LIVE: tuple[Status, ...] = (*ACTIONABLE, "held", "upcoming")
PAST: tuple[Status, ...] = ("done", "skipped", "lapsed")

ACTION_KINDS: tuple[ActionKind, ...] = get_args(ActionKind)
CHANNELS: tuple[Channel, ...] = get_args(Channel)
