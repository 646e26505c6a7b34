"""What a sender's address calls an employer, and how that may be spelt."""

import re

from followup.exchange.mail.about.signed import abbreviates
from followup.exchange.mail.parts.parse import Parts
from followup.exchange.senders import employer_label
from followup.prose.name_parts import capitalized

_SHORT, _LOOKED = 3, 20_000
# What a house does, at the end of an address.
_DOES = re.compile(
    r"(?<=[a-z]{3})(labs?|group|foods?|care|vets|tech|software|soft|works|bank|media|cafe|bakery|schools?|clinic|homes|hotels?"
    r"|joinery|roofing|dental|legal|farms?|books|stores?|studios?|design|energy|health|partners|systems|solutions|logistics"
    r"|capital|consulting|insurance|analytics|digital|services|robotics|electrical|plumbing|scaffolding|motors|trust"
    r"|gym|gardens?|nursery|kitchen|brewery|print|press|museum|theatre|library|college|academy)$"
)
# “Sent by HireHub”, “powered by TalentLane”: whose machine it is, and nobody who hires.
_CARRIED = re.compile(
    r"\b(?i:sent|delivered|powered|provided|hosted|versendet|zugestellt|bereitgestellt)(?i: to you)?"
    r" (?i:by|via|through|von|über|durch) (?P<name>[A-Z][\w.]+(?: [A-Z][\w.]+){0,2})"
)


def label_of(parts: Parts) -> str | None:
    """What the sender's address calls an employer: “oldforgelibrary”."""
    calendar = re.match(r"calendar", parts.sender.email or "", re.IGNORECASE)
    label = (None if calendar else employer_label(parts.sender.email)) or employer_label(
        parts.reply_to.email
    )
    carried = label and any(
        abbreviates(label, found["name"].rstrip(".")) for found in _CARRIED.finditer(parts.text)
    )
    return label if label and len(label) >= _SHORT and not carried else None


def spelled(label: str) -> str:
    """The name that a label may stand for, what the house does apart: “Arden Labs” for ardenlabs."""
    apart = _DOES.sub(r" \1", label.replace("-", " "))
    return capitalized(" ".join(apart.split()))


def as_written(label: str, text: str) -> str | None:
    """How a text writes the name that an address gives: “SmartWorks” for smartworks."""
    solid = re.escape(label[0]) + "".join(
        rf"(?: ?& ?| and |[ .'-])?{re.escape(char)}" for char in label[1:] if char != "-"
    )
    found = re.search(rf"(?<![\w@.]){solid}(?![\w@])", text[:_LOOKED], re.IGNORECASE)
    if found and any(char.isupper() for char in found.group()):
        return found.group()
    alone = re.search(rf"^{solid}$", text[:_LOOKED], re.MULTILINE)  # as on a phone: “swift cabs”
    return capitalized(alone.group()) if alone and " " in alone.group() else None


def by_most_of(label: str, whole: str) -> str | None:
    """The name that an address has with a word more: “Altenheim Linde” for ekd-altenheim-linde."""
    pieces = label.split("-")
    most = ("-".join(some) for some in (pieces[1:], pieces[:-1]) if len(some) > 1)
    found = (as_written(some, whole) or "" for some in most)
    return next((name for name in found if name[:1].isupper()), None)
