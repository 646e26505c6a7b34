"""From the rows that are there to the facts that shall be: which rows change, and what the rows and facts are then.

A row that does not change keeps its record untouched and its fact the same object, so that whoever
compares by identity knows what to derive anew. None of their records is read or made anew.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import compress, count, islice
from operator import is_not
from typing import Any

from followup.model.errors import CannotRead, Problem
from followup.model.facts import Facts
from followup.model.settings import Cadence, Me
from followup.store.errors import CannotSave
from followup.store.rows.records import check_references, names_of, parts_of, row_after
from followup.store.rows.rows import (
    KEYS,
    KEYS_ID,
    LAST_ID,
    LISTS,
    META,
    SETTINGS,
    SETTINGS_ID,
    TABLES,
    Key,
    Row,
    RowPlace,
    Rows,
)

WITH_IDS = ("applications", "templates")

Taken = frozenset[RowPlace]  # of rows that cannot be read, and stay


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
        RowChange(key, rows.get(key), row_after(rows.get(key), number, key, parts))
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
    made = _checked(rows, changes)
    new = [(each.key, each.after) for each in changes if each.after]
    if parts_of(new) != [row.parts for _, row in new] or not all(
        _is_there(made, key, row, facts) for key, row in new
    ):
        text = "Not saved: something in it would come back from the file as something else."
        raise CannotRead([Problem("", text)])
    return Changeset(facts, made, tuple(changes))


def _is_there(rows: Rows, key: Key, row: Row, facts: Facts) -> bool:
    """Whether a row that came stands among its table's rows where its fact stands among the facts."""
    if key[0] not in LISTS:
        return True
    held = getattr(facts, key[0])
    return (
        len(held) == len(rows.places(key[0]))
        and held[rows.index(key[0], row.doc_id)] is row.parts[0]
    )


def applied(rows: Rows, facts: Facts, changes: Iterable[RowChange]) -> Changeset:
    """The rows, which hold these facts, with these changes; what changed is checked as if it had been read.

    Raises CannotRead.
    """
    changes = _with_parts(tuple(changes))
    made = _checked(rows, changes)
    for table in dict.fromkeys(each.key[0] for each in changes):
        gone, come = _gone_and_come(changes, table)
        if table not in LISTS:
            facts = _with_single(facts, table, next(iter(come.values()), None))
        elif table == "applications" and _places(gone) == _places(come):
            for row in come.values():
                facts = facts.with_application(row.parts[0])
        else:
            items = list(getattr(facts, table))
            for row in sorted(gone.values(), key=lambda row: -row.doc_id):
                del items[rows.index(table, row.doc_id)]
            for row in sorted(come.values(), key=lambda row: row.doc_id):
                items.insert(made.index(table, row.doc_id), row.parts[0])
            facts = facts.replace(**{table: tuple(items)})
    return Changeset(facts, made, changes)


def _places(rows: Mapping[Key, Row]) -> set[tuple[Key, int]]:
    return {(key, row.doc_id) for key, row in rows.items()}


def _checked(rows: Rows, changes: Sequence[RowChange]) -> Rows:
    """The rows with these changes; raises CannotRead where they do not hold together."""
    made = rows.changed(*_gone_and_come(changes, *TABLES))
    check_references(made, *_gone_and_come(changes, *WITH_IDS))
    return made


def _gone_and_come(
    changes: Sequence[RowChange], *tables: str
) -> tuple[dict[Key, Row], dict[Key, Row]]:
    here = [each for each in changes if each.key[0] in tables]
    return (
        {each.key: each.before for each in here if each.before is not None},
        {each.key: each.after for each in here if each.after is not None},
    )


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


def _with_single(facts: Facts, table: str, row: Row | None) -> Facts:
    """The facts with what the one row of a table says (None: it is not there)."""
    if table == SETTINGS:
        me, cadence = row.parts if row else (Me(), Cadence())
        return facts.replace(me=me, cadence=cadence)
    known = {name: getattr(facts, name) for name in Facts.model_fields}
    return Facts.model_validate({**(row.parts[0] if row else {}), **known})


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
        yield RowChange(key, before, row_after(before, number, key, (fact,)))


def _same_ends(old: Sequence[Any], new: Sequence[Any]) -> tuple[int, int]:
    """How many at the beginning, and how many at the end behind those, are the same objects."""
    shorter = min(len(old), len(new))
    first = next(compress(count(), map(is_not, old, new)), shorter)
    last = next(compress(count(), map(is_not, reversed(old), reversed(new))), shorter)
    return first, min(last, shorter - first)


def _names(
    rows: Rows, table: str, middle: Sequence[tuple[int, str]], facts: Sequence[Any]
) -> list[str]:
    """The names of these facts, which shall stand in the place of the rows in the middle."""
    inside = {name for _, name in middle}
    return list(names_of(facts, lambda name: name not in inside and (table, name) in rows))


def _numbers(
    table: str,
    middle: Sequence[tuple[int, str]],
    names: Sequence[str],
    taken: Taken,
    below: int,
    above: int,
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
    return next(each for each in count(last + 1) if (table, each) not in taken)


def _anew(table: str, how_many: int, taken: Taken) -> list[int]:
    free = (each for each in count(1) if (table, each) not in taken)
    return list(islice(free, how_many))
