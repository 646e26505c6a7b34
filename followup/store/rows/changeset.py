"""From the rows that are there to the facts that shall be: which rows change, and what the rows and facts are then.

A row that does not change keeps its record untouched and its fact the same object, so that whoever
compares by identity knows what to derive anew.
"""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from followup.model.errors import CannotRead, Problem
from followup.model.facts import Facts
from followup.store.errors import CannotSave
from followup.store.rows.records import (
    KEYS,
    KEYS_ID,
    LAST_ID,
    LAST_REV,
    LISTS,
    META,
    SETTINGS,
    SETTINGS_ID,
    TABLES,
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

Taken = frozenset[tuple[str, int]]  # places (table, number) of rows that cannot be read, and stay

WITH_IDS = ("applications", "templates")


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before a change and after it; None: it is not there."""

    key: Key
    before: Row | None
    after: Row | None


@dataclass(frozen=True, slots=True)
class Changeset:
    """The facts and all rows after a change, and the rows that it touches."""

    facts: Facts
    rows: Rows
    changes: tuple[RowChange, ...]


def changeset(rows: Rows, facts: Facts, taken: Taken = frozenset()) -> Changeset:
    """What leads from these rows to these facts.

    Raises CannotRead where the rows could not give the facts back, and CannotSave where a row would
    have to go to a place that is `taken`.
    """
    made = applied(rows, _changes(rows, facts, taken))
    if made.facts != facts:
        text = "Not saved: something in it would come back from the file as something else."
        raise CannotRead([Problem("", text)])
    return made


def applied(rows: Rows, changes: Iterable[RowChange]) -> Changeset:
    """The rows with these changes; what changed is checked as if it had been read. Raises CannotRead."""
    changes = tuple(changes)
    merged = dict(rows)
    for change in changes:
        merged.pop(change.key, None)
        if change.after is not None:
            merged[change.key] = change.after
    order = {name: place for place, name in enumerate(TABLES)}
    ordered = dict(sorted(merged.items(), key=lambda item: (order[item[0][0]], item[1].doc_id)))
    facts = facts_of(ordered)
    if any(change.key[0] in WITH_IDS for change in changes):
        check_references(ordered, {change.key for change in changes})
    for key, parts in pieces_of(facts):
        if key in ordered and not ordered[key].parts:
            ordered[key] = replace(ordered[key], parts=parts)
    if not all(row.parts for row in ordered.values()):  # a change of the list by hand
        raise CannotRead([Problem("changes", "one of them does not fit the records that it names")])
    return Changeset(facts, ordered, changes)


def _changes(rows: Rows, facts: Facts, taken: Taken) -> list[RowChange]:
    """The rows that differ from the facts."""
    pieces = dict(pieces_of(facts))
    numbers = _numbers(rows, pieces, taken)
    found = [RowChange(key, row, None) for key, row in rows.items() if key not in pieces]
    for key, parts in pieces.items():
        before = rows.get(key)
        after = _row_after(before, numbers[key], key, parts)
        if after is not before:
            if after and (key[0], after.doc_id) in taken:  # the one row of the settings
                raise CannotSave(
                    f"Not saved: the record “{key[0]}.{after.doc_id}” in the file cannot be read. "
                    "Mend or remove it on the page “Data” first."
                )
            found.append(RowChange(key, before, after))
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
    """The rows' numbers, in the order of the facts; those that a row has are kept where possible."""
    numbers = {(SETTINGS, SETTINGS): SETTINGS_ID, (META, KEYS): KEYS_ID}
    for name in LISTS:
        keys = [key for key in pieces if key[0] == name]
        given: list[int] = []
        for key in keys:
            last = given[-1] if given else 0
            given.append(rows[key].doc_id if key in rows else _free(name, last, taken))
            if not last < given[-1] <= LAST_ID:
                given = _anew(name, len(keys), taken)
                break
        numbers.update(zip(keys, given, strict=True))
    return numbers


def _free(name: str, last: int, taken: Taken) -> int:
    return next(each for each in itertools.count(last + 1) if (name, each) not in taken)


def _anew(name: str, count: int, taken: Taken) -> list[int]:
    free = (each for each in itertools.count(1) if (name, each) not in taken)
    return list(itertools.islice(free, count))
