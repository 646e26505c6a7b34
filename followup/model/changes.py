"""What a click may do to the facts: pure functions, and none of them reads the clock.

The first part changes the whole (Facts → Facts); the second says what happened to one application
(Application → Application), each with one date, for `on` to apply.
"""

from collections.abc import Callable
from datetime import date, datetime

from followup.model import aside
from followup.model.action import Action
from followup.model.aside import restarts
from followup.model.errors import NotThere
from followup.model.facts import (
    Application,
    Cadence,
    Facts,
    Interview,
    Me,
    Outcome,
    Promise,
    Touchpoint,
    new_id,
)
from followup.model.vocabulary import Channel, OutcomeKind, ReceivedPurpose

OnApplication = Callable[[Application], Application]


def save(facts: Facts, application: Application) -> Facts:
    """The application in the place of the one with its id, or as the last."""
    if any(each.id == application.id for each in facts.applications):
        return on(facts, application.id, lambda _: application)
    return facts.replace(applications=(*facts.applications, application))


def on(facts: Facts, application_id: str, change: OnApplication) -> Facts:
    """One application changed; raises NotThere."""
    before = next((each for each in facts.applications if each.id == application_id), None)
    if before is None:
        raise NotThere("This application is no longer there; it was deleted. Nothing was changed.")
    after = change(before)
    changed = facts.replace(
        applications=tuple(after if each is before else each for each in facts.applications)
    )
    return aside.asked_again(changed, application_id) if restarts(before, after) else changed


def log(
    facts: Facts, application_id: str, touchpoint: Touchpoint, *, also: OnApplication | None = None
) -> Facts:
    """One more contact with an application, and what else it means for it; raises NotThere."""

    def logged(application: Application) -> Application:
        longer = with_touchpoint(application, touchpoint)
        return also(longer) if also else longer

    return on(facts, application_id, logged)


def delete(facts: Facts, application_id: str) -> Facts:
    """An application goes, and with it what the user said of its actions; raises NotThere."""
    if all(each.id != application_id for each in facts.applications):
        raise NotThere("This application is no longer there; it was deleted already.")
    left = tuple(each for each in facts.applications if each.id != application_id)
    return aside.without(facts, application_id).replace(applications=left)


def settings(facts: Facts, me: Me, cadence: Cadence) -> Facts:
    """Who the user is, and the numbers that the plan goes by."""
    return facts.replace(me=me, cadence=cadence)


def sent(action: Action, channel: Channel, subject: str, text: str, at: datetime) -> Touchpoint:
    """The contact that answers an action: sent for its purpose, to its person."""
    return Touchpoint(
        id=new_id(),
        at=at,
        channel=channel,
        direction="sent",
        purpose=action.kind,
        people=(action.person,) if action.person else (),
        interview=action.interview,
        subject=subject,
        text=text,
        promise=action.promise or action.message,
    )


def received(
    purpose: ReceivedPurpose,
    at: datetime,
    *,
    people: tuple[str, ...] = (),
    channel: Channel = "email",
    text: str = "",
) -> Touchpoint:
    """A contact of theirs."""
    return Touchpoint(
        id=new_id(),
        at=at,
        channel=channel,
        direction="received",
        purpose=purpose,
        people=people,
        text=text,
    )


def with_touchpoint(application: Application, touchpoint: Touchpoint) -> Application:
    """One more contact."""
    return application.replace(touchpoints=(*application.touchpoints, touchpoint))


def ended(
    application: Application,
    kind: OutcomeKind,
    *,
    at: datetime,
    deadline: date | datetime | None = None,
    note: str = "",
) -> Application:
    """The outcome, whatever it was before."""
    return application.replace(outcome=Outcome(kind=kind, at=at, deadline=deadline, note=note))


def they_replied(
    application: Application,
    *,
    at: datetime,
    people: tuple[str, ...] = (),
    text: str = "",
    wants_answer: bool = False,
) -> Application:
    """A message of theirs, to which they may want an answer."""
    message = received("reply", at, people=people, text=text)
    return with_touchpoint(application, message.replace(wants_answer=wants_answer))


def they_moved_the_date(
    application: Application,
    *,
    at: datetime,
    until: date,
    people: tuple[str, ...] = (),
    text: str = "",
) -> Application:
    """They need until a later day, and say so."""
    promise = Promise(id=new_id(), kind="decision_by", on=until, made_at=at)
    message = received("update", at, people=people, text=text)
    return with_touchpoint(application, message.replace(promises=(promise,)))


def out_of_office(
    application: Application, *, at: datetime, back_on: date | None, people: tuple[str, ...] = ()
) -> Application:
    """An automatic answer, with the day of their return where it says one."""
    message = received("out_of_office", at, people=people)
    return with_touchpoint(application, message.replace(back_on=back_on))


def next_round(
    application: Application, interview: Interview, *, at: datetime, people: tuple[str, ...] = ()
) -> Application:
    """They invite to a further interview."""
    longer = application.replace(interviews=(*application.interviews, interview))
    message = received("invitation", at, people=people)
    return with_touchpoint(longer, message.replace(interview=interview.id))


def rejected(
    application: Application, *, at: datetime, people: tuple[str, ...] = (), text: str = ""
) -> Application:
    """They said no: the message, and with it the outcome."""
    message = received("rejection", at, people=people, text=text)
    return ended(with_touchpoint(application, message), "rejected", at=at)


def offered(
    application: Application,
    *,
    at: datetime,
    deadline: date | datetime | None = None,
    people: tuple[str, ...] = (),
    text: str = "",
) -> Application:
    """They made an offer: the message, and with it the outcome."""
    message = received("offer", at, people=people, text=text)
    return ended(with_touchpoint(application, message), "offer", at=at, deadline=deadline)


def no_show(application: Application, interview_id: str) -> Application:
    """They did not come to an interview; raises NotThere."""
    if not any(each.id == interview_id for each in application.interviews):
        raise NotThere("This interview is no longer there; it was deleted. Nothing was changed.")
    return application.replace(
        interviews=tuple(
            each.replace(state="no_show") if each.id == interview_id else each
            for each in application.interviews
        )
    )


def withdrawn(application: Application, *, at: datetime, note: str = "") -> Application:
    """The user does not want it any more."""
    return ended(application, "withdrawn", at=at, note=note)


def accepted(application: Application, *, at: datetime, note: str = "") -> Application:
    """The user takes the offer."""
    return ended(application, "accepted", at=at, note=note)


def closed(application: Application, *, at: datetime, note: str = "") -> Application:
    """Nothing more is expected."""
    return ended(application, "closed", at=at, note=note)
