"""The steps from the rows that are to the facts that shall be.

A row that does not change keeps its record untouched and its fact the same object, so that whoever
compares by identity knows what to derive anew.
"""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from tinydb import TinyDB
from tinydb.table import Document

from followup.model.errors import CannotRead, Problem
from followup.model.facts import Facts
from followup.store.errors import CannotSave
from followup.store.records import (
    KEYS,
    KEYS_ID,
    LISTS,
    SETTINGS,
    SETTINGS_ID,
    UNSAID,
    Key,
    Row,
    Rows,
    bytes_of,
    check_references,
    facts_of,
    make_row,
    pieces_of,
    record_of,
)
from followup.store.storage import LAST_REV, META, table

Taken = frozenset[tuple[str, int]]

WITH_IDS = ("applications", "templates")


@dataclass(frozen=True, slots=True)
class Difference:
    """What happens to one row; None: it is not there."""

    key: Key
    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class Plan:
    """The state after a change, and the steps to it."""

    facts: Facts
    rows: Rows
    differences: tuple[Difference, ...]


def plan(rows: Rows, facts: Facts, taken: Taken = frozenset()) -> Plan:
    """The way to these facts; raises CannotRead when a file could not give them back.

    `taken` are the places (table, number) of rows that cannot be read and stay where they are.
    """
    made = follow(rows, differences(rows, facts, taken))
    if made.facts != facts:
        text = "Not saved: something in it would come back from the file as something else."
        raise CannotRead([Problem("", text)])
    return made


def follow(rows: Rows, steps: Iterable[Difference]) -> Plan:
    """The state after these steps, with what changed checked as if it had been read from a file."""
    steps = tuple(steps)
    merged = dict(rows)
    for step in steps:
        merged.pop(step.key, None)
        if step.after is not None:
            merged[step.key] = step.after
    order = {name: place for place, name in enumerate((SETTINGS, META, *LISTS))}
    ordered = dict(sorted(merged.items(), key=lambda item: (order[item[0][0]], item[1].doc_id)))
    facts = facts_of(ordered)
    if any(step.key[0] in WITH_IDS for step in steps):
        check_references(ordered)
    for key, parts in pieces_of(facts):
        if key in ordered and not ordered[key].parts:
            ordered[key] = replace(ordered[key], parts=parts)
    if not all(row.parts for row in ordered.values()):  # a change of the list by hand
        raise CannotRead([Problem("changes", "one of them does not fit the records that it names")])
    return Plan(facts, ordered, steps)


def differences(rows: Rows, facts: Facts, taken: Taken) -> list[Difference]:
    """Which rows differ from the facts."""
    pieces = dict(pieces_of(facts))
    numbers = _numbers(rows, pieces, taken)
    found = [Difference(key, row, None) for key, row in rows.items() if key not in pieces]
    for key, parts in pieces.items():
        before = rows.get(key)
        after = _row_after(before, numbers[key], key, parts)
        if after is not before:
            if after and (key[0], after.doc_id) in taken:  # the one row of the settings
                raise CannotSave(
                    f"Not saved: the record “{key[0]}.{after.doc_id}” in the file cannot be read. "
                    "Mend or remove it on the page “Data” first."
                )
            found.append(Difference(key, before, after))
    return found


def _row_after(before: Row | None, doc_id: int, key: Key, parts: tuple[Any, ...]) -> Row | None:
    if before is None:
        record = record_of(key, parts)
        return None if bytes_of(record) == UNSAID.get(key) else make_row(doc_id, 1, record)
    same = len(parts) == len(before.parts) and all(map(_is, parts, before.parts))
    record = before.record if same else record_of(key, parts)
    if not same and bytes_of(record) != bytes_of(before.record):
        return make_row(doc_id, min(before.rev + 1, LAST_REV), record)
    return before if doc_id == before.doc_id else replace(before, doc_id=doc_id)


def _is(one: Any, other: Any) -> bool:
    return one is other


def _numbers(rows: Rows, pieces: Iterable[Key], taken: Taken) -> dict[Key, int]:
    """TinyDB's document ids in the order of the facts; those given are kept where possible."""
    numbers = {(SETTINGS, SETTINGS): SETTINGS_ID, (META, KEYS): KEYS_ID}
    for name in LISTS:
        keys = [key for key in pieces if key[0] == name]
        given: list[int] = []
        for key in keys:
            last = given[-1] if given else 0
            given.append(rows[key].doc_id if key in rows else _free(name, last, taken))
            if given[-1] <= last:
                given = _anew(name, len(keys), taken)
                break
        numbers.update(zip(keys, given, strict=True))
    return numbers


def _free(name: str, last: int, taken: Taken) -> int:
    return next(each for each in itertools.count(last + 1) if (name, each) not in taken)


def _anew(name: str, count: int, taken: Taken) -> list[int]:
    free = (each for each in itertools.count(1) if (name, each) not in taken)
    return list(itertools.islice(free, count))


def apply(db: TinyDB, steps: Iterable[Difference]) -> None:
    """Writes the steps into the tables."""
    gone: dict[str, list[int]] = {}
    come: dict[str, list[Document]] = {}
    for (name, _), before, after in ((step.key, step.before, step.after) for step in steps):
        if before is not None:
            gone.setdefault(name, []).append(before.doc_id)
        if after is not None:
            document = Document({"rev": after.rev, "record": after.record}, after.doc_id)
            come.setdefault(name, []).append(document)
    for name, doc_ids in gone.items():
        table(db, name).remove(doc_ids=doc_ids)
    for name, documents in come.items():
        table(db, name).insert_multiple(documents)
