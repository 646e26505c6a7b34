"""A mail that turns one role down and says something of another at the same employer: which is which."""

from collections.abc import Sequence
from dataclasses import dataclass

from followup.exchange.mail import Mail
from followup.exchange.mail.about.applications import at_home, called_alike
from followup.model.facts import Application


@dataclass(frozen=True, slots=True)
class Apart:
    """The application that is turned down, and the other one of which the mail says more; None: that is not on file."""

    rejected: Application
    other: Application | None


def apart_in(mail: Mail, known: Sequence[Application]) -> Apart | None:
    """The two applications, by the roles that its deciding sentences name; None where it is about one alone."""
    if "rejection" not in (mail.what, mail.rival) or not mail.because:
        return None
    emails, company = [e for e in (mail.sender.email,) if e], mail.company or ""
    there = [a for a in known if at_home(a, emails) or called_alike(a.company, company)]
    decides, *rest = mail.because
    more = [one for sentence in rest for one in _named(sentence, there)]
    no = _named(decides, there) or [a for a in _named(mail.subject, there) if a not in more]
    others = {one.id: one for one in more if one not in no}
    if len(no) != 1 or no[0] in more or not mail.promised:
        return None
    return Apart(no[0], next(iter(others.values())) if len(others) == 1 else None)


def _named(text: str, known: Sequence[Application]) -> list[Application]:
    """Whose role stands in a text; the longer where one title is a part of another."""
    said = text.casefold()
    found = [one for one in known if one.role.strip() and one.role.casefold() in said]
    roles = {one.role.casefold() for one in found}
    return [
        one
        for one in found
        if not any(one.role.casefold() in role for role in roles - {one.role.casefold()})
    ]
