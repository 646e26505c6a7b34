"""The plan: every action that the facts derive at a moment, with its status, in order (PLAYBOOK section 2)."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import chain
from typing import TypeVar, cast

from followup.model.action import Action
from followup.model.facts import Application, Facts, Person
from followup.model.kinds import KINDS
from followup.model.times import Present, in_utc
from followup.model.vocabulary import Status
from followup.playbook.case import Case, company_name, lacks_address, reader_of, with_addresses
from followup.playbook.proposal import Proposal, may_name, the_day, the_last_day
from followup.playbook.rules import RULES
from followup.playbook.search import Search, search_of
from followup.playbook.together import ProposedAction, together

T = TypeVar("T")
U = TypeVar("U")


def plan(facts: Facts, now: datetime) -> tuple[Action, ...]:
    """All actions at `now` (aware), ordered by due, opens and key; their moments are in the user's zone.

    The same facts and the same `now` give the same actions in the same order, whatever order the facts stand in.
    """
    return tuple(sorted(actions_of(search_of(facts, now)), key=order_of))


def order_of(action: Action) -> tuple[float, float, str]:
    """Its place in the plan."""
    return action.due.timestamp(), action.opens.timestamp(), action.key


def actions_of(search: Search) -> list[Action]:
    """What the search derives, in no order."""
    listed = [
        ProposedAction(proposal, _action(proposal, search, known))
        for case in search.cases
        for known in (_known(case, search),)
        for rule in RULES
        for proposal in rule(case, search)
    ]
    return together(listed, search)


def _action(proposal: Proposal, search: Search, known: Case) -> Action:
    """What is proposed as an action: its moments uncrossed, its status, and the reason in the light of that status."""
    closes = proposal.closes
    opens = min(proposal.opens, closes) if closes else proposal.opens
    late = max(opens, min(proposal.late, closes) if closes else proposal.late)
    due = max(opens, min(proposal.due, late))
    status, reason = _status(proposal, search, opens, due, late)
    hold = proposal.hold if status == "held" else None
    zone, to, by = search.clock.zone, _reader(proposal, known), proposal.channel
    return Action(
        key=proposal.key,
        kind=proposal.kind,
        application=proposal.case.id,
        interview=proposal.interview,
        person=proposal.person.id if proposal.person else None,
        promise=proposal.promise,
        message=proposal.message,
        opens=opens.astimezone(zone),
        due=due.astimezone(zone),
        late=late.astimezone(zone),
        closes=closes.astimezone(zone) if closes else None,
        status=status,
        channel=proposal.channel,
        phone_offered=proposal.phone_offered,
        reason=reason,
        guides=KINDS[proposal.kind].guides,
        held_until=hold.until.astimezone(zone) if hold else None,
        held_by=hold.by if hold else None,
        needs_contact=proposal.needs_contact,
        optional=KINDS[proposal.kind].optional,
        about=proposal.about,
        answered=proposal.answered.astimezone(zone) if proposal.answered else None,
        to=to.id if to else None,
        unreached=by is not None and (to is None or lacks_address(to, by)),
    )


def _known(case: Case, search: Search) -> Case:
    """The case, its people with the addresses that they have at the same employer in another application."""
    there = [each.application for each in search.at_employer(case)]
    return replace(case, application=with_addresses(case.application, there))


def _reader(proposal: Proposal, known: Case) -> Person | None:
    """Who is written to."""
    person = known.person(proposal.person.id) if proposal.person else None
    return reader_of(known, proposal.kind, person, proposal.promise)


def _came_back(proposal: Proposal) -> str:
    """As one more sentence, that what was sent for it did not arrive, and so it is to be done again (section 2)."""
    case, own = proposal.case, proposal.person
    to = {p.id for p in (own, _reader(proposal, case)) if p}
    back = {t.bounced for t in case.touchpoints if t.bounced}
    lost = [
        t.at
        for t in case.application.touchpoints
        if t.id in back
        and t.purpose == proposal.kind
        and t.interview in (None, proposal.interview)
        and (not to or not t.people or to & {*t.people})
    ]
    if proposal.answered or not lost:
        return ""
    return f" Yours of {the_day(case, max(lost, key=in_utc))} came back undelivered."


def _sentence(proposal: Proposal) -> str:
    """The reason; what an employer is called that nobody named begins it as a sentence does."""
    said, case = f"{proposal.reason}{_came_back(proposal)}", proposal.case
    if said.startswith(case.company) and company_name(case.application) != case.company:
        return f"{said[:1].upper()}{said[1:]}"
    return said


def _status(
    proposal: Proposal, search: Search, opens: datetime, due: datetime, late: datetime
) -> tuple[Status, str]:
    """The status in section 2's order of precedence, and the reason that goes with it."""
    case, now, reason = proposal.case, search.clock.now, _sentence(proposal)
    if proposal.answered:
        return "done", f"Done on {the_day(case, proposal.answered)}."
    if search.skipped(proposal):
        return "skipped", f"You skipped it. {reason}"
    if proposal.closes and proposal.closes <= now:
        odd = "; now it would look odd" if proposal.channel else ""  # a debrief goes to nobody
        return "lapsed", f"Its time ended on {the_last_day(case, proposal.closes)}{odd}. {reason}"
    if proposal.hold and opens <= now < proposal.hold.until:
        return "held", proposal.hold.reason
    if now < opens:
        return "upcoming", reason
    until = search.snoozed_until(proposal)
    if until and until > now:
        return "upcoming", f"Snoozed until {the_day(case, until)}. {reason}"
    if late <= now and not KINDS[proposal.kind].optional:
        return "overdue", reason
    # A day's end is the next 00:00, and still belongs to the day that it ends.
    if search.clock.start(search.clock.last_day(due)) <= now:
        return "due", reason
    return "open", reason


