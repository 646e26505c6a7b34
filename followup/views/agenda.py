"""What Today shows where: the plan in rows for now, open, held, next; and what comes after today."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from operator import attrgetter
from typing import Any, Literal

from followup.model.action import Action
from followup.model.beside import Snooze
from followup.model.facts import Application, Facts
from followup.model.kinds import CHECKS, KINDS
from followup.model.times import NEVER, Clock, in_utc
from followup.model.vocabulary import ActionKind
from followup.playbook.plan import order_of
from followup.playbook.proposal import by_application
from followup.views.calendar.entry import OPENS, CalendarEntry
from followup.views.labels import one_line, place_of
from followup.views.words import comes_back, day_of, is_fresh, thanks_words, time_of, title

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


@dataclass(frozen=True, slots=True)
class Placed:
    """An action that lives, in which part of Today it stands and where there; one that comes with its moment."""

    part: Literal["now", "open", "held", "upcoming"]
    place: tuple[Any, ...]
    action: Action
    coming: Coming | None = None


def agenda(actions: Sequence[Action], facts: Facts, now: datetime) -> Agenda:
    """The live actions for Today: offers and answers, thank-yous, checks, what nobody waits for; what comes, in order.

    What came up today and has until tomorrow is for now: best tonight, never "nothing is due". So is what the user
    owes them by a later day, below all else: it is the user's turn, and takes its time.
    """
    clock, snoozes = Clock.of(now, facts.me.zone), by_application(facts.snoozes)
    placed = (
        place_of_action(action, application, snoozes.get(application.id, ()), clock)
        for action in actions
        if (application := facts.application(action.application))
    )
    return agenda_of(filter(None, placed))


def place_of_action(
    action: Action, application: Application, snoozes: Sequence[Snooze], clock: Clock
) -> Placed | None:
    """Where an action of this application, whose `snoozes` these are, stands on Today; None for one that is over.

    Of one moment and kind the people of an application stand in the order in which they were entered.
    """
    ids = [person.id for person in application.people]
    person = ids.index(action.person) if action.person in ids else -1
    place = (*order_of(action)[:2], action.kind, application.id, person)
    if action.status == "upcoming":
        at = comes_back(action, application, snoozes, clock.now) or action.opens
        return Placed("upcoming", (in_utc(at), action.key), action, Coming(action, at))
    if action.status == "held":
        return Placed("held", place, action)
    if now := for_now(action, clock):
        return Placed("now", (*now, place), action)
    return Placed("open", place, action) if action.status == "open" else None


def for_now(action: Action, clock: Clock) -> tuple[Any, ...] | None:
    """Where it stands among what is for now; None where it is not."""
    pressing = action.status in ("overdue", "due") or is_fresh(action, clock)
    owed = action.status == "open" and action.kind in _OWED
    return (not pressing, _turn(action)) if pressing or owed else None


def agenda_of(placed: Iterable[Placed]) -> Agenda:
    """What stands on Today, of all applications."""
    every = sorted(placed, key=attrgetter("part", "place"))
    now, open_, held = (
        tuple(one.action for one in every if one.part == part) for part in ("now", "open", "held")
    )
    return Agenda(now, open_, held, tuple(one.coming for one in every if one.coming))


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
    beside = [a for a in (plan if asked else ()) if a.kind == "thank_you" and _round(a) in asked]
    rounds = Counter(_round(a) for a in beside if a.status not in ("skipped", "lapsed"))
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
        counts = (done[name], rounds[name]) if name else ()
        rows[name or action.key] = ActionRow(mine, *counts)
    return ActionList(tuple(rows.values()), tuple(optional))


def _round(action: Action) -> tuple[str, str] | None:
    """The round whose interviewers are thanked together."""
    together = action.kind == "thank_you" and action.interview
    return (action.application, action.interview or "") if together else None


def after(sent: Action | None, plan: Agenda) -> tuple[Action, ...]:
    """What to do after this was sent: the same for the others of the round, while it is fresh; then as Today has it."""
    rest = (*plan.now, *plan.open)
    if sent is None or sent.interview is None:
        return rest
    mine = (sent.application, sent.interview, sent.kind)
    return tuple(
        sorted(rest, key=lambda each: (each.application, each.interview, each.kind) != mine)
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


@dataclass(frozen=True, slots=True)
class ComingLine:
    """One line: its day, what it is; `row` can be done already, `asleep` is snoozed; else it only comes."""

    id: str
    day: date
    words: str
    look: CalendarEntry | None = None
    row: ActionRow | None = None
    asleep: bool = False


def coming(  # noqa: PLR0913 (what the page has, and how it is said)
    entries: Iterable[CalendarEntry],
    can: Iterable[ActionRow],
    now: Iterable[ActionRow],
    above: Collection[str],
    *,
    applications: Mapping[str, Application],
    where: Mapping[str, str],
    clock: Clock,
) -> tuple[ComingLine, ...]:
    """The lines by day: what the calendar has, but for what stands `above` (ids), and what `can` be done already.

    What of the rows for `now` is due on a coming day is named there in one line, so that a day has all that is due.
    """
    lines: dict[str, ComingLine] = {}
    for entry in entries:
        if entry.id not in above and entry.word != OPENS:
            said = " · ".join(filter(None, (entry.title, entry.company, entry.note)))
            asleep = entry.look == "snooze"
            lines.setdefault(entry.id, ComingLine(entry.id, entry.day, said, entry, asleep=asleep))
    for row in can:
        what = _what(row, applications, where)
        lines[row.first.key] = ComingLine(row.first.key, day_of(row.first, clock), what, row=row)
    also: dict[date, list[str]] = {}
    for row in sorted(now, key=lambda each: in_utc(each.first.due)):
        day, time = day_of(row.first, clock), time_of(row.first, clock)
        if clock.today < day <= clock.today + NEAR:
            by = f" by {time}" if time else ""
            also.setdefault(day, []).append(f"{_what(row, applications, where, 40)}{by}")
    for day, some in also.items():
        lines[f"due:{day}"] = ComingLine("", day, f"Also due (above): {'; '.join(some)}")
    return tuple(sorted(lines.values(), key=lambda line: line.day))


def _what(
    row: ActionRow, known: Mapping[str, Application], where: Mapping[str, str], most: int = 120
) -> str:
    many, application = len(row.actions), known[row.first.application]
    what = thanks_words(many, row.sent, row.of) if many > 1 else title(row.first, application)
    return f"{one_line(what, most)} · {place_of(application, where)}"
