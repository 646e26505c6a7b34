"""When the first check of a count opens, and why (PLAYBOOK 4.1, 4.2; G4, G5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from followup.model.times import in_utc
from followup.playbook.case import Case, Given, end_of
from followup.playbook.scene import Scene
from followup.playbook.words import number, on, today
from followup.playbook.workdays import first_working_day, working_days_after


@dataclass(frozen=True, slots=True)
class Opening:
    """When a first check opens, and why; `promised` is 4.1's own moment, before which no check may go."""

    at: datetime
    reason: str
    promised: datetime | None


def _is_slip(case: Case, given: Given) -> bool:
    """A date before the end of the interview in which it was given."""
    on_day = given.promise.on
    return bool(on_day and given.interview and case.theirs.end(on_day) <= end_of(given.interview))


def _decision(case: Case) -> Given | None:
    """The promised decision that counts: given last; of several given together the later day; slips left out (4.1)."""
    dated = [
        given
        for given in case.promises
        if given.promise.kind == "decision_by" and given.promise.on and not _is_slip(case, given)
    ]
    return max(dated, key=lambda g: (g.at, g.promise.on, g.promise.id), default=None)


def _since(case: Case, given: Given) -> Iterator[str]:
    """In words, what spends a promise once its day has passed: another round, or another message of theirs (4.1)."""
    interview = given.interview.id if given.interview else None
    message = given.touchpoint.id if given.touchpoint else None
    if any(t.id != message and t.at > given.at for t in case.messages):
        yield "they wrote again"
    if any(i.id != interview and end_of(i) > given.at for i in case.held):
        yield "another round was held"


def _is_spent(case: Case, given: Given) -> bool:
    """Its day has passed, and something has happened since it was given (4.1)."""
    on_day = given.promise.on
    return bool(on_day and case.now >= case.theirs.end(on_day) and any(_since(case, given)))


def _no_date(case: Case) -> str:
    """Why no promised day counts."""
    given = _decision(case)
    if given and given.promise.on:
        why = " and ".join(_since(case, given))
        return f"They named {on(case, given.promise.on)}, but {why} after they had named it"
    slips = any(g.promise.kind == "decision_by" and g.promise.on for g in case.promises)
    return "They gave no date that counts" if slips else "They gave no date"


def _on_working_day(case: Case, moment: datetime) -> datetime:
    """The moment itself on a working day, else the next one's 00:00 (4.5)."""
    day = case.wall.day(moment)
    free = first_working_day(day, case.country)
    return moment if free == day else case.wall.start(free)


def _promised(case: Case, scene: Scene) -> tuple[date, datetime] | None:
    """The promised day that is not spent, and the moment from which 4.1 allows a check."""
    given = _decision(case)
    if given is None or given.promise.on is None or _is_spent(case, given):
        return None
    day = working_days_after(given.promise.on, scene.numbers.promise_working_days, case.country)
    opens = max(case.wall.start(day), case.theirs.end(given.promise.on))
    return given.promise.on, _on_working_day(case, opens)


def _missed(case: Case) -> datetime | None:
    """When they did not show up, if nothing has happened since: no round held, no message of theirs."""
    missed = max((in_utc(i.starts_at) for i in case.no_shows), default=None)
    since = [end_of(i) for i in case.held] + [in_utc(t.at) for t in case.messages]
    return missed if missed and all(moment <= missed for moment in since) else None


def opening_of(case: Case, scene: Scene) -> Opening:
    """When the first check of the count opens: after a no-show, by 4.1, or by 4.2."""
    promise = _promised(case, scene)
    allowed = promise[1] if promise else None
    if missed := _missed(case):
        day = working_days_after(case.wall.day(missed), 1, case.country)
        reason = (
            f"They did not show up on {on(case, missed)}: ask what happened and offer another time."
        )
        return Opening(case.wall.start(day), reason, allowed)
    if promise:
        then = f"it is {today(case)}"
        if case.now < case.theirs.end(promise[0]):
            then = "ask when that day has passed, not before"
        elif case.now < promise[1]:
            then = f"ask on {on(case, promise[1])}"
        reason = f"They said they would decide by {on(case, promise[0])}; {then}."
        return Opening(promise[1], reason, allowed)
    days = scene.numbers.wait_days
    days += scene.numbers.specialised_days if case.application.specialised else 0
    since = [(end_of(i), f"the interview of {on(case, end_of(i))}") for i in case.held]
    since += [(t.at, f"your thank-you of {on(case, t.at)}") for t in case.sent("thank_you")]
    since += [(t.at, f"their message of {on(case, t.at)}") for t in case.messages]
    last, what = max(since, key=lambda pair: pair[0])
    day = first_working_day(case.wall.day(last) + timedelta(days=days), case.country)
    return Opening(
        case.wall.start(day),
        f"{_no_date(case)}; {number(days, 'day')} after {what} you may ask.",
        None,
    )
