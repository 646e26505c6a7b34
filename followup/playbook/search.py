"""The whole job search: all applications at one moment, and what reaches from one to another (PLAYBOOK 4.3, 4.8)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Final, Self

from followup.model.beside import Skip, Snooze
from followup.model.facts import Application, Facts, Person, Touchpoint
from followup.model.kinds import CHECKS, those
from followup.model.times import Clock, in_utc
from followup.playbook.cadence import Numbers, numbers_of
from followup.playbook.case import Case, Ending, address_key, case_of, employer, start_of
from followup.playbook.proposal import Hold, Proposal, by_application, named_there, the_day
from followup.playbook.workdays import first_working_day, working_days_after

# Days from the acceptance: what is dated later is of a later search; what lies further back than the last is long over.
TOUCHED: Final = 7
MEETING: Final = 30
COLD: Final = 60


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The offer of `other` was accepted at `at` (UTC); `tell`: with a word to the employer of the application."""

    other: Case
    at: datetime
    tell: bool


def acceptance_of(case: Case, accepted: Iterable[Case]) -> Acceptance | None:
    """The earliest acceptance of another application's offer that ends the case, too."""
    if not case.active and case.kind != "offer":
        return None
    found = (_ends(case, other) for other in accepted if other.id != case.id)
    return min((a for a in found if a), key=lambda a: (a.at, a.other.id), default=None)


def _ends(case: Case, other: Case) -> Acceptance | None:
    ending = other.outcome
    if ending is None or (case.outcome and case.outcome.at > ending.at):
        return None  # an offer that came after the acceptance stands
    since = case.course.reopened
    touched = [in_utc(t.at) for t in case.touchpoints if since is None or t.at >= since]
    met = [
        start_of(i)
        for i in case.application.interviews
        if i.state not in ("cancelled", "moved") and (since is None or start_of(i) >= since)
    ]
    days_after = case.clock.days_after
    within = ((touched, TOUCHED), (met, MEETING))
    if not any(at <= days_after(ending.at, days) for each, days in within for at in each):
        return None
    same = employer(other.application) == employer(case.application)
    cold = max(touched + met) < days_after(ending.at, -COLD)
    return Acceptance(other, ending.at, tell=not same and not cold)


_NO_OUTREACH = those(lambda kind: not kind.outreach)


