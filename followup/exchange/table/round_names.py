"""What a column for a stage is called: the name of the round that stands in it."""

import re

# What says that a day stands there, and no more: “Phone screen date”, “Date of onsite”, “Onsite (planned)”.
_ABOUT = re.compile(
    r"\([^)]*\)|^\s*(?:date|day|time)(?: and time)? (?:of|for) (?:the )?"
    r"|[\s:,-]+(?:date|day|datetime|time|datum|when|on|at|am)(?:\s*(?:&|and|/)\s*time)?\s*$",
    re.IGNORECASE,
)
# What names no round: any column of interviews is called so.
_ANY = re.compile(
    r"(?:(?:next|last|upcoming|scheduled|job)\s+)?(?:interviews?|vorstellungsgespr\w+|date|datum|when)"
    r"(?:\s*(?:date|scheduled|datum|#?\d+))?",
    re.IGNORECASE,
)


def round_of(column: str) -> str:
    """The round that a column of interviews is for: “Phone screen”; "" where its name does not tell."""
    name = column.replace("_", " ")
    while (bare := " ".join(_ABOUT.sub(" ", name).split()).strip(" :,-?")) != name:
        name = bare
    return "" if _ANY.fullmatch(name) else name
