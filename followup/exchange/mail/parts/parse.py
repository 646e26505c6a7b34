"""A mail taken apart: who, when, its text, a calendar inside, what a mail server says of a failure."""

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage, Message
from email.policy import default
from email.utils import getaddresses, parsedate_to_datetime

from followup.exchange.decoding import text_of
from followup.exchange.found import Person
from followup.exchange.mail.parts.html import text_of_html
from followup.exchange.senders import is_team
from followup.model.errors import FollowupError
from followup.model.fact import clean_line, clean_prose
from followup.model.times import FIRST_YEAR, LAST_YEAR
from followup.prose.name_parts import read_name
from followup.prose.names import full_name
from followup.prose.text import same

MAX_BYTES = 30 * 1024 * 1024
_MAX_TEXT, _MAX_PARTS, _MAX_CALENDARS = 200_000, 400, 5
_DEEPEST, _SHORT, _MAX_HEADER, _TWO = 20, 40, 20_000, 2
# “Fox @ Globex”, “Fox & Co”, “Amtsgericht Lindenau - Verwaltung”: a company or a team, no person alone.
_AT_HOUSE = re.compile(r" @ |&(?!.*@)| - \w*(?i:verwaltung|personal\w*|sekretariat|office)$")
_AT_IN_NAME = re.compile(r"(^|, *)([^\"<>,@]{1,60} @ ?[^\"<>,@]{1,60}?) *<([^<>\s]{3,200})>")
_HEAD = re.compile(r"\A(?:From [^\n]*\n)?(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+")


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands in a mail. `at` is aware, in the offset of its Date; `automatic` and `bulk` as its headers say."""

    sender: Person
    to: tuple[Person, ...]
    subject: str
    at: datetime | None
    message_id: str
    thread: tuple[str, ...]
    text: str
    automatic: bool
    bulk: bool
    calendars: tuple[bytes, ...]
    failed: str | None
    failed_id: str | None
    delayed: bool
    reply_to: Person


NOBODY = Person(None, None)
_FAMILY_FIRST = re.compile(r'(^|>[,;]) *([^",;<>@]{1,60}, [^",;<>@]{1,60}?) *<([^<>\s]{3,200})>')


def people(values: list[str]) -> tuple[Person, ...]:
    """The people of an address header; of “Becker, Julia <…>” and “Talent Team @ Lumio <…>” the name needs quotes."""
    found, one = [], r'\1"\2" <\3>'
    quoted = [_AT_IN_NAME.sub(one, _FAMILY_FIRST.sub(one, value)) for value in values]
    for said, written in getaddresses(quoted)[:100]:
        name, address = clean_line(said).strip().strip("\"'"), clean_line(written).strip().lower()
        known = full_name(name) if name and "@" not in name else None
        known = name if _AT_HOUSE.search(name) or (is_team(name) and "," not in name) else known
        known = _in_order(known, address) if known else None
        if known or "@" in address:
            found.append(Person(known, address if "@" in address else None))
    return tuple(found)


def _in_order(name: str, address: str) -> str:
    """A name as it is said, where its address has it the other way round: “Schär Regula <regula.schaer@…>”."""
    words, local = name.split(), re.split(r"[._-]", address.partition("@")[0])
    two = len(words) == len(local) == _TWO
    turned = two and same(words[0], local[1]) and same(words[1], local[0])
    return f"{words[1]} {words[0]}" if turned and not read_name(name).family_first else name


def _header(message: Message, name: str) -> str:
    raw = next(
        (str(value) for key, value in message.raw_items() if key.lower() == name.lower()), ""
    )
    if len(raw) > _MAX_HEADER:  # the library takes such ones apart for minutes
        return ""
    if _AT_IN_NAME.search(raw):  # the library takes it for an address
        return clean_line(raw).strip()
    try:
        return clean_line(str(message.get(name, "") or "")).strip()
    except (ValueError, TypeError, AttributeError, IndexError, LookupError, UnicodeError):
        return ""  # a header that the library cannot take apart


def moment_of(value: str) -> datetime | None:
    """A Date header as an aware moment; one without an offset is UTC."""
    try:
        found = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _content(part: Message) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    payload = payload[: _MAX_TEXT * 4]
    charset = part.get_content_charset() or ""
    try:
        return payload.decode(charset) if charset else text_of(payload)[0]
    except (LookupError, UnicodeDecodeError, FollowupError):
        return payload.decode("utf-8", errors="replace").replace("\x00", "")


def _walk(message: Message, depth: int = 0) -> Iterator[Message]:
    """The parts of the mail itself: what is forwarded as a file is another mail."""
    if depth and message.get_content_type() in ("message/rfc822", "text/rfc822-headers"):
        yield message
        return
    inner = message.get_payload()
    if isinstance(inner, list) and message.get_content_type() != "message/delivery-status":
        for part in inner[:_MAX_PARTS]:
            if depth < _DEEPEST and isinstance(part, Message):
                yield from _walk(part, depth + 1)
    else:
        yield message


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _body(parts: list[Message]) -> str:
    plain = [
        _content(part)
        for part in parts
        if part.get_content_type() == "text/plain" and not _is_attached(part)
    ]
    rich = [
        _content(part)
        for part in parts
        if part.get_content_type() == "text/html" and not _is_attached(part)
    ]
    text = "\n".join(plain).strip()
    if rich and len(text) < _SHORT:
        text = "\n".join(text_of_html(each[: _MAX_TEXT * 4]) for each in rich).strip() or text
    return clean_prose(text)[:_MAX_TEXT]


def _calendars(parts: list[Message]) -> tuple[bytes, ...]:
    found = []
    for part in parts:
        name = (part.get_filename() or "").lower()
        if part.get_content_type() in ("text/calendar", "application/ics") or name.endswith(".ics"):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload not in found:
                found.append(payload)
    return tuple(found[:_MAX_CALENDARS])


def _failure(parts: list[Message]) -> tuple[str | None, str | None, bool]:
    """Whom a mail did not reach, that mail's id, and whether it was only delayed."""
    address = original = None
    delayed = False
    for part in parts:
        if part.get_content_type() == "message/delivery-status":
            inner = part.get_payload()
            blocks = inner if isinstance(inner, list) else []
            for block in (each for each in blocks if isinstance(each, Message)):
                found = _header(block, "Original-Recipient") or _header(block, "Final-Recipient")
                address = address or (found.partition(";")[2].strip().lower() or None)
                delayed = delayed or _header(block, "Action").lower() == "delayed"
        elif part.get_content_type() in ("message/rfc822", "text/rfc822-headers"):
            inner = part.get_payload()
            head = (
                inner[0]
                if isinstance(inner, list) and inner
                else email.message_from_string(str(inner)[:20_000])
            )
            original = (
                original or (_header(head, "Message-ID") or None)
                if isinstance(head, Message)
                else original
            )
    return address, original, delayed


