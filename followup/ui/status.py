"""One language for statuses and kinds on every page: an icon, a word and a colour, always together."""

from dataclasses import dataclass
from typing import Literal

from followup.model.vocabulary import ActionKind, Channel, Status
from followup.views.words import noun, title

__all__ = [
    "CHANNELS",
    "KIND_ICONS",
    "KIND_WORDS",
    "STATUSES",
    "StatusLook",
    "noun",
    "status_badge",
    "title",
]

BadgeColor = Literal["red", "orange", "yellow", "blue", "green", "violet", "gray"]
Outline = Literal["", "plain", "dashed"]


@dataclass(frozen=True, slots=True)
class StatusLook:
    """How a status looks: `color` names Streamlit's (badges, text), `mark` is the chart's.

    What comes is grey, and so is what nothing comes of: a chart fills the one and only outlines the other.
    """

    icon: str
    word: str
    color: BadgeColor
    mark: str
    outline: Outline = ""


STATUSES: dict[Status, StatusLook] = {
    "overdue": StatusLook(":material/error:", "Overdue", "red", "#d64545"),
    "due": StatusLook(":material/notifications_active:", "Due", "orange", "#b36b00"),
    "open": StatusLook(":material/radio_button_unchecked:", "Open", "blue", "#3b7dd8"),
    "held": StatusLook(":material/pause_circle:", "Held", "violet", "#8a63c9"),
    "upcoming": StatusLook(":material/schedule:", "Upcoming", "gray", "#7d7d7d"),
    "done": StatusLook(":material/check_circle:", "Done", "green", "#2e8b57"),
    "skipped": StatusLook(":material/skip_next:", "Skipped", "gray", "#7d7d7d", "dashed"),
    "lapsed": StatusLook(":material/history_toggle_off:", "Lapsed", "gray", "#7d7d7d", "plain"),
}

KIND_ICONS: dict[ActionKind, str] = {
    "debrief": ":material/edit_note:",
    "thank_you": ":material/favorite:",
    "send_material": ":material/attach_file:",
    "reply": ":material/reply:",
    "linkedin_connect": ":material/person_add:",
    "status_check": ":material/help:",
    "second_check": ":material/contact_support:",
    "move_on": ":material/signpost:",
    "rejection_reply": ":material/handshake:",
    "feedback_request": ":material/feedback:",
    "keep_in_touch": ":material/waving_hand:",
    "offer_reply": ":material/celebration:",
    "expedite": ":material/bolt:",
    "withdraw_note": ":material/logout:",
}

KIND_WORDS: dict[ActionKind, str] = {
    "debrief": "Debrief",
    "thank_you": "Thank-you",
    "send_material": "Promised material",
    "reply": "Reply",
    "linkedin_connect": "LinkedIn request",
    "status_check": "Status check",
    "second_check": "Second check",
    "move_on": "Move on",
    "rejection_reply": "Reply to a rejection",
    "feedback_request": "Request for feedback",
    "keep_in_touch": "Keep in touch",
    "offer_reply": "Reply to an offer",
    "expedite": "Ask to decide sooner",
    "withdraw_note": "Withdrawal",
}

CHANNELS: dict[Channel, tuple[str, str]] = {
    "email": (":material/mail:", "E-mail"),
    "phone": (":material/call:", "Phone"),
    "voicemail": (":material/voicemail:", "Voicemail"),
    "linkedin": (":material/forum:", "LinkedIn"),
    "post": (":material/local_post_office:", "Post"),
    "in_person": (":material/person:", "In person"),
}


def status_badge(status: Status) -> str:
    """The status as a Markdown badge, for headings and labels."""
    look = STATUSES[status]
    return f":{look.color}-badge[{look.icon} {look.word}]"


_GUIDES = {
    "G1": "Following up with HR",
    "G2": "How to follow up after an interview",
    "G3": "Following up by channel",
    "G4": "When to follow up",
    "G5": "Best practices",
}


def guides_help(guides: tuple[str, ...]) -> str | None:
    """Where an action's rule comes from, for a tooltip."""
    if not guides:
        return None
    lines = (f"- {guide}: {_GUIDES.get(guide.split('.')[0], 'the playbook')}" for guide in guides)
    return "\n".join(("From the guides:", *lines))
