"""How long answers take: the waits after interviews, how many checks they took, and what is waiting now.

A **wait** begins with the end of a held interview and ends with the first message of theirs after it (any but an
out-of-office, or an entered rejection or offer). Of several interviews with no message between them it begins with the
last. **Days** are calendar days in the user's zone: interviewed on Monday, heard on Wednesday, 2 days.

A wait without an answer **counts** as unanswered 14 days after the last of: the interview's end, a thank-you, a check.
Until then it is still waiting. It counts nowhere when the user ended it themselves before, or a further interview lies
ahead.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from followup.model.action import Action
from followup.model.facts import Application
from followup.model.kinds import CHECKS
from followup.model.times import in_utc
from followup.model.vocabulary import LIVE
from followup.playbook.case import Case, end_of
from followup.views.insights.replies import ANSWER_TIME, Rate, called_off, heard

_CHECKS_SENT = ("No check", "1 check", "2 checks", "3 or more checks")


@dataclass(frozen=True, slots=True)
class Wait:
    """One wait: from when, until when they wrote (None: not yet), and the checks sent in it. Moments are in UTC."""

    begun: datetime
    answered: datetime | None
    days: int
    checks: int
    counts: bool


def waits(case: Case) -> Iterator[Wait]:
    """The waits of an application, oldest first."""
    begun: datetime | None = None
    ends = [(end_of(interview), True) for interview in case.held]
    messages = [(message.at, False) for message in heard(case)]
    for at, is_interview in sorted([*ends, *messages]):
        if is_interview:
            begun = at
        elif begun:
            yield _wait(case, begun, at)
            begun = None
    if begun and not case.ahead:
        last = _wait(case, begun, None)
        ended = called_off(case)
        if last.counts or not ended:
            yield last


def _wait(case: Case, begun: datetime, answered: datetime | None) -> Wait:
    until = answered or case.now
    checks = [in_utc(t.at) for t in case.sent(*CHECKS) if begun < t.at < until]
    thanks = [in_utc(t.at) for t in case.sent("thank_you") if begun < t.at < until]
    over = max([begun, *checks, *thanks]) + ANSWER_TIME
    ended = called_off(case)
    return Wait(
        begun,
        answered,
        (case.clock.day(until) - case.clock.day(begun)).days,
        len(checks),
        counts=answered is not None or (over <= case.now and not (ended and ended < over)),
    )


def by_checks(found: Sequence[Wait]) -> tuple[Rate, ...]:
    """How many waits ended with an answer, by the number of checks sent in them."""
    rates = []
    for number in range(len(_CHECKS_SENT)):
        mine = [wait for wait in found if min(wait.checks, len(_CHECKS_SENT) - 1) == number]
        counting = [wait for wait in mine if wait.counts]
        answered = sum(wait.answered is not None for wait in counting)
        if mine:
            rates.append(
                Rate(_CHECKS_SENT[number], answered, len(counting), len(mine) - len(counting))
            )
    return tuple(rates)


def days_to_answer(found: Iterable[Wait]) -> tuple[int, ...]:
    """The days of each answered wait, the shortest first."""
    return tuple(sorted(wait.days for wait in found if wait.answered))


def median(numbers: Sequence[int]) -> float:
    """The middle one, or halfway between the two in the middle, of one number or more."""
    ordered, middle = sorted(numbers), len(numbers) // 2
    return (
        float(ordered[middle]) if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
    )


@dataclass(frozen=True, slots=True)
class Waiting:
    """An application that waits for them: since the last interview's end or message of theirs, or its day."""

    application: Application
    since: date
    days: int
    checks: int
    after: str


def waiting(cases: Iterable[Case], actions: Sequence[Action]) -> tuple[Waiting, ...]:
    """Active applications with no round ahead, where no reply of the user's is due; longest first.

    They wait since an interview or a message of theirs; where there was neither, since the user applied.
    """
    my_turn = {a.application for a in actions if a.kind == "reply" and a.status in LIVE}
    found = []
    for case in cases:
        applied = case.application.applied
        messages = [message.at for message in heard(case)]
        begun = [*messages, *(end_of(i) for i in case.held)]
        if not begun and applied and applied <= case.clock.today:
            begun = [case.clock.start(applied)]
        if not case.active or not begun or case.ahead or case.id in my_turn:
            continue
        since = max(begun)
        checks = sum(in_utc(t.at) > since for t in case.sent(*CHECKS))
        last = "the interview" if case.held else "your application"
        after = "their message" if since in messages else last
        day = case.clock.day(since)
        found.append(
            Waiting(case.application, day, (case.clock.day(case.now) - day).days, checks, after)
        )
    return tuple(
        sorted(found, key=lambda item: (-item.days, item.application.company, item.application.id))
    )
