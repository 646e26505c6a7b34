"""The facts as rows of tables, and back.

Each list of facts (applications, snoozes, …) has a table; `settings` holds me and cadence as one record,
`_meta` the keys of the file that we do not know. A row's record is the JSON of PLAYBOOK section 8.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count
from operator import is_
from typing import Any

from pydantic import ValidationError

from followup.model.errors import CannotRead, Problem
from followup.model.fact import shown
from followup.model.facts import Facts
from followup.model.lossless.codec import (
    FORMAT,
    from_document,
    problems_of,
    reference_problems,
)
from followup.model.settings import Cadence, Me
from followup.model.vocabulary import SCHEMA
from followup.store.rows.rows import (
    KEYS,
    LAST_REV,
    LISTS,
    META,
    SETTINGS,
    SETTINGS_ID,
    Key,
    Record,
    Row,
    Rows,
    bytes_of,
    make_row,
)

TWIN = "\n"  # in a name: behind it, which of several of that name it is

Stored = tuple[int, int, Record]  # a row as it is stored: its number, its rev, its record


def name_of(fact: Any) -> str:
    """Its id, its action's key, or its uid."""
    known = type(fact).model_fields
    name: str = getattr(fact, next(each for each in ("id", "action", "uid") if each in known))
    return name


def names_of(facts: Iterable[Any], taken: Callable[[str], bool] = lambda _: False) -> Iterator[str]:
    """Their names; one that stands twice, or is `taken`, gets a number behind a line break."""
    seen: set[str] = set()
    for fact in facts:
        name = plain = name_of(fact)
        numbers = count(1)
        while name in seen or taken(name):
            name = f"{plain}{TWIN}{next(numbers)}"
        seen.add(name)
        yield name


def pieces_of(facts: Facts) -> Iterator[tuple[Key, tuple[Any, ...]]]:
    """The facts cut into what becomes a row each, in their order."""
    yield (SETTINGS, SETTINGS), (facts.me, facts.cadence)
    yield (META, KEYS), (facts.model_extra or {},)
    for name in LISTS:
        items = getattr(facts, name)
        for key, item in zip(names_of(items), items, strict=True):
            yield (name, key), (item,)


def record_of(key: Key, parts: tuple[Any, ...]) -> Record:
    """The record of the row that holds these parts of the facts; raises CannotRead for what is nested too deeply."""
    if key == (SETTINGS, SETTINGS):
        me, cadence = parts
        return {"me": me.model_dump(mode="json"), "cadence": cadence.model_dump(mode="json")}
    if key == (META, KEYS):
        return dict(parts[0])
    try:
        dumped: Record = parts[0].model_dump(mode="json")
    except ValueError as error:
        raise CannotRead([Problem("", f"This cannot stand in a JSON file ({error}).")]) from error
    return dumped


# A row that says only this is not made: else the first save would count as a change of settings.
UNSAID = {
    (SETTINGS, SETTINGS): bytes_of(record_of((SETTINGS, SETTINGS), (Me(), Cadence()))),
    (META, KEYS): bytes_of({}),
}


def row_after(before: Row | None, doc_id: int, key: Key, parts: tuple[Any, ...]) -> Row | None:
    """The row with this key, for these facts, at this place; `before` itself where it says the same there already."""
    if before is None:
        record = record_of(key, parts)
        return None if bytes_of(record) == UNSAID.get(key) else make_row(doc_id, 1, record, parts)
    same = len(parts) == len(before.parts) and all(map(is_, parts, before.parts))
    record = before.record if same else record_of(key, parts)
    if not same and bytes_of(record) != bytes_of(before.record):
        return make_row(doc_id, min(before.rev + 1, LAST_REV), record, parts)
    return before if doc_id == before.doc_id else replace(before, doc_id=doc_id, parts=parts)


def document_of(rows: Iterable[tuple[str, Any]]) -> Record:
    """The lossless JSON's form of (table, record or fact)."""
    lists: dict[str, list[Any]] = {name: [] for name in LISTS}
    single: dict[str, Record] = {SETTINGS: {}, META: {}}
    for name, record in rows:
        if name in lists:
            lists[name].append(record)
        else:
            single[name] = record
    return {**single[META], **single[SETTINGS], **lists}


def read(stored: Mapping[str, Sequence[Stored]]) -> tuple[Facts, Rows]:
    """The facts in each table's rows, given in their order; raises CannotRead with every problem."""
    for doc_id, _, record in stored[SETTINGS]:
        if problems := settings_problems(doc_id, record):
            raise CannotRead(problems)
    whole = document_of((name, record) for name in stored for _, _, record in stored[name])
    facts = from_document({**whole, "format": FORMAT, "schema": SCHEMA})
    rest = {name: iter(rows) for name, rows in stored.items()}
    rows = {}
    for key, parts in pieces_of(facts):
        if row := next(rest[key[0]], None):
            rows[key] = make_row(*row, parts)
    return facts, Rows.of(rows)


def settings_problems(doc_id: int, record: Record) -> list[Problem]:
    """What is wrong with a row of the settings as such."""
    path = f"{SETTINGS}.{doc_id}"
    if doc_id != SETTINGS_ID:
        return [Problem(path, f"“{SETTINGS}” holds one row, numbered {SETTINGS_ID}")]
    strange = sorted(set(record) - {"me", "cadence"})
    return [Problem(path, f"“{shown(each)}” is not a part of the settings") for each in strange]


def parts_of(rows: Sequence[tuple[Key, Row]]) -> list[tuple[Any, ...]]:
    """The facts in these rows, made and checked as if they had been read; raises CannotRead."""
    document = document_of((table, row.record) for (table, _), row in rows)
    try:
        facts = Facts.model_validate(document)
    except ValidationError as error:
        raise CannotRead(problems_of(error)) from error
    singles: dict[Key, tuple[Any, ...]] = {
        (SETTINGS, SETTINGS): (facts.me, facts.cadence),
        (META, KEYS): (facts.model_extra or {},),
    }
    lists = {name: iter(getattr(facts, name)) for name in LISTS}
    found = []
    for key, _ in rows:
        parts = singles[key] if key in singles else (next(lists[key[0]]),)
        if key not in singles and name_of(parts[0]) != key[1].partition(TWIN)[0]:
            text = (
                "one of them does not fit the records that it names"  # a change of the list by hand
            )
            raise CannotRead([Problem("changes", text)])
        found.append(parts)
    return found


def check_references(rows: Rows, gone: Mapping[Key, Row], come: Mapping[Key, Row]) -> None:
    """Raises CannotRead where an id stands twice, or somebody is named who is not there, now that these came to `rows`.

    Rows that did not change are sound: a row names only what is in it, so that all that can be wrong between two is an
    id that both have. Only where something is wrong are all rows read again, to say where.
    """
    new = _ids(come) - _ids(gone)
    own = document_of((table, row.record) for (table, _), row in come.items())
    others = (row for key, row in rows.items() if key not in come) if new else ()
    if not reference_problems(own) and all(new.isdisjoint(row.ids) for row in others):
        return
    records = ((table, row.record) for (table, _), row in rows.items())
    if problems := reference_problems(document_of(records)):
        raise CannotRead(problems)


def _ids(rows: Mapping[Key, Row]) -> frozenset[str]:
    return frozenset[str]().union(*(row.ids for row in rows.values()))
