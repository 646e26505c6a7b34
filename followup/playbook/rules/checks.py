"""Status checks: the clock and the limits (PLAYBOOK section 4; G2.6, G2.7, G3.1 to G3.4, G4, G5)."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from followup.model.facts import Touchpoint
from followup.model.vocabulary import ActionKind, Purpose
from followup.playbook.candidate import Candidate, Hold, lacks_address
from followup.playbook.case import Case, end_of
from followup.playbook.rules.opening import opening_of
from followup.playbook.scene import Scene
from followup.playbook.words import on
from followup.playbook.workdays import first_working_day, working_days_after

_CHECK_GUIDES = ("G2.6", "G3.1", "G3.3", "G4", "G5")
_SECOND_GUIDES = ("G2.7", "G3.3", "G3.4")
# Fixed, whatever the cadence says: from one check to the next, and until the phone is offered (4.3, 4.6).
_WEEK = 7
_COUNTS = {1: "One check", 2: "Two checks", 3: "Three checks"}


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


def _away_without_end(case: Case) -> str:
    """An out-of-office that says no day of return holds nothing, which the reason does not keep quiet (4.4)."""
    since = (t.at for t in case.messages)
    last = max(since, default=None)
    found = [
        t
        for t in case.touchpoints
        if (t.direction, t.purpose) == ("received", "out_of_office")
        and (last is None or t.at >= last)
    ]
    if not found or found[-1].back_on:
        return ""
    return f" Their out-of-office of {on(case, found[-1].at)} names no day of return, so it holds nothing."


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
        reason=reason + _away_without_end(case),
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
    opening, sent = opening_of(case, scene), _checks(case)
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
    if allowed := opening_of(case, scene).promised:
        opens = max(opens, allowed)
    reason = (
        f"Your check of {on(case, before.at)} went unanswered: ask for an estimate of the time."
    )
    yield _check(case, scene, "second_check", opens, reason, answered)


def move_on(case: Case, scene: Scene) -> Iterator[Candidate]:
    """Nothing more is worth sending: close it, or keep watching until a date (G3.4)."""
    if not _exists(case, scene):
        return
    opening, sent, checks = opening_of(case, scene), _checks(case), scene.numbers.checks
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
