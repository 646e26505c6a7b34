"""Facts that read like sentences, and the plan asked in one line.

A day without a year lies in 2026, a time of day without a zone is Berlin's, and a day alone is its 00:00. `clock`
writes moments the same way, so that a table of dates reads alike on both sides. Where nothing else is said, Ann asked
the questions on Monday 2 March 2026 from 10:00 to 11:00:

    world = facts(applied("Globex", interview(), sent("thank_you", "03-02 15:00", to="ann")))
    status(world, "03-03 09:00", "thank_you")              # "done"; "absent" when it is not listed
    window(world, "03-03 09:00", "status_check")           # ("03-09", "03-10", "03-13", "never")
"""

from datetime import date, datetime, timezone
from typing import Any
from zoneinfo import ZoneInfo

from followup.model.action import Action
from followup.model.beside import Skip, Snooze
from followup.model.facts import (
    Application,
    Facts,
    Interview,
    Outcome,
    Person,
    Promise,
    Specific,
    Touchpoint,
)
from followup.model.settings import Cadence, Me
from followup.model.vocabulary import OutcomeKind, PromiseKind, Purpose, Role
from followup.playbook.plan import plan

BERLIN = "Europe/Berlin"
_YEAR = "2026"

Window = tuple[str, str, str, str]


def day(text: str) -> date:
    """A day: “03-02” or “2025-12-31”."""
    return date.fromisoformat(text if len(text) > len("03-02") else f"{_YEAR}-{text}")


def at(text: str, zone: str = BERLIN, *, fold: int = 0) -> datetime:
    """A moment: “03-02 10:00”, “2025-12-31 23:30”, “03-02” for its 00:00; with a bare offset, as a file has it."""
    on, _, time = text.partition(" ")
    local = datetime.fromisoformat(f"{day(on)}T{time or '00:00'}")
    offset = local.replace(tzinfo=ZoneInfo(zone), fold=fold).utcoffset()
    assert offset is not None
    return local.replace(tzinfo=timezone(offset))


def clock(moment: datetime | None) -> str:
    """A moment as `at` reads it, on its own clock; “never” for none."""
    if moment is None:
        return "never"
    text = moment.replace(tzinfo=None).isoformat(" ", "auto" if moment.second else "minutes")
    return text.removeprefix(f"{_YEAR}-").removesuffix(" 00:00")


# People. The id is the name in small letters.


def person(name: str, role: Role = "interviewer", **more: Any) -> Person:
    """Somebody with an e-mail address and no other."""
    key = name.casefold()
    return Person(**{"id": key, "name": name, "role": role, "email": f"{key}@x.example", **more})


ANN = person("Ann")
BEN = person("Ben")
RITA = person("Rita", "recruiter")
HUGO = person("Hugo", "hr")
MAX = person("Max", "hiring_manager")
GUS = person("Gus", "agency")


# Promises and what was said. The id is the kind and the day.


def _promise(kind: PromiseKind, on: str | None, more: dict[str, Any]) -> Promise:
    if isinstance(more.get("made_at"), str):
        more = {**more, "made_at": at(more["made_at"])}
    return Promise(
        **{"id": f"{kind} {on or ''}".strip(), "kind": kind, "on": day(on) if on else None, **more}
    )


def decision_by(on: str | None, **more: Any) -> Promise:
    """They said that they would decide by a day."""
    return _promise("decision_by", on, more)


def material(on: str | None = None, **more: Any) -> Promise:
    """The user said that they would send something."""
    return _promise("material", on, more)


def reply_by(on: str | None = None, **more: Any) -> Promise:
    """They asked for an answer by a day."""
    return _promise("reply_by", on, more)


def specific(text: str = "You are moving to Kafka", **more: Any) -> Specific:
    """One thing that was said."""
    return Specific(**{"id": f"said {text[:9]}", "text": text, **more})


# What happened. A touchpoint's id is its purpose and its time.


def interview(
    starts: str = "03-02 10:00",
    *said: Promise | Specific,
    by: str = "ann",
    key: str = "i1",
    zone: str = BERLIN,
    **more: Any,
) -> Interview:
    """An hour by video; `by` names the interviewers' ids with spaces between."""
    return Interview(
        **{
            "id": key,
            "starts_at": at(starts, zone),
            "time_zone": zone,
            "interviewers": tuple(by.split()),
            "promises": tuple(each for each in said if isinstance(each, Promise)),
            "specifics": tuple(each for each in said if isinstance(each, Specific)),
            **more,
        }
    )


