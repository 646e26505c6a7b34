"""What an interview that was held asks for: the debrief, thank-yous, promised material, a word to who referred me."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from followup.model.facts import Interview, Person
from followup.model.times import hours_after
from followup.playbook.case import (
    Case,
    Promised,
    end_of,
    thank_you_to,
    thanked_people,
    through_agency,
)
from followup.playbook.proposal import NO_DAY, NO_DAY_OF_MINE, Proposal, sentence, the_day
from followup.playbook.search import Search


def debrief(case: Case, search: Search) -> Iterator[Proposal]:
    """Section 3, `debrief` (G1.3, G2.2, G5), one for each held interview: a message needs something to refer to."""
    if not case.goes_on or search.accepted_elsewhere(case):
        return
    for interview in case.held:
        if interview.specifics:
            continue
        end = end_of(interview)
        that_day = search.clock.end(search.clock.day(end))
        written = [t for t in case.sent("debrief") if case.interview_of(t) == interview.id]
        yield Proposal(
            case=case,
            kind="debrief",
            interview=interview.id,
            opens=end,
            due=that_day,
            late=search.clock.days_after(that_day, 1),
            closes=search.clock.days_after(end, 3),
            channel=None,
            reason=f"The interview at {case.company} ended on {the_day(case, end)} and nothing of what was said "
            "is noted: a message needs something to refer to.",
            answered=written[0].at if written else None,
        )


def thank_you(case: Case, search: Search) -> Iterator[Proposal]:
    """Section 3, `thank_you` (G1.1, G2.1, G3.3, G4, G5), one for each interviewer (4.7, 4.9): within a day.

    After an interview in person two to three days are still fine.
    """
    # A rejection folds open thank-yous into its reply; a withdrawal or a closing folds them too (4.8).
    folded = case.kind in ("rejected", "withdrawn", "closed") or bool(
        search.accepted_elsewhere(case)
    )
    for interview in case.held:
        for person in thanked_people(case, interview):
            proposal = _thank_you(case, search, interview, person)
            if not folded or search.is_over(proposal):
                yield proposal


def _thank_you(case: Case, search: Search, interview: Interview, person: Person | None) -> Proposal:
    end = end_of(interview)
    agency = through_agency(case, person)
    thanked = thank_you_to(case, interview, person)
    who = (
        f"spoke with {person.name}"
        if person and person.id in interview.interviewers
        else f"had an interview at {case.company}"
    )
    reason = f"You {who} on {the_day(case, end)}; a thank-you is best within a day."
    if interview.mode == "ai":
        reason = f"No human met you in the AI interview of {the_day(case, end)}: a thank-you matters more here."
    elif agency and person and agency.id != person.id:
        reason += f" It goes through {agency.name}: no address of {person.name} is known."
    return Proposal(
        case=case,
        kind="thank_you",
        interview=interview.id,
        person=person,
        opens=end,
        due=hours_after(end, search.numbers.thank_you_hours),
        late=hours_after(end, 72 if interview.mode == "in_person" else 48),
        closes=search.clock.days_after(end, 7),
        reason=reason,
        answered=thanked.at if thanked else None,
        phone_offered=bool(person and person.rapport and person.phone.strip()),
    )


def send_material(case: Case, search: Search) -> Iterator[Proposal]:
    """Section 3, `send_material` (G2.5), one for each thing that the user said they would send."""
    if not case.goes_on or search.accepted_elsewhere(case):
        return
    for promised in case.promises:
        if promised.promise.kind != "material":
            continue
        opens = end_of(promised.interview) if promised.interview else promised.at
        own_date = promised.promise.on
        due = max(opens, search.clock.end(own_date) if own_date else hours_after(opens, 24))
        what = ": " + sentence(promised.promise.text) if promised.promise.text.strip() else "."
        by = f" by {the_day(case, own_date)}" if own_date else ""
        usual = f" {NO_DAY if _is_theirs(promised) else NO_DAY_OF_MINE}"
        yield Proposal(
            case=case,
            kind="send_material",
            interview=promised.interview.id if promised.interview else None,
            person=case.addressee,
            promise=promised.promise.id,
            opens=opens,
            due=due,
            late=search.clock.days_after(due, 1),
            closes=search.clock.days_after(due, 14),
            reason=f"{_asked(case, promised)}{by}{what}{'' if own_date else usual}",
            answered=promised.answered,
        )


def _is_theirs(promised: Promised) -> bool:
    """Whether they asked for it."""
    return promised.touchpoint is not None and promised.touchpoint.direction == "received"


def _asked(case: Case, promised: Promised) -> str:
    """Whose idea it was to send it."""
    message = promised.touchpoint
    if message and _is_theirs(promised):
        return f"{case.company} asked you on {the_day(case, message.at)} to send something"
    return f"You promised to send {case.company} something"


_NEWS: Final = {
    "accepted": "You accepted the offer of {company} on {day}",
    "rejected": "{company} turned you down on {day}",
    "withdrawn": "You withdrew at {company} on {day}",
}


def _occasions(case: Case) -> Iterator[tuple[str, datetime, str]]:
    """What each of them should hear: which occasion, since when, and why, with a place for their {name}."""
    if case.held:
        end = end_of(case.held[0])
        day = the_day(case, end)
        yield (
            "interview",
            end,
            f"Your first interview at {case.company} was on {day}: thank {{name}} for the word.",
        )
    if case.outcome and case.kind in _NEWS:
        at = case.outcome.at
        said = _NEWS[case.kind].format(company=case.company, day=the_day(case, at))
        yield "outcome", at, f"{said}: {{name}}, who referred you, should hear it from you."


def tell_referrer(case: Case, search: Search) -> Iterator[Proposal]:
    """Section 3, `tell_referrer` (common courtesy), one for each referrer and each of the two occasions."""
    for person in case.application.people:
        if person.role != "referrer":
            continue
        told = [t for t in case.sent("tell_referrer") if not t.people or person.id in t.people]
        for occasion, at, reason in _occasions(case):
            of_news = occasion == "outcome"
            proposal = Proposal(
                case=case,
                kind="tell_referrer",
                person=person,
                occasion=occasion,
                opens=at,
                due=search.clock.days_after(at, 3),
                late=search.clock.days_after(at, 7),
                closes=search.clock.days_after(at, 21),
                reason=reason.replace("{name}", person.name),
                answered=next((t.at for t in told if t.at >= at), None),
                anew=at if of_news else None,
            )
            # The news takes over thanks that are still open.
            if of_news or case.kind not in _NEWS or search.is_over(proposal):
                yield proposal
