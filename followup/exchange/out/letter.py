"""A letter out of here, into the user's own programs: links and files for mail.

Nothing is sent from here. What goes into a header is checked first, so that no name can add a second one.
"""

import mimetypes
import re
from dataclasses import dataclass
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from urllib.parse import quote

from followup.model.fact import clean_line, clean_prose
from followup.model.facts import Touchpoint
from followup.model.settings import Me
from followup.prose.names import mail_address

LINK_LIMIT = 1_600
"""Encoded characters that every mail program takes; Outlook on Windows cuts a link at about 2,000."""

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
    return mail_address(to).normalized if to.strip() else ""


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
    found = mail_address(address)
    return Address(" ".join(clean_line(name).split()), found.local_part, found.ascii_domain)


_MESSAGE_ID = re.compile(r"<[!-;=?-~]+@[!-;=?-~]+>")


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that goes along: its name, as the receiver sees it, and what is in it."""

    name: str
    content: bytes


def eml(  # noqa: PLR0913 (what a mail consists of)
    me: Me,
    to: str,
    to_name: str,
    subject: str,
    body: str,
    *,
    thread: Touchpoint | None = None,
    attached: Attached | None = None,
) -> bytes:
    """A draft as a file that mail programs open for editing; raises BadAddress.

    Without an own address the mail program puts its own. `thread` is their mail that it answers: where its Message-ID
    is known, the answer names it, and nothing of a thread is invented. Headers are ASCII, but where an address has
    other letters before its @: only a file in UTF-8 can say those (RFC 6532).
    """
    boxes = {
        header: _mailbox(name, address)
        for header, name, address in (("From", me.name, me.email), ("To", to_name, to))
        if address.strip()
    }
    ascii_alone = all(box.username.isascii() for box in boxes.values())
    message = EmailMessage(policy=policy.SMTP if ascii_alone else policy.SMTPUTF8)
    for header, box in boxes.items():
        message[header] = box
    message["Subject"] = " ".join(clean_line(subject).split())
    message["X-Unsent"] = "1"
    if thread and (known := _MESSAGE_ID.fullmatch(thread.message_id.strip())):
        message["In-Reply-To"] = message["References"] = known[0]
    message.set_content(clean_prose(body).rstrip("\n") + "\n")
    if attached:
        kind, _ = mimetypes.guess_type(attached.name)
        main, _, sub = (kind or "application/octet-stream").partition("/")
        name = clean_line(attached.name).replace("/", "-").replace("\\", "-") or "file"
        message.add_attachment(attached.content, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()