@dataclass(frozen=True, slots=True)
class Outreach:
    """A message that was sent to an employer: what starts the days between two outreaches."""

    touchpoint: Touchpoint
    case: Case

    @property
    def order(self) -> tuple[datetime, str]:
        """Later comes later."""
        return in_utc(self.touchpoint.at), self.touchpoint.id


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What reaches across the whole search: the applications with an offer that ends, and those that were accepted."""

    offers: tuple[Case, ...] = ()
    accepted: tuple[Case, ...] = ()

    @classmethod
    def of(cls, cases: Iterable[Case]) -> Self:
        """Of these, those that say so."""
        ended = [(case, case.outcome) for case in cases if case.outcome]
        return cls(
            tuple(case for case, end in ended if end.kind == "offer" and end.deadline),
            tuple(case for case, end in ended if end.kind == "accepted"),
        )


@dataclass(frozen=True)
class Search:
    """Everything that the rules look at, built once for a plan; skips and snoozes by the applications of their keys."""

    clock: Clock
    numbers: Numbers
    cases: tuple[Case, ...]
    skips: Mapping[str, Sequence[Skip]]
    snoozes: Mapping[str, Sequence[Snooze]]
    elsewhere: Elsewhere

    # What the user said.

    def skipped(self, proposal: Proposal) -> datetime | None:
        """When the user last said that they will not do it; None where a newer fact derived it anew since."""
        skips = self.skips.get(proposal.case.id, ())
        said = (in_utc(skip.at) for skip in skips if proposal.is_named(skip.action))
        counted = (at for at in said if proposal.anew is None or at >= proposal.anew)
        return max(counted, default=None)

    def snoozed_until(self, proposal: Proposal) -> datetime | None:
        """When its last snooze ends, or ended, in UTC."""
        snoozes = self.snoozes.get(proposal.case.id, ())
        named = (in_utc(each.until) for each in snoozes if proposal.is_named(each.action))
        return max(named, default=None)

    def is_over(self, proposal: Proposal) -> bool:
        """Whether it is done, skipped or lapsed: what is so is taken over by no other."""
        lapsed = proposal.closes is not None and proposal.closes <= self.clock.now
        return bool(proposal.answered or lapsed or self.skipped(proposal))

    # The limits of section 4 that reach across applications.

    @cached_property
    def _by_employer(self) -> dict[str, list[Case]]:
        found: dict[str, list[Case]] = {}
        for case in self.cases:
            found.setdefault(employer(case.application), []).append(case)
        return found

    def at_employer(self, case: Case) -> list[Case]:
        """All applications at the case's employer, itself among them."""
        return self._by_employer[employer(case.application)]

    @cached_property
    def _outreaches(self) -> dict[str, Outreach]:
        """The last outreach to each employer."""
        last: dict[str, Outreach] = {}
        for case in self.cases:
            for touchpoint in case.touchpoints:
                if _starts_the_days(touchpoint):
                    found, name = Outreach(touchpoint, case), employer(case.application)
                    last[name] = max(found, last.get(name, found), key=lambda o: o.order)
        return last

    @cached_property
    def _checks_by_address(self) -> dict[str, list[Outreach]]:
        """The checks that were sent, by the e-mail address that they went to."""
        found: dict[str, list[Outreach]] = {}
        for case in self.cases:
            for check in case.sent(*CHECKS):
                people = case.people(check.people) or tuple(filter(None, [case.addressee]))
                for address in {address_key(person) for person in people} - {""}:
                    found.setdefault(address, []).append(Outreach(check, case))
        return found

    def hold(self, case: Case) -> Hold | None:
        """The days between two outreaches to the case's employer: until 00:00 of a working day (4.3)."""
        last = self._outreaches.get(employer(case.application))
        if last is None:
            return None
        sent = self.clock.day(last.touchpoint.at)
        free = first_working_day(sent + timedelta(days=self.numbers.outreach_days), case.place)
        return _held(case, last, free)

    def hold_of_address(self, case: Case, person: Person | None) -> Hold | None:
        """A check that went to the person's address from another employer: until the next working day (4.3)."""
        sent = self._checks_by_address.get(address_key(person), []) if person else []
        mine = employer(case.application)
        others = [o for o in sent if employer(o.case.application) != mine]
        if not others:
            return None
        last = max(others, key=lambda o: o.order)
        day = self.clock.day(last.touchpoint.at)
        return _held(case, last, working_days_after(day, 1, case.place))

    # Offers and acceptances.

    def offers_elsewhere(self, case: Case) -> Iterator[tuple[Case, Ending, datetime]]:
        """The offers of other employers that stand, with the moment on which each ends, or ended."""
        mine = employer(case.application)
        for other in self.elsewhere.offers:
            offer = other.outcome
            if not offer or not offer.deadline or employer(other.application) == mine:
                continue
            if not self.accepted_elsewhere(other):
                yield other, offer, offer.deadline

    def offer_elsewhere(self, case: Case) -> tuple[Case, Ending, datetime] | None:
        """Of those the one whose deadline comes next."""
        ahead = [found for found in self.offers_elsewhere(case) if found[2] > self.clock.now]
        return min(ahead, key=lambda found: (found[2], found[1].at, found[0].id), default=None)

    def accepted_elsewhere(self, case: Case) -> Acceptance | None:
        """The first acceptance of another offer that ends this application too (4.8)."""
        return acceptance_of(case, self.elsewhere.accepted)

    # People.

    @cached_property
    def _people_by_address(self) -> dict[str, list[tuple[Case, Person]]]:
        found: dict[str, list[tuple[Case, Person]]] = {}
        for case in self.cases:
            for person in case.application.people:
                found.setdefault(address_key(person), []).append((case, person))
        return found

    def of_one_address(self, case: Case, person: Person) -> list[tuple[Case, Person]]:
        """Everybody in the search with the person's e-mail address; where it is not known, the person alone."""
        address = address_key(person)
        return self._people_by_address[address] if address else [(case, person)]


def _held(case: Case, last: Outreach, free: date) -> Hold:
    message, to = last.touchpoint, last.case.company
    if last.case.id != case.id:
        to = named_there(last.case, last.case.people(message.people))
    why = f"you wrote to {to} on {the_day(case, message.at)}"
    return Hold(case.clock.start(free), message.id, f"Held until {the_day(case, free)}: {why}.")


def _starts_the_days(touchpoint: Touchpoint) -> bool:
    """Whether it is an outreach: sent, and no answer to them (G3.2)."""
    if touchpoint.direction != "sent" or touchpoint.purpose in _NO_OUTREACH:
        return False
    # An unasked message is one that answers nothing of theirs.
    return not (touchpoint.purpose == "other" and touchpoint.promise is not None)


def search_of(facts: Facts, now: datetime, elsewhere: Elsewhere | None = None) -> Search:
    """The facts at `now` (aware); `elsewhere` is of a search of which they are a part."""
    cases = tuple(case_in(each, facts, now) for each in facts.applications)
    return Search(
        clock=Clock.of(now, facts.me.zone),
        numbers=numbers_of(facts.cadence),
        cases=cases,
        skips=by_application(skip for skip in facts.skips if skip.at <= now),
        snoozes=by_application(facts.snoozes),
        elsewhere=elsewhere or Elsewhere.of(cases),
    )


def case_in(application: Application, facts: Facts, now: datetime) -> Case:
    """The case of an application, by the settings of these facts."""
    pause = numbers_of(facts.cadence).year_end_pause
    return case_of(application, facts.me, now, year_end_pause=pause)
