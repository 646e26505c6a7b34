"""Whom a mail did not reach, and whom to write to instead of them or of its sender."""

import re
from collections.abc import Sequence

from followup.exchange.found import Person
from followup.exchange.mail.about.contacts import stand_in
from followup.exchange.mail.parts.parse import Parts
from followup.exchange.mail.reading import Read
from followup.exchange.mail.seen import What
from followup.exchange.senders import MAIL

# “Please write to jobs@globex.com instead”, of a mailbox that is closed.
_INSTEAD = re.compile(
    rf"\b(?:write|send|mail|e-?mail|resend|contact|use|try|schreiben|senden|wenden|nutzen|verwenden)\b[^.;@<>]{{0,40}}?"
    rf"(?P<mail>{MAIL.pattern})[>,]? (?:instead|statt\w*)\b"
    rf"|\b(?:stattdessen|instead)\b[^.;@<>]{{0,40}}?(?P<other>{MAIL.pattern})",
    re.IGNORECASE,
)


def person_instead(
    what: What, reads: Sequence[Read], parts: Parts, company: str | None
) -> Person | None:
    """Whom a mail of that kind says to write to: of somebody who is away, of a mailbox that is closed."""
    if what == "out_of_office":
        return stand_in(reads, parts.sender, company)
    found = _INSTEAD.search(" ".join(parts.text.split())) if what == "bounce" else None
    return Person(None, (found["mail"] or found["other"]).lower().rstrip(".")) if found else None


def bounced(parts: Parts, text: str) -> str | None:
    """The address that was not reached: as the server says, else the first in its text that is not its own."""
    if parts.failed:
        return parts.failed
    mine = {one.email for one in parts.to} | {parts.sender.email}
    return next(
        (
            mail.lower()
            for mail in MAIL.findall(text)
            if mail.lower() not in mine
            and not re.match(r"(?:mailer-daemon|postmaster)@", mail.lower())
        ),
        None,
    )