def parse(data: bytes) -> Parts:
    """The parts of a mail file or of text with headers; raises FollowupError where it is too large or too deep."""
    if len(data) > MAX_BYTES:
        raise FollowupError(f"The mail is larger than {MAX_BYTES // 1024**2} MB.")
    try:
        message = email.message_from_bytes(data, _class=EmailMessage, policy=default)
        parts = list(_walk(message))[:_MAX_PARTS]
        body = _body(parts)
    except RecursionError:
        raise FollowupError(
            "Too many mails are forwarded within one another: paste the text of the one that counts."
        ) from None
    automatic = _header(message, "Auto-Submitted").lower() not in ("", "no") or bool(
        _header(message, "X-Autoreply")
        or _header(message, "X-Autorespond")
        or _header(message, "Precedence").lower() == "auto_reply"
    )
    failed, failed_id, delayed = _failure(parts)
    header = _header(message, "X-Failed-Recipients").lower()
    return Parts(
        sender=next(iter(people([_header(message, "From")])), NOBODY),
        to=people([_header(message, "To"), _header(message, "Cc")]),
        subject=_header(message, "Subject"),
        at=moment_of(_header(message, "Date")),
        message_id=_header(message, "Message-ID").strip("<>"),
        thread=tuple(
            re.findall(
                r"<([^<>\s]+)>", _header(message, "References") + _header(message, "In-Reply-To")
            )[-50:]
        ),
        text=body,
        automatic=automatic,
        bulk=bool(_header(message, "List-Unsubscribe"))
        or _header(message, "Precedence").lower() in ("bulk", "list"),
        calendars=_calendars(parts),
        failed=failed or header or None,
        failed_id=failed_id.strip("<>") if failed_id else None,
        delayed=delayed,
        reply_to=next(iter(people([_header(message, "Reply-To")])), NOBODY),
    )


def has_headers(text: str) -> bool:
    """Whether a text begins as a mail does."""
    head = _HEAD.match(text.lstrip("\r\n \ufeff").replace("\r\n", "\n")[:50_000])
    names = {line.partition(":")[0].lower() for line in head.group().split("\n")} if head else set()
    return (
        len(
            names
            & {
                "from",
                "date",
                "subject",
                "to",
                "message-id",
                "received",
                "return-path",
                "mime-version",
                "delivered-to",
            }
        )
        > 1
    )
