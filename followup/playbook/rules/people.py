"""People worth keeping: the LinkedIn request, and a note now and then after the end (G3.3, G5)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from followup.model.facts import Interview, Person, Touchpoint
from followup.model.times import hours_after, in_utc
from followup.playbook.case import (
    Case,
    end_of,
    interviewers,
    sent_to,
    thank_you_to,
    thanked_people,
)
from followup.playbook.proposal import Proposal, the_day
from followup.playbook.search import Search
from followup.playbook.workdays import first_working_day, working_days_after

# Notes to one person within a year, at most (section 3).
A_YEAR = 2


def _a_year_after(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return (
        day.replace(year=day.year + 1, month=3, day=1) if leap else day.replace(year=day.year + 1)
    )


def linkedin_connect(case: Case, search: Search) -> Iterator[Proposal]:
    """Section 3, `linkedin_connect` (G5), one for each who was met or wrote, with rapport or a recruiter, once thanked.

    Of one person in several applications the plan lists one (`together`).
    """
    if case.kind == "withdrawn" or not case.held:
        return
    known = {key for touchpoint in case.contacts for key in touchpoint.people}
    for person in case.application.people:
        met = [i for i in case.held if person in interviewers(case, i)]
        worth = person.rapport or person.role in ("recruiter", "agency")
        gone = case.has_left(person)
        if worth and not gone and (met or person.id in known):
            yield _linkedin_connect(case, search, person, (met or case.held)[-1])


def _linkedin_connect(case: Case, search: Search, person: Person, last: Interview) -> Proposal:
    end = end_of(last)
    thanked = thank_you_to(case, last, person) if person in thanked_people(case, last) else None
    opens = in_utc(thanked.at) if thanked else hours_after(end, 48)
    day = search.clock.day(opens)
    asked = [t.at for t in case.sent("linkedin_connect") if person.id in sent_to(case, t)]
    why = "You got on well" if person.rapport else "A recruiter is worth knowing"
    return Proposal(
        case=case,
        kind="linkedin_connect",
        person=person,
        opens=opens,
        due=search.clock.end(working_days_after(day, 5, case.place)),
        late=search.clock.end(working_days_after(day, 10, case.place)),
        closes=search.clock.days_after(end, 30),
        channel="linkedin",
        reason=f"{why}: connect with {person.name}, whatever comes of the interview of {the_day(case, end)}.",
        answered=asked[0] if asked else None,
    )


def _is_kept(case: Case, person: Person) -> bool:
    """Whether the person of an ended application is worth a note now and then."""
    ended = case.kind in ("rejected", "closed", "withdrawn") and case.held
    worth = person.rapport or person.role in ("recruiter", "hiring_manager")
    return bool(ended and worth and not case.has_left(person))


def keep_in_touch(case: Case, search: Search) -> Iterator[Proposal]:
    """Section 3, `keep_in_touch` (G3.3, G5), optional, after the end: at most two notes a year to one person.

    Of one e-mail address in several applications, that of the one which ended last, then the first by key.
    """
    for person in case.application.people:
        if not _is_kept(case, person):
            continue
        alike = search.of_one_address(case, person)
        rivals = [(c, p) for c, p in alike if c.outcome and _is_kept(c, p)]
        last = max(c.outcome.at for c, _ in rivals if c.outcome)
        latest = [(c.id, p.id) for c, p in rivals if c.outcome and c.outcome.at == last]
        if (case.id, person.id) == min(latest):
            yield _keep_in_touch(case, search, person)


def _contacts(case: Case, person: Person) -> list[Touchpoint]:
    """What names nobody is taken as contact with everybody: better a note too late than one too many."""
    return [t for t in case.contacts if not t.people or person.id in t.people]


def _last_touch(case: Case, search: Search, person: Person) -> tuple[datetime, str]:
    """From when the days are counted, and the reason that says what was then."""
    said = (
        f"It ended with {case.company}",
        f"You were last in touch with {case.company}",
        f"You were last in touch with {person.name}",
    )
    ended = case.outcome.at if case.outcome else case.now
    touches = [(ended, 0)]
    for each, same in search.of_one_address(case, person):
        touches += [(in_utc(t.at), 2 if t.people else 1) for t in _contacts(each, same)]
        for i in each.held:
            met = interviewers(each, i)
            if not met or same in met:
                touches.append((end_of(i), 2 if met else 1))
    last, which = max(touches)
    to = "" if which == len(said) - 1 else f" to {person.name}"
    return last, f"{said[which]} on {the_day(case, last)}; a short note{to} keeps the tie."


def _keep_in_touch(case: Case, search: Search, person: Person) -> Proposal:
    last, reason = _last_touch(case, search, person)
    day = search.clock.day(last) + timedelta(days=search.numbers.keep_in_touch_days)
    found = {  # by id: somebody may be on file twice under one address
        t.id: in_utc(t.at)
        for each, same in search.of_one_address(case, person)
        for t in _contacts(each, same)
        if (t.direction, t.purpose) == ("sent", "keep_in_touch")
    }
    notes = sorted(found.values())
    if len(notes) >= A_YEAR:
        day = max(day, _a_year_after(search.clock.day(notes[-A_YEAR])))
    opens = search.clock.start(first_working_day(day, case.place))
    hold = search.hold(case)
    begins = max(opens, hold.until) if hold else opens
    return Proposal(
        case=case,
        kind="keep_in_touch",
        person=person,
        opens=opens,
        due=search.clock.days_after(begins, 14),
        late=search.clock.days_after(begins, 28),
        reason=reason,
        anew=case.outcome.at if case.outcome else None,
        hold=hold,
        limited=True,
    )
