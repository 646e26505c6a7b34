"""Which applications a mail can belong to."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from followup.exchange.found import Person
from followup.exchange.mail.about.called import as_said
from followup.exchange.mail.parts.parse import Parts
from followup.exchange.senders import MAIL, employer_label, own_domain
from followup.model.facts import Application
from followup.prose.text import same

_SHORTEST = 4


def applications_of(
    parts: Parts,
    with_whom: Sequence[Person],
    company: str | None,
    role: str | None,
    known: Sequence[Application],
) -> tuple[Application, ...]:
    """The applications that the mail can belong to: by thread, the others' addresses and domains, company and role."""
    thread = {*parts.thread, parts.failed_id or ""} - {""}
    by_thread = [one for one in known if any(each_id in thread for each_id in _message_ids(one))]
    emails = {person.email for person in with_whom if person.email} or {parts.failed or ""} - {""}
    by_person = of_people(emails, known)
    by_company = [one for one in known if company and called_alike(one.company, company)]
    by_domain = [one for one in known if at_home(one, emails)]
    labels = [label for email in emails if (label := employer_label(email))]
    by_name = [
        one
        for one in known
        if any(called_alike(one.company, name) or begins_with(one.company, name) for name in labels)
    ]
    for found in (by_thread, by_person, by_company, by_domain, by_name):
        if found:
            exact = [one for one in found if role and same(one.role, role)]
            return tuple(exact or found)
    return ()


def of_people(emails: Collection[str], known: Sequence[Application]) -> tuple[Application, ...]:
    """The applications whose people have one of the addresses."""
    return tuple(one for one in known if {p.email.lower() for p in one.people} & {*emails})


def whom_it_names(parts: Parts) -> set[str]:
    """The addresses in a machine's text, but those to whom it went: of a report, whom a message did not reach."""
    return {mail.lower() for mail in MAIL.findall(parts.text)} - {one.email for one in parts.to}


def _message_ids(application: Application) -> Iterator[str]:
    for touchpoint in application.touchpoints:
        if touchpoint.message_id:
            yield touchpoint.message_id.strip("<>")


def at_home(application: Application, emails: Iterable[str]) -> bool:
    """Whether one of the addresses is of the same domain as somebody's of the application."""
    domains = {own_domain(person.email) for person in application.people} - {None}
    return bool(domains & {own_domain(email) for email in emails})


def begins_with(company: str, label: str) -> bool:
    """Whether a company's first word is what an address is called by: Vandelay Imports, vandelay.com."""
    return len(label) >= _SHORTEST and company.casefold().split()[:1] == [label.casefold()]


def called_alike(one: str, other: str) -> bool:
    """Whether two companies are called alike, as one says them: Globex GmbH is Globex."""
    return same(as_said(one), as_said(other))
