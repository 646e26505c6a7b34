"""From the rows that are there to the facts that shall be: which rows change, and what the rows and facts are then.

A row that does not change keeps its record untouched and its fact the same object, so that whoever
compares by identity knows what to derive anew. Neither is looked at: what a change costs does not grow with them.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from followup.model.errors import CannotRead, Problem
from followup.model.facts import Facts
from followup.model.lossless.codec import problems_of
from followup.model.settings import Cadence, Me
from followup.store.errors import CannotSave
from followup.store.rows.records import (
    KEYS,
    KEYS_ID,
    SETTINGS_ID,
    UNSAID,
    check_references,
    names_of,
    parts_of,
    record_of,
)
from followup.store.rows.rows import (
    LAST_ID,
    LAST_REV,
    LISTS,
    META,
    SETTINGS,
    Key,
    Place,
    Row,
    Rows,
    bytes_of,
    make_row,
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


def changeset(rows: Rows, before: Facts, facts: Facts, taken: Taken = frozenset()) -> Changeset:
    """What leads from these rows, which hold the facts `before`, to these facts.

    Raises CannotRead where the rows could not give the facts back, and CannotSave where a row would
    have to go to a place that is `taken`.
    """
    singles = (
        ((SETTINGS, SETTINGS), SETTINGS_ID, (facts.me, facts.cadence)),
        ((META, KEYS), KEYS_ID, (facts.model_extra or {},)),
    )
    changes = [
        RowChange(key, rows.get(key), _row_after(rows.get(key), number, key, parts))
        for key, number, parts in singles
    ]
    for name in LISTS:
        changes += _list_changes(rows, name, getattr(before, name), getattr(facts, name), taken)
    changes = [each for each in changes if each.after is not each.before]
    for key, after in ((each.key, each.after) for each in changes):
        if after and (key[0], after.doc_id) in taken:  # the one row of the settings
            raise CannotSave(
                f"Not saved: the record “{key[0]}.{after.doc_id}” in the file cannot be read. "
                "Mend or remove it on the page “Data” first."
            )
    made = applied(rows, before, changes)
    if made.facts != facts:
        text = "Not saved: something in it would come back from the file as something else."
        raise CannotRead([Problem("", text)])
    return made


def applied(rows: Rows, facts: Facts, changes: Iterable[RowChange]) -> Changeset:
    """The rows, which hold these facts, with these changes; what changed is checked as if it had been read.

    Raises CannotRead.
    """
    changes = _with_parts(tuple(changes))
    content = dict(facts)
    for table in dict.fromkeys(each.key[0] for each in changes):
        gone, come = _gone_and_come(changes, table)
        names = {name: row for (_, name), row in come.items()}
        if table in LISTS:
            rows, content[table] = rows.changed(table, gone, names, content[table])
        else:  # its one row, which is all that it had
            rows, _ = rows.changed(table, gone, names, gone)
            content = _with_single(content, table, next(iter(come.values()), None))
    check_references(rows, *_gone_and_come(changes, *WITH_IDS))
    try:
        return Changeset(Facts.model_validate(content), rows, changes)
    except ValidationError as error:
        raise CannotRead(problems_of(error)) from error


def _gone_and_come(changes: Sequence[RowChange], *tables: str) -> tuple[list[Row], dict[Key, Row]]:
    here = [each for each in changes if each.key[0] in tables]
    gone = [each.before for each in here if each.before is not None]
    return gone, {each.key: each.after for each in here if each.after is not None}


def _with_parts(changes: tuple[RowChange, ...]) -> tuple[RowChange, ...]:
    """The changes, each row with its facts; raises CannotRead."""
    bare = [(each.key, each.after) for each in changes if each.after and not each.after.parts]
    if not bare:
        return changes
    parts = dict(zip((key for key, _ in bare), parts_of(bare), strict=True))
    return tuple(
        replace(each, after=replace(each.after, parts=parts[each.key]))
        if each.after and not each.after.parts
        else each
        for each in changes
    )


def _with_single(content: dict[str, Any], table: str, row: Row | None) -> dict[str, Any]:
    """The content of the facts with what the one row of a table says (None: it is not there)."""
    if table == SETTINGS:
        me, cadence = row.parts if row else (Me(), Cadence())
        return {**content, "me": me, "cadence": cadence}
    known = {name: each for name, each in content.items() if name in Facts.model_fields}
    return {**(row.parts[0] if row else {}), **known}


def _list_changes(
    rows: Rows, table: str, old: Sequence[Any], new: Sequence[Any], taken: Taken
) -> Iterator[RowChange]:
    """The rows of a table that differ from its facts; those at either end that are the same stay out of sight."""
    if old is new:
        return
    first, behind = _same_ends(old, new)
    places = rows.places(table)
    middle, facts = places[first : len(old) - behind], new[first : len(new) - behind]
    names = _names(rows, table, middle, facts)
    below = places[first - 1][0] if first else 0
    above = places[len(old) - behind][0] if behind else LAST_ID + 1
    numbers = _numbers(table, middle, names, taken, below, above)
    if numbers is None:
        middle, facts = places, new
        names = _names(rows, table, middle, facts)
        numbers = _anew(table, len(names), taken)
    stay = set(names)
    yield from (
        RowChange((table, name), rows[table, name], None) for _, name in middle if name not in stay
    )
    inside = {name for _, name in middle}
    for name, number, fact in zip(names, numbers, facts, strict=True):
        key = (table, name)
        before = rows[key] if name in inside else None
        yield RowChange(key, before, _row_after(before, number, key, (fact,)))


def _same_ends(old: Sequence[Any], new: Sequence[Any]) -> tuple[int, int]:
    """How many at the beginning, and how many at the end behind those, are the same objects."""
    shorter = min(len(old), len(new))
    pairs = zip(old, new, strict=False)
    first = next((at for at, (one, other) in enumerate(pairs) if one is not other), shorter)
    pairs = zip(reversed(old), reversed(new), strict=False)
    last = next((at for at, (one, other) in enumerate(pairs) if one is not other), shorter)
    return first, min(last, shorter - first)


def _names(rows: Rows, table: str, middle: Sequence[Place], facts: Sequence[Any]) -> list[str]:
    """The names of these facts, which shall stand in the place of the rows in the middle."""
    inside = {name for _, name in middle}
    return list(names_of(facts, lambda name: name not in inside and (table, name) in rows))


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


def _numbers(
    table: str, middle: Sequence[Place], names: Sequence[str], taken: Taken, below: int, above: int
) -> list[int] | None:
    """The rows' numbers in the order of the facts, between two; those that a row has are kept. None: no room."""
    had = {name: number for number, name in middle}
    given: list[int] = []
    for name in names:
        last = given[-1] if given else below
        given.append(had[name] if name in had else _free(table, last, taken))
        if not last < given[-1] < above:
            return None
    return given


def _free(table: str, last: int, taken: Taken) -> int:
    return next(each for each in itertools.count(last + 1) if (table, each) not in taken)


def _anew(table: str, count: int, taken: Taken) -> list[int]:
    free = (each for each in itertools.count(1) if (table, each) not in taken)
    return list(itertools.islice(free, count))
