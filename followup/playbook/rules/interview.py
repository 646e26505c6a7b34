"""What an interview that was held asks for: the debrief, thank-yous and promised material."""

from collections.abc import Iterator
from datetime import datetime

from followup.model.facts import Interview, Person
from followup.model.times import in_utc
from followup.playbook.candidate import Candidate, lacks_address
from followup.playbook.case import Case, Given, end_of
from followup.playbook.rules.thanks import thanked_at, thanked_people, through_agency
from followup.playbook.scene import Scene
from followup.playbook.wall import hours_after
from followup.playbook.words import on, sentence


def debrief(case: Case, scene: Scene) -> Iterator[Candidate]:
    """Ask what was said while it is remembered; a message needs something to refer to (G1.3, G2.2, G5)."""
    if case.kind not in (None, "offer"):
        return
    for interview in case.held:
        if interview.specifics:
            continue
        end = end_of(interview)
        that_day = scene.wall.end(scene.wall.day(end))
        written = [t for t in case.sent("debrief") if case.interview_of(t) == interview.id]
        yield Candidate(
            case=case,
            kind="debrief",
            interview=interview.id,
            opens=end,
            due=that_day,
            late=scene.wall.days_after(that_day, 1),
            closes=scene.wall.days_after(end, 3),
            channel=None,
            reason=f"The interview at {case.company} ended on {on(case, end)} and nothing of what was said is noted: "
            "a message needs something to refer to.",
            guides=("G1.3", "G2.2", "G5"),
            answered=written[0].at if written else None,
        )


def thank_you(case: Case, scene: Scene) -> Iterator[Candidate]:
    """One for each interviewer, within a day; in person two to three days are still fine (G1.1, G2.1, G3.3, G4, G5)."""
    # A rejection folds open thank-yous into its reply; a withdrawal or a closing folds them too (4.8).
    folded = case.kind in ("rejected", "withdrawn", "closed") or bool(
        scene.accepted_elsewhere(case)
    )
    for interview in case.held:
        for person in thanked_people(case, interview):
            candidate = _thank_you(case, scene, interview, person)
            past = candidate.closes is not None and candidate.closes <= case.now
            if not folded or candidate.answered or past or scene.is_skipped(candidate):
                yield candidate


def _thank_you(case: Case, scene: Scene, interview: Interview, person: Person | None) -> Candidate:
    end = end_of(interview)
    agency = through_agency(case, person)
    who = (
        f"spoke with {person.name}"
        if person and person.id in interview.interviewers
        else f"had an interview at {case.company}"
    )
    reason = f"You {who} on {on(case, end)}; a thank-you is best within a day."
    if interview.mode == "ai":
        reason = f"No human met you in the AI interview of {on(case, end)}: a thank-you matters more here."
    elif agency and person and agency.id != person.id:
        reason += f" It goes through {agency.name}: no address of {person.name} is known."
    return Candidate(
        case=case,
        kind="thank_you",
        interview=interview.id,
        person=person,
        opens=end,
        due=hours_after(end, scene.numbers.thank_you_hours),
        late=hours_after(end, 72 if interview.mode == "in_person" else 48),
        closes=scene.wall.days_after(end, 7),
        reason=reason,
        guides=("G1.1", "G2.1", "G3.3", "G4", "G5"),
        answered=thanked_at(case, interview, person),
        needs_contact=lacks_address(person and (agency or person), "email"),
    )


def send_material(case: Case, scene: Scene) -> Iterator[Candidate]:
    """One for each thing that the user said they would send (G2.5)."""
    if case.kind not in (None, "offer"):
        return
    for given in case.promises:
        if given.promise.kind != "material":
            continue
        opens = end_of(given.interview) if given.interview else given.at
        own_date = given.promise.on
        due = max(opens, scene.wall.end(own_date) if own_date else hours_after(opens, 24))
        what = ": " + sentence(given.promise.text) if given.promise.text.strip() else "."
        by = f" by {on(case, own_date)}" if own_date else ""
        yield Candidate(
            case=case,
            kind="send_material",
            interview=_interview_id(given),
            person=case.addressee,
            promise=given.promise.id,
            opens=opens,
            due=due,
            late=scene.wall.days_after(due, 1),
            closes=scene.wall.days_after(due, 14),
            reason=f"You promised to send {case.company} something{by}{what}",
            guides=("G2.5",),
            answered=sent_material_at(case, given),
            needs_contact=lacks_address(case.addressee, "email"),
        )


def _interview_id(given: Given) -> str | None:
    if given.interview:
        return given.interview.id
    return given.touchpoint.interview if given.touchpoint else None


def sent_material_at(case: Case, given: Given) -> datetime | None:
    """When the promised material was sent: under its own name, or under none for the same interview."""
    for touchpoint in case.sent("send_material"):
        if touchpoint.promise is not None:
            if touchpoint.promise == given.promise.id:
                return touchpoint.at
        elif given.interview:
            if case.interview_of(touchpoint) == given.interview.id:
                return touchpoint.at
        elif given.at <= in_utc(touchpoint.at) and touchpoint.interview in (
            None,
            _interview_id(given),
        ):
            return touchpoint.at
    return None