def sent(
    purpose: Purpose, when: str, *promises: Promise, to: str = "", zone: str = BERLIN, **more: Any
) -> Touchpoint:
    """What the user sent; `to` names people's ids with spaces between, nothing is nobody."""
    return Touchpoint(
        **{
            "id": f"{purpose} {when}",
            "at": at(when, zone),
            "direction": "sent",
            "purpose": purpose,
            "people": tuple(to.split()),
            "promises": promises,
            **more,
        }
    )


def received(
    purpose: Purpose, when: str, *promises: Promise, by: str = "", zone: str = BERLIN, **more: Any
) -> Touchpoint:
    """What they sent."""
    if isinstance(more.get("back_on"), str):
        more = {**more, "back_on": day(more["back_on"])}
    return sent(purpose, when, *promises, to=by, zone=zone, direction="received", **more)


def ended(kind: OutcomeKind, when: str, deadline: str | None = None, **more: Any) -> Outcome:
    """The outcome; a deadline with a time of day is a moment, else a day."""
    until = None
    if deadline:
        until = at(deadline) if " " in deadline else day(deadline)
    return Outcome(**{"kind": kind, "at": at(when), "deadline": until, **more})


def applied(
    company: str = "Globex", *parts: Person | Interview | Touchpoint | Outcome, **more: Any
) -> Application:
    """An application and all that belongs to it, in any order; Ann is its person when none is named."""
    outcomes = [each for each in parts if isinstance(each, Outcome)]
    return Application(
        **{
            "id": company.split(maxsplit=1)[0].casefold(),
            "company": company,
            "role": "Engineer",
            "people": tuple(each for each in parts if isinstance(each, Person)) or (ANN,),
            "interviews": tuple(each for each in parts if isinstance(each, Interview)),
            "touchpoints": tuple(each for each in parts if isinstance(each, Touchpoint)),
            "outcome": outcomes[0] if outcomes else None,
            **more,
        }
    )


def snoozed(key: str, until: str) -> Snooze:
    """The user wants to see it again later."""
    return Snooze(action=key, until=at(until))


def skipped(key: str, when: str = "03-02 12:00") -> Skip:
    """The user will not do it."""
    return Skip(action=key, at=at(when))


def facts(
    *parts: Application | Snooze | Skip,
    zone: str = BERLIN,
    country: str | None = "DE",
    **cadence: Any,
) -> Facts:
    """A whole file; further names are the cadence's settings."""
    return Facts(
        me=Me(name="Kim Doe", time_zone=zone, country=country),
        cadence=Cadence(**cadence),
        applications=tuple(each for each in parts if isinstance(each, Application)),
        snoozes=tuple(each for each in parts if isinstance(each, Snooze)),
        skips=tuple(each for each in parts if isinstance(each, Skip)),
    )


# The plan, asked.


def actions(
    world: Facts, now: str | datetime, kind: str | None = None, **where: Any
) -> list[Action]:
    """The actions of a kind, `where` naming further fields; `now` is on the user's clock."""
    moment = at(now, world.me.zone.key) if isinstance(now, str) else now
    return [
        each
        for each in plan(world, moment)
        if kind in (None, each.kind)
        and all(getattr(each, name) == value for name, value in where.items())
    ]


def the(world: Facts, now: str | datetime, kind: str, **where: Any) -> Action:
    """The one action of the kind."""
    (found,) = actions(world, now, kind, **where)
    return found


def status(world: Facts, now: str | datetime, kind: str, **where: Any) -> str:
    """The status of the one action of the kind; “absent” when none is listed."""
    found = actions(world, now, kind, **where)
    assert len(found) <= 1, [each.key for each in found]
    return found[0].status if found else "absent"


def window(world: Facts, now: str | datetime, kind: str, **where: Any) -> Window:
    """The four moments of the one action of the kind, on the user's clock: opens, due, late, closes."""
    found = the(world, now, kind, **where)
    return clock(found.opens), clock(found.due), clock(found.late), clock(found.closes)


def opens(world: Facts, now: str | datetime, kind: str, **where: Any) -> str:
    """When the one action of the kind opens."""
    return clock(the(world, now, kind, **where).opens)


def kinds(world: Facts, now: str | datetime, **where: Any) -> set[str]:
    """The kinds that are listed."""
    return {each.kind for each in actions(world, now, **where)}
