"""What the record says: replies, waits, windows kept, and the search week by week; from facts, actions and `now`."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from followup.model.action import Action
from followup.model.facts import Facts
from followup.model.kinds import those
from followup.model.times import in_utc
from followup.model.vocabulary import ActionKind
from followup.playbook.case import Case, end_of
from followup.playbook.search import search_of
from followup.views.calendar.days import monday
from followup.views.insights.replies import (
    Rate,
    asked,
    by_channel,
    by_hours,
    by_kind,
    kind_word,
    rate,
)
from followup.views.insights.waits import Wait, Waiting, by_checks, days_to_answer, waiting, waits

WEEKS = 16
# A debrief that was done is listed no more, a check never closes, what is optional cannot be missed.
WINDOWS = those(lambda kind: kind.window)


@dataclass(frozen=True, slots=True)
class Kept:
    """The windows of a kind: done before they were late, done late, or closed without it; skipped ones stand apart."""

    label: str
    in_time: int
    late: int
    missed: int
    skipped: int = 0

    @property
    def of(self) -> int:
        """Those that count."""
        return self.in_time + self.late + self.missed


@dataclass(frozen=True, slots=True)
class Week:
    """A week of the search, from its Monday: interviews held, messages sent, messages of theirs."""

    monday: date
    interviews: int
    sent: int
    received: int


@dataclass(frozen=True, slots=True)
class Insights:
    """All of the page."""

    interviews: int
    all_asked: Rate
    kinds: tuple[Rate, ...]
    channels: tuple[Rate, ...]
    hours: tuple[Rate, ...]
    checks: tuple[Rate, ...]
    waits: tuple[Wait, ...]
    days: tuple[int, ...]
    waiting: tuple[Waiting, ...]
    kept: tuple[Kept, ...]
    weeks: tuple[Week, ...]


def insights(facts: Facts, actions: Sequence[Action], now: datetime) -> Insights:
    """All of it at `now` (aware); `actions` is the plan at that moment."""
    search = search_of(facts, now)
    messages = tuple(message for case in search.cases for message in asked(case))
    each = (wait for case in search.cases for wait in waits(case))
    found = tuple(sorted(each, key=lambda wait: (wait.begun, wait.days, wait.checks)))
    return Insights(
        interviews=sum(len(case.held) for case in search.cases),
        all_asked=rate("All messages", messages),
        kinds=by_kind(messages),
        channels=by_channel(messages),
        hours=by_hours(messages),
        checks=by_checks(found),
        waits=found,
        days=days_to_answer(found),
        waiting=waiting(search.cases, actions),
        kept=windows_kept(actions, _kept_from(search.cases)),
        weeks=by_week(search.cases, search.clock.today),
    )


def _kept_from(cases: Iterable[Case]) -> datetime | None:
    """Since when there is a log: the first message that the user logged. What closed before, nobody could have kept."""
    return min(
        (in_utc(t.at) for c in cases for t in c.touchpoints if t.direction == "sent"), default=None
    )


def windows_kept(actions: Iterable[Action], since: datetime | None) -> tuple[Kept, ...]:
    """By kind: done before its `late` is in time, closed without it is missed; what is open does not count yet.

    What closed before `since` (None: whatever closed) counts nowhere: it was entered when it was over.
    """
    found: dict[ActionKind, Counter[str]] = {}
    for action in actions:
        came = _came_of(action, since)
        if came and action.kind in WINDOWS:
            found.setdefault(action.kind, Counter())[came] += 1
    return tuple(
        Kept(
            kind_word(kind),
            counts["in time"],
            counts["late"],
            counts["missed"],
            counts["skipped"],
        )
        for kind in WINDOWS
        if (counts := found.get(kind))
    )


def _came_of(action: Action, since: datetime | None) -> str:
    if action.status == "done" and action.answered:
        return "in time" if in_utc(action.answered) < in_utc(action.late) else "late"
    if action.status == "lapsed" and action.closes and since and since < in_utc(action.closes):
        return "missed"
    return "skipped" if action.status == "skipped" else ""


def by_week(cases: Iterable[Case], today: date) -> tuple[Week, ...]:
    """The weeks in which anything happened up to this one, of the last 16, and the empty ones between; oldest first."""
    interviews: Counter[date] = Counter()
    sent: Counter[date] = Counter()
    received: Counter[date] = Counter()
    for case in cases:
        interviews.update(monday(case.clock.day(end_of(interview))) for interview in case.held)
        sent.update(monday(case.clock.day(t.at)) for t in case.touchpoints if t.direction == "sent")
        received.update(monday(case.clock.day(t.at)) for t in case.messages)
    this = monday(today)
    seen = [week for week in interviews | sent | received if (this - week).days < WEEKS * 7]
    if not seen:
        return ()
    first = min(seen)
    weeks = (first + timedelta(weeks=number) for number in range((this - first).days // 7 + 1))
    return tuple(Week(week, interviews[week], sent[week], received[week]) for week in weeks)
