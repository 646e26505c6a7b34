"""The facts of the message tests: one interview on Tuesday 17 November 2026, and today is Friday."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from followup.messages.occasion import Occasion, occasion_of
from followup.model.action import Action
from followup.model.facts import Application, Facts, Outcome, Person, Promise, Specific, Touchpoint
from followup.model.settings import Me
from followup.model.vocabulary import (
    About,
    ActionKind,
    Channel,
    InterviewState,
    Mode,
    OutcomeKind,
    PromiseKind,
    Purpose,
    Role,
)
from tests import builders
from tests.builders import applied, interview

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 17, 13, tzinfo=UTC)
ME = Me(
    name="Sam Rivera",
    email="sam@example.org",
    phone="+49 30 5551234",
    time_zone="Europe/Berlin",
    country="DE",
)

SPECIFICS = (
    Specific(
        id="s1",
        text="the move to Kafka",
        frame="about",
        said_by="dana",
        ties_to="I moved our reports to Kafka at Acme",
    ),
    Specific(
        id="s2",
        text="they deploy every day",
        frame="that",
        ties_to="I ran such a pipeline for two years",
    ),
    Specific(
        id="s3",
        text="how I'd handle on-call",
        frame="question",
        topic="question",
        said_by="dana",
    ),
)


def person(id_: str = "dana", name: str = "Dana Adler", role: Role = "interviewer") -> Person:
    first = name.rsplit(maxsplit=1)[-1].casefold() if name else "nobody"
    return builders.person(
        name,
        role,
        id=id_,
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
    held = interview(
        "11-17 14:00",
        *specifics,
        *promises,
        interviewers=tuple(interviewers),
        starts_at=TUESDAY,
        mode=mode,
        state=state,
    )
    application = applied(
        "Northwind",
        held,
        *touchpoints,
        id="a1",
        role="Data Engineer (m/w/d)",
        people=tuple(people),
    )
    return Facts(me=me, applications=(application.replace(**more), *others))


def occasion(
    due: Action | None = None, found: Facts | None = None, now: datetime = NOW
) -> Occasion:
    """The occasion of an action in these facts; of the thank-you to Dana where none is named."""
    return occasion_of(due or action(), found or facts(), now)


ELSEWHERE = Application(
    id="a2",
    company="Contoso",
    role="Analyst",
    outcome=Outcome(kind="offer", at=TUESDAY, deadline=datetime(2026, 11, 25, 12, tzinfo=UTC)),
)
ACCEPTED_ELSEWHERE = ELSEWHERE.replace(outcome=Outcome(kind="accepted", at=TUESDAY))


def setting(
    kind: ActionKind,
    channel: Channel = "email",
    when: Collection[str] = (),
    specifics: Sequence[Specific] = SPECIFICS,
    *,
    reader: Person | None = DANA,
    me: Me = ME,
) -> tuple[Action, Facts]:
    """An action and facts in which these words of a situation hold; `reader`, in the role that it takes, gets it."""
    more: dict[str, Any] = {}
    through = "through_agency" in when
    if reader and "to_agency" in when and not through:
        reader = reader.replace(role="agency")
    elif reader and {"not_interviewer", "ai"} & {*when}:
        reader = reader.replace(role="recruiter")
    elif reader and kind == "tell_referrer":
        reader = reader.replace(role="referrer")
    if {"to_agency", "through_agency"} & {*when}:
        more["route"] = "agency"
    outcome: OutcomeKind | None = next((w for w in _OUTCOMES if w in when), None)
    if outcome or "offered" in when:
        more["outcome"] = Outcome(kind=outcome or "offer", at=TUESDAY)
    tom = TOM.replace(email="") if through else TOM
    agent = [reader.replace(role="agency")] if through and reader else []
    people = [*([reader] if reader and not through else []), tom, *agent]
    outside = {"not_interviewer", "ai", "to_agency", "through_agency"} & {*when}
    named = ["tom"] if outside else [reader.id] if reader else []
    modes: tuple[Mode, ...] = ("in_person", "phone", "ai")
    promise: PromiseKind | None = {"send_material": "material", "reply": "reply_by"}.get(kind)  # type: ignore[assignment]
    promises = [Promise(id="pr1", kind=promise, text="the deck")] if promise else []
    said = [_received(word) for word in ("on_hold", "extended", "invited") if word in when]
    if "task" in when:
        promises.append(Promise(id="task", kind="material", text="the case study"))
        said.append(
            Touchpoint(
                id="t-task",
                at=TUESDAY + timedelta(days=2),
                direction="sent",
                purpose="send_material",
                promise="task",
            )
        )
    if "decided" in when:
        promises.append(Promise(id="d", kind="decision_by", on=date(2026, 11, 19)))
    found = facts(
        specifics,
        people=people,
        interviewers=[] if "ai" in when else named,
        mode=next((m for m in modes if m in when), "video"),
        state="no_show" if "no_show" in when else "scheduled",
        promises=promises,
        touchpoints=said,
        others=[ACCEPTED_ELSEWHERE if "accepted_elsewhere" in when else ELSEWHERE],
        me=me,
        **more,
    )
    if "called_off" in when:
        (held,) = found.applications[0].interviews
        off = held.replace(id="i2", starts_at=TUESDAY + timedelta(days=1), state="cancelled")
        of = found.applications[0].replace(interviews=(held, off))
        found = found.replace(applications=(of, *found.applications[1:]))
    whom = "tom" if through else reader.id if reader else None
    about: About | None = next((w for w in _ABOUTS if w in when), None)
    return (
        replace(
            action(
                kind,
                whom,
                promise="pr1" if promise and "invited" not in when else None,
                channel=channel,
                needs_contact="needs_contact" in when,
            ),
            about=about,
        ),
        found,
    )


_OUTCOMES: tuple[OutcomeKind, ...] = ("accepted", "rejected", "withdrawn")
_ABOUTS: tuple[About, ...] = ("no_show", "date", "letter")


def _received(word: str) -> Touchpoint:
    purposes: dict[str, Purpose] = {
        "on_hold": "on_hold",
        "extended": "offer",
        "invited": "invitation",
    }
    return Touchpoint(
        id=f"r-{word}",
        at=TUESDAY + timedelta(days=1),
        direction="received",
        purpose=purposes[word],
        people=("dana",),
        text="Would Thursday suit you?",
    )
