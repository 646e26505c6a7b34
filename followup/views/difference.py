"""What changed: in the plan by a change, in sentences; between two visits; lately; and the last days of offers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import compress
from operator import not_

from followup.model.action import Action
from followup.model.beside import Skip
from followup.model.facts import Application, Facts, Touchpoint
from followup.model.kinds import KINDS
from followup.model.settings import Me
from followup.model.times import Clock, in_utc
from followup.model.vocabulary import LIVE
from followup.playbook.case import (
    Case,
    case_of,
    company_name,
    ending_of,
    has_offer,
    with_offers,
)
from followup.prose.text import counted, date_words, day_words, full_date
from followup.views.labels import one_line
from followup.views.words import day_of, noun

_LATELY = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class LastDay:
    """The last day to answer an offer that stands, on the user's clock."""

    id: str
    day: date


def last_day_of(application: Application, me: Me, now: datetime) -> LastDay | None:
    """The last day of the offer that stands at `now` (aware); None where there is none, or it names no day."""
    if not has_offer(application):
        return None
    ending = ending_of(application, me, now)
    if ending is None or ending.kind != "offer":
        return None
    return last_day(case_of(application, me, now))


def last_day(case: Case) -> LastDay | None:
    """As `last_day_of`, of a case."""
    if case.kind != "offer" or case.offer_day is None:
        return None
    return LastDay(last_day_id(case.application), case.offer_day)


def last_day_id(application: Application) -> str:
    """The id of an offer's last day in the calendar and on the timeline."""
    return f"deadline:{application.id}"


def passed(
    facts: Facts, actions: Iterable[Action], since: datetime, clock: Clock
) -> tuple[str, ...]:
    """What ended after `since` (aware) and by now, a sentence each: offers, and what it is too late to send."""
    return (*_offers(facts, since, clock), *_lapsed(facts, actions, since, clock))


def _offers(facts: Facts, since: datetime, clock: Clock) -> Iterator[str]:
    for application in with_offers(facts.applications):
        last = last_day_of(application, facts.me, clock.now)
        if last and since < clock.end(last.day) <= clock.now:
            yield f"The offer of {_name(application)} ended on {full_date(last.day, clock.today)}."


def _lapsed(
    facts: Facts, actions: Iterable[Action], since: datetime, clock: Clock
) -> Iterator[str]:
    first = since.toordinal() - 2  # days for the zones: of nearly all, this alone says enough
    for action in (each for each in actions if each.status == "lapsed"):
        if (closes := action.closes) is None or closes.toordinal() < first:
            continue
        application, kind = facts.application(action.application), KINDS[action.kind]
        if application and kind.written and not kind.optional and since < closes <= clock.now:
            day = full_date(clock.last_day(closes), clock.today)
            what = one_line(noun(action, application), 120)
            yield f"The time for a {what} ({_name(application)}) ended on {day}."


def last_day_words(last: LastDay, today: date) -> str:
    """As in “The offer stands until Fri 25 Sep”."""
    until = "stood" if last.day < today else "stands"
    return f"The offer {until} until {full_date(last.day, today)}"


def _name(application: Application) -> str:
    return one_line(company_name(application), 60)


@dataclass(frozen=True, slots=True)
class Derived:
    """Facts with the plan that follows from them."""

    facts: Facts
    actions: Sequence[Action]


@dataclass(frozen=True, slots=True)
class _Pair:
    before: Action
    after: Action
    application: Application


@dataclass(frozen=True, slots=True)
class _Words:
    """What a change does, or would do."""

    held: str
    moved: str
    freed: str
    dropped: str
    gone: str
    new: str


_DID = _Words("is held", "moved", "is no longer held", "dropped", "Dropped", "New")
_WOULD = _Words(
    *("would be held", "would move", "would no longer be held"),
    *("would be dropped", "Would be dropped", "Would be new"),
)


def _due(action: Action, clock: Clock) -> str:
    """The day of an action, never relative."""
    return full_date(day_of(action, clock), clock.today)


