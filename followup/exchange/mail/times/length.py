"""How long a mail says that they will talk: “a 45-minute call”, “ein 60-minütiges Gespräch”."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from followup.exchange.mail.phrases.marks import PAST
from followup.exchange.mail.reading import Read

_IN_WORDS = {"half": 30, "one": 60, "an": 60, "two": 120, "halb": 30, "ein": 60, "zwei": 120}
_MEETING = (
    r"(?:[\w-]+ ){0,2}?(?:(?:video|phone|zoom|teams)?-?calls?|chats?|talks?|conversations?|meetings?|discussions?"
    r"|interviews?|sessions?|slots?|\w*gespräche?s?|\w*telefonate?s?|\w*interviews?|\w*termine?s?)\b"
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
_COUNTS = {
    word: count
    for row, count in (
        ("ten zehn", 10),
        ("fifteen fünfzehn", 15),
        ("twenty zwanzig", 20),
        ("thirty dreißig", 30),
        ("forty vierzig", 40),
        ("forty-five fünfundvierzig", 45),
        ("sixty sechzig", 60),
        ("ninety neunzig", 90),
    )
    for word in row.split()
}
# “It should take around 40 minutes”, “geplant sind 30 Minuten”, “…, ca. eine halbe Stunde.”, “Dauer: 75 Min.”
_TAKES = re.compile(
    r"(?:\b(?:takes?|lasts?|allow|set aside|be|plan|plan on|still|needs?|wants?|dauer[tn]?|geplant|vorgesehen"
    r"|eingeplant|einplanen|wird|(?:planen|nehmen|rechnen) sie(?: (?:sich|dafür|bitte|mit))*"
    r"|kept|mit|für|and|und|plus|then|dann|anschließend|by|duration|dauer|länge|length)\b:?|[,(]|^)"
    r"(?: (?:it|you|about|around|approximately|approx\.?|roughly|up to|(?:no )?more than|on|is"
    r"|sind|es|uns|etwa|rund|ca\.?|circa|ungefähr|voraussichtlich|maximal|höchstens|knapp|mit|for))* ?"
    rf"(?:(?P<minutes>\d{{2,3}}|{'|'.join(sorted(_COUNTS, key=len, reverse=True))}) ?(?:min(?:ute[ns]?|s)?\b\.?|')"
    r"|(?P<spoken>eine (?:halbe |dreiviertel)stunde|half an hour|an hour(?: and a half)?|one hour|eine stunde"
    r"|(?:einein|andert)halb stunden)"
    r"|(?P<count>two|three|zwei|drei|[1-4])(?P<half> and a half|einhalb)? (?:hours|stunden))"
    r"(?=\s*(?:[.,;:!)]|$|and\b|und\b|this\b|in total|altogether|with\b|mit\b|together|insgesamt|dauern|ein\b|for the\b"
    r"|für das\b|in all\b|zeit\b))",
    re.IGNORECASE,
)
_JOINS = re.compile(r"(?:and|und|plus|then|dann|anschließend|by)\b", re.IGNORECASE)
_SPOKEN = {
    "eine halbe stunde": 30,
    "half an hour": 30,
    "eine dreiviertelstunde": 45,
    "an hour": 60,
    "one hour": 60,
    "eine stunde": 60,
    "an hour and a half": 90,
    "eineinhalb stunden": 90,
    "anderthalb stunden": 90,
}
_HOURS = {"two": 2, "zwei": 2, "three": 3, "drei": 3}
# What takes its own time, on the way or besides: “the walk takes 20 minutes”, “a test, 30 minutes”; and any other
# thing that is no meeting: “the lift takes 10 minutes”, “on the ring road, 15 minutes”.
_BESIDES = re.compile(
    r"\b(?:walk\w*|drive|driving|journey|train|bus|ride|trip|tests?|tasks?|exercises?|presentation|presenting|break"
    r"|lunch|tour|park\w*|tram|metro|tube|foot|bike|cycle|security|first|away|from the|late|early|before|fahrt|\w*weg"
    r"|entfernt|präsentation|vortrag|aufgabe|pause|führung|rundgang|zu fuß|\w*bahn|rad|anreise|vorher|früher|shift"
    r"|schicht|lesson|unterricht|observed|probe\w*|hospitation)\b",
    re.IGNORECASE,
)
_THING = re.compile(
    r"^(?!.*\b(?:\w*interview|call|chat|talk|conversation|meeting|appointment|discussion|session|slot|panel|slots|round"
    r"|\w*gespräch\w*|\w*termin\w*|telefonat|runde|whole|day|team)\b)"
    r".*\b(?:the|our|your|der|die|das|dem|den|unser\w*) [\w-]+(?: [\w-]+)?,? ",
    re.IGNORECASE,
)
# What was, and is not to come: “our 30-minute call last week”.
_PAST = re.compile(
    rf"{PAST}|\b(?:had|last (?:week|month|time|mon|tue|wed|thu|fri)\w*|yesterday|ago|was|were|thanks?|hatten?|letzte\w*"
    r"|gestern|vergangene\w*|neulich|dank\w*|war(?:en)?)\b",
    re.IGNORECASE,
)


def length_near(reads: Sequence[Read], read: Read) -> timedelta | None:
    """The length that the sentence of a time names, or one next to it, other times between them aside.

    None where they name none, or more than one.
    """
    at = next(at for at, one in enumerate(reads) if one is read)
    near = [read, *_up_to_words(reads[:at][::-1]), *_up_to_words(reads[at + 1 :])]
    lines = {one.sentence.paragraph for one in near}
    near += [one for one in reads if one.sentence.paragraph in lines and one not in near]
    lengths = {length for one in near for length in _lengths(one)}
    return lengths.pop() if len(lengths) == 1 else None


def _up_to_words(reads: Sequence[Read]) -> Sequence[Read]:
    """The sentences as far as the first that names no time."""
    end = next((at for at, read in enumerate(reads) if not read.times), len(reads))
    return reads[: end + 1]


def _lengths(read: Read) -> Iterator[timedelta]:
    """The lengths of what a sentence says is to come, those that “and” joins as one."""
    for found in _LENGTH.finditer(read.text):
        if not _PAST.search(read.clause(found.start())):
            words = found["hours"] or found["stunden"]
            yield timedelta(minutes=int(found["minutes"] or _IN_WORDS[(words or "").lower()]))
    for found in _LASTS.finditer(read.text):
        yield timedelta(minutes=int(found["minutes"] or _IN_WORDS["one"]))
    taken: list[int] = []
    for found in _TAKES.finditer(read.text):
        clause = read.clause(found.start())
        other = _THING.search(clause.partition(found.group())[0])
        if other or _PAST.search(clause) or _BESIDES.search(clause):
            continue
        if taken and _JOINS.match(found.group()):
            taken[-1] += _minutes(found)
        else:
            taken.append(_minutes(found))
    yield from (timedelta(minutes=each) for each in taken)


def _minutes(found: re.Match[str]) -> int:
    """The minutes that a length names."""
    if found["spoken"]:
        return _SPOKEN[found["spoken"].lower()]
    if found["count"]:
        count = found["count"].lower()
        return 60 * (_HOURS.get(count) or int(count)) + (30 if found["half"] else 0)
    said = found["minutes"].lower()
    return int(said) if said.isdecimal() else _COUNTS[said]
