"""Which role a mail is about, by its text and subject."""

import re
from collections.abc import Sequence

from followup.exchange.mail.about.role_words import (
    CAPITAL,
    GENERIC,
    JOB,
    LOOSE,
    MARKED,
    ROLE_WORDS,
    ROLES,
    SUBJECT_ROLE,
    TITLE,
    TITLED,
    bare_subject,
    clean_role,
)

_PARTS = re.compile(r"\s*[|:()\[\]\u2013\u2014]\s*|\s+[-/]+\s+|[,!?] ")
_SHORT = 3
# “Vorstellungsgespräch Projektassistenz”: what it is about, before the title.
_OCCASION = re.compile(
    r"^(?:Vorstellungsgespräch|Bewerbungsgespräch|Gespräch|Termin|Einladung|Bewerbung|Absage|Zusage|Probetag|Probearbeiten"
    r"|Hospitation|Kennenlernen)(?:,|:| -)? (?:(?:als|zur|zum|für|um|die|der|Stelle) )*(?=[A-Z])"
)
# What a subject says before a title: “Interview for”.
_AROUND = re.compile(
    r"^(?:(?:interview|application|offer|update|invitation|for|on|the|your|re|ihre?)\b"
    r"[ :]*(?:(?:for|as|on|the|als|zur|zum|für|um|die|der|zu|stelle) )*)+",
    re.IGNORECASE,
)
_IS_TITLE = re.compile(
    rf"(?={CAPITAL})(?:(?:{CAPITAL}[\w&/+#.'-]*|&|of|for|and|in|to|de|der|für|und) )*{CAPITAL}?(?i:[\w-]*{ROLE_WORDS})"
    r"(?: (?:[IVX]{1,3}|[A-Z]))?"
)
_NO_TITLE = GENERIC | {
    "interview",
    "invitation",
    "offer",
    "feedback",
    "details",
    "team",
    "update",
    "your",
    "our",
}


def role_of(subject: str, text: str, roles: Sequence[str]) -> str | None:
    """The role: one that is known and named, one named as such in the text, one in the subject.

    Of several known ones that of the subject; where it has none or more than one, it is not told and to be asked.
    """
    if known := _named(subject, roles) or _named(text, roles):
        return next(iter(known)) if len(known) == 1 else None
    for pattern in ROLES:
        for found in pattern.finditer(text):
            role = clean_role(found["role"])
            if role and (pattern is not LOOSE or re.search(r"[a-z]", role)):
                return role
    bare = _OCCASION.sub("", bare_subject(subject))
    return _in_subject(bare) or _in_both(bare, text)


def _in_both(subject: str, text: str) -> str | None:
    """What of a subject the text calls a job: “Cellar hand”, and “the cellar hand role” there."""
    for part in _PARTS.split(subject):
        words = part.strip()
        job = rf"\b(?: \w+)? (?:{JOB}|place)\b"
        if len(words) > _SHORT and re.search(rf"\b{re.escape(words)}{job}", text, re.IGNORECASE):
            return clean_role(words)
    return None


def _named(text: str, roles: Sequence[str]) -> frozenset[str]:
    """The known roles that a text names: “Staff Engineer” does not name the Engineer, too."""
    left, found = text, set()
    for role in sorted(filter(None, roles), key=len, reverse=True):
        fewer = re.sub(rf"(?<!\w){re.escape(role)}(?!\w)", " | ", left, flags=re.IGNORECASE)
        if fewer != left:
            found.add(role)
        left = fewer
    return frozenset(found)


def _in_subject(subject: str) -> str | None:
    """The role that a subject names."""
    return (None if MARKED.search(subject) else _as_title(subject)) or _as_told(subject)


def _as_title(subject: str) -> str | None:
    """A subject, or a part of it, that is a role's title."""
    words = {word.lower() for word in subject.split()}
    if (
        re.fullmatch(rf"{TITLE}(?: {TITLE}){{1,3}}", subject)
        and re.search(rf"\b{ROLE_WORDS}\b", subject, re.IGNORECASE)
        and not words & (GENERIC | {"invitation", "offer", "feedback", "details"})
    ):
        return clean_role(subject)
    for part in _PARTS.split(subject):  # “Pettiford Home - your exercise (Merchandising Assistant)”
        if _IS_TITLE.fullmatch(part.strip()) and not {*part.lower().split()} & _NO_TITLE:
            return clean_role(part)
    return None


def _as_told(subject: str) -> str | None:
    """The role in the words of a subject: “your application for …”."""
    for pattern in (MARKED, *ROLES[:7]):
        named = pattern.search(subject)
        if named and (role := clean_role(named["role"])):
            return role
    for at, pattern in enumerate(SUBJECT_ROLE):
        named = pattern.search(subject)
        role = clean_role(named["role"]) if named else None
        titled = role and TITLED.search(subject) and re.fullmatch(rf"{TITLE}(?: {TITLE})*", role)
        if role and (at or titled or re.search(rf"\b{ROLE_WORDS}\b", role, re.IGNORECASE)):
            return _AROUND.sub("", role) or None
    return None
