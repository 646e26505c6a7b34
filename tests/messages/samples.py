"""A small search to write messages in: one interview on Tuesday 17 November 2026, and today is Friday."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from followup.messages.templates import MessageTemplate
from followup.model.action import Action
from followup.model.facts import (
    Application,
    Facts,
    Interview,
    Me,
    Outcome,
    Person,
    Promise,
    Specific,
    Touchpoint,
)
from followup.model.vocabulary import ActionKind, Channel, InterviewState, Mode, Role

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 17, 13, tzinfo=UTC)
ME = Me(name="Sam Rivera", email="sam@example.org", phone="+49 30 5551234")

SPECIFICS = (
    Specific(id="s1", text="the move to Kafka", said_by="dana", ties_to="my Kafka work at Acme"),
    Specific(id="s2", text="They deploy every day.", ties_to="I ran such a pipeline for two years"),
    Specific(
        id="s3",
        text="She asked how I'd handle on-call",
        topic="question",
        said_by="dana",
        ties_to="a rota of six with a calm handover",
    ),
)


def person(id_: str = "dana", name: str = "Dana Adler", role: Role = "interviewer") -> Person:
    first = name.rsplit(maxsplit=1)[-1].casefold() if name else "nobody"
    return Person(
        id=id_,
        name=name,
        role=role,
        email=f"{id_}@example.com",
        phone="+44 20 7946 0000",
        linkedin=f"https://www.linkedin.com/in/{first if first.isascii() else id_}",
    )


DANA, TOM = person(), person("tom", "Tom Novak")
MIA, LEE = person("mia", "Mia Lang", "recruiter"), person("lee", "Lee Park", "agency")


def action(
    kind: ActionKind = "thank_you",
    person: str | None = "dana",
    *,
    interview: str | None = "i1",
    promise: str | None = None,
    channel: Channel | None = "email",
    needs_contact: bool = False,
) -> Action:
    return Action(
        key=f"{kind}:a1",
        kind=kind,
        application="a1",
        interview=interview,
        person=person,
        promise=promise,
        opens=NOW,
        due=NOW,
        late=NOW,
        status="due",
        channel=channel,
        reason="",
        guides=(),
        needs_contact=needs_contact,
    )


def facts(
    specifics: Sequence[Specific] = SPECIFICS,
    *,
    people: Sequence[Person] = (DANA, TOM, MIA, LEE),
    interviewers: Sequence[str] = ("dana",),
    mode: Mode = "video",
    state: InterviewState = "scheduled",
    promises: Sequence[Promise] = (),
    touchpoints: Sequence[Touchpoint] = (),
    others: Sequence[Application] = (),
    me: Me = ME,
    **more: Any,
) -> Facts:
    interview = Interview(
        id="i1",
        starts_at=TUESDAY,
        time_zone="Europe/Berlin",
        interviewers=tuple(interviewers),
        specifics=tuple(specifics),
        mode=mode,
        state=state,
        promises=tuple(promises),
    )
    application = Application.model_validate(
        {
            "id": "a1",
            "company": "Northwind",
            "role": "Data Engineer (m/w/d)",
            "people": tuple(people),
            "interviews": (interview,),
            "touchpoints": tuple(touchpoints),
            **more,
        }
    )
    return Facts(me=me, applications=(application, *others))


ELSEWHERE = Application(
    id="a2",
    company="Contoso",
    role="Analyst",
    outcome=Outcome(kind="offer", at=TUESDAY, deadline=datetime(2026, 11, 25, 12, tzinfo=UTC)),
)
ACCEPTED_ELSEWHERE = ELSEWHERE.replace(outcome=Outcome(kind="accepted", at=TUESDAY))


def setting(
    template: MessageTemplate,
    specifics: Sequence[Specific] = SPECIFICS,
    *,
    reader: Person | None = DANA,
    me: Me = ME,
) -> tuple[Action, Facts]:
    """An action and facts in which the template fits; `reader` gets the message (with her role turned as needed)."""
    when = template.when
    more: dict[str, Any] = {}
    through = "through_agency" in when
    if reader and ("to_agency" in when and not through):
        reader = reader.replace(role="agency")
    elif reader and ("not_interviewer" in when or "ai" in when):
        reader = reader.replace(role="recruiter")
    if "to_agency" in when:
        more["route"] = "agency"
    if "accepted" in when or "offered" in when:
        more["outcome"] = Outcome(kind="accepted" if "accepted" in when else "offer", at=TUESDAY)
    tom = TOM.replace(email="") if through else TOM
    agent = [reader.replace(role="agency")] if through and reader else []
    people = [*([reader] if reader and not through else []), tom, *agent]
    outside = {"not_interviewer", "ai", "to_agency"} & when
    named = ["tom"] if outside else [p.id for p in people]
    if not when & {"panel", *outside} and reader:
        named = [reader.id]
    modes: tuple[Mode, ...] = ("in_person", "phone", "ai")
    mode: Mode = next((m for m in modes if m in when), "video")
    kind: ActionKind = "thank_you" if template.kind == "find_contact" else template.kind
    promise = {"send_material": "material", "reply": "reply_by"}.get(kind)
    found = facts(
        specifics,
        people=people,
        interviewers=[] if "ai" in when else named,
        mode=mode,
        state="no_show" if "no_show" in when else "scheduled",
        promises=[Promise.model_validate({"id": "pr1", "kind": promise, "text": ""})]
        if promise
        else [],
        others=[ACCEPTED_ELSEWHERE if "accepted_elsewhere" in when else ELSEWHERE],
        me=me,
        **more,
    )
    whom = "tom" if through else reader.id if reader else None
    return (
        action(
            kind,
            whom,
            promise="pr1" if promise else None,
            channel=template.channel,
            needs_contact="needs_contact" in when,
        ),
        found,
    )
