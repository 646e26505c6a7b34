"""The list of applications: what is asked for, in the order in which one needs it. Pure."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

from followup.model.action import Action
from followup.model.facts import Application, Facts, Interview
from followup.model.purposes import SPOKEN, they_said
from followup.model.settings import Me
from followup.model.times import Clock, in_utc
from followup.model.vocabulary import ACTIONABLE, AUTOMATIC, LIVE
from followup.playbook.case import Case, case_of, ending_of, is_over, takes_place, with_offers
from followup.playbook.plan import order_of
from followup.playbook.search import acceptance_of
from followup.prose.text import date_words, day_words, full_date
from followup.views.agenda import for_now
from followup.views.story import OUTCOME_WORDS, promised_words

Standing = Literal["turn", "waiting", "hold", "ended"]
STANDINGS: Final[Mapping[Standing, str]] = {
    "turn": "My turn",
    "waiting": "Waiting for them",
    "hold": "On hold",
    "ended": "Ended",
}
ListOrder = Literal["next", "contact", "company"]
ORDERS: Final[Mapping[ListOrder, str]] = {
    "next": "By next step",
    "contact": "By last contact",
    "company": "By company",
}


@dataclass(frozen=True, slots=True)
class ListedApplication:
    """One application with the next thing to do about it, and whose turn it is; an offer that stands is no end."""

    application: Application
    next: Action | None
    state: Standing
    why: str = ""  # where an acceptance elsewhere ended it
    on_hold: bool = False  # by their last word, whoever's turn it is

    @property
    def ended(self) -> bool:
        """Whether nothing more comes of it."""
        return self.state == "ended"


def next_actions(actions: Iterable[Action], clock: Clock) -> dict[str, Action]:
    """For each application the action that comes first, as on Today; then what waits and comes; optional ones last."""

    def place(action: Action) -> tuple[Any, ...]:
        now = for_now(action, clock)
        return action.optional, now is None, now or LIVE.index(action.status), order_of(action)

    found: dict[str, Action] = {}
    for action in sorted((each for each in actions if each.status in LIVE), key=place):
        found.setdefault(action.application, action)
    return found


def listing(
    facts: Facts,
    upcoming: Mapping[str, Action],
    now: datetime,
    search: str = "",
    order: ListOrder = "next",
) -> tuple[ListedApplication, ...]:
    """The applications that have every searched word in who, what was said or noted; the active ones first."""
    words = search.casefold().split()
    accepted = accepted_in(facts, now)
    found = [
        _listed(application, upcoming.get(application.id), accepted, facts.me, now)
        for application in facts.applications
        if _matches(application, words)
    ]
    return tuple(sorted(found, key=_ORDERS[order]))


def accepted_in(facts: Facts, now: datetime) -> tuple[Case, ...]:
    """The applications whose offer the user has accepted."""
    found = (case_of(each, facts.me, now) for each in with_offers(facts.applications))
    return tuple(case for case in found if case.kind == "accepted")


def ended_with(application: Application, accepted: Sequence[Case], me: Me, now: datetime) -> str:
    """“You accepted the offer of Globex (Analyst) on Fri 20 Nov”, where that ended it (4.8); “” where none did."""
    case = case_of(application, me, now) if accepted else None
    found = acceptance_of(case, accepted) if case else None
    if case is None or found is None:
        return ""
    day = full_date(case.clock.day(found.at), case.clock.today)
    return f"You accepted the offer of {found.other.named} on {day}"


def _listed(
    application: Application, ahead: Action | None, accepted: Sequence[Case], me: Me, now: datetime
) -> ListedApplication:
    state = _state(application, ahead, me, now)
    if state in ("waiting", "hold") and (why := ended_with(application, accepted, me, now)):
        return ListedApplication(application, ahead, "ended", why)
    held = state != "ended" and _is_held(application, me, now)
    return ListedApplication(application, ahead, state, on_hold=held)


def _state(application: Application, ahead: Action | None, me: Me, now: datetime) -> Standing:
    ending = ending_of(application, me, now)
    if ending and ending.ends:
        return "ended"
    if ahead and ahead.status in ACTIONABLE and not ahead.optional:
        return "turn"
    return "hold" if _is_held(application, me, now) else "waiting"


def _is_held(application: Application, me: Me, now: datetime) -> bool:
    """Whether their last word is that it is on hold, until a day that has not come."""
    theirs = [t for t in application.touchpoints if t.direction == "received" and t.at <= now]
    last = max(theirs, key=lambda t: in_utc(t.at), default=None)
    held = last is not None and last.purpose == "on_hold"
    back = last.back_on if last and held else None
    over = back and back <= Clock.of(now, me.zone).today
    return held and not over


_OFF = {"cancelled": "called off", "moved": "put off", "no_show": "that they missed"}


def stage(application: Application, me: Me, now: datetime) -> str:
    """How far it is: how it ended, the round that lies ahead, or the last one; in a few words."""
    case = case_of(application, me, now)
    if case.outcome:
        return OUTCOME_WORDS[case.outcome.kind]
    if case.ahead:
        first = case.ahead[0]
        return f"{first.round or 'Interview'} {day_words(first.begins, case.clock)}"
    if case.held:
        return case.held[-1].round or "Interview"
    off = [r for r in application.interviews if r.state in _OFF]
    last = max(off, key=lambda r: r.begins, default=None)
    return f"{last.round or 'Interview'} {_OFF[last.state]}" if last else "No interview yet"


def rounds_ahead(application: Application, me: Me, now: datetime) -> Iterator[datetime]:
    """When the interviews that lie ahead begin; none of an application that has ended."""
    return (
        interview.begins
        for interview in application.interviews
        if interview.begins > now and takes_place(interview)
        if not is_over(application, me, now)
    )


def of_unknown_time(
    applications: Iterable[Application], me: Me, now: datetime
) -> list[tuple[Application, Interview]]:
    """Rounds of which only the day was known, and it is over: nobody but the user knows whether they took place."""
    return [
        (application, interview)
        for application in applications
        for interview in application.interviews
        if interview.starts_at is None and interview.state == "scheduled" and interview.ends <= now
        if not is_over(application, me, now)
    ]


def last_contact(application: Application, me: Me, now: datetime) -> str:
    """Who was heard last, and when: "You wrote Fri 11 Sep", "On hold since yesterday"."""
    case = case_of(application, me, now)
    said = max(_contacts(case), default=None)
    if said is None:
        return ""
    at, who = said
    return f"{who} {date_words(case.clock.day(at), case.clock.today)}"


def waited_for(application: Application, me: Me, now: datetime) -> str:
    """What they said they would do, and by when: "They decide by Tue 22 Sep"; "" where nothing is open."""
    case = case_of(application, me, now)
    counts = [p for p in case.promises if p.goes_on or p.state == "open"]
    open_ = [p for p in counts if p.theirs and p.promise.on]
    first = min(open_, key=lambda p: p.promise.on or case.clock.today, default=None)
    if case.outcome or first is None or first.promise.on is None:
        return ""
    return f"{promised_words(first)} by {date_words(first.promise.on, case.clock.today)}"


def _contacts(case: Case) -> Iterable[tuple[datetime, str]]:
    for touchpoint in case.touchpoints:
        if touchpoint.purpose not in AUTOMATIC:
            theirs = f"They {they_said(touchpoint.channel)}"
            theirs = "On hold since" if touchpoint.purpose == "on_hold" else theirs
            mine = f"You {SPOKEN.get(touchpoint.channel, 'wrote')}"
            yield in_utc(touchpoint.at), theirs if touchpoint.direction == "received" else mine
    for interview in case.held:
        yield in_utc(interview.begins), "You met"


def _matches(application: Application, words: Sequence[str]) -> bool:
    rounds = application.interviews
    said = (specific.text for interview in rounds for specific in interview.specifics)
    text = " ".join(
        (
            *(application.company, application.role, application.notes),
            *(person.name for person in application.people),
            *(interview.notes for interview in rounds),
            *said,
        )
    ).casefold()
    return all(word in text for word in words)


Rank = tuple[bool | int | float | str, ...]


def _by_next(item: ListedApplication) -> Rank:
    ahead = item.next
    return (
        ahead is None,
        item.ended,
        ahead is not None and ahead.optional,
        LIVE.index(ahead.status) if ahead else 0,
        ahead.due.timestamp() if ahead else 0.0,
        item.application.company.casefold(),
        item.application.id,
    )


def _by_contact(item: ListedApplication) -> Rank:
    moments = [t.at.timestamp() for t in item.application.touchpoints]
    moments += [i.begins.timestamp() for i in item.application.interviews]
    return -max(moments, default=0.0), item.application.id


def _by_company(item: ListedApplication) -> Rank:
    application = item.application
    return application.company.casefold(), application.role.casefold(), application.id


_ORDERS: Final[Mapping[ListOrder, Callable[[ListedApplication], Rank]]] = {
    "next": _by_next,
    "contact": _by_contact,
    "company": _by_company,
}
