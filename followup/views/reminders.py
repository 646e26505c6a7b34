"""What is said of the plan where no page is open: each morning, and half an hour after an interview. Plain text."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from followup.model.action import Action
from followup.model.facts import Application, Facts
from followup.model.times import Clock, in_utc
from followup.playbook.case import company_in_prose
from followup.playbook.plan import plan
from followup.prose.text import counted
from followup.views.agenda import ActionRow, agenda, listed
from followup.views.labels import one_line, place_of, places
from followup.views.words import by_when, thanks_words, title

MORNING = time(9)
AFTER_AN_INTERVIEW = timedelta(minutes=30)
_LIVE = ("open", "due", "overdue")
_LIMIT = 120


@dataclass(frozen=True, slots=True)
class Reminder:
    """What to say from the moment `at` (UTC) on: a line, and the things to do, a line each. `id` tells two apart."""

    id: str
    at: datetime
    title: str
    lines: tuple[str, ...]


def for_today(facts: Facts, now: datetime) -> Reminder | None:
    """What Today lists at `now` (aware), what is optional only counted; None where there is nothing to do."""
    clock = Clock.of(now, facts.me.zone)
    actions = plan(facts, now)
    found = agenda(actions, facts, now)
    now_part = listed(found.now, actions)
    if not now_part.rows:
        return None
    by_id = {application.id: application for application in facts.applications}
    where = places(facts.applications)
    lines = [_line(row, by_id[row.first.application], where, clock) for row in now_part.rows]
    if now_part.optional:
        lines.append(f"and {len(now_part.optional)} optional, when you like")
    morning = clock.start(clock.today) + timedelta(hours=MORNING.hour)
    words = f"{counted(len(now_part.rows), 'thing')} to do today"
    return Reminder(f"today:{clock.today.isoformat()}", in_utc(morning), words, tuple(lines))


def reminders(facts: Facts, since: datetime, now: datetime) -> tuple[Reminder, ...]:
    """What came up after `since` and by `now` (both aware): the morning's list, and interviews that are over."""
    found = list(_after_interviews(facts, since, now))
    clock = Clock.of(now, facts.me.zone)
    morning = datetime.combine(clock.today, MORNING, clock.zone)
    if in_utc(since) < in_utc(morning) <= in_utc(now) and (today := for_today(facts, now)):
        found.append(today)
    return tuple(sorted(found, key=lambda one: (one.at, one.id)))


def _after_interviews(facts: Facts, since: datetime, now: datetime) -> Iterator[Reminder]:
    """For each interview that ended half an hour before a moment in that time, if it leaves anything to do."""
    over = [
        (application, interview)
        for application in facts.applications
        for interview in application.interviews
        if interview.starts_at  # of a day without a time nobody knows when it is over
        and in_utc(since) < interview.ends + AFTER_AN_INTERVIEW <= in_utc(now)
    ]
    if not over:
        return
    clock = Clock.of(now, facts.me.zone)
    actions, where = plan(facts, now), places(facts.applications)
    for application, interview in over:
        left = [a for a in actions if a.interview == interview.id and _is_pressing(a)]
        left = [a for a in left if a.application == application.id]
        if left:
            rows = listed(left, actions).rows
            yield Reminder(
                f"interview:{application.id}:{interview.id}",
                interview.ends + AFTER_AN_INTERVIEW,
                f"Your interview at {one_line(company_in_prose(application), _LIMIT)} is over",
                tuple(_line(row, application, where, clock) for row in rows),
            )


def _is_pressing(action: Action) -> bool:
    return action.status in _LIVE and not action.optional


def _line(row: ActionRow, application: Application, where: Mapping[str, str], clock: Clock) -> str:
    """“Thank Ann Adler · Globex · best tonight”."""
    action = row.first
    what = (
        thanks_words(len(row.actions), row.sent, row.of)
        if len(row.actions) > 1
        else title(action, application)
    )
    parts = (one_line(what, _LIMIT), place_of(application, where), by_when(action, clock))
    return " · ".join(part for part in parts if part)


def as_text(found: Sequence[Reminder]) -> Iterator[str]:
    """The same as lines for a terminal or a mail."""
    for one in found:
        yield f"{one.title}:"
        for line in one.lines:
            yield f"  {line}"
