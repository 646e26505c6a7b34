"""A row of a table, and all rows: by their keys, and in the order of their numbers."""

import zlib
from bisect import bisect_left, insort
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from rpds import HashTrieMap

from followup.model.errors import CannotRead, Problem
from followup.model.lossless.codec import ids_in

SETTINGS, META = "settings", "_meta"
KEYS = "keys"  # the row of _meta that holds the top-level keys which we do not know
HEADER_ID, KEYS_ID, SETTINGS_ID = 1, 2, 1
LISTS = ("applications", "snoozes", "skips", "handed_out", "templates")
TABLES = (SETTINGS, META, *LISTS)
LAST_REV = 2**31 - 1
LAST_ID = 10**16 - 1  # of a row: a reader takes no longer number

RowPlace = tuple[str, int]  # a table, and a row's number in it
Key = tuple[str, str]  # the table, and in it an id, an action's key, or “settings” or “keys”
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

    Never changed in place: a changed one shares with it whatever did not change.
    """

    def __init__(
        self, rows: "HashTrieMap[Key, Row]", places: Mapping[str, Sequence[tuple[int, str]]]
    ) -> None:
        self._rows = rows
        self._places = places

    @classmethod
    def of(cls, rows: Mapping[Key, Row]) -> "Rows":
        """These rows."""
        places: dict[str, list[tuple[int, str]]] = {table: [] for table in TABLES}
        for (table, name), row in rows.items():
            places[table].append((row.doc_id, name))
        return cls(HashTrieMap(rows), {table: sorted(here) for table, here in places.items()})

    def __getitem__(self, key: Key) -> Row:
        """The row with this key; raises KeyError."""
        return self._rows[key]

    def __iter__(self) -> Iterator[Key]:
        """Their keys, table by table."""
        return ((table, name) for table in TABLES for _, name in self._places[table])

    def __len__(self) -> int:
        """How many there are."""
        return len(self._rows)

    def places(self, table: str) -> Sequence[tuple[int, str]]:
        """The number and the name of each row of a table, in their order."""
        return self._places[table]

    def index(self, table: str, number: int) -> int:
        """How many rows of a table stand before this number."""
        return bisect_left(self._places[table], (number, ""))

    def at(self, table: str, number: int) -> Key | None:
        """The key of the row at this place."""
        places = self._places.get(table, ())
        index = bisect_left(places, (number, ""))
        here = index < len(places) and places[index][0] == number
        return (table, places[index][1]) if here else None

    def changed(self, gone: Mapping[Key, Row], come: Mapping[Key, Row]) -> "Rows":
        """Without the rows that are gone, and with those that come, some of them in the place of the same."""
        rows = self._rows
        for key in gone.keys() - come.keys():
            rows = rows.remove(key)
        for key, row in come.items():
            rows = rows.insert(key, row)
        left = {(key[0], row.doc_id, key[1]) for key, row in gone.items()}
        taken = {(key[0], row.doc_id, key[1]) for key, row in come.items()}
        places = dict(self._places)
        for table in {table for table, _, _ in left ^ taken}:
            here = list(places[table])
            for _, number, name in (each for each in left - taken if each[0] == table):
                del here[bisect_left(here, (number, name))]
            for _, number, name in (each for each in taken - left if each[0] == table):
                insort(here, (number, name))
            places[table] = here
        return Rows(rows, places)


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
