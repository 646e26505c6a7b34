"""Hypothesis strategies of valid facts: small job searches that hit the playbook's rules often.

`worlds()` gives Facts whose ids are unique and whose names of each other exist; `moments(world)` gives a `now` near
what happened. Everything lies around one of the anchors, where clocks change, months and years end, or holidays stand.
"""

from datetime import UTC, datetime, timedelta
from typing import Any, get_args
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

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
from followup.model.vocabulary import (
    ACTION_KINDS,
    InterviewState,
    Mode,
    OutcomeKind,
    PromiseKind,
    ReceivedPurpose,
    Role,
    Route,
)

ZONES = (
    "Europe/Berlin",
    "America/Los_Angeles",
    "Pacific/Auckland",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Asia/Tokyo",
    "America/New_York",
    "UTC",
)
COUNTRIES = ("DE", "US", "GB", "NZ", "XX", None)
COMPANIES = ("Globex", " GLOBEX", "Acme Corp", "acme  corp", "Initech")
ANCHORS = tuple(
    datetime.fromisoformat(f"{day}T12:00:00+00:00")
    for day in (
        "2026-03-02",  # an ordinary week
        "2026-03-27",  # Berlin's clocks go forward
        "2026-10-23",  # and back
        "2026-03-06",  # Los Angeles'
        "2026-04-03",  # Auckland's, and Easter
        "2025-12-29",  # the year's end
        "2028-02-27",  # a leap day
    )
)
MINUTE = timedelta(minutes=1)


_LATER = st.just(0) | st.integers(0, 40 * 24 * 4)
# A search is some two hundred small choices. To ask Hypothesis for each took four fifths of a property's time; bytes
# cost one draw, and shrink as well. What they do not reach to takes the first of everything.
_BYTES = st.binary(min_size=600, max_size=600)


