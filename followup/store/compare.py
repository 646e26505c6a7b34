"""Two states of the facts side by side: a backup or a conflict copy against what is now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from followup.model.fact import Fact
from followup.model.facts import Application, Facts
from followup.store.rows.records import pieces_of

PARTS = ("people", "interviews", "touchpoints")

# (“applications”, id), (“applications”, id, “touchpoints”, id), (“snoozes”, key), …
RecordPath = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordCounts:
    """How many of a kind are there, and how they differ from those that are here now."""

    there: int
    here: int
    only_there: int
    only_here: int
    changed: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """What another version holds against now."""

    applications: RecordCounts
    interviews: RecordCounts
    touchpoints: RecordCounts
    same: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """A record that differs; None: it is not in that version. `of` names the application that it is a part of."""

    path: RecordPath
    of: str
    here: Any
    there: Any


def compared(there: Facts, here: Facts) -> Comparison:
    """Applications, interviews and touchpoints: more, fewer, changed."""
    applications, interviews, touchpoints = (
        _count(_by_id(there, kind), _by_id(here, kind))
        for kind in ("applications", "interviews", "touchpoints")
    )
    return Comparison(applications, interviews, touchpoints, there == here)


def _by_id(facts: Facts, kind: str) -> dict[str, Fact]:
    if kind == "applications":
        return {each.id: _without(each, "interviews", "touchpoints") for each in facts.applications}
    found = (item for each in facts.applications for item in getattr(each, kind))
    return {item.id: item for item in found}


def _without(application: Application, *parts: str) -> Application:
    """Without what is counted and compared by itself."""
    return application.model_copy(update=dict.fromkeys(parts, ()))


def _count(there: Mapping[str, Fact], here: Mapping[str, Fact]) -> RecordCounts:
    both = there.keys() & here.keys()
    return RecordCounts(
        there=len(there),
        here=len(here),
        only_there=len(there) - len(both),
        only_here=len(here) - len(both),
        changed=sum(there[name] != here[name] for name in both),
    )


def differences(there: Facts, here: Facts) -> tuple[Difference, ...]:
    """Every record that differs, those of an application that both have one by one."""
    one, two = dict(pieces_of(there)), dict(pieces_of(here))
    found: list[Difference] = []
    for key in (*two, *(each for each in one if each not in two)):
        theirs, ours = one.get(key), two.get(key)
        if theirs == ours:
            continue
        if theirs and ours and key[0] == "applications":
            found += _inside(theirs[0], ours[0])
        else:
            found.append(Difference(key, "", _single(ours), _single(theirs)))
    return tuple(found)


def _single(parts: tuple[Any, ...] | None) -> Any:
    if parts is None:
        return None
    return parts[0] if len(parts) == 1 else parts


def _inside(there: Application, here: Application) -> Iterator[Difference]:
    path, of = ("applications", here.id), here.company
    ours, theirs = _without(here, *PARTS), _without(there, *PARTS)
    if ours != theirs:
        yield Difference((*path, "itself"), of, ours, theirs)
    for part in PARTS:
        one = {each.id: each for each in getattr(there, part)}
        two = {each.id: each for each in getattr(here, part)}
        for name in (*two, *(each for each in one if each not in two)):
            if one.get(name) != two.get(name):
                yield Difference((*path, part, name), of, two.get(name), one.get(name))


def taken_over(here: Facts, there: Facts, paths: frozenset[RecordPath]) -> Facts:
    """The facts here with the records at these paths as they are there; what is not there goes.

    An interview or a touchpoint brings the people that it names, and what it answers must be here.
    """
    chosen = [each for each in differences(there, here) if each.path in paths]
    made = here
    for each in chosen:
        made = _with(made, each, there)
    return made


def _with(facts: Facts, change: Difference, there: Facts) -> Facts:
    table, name, *rest = change.path
    if table == "settings":
        me, cadence = change.there
        return facts.replace(me=me, cadence=cadence)
    if table == "_meta":
        return Facts.model_validate(
            {**{key: getattr(facts, key) for key in Facts.model_fields}, **change.there}
        )
    if not rest:
        items = getattr(facts, table)
        return facts.replace(**{table: _put(items, change.here, change.there)})
    theirs = next(each for each in there.applications if each.id == name)
    applications = [
        _merged(each, rest, change, theirs) if each.id == name else each
        for each in facts.applications
    ]
    return facts.replace(applications=applications)


def _merged(
    here: Application, rest: list[str], change: Difference, there: Application
) -> Application:
    if rest == ["itself"]:
        return there.replace(**{part: getattr(here, part) for part in PARTS})
    part = rest[0]
    known = {each.id for each in here.people}
    item = change.there
    named = () if item is None else getattr(item, "interviewers", getattr(item, "people", ()))
    wanted = [each for each in there.people if each.id in named and each.id not in known]
    changed = _put(getattr(here, part), change.here, item)
    if part == "people":
        return here.replace(people=changed)
    return here.replace(**{part: changed, "people": (*here.people, *wanted)})


def _put(items: tuple[Any, ...], old: Any, new: Any) -> tuple[Any, ...]:
    if old is None:
        return items if new is None or new in items else (*items, new)
    return tuple(found for each in items if (found := new if each == old else each) is not None)
