"""What a tracker's status means: “🟣 Technical Interview”, “3 - Rejected”, “No Response 👻”."""

import re
from typing import Literal

Status = Literal[
    "saved", "applied", "open", "interview", "offer", "accepted", "rejected", "withdrawn", "closed"
]

# In this order: the first that is found counts.
_WORDS: tuple[tuple[Status, str], ...] = (
    (
        "saved",
        (
            r"wish ?list|saved|bookmark|to apply|to-?do|not (?:yet )?applied|not started|(?<!not )interested"
            r"|draft|research|prospect|lead\b|applying|preparing|will apply"
        ),
    ),
    (
        "withdrawn",
        (
            r"withdr|i declined|declined (?:the |an )?offer|offer declined|(?:i|by me|turned it) (?:cancel"
            r"|turned)|turned (?:it |them )?down|pulled out|zurückgezogen|not interested"
        ),
    ),
    ("accepted", r"accept|hired|signed|got the job|zusage angenommen|joined"),
    (
        "closed",
        (
            r"ghost|no (?:response|reply|answer)|closed|archiv|expired|filled|cancel|dead|stale|position "
            r"(?:gone|removed)|frozen|keine antwort"
        ),
    ),
    (
        "rejected",
        (
            r"reject|declin|not selected|unsuccessful|turned me down|denied|refus|not moving|no longer|absage"
            r"|abgelehnt|regret|failed|passed over|not (?:a )?(?:fit|proceed)|\bno\b|lost"
        ),
    ),
    ("offer", r"offer|negotiat|zusage|angebot"),
    (
        "interview",
        (
            r"interview|screen|on-?site|phone|technical|assessment|take-?home|case study|\bcall\b|round|final"
            r"|panel|meeting|hr\b|test\b|challenge|gespräch|vorstellung|1st|2nd|3rd"
        ),
    ),
    (
        "open",
        (
            r"wait|pending|open|progress|active|review|consider|follow|on hold|hold|process|contacted|in touch"
            r"|under|current|warte|offen|laufend|heard back|replied|response"
        ),
    ),
    ("applied", r"appl|submit|sent|beworben|bewerbung|referred"),
)
_COMPILED = tuple((status, re.compile(pattern)) for status, pattern in _WORDS)
_SIGNS: dict[str, Status] = {
    **dict.fromkeys("❌✖✗✘🚫👎⛔💔", "rejected"),
    **dict.fromkeys("🎉🥳🏆🎊", "offer"),
    **dict.fromkeys("👻💀🪦", "closed"),
    **dict.fromkeys("🕒🕐🕑⏳⌛⏱🔄", "open"),
    **dict.fromkeys("📅🗓📞🎤🎥💬", "interview"),
    **dict.fromkeys("📨📤✉📩📧📝", "applied"),
    **dict.fromkeys("🔖⭐📌", "saved"),
}


def read_status(text: str) -> Status | None:
    """The status that a cell means; None where it is not understood."""
    plain = text.lower()
    for status, pattern in _COMPILED:
        if pattern.search(plain):
            return status
    if not re.search(r"[^\W\d_]", plain):
        return next((_SIGNS[char] for char in text if char in _SIGNS), None)
    return None
