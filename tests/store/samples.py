"""Small facts for the store's tests, made-up facts of any shape, and disks that fail."""

import json
import os
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from followup.model.facts import (
    Application,
    Cadence,
    Facts,
    Interview,
    Me,
    Outcome,
    Person,
    Promise,
    Skip,
    Snooze,
    Specific,
    Template,
    Touchpoint,
)
from followup.store.calls import SYSTEM, Calls
from followup.store.store import Store

NOW = datetime(2026, 9, 22, 10, tzinfo=UTC)
DAY = date(2026, 9, 25)


# Without the waiting for the disk, of which a test sees nothing: that fsync is called, and when, is tested by its name.
QUICK = replace(SYSTEM, fsync=lambda _: None)


def application(name: str = "a1", **changes: Any) -> Application:
    made = Application(
        id=name,
        company="Globex",
        role="Engineer",
        people=(Person(id=f"{name}-ann", name="Ann"),),
        interviews=(
            Interview(
                id=f"{name}-i1",
                starts_at=NOW,
                time_zone="Europe/Berlin",
                interviewers=(f"{name}-ann",),
            ),
        ),
    )
    return made.replace(**changes)


def touchpoint(name: str = "t1", **changes: Any) -> Touchpoint:
    made = Touchpoint(id=name, at=NOW, direction="sent", purpose="thank_you")
    return made.replace(**changes)


def store_at(folder: Path, calls: Calls = QUICK, **options: Any) -> Store:
    return Store(folder / "data.json", backups=folder / "backups", calls=calls, **options)


def ids(store: Store) -> list[str]:
    return [each.id for each in store.load().facts.applications]


def add(store: Store, name: str) -> None:
    store.save(application(name), now=NOW)


# Facts of any shape.

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


# Disks that fail.

Before = Callable[[int, str, tuple[Any, ...]], None]


def watched(before: Before, *, after: bool = False, exchange: bool = True) -> Calls:
    """The system's calls; `before(number, name, arguments)` runs in front of each (or behind it), and may raise."""
    count = 0

    def wrapped(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any) -> Any:
            nonlocal count
            count += 1
            number = count
            if not after:
                before(number, name, arguments)
            result = call(*arguments)
            if after:
                before(number, name, arguments)
            return result

        return run

    table: dict[str, Any] = {field.name: getattr(QUICK, field.name) for field in fields(Calls)}
    if not exchange:
        table["exchange"] = None
    return replace(QUICK, **{name: call and wrapped(name, call) for name, call in table.items()})


def failing_at(number: int, error: int, **how: bool) -> Calls:
    """Calls of which the one with this number fails."""

    def before(current: int, name: str, arguments: tuple[Any, ...]) -> None:
        if current == number:
            if name == "close" and not how.get("after"):  # the system closes it all the same
                os.close(*arguments)
            raise OSError(error, os.strerror(error))

    return watched(before, **how)


def count_calls(save: Callable[[Calls], object], **how: bool) -> int:
    """How many calls a save makes when nothing fails."""
    last = 0

    def before(current: int, name: str, arguments: tuple[Any, ...]) -> None:
        nonlocal last
        last = current

    save(watched(before, **how))
    return last


def write_from_outside(path: Path, name: str) -> None:
    """What a sync service does: another version of the file, with one more application, is renamed to its place."""
    tables = json.loads(path.read_bytes())
    record = {"id": name, "company": "From outside", "role": "r"}
    rows = tables.setdefault("applications", {})
    rows[str(max(map(int, rows), default=0) + 1)] = {"rev": 1, "record": record}
    other = path.with_name("other-computer")
    other.write_text(json.dumps(tables))
    other.replace(path)
