"""What a click may do to the facts: pure functions, and none of them reads the clock.

The first part changes the whole (Facts → Facts); the second says what happened to one application
(Application → Application), for `change_application` to apply. Each `at` is an aware moment.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from typing import TypeVar

from followup.model.action import Action
from followup.model.beside import Template
from followup.model.errors import NotThere
from followup.model.facts import (
    Application,
    Facts,
    Interview,
    Outcome,
    Person,
    Promise,
    Specific,
    Touchpoint,
    new_id,
)
from followup.model.settings import Cadence, Me
from followup.model.snoozes_and_skips import forget, forget_checks, restarts_checks
from followup.model.vocabulary import Channel, InterviewState, OutcomeKind

_R = TypeVar("_R", Interview, Person, Touchpoint, Specific)
ApplicationChange = Callable[[Application], Application]


def save(facts: Facts, application: Application) -> Facts:
    """Facts with the application in the place of the one with its id, or as the last."""
    if facts.application(application.id):
        return change_application(facts, application.id, lambda _: application)
    return facts.with_application(application)


def change_application(facts: Facts, application_id: str, change: ApplicationChange) -> Facts:
    """Facts in which one application is what `change` makes of it; raises NotThere.

    Where that starts its count of checks again, the snoozes and skips of the old checks go.
    """
    if (before := facts.application(application_id)) is None:
        raise NotThere("This application is no longer there; it was deleted. Nothing was changed.")
    after = change(before)
    changed = facts.with_application(after)
    return forget_checks(changed, application_id) if restarts_checks(before, after) else changed


def log(
    facts: Facts,
    application_id: str,
    touchpoint: Touchpoint,
    *,
    also: ApplicationChange | None = None,
) -> Facts:
    """Facts with one more touchpoint of an application, and what else (`also`) changes in it; raises NotThere."""

    def logged(application: Application) -> Application:
        longer = with_touchpoint(application, touchpoint)
        return also(longer) if also else longer

    return change_application(facts, application_id, logged)


def delete(facts: Facts, application_id: str) -> Facts:
    """Facts without an application, and without the snoozes and skips of its actions; raises NotThere."""
    if all(each.id != application_id for each in facts.applications):
        raise NotThere("This application is no longer there; it was deleted already.")
    left = tuple(each for each in facts.applications if each.id != application_id)
    return forget(facts, application_id).replace(applications=left)


def settings(facts: Facts, me: Me, cadence: Cadence) -> Facts:
    """Facts with these settings of the user and this cadence."""
    return facts.replace(me=me, cadence=cadence)


def save_template(facts: Facts, template: Template) -> Facts:
    """Facts with the template in the place of the one with its id, or as the last."""
    if any(each.id == template.id for each in facts.templates):
        kept = tuple(template if each.id == template.id else each for each in facts.templates)
        return facts.replace(templates=kept)
    return facts.replace(templates=(*facts.templates, template))


def delete_template(facts: Facts, template_id: str) -> Facts:
    """Facts without a template; raises NotThere."""
    left = tuple(each for each in facts.templates if each.id != template_id)
    if len(left) == len(facts.templates):
        raise NotThere("This template is no longer there; it was deleted already.")
    return facts.replace(templates=left)


def sent(action: Action, channel: Channel, subject: str, text: str, at: datetime) -> Touchpoint:
    """The touchpoint that answers an action: sent for its purpose, to whom it goes; of thanks, to who is thanked."""
    to = action.person if action.kind == "thank_you" else action.to or action.person
    return Touchpoint(
        id=new_id(),
        at=at,
        channel=channel,
        direction="sent",
        purpose=action.kind,
        people=(to,) if to else (),
        interview=action.interview,
        subject=subject,
        text=text,
        promise=action.promise or action.message,
    )


def with_touchpoint(application: Application, touchpoint: Touchpoint) -> Application:
    """The application with one more touchpoint; with a note that the user withdraws, withdrawn, if it goes on."""
    longer = application.replace(touchpoints=(*application.touchpoints, touchpoint))
    goes_on = application.outcome is None or application.outcome.kind == "offer"
    told = touchpoint.purpose == "withdraw_note" and goes_on
    return ended(longer, "withdrawn", at=touchpoint.at) if told else longer


def ended(
    application: Application,
    kind: OutcomeKind,
    *,
    at: datetime,
    deadline: date | datetime | None = None,
    note: str = "",
) -> Application:
    """The application with this outcome, whatever it was before; a deadline is a day or an aware moment.

    A closing calls off the rounds that lie ahead (PLAYBOOK section 3).
    """
    made = application.replace(outcome=Outcome(kind=kind, at=at, deadline=deadline, note=note))
    return called_off_after(made, at) if kind == "closed" else made


def ahead_of(application: Application, at: datetime) -> tuple[Interview, ...]:
    """The scheduled rounds that have not begun at `at`, soonest first; a day without a time is ahead until it ends."""
    found = (i for i in application.interviews if i.state == "scheduled")
    return tuple(
        sorted((i for i in found if (i.ends if i.on else i.begins) > at), key=lambda i: i.begins)
    )


def called_off_after(application: Application, at: datetime) -> Application:
    """The application with the rounds cancelled that lie ahead at `at`: it was rejected, or closed."""
    for interview in ahead_of(application, at):
        application = with_state(application, interview.id, "cancelled")
    return application


def reopened(application: Application, at: datetime) -> Application:
    """The application active again from `at` on: after a rejection or a closing that stays on record.

    Where the user ended it (withdrew, accepted), that is taken back. What ended it at that very moment is taken to
    have come a second before: of two records of one moment the later one counts.
    """
    outcome = application.outcome
    if outcome and outcome.kind in ("withdrawn", "accepted"):
        return application.replace(outcome=None)
    before = at - timedelta(seconds=1)
    touchpoints = tuple(
        t.replace(at=before) if t.purpose == "rejection" and t.at == at else t
        for t in application.touchpoints
    )
    outcome = outcome.replace(at=before) if outcome and outcome.at == at else outcome
    return application.replace(reopened_at=at, touchpoints=touchpoints, outcome=outcome)


def with_state(application: Application, interview_id: str, state: InterviewState) -> Application:
    """One of its interviews cancelled, moved, missed by them, or as planned again; raises NotThere."""
    return on_interview(application, interview_id, lambda round_: round_.replace(state=state))


def met(application: Application, interview_id: str, people: Sequence[str]) -> Application:
    """Who held, or will hold, one of its interviews: ids of people; raises NotThere."""
    named = tuple(each.id for each in application.people if each.id in people)
    return on_interview(application, interview_id, lambda held: held.replace(interviewers=named))


def noted(
    application: Application,
    interview_id: str,
    said: Sequence[Specific],
    promises: Sequence[Promise] = (),
) -> Application:
    """More that was said and promised in one of its interviews; raises NotThere."""
    return on_interview(
        application,
        interview_id,
        lambda held: held.replace(
            specifics=(*held.specifics, *said), promises=(*held.promises, *promises)
        ),
    )


def reworded(application: Application, said: Specific) -> Application:
    """A specific in other words, or with its frame, in the place of the one with its id; raises NotThere."""
    of = next((i.id for i in application.interviews if said.id in {s.id for s in i.specifics}), "")
    same = partial(_changed, identity=said.id, change=lambda _: said, what="It")
    return on_interview(application, of, lambda i: i.replace(specifics=same(i.specifics)))


def on_interview(
    application: Application, interview_id: str, change: Callable[[Interview], Interview]
) -> Application:
    """The application with one interview as `change` makes it; raises NotThere."""
    rounds = _changed(application.interviews, interview_id, change, "This interview")
    return application.replace(interviews=rounds)


def on_person(
    application: Application, person_id: str, change: Callable[[Person], Person]
) -> Application:
    """The application with one person as `change` makes them; raises NotThere."""
    people = _changed(application.people, person_id, change, "This person")
    return application.replace(people=people)


def on_touchpoint(
    application: Application, touchpoint_id: str, change: Callable[[Touchpoint], Touchpoint]
) -> Application:
    """The application with one touchpoint as `change` makes it; raises NotThere."""
    log = _changed(application.touchpoints, touchpoint_id, change, "This message")
    return application.replace(touchpoints=log)


def _changed(
    records: Sequence[_R], identity: str, change: Callable[[_R], _R], what: str
) -> tuple[_R, ...]:
    if not any(each.id == identity for each in records):
        raise NotThere(f"{what} is no longer there; it was deleted. Nothing was changed.")
    return tuple(change(each) if each.id == identity else each for each in records)


def without_touchpoint(application: Application, touchpoint_id: str) -> Application:
    """The application without one touchpoint; what named it, or a promise in it, names nothing. Raises NotThere."""
    on_touchpoint(application, touchpoint_id, lambda found: found)
    (taken,) = (each for each in application.touchpoints if each.id == touchpoint_id)
    gone = {taken.id, *(promise.id for promise in taken.promises)}
    left = (each for each in application.touchpoints if each is not taken)
    return application.replace(touchpoints=tuple(_unnamed(each, gone) for each in left))


def _unnamed(touchpoint: Touchpoint, gone: set[str]) -> Touchpoint:
    """The touchpoint where it names nothing that is gone."""
    lost = {name: None for name in ("promise", "bounced") if getattr(touchpoint, name) in gone}
    return touchpoint.replace(**lost) if lost else touchpoint
