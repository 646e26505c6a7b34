"""Facts of any shape that a file may hold: short texts of any characters, unknown keys, any zones."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st

from followup.model.beside import Skip, Snooze, Template
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

zones = st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kathmandu"])
offsets = st.sampled_from([UTC, timezone(timedelta(hours=2)), timezone(-timedelta(minutes=570))])
moments = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=offsets)  # noqa: DTZ001
days = st.dates(date(1990, 1, 1), date(2100, 1, 1))
texts = st.text(max_size=12)
unknown: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
    st.text(max_size=5).map(lambda key: f"x-{key}"),
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(2**63), 2**64 - 1)
        | st.floats(allow_nan=False, allow_infinity=False)
        | texts,
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
        max_leaves=4,
    ),
    max_size=2,
)


def _some(made: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[Any]:
    return st.lists(made, max_size=most).map(tuple)


def _of(known: list[str]) -> st.SearchStrategy[Any]:
    return _some(st.sampled_from(known)) if known else st.just(())


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    """Any facts that a file may hold, with ids that are unique and names that exist."""
    count = 0

    def new() -> str:
        nonlocal count
        count += 1
        return f"{draw(st.sampled_from(['', 'é', 'settings:']))}{count}"

    def promise() -> Promise:
        kind: Any = draw(st.sampled_from(["decision_by", "material", "reply_by"]))
        return Promise(
            id=new(), kind=kind, on=draw(st.none() | days), made_at=draw(st.none() | moments)
        )

    def made() -> Application:
        people = tuple(
            Person(id=new(), name=draw(texts), **draw(unknown))
            for _ in range(draw(st.integers(0, 2)))
        )
        known = [person.id for person in people]
        interviews = tuple(
            Interview(
                id=new(),
                starts_at=draw(moments),
                time_zone=draw(zones),
                interviewers=draw(_of(known)),
                specifics=tuple(
                    Specific(id=new(), text=draw(texts)) for _ in range(draw(st.integers(0, 1)))
                ),
                promises=tuple(promise() for _ in range(draw(st.integers(0, 1)))),
            )
            for _ in range(draw(st.integers(0, 2)))
        )
        touchpoints = tuple(
            Touchpoint(
                id=new(),
                at=draw(moments),
                direction=draw(st.sampled_from(["sent", "received"])),
                purpose=draw(st.sampled_from(["reply", "thank_you"])),
                people=draw(_of(known)),
                text=draw(texts),
                back_on=draw(st.none() | days),
            )
            for _ in range(draw(st.integers(0, 2)))
        )
        outcome = st.builds(
            Outcome, kind=st.just("offer"), at=moments, deadline=st.none() | days | moments
        )
        return Application(
            id=new(),
            company=draw(texts),
            role=draw(texts),
            outcome=draw(st.none() | outcome),
            people=people,
            interviews=interviews,
            touchpoints=touchpoints,
            **draw(unknown),
        )

    keys = st.sampled_from(["thank_you:1", "status_check:2", ""])
    return Facts(
        me=Me(name=draw(texts), time_zone=draw(zones), **draw(unknown)),
        cadence=Cadence(
            preset=draw(st.sampled_from(["gentle", "standard"])),
            checks=draw(st.none() | st.integers(0, 3)),
        ),
        applications=tuple(made() for _ in range(draw(st.integers(0, 3)))),
        snoozes=draw(_some(st.builds(Snooze, action=keys, until=moments), 3)),
        skips=draw(_some(st.builds(Skip, action=keys, at=moments, reason=texts), 3)),
        templates=tuple(
            Template(id=new(), kind="reply", name=draw(texts), body=draw(texts))
            for _ in range(draw(st.integers(0, 2)))
        ),
        **draw(unknown),
    )