class Draw:
    """Choices, read off what hypothesis gave, and around which day all lies."""

    def __init__(self, drawn: bytes) -> None:
        self._drawn = iter(drawn)
        self.anchor: datetime = self.pick(*ANCHORS)

    def number(self, first: int, last: int) -> int:
        count = last - first + 1
        value = next(self._drawn, 0)
        if count > 256:
            value = value << 8 | next(self._drawn, 0)
        return first + value % count

    def pick(self, *values: Any) -> Any:
        return values[self.number(0, len(values) - 1)]

    def many(self, most: int) -> range:
        return range(self.number(0, most))

    def rarely(self) -> bool:
        return self.number(0, 3) == 3

    def moment(self, first_hour: int, last_hour: int) -> datetime:
        """A moment so many hours from the anchor, on a quarter of an hour, with some zone's offset."""
        quarters = self.number(first_hour * 4, last_hour * 4)
        zone = ZoneInfo(self.pick(*ZONES[:4]))
        moment = (self.anchor + quarters * 15 * MINUTE).astimezone(zone)
        return datetime.fromisoformat(moment.isoformat())

    def several(self, items: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(each for each in items if self.rarely())


def _promise(d: Draw, key: str) -> Promise:
    days = d.pick(None, -3, 0, 1, 2, 4, 7, 11, 20)
    return Promise(
        id=key,
        kind=d.pick(*get_args(PromiseKind)),
        on=None if days is None else (d.anchor + timedelta(days=days)).date(),
        made_at=d.moment(-24, 72) if d.rarely() else None,
        silence_means_no=d.rarely() and d.rarely(),
    )


def _person(d: Draw, key: str) -> Person:
    return Person(
        id=key,
        name=d.pick("Ann", "Ben", "Cy"),
        role=d.pick("interviewer", *get_args(Role)),
        email=d.pick("x@example.org", "x@example.org", ""),
        phone=d.pick("", "+49 30 1"),
        linkedin=d.pick("", "in/x"),
        rapport=d.rarely(),
        left=(d.anchor + timedelta(days=d.pick(-5, 3, 30))).date() if d.rarely() else None,
    )


def _interview(d: Draw, key: str, people: tuple[str, ...], latest: int) -> Interview:
    starts = d.moment(-72, latest)
    timeless = d.rarely() and d.rarely()
    return Interview(
        id=key,
        starts_at=None if timeless else starts,
        on=starts.date() if timeless else None,
        time_zone=d.pick(*ZONES),
        minutes=d.pick(60, 30, 95),
        mode=d.pick(*get_args(Mode)),
        state=d.pick("scheduled", "scheduled", "scheduled", *get_args(InterviewState)),
        interviewers=d.several(people) or people[:1],
        specifics=(Specific(id=f"{key}s", text="Kafka"),) if d.rarely() else (),
        promises=tuple(_promise(d, f"{key}r{n}") for n in d.many(2)),
    )


def _touchpoint(d: Draw, key: str, names: dict[str, tuple[str, ...]], letters: bool) -> Touchpoint:
    sent = d.pick(True, False)
    theirs = tuple(
        each for each in get_args(ReceivedPurpose) if letters or each not in ("rejection", "offer")
    )
    purpose = (
        d.pick("other", "thank_you", "status_check", *ACTION_KINDS)
        if sent
        else d.pick("update", *theirs)
    )
    return Touchpoint(
        id=key,
        at=d.moment(-48, 500),
        channel=d.pick("email", "email", "phone", "linkedin"),
        direction="sent" if sent else "received",
        purpose=purpose,
        people=d.several(names["people"]),
        interview=d.pick(None, *names["interviews"]),
        wants_answer=not sent and d.rarely(),
        back_on=d.moment(0, 900).date() if purpose in ("out_of_office", "on_hold") else None,
        deadline=d.moment(50, 700).date() if purpose == "offer" and d.rarely() else None,
        bounced=d.pick(*names["sent"]) if purpose == "bounce" and names["sent"] else None,
        promise=d.pick(None, None, *names["promises"]) if sent else None,
        promises=tuple(_promise(d, f"{key}r{n}") for n in d.many(2)) if d.rarely() else (),
    )


def _outcome(d: Draw) -> Outcome:
    kind: OutcomeKind = d.pick(*get_args(OutcomeKind))
    deadline = d.moment(100, 500) if kind in ("offer", "accepted") else None
    return Outcome(
        kind=kind,
        at=d.moment(0, 500),
        deadline=deadline.date() if deadline and d.rarely() else deadline,
    )


def _again(d: Draw, touchpoint: Touchpoint) -> Touchpoint:
    """The same touchpoint, entered twice."""
    promises = tuple(each.replace(id=f"{each.id}+") for each in touchpoint.promises)
    return touchpoint.replace(
        id=f"{touchpoint.id}{d.pick('+', '-')}", promises=promises, people=touchpoint.people[::-1]
    )


def _application(d: Draw, key: str, *, letters: bool, latest: int) -> Application:
    people = tuple(_person(d, f"{key}p{n}") for n in d.many(3))
    keys = tuple(each.id for each in people)
    interviews = tuple(_interview(d, f"{key}i{n}", keys, latest) for n in d.many(3))
    names = {
        "people": keys,
        "interviews": tuple(each.id for each in interviews),
        "promises": tuple(promise.id for each in interviews for promise in each.promises),
        "sent": (),
    }
    touchpoints: list[Touchpoint] = []
    for n in d.many(5):
        touchpoints.append(_touchpoint(d, f"{key}t{n}", names, letters))
        named = (touchpoints[-1].id, *(promise.id for promise in touchpoints[-1].promises))
        names["promises"] += named  # what is sent may answer a message, or a promise in one
        if touchpoints[-1].direction == "sent":
            names["sent"] += (touchpoints[-1].id,)
    if touchpoints and d.rarely():
        touchpoints.append(_again(d, d.pick(*touchpoints)))
    return Application(
        id=key,
        company=d.pick(*COMPANIES),
        role="Engineer",
        specialised=d.rarely(),
        route=d.pick("direct", *get_args(Route)),
        channel=d.pick("email", "email", "phone"),
        country=d.pick(*COUNTRIES),
        region=d.pick(None, None, "DE-BY", "GB-SCT"),
        time_zone=d.pick(None, *ZONES),
        reopened_at=d.moment(0, 600) if d.rarely() and d.rarely() else None,
        people=people,
        interviews=interviews,
        touchpoints=tuple(touchpoints),
        outcome=_outcome(d) if d.rarely() else None,
    )


def _cadence(d: Draw) -> Cadence:
    return Cadence(
        preset=d.pick("standard", "gentle", "persistent"),
        checks=d.pick(None, 0, 1, 3),
        outreach_days=d.pick(None, None, 9),
        wait_days=d.pick(None, None, 5),
        keep_in_touch_days=d.pick(None, 60),
        year_end_pause=d.pick(None, None, False),
    )


def _said(d: Draw, applications: tuple[Application, ...]) -> str:
    """A key that some action may have."""
    return f"{d.pick(*ACTION_KINDS)}:{d.pick(*applications).id}"


@st.composite
def worlds(
    draw: st.DrawFn, *, most: int = 3, letters: bool = True, said: bool = True, latest: int = 300
) -> Facts:
    """A search of a few applications, with received rejections and offers (`letters`), snoozes and skips (`said`)."""
    d = Draw(draw(_BYTES))
    count = d.number(1, most)
    applications = tuple(
        _application(d, f"a{n}", letters=letters, latest=latest) for n in range(count)
    )
    said_of = d.many(2) if said else range(0)
    return Facts(
        me=Me(name="Kim", time_zone=d.pick(*ZONES), country=d.pick(*COUNTRIES)),
        cadence=_cadence(d),
        applications=applications,
        snoozes=tuple(
            Snooze(action=_said(d, applications), until=d.moment(0, 600)) for _ in said_of
        ),
        skips=tuple(Skip(action=_said(d, applications), at=d.moment(0, 300)) for _ in said_of),
    )


def happenings(world: Facts) -> list[datetime]:
    """Every moment at which something happens by itself or was entered, in UTC and in order."""
    found: list[datetime] = []
    for application in world.applications:
        for interview in application.interviews:
            end = interview.ends
            found += [interview.begins, end]
            found += [each.made_at for each in interview.promises if each.made_at]
        for touchpoint in application.touchpoints:
            found.append(touchpoint.at)
            found += [each.made_at for each in touchpoint.promises if each.made_at]
        if application.outcome:
            found.append(application.outcome.at)
    return sorted(each.astimezone(UTC) for each in found)


@st.composite
def moments(draw: st.DrawFn, world: Facts, *, after_all: bool = False) -> datetime:
    """A `now` in the user's zone: at or after something that happened; `after_all`: after everything."""
    known = happenings(world) or [ANCHORS[0]]
    which = draw(st.integers(0, len(known) - 1))
    later = draw(_LATER) * 15 * MINUTE
    return (known[-1 if after_all else which] + later).astimezone(world.me.zone)


@st.composite
def worlds_at(
    draw: st.DrawFn, /, *, after_all: bool = False, **more: Any
) -> tuple[Facts, datetime]:
    """A search and a `now`."""
    world = draw(worlds(**more))
    return world, draw(moments(world, after_all=after_all))
