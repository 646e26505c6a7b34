"""What a change did to the plan, in sentences: what was held, moved, dropped, and what is new."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from followup.model.action import Action
from followup.model.facts import Application, Facts
from followup.model.vocabulary import Status
from followup.views.words import counted, date_words, day_words, full_date, last_day, noun

AHEAD: frozenset[Status] = frozenset({"overdue", "due", "open", "held", "upcoming"})


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


@dataclass(frozen=True, slots=True)
class _Calendar:
    now: datetime
    zone: ZoneInfo

    def due(self, action: Action) -> str:
        """The day an action is due, never relative."""
        return full_date(last_day(action.due, self.zone), self.now.astimezone(self.zone).date())

    def due_soon(self, action: Action) -> str:
        return date_words(last_day(action.due, self.zone), self.now.astimezone(self.zone).date())

    def day(self, moment: datetime) -> str:
        return day_words(moment, self.now, self.zone)


def difference(
    before: Derived, after: Derived, now: datetime, *, would: bool = False
) -> tuple[str, ...]:
    """Sentences for every action ahead that a change made, held, moved or dropped: new ones first, in the plan's order.

    With `would` they speak of a change that is not made yet.
    """
    words = _WOULD if would else _DID
    calendar = _Calendar(now, ZoneInfo(after.facts.me.time_zone))
    old = {action.key: action for action in before.actions if action.status in AHEAD}
    new = {action.key: action for action in after.actions if action.status in AHEAD}
    answered = {a.key for a in after.actions if a.status in ("done", "skipped")}
    applications = {a.id: a for facts in (before.facts, after.facts) for a in facts.applications}
    kept = [
        _Pair(old[key], action, applications[action.application])
        for key, action in new.items()
        if key in old
    ]
    dropped = [action for key, action in old.items() if key not in new and key not in answered]
    made = [action for key, action in new.items() if key not in old]
    return (
        *_made(made, applications, calendar, words),
        *_changed(kept, calendar, words),
        *_dropped(dropped, applications, words),
    )


def _changed(pairs: Sequence[_Pair], calendar: _Calendar, words: _Words) -> Iterator[str]:
    for pair in pairs:
        name = f"The {noun(pair.after, pair.application)}"
        if pair.after.held_until and pair.after.held_until != pair.before.held_until:
            yield f"{name} {words.held} until {calendar.day(pair.after.held_until)}."
        elif calendar.due(pair.before) != calendar.due(pair.after):
            yield f"{name} {words.moved} from {calendar.due(pair.before)} to {calendar.due(pair.after)}."
        elif pair.before.status == "held" and pair.after.status != "held":
            yield f"{name} {words.freed}."


def _dropped(
    actions: Sequence[Action], applications: dict[str, Application], words: _Words
) -> Iterator[str]:
    checks = [action for action in actions if action.kind in ("status_check", "second_check")]
    if len(checks) > 1:
        yield f"{counted(len(checks), 'check')} {words.dropped}."
    for action in actions:
        if len(checks) <= 1 or action not in checks:
            yield f"{words.gone}: {noun(action, applications[action.application])}."


def _made(
    actions: Sequence[Action],
    applications: dict[str, Application],
    calendar: _Calendar,
    words: _Words,
) -> Iterator[str]:
    for action in actions:
        application = applications[action.application]
        to = "" if application.company in noun(action, application) else f" ({application.company})"
        held = f", held until {calendar.day(action.held_until)}" if action.held_until else ""
        due = f", due {calendar.due_soon(action)}"
        yield f"{words.new}: {noun(action, application)}{to}{held or due}."
