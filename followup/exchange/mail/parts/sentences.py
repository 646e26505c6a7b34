"""The sentences of a mail, with lines that were only wrapped put together, and no cut after “p.m.” or “Dec.”."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from followup.exchange.mail.parts.lists import MARK
from followup.prose.when.said import MONTH, MONTHS

_BULLET = re.compile(rf"\s*(?:{MARK}|>)\s+\S")
_LABEL = re.compile(r"\s*[A-Z][\w /-]{1,24}: ?\S")
_CLOCK = re.compile(
    r"\s*\d{1,2}[:.]\d\d ?(?:[-\u2013]|[ap]\.?m\b|uhr\b|\s)", re.IGNORECASE
)  # of a list of times
_GREETING = re.compile(
    r"\s*(?:hi|hello|hey|dear|hallo|liebe[rs]?|sehr geehrte[rs]?|good (?:morning|afternoon|evening"
    r"|day)|greetings|moin|servus)\b(?: (?:there|all|[A-Z\u00c0-\u00de][\w'.\u2019-]*|mr\.?|ms\.?"
    r"|mrs\.?|dr\.?|herr|frau)){0,4} ?(?:[,!:]|-+|\u2013|$)[ \t]*",
    re.IGNORECASE,
)
_END = re.compile(r"(?<=[.!?])[\"')\]\u201d]*(?=\s)|(?<= [:;][()])(?= [A-Z\u00c0-\u00de])|\n")
_HELD = re.compile(
    rf"(?:\b(?:mr|mrs|ms|dr|prof|st|no|nr|approx|ca|vs|[cs]\.?t|e\.g|i\.e|z\.b|bzw|ext|tel|inc|ltd|co|corp|dept"
    rf"|incl|inkl|einschl|resp|hr|min|[\w-]*str|{MONTHS}|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\.|\b\d{{1,2}}\."
    rf"|\b[A-Z]\.)$",
    re.IGNORECASE,
)
# “Ballyvarra, Co. Clare”: a county.
_COUNTY = re.compile(r", Co\.$")
# “At 212 Swan St. I'll send …”: a street, not a saint.
_IN_STREET = re.compile(r"\b\d{1,4}[a-z]? (?:[A-Z][\w'-]+ ){1,3}St\.$")
_SPEAKS = re.compile(
    r"\s+(?:I|We|You|It|They|There|This|That|Please|Can|Could|Would|Do|Let|Ask|Bring|Just|Our|Your|My|The|If)\b"
)
# A line that breaks off: “nunmehr am”, whatever empty line follows.
_OPEN = re.compile(r"\w (?:am|um|on|at|the|dem|den|nunmehr)$")
_NUMBER = re.compile(r"\(?\d{1,2}[.)]{1,2}")
# “Du kriegst am 27. Bescheid”: a day of the month, unless what follows begins a sentence.
_DAY = re.compile(r"\b(?:am|bis|ab|zum|vom|dem|der|den) \d{1,2}\.(?:\d{1,2}\.)?$", re.IGNORECASE)
_BEGINS = re.compile(
    r"\s+(?:Bitte|Wir|Ich|Sie|Das|Der|Die|Es|Ihr|Ihre|Dann|Danach|Bis|Viele|Mit|Falls|Wenn|Sollten?|Ab|Am|Um|In|Im|Zu"
    r"|Bei|Beste|Liebe|Herzliche|Freundliche|LG|VG|Gruß|Danke|Vielen|Leider|Könnten|Können|Passt|Ein|Eine|Alles|Da|Vorher"
    r"|Kannst|Könntest|Melde|Unser|Unsere|Mein|Meine|Und|Aber|Wie|Was|Wann|Wo|Ort|Treffpunkt|Geht|Sag)\b"
)
_HALF = re.compile(r"\b[ap]\.m\.$|\b[ap]m\.$", re.IGNORECASE)
_GOES_ON = re.compile(
    rf"\s+(?:[a-z(\d]|(?i:(?:stock|og|etage|obergeschoss|runde|kw|kalenderwoche)\b)|(?i:{MONTH})|(?i:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b|[A-Z]{{2,4}}\b"
    r"|(?i:eastern|central|mountain|pacific|[a-z]+ time)\b)"
)
_WRAPPED, _GREETED, _LONGEST = 46, 8, 2_000


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence on one line, and the paragraph that it stands in (counted)."""

    text: str
    paragraph: int


def _joined(text: str) -> Iterator[str]:
    """The paragraphs and lines of a text: a line that was wrapped goes on in the next."""
    held = last = ""
    for raw in text.split("\n"):
        line = raw.strip()
        if not line and _OPEN.search(held):
            continue
        goes_on = (
            held
            and line
            and (len(last) >= _WRAPPED or _OPEN.search(held))
            and not _BULLET.match(line)
            and not _CLOCK.match(line)
            and not _LABEL.match(line)
        )
        if goes_on:
            held = f"{held} {line}"
        else:
            yield held
            held = line
        last = line
    yield held


def _ends(line: str) -> Iterator[str]:
    start = 0
    for cut in _END.finditer(line):
        piece = line[start : cut.end()]
        after = line[cut.end() :]
        bare = piece.rstrip("\"')]\u201d")
        if (_HELD.search(bare) or _HALF.search(bare)) and _GOES_ON.match(after):
            continue
        if _DAY.search(bare) and not _BEGINS.match(after):
            continue
        if _COUNTY.search(bare) and re.match(r" [A-Z][a-z]+\b", after):
            continue
        titled = re.search(r"\b(?:mr|mrs|ms|dr|prof|st)\.$", bare, re.IGNORECASE)
        if titled and not (_IN_STREET.search(bare) and _SPEAKS.match(after)):
            continue
        if not start and _NUMBER.fullmatch(piece.strip()):  # of a list: “1. Your CV”
            continue
        yield piece
        start = cut.end()
    yield line[start:]


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """The sentences in their order, without greetings."""
    found = []
    for at, line in enumerate(_joined(text)):
        for piece in _ends(line):
            hello = _GREETING.match(piece) if at < _GREETED else None
            said = piece[hello.end() :].strip() if hello else piece.strip()
            if re.search(r"\w", said):
                found.append(Sentence(said[:_LONGEST], at))
    return tuple(found)
