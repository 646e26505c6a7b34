"""What a message of theirs asks for: an answer, and grace after a rejection or an offer (G1.5, G3.2, G5)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from followup.model.facts import Person, Promise, Touchpoint
from followup.model.times import in_utc
from followup.playbook.candidate import Candidate, lacks_address
from followup.playbook.case import ADDRESSEES, Case, end_of
from followup.playbook.rules.interview import sent_material_at
from followup.playbook.scene import Scene
from followup.playbook.wall import hours_after
from followup.playbook.words import last_day, on
from followup.playbook.workdays import working_day_before, working_days_after


@dataclass(frozen=True, slots=True)
class Question:
    """Something that they want an answer to: a message, a `reply_by` promise, or a message that carries one."""

    at: datetime
    by: date | None
    interview: str | None
    promise: str | None
    message: Touchpoint | None
    names: frozenset[str]


def _earliest(promises: list[Promise]) -> Promise | None:
    return min(promises, key=lambda p: (p.on is None, p.on or date.max, p.id), default=None)


def _questions(case: Case) -> Iterator[Question]:
    for given in case.promises:
        if given.interview and given.promise.kind == "reply_by":
            promise = given.promise
            names = frozenset([promise.id])
            yield Question(given.at, promise.on, given.interview.id, promise.id, None, names)
    for touchpoint in case.touchpoints:
        carried = [p for p in touchpoint.promises if p.kind == "reply_by"]
        asked = touchpoint.direction == "received" and touchpoint.wants_answer
        if not asked and not carried:
            continue
        first = _earliest(carried)
        message = touchpoint if touchpoint.direction == "received" else None
        yield Question(
            at=in_utc(touchpoint.at),
            by=first.on if first else None,
            interview=touchpoint.interview,
            promise=first.id if first else None,
            message=message,
            names=frozenset([touchpoint.id, *(p.id for p in carried)]),
        )


def _answered_at(case: Case, question: Question) -> datetime | None:
    """A later sent reply, a sent touchpoint that names the question, or the material that the message asked for."""
    times = [
        t.at
        for t in case.touchpoints
        if t.direction == "sent"
        and (t.promise in question.names or (t.purpose == "reply" and t.at > question.at))
    ]
    materials = [
        sent_material_at(case, given)
        for given in case.promises
        if given.promise.kind == "material"
        and given.touchpoint is not None
        and question.message is not None
        and given.touchpoint.id == question.message.id
    ]
    sent = [moment for moment in materials if moment]
    if materials and len(sent) == len(materials):
        times.append(max(sent))
    return min(times, default=None)


def _sender(case: Case, message: Touchpoint | None) -> Person | None:
    people = [p for p in (case.person(key) for key in message.people) if p] if message else []
    return min(
        people, key=lambda p: (ADDRESSEES.index(p.role), p.name, p.id), default=case.addressee
    )


def reply(case: Case, scene: Scene) -> Iterator[Candidate]:
    """One for each message that wants an answer and each promised answer: within the window that they gave (G3.2)."""
    if case.kind not in (None, "offer"):
        return
    for question in _questions(case):
        person = _sender(case, question.message)
        due = hours_after(question.at, 24)
        if question.by:
            before = working_day_before(question.by, case.country)
            due = min(due, scene.wall.end(before))
        due = max(due, question.at)
        late = scene.wall.end(question.by) if question.by else scene.wall.days_after(due, 1)
        late = max(late, question.at)
        asked = f"They wrote on {on(case, question.at)} and wait for your answer"
        if not question.message:
            asked = f"You promised {case.company} an answer"
        elif person and question.message.people:
            asked = f"{person.name} wrote on {on(case, question.at)} and waits for your answer"
        yield Candidate(
            case=case,
            kind="reply",
            interview=question.interview,
            person=person,
            promise=question.promise,
            message=question.message.id if question.message else None,
            opens=question.at,
            due=due,
            late=late,
            closes=scene.wall.days_after(late, 7),
            reason=f"{asked} by {on(case, question.by)}." if question.by else f"{asked}.",
            guides=("G3.2",),
            answered=_answered_at(case, question),
            needs_contact=lacks_address(person, "email"),
        )


def _first_since(touchpoints: tuple[Touchpoint, ...], moment: datetime) -> datetime | None:
    return next((t.at for t in touchpoints if t.at >= moment), None)


def rejection_reply(case: Case, scene: Scene) -> Iterator[Candidate]:
    """A short, gracious answer to a rejection (G5)."""
    if not case.rejected:
        return
    at = case.rejected.at
    yield Candidate(
        case=case,
        kind="rejection_reply",
        person=case.addressee,
        opens=at,
        due=hours_after(at, 24),
        late=hours_after(at, 48),
        closes=scene.wall.days_after(at, 7),
        reason=f"{case.company} turned you down on {on(case, at)}; a gracious answer is remembered.",
        guides=("G5",),
        answered=_first_since(case.sent("rejection_reply"), at),
        needs_contact=lacks_address(case.addressee, "email"),
    )


def feedback_request(case: Case, scene: Scene) -> Iterator[Candidate]:
    """Optional: ask what would have helped, with the rejection reply, or alone two working days after it (G1.5)."""
    if not case.rejected or not any(end_of(i) <= case.rejected.at for i in case.held):
        return
    at = case.rejected.at
    rejected_on = scene.wall.day(at)
    (answer,) = rejection_reply(case, scene)
    opens, reason = (
        at,
        "As a part of your answer to the rejection you may ask what would have helped.",
    )
    asked = _first_since(case.sent("feedback_request"), at)
    if answer.answered and not (asked and asked <= answer.answered):
        replied_on = scene.wall.day(answer.answered)
        opens = scene.wall.start(working_days_after(replied_on, 2, case.country))
        reason = f"You answered the rejection on {on(case, replied_on)}; you may still ask what would have helped."
    over = scene.is_skipped(answer) or (answer.closes is not None and answer.closes <= case.now)
    if over and not answer.answered:
        reason = f"The rejection of {on(case, at)} stays unanswered; you may still ask what would have helped."
    alone = bool(answer.answered) or over
    yield Candidate(
        case=case,
        kind="feedback_request",
        person=case.addressee,
        opens=opens,
        due=scene.wall.end(working_days_after(rejected_on, 5, case.country)),
        late=scene.wall.end(working_days_after(rejected_on, 10, case.country)),
        closes=scene.wall.days_after(at, 14),
        reason=reason,
        guides=("G1.5",),
        answered=asked,
        hold=scene.hold(case) if alone else None,
        needs_contact=lacks_address(case.addressee, "email"),
    )


def offer_reply(case: Case, scene: Scene) -> Iterator[Candidate]:
    """An offer is answered, or at least acknowledged, within a day (common courtesy)."""
    if not case.offered or case.kind == "rejected":
        return
    at, deadline = case.offered.at, case.offered.deadline
    answered = case.offer_answered
    # A withdrawal note takes the place of an unanswered offer's reply.
    if not answered and (case.kind == "withdrawn" or scene.accepted_elsewhere(case)):
        return
    by = ""
    if deadline:
        stands = "stands" if case.now < deadline else "stood"
        by = f" It {stands} until {last_day(case, deadline)}."
    yield Candidate(
        case=case,
        kind="offer_reply",
        person=case.addressee,
        opens=at,
        due=_earlier(hours_after(at, 24), deadline),
        late=_earlier(hours_after(at, 48), deadline),
        closes=deadline,
        reason=f"{case.company} made you an offer on {on(case, at)}.{by}",
        guides=(),
        answered=answered,
        needs_contact=lacks_address(case.addressee, "email"),
    )


def _earlier(moment: datetime, deadline: datetime | None) -> datetime:
    return min(moment, deadline) if deadline else moment
