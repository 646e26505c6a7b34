"""A row of a table, and all rows: by their keys, and in the order of their numbers."""

import zlib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from followup.model.errors import CannotRead, Problem
from followup.model.lossless.codec import ids_in

SETTINGS, META = "settings", "_meta"
LISTS = ("applications", "snoozes", "skips", "handed_out", "templates")
TABLES = (SETTINGS, META, *LISTS)
LAST_REV = 2**31 - 1
LAST_ID = 10**16 - 1  # of a row: a reader takes no longer number

Key = tuple[str, str]  # the table, and in it an id, an action's key, or “settings” or “keys”
Place = tuple[int, str]  # the number and the name of a row
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, the facts (most often one) that it holds, and the ids in it."""

    doc_id: int
    rev: int
    record: Record
    stamp: int
    parts: tuple[Any, ...] = ()
    ids: frozenset[str] = frozenset()


class Rows(Mapping[Key, Row]):
    """All rows by their keys, those of a table in the order of their numbers, which is that of its facts.

    Never changed in place: a changed one shares the tables that did not change.
    """

    def __init__(
        self, rows: Mapping[str, Mapping[str, Row]], places: Mapping[str, Sequence[Place]]
    ) -> None:
        self._rows = rows
        self._places = places

    @classmethod
    def of(cls, rows: Iterable[tuple[Key, Row]]) -> "Rows":
        """These rows."""
        tables: dict[str, dict[str, Row]] = {name: {} for name in TABLES}
        for (table, name), row in rows:
            tables[table][name] = row
        return cls(
            tables,
            {
                table: sorted((row.doc_id, name) for name, row in here.items())
                for table, here in tables.items()
            },
        )

    def __getitem__(self, key: Key) -> Row:
        """The row with this key; raises KeyError."""
        return self._rows[key[0]][key[1]]

    def __iter__(self) -> Iterator[Key]:
        """Their keys, table by table."""
        return ((table, name) for table in TABLES for _, name in self._places[table])

    def __len__(self) -> int:
        """How many there are."""
        return sum(map(len, self._rows.values()))

    def places(self, table: str) -> Sequence[Place]:
        """The number and the name of each row of a table, in their order."""
        return self._places[table]

    def at(self, table: str, number: int) -> Key | None:
        """The key of the row at this place."""
        places = self._places.get(table, [])
        index = bisect_left(places, (number, ""))
        here = index < len(places) and places[index][0] == number
        return (table, places[index][1]) if here else None

    def changed(
        self, table: str, gone: Iterable[Row], come: Mapping[str, Row], facts: Iterable[Any]
    ) -> tuple["Rows", tuple[Any, ...]]:
        """With other rows in a table, by their names; and `facts`, its facts in their order, likewise."""
        here, places, items = dict(self._rows[table]), list(self._places[table]), list(facts)
        for row in gone:
            index = bisect_left(places, (row.doc_id, ""))
            del here[places[index][1]], places[index], items[index]
        for name, row in come.items():
            index = bisect_left(places, (row.doc_id, ""))
            here[name] = row
            places.insert(index, (row.doc_id, name))
            items.insert(index, row.parts[0])
        made = Rows({**self._rows, table: here}, {**self._places, table: places})
        return made, tuple(items)


def make_row(doc_id: int, rev: int, record: Record, parts: tuple[Any, ...] = ()) -> Row:
    """A row with its stamp; raises CannotRead for a record that is no JSON.

    The stamp is what the pages know as a record's rev: the stored number with a checksum of the
    record, since another version that a sync service brought may carry the same number.
    """
    stamp = rev << 32 | zlib.crc32(bytes_of(record))
    return Row(doc_id, rev, record, stamp, parts, ids_in(record))


def bytes_of(record: Any) -> bytes:
    """The record as JSON; raises CannotRead where it is none."""
    try:
        return orjson.dumps(record)
    except (TypeError, ValueError, RecursionError) as error:
        raise CannotRead([Problem("", f"This cannot stand in a JSON file ({error}).")]) from error
