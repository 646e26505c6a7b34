"""Status checks: the clock and the limits (PLAYBOOK section 4; G2.6, G2.7, G3.1 to G3.4, G4, G5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from followup.model.facts import Touchpoint
from followup.model.times import in_utc
from followup.model.vocabulary import ActionKind, Purpose
from followup.playbook.candidate import Candidate, Hold, lacks_address
from followup.playbook.case import Case, Given, end_of
from followup.playbook.scene import Scene
from followup.playbook.words import number, on, today
from followup.playbook.workdays import first_working_day, working_days_after

_CHECK_GUIDES = ("G2.6", "G3.1", "G3.3", "G4", "G5")
_SECOND_GUIDES = ("G2.7", "G3.3", "G3.4")
# Fixed, whatever the cadence says: from one check to the next, and until the phone is offered (4.3, 4.6).
_WEEK = 7
_COUNTS = {1: "One check", 2: "Two checks", 3: "Three checks"}


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


def _is_spent(case: Case, given: Given) -> bool:
    """Its day has passed, and since it was given another round was held or another message of theirs came (4.1)."""
    if given.promise.on is None or case.now < case.theirs.end(given.promise.on):
        return False
    interview = given.interview.id if given.interview else None
    message = given.touchpoint.id if given.touchpoint else None
    return any(i.id != interview and end_of(i) > given.at for i in case.held) or any(
        t.id != message and t.at > given.at for t in case.messages
    )


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


def _opening(case: Case, scene: Scene) -> Opening:
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
        waiting = "ask when that day has passed, not before"
        then = waiting if case.now < case.theirs.end(promise[0]) else f"it is {today(case)}"
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
        f"They gave no date that still counts; {number(days, 'day')} after {what} you may ask.",
        None,
    )


def _counted(case: Case, *purposes: Purpose) -> list[Touchpoint]:
    """What was sent since the count began: with the last round, no-show or message of theirs (4.4)."""
    starts = [end_of(i) for i in case.held] + [i.starts_at for i in case.no_shows]
    begin = max(starts + [t.at for t in case.messages])
    return [t for t in case.sent(*purposes) if t.at > begin]


def _checks(case: Case) -> list[Touchpoint]:
    """The checks of the count, whichever they were called."""
    return _counted(case, "status_check", "second_check")


def _exists(case: Case, scene: Scene) -> bool:
    """Active, something was held or missed, no round lies ahead, no acceptance elsewhere (section 3, 4.8)."""
    met = case.held or case.no_shows
    return bool(case.active and met and not case.ahead and not scene.accepted_elsewhere(case))


def _away(case: Case) -> Hold | None:
    """An out-of-office with a return date, unless they wrote since: until the first working day after it (4.4)."""
    holds = []
    for touchpoint in case.touchpoints:
        if (
            touchpoint.direction == "received"
            and touchpoint.purpose == "out_of_office"
            and touchpoint.back_on
            and not any(t.at > touchpoint.at for t in case.messages)
        ):
            back = working_days_after(touchpoint.back_on, 1, case.country)
            reason = (
                f"Held until {on(case, back)}: they are out of office until "
                f"{on(case, touchpoint.back_on)}."
            )
            holds.append(Hold(case.wall.start(back), touchpoint.id, reason))
    return max(holds, key=lambda hold: (hold.until, hold.by), default=None)


def _offers_phone(case: Case) -> bool:
    """With rapport, or when the last e-mail check stayed unanswered for a week; a number must be known (4.6)."""
    person = case.addressee
    if person is None or not person.phone:
        return False
    mailed = [t for t in case.sent("status_check", "second_check") if t.channel == "email"]
    unanswered = bool(mailed) and not any(t.at > mailed[-1].at for t in case.messages)
    waited = unanswered and case.wall.day(mailed[-1].at) + timedelta(days=_WEEK) <= case.wall.day(
        case.now
    )
    return person.rapport or waited


def _check(
    case: Case,
    scene: Scene,
    kind: ActionKind,
    opens: datetime,
    reason: str,
    answered: datetime | None,
) -> Candidate:
    holds = [] if answered else [h for h in (_away(case), scene.hold(case)) if h]
    hold = max(holds, key=lambda h: h.until, default=None)
    day = case.wall.day(max(opens, hold.until) if hold else opens)
    channel = case.application.channel
    return Candidate(
        case=case,
        kind=kind,
        person=case.addressee,
        opens=opens,
        due=case.wall.end(day),
        late=case.wall.end(working_days_after(day, 3, case.country)),
        channel=channel,
        reason=reason,
        guides=_CHECK_GUIDES if kind == "status_check" else _SECOND_GUIDES,
        answered=answered,
        hold=hold,
        phone_offered=_offers_phone(case),
        needs_contact=lacks_address(case.addressee, channel),
    )


def status_check(case: Case, scene: Scene) -> Iterator[Candidate]:
    """The first check of the count: ask how things stand."""
    if scene.numbers.checks == 0 or not _exists(case, scene):
        return
    opening, sent = _opening(case, scene), _checks(case)
    answered = sent[0].at if sent else None
    yield _check(case, scene, "status_check", opening.at, opening.reason, answered)


def second_check(case: Case, scene: Scene) -> Iterator[Candidate]:
    """One check went unanswered: ask for an estimate. A cadence of three has a further one, under the same key."""
    if scene.numbers.checks <= 1 or not _exists(case, scene):
        return
    sent = _checks(case)
    if not sent:
        return
    # The check before the one that is due, or before the one that was sent last when none is left.
    before = sent[: scene.numbers.checks - 1][-1]
    answered = sent[scene.numbers.checks - 1].at if len(sent) >= scene.numbers.checks else None
    free = first_working_day(case.wall.day(before.at) + timedelta(days=_WEEK), case.country)
    opens = case.wall.start(free)
    if allowed := _opening(case, scene).promised:
        opens = max(opens, allowed)
    reason = (
        f"Your check of {on(case, before.at)} went unanswered: ask for an estimate of the time."
    )
    yield _check(case, scene, "second_check", opens, reason, answered)


def move_on(case: Case, scene: Scene) -> Iterator[Candidate]:
    """Nothing more is worth sending: close it, or keep watching until a date (G3.4)."""
    if not _exists(case, scene):
        return
    opening, sent, checks = _opening(case, scene), _checks(case), scene.numbers.checks
    if len(sent) < checks or (checks == 0 and case.now < opening.at):
        return
    opens = opening.at
    if checks:
        opens = scene.wall.days_after(sent[-1].at, scene.numbers.move_on_days)
    if opening.promised:
        opens = max(opens, opening.promised)
    said = f"{_COUNTS.get(len(sent), 'Your checks')} went unanswered" if sent else "No answer came"
    decided = [t.at for t in _counted(case, "move_on") if not checks or t.at > sent[-1].at]
    yield Candidate(
        case=case,
        kind="move_on",
        person=case.addressee,
        opens=opens,
        due=scene.wall.days_after(opens, 7),
        late=scene.wall.days_after(opens, 14),
        channel=None,
        reason=f"{said}: nothing more is worth sending. Close it, or keep watching until a date.",
        guides=("G3.4",),
        answered=decided[0] if decided else None,
    )
