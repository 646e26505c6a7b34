"""Lines and turns that tell an old time from a new one: “OLD: … NEW: …”, an arrow, “nicht am …, sondern am …”."""

import re
from collections.abc import Sequence

from followup.exchange.mail.reading import Read
from followup.prose.when import Said

# “OLD: Wed 10:00”, “NEW: Fri 9:30”, “Wed 10:00 -> Fri 9:30”.
_LABEL = (
    r"(?: (?:time|slot|date|day|interview|appointment|termin|uhrzeit|zeit))?\s*(?::|=|[-\u2013] )"
)
_OLD_LABEL = re.compile(
    rf"^\W*(?:old|was|previous(?:ly)?|original(?:ly)?|before|from|bisher\w*|alte[rs]?|alt|ursprünglich\w*|vorher)"
    rf"{_LABEL}",
    re.IGNORECASE,
)
NEW_LABEL = re.compile(
    rf"^\W*(?:new|now|updated|revised|neue[rs]?|neu|jetzt|nun){_LABEL}", re.IGNORECASE
)
# “Nicht am Mittwoch, sondern am Donnerstag, um 15 Uhr”.
BUT = re.compile(
    r"\b(?:nicht|not)\b.*\b(?:sondern|but)\b(?: (?:am|on|at|um))?(?:(?! und | and )[^;]){0,40}$",
    re.IGNORECASE,
)
_NOT_BUT = re.compile(r"\b(?:nicht|not)(?: (?:am|on|at))?(?: the)? *$", re.IGNORECASE)
_BUT_ON = re.compile(r"[^.;]{0,12}\b(?:sondern|but)\b", re.IGNORECASE)
INSTEAD = re.compile(r"\b(?:instead of|rather than|statt|anstatt|anstelle von)\b", re.IGNORECASE)
# A line above: “PREVIOUS TIME (no longer valid)”, “Your new appointment”.
_WHAT = r"(?:time|slot|date|day|interview|appointment|meeting|schedule|details|termin|uhrzeit|zeit|gespräch\w*)"
_HEADING = re.compile(
    r"^\W*(?:(?:the|your|der|ihr|dein) )?(?:(?P<old>old|previous|original|former|earlier|cancell?ed|bisherige[rs]?"
    r"|alte[rs]?|ursprüngliche[rs]?)|(?P<new>new|updated|revised|rescheduled|neue[rs]?))"
    rf"(?:(?: (?:&|and|und))? {_WHAT})+(?: \([^)]*\))?\W*$",
    re.IGNORECASE,
)
_BELOW = 4
_ARROW = re.compile(r"\s(?:->|=>|\u2192|\u27a1)\s")


def labelled(read: Read, at: int) -> bool | None:
    """Whether a line calls what stands at a place the old time (“OLD: …”, an arrow); None where it does not say."""
    if NEW_LABEL.match(read.text):
        return False
    if _OLD_LABEL.match(read.text):
        return True
    arrow = _ARROW.search(read.text)
    return at < arrow.start() if arrow and len(read.days) + len(read.times) > 1 else None


def headed(reads: Sequence[Read], at: int) -> bool | None:
    """Whether a line stands below one that calls what follows the old time; None where none of either kind is near."""
    for read in reversed(reads[max(0, at - _BELOW) : at]):
        if found := _HEADING.match(read.text):
            return bool(found["old"])
        if read.text.endswith((".", "!", "?")):
            return None
    return None


def is_denied(read: Read, said: Said) -> bool:
    """Whether it is not that day but another: “nicht am Montag, sondern am Mittwoch”."""
    return bool(_NOT_BUT.search(read.before(said)) and _BUT_ON.match(read.text[said.span.end :]))