@dataclass(frozen=True, slots=True)
class _Kept:
    made: object
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class _Part(_Kept):
    application: Application
    actions: Sequence[Action]


Parts = dict[Hashable, Mapping[str, _Part]]
"""What was made of each application by itself, by its name and the application's id."""


@dataclass(frozen=True, eq=False, slots=True)
class Plan:
    """All actions at a moment: the same object while nothing changes, so that what is made of it can be kept by it.

    `actions` and, of them, what is `live` are in the plan's order; `of` has them by application, and `applications`
    those by their ids; `over` names those that have ended, and not with an offer that stands.
    """

    actions: tuple[Action, ...] = ()
    live: tuple[Action, ...] = ()
    of: Mapping[str, tuple[Action, ...]] = field(default_factory=dict)
    applications: Mapping[str, Application] = field(default_factory=dict)
    over: frozenset[str] = frozenset()

    _parts: Parts = field(
        default_factory=dict
    )  # of all plans of an index: what a change leaves alone stays
    _kept: dict[Hashable, _Kept] = field(default_factory=dict)

    def kept(self, name: Hashable, now: datetime, make: Callable[[Present], T]) -> T:
        """What `make` makes at `now` of this plan and its facts, kept by a name that says what else it is made of.

        It is made anew at the moment when a comparison with `now` comes out differently.
        """
        known = self._kept.get(name)
        if known is None or not known.since <= now < known.until:
            present = Present(now)
            made = make(present)
            known = self._kept[name] = _Kept(made, now, present.until)
        return cast("T", known.made)

    def kept_by_parts(
        self,
        name: Hashable,
        now: datetime,
        make: Callable[[Application, Sequence[Action], datetime], Iterable[T]],
        whole: Callable[[Iterable[T], datetime], U],
    ) -> U:
        """As `kept`, what `whole` makes of what `make` makes of each application with its actions, one by one.

        After a change `make` is asked only for the applications that are other objects then, or whose actions are: it
        reads these with their snoozes and skips, the user, the cadence and the moment, and no other fact. What it made
        outlives the plan, by `name`: one of a few.
        """

        def made(present: Present) -> U:
            before, here = self._parts.get(name, {}), dict[str, _Part]()
            for of, application in self.applications.items():
                actions, part = self.of.get(of, ()), before.get(of)
                if (
                    part is None
                    or part.application is not application
                    or part.actions is not actions
                    or not part.since <= now < part.until
                ):
                    own = Present(now)
                    found = tuple(make(application, actions, own))
                    part = _Part(found, now, own.until, application, actions)
                here[of] = part
            self._parts[name] = here
            present.until = min((present.until, *(part.until for part in here.values())))
            parts = cast("Iterable[tuple[T]]", (part.made for part in here.values()))
            return whole(chain.from_iterable(parts), present)

        return self.kept(name, now, made)

    def action(self, key: str) -> Action | None:
        """The action with this key; None where the plan has none."""
        mine = (action for name in may_name(key) for action in self.of.get(name, ()))
        return next((action for action in mine if action.key == key), None)
