"""What several actions at one moment do to each other: one folds another, or goes before it (PLAYBOOK 4.3, 4.5, 3)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import Final

from followup.model.action import Action
from followup.model.facts import Application, Person
from followup.model.kinds import CHECKS, KINDS
from followup.model.vocabulary import ACTION_KINDS, ACTIONABLE, PAST
from followup.playbook.case import address_key, employer
from followup.playbook.proposal import Proposal, named_there, the_day
from followup.playbook.search import Search

# Of several connections to one person: what was sent, else what was skipped, else what is to come, else what lapsed.
_RANK: Final = {"done": 0, "skipped": 1, "lapsed": 3}
_TO_COME: Final = 2


@dataclass(frozen=True, slots=True)
class ProposedAction:
    """An action, and what it was proposed as."""

    proposal: Proposal
    action: Action

    @property
    def employer(self) -> str:
        """The same for all applications at one employer."""
        return employer(self.proposal.case.application)

    @property
    def address(self) -> str:
        """The e-mail address of its person as it is compared; “” where it is not known."""
        return address_key(self.proposal.person) if self.proposal.person else ""

    @property
    def is_check(self) -> bool:
        return self.action.kind in CHECKS

    @property
    def has_closed(self) -> bool:
        """Whether it has closed."""
        closes = self.action.closes
        return closes is not None and closes <= self.proposal.case.now

    @property
    def is_live(self) -> bool:
        """Whether it can be done now."""
        return self.action.status in ACTIONABLE


def together(listed: Sequence[ProposedAction], search: Search) -> list[Action]:
    """The actions that are left of all, as they stand beside each other."""
    kept = _one_connection_each(_without_expedited(listed), search)
    return [each.action for each in _without_late_thanks(_one_at_a_time(kept))]


def _without_expedited(listed: Sequence[ProposedAction]) -> list[ProposedAction]:
    """Asking an employer to decide sooner takes over its checks about news and a date (4.3)."""
    asked = {
        each.employer
        for each in listed
        if each.action.kind == "expedite"
        and (each.is_live or (each.action.status == "done" and not each.has_closed))
    }
    return [
        each
        for each in listed
        if each.action.about not in ("news", "date")
        or each.action.status in PAST
        or each.employer not in asked
    ]


def _one_at_a_time(listed: Sequence[ProposedAction]) -> list[ProposedAction]:
    """Of what 4.3 limits and is live: checks first, then requests for feedback, then notes; one for an employer.

    A check waits for one to the same e-mail address, too.
    """
    limited = [each for each in listed if each.proposal.limited and each.is_live]
    going: dict[str, tuple[int, ProposedAction]] = {}  # the first to an employer, and to an address
    waits: dict[str, ProposedAction] = {}
    for number, each in enumerate(sorted(limited, key=_precedence)):
        employed, address = f"at {each.employer}", f"to {each.address}"
        in_the_way = [employed, *([address] if each.is_check and each.address else [])]
        before = [going[name] for name in in_the_way if name in going]
        if before:
            _, waits[each.action.key] = min(before, key=itemgetter(0))
        else:
            for name in (employed, address):
                going.setdefault(name, (number, each))
    return [
        _behind(each, waits[each.action.key]) if each.action.key in waits else each
        for each in listed
    ]


def _precedence(each: ProposedAction) -> tuple[int, float, float, str]:
    action = each.action
    rank = 0 if each.is_check else 1 + ACTION_KINDS.index(action.kind)
    return rank, action.opens.timestamp(), action.due.timestamp(), action.key


def _behind(each: ProposedAction, first: ProposedAction) -> ProposedAction:
    case, to = first.proposal.case, first.proposal.person
    whom = named_there(case, [to] if to else [])
    also = "; you can name this role in it" if each.is_check else ""
    what = f"the {KINDS[first.action.kind].noun} to {whom} of {the_day(case, first.action.opens)}"
    reason = f"Held while {what} is to go first{also}."
    action = replace(each.action, status="held", held_by=first.action.key, reason=reason)
    return replace(each, action=action)


def _without_late_thanks(listed: Sequence[ProposedAction]) -> list[ProposedAction]:
    """A status check that can be sent takes over the late thank-yous to the same person, or both to nobody (4.5)."""
    checked = {
        (each.action.application, each.action.person)
        for each in listed
        if each.action.kind == "status_check" and each.is_live
    }
    return [
        each
        for each in listed
        if each.action.kind != "thank_you"
        or each.action.status != "overdue"
        or (each.action.application, each.action.person) not in checked
    ]


def _one_connection_each(listed: Sequence[ProposedAction], search: Search) -> list[ProposedAction]:
    """Of several LinkedIn requests to one person, known by a profile or an address, across applications, one."""
    people = (p for case in search.cases for p in case.application.people)
    group = joined({person.id: names_of(person) for person in people})
    requests = sorted(
        (each for each in listed if each.action.kind == "linkedin_connect"),
        key=lambda each: (
            _RANK.get(each.action.status, _TO_COME),
            each.action.opens.timestamp(),
            each.action.key,
        ),
    )
    first: dict[str, str] = {}
    for each in requests:
        person = each.action.person or ""
        first.setdefault(group[person], each.action.key)
    chosen = set(first.values())
    return [
        each
        for each in listed
        if each.action.kind != "linkedin_connect" or each.action.key in chosen
    ]


def shared_names(application: Application) -> frozenset[str]:
    """What joins an application with others: the employer, and the addresses and profiles of its people."""
    found = {f"employer {employer(application)}"}
    for person in application.people:
        found |= names_of(person)
    return frozenset(found)


def names_of(person: Person) -> set[str]:
    """By what one person is known in several applications."""
    mail, profile = address_key(person), _profile(person)
    return {*([f"mail {mail}"] if mail else []), *([f"profile {profile}"] if profile else [])}


def _profile(person: Person) -> str:
    """The LinkedIn address as it is compared."""
    bare = person.linkedin.strip().casefold().partition("?")[0].partition("://")
    return (bare[2] or bare[0]).removeprefix("www.").rstrip("/")


def joined(names: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """For each key what is the same for all that share a name, directly or through others."""
    first: dict[str, str] = {}

    def root(name: str) -> str:
        while first.setdefault(name, name) != name:
            first[name] = first[first[name]]
            name = first[name]
        return name

    for key, shared in names.items():
        for each in shared:
            first[root(f"key {key}")] = root(each)
    return {key: root(f"key {key}") for key in names}
