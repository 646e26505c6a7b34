"""How long a mail says that they will talk: “a 45-minute call”, “ein 60-minütiges Gespräch”."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from followup.exchange.mail.reading import Read

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


# “The interview will last about 45 minutes”, “das Gespräch dauert eine Stunde”.
_LASTS = re.compile(
    r"\b(?:interview|call|chat|conversation|meeting|appointment|discussion|\w*gespräch|termin|telefonat)"
    r"(?: \w+){0,2} (?:lasts?|takes?|dauer[tn])(?: (?:about|around|approximately|roughly|up to|etwa|rund|ca\.|circa"
    r"|ungefähr|voraussichtlich))? (?:(?P<minutes>\d{2,3}) ?min|(?P<hour>an hour|one hour|eine stunde))",
    re.IGNORECASE,
)
# What was, and is not to come: “our 30-minute call last week”.
_PAST = re.compile(
    r"\b(?:had|last (?:week|month|time|mon|tue|wed|thu|fri)\w*|yesterday|ago|was|were|thanks?|enjoyed|hatten?|letzte\w*"
    r"|gestern|vergangene\w*|neulich|dank\w*|war(?:en)?)\b",
    re.IGNORECASE,
)


def length_near(reads: Sequence[Read], read: Read) -> timedelta | None:
    """The length that the sentence of a time names, or one next to it, other times between them aside.

    None where they name none, or more than one.
    """
    at = next(at for at, one in enumerate(reads) if one is read)
    near = [read, *_up_to_words(reads[:at][::-1]), *_up_to_words(reads[at + 1 :])]
    lengths = {length for one in near for length in _lengths(one)}
    return lengths.pop() if len(lengths) == 1 else None


def _up_to_words(reads: Sequence[Read]) -> Sequence[Read]:
    """The sentences as far as the first that names no time."""
    end = next((at for at, read in enumerate(reads) if not read.times), len(reads))
    return reads[: end + 1]


def _lengths(read: Read) -> Iterator[timedelta]:
    """The lengths of what a sentence says is to come."""
    for found in _LENGTH.finditer(read.text):
        if not _PAST.search(read.clause(found.start())):
            words = found["hours"] or found["stunden"]
            yield timedelta(minutes=int(found["minutes"] or _IN_WORDS[(words or "").lower()]))
    for found in _LASTS.finditer(read.text):
        yield timedelta(minutes=int(found["minutes"] or _IN_WORDS["one"]))
