"""Text of a mail that was pasted, with the header lines of a mail program (English or German) or without."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime

from followup.exchange.mail.parts.parse import NOBODY, Parts, moment_of, people
from followup.model.fact import clean_line, clean_prose
from followup.prose.when import When, days_in
from followup.prose.when.clock import times_in

_NAMES = {
    "from": "from",
    "von": "from",
    "de": "from",
    "sent": "date",
    "date": "date",
    "gesendet": "date",
    "datum": "date",
    "to": "to",
    "an": "to",
    "à": "to",
    "cc": "cc",
    "subject": "subject",
    "betreff": "subject",
    "objet": "subject",
    "reply-to": "reply",
    "message-id": "id",
}
_LINE = re.compile(
    rf"\W{{0,3}}(?P<name>{'|'.join(_NAMES)})\W{{0,2}}:[ *\t]*(?P<value>.*)", re.IGNORECASE
)
# What mail programs show in their place: a line that one answers below, or who wrote, to whom and when, line by line.
_QUOTED_FROM = re.compile(
    r"(?:(?:on|am) (?P<on>[^<>]{6,60}?\d),? (?:um |at )?(?P<time>\d\d?[:.]\d\d(?: ?[ap]\.?m\.?)?)(?: uhr)?"
    r",? (?:schrieb )?(?P<who>[^<>:]{0,80}<[^<>\s]+@[^<>\s]+>)(?: wrote| schrieb)?) ?:",
    re.IGNORECASE,
)
_SENDER = re.compile(r"[^<>:@]{2,60} <[^<>\s]+@[^<>\s]+>")
_SHELF = re.compile(r"inbox|posteingang|external inbox", re.IGNORECASE)
_TO_ME = re.compile(r"(?:(?:to|an)(?: bcc:)? (?:me|mich)\b|(?:to|an): ).{0,60}", re.IGNORECASE)
_ONLY_IN_FILES = re.compile(
    r"(?:message-id|mime-version|content-type|received|return-path|delivered-to|in-reply-to|references|auto-submitted"
    r"|x-[\w-]+|date:.*(?:[+-]\d{4}|\b(?:gmt|utc|z)\b)\W*$)",
    re.IGNORECASE,
)
_MAX, _FIRST_LINES, _SHORT = 200_000, 8, 40
_YEAR = re.compile(r"\d{4}")


def _moment(value: str, today: date) -> datetime | None:
    """A date as mail programs show it, of the last year where it names none; without an offset it is naive."""
    known = moment_of(value) if re.search(r"[+-]\d{4}|gmt|utc", value, re.IGNORECASE) else None
    if known:
        return known
    named = bool(_YEAR.search(value))
    found = days_in(value, When(today))
    day = next((said.last for said in found if said.is_day and (said.sure or not named)), None)
    clock = next(times_in(value), None)
    if not day or not clock:
        return None
    wall = datetime.combine(day, clock.start)
    if day > today and not named:
        with suppress(ValueError):  # 29 February: last year had none
            wall = wall.replace(year=day.year - 1)
    return clock.zone.moment(wall) if clock.zone else wall


def is_shown(head: str) -> bool:
    """Whether a mail's header lines are as a mail program shows them: none of them stands in mail files alone."""
    lines = head.lstrip("\r\n \ufeff").replace("\r\n", "\n").partition("\n\n")[0].split("\n")
    return not any(_ONLY_IN_FILES.match(line) for line in lines)


def with_headers(text: str, today: date) -> Parts:
    """The parts of text that was pasted `today`: the header lines at its beginning, and the words below them."""
    lines = clean_prose(text[:_MAX]).split("\n")
    found, below = _named(lines)
    if not found:
        found, below = _shown(lines)
    body = lines[below:] if found else lines
    return Parts(
        sender=next(iter(people([found.get("from", "")])), NOBODY),
        to=people([found.get("to", ""), found.get("cc", "")]),
        subject=found.get("subject", ""),
        at=_moment(found["date"], today) if "date" in found else None,
        message_id=found.get("id", "").strip("<>"),
        thread=(),
        text="\n".join(body).strip(),
        automatic=False,
        bulk=False,
        calendars=(),
        failed=None,
        failed_id=None,
        delayed=False,
        reply_to=next(iter(people([found.get("reply", "")])), NOBODY),
    )


def _named(lines: Sequence[str]) -> tuple[dict[str, str], int]:
    """The header lines at the beginning, by what they say, and at which line the words begin."""
    found: dict[str, str] = {}
    for at, line in enumerate(lines):
        head = _LINE.fullmatch(line.strip())
        if head:
            found.setdefault(_NAMES[head["name"].lower()], clean_line(head["value"]).strip(" *"))
        elif line.strip():
            return found, at
    return found, len(lines)


def _shown(lines: Sequence[str]) -> tuple[dict[str, str], int]:
    """The same where no line names what it says: “On Thu, Dec 3, 2026 at 3:12 PM Ann <ann@…> wrote:”."""
    written = [(at, line.strip()) for at, line in enumerate(lines[:_FIRST_LINES]) if line.strip()]
    at, first = written[0] if written else (0, "")
    if told := _QUOTED_FROM.fullmatch(first):
        return {"from": told["who"], "date": f"{told['on']} {told['time']}"}, at + 1
    head, at = {}, 0
    written = [(place, line) for place, line in written if not _SHELF.fullmatch(line)]
    if written[1:] and _SENDER.fullmatch(
        written[1][1]
    ):  # as Outlook and Gmail have it in a browser
        head, at = {"subject": first}, 1
    if not _SENDER.fullmatch(written[at][1] if written else ""):
        return {}, 0
    head["from"] = written[at][1]
    for below, line in written[at + 1 :]:
        if len(line) < _SHORT and next(times_in(line), None):
            head["date"] = line
        elif not _TO_ME.fullmatch(line):
            return head, below
    return head, len(lines)


def in_zone(parts: Parts, zone: object) -> Parts:
    """The same with a Date that names no zone put on the user's clock."""
    at = parts.at
    return replace(parts, at=at.replace(tzinfo=zone)) if at and at.tzinfo is None else parts  # type: ignore[arg-type]
