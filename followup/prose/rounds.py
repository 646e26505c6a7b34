"""What a text says of a round: that its time is only held, which times are proposed, that it was work on trial."""

import re
from collections.abc import Sequence

_HOLD = " (hold)"
# What stands in the notes of such a round.
NOT_CONFIRMED = "A hold: they have not confirmed this time yet."


def as_hold(name: str) -> str:
    """“Second round (hold)”."""
    return f"{plain_name(name) or 'Interview'}{_HOLD}"


def is_hold(name: str) -> bool:
    """Whether the name says that the time is only held."""
    return name.endswith(_HOLD)


def plain_name(name: str) -> str:
    """The name of the round alone."""
    return name.strip().removesuffix(_HOLD)


PROPOSED = re.compile(
    r"^Proposed \((?P<zone>[^\n]+) time\):\n(?P<times>.+)\Z", re.MULTILINE | re.DOTALL
)
"""The note below a message: which times it proposes, by the clock of which zone."""


def proposing(text: str, times: str, zone: str) -> str:
    """A message's text with that note below it."""
    return "\n\n".join(part for part in (text, f"Proposed ({zone} time):\n{times}") if part)


def as_written(text: str) -> str:
    """A message's text without that note, which they did not write."""
    return PROPOSED.sub("", text).rstrip()


_ON_TRIAL = re.compile(
    r"(?i)\b(?:trial|taster|try-?out|audition|casting|(?:bench|weld(?:ing)?|driving|skills?) test|test drive"
    r"|test session"
    r"|working interview|stage|(?:sample|demo|observed) lesson|lesson observation|assessment (?:day|centre|center)"
    r"|read(?:ing|-through)?(?= for)|hands-on|probe\w+|schnupper\w+|hospitation\w*|vorsprechen|vorsingen|vorspielen"
    r"|lehrprobe|test(?:fahrt|schweißen|schicht|tag)|assessment.center|arbeitsprobe)\b"
)
_NOT_THE_FIRST = re.compile(
    r"(?i)\b(?:second|2nd|third|3rd|fourth|final|last|panel of finalists|zweite[srn]?|dritte[srn]?|letzte[srn]?"
    r"|zweit\w+|abschluss\w*|schluss\w*|final\w*|end(?:runde|gespräch))\b"
)


def said_of_rounds(names: Sequence[str]) -> dict[str, bool]:
    """The words of `field_list.WHEN` for rounds that were held, by their names in their order."""
    return {
        "tried": any(_ON_TRIAL.search(name) for name in names),
        "later": len(names) > 1 or any(_NOT_THE_FIRST.search(name) for name in names),
    }
