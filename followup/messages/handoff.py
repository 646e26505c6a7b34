"""Out of here, into the user's own programs: links and files for mail, the count for LinkedIn, the sheet for a call.

Nothing is sent from here. What goes into a header is checked first, so that no name can add a second one.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from urllib.parse import quote
from zoneinfo import ZoneInfo

from followup.messages.draft import LINKEDIN_LIMIT
from followup.model.errors import FollowupError
from followup.model.facts import Application, Me
from followup.model.text import clean_line, clean_prose, shown
from followup.playbook.workdays import is_working_day

LINK_LIMIT = 1_600
"""Encoded characters that every mail program takes; Outlook on Windows cuts a link at about 2,000."""

OFFICE_OPENS, OFFICE_CLOSES = time(9), time(17)
_MAX_ADDRESS = 254


class BadAddress(FollowupError):
    """An e-mail address that no message can go to."""


def mail_address(text: str) -> str:
    """The address itself; raises BadAddress with a sentence."""
    if re.search(r"[\r\n\x00-\x1f\x7f\u2028\u2029\x85]", text):
        raise BadAddress(f"The address “{shown(text)}” holds a line break or control character.")
    address = text.strip()
    if not address:
        raise BadAddress("There is no e-mail address.")
    if re.search(r"\s", address):
        raise BadAddress(f"The address “{shown(address)}” holds a space.")
    local, at, domain = address.rpartition("@")
    if not at or not local or "." not in domain:
        raise BadAddress(f"The address “{shown(address)}” is not of the form name@example.org.")
    if (
        re.search(r"[@,;:<>()\[\]\\\"]", local + domain)
        or not _dotted(local)
        or not _dotted(domain)
    ):
        raise BadAddress(
            f"The address “{shown(address)}” holds a character that does not belong there."
        )
    if len(address) > _MAX_ADDRESS or not local.isascii() or not _ascii_domain(domain):
        raise BadAddress(f"The address “{shown(address)}” is not one that mail programs take.")
    return address


def _dotted(part: str) -> bool:
    return all(part.split("."))


def _ascii_domain(domain: str) -> str:
    try:
        return domain.encode("idna").decode("ascii")
    except UnicodeError:
        return ""


# --- links ---


@dataclass(frozen=True, slots=True)
class MailLink:
    """A link that opens a message for editing; `too_long` for some programs: offer the file or copying instead."""

    url: str
    too_long: bool


def _with_crlf(text: str) -> str:
    return clean_prose(text).replace("\n", "\r\n")


def _link(start: str, **parts: str) -> MailLink:
    url = start + "&".join(
        f"{key}={quote(value, safe='')}" for key, value in parts.items() if value
    )
    return MailLink(url.rstrip("?"), len(url) > LINK_LIMIT)


def _recipient(to: str) -> str:
    return mail_address(to) if to.strip() else ""


def mailto(to: str, subject: str, body: str) -> MailLink:
    """A link for the machine's own mail program. An empty `to` leaves the recipient open; raises BadAddress."""
    start = f"mailto:{quote(_recipient(to), safe='')}?"
    return _link(start, subject=clean_line(subject), body=_with_crlf(body))


def gmail(to: str, subject: str, body: str) -> MailLink:
    """A link that opens Gmail's window for a new message; raises BadAddress."""
    start = "https://mail.google.com/mail/?view=cm&fs=1&"
    return _link(start, to=_recipient(to), su=clean_line(subject), body=_with_crlf(body))


def outlook(to: str, subject: str, body: str) -> MailLink:
    """A link that opens Outlook on the web with a new message; raises BadAddress."""
    start = "https://outlook.office.com/mail/deeplink/compose?"
    return _link(start, to=_recipient(to), subject=clean_line(subject), body=_with_crlf(body))


# --- the file ---


def _mailbox(name: str, address: str) -> Address:
    local, _, domain = mail_address(address).rpartition("@")
    return Address(" ".join(clean_line(name).split()), local, _ascii_domain(domain))


def eml(me: Me, to: str, to_name: str, subject: str, body: str) -> bytes:
    """A draft as a file that mail programs open for editing; raises BadAddress.

    Without an own address the mail program puts its own. Nothing of a thread is invented.
    """
    message = EmailMessage(policy=policy.SMTP)
    if me.email.strip():
        message["From"] = _mailbox(me.name, me.email)
    if to.strip():
        message["To"] = _mailbox(to_name, to)
    message["Subject"] = " ".join(clean_line(subject).split())
    message["X-Unsent"] = "1"
    message.set_content(clean_prose(body).rstrip("\n") + "\n")
    return message.as_bytes()


# --- LinkedIn ---


@dataclass(frozen=True, slots=True)
class Count:
    """How long a note is against the limit."""

    characters: int
    limit: int

    @property
    def fits(self) -> bool:
        """Whether it may be sent as it stands."""
        return self.characters <= self.limit

    def __str__(self) -> str:
        over = self.characters - self.limit
        return f"{self.characters} of {self.limit} characters" + (
            f", {over} too many" if over > 0 else ""
        )


def linkedin_count(text: str, limit: int = LINKEDIN_LIMIT) -> Count:
    """The length as LinkedIn counts: a character outside of the basic plane, such as an emoji, counts as two."""
    bare = text.strip()
    return Count(len(bare.encode("utf-16-le")) // 2, limit)


# --- the call ---


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSheet:
    """What one needs beside the phone. `hint` is empty within office hours."""

    number: str
    link: str
    local_time: datetime
    in_office_hours: bool
    hint: str


def in_office_hours(
    local: datetime, country: str | None, works: Callable[[date, str | None], bool]
) -> bool:
    """Whether that local moment lies between 09:00 and 17:00 on a working day there."""
    return works(local.date(), country) and OFFICE_OPENS <= local.time() < OFFICE_CLOSES


def call_sheet(
    number: str,
    application: Application,
    me: Me,
    now: datetime,
    *,
    works: Callable[[date, str | None], bool] = is_working_day,
) -> CallSheet:
    """The number as a link, the employer's local time, and whether somebody is likely to be in the office."""
    local = now.astimezone(ZoneInfo(application.time_zone or me.time_zone))
    country = application.country or me.country or None
    inside = in_office_hours(local, country, works)
    hint = (
        ""
        if inside
        else f"It is {local:%A, %H:%M} there: now is outside of office hours (09:00 to 17:00)."
    )
    if not inside and OFFICE_OPENS <= local.time() < OFFICE_CLOSES:
        hint = f"It is {local:%A, %H:%M} there, and not a working day."
    digits = re.sub(r"[^\d+]", "", re.sub(r"\(0\)", "", number))
    return CallSheet(
        number=number.strip(),
        link=f"tel:{digits}" if re.fullmatch(r"\+?\d{3,20}", digits) else "",
        local_time=local,
        in_office_hours=inside,
        hint=hint,
    )
