"""What an invitation says in words alone: called off, another time, not fixed yet, another day than its date."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from followup.prose.when import Said, When, days_in
from followup.prose.when.clock import times_in

_CANCELLED = re.compile(
    r"^\W*(?:\w{1,3}: )?(?:cancell?ed(?: event)?|cancell?ation|abgesagt|annull?iert|annul[ée]|called "
    r"off|declined)\b(?: ?[:\]-]| )",
    re.IGNORECASE,
)
_CANCELLED_IN = re.compile(
    r"\b(?:this|the) (?:meeting|interview|event|appointment|call) (?:has been|was|is) (?:cancell?ed"
    r"|called off|withdrawn)\b|\bhas cancell?ed (?:this|the) (?:meeting|event|interview)\b",
    re.IGNORECASE,
)
_COUNTER = re.compile(
    r"^\W*(?:new time proposed|proposed new time|proposal|counter ?proposal|neue zeit vorgeschlagen)\b"
    r"|\bproposed (?:a )?new time\b|\bproposes? (?:a )?new time\b",
    re.IGNORECASE,
)
_TENTATIVE = re.compile(
    r"(?:^|[\[(\s])(?:hold|tentative|placeholder|provisional|save the date|tbc|to be confirmed"
    r"|pencil(?:l?ed)?(?: in)?)\b\s*[:\])-]?",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:by|before|until|till|no later than|deadline|within|due|posted|applied|dated|since|from)(?: "
    r"the| on)?[: ]*$",
    re.IGNORECASE,
)
_MAX_TEXT = 4_000
_NEAR = 60  # days around the start, in which a text means the start


def method_of(stated: str, status: str, title: str, text: str) -> str | None:
    """CANCEL and COUNTER also where only a status or the words say so; else the stated one."""
    if stated in ("REPLY", "REFRESH", "DECLINECOUNTER"):
        return stated
    if (
        stated == "CANCEL"
        or status == "CANCELLED"
        or _CANCELLED.search(title)
        or _CANCELLED_IN.search(text)
    ):
        return "CANCEL"
    if stated == "COUNTER" or _COUNTER.search(title):
        return "COUNTER"
    return stated or None


def without_hold(title: str) -> str:
    """The title without the words that say that its time is only held."""
    return " ".join(_TENTATIVE.sub(" ", title).split()).strip(" :[]()-")


def is_tentative(status: str, title: str) -> bool:
    """Whether the time is only held."""
    return status == "TENTATIVE" or bool(_TENTATIVE.search(title))


def _meant(text: str, when: When) -> Iterator[Said]:
    """The days that a text gives as the meeting's own."""
    for said in days_in(text[:_MAX_TEXT], when):
        before = text[max(0, said.span.start - 24) : said.span.start]
        if said.is_day and not _LIMIT.search(before):
            yield said


def doubt(text: str, start: datetime | date, near: date) -> date | None:
    """Another day than the start's that the text names as the day, or whose weekday is not its date's; else None.

    `near`: when it was written.
    """
    day = start.date() if isinstance(start, datetime) else start
    named = [said for said in _meant(text, When(near)) if said.last]
    if not named or any(said.last == day and said.sure for said in named):
        return None
    wrong = [
        said
        for said in named
        if said.last and abs((said.last - day).days) < _NEAR and not _is_relative(text, said)
    ]
    return wrong[0].last if wrong else None


def _is_relative(text: str, said: Said) -> bool:
    """“Tomorrow” or “Friday” alone, in a text that may have been written at any time."""
    return not re.search(r"\d", said.span.of(text))


def suggested(text: str, near: date) -> date | None:
    """The day that the words name where the file gives none."""
    return next((said.last for said in _meant(text, When(near)) if said.last), None)


def other_time(title: str, start: datetime) -> str | None:
    """A time in the title that is not the start's, in whatever zone it may be meant; "" where none is named."""
    times = [said for said in times_in(title) if said.sure]
    if not times or any(
        said.start.minute == start.minute and (said.zone or said.start.hour == start.hour)
        for said in times
    ):
        return None
    return f"{times[0].start:%H:%M}"
