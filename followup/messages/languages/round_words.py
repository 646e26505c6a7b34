"""What the names of rounds say, in any language: that one was work on trial, that it was not the first."""

import re
from collections.abc import Sequence

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


def said_by(names: Sequence[str]) -> dict[str, bool]:
    """The words of `field_list.WHEN` for rounds that were held, by their names in their order."""
    return {
        "tried": any(_ON_TRIAL.search(name) for name in names),
        "later": len(names) > 1 or any(_NOT_THE_FIRST.search(name) for name in names),
    }
