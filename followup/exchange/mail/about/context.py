"""A mail and who reads it: what it is about, the writer's day, and on whose clock its times are."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cached_property
from zoneinfo import ZoneInfo

from followup.exchange.found import Person
from followup.exchange.mail.about.applications import applications_of, of_people, whom_it_names
from followup.exchange.mail.about.called import as_written, label_of
from followup.exchange.mail.about.client import named_client
from followup.exchange.mail.about.company import company_of
from followup.exchange.mail.about.role import role_of
from followup.exchange.mail.headers import answers, letter_marks, passes_on
from followup.exchange.mail.parts.home import Home, home_of, shows
from followup.exchange.mail.parts.marked import unmarked
from followup.exchange.mail.parts.own import Own, own_of
from followup.exchange.mail.parts.parse import Parts
from followup.exchange.mail.parts.pasted import with_headers
from followup.exchange.mail.phrases.elsewhere import without_vacancies
from followup.exchange.reader import Reader
from followup.exchange.senders import is_machine, own_domain
from followup.model.facts import Application
from followup.prose.text import same
from followup.prose.when import Order, When, order_in
from followup.prose.when.places import employer_zone
from followup.prose.when.zones import Zone

_LONDON = "Europe/London"
_QUOTED = 4_000
_MONTH_FIRST = frozenset({"US", "PH", "FM", "MH", "PW"})


class Context:
    """Company and role as far as they are named, and the applications that fit."""

    def __init__(self, parts: Parts, own: Own, reader: Reader) -> None:
        self.parts, self.own, self.reader = parts, own, reader
        known = reader.applications
        names = sorted({one.company for one in known})
        others = replace(parts, sender=parts.to[0]) if self.mine and parts.to else parts
        self.company = self._company(others, names)
        roles = sorted({one.role for one in known})
        people = [person.name for person in (*parts.to, parts.sender)]
        no_roles = [self.company, *people]
        text = f"{own.text}\n{self.passed[1].text}" if self.passed else own.text
        self.role = role_of(
            parts.subject, without_vacancies(text, parts.subject), roles, no_roles
        ) or role_of("", own.quoted[:_QUOTED], roles, no_roles)
        if self.role and self.company and same(self.role, self.company):
            self.role = None
        with_whom = parts.to if self.mine else (parts.sender,)
        self.fitting = applications_of(parts, with_whom, self.company, self.role, known)
        if not self.fitting and is_machine(parts.sender.email or "mailer-daemon@"):
            self.fitting = of_people(whom_it_names(parts), known)
        if self.application:
            self.company = self.application.company
            self.role = self.role or self.application.role

    def _company(self, others: Parts, names: Sequence[str]) -> str | None:
        """The company; of a mail that another house wrote and that is passed on, that house, unless it is named."""
        told = company_of(others, self.own, names)
        house = own_domain(self.passed[0].sender.email) if self.passed else None
        if not self.passed or told in names or house in (None, own_domain(others.sender.email)):
            return told
        label = label_of(self.passed[0])
        return (
            named_client(self.own.text)
            or company_of(*self.passed, names)
            or (as_written(label, self.own.text) if label else None)
            or told
        )

    @cached_property
    def passed(self) -> tuple[Parts, Own] | None:
        """The mail that is forwarded below, unless the user wrote it or it is a newsletter."""
        forwarded = self.own.forwarded or passes_on(self.parts)
        quoted, today = self.own.quoted, self.reader.now.date()
        inner = with_headers(unmarked(quoted), today) if forwarded and quoted else None
        if not inner or not inner.sender.email or self._is_users(inner.sender):
            return None
        return (
            (inner, own_of(inner.text, inner.sender.name))
            if letter_marks(inner.text) <= 1
            else None
        )

    @property
    def forwards(self) -> bool:
        """Whether it passes another mail on."""
        marked = self.own.forwarded and not answers(self.parts)
        return marked or passes_on(self.parts)

    @property
    def is_handed_round(self) -> bool:
        """Whether the employer's people pass a mail on among themselves: that answers nobody."""
        house, to = own_domain(self.parts.sender.email), self.parts.to
        inside = house and to and all(own_domain(person.email) == house for person in to)
        return bool(self.forwards and inside and not any(map(self._is_reader, to)))

    def _is_reader(self, person: Person) -> bool:
        """Whether it is the user: by an address of theirs, or by their name."""
        name = self.reader.name
        mine = person.email in self.reader.addresses
        return mine or bool(person.name and name and same(person.name, name))

    def _is_users(self, person: Person) -> bool:
        return person.email in {one.email for one in self.parts.to} or self._is_reader(person)

    @property
    def application(self) -> Application | None:
        """The one that fits alone."""
        return self.fitting[0] if len(self.fitting) == 1 else None

    @property
    def mine(self) -> bool:
        """Whether the user wrote it: from an address of theirs, or by their name."""
        return self._is_reader(self.parts.sender)

    @cached_property
    def zone(self) -> ZoneInfo:
        """The employer's zone, where the application tells it, else the user's."""
        theirs = employer_zone(self.application) if self.application else None
        return ZoneInfo(theirs or self.reader.zone)

    @cached_property
    def home(self) -> Home | None:
        """Where the writer is, as far as the mail tells."""
        return home_of(self.parts, self.own)

    @cached_property
    def when(self) -> When:
        """The writer's day (of a Date that says only UTC, the user's), and how their country writes 7/12."""
        at = self.parts.at
        day: date = self.reader.today
        if at:
            day = (at if at.utcoffset() else at.astimezone(self.zone)).date()
        country = (self.application and self.application.country) or (
            self.home.country if self.home else None
        )
        order: Order | None = None
        if country:
            order = "month" if country in _MONTH_FIRST else None if country == "CA" else "day"
        yours = None if self.mine else self.reader.zone
        return When(day, order or order_in(self.own.text, day), country=country, yours=yours)

    @property
    def sent(self) -> timedelta | None:
        """The offset of the mail's Date."""
        return self.parts.at.utcoffset() if self.parts.at else None

    @cached_property
    def clock(self) -> Zone:
        """The zone of times that name none: the employer's, else the user's (sure where the Date has its offset).

        A telephone writes the offset of where its owner is; a server writes its own.
        """
        at, home, mine = self.parts.at, self.home, ZoneInfo(self.reader.zone)
        theirs = self.application and clock_of_employer(self.application, at, mine)
        if theirs:
            return Zone(theirs)
        if not at or shows(at, mine.key):
            return Zone(mine.key, sure=not home or home.agrees)
        if home and home.zone:
            return Zone(home.zone, sure=home.agrees)
        if not at.utcoffset():  # a server's UTC, or London's winter
            return Zone(_LONDON) if self.own.device else Zone(mine.key, sure=False)
        return Zone(f"UTC{at.isoformat()[-6:]}", sure=self.own.device)


def clock_of_employer(
    application: Application, sent: datetime | None, mine: ZoneInfo
) -> str | None:
    """The zone of times that name none, as the application tells it: the one chosen for it, else its country's.

    None where neither is known, and where the mail was written on the user's own clock (its Date has that offset, and
    is no server's UTC); a zone that was chosen counts all the same.
    """
    told = sent and not isinstance(sent.tzinfo, ZoneInfo)  # a Date that was pasted without one
    on_mine = told and sent and sent.utcoffset() and shows(sent, mine.key)
    return application.time_zone if on_mine else employer_zone(application)
