"""Who is thanked for an interview, and when they were (PLAYBOOK section 2 `done`, 4.7, 4.9)."""

from datetime import datetime

from followup.model.facts import Interview, Person, Touchpoint
from followup.playbook.case import Case

HUMANS = ("recruiter", "hr", "hiring_manager")


def interviewers(case: Case, interview: Interview) -> tuple[Person, ...]:
    """The people who held the interview; an ai interview has none, whoever was entered."""
    if interview.mode == "ai":
        return ()
    people = {p.id: p for p in case.application.people}
    return tuple(people[key] for key in dict.fromkeys(interview.interviewers) if key in people)


def thanked_people(case: Case, interview: Interview) -> tuple[Person | None, ...]:
    """Each interviewer; where there is none, the recruiter, HR or hiring manager; None: nobody is known."""
    return interviewers(case, interview) or (case.first_of(HUMANS),)


def sent_to(case: Case, touchpoint: Touchpoint) -> set[str]:
    """The ids of whom a touchpoint went to: those it names, else everyone of the interview that it counts for."""
    if touchpoint.people:
        return set(touchpoint.people)
    key = case.interview_of(touchpoint)
    interview = next((i for i in case.held if i.id == key), None)
    return {p.id for p in thanked_people(case, interview) if p} if interview else set()


def through_agency(case: Case, person: Person | None) -> Person | None:
    """The agency's person who passes a thank-you on, where the interviewer's address is not known."""
    if case.application.route != "agency" or (person and person.email):
        return None
    return case.first_of(["agency"])


def thanked_at(case: Case, interview: Interview, person: Person | None) -> datetime | None:
    """When the person was first thanked for the interview, in the touchpoint's own offset; None: not yet.

    A thank-you that names no interview counts for the last that had ended before it; one that names nobody counts
    for everyone of its interview. An ai interview's is answered by any. What goes through the agency names it, alone
    or beside the interviewer whom it is for: then it is for that one only.
    """
    met = {p.id for p in thanked_people(case, interview) if p}
    for touchpoint in case.sent("thank_you"):
        if case.interview_of(touchpoint) != interview.id:
            continue
        recipients = {p.id for p in (person, through_agency(case, person)) if p}
        named = sent_to(case, touchpoint)
        if interview.mode == "ai" or person is None or recipients & (named & met or named):
            return touchpoint.at
    return None
