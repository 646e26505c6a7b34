"""People worth keeping: the LinkedIn request, and a note now and then after the end (G3.3, G5)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from followup.model.facts import Person, Touchpoint
from followup.model.times import in_utc
from followup.playbook.candidate import Candidate, lacks_address
from followup.playbook.case import Case, end_of
from followup.playbook.rules.thanks import interviewers, sent_to, thanked_at, thanked_people
from followup.playbook.scene import Scene
from followup.playbook.wall import hours_after
from followup.playbook.words import on
from followup.playbook.workdays import first_working_day, working_days_after

# Notes to one person within a year, at most (section 3).
_A_YEAR = 2


def _a_year_after(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return (
        day.replace(year=day.year + 1, month=3, day=1) if leap else day.replace(year=day.year + 1)
    )


def linkedin_connect(case: Case, scene: Scene) -> Iterator[Candidate]:
    """One for each person with rapport and each human recruiter, once they were thanked (G5)."""
    if case.kind == "withdrawn" or not case.held:
        return
    for person in case.application.people:
        if not person.rapport and person.role not in ("recruiter", "agency"):
            continue
        met = [i for i in case.held if person in interviewers(case, i)]
        last = (met or case.held)[-1]
        end = end_of(last)
        thanked = thanked_at(case, last, person) if person in thanked_people(case, last) else None
        opens = in_utc(thanked) if thanked else hours_after(end, 48)
        day = scene.wall.day(opens)
        asked = [t.at for t in case.sent("linkedin_connect") if person.id in sent_to(case, t)]
        why = "You got on well" if person.rapport else "A recruiter is worth knowing"
        yield Candidate(
            case=case,
            kind="linkedin_connect",
            person=person,
            opens=opens,
            due=scene.wall.end(working_days_after(day, 5, case.country)),
            late=scene.wall.end(working_days_after(day, 10, case.country)),
            closes=scene.wall.days_after(end, 30),
            channel="linkedin",
            reason=f"{why}: connect with {person.name}, whatever comes of the interview of {on(case, end)}.",
            guides=("G5",),
            answered=asked[0] if asked else None,
            needs_contact=lacks_address(person, "linkedin"),
        )


def keep_in_touch(case: Case, scene: Scene) -> Iterator[Candidate]:
    """A note now and then, at most two a year to one person, after it ended as rejected or closed (G3.3, G5)."""
    if case.outcome is None or case.kind not in ("rejected", "closed"):
        return
    for person in case.application.people:
        if person.rapport or person.role in ("recruiter", "hiring_manager"):
            yield _keep_in_touch(case, scene, person)


def _contacts(case: Case, person: Person) -> list[Touchpoint]:
    """What names nobody is taken as contact with everybody: better a note too late than one too many."""
    return [t for t in case.touchpoints if not t.people or person.id in t.people]


def _last_touch(case: Case, person: Person) -> tuple[datetime, str]:
    """From when the days are counted, and the reason that says what was then."""
    said = (
        f"It ended with {case.company}",
        f"You were last in touch with {case.company}",
        f"You were last in touch with {person.name}",
    )
    ended = case.outcome.at if case.outcome else case.now
    touches = [(ended, 0)]
    touches += [(in_utc(t.at), 2 if t.people else 1) for t in _contacts(case, person)]
    for i in case.held:
        if not i.interviewers or person.id in i.interviewers:
            touches.append((end_of(i), 2 if i.interviewers else 1))
    last, which = max(touches)
    to = "" if which == len(said) - 1 else f" to {person.name}"
    return last, f"{said[which]} on {on(case, last)}; a short note{to} keeps the tie."


def _keep_in_touch(case: Case, scene: Scene, person: Person) -> Candidate:
    contacts = _contacts(case, person)
    last, reason = _last_touch(case, person)
    day = scene.wall.day(last) + timedelta(days=scene.numbers.keep_in_touch_days)
    notes = [t for t in contacts if (t.direction, t.purpose) == ("sent", "keep_in_touch")]
    if len(notes) >= _A_YEAR:
        day = max(day, _a_year_after(scene.wall.day(notes[-_A_YEAR].at)))
    opens = scene.wall.start(first_working_day(day, case.country))
    hold = scene.hold(case)
    begins = max(opens, hold.until) if hold else opens
    return Candidate(
        case=case,
        kind="keep_in_touch",
        person=person,
        opens=opens,
        due=scene.wall.days_after(begins, 14),
        late=scene.wall.days_after(begins, 28),
        reason=reason,
        guides=("G3.3", "G5"),
        hold=hold,
        needs_contact=lacks_address(person, "email"),
    )
