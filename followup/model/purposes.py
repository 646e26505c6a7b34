"""What a message was for, in words: the same wherever it is logged, mended, listed or told."""

from collections.abc import Mapping
from typing import Final

from followup.model.kinds import KINDS
from followup.model.vocabulary import Channel, Purpose, ReceivedPurpose

_RECEIVED: Final[dict[ReceivedPurpose, str]] = {
    "reply": "reply",
    "update": "news",
    "out_of_office": "out of office",
    "on_hold": "on hold",
    "receipt": "automatic receipt",
    "bounce": "message came back",
    "cancellation": "interview moved or called off",
    "invitation": "invitation",
    "rejection": "rejection",
    "offer": "offer",
    "other": "message",
}
_NOUNS: Final[Mapping[str, str]] = dict(
    [*((name, kind.noun) for name, kind in KINDS.items()), *_RECEIVED.items()]
)
_WORDS: Final[Mapping[str, str]] = dict(
    [
        *((name, kind.word) for name, kind in KINDS.items()),
        *((name, f"{noun[:1].upper()}{noun[1:]}") for name, noun in _RECEIVED.items()),
        ("other", "Something else"),
    ]
)
SPOKEN: Final[Mapping[Channel, str]] = {"phone": "rang", "in_person": "met"}
_THEY: Final[Mapping[Channel, str]] = {
    "phone": "called",
    "voicemail": "called",
    "in_person": "spoke with you",
}


def they_said(channel: Channel) -> str:
    """What they did by this channel: “wrote”, “called”."""
    return _THEY.get(channel, "wrote")


def purpose_words(purpose: Purpose) -> str:
    """What a touchpoint was for, inside a sentence: “thank-you”, “news”, “message”."""
    return _NOUNS[purpose]


def purpose_label(purpose: Purpose) -> str:
    """The same to choose from a list: “Thank-you”, “News”, “Something else”."""
    return _WORDS[purpose]
