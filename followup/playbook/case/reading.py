"""From the record of an application to its case: the one place where it is read."""

from collections.abc import Sequence
from datetime import datetime

from followup.model.fact import once
from followup.model.facts import Application, Interview, Touchpoint
from followup.model.settings import Me
from followup.model.times import Clock
from followup.playbook.case.case import Case
from followup.playbook.case.course import Ending, course_of, end_of, happened, in_order, is_held
from followup.playbook.case.promises import Promised, brings, decided, first_of, given, with_state
from followup.playbook.case.questions import Question, spoken, with_answer, written
from followup.playbook.workdays import Place


def case_of(
    application: Application, me: Me, now: datetime, *, year_end_pause: bool = True
) -> Case:
    """The application as it stands at `now` (aware); `year_end_pause` is the cadence's."""
    clock = Clock.of(now, me.zone)
    theirs = Clock.of(now, application.zone or me.zone)
    now = clock.now
    rounds = in_order(application.interviews)
    held = tuple(i for i in rounds if is_held(i, now))
    touchpoints = happened(application, now)
    course = course_of(application, touchpoints, clock)
    promises, questions = _promises(application, held, touchpoints, clock)
    ended = course.outcome is not None and course.outcome.ends
    states = tuple(
        with_state(p, promises, theirs if p.theirs else clock, ended=ended) for p in promises
    )
    return Case(
        application=application,
        clock=clock,
        theirs=theirs,
        place=_place(application, me, year_end_pause),
        held=held,
        no_shows=tuple(i for i in rounds if i.state == "no_show" and i.begins <= now),
        ahead=tuple(i for i in rounds if i.state == "scheduled" and end_of(i) > now),
        touchpoints=touchpoints,
        promises=tuple(p for p in states if p.counts),
        other_promises=tuple(p for p in states if not p.counts),
        questions=questions,
        course=course,
    )


def _place(application: Application, me: Me, year_end_pause: bool) -> Place:
    """Where they work; the user's region counts only where the country is the same."""
    country = application.country or me.country
    same = (country or "").strip().upper() == (me.country or "").strip().upper()
    return Place(country, application.region or (me.region if same else None), year_end_pause)


def _promises(
    application: Application,
    held: Sequence[Interview],
    touchpoints: Sequence[Touchpoint],
    clock: Clock,
) -> tuple[list[Promised], tuple[Question, ...]]:
    """Every promise in the order given, and every question that counts, with what answered them."""
    every = sorted(given(application, touchpoints, clock.now), key=lambda p: p.order)
    # Materials first: a question may be answered by the material that its message asked for.
    materials = [
        p.kept_by(first_of(t for t in touchpoints if brings(t, p, held)))
        for p in every
        if p.promise.kind == "material"
    ]
    asked = [spoken(p) for p in every if p.interview and p.promise.kind == "reply_by"]
    asked += [question for touchpoint in touchpoints for question in written(touchpoint)]
    rounds = in_order(application.interviews)
    questions = [with_answer(question, touchpoints, materials, rounds) for question in asked]
    # A question may be answered by no message: an invitation by its round.
    kept = {each.promise: (each.answer, each.answered) for each in questions if each.promise}
    kept |= {each.id: (each.answer, each.answered) for each in materials}
    uncounted = {p.id for p in every if not p.counts}
    return (
        [
            decided(p, application, touchpoints, clock.now)
            if p.theirs
            else p.kept_by(*kept.get(p.id, (None, None)))
            for p in every
        ],
        tuple(question for question in questions if question.promise not in uncounted),
    )


def promises_of(application: Application, me: Me, now: datetime) -> tuple[Promised, ...]:
    """Every promise on record with what came of it, in the order given; reads no more where there is none."""
    spoken = any(interview.promises for interview in application.interviews)
    if not spoken and not any(touchpoint.promises for touchpoint in application.touchpoints):
        return ()
    return case_of(application, me, now).all_promises


def ending_of(application: Application, me: Me, now: datetime) -> Ending | None:
    """What counts as the outcome at `now`, as `case_of` has it; None: it is active. Reads no more than that."""
    letters = any(t.purpose in ("rejection", "offer") for t in application.touchpoints)
    if application.outcome is None and not letters:
        return None
    clock = Clock.of(now, me.zone)
    return course_of(application, happened(application, clock.now), clock).outcome


def has_offer(application: Application) -> bool:
    """Whether there ever was an offer, whatever came of it; reads no more than that."""
    entered = application.outcome
    # A list is quicker than `any`, and each change asks for all applications.
    return (entered is not None and entered.kind in ("offer", "accepted")) or (
        "offer" in [touchpoint.purpose for touchpoint in application.touchpoints]
    )


@once
def with_offers(applications: tuple[Application, ...]) -> list[Application]:
    """Those of a search that ever had an offer."""
    return [each for each in applications if has_offer(each)]


def is_over(application: Application, me: Me, now: datetime) -> bool:
    """Whether it has ended at `now`, and not with an offer that stands."""
    ending = ending_of(application, me, now)
    return ending is not None and ending.ends
