"""Which rows of a table differ from the facts that it shall hold, and which numbers they have then."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import compress, count, islice
from operator import is_, is_not
from typing import Any

from followup.store.rows.records import UNSAID, names_of, record_of
from followup.store.rows.rows import LAST_ID, LAST_REV, Key, Row, Rows, bytes_of, make_row

Taken = frozenset[tuple[str, int]]  # places (table, number) of rows that cannot be read, and stay


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before a change and after it; None: it is not there."""

    key: Key
    before: Row | None
    after: Row | None


def list_changes(
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


def row_after(before: Row | None, doc_id: int, key: Key, parts: tuple[Any, ...]) -> Row | None:
    """The row with this key, for these facts, at this place; `before` itself where it says the same there already."""
    if before is None:
        record = record_of(key, parts)
        return None if bytes_of(record) == UNSAID.get(key) else make_row(doc_id, 1, record, parts)
    same = len(parts) == len(before.parts) and all(map(is_, parts, before.parts))
    record = before.record if same else record_of(key, parts)
    if not same and bytes_of(record) != bytes_of(before.record):
        return make_row(doc_id, min(before.rev + 1, LAST_REV), record, parts)
    return before if doc_id == before.doc_id else replace(before, doc_id=doc_id)


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
