"""The words that facts are made of (PLAYBOOK sections 1, 3 and 8): closed lists, in the specification's order."""

from typing import Literal, get_args

SCHEMA = 1

Route = Literal["direct", "agency", "referral"]
Channel = Literal["email", "phone", "voicemail", "linkedin", "post", "in_person"]
Role = Literal["interviewer", "hiring_manager", "recruiter", "hr", "agency"]
Mode = Literal["in_person", "phone", "video", "ai"]
InterviewState = Literal["scheduled", "cancelled", "moved", "no_show"]
Topic = Literal["project", "culture", "industry", "goal", "strength", "question"]
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
    "expedite",
    "withdraw_note",
]
ReceivedPurpose = Literal[
    "reply", "update", "out_of_office", "invitation", "rejection", "offer", "other"
]
Purpose = Literal[ActionKind, ReceivedPurpose]

Status = Literal["overdue", "due", "open", "held", "upcoming", "done", "skipped", "lapsed"]

ACTION_KINDS: tuple[ActionKind, ...] = get_args(ActionKind)
CHANNELS: tuple[Channel, ...] = get_args(Channel)
