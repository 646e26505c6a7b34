"""The calendar of a whole search: what falls on each day of a period, and what was due before it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from followup.model.action import Action
from followup.model.facts import Facts
from followup.model.times import Clock
from followup.playbook.proposal import by_application
from followup.views.calendar.entry import CalendarEntry, Window, by_day, entries_of, of_actions
from followup.views.words import Period


def entries_by_day(
    facts: Facts, actions: Sequence[Action], clock: Clock, period: Period, *, behind: bool = False
) -> Mapping[date, tuple[CalendarEntry, ...]]:
    """What falls on each day of the period, in the order to read it; days without anything are left out.

    Actions stand on the day on which they are due, held ones on the day on which they may go, what is best done tonight
    on today. What comes stands on the day on which it opens or comes back from a snooze, too, where that is earlier.
    What is done (on the day when it was), skipped or lapsed is shown when `behind` is asked for. A promise that an
    action of the same day stands for is not repeated.
    """
    mine, snoozes = _by_application(actions), by_application(facts.snoozes)
    window = Window(facts.me, clock, period, behind=behind)
    found = (
        each
        for application in facts.applications
        for each in entries_of(
            application, mine.get(application.id, ()), snoozes.get(application.id, ()), window
        )
    )
    return by_day(found, facts.applications, clock.today)


def due_before(
    facts: Facts, actions: Iterable[Action], clock: Clock, day: date
) -> tuple[CalendarEntry, ...]:
    """What was due before the day and is still to be done, the oldest first; `actions` are those that could be done."""
    late = _by_application(a for a in actions if a.status in ("overdue", "due"))
    period = Period(date.min, day - timedelta(days=1))
    snoozes = by_application(facts.snoozes)
    found = (
        (application, entry)
        for application in facts.applications
        for _, entry in of_actions(
            application,
            late.get(application.id, ()),
            snoozes.get(application.id, ()),
            clock,
            period,
        )
    )
    days = by_day(found, facts.applications, clock.today)
    return tuple(entry for day in sorted(days) for entry in days[day])


def _by_application(actions: Iterable[Action]) -> dict[str, list[Action]]:
    found: dict[str, list[Action]] = {}
    for action in actions:
        found.setdefault(action.application, []).append(action)
    return found
