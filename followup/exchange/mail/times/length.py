"""How long a mail says that they will talk: “a 45-minute call”, “ein 60-minütiges Gespräch”."""

import re
from datetime import timedelta

_IN_WORDS = {"half": 30, "one": 60, "an": 60, "two": 120, "halb": 30, "ein": 60, "zwei": 120}
_MEETING = (
    r"(?:[\w-]+ ){0,2}?(?:(?:video|phone|zoom|teams)?-?calls?|chats?|talks?|conversations?|meetings?|discussions?"
    r"|interviews?"
    r"|sessions?|slots?|\w*gespräche?s?|\w*telefonate?s?|\w*interviews?|\w*termine?s?)\b"
)
_LENGTH = re.compile(
    r"\b(?:(?P<minutes>\d{2,3})[- ]?min(?:ute|ütig\w*)?s?|(?P<hours>one|two|half"
    r"|an?(?= hour-long))[- ](?:an )?hours?(?:-long)?"
    rf"|(?P<stunden>halb|ein|zwei)stündig\w*)[- ]{_MEETING}",
    re.IGNORECASE,
)


def length_in(text: str) -> timedelta | None:
    """The length of what they invite to; None where none is named, or more than one."""
    lengths = {
        int(found["minutes"])
        if found["minutes"]
        else _IN_WORDS[(found["hours"] or found["stunden"]).lower()]
        for found in _LENGTH.finditer(text)
    }
    return timedelta(minutes=lengths.pop()) if len(lengths) == 1 else None
