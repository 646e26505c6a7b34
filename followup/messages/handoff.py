"""Out of here, into the user's own programs: links and files for mail, the count for LinkedIn.

Nothing is sent from here. What goes into a header is checked first, so that no name can add a second one.
"""

import mimetypes
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from typing import Any
from urllib.parse import quote

from followup.messages.languages.grammar import Grammar
from followup.messages.languages.lines import clipped, raised
from followup.messages.lint.findings import LINKEDIN_CHARACTERS
from followup.messages.occasion import Occasion
from followup.messages.templates import MessageTemplate
from followup.messages.thought import listener, thought_of, told
from followup.model.fact import clean_line, clean_prose
from followup.model.facts import Interview, Touchpoint
from followup.model.settings import Me
from followup.prose.names import mail_address
from followup.prose.rounds import as_written

LINK_LIMIT = 1_600
"""Encoded characters that every mail program takes; Outlook on Windows cuts a link at about 2,000."""

_QUOTED = 20_000  # characters of a message that an answer carries along

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


# --- LinkedIn ---


@dataclass(frozen=True, slots=True)
class NoteLength:
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


def linkedin_count(text: str, limit: int = LINKEDIN_CHARACTERS) -> NoteLength:
    """The length as LinkedIn counts: a character outside of the basic plane, such as an emoji, counts as two."""
    bare = text.strip()
    return NoteLength(len(bare.encode("utf-16-le")) // 2, limit)


# --- the message that it answers ---


def answering(message: Touchpoint, subject: str) -> str:
    """“Re:” and the subject that was received, once; the draft's own where that one was empty."""
    bare = re.sub(r"(?i)^(?:\s*(?:re|aw|sv|antw)\s*:)+\s*", "", message.subject).strip()
    return f"Re: {bare}" if bare else subject


def quoted(message: Touchpoint, occasion: Occasion, grammar: Grammar) -> str:
    """The message received, with who wrote it when on the user's clock, each line behind “> ”."""
    at, never = occasion.case.clock.local(message.at), date.min  # so that the year stands there
    named = next((p.name for p in occasion.case.people(message.people) if p.name), None)
    who = named or occasion.application.company or "?"
    said = grammar.they_wrote.format(day=grammar.day(at.date(), never), time=f"{at:%H:%M}", who=who)
    lines = clipped(as_written(message.text), _QUOTED).splitlines() or [""]
    return f"{said}\n" + "\n".join(f"> {line}".rstrip() for line in lines)


_A_QUESTION = re.compile(r"(?:[^.!?\n]|(?<=\d)\.(?=[ \d,?])){3,200}\?")
_OF_WHOSE = re.compile(r"(?i)(?:mein|ihr|dein|unser|your|would)\w*")


def still_to_write(occasion: Occasion, values: Mapping[str, Any], template: MessageTemplate) -> str:
    """What no letter of ours can say, the user's answer or the link that was promised; "" where nothing is missing."""
    sends = occasion.kind == "send_material"
    carries = "link" in template.letter.fields if template.letter else sends
    if carries and values["linked"] and not values["link"]:
        return "The link itself is still to be put in."
    outcome = occasion.application.outcome
    if occasion.kind == "withdraw_note" and outcome and outcome.note.strip():
        why = clipped(" ".join(outcome.note.split()), 80)
        return f"Why you withdraw is not in it. You noted “{why}”: if they may know, say it."
    written = values["agreed_on"] or occasion.reply.strip()
    return _answer_owed(occasion) if occasion.kind == "reply" and not written else ""


def _answer_owed(occasion: Occasion) -> str:
    """What they asked, as far as their message says it; the answer itself is the user's to write."""
    if asked := asked_in(occasion.quotable):
        return f"Your answer is still to be written. They asked: “{' '.join(asked)}”"
    return "Your answer is still to be written: say what they asked for."


def to_confirm(occasion: Occasion) -> Interview | None:
    """The round ahead that their message wants confirmed; None where it is about none, or a round that is over."""
    message = occasion.quotable if occasion.kind == "reply" else None
    return next((r for r in occasion.case.ahead if message and r.id == message.interview), None)


def asked_in(message: Touchpoint | None) -> list[str]:
    """The questions that their message asks, as they stand in it; none of no message."""
    found = _A_QUESTION.findall(message.text if message else "")
    return [question.strip() for question in found]


def noted_answer(occasion: Occasion, grammar: Grammar) -> str:
    """What was noted under the very question that they write, or that what is sent answers; "" where nothing was.

    “You asked me how long my notice is: six weeks.”
    """
    named = occasion.promise.text if occasion.kind == "send_material" and occasion.promise else ""
    written = occasion.quotable.text if occasion.kind == "reply" and occasion.quotable else ""
    for said in (s for round_ in reversed(occasion.case.held) for s in round_.specifics):
        to, bare = listener(occasion, said, grammar), told(occasion, said, grammar)
        tie = thought_of(occasion, said, grammar) if said.frame == "question" and to.spoke else ""
        is_it = _names(said.ties_to, named) if named else _asks(written, said.text)
        if tie and bare and is_it:
            return f"{raised(grammar.reported('question', bare, to))}: {tie}"
    return ""


def _asks(written: str, question: str) -> bool:
    """Whether a message asks what was asked before: each longer word of the question stands in one of its own."""
    words = {w for w in re.findall(r"\w{5,}", question.casefold()) if not _OF_WHOSE.fullmatch(w)}
    asked = (ask.casefold() for ask in re.findall(r"[^.!?\n]+\?", written))
    return bool(words) and any(words <= {*re.findall(r"\w+", ask)} for ask in asked)


def _names(thought: str, thing: str) -> bool:
    """Whether a thought names what is sent: “it says so in the reference”, “steht im Zeugnis” of the Arbeitszeugnis."""
    things = re.findall(r"\w{6,}", thing.casefold())
    return any(t.endswith(w) for w in re.findall(r"\w{6,}", thought.casefold()) for t in things)
