"""How things look on every page: icon, word and colour of statuses and kinds; the user's text shown as it is.

Never use `md` for what is copied or sent: it adds invisible characters.
"""

import re
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

import streamlit as st

from followup.model.vocabulary import (
    Channel,
    Frame,
    InterviewState,
    Mode,
    Role,
    Route,
    Status,
    Terms,
    Topic,
)
from followup.views.calendar.entry import CalendarEntry, Look
from followup.views.labels import unturned
from followup.views.words import CHANNEL_WORDS

COMPONENT_CSS = Path(__file__).with_name("component.css").read_text("utf-8")
"""What the buttons of our own components look like: as Streamlit's, in the theme's colours."""

_WORD_JOINER = (
    "\u2060"  # invisible; it stops what Streamlit's renderer does after the Markdown is parsed
)
_NO_BREAK_SPACE = "\u00a0"
_PUNCTUATION = re.compile(r"([!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~])")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_UNSHOWABLE = re.compile("[\x00-\x09\x0b-\x1f\ud800-\udfff\ufeff\u2028\u2029]")
_SCHEME = re.compile(r"(https?|ftp|mailto|xmpp)(?=:)", re.IGNORECASE)
_WWW = re.compile(r"\b(www)(?=\.)", re.IGNORECASE)
_ARROWS = re.compile(r"(?<=[-<>=~])(?=[-<>=])")
_SHORTCODE = re.compile(r":(?=[\w+-]+:)")
_INDENT = re.compile(r"^[ ]+")


def md(text: str, limit: int = 4000) -> str:
    """Text of several lines as Markdown that shows these very characters: no links, pictures, colours or icons."""
    shown = text if len(text) <= limit else text[: limit - 1] + "…"
    shown = _UNSHOWABLE.sub("\ufffd", shown.replace("\t", "    "))
    shown = _SCHEME.sub(r"\1" + _WORD_JOINER, shown)
    shown = _WWW.sub(r"\1" + _WORD_JOINER, shown)
    shown = shown.replace("@", f"{_WORD_JOINER}@{_WORD_JOINER}")
    shown = unturned(shown)
    shown = _ARROWS.sub(_WORD_JOINER, shown)
    shown = _SHORTCODE.sub(":" + _WORD_JOINER, shown)
    shown = _PUNCTUATION.sub(r"\\\1", shown)
    lines = (_INDENT.sub(lambda m: _NO_BREAK_SPACE * len(m[0]), line) for line in shown.split("\n"))
    return "  \n".join(lines)


def md1(text: str, limit: int = 300) -> str:
    """Text as Markdown on one line: for labels, toasts, tooltips."""
    return md(" ".join(text.split()), limit)


# What would be Markdown on one line, where brackets, backticks and colons never stand bare.
_MARKS = re.compile(
    r"([\\`*\[\]<>$~]|(?<![^\W_])_|_(?![^\W_])|:(?=\S)|(?<=:material)/|&(?=[#\w]+;)|^[#+\-=])"
)
_NUMBERED = re.compile(r"^(\d+)(?=[.)])")


def in_label(text: str, limit: int = 300) -> str:
    """Text for the label of a field or box, whose escapes a screen reader reads out: only what would do harm has one.

    It shows the same characters as `md1`.
    """
    line = md1(text, limit)
    bare = _ESCAPED.sub(r"\1", line)
    return _NUMBERED.sub(r"\1\\", _MARKS.sub(r"\\\1", bare))


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
    "lapsed": StatusLook(":material/history_toggle_off:", "Too late", "gray", "#7d7d7d", "plain"),
}

_CHANNEL_ICONS: dict[Channel, str] = {
    "email": ":material/mail:",
    "phone": ":material/call:",
    "voicemail": ":material/voicemail:",
    "linkedin": ":material/forum:",
    "post": ":material/local_post_office:",
    "in_person": ":material/person:",
}
CHANNELS: dict[Channel, tuple[str, str]] = {
    channel: (icon, CHANNEL_WORDS[channel]) for channel, icon in _CHANNEL_ICONS.items()
}

ROLES: dict[Role, str] = {
    "interviewer": "Interviewer",
    "hiring_manager": "Hiring manager",
    "recruiter": "Recruiter",
    "hr": "HR",
    "agency": "Agency",
    "referrer": "Referred me",
}
TERMS: dict[Terms, str] = {"first": "By first name", "formal": "Formally"}
MODES: dict[Mode, str] = {
    "video": "Video",
    "in_person": "In person",
    "phone": "Phone",
    "ai": "AI",
}
STATES: dict[InterviewState, str] = {
    "scheduled": "As planned",
    "moved": "Moved",
    "cancelled": "Called off",
    "no_show": "They did not show up",
}
ROUTES: dict[Route, str] = {
    "direct": "Direct",
    "agency": "Through an agency",
    "referral": "By referral",
}
TOPICS: dict[Topic, str] = {
    "project": "A project",
    "culture": "Their culture",
    "industry": "The industry",
    "goal": "A goal of theirs",
    "strength": "A strength of mine",
    "question": "An open question",
    "company": "Their company",
    "missed": "What I did not say",
    "my_question": "What I still want to know",
}
FRAMES: dict[Frame, str] = {
    "about": "Our conversation about …",
    "that": "Your point that …",
    "question": "Your question …",
}
ENDINGS = "e.g. the move of the reports to the new warehouse"  # of “Our conversation about …”


class FieldWords(NamedTuple):
    """A field's label, and what stands in it while it is empty."""

    label: str
    hint: str
    short: str = ""  # what stands there where the label is not to be seen


TONES: dict[Literal["plain", "warm"], str] = {"plain": "Plain", "warm": "Warm"}
NAME_HINT = "Their name, or Name <address>; several with commas"
THOUGHT = FieldWords(
    "What you thought, answered or have done about it, or would do",
    "one sentence as it will stand in the letter, e.g. I would begin with the reports nobody reads",
    "What you thought or would do: one sentence",
)
BEGINNINGS: dict[Any, str] = {**FRAMES, "": "Just a note for me"}


def status_badge(status: Status) -> str:
    """The status as a Markdown badge, for headings and labels."""
    look = STATUSES[status]
    return f":{look.color}-badge[{look.icon} {look.word}]"


_BESIDE_STATUSES: dict[Look, tuple[str, str]] = {
    "interview": ("groups", "var(--st-text-color)"),
    "deadline": ("hourglass_bottom", "#d64545"),
    "promise": ("event_available", "#7d7d7d"),
    "snooze": ("snooze", STATUSES["upcoming"].mark),
}


def entry_look(entry: CalendarEntry) -> tuple[str, str]:
    """A calendar entry's icon, by its bare name, and the colour of its mark."""
    for status, look in STATUSES.items():
        if entry.look == status:
            return look.icon.removeprefix(":material/").removesuffix(":"), look.mark
    return _BESIDE_STATUSES[entry.look]


def entry_word(entry: CalendarEntry) -> str:
    """A calendar entry in a word: its status, or "Interview", "Their promise"."""
    return entry.word or next(
        look.word for status, look in STATUSES.items() if entry.look == status
    )


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


@cache
def picture(path: Path) -> str:
    """The picture in this file as an address that holds it: the file itself Streamlit reads and checks in each run."""
    kind = {".svg": "svg+xml"}.get(path.suffix, path.suffix[1:])
    return f"data:image/{kind};base64,{b64encode(path.read_bytes()).decode()}"


def styles() -> None:
    """For the frame, once a run: how lists and lines look, by the keys of their containers."""
    st.html(Path(__file__).with_suffix(".css"))
