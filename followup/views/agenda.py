"""What Today shows where: the plan in rows for now, open, held, next; and what comes after today."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby

from followup.model.action import Action
from followup.model.facts import Application, Facts
from followup.model.kinds import CHECKS, KINDS
from followup.model.times import NEVER, Clock, in_utc
from followup.model.vocabulary import ACTION_KINDS, ActionKind, Status
from followup.playbook.plan import order_of
from followup.playbook.proposal import by_application
from followup.views.calendar.entry import OPENS, CalendarEntry
from followup.views.labels import one_line, place_of
from followup.views.words import comes_back, day_of, is_fresh, thanks_words, title

NEAR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Coming:
    """An action that comes, with the moment it shows up: when it opens, or when its snooze ends."""

    action: Action
    at: datetime

    @property
    def snoozed(self) -> bool:
        """Whether only the user's own snooze keeps it away."""
        return in_utc(self.at) > in_utc(self.action.opens)


@dataclass(frozen=True, slots=True)
class Agenda:
    """The plan by the reader's question: what now, what if there is time, what not yet, what next."""

    now: tuple[Action, ...]
    open: tuple[Action, ...]
    held: tuple[Action, ...]
    upcoming: tuple[Coming, ...]


def agenda(actions: Sequence[Action], facts: Facts, now: datetime) -> Agenda:
    """The live actions for Today: offers and answers, thank-yous, checks, what nobody waits for; what comes, in order.

    What came up today and has until tomorrow is for now: best tonight, never "nothing is due". So is what the user
    owes them by a later day, below all else: it is the user's turn, and takes its time.
    """
    actions = tuple(_as_entered(actions, facts))
    clock = Clock.of(now, facts.me.zone)
    snoozes = by_application(facts.snoozes)

    def comes(action: Action, application: Application) -> datetime:
        mine = snoozes.get(application.id, ())
        return comes_back(action, application, mine, now) or action.opens

    coming = (
        Coming(action, comes(action, application))
        for action in _with(actions, "upcoming")
        if (application := facts.application(action.application))
    )
    pressing = [a for a in actions if a.status in ("overdue", "due") or is_fresh(a, clock)]
    fresh = {action.key for action in pressing if action.status == "open"}
    later = [a for a in _with(actions, "open") if a.key not in fresh]
    owed = [a for a in later if a.kind in _OWED]
    return Agenda(
        now=(*sorted(pressing, key=_turn), *sorted(owed, key=_turn)),
        open=tuple(a for a in later if a.kind not in _OWED),
        held=_with(actions, "held"),
        upcoming=tuple(sorted(coming, key=lambda item: (in_utc(item.at), item.action.key))),
    )