def difference(
    before: Derived, after: Derived, now: datetime, *, would: bool = False
) -> tuple[str, ...]:
    """Sentences for every action ahead that a change made, held, moved or dropped: new ones first, in the plan's order.

    With `would` they speak of a change that is not made yet.
    """
    words = _WOULD if would else _DID
    clock = Clock.of(now, after.facts.me.zone)
    went, came = _only(before.actions, after.actions), _only(after.actions, before.actions)
    old = {action.key: action for action in went if action.status in LIVE}
    new = {action.key: action for action in came if action.status in LIVE}
    answered = {a.key for a in came if a.status in ("done", "skipped")}
    touched = {action.application for action in (*went, *came)}
    both = (facts.application(name) for name in touched for facts in (before.facts, after.facts))
    applications = {each.id: each for each in both if each}
    kept = [
        _Pair(old[key], action, applications[action.application])
        for key, action in new.items()
        if key in old
    ]
    dropped = [action for key, action in old.items() if key not in new and key not in answered]
    made = [action for key, action in new.items() if key not in old]
    return (
        *_made(made, applications, clock, words),
        *_changed(kept, clock, words),
        *_dropped(dropped, applications, words),
    )


def _only(actions: Sequence[Action], others: Sequence[Action]) -> tuple[Action, ...]:
    """Those that are no objects of the others: what did not change is the same object, and nothing is said of it."""
    there = set(map(id, others))
    return tuple(compress(actions, map(not_, map(there.__contains__, map(id, actions)))))


def _changed(pairs: Sequence[_Pair], clock: Clock, words: _Words) -> Iterator[str]:
    for pair in pairs:
        name = f"The {noun(pair.after, pair.application)}"
        if pair.after.held_until and pair.after.held_until != pair.before.held_until:
            yield f"{name} {words.held} until {day_words(pair.after.held_until, clock)}."
        elif _due(pair.before, clock) != _due(pair.after, clock):
            yield f"{name} {words.moved} from {_due(pair.before, clock)} to {_due(pair.after, clock)}."
        elif pair.before.status == "held" and pair.after.status != "held":
            yield f"{name} {words.freed}."


def _dropped(
    actions: Sequence[Action], applications: dict[str, Application], words: _Words
) -> Iterator[str]:
    checks = [action for action in actions if KINDS[action.kind].check]
    if len(checks) > 1:
        yield f"{counted(len(checks), 'check')} {words.dropped}."
    for action in actions:
        if len(checks) <= 1 or action not in checks:
            yield f"{words.gone}: {noun(action, applications[action.application])}."


def _made(
    actions: Sequence[Action],
    applications: dict[str, Application],
    clock: Clock,
    words: _Words,
) -> Iterator[str]:
    for action in actions:
        application = applications[action.application]
        to = (
            ""
            if company_name(application) in noun(action, application)
            else f" ({company_name(application)})"
        )
        held = f", held until {day_words(action.held_until, clock)}" if action.held_until else ""
        if action.status == "held" and not held:
            held = ", which waits for another message"
        due = f", due {date_words(day_of(action, clock), clock.today)}"
        yield f"{words.new}: {noun(action, application)}{to}{held or due}."


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that went out, with the application it belongs to."""

    touchpoint: Touchpoint
    application: Application
    came_back: bool = False


def sent_lately(application: Application, now: datetime) -> Iterator[Sent]:
    """What was sent in the last seven days."""
    return (
        Sent(touchpoint, application, _is_back(touchpoint, application))
        for touchpoint in application.touchpoints
        if touchpoint.direction == "sent" and _recent(touchpoint.at, now)
    )


def newest_first(sent: Iterable[Sent]) -> tuple[Sent, ...]:
    """As one reads what was sent."""
    return tuple(sorted(sent, key=lambda each: in_utc(each.touchpoint.at), reverse=True))


def _is_back(touchpoint: Touchpoint, application: Application) -> bool:
    return any(other.bounced == touchpoint.id for other in application.touchpoints)


def skipped_lately(facts: Facts, now: datetime) -> tuple[Skip, ...]:
    """What was skipped in the last seven days, newest first."""
    found = [skip for skip in facts.skips if _recent(skip.at, now)]
    return tuple(sorted(found, key=lambda skip: in_utc(skip.at), reverse=True))


def _recent(at: datetime, now: datetime) -> bool:
    return at <= now <= in_utc(at) + _LATELY