def _as_entered(actions: Iterable[Action], facts: Facts) -> Iterator[Action]:
    """The plan's actions in its order; what one application has of a kind at one moment, by its people as entered."""

    def turn(action: Action) -> tuple[str, str, int]:
        application = facts.application(action.application)
        people = [person.id for person in application.people] if application else []
        place = people.index(action.person) if action.person in people else -1
        return action.kind, action.application, place

    for _, alike in groupby(actions, key=lambda action: order_of(action)[:2]):
        one, *others = alike
        yield from sorted((one, *others), key=turn) if others else (one,)


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One line of Today: an action, or the thank-yous of a round that are still to be written, `sent` of `of` done."""

    actions: tuple[Action, ...]
    sent: int = 0
    of: int = 1

    @property
    def first(self) -> Action:
        """The one to begin with."""
        return self.actions[0]


@dataclass(frozen=True, slots=True)
class ActionList:
    """Actions as the rows of a list, in its order; and apart from them what is optional."""

    rows: tuple[ActionRow, ...]
    optional: tuple[Action, ...]


def listed(actions: Iterable[Action], plan: Sequence[Action]) -> ActionList:
    """The rows of these actions, none in two; `plan` has those of the round that are done, too."""
    actions = tuple(actions)
    asked = {name for action in actions if (name := _round(action))}
    beside = [
        action
        for action in (plan if asked else ())
        if action.kind == "thank_you" and _round(action) in asked
    ]
    rounds = Counter(
        _round(action) for action in beside if action.status not in ("skipped", "lapsed")
    )
    done = Counter(_round(action) for action in beside if action.status == "done")
    rows: dict[object, ActionRow] = {}
    optional = []
    for action in actions:
        if action.optional:
            optional.append(action)
            continue
        name = _round(action)
        known = rows.get(name or action.key)
        mine = (*known.actions, action) if known else (action,)
        rows[name or action.key] = (
            ActionRow(mine, done[name], rounds[name]) if name else ActionRow(mine)
        )
    return ActionList(tuple(rows.values()), tuple(sorted(optional, key=_alike)))


def _round(action: Action) -> tuple[str, str] | None:
    """The round whose interviewers are thanked together."""
    together = action.kind == "thank_you" and action.interview
    return (action.application, action.interview or "") if together else None


def _alike(action: Action) -> int:
    """What is optional stands by its kind, and keeps its order there."""
    return ACTION_KINDS.index(action.kind)


def after(sent: Action | None, plan: Agenda) -> tuple[Action, ...]:
    """What to do after this was sent: the same for the others of the round, while it is fresh; then as Today has it."""
    rest = (*plan.now, *plan.open)
    if sent is None or sent.interview is None:
        return rest
    return tuple(
        sorted(
            rest,
            key=lambda action: (
                (action.application, action.interview, action.kind)
                != (sent.application, sent.interview, sent.kind)
            ),
        )
    )


# What comes first: theirs to have; what was said, and the thanks that refer to it; what is asked again; then all else.
_TURNS: Mapping[ActionKind, int] = {
    **dict.fromkeys(("decide_offer", "offer_reply"), 0),
    **dict.fromkeys(("reply", "send_material", "rejection_reply", "withdraw_note"), 1),
    "debrief": 2,
    "thank_you": 3,
    **dict.fromkeys(CHECKS, 4),
}
_LAST = 5
_OWED = ("reply", "send_material")


def _turn(action: Action) -> tuple[bool, int, bool, datetime, datetime]:
    """Its place in the list: by what it is; then what is overdue, by when it is lost, and what is due first."""
    kind = KINDS[action.kind]
    turn = _TURNS.get(action.kind, _LAST)
    overdue = action.status == "overdue"
    late = in_utc(action.closes) if overdue and action.closes else NEVER
    return kind.light, turn, not overdue, late, in_utc(action.due)


def behind_my_turn(plan: Agenda) -> set[str]:
    """The keys of the checks to come of whoever waits for an answer of the user's: until that is given, none comes."""
    owing = {a.application for a in (*plan.now, *plan.open) if a.kind in _OWED}
    upcoming = (item.action for item in plan.upcoming)
    return {a.key for a in upcoming if a.kind in CHECKS and a.application in owing}


def _with(actions: Sequence[Action], status: Status) -> tuple[Action, ...]:
    return tuple(action for action in actions if action.status == status)


@dataclass(frozen=True, slots=True)
class ComingLine:
    """One line: its day, what it is; `row` can be done already, `asleep` is snoozed; else it only comes."""

    id: str
    day: date
    words: str
    look: CalendarEntry | None = None
    row: ActionRow | None = None
    asleep: bool = False


def coming(
    entries: Iterable[CalendarEntry],
    can: Iterable[ActionRow],
    above: Collection[str],
    applications: Mapping[str, Application],
    where: Mapping[str, str],
    clock: Clock,
) -> tuple[ComingLine, ...]:
    """The lines by day: what the calendar has, but for what stands `above` (ids), and what `can` be done already."""
    lines: dict[str, ComingLine] = {}
    for entry in entries:
        if entry.id not in above and entry.word != OPENS:
            said = " · ".join(part for part in (entry.title, entry.company, entry.note) if part)
            asleep = entry.look == "snooze"
            lines.setdefault(entry.id, ComingLine(entry.id, entry.day, said, entry, asleep=asleep))
    for row in can:
        action = row.first
        what = _what(row, action, applications[action.application], where)
        lines[action.key] = ComingLine(action.key, day_of(action, clock), what, row=row)
    return tuple(sorted(lines.values(), key=lambda line: line.day))


def _what(
    row: ActionRow, action: Action, application: Application, where: Mapping[str, str]
) -> str:
    many = len(row.actions)
    what = thanks_words(many, row.sent, row.of) if many > 1 else title(action, application)
    return f"{one_line(what, 120)} · {place_of(application, where)}"
