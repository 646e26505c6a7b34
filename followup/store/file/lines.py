"""The rows of a data file as the lines that they are in it: a save writes those of the rows that it changes."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import orjson

from followup.model.errors import CannotRead, Problem
from followup.model.fact import shown
from followup.model.lossless.strict_json import MAX_BYTES
from followup.store.rows.history import CHANGES
from followup.store.rows.rows import LAST_ID, META, TABLES

Place = tuple[str, int]  # a table, and a row's number in it

_ORDER = (META, *TABLES, CHANGES)
_BEFORE, _BEHIND = b'{\n  "": {\n', b"\n  }\n}"  # what stands around the one row of a table


class TooLarge(CannotRead):
    """The tables would make a file that is larger than any of ours may be."""


def _refuse(message: str) -> CannotRead:
    return CannotRead([Problem("", message)])


class Lines:
    """The lines of each row, by table and number. Never changed in place: what a save leaves alone is shared."""

    def __init__(self, tables: Mapping[str, Mapping[int, bytes]]) -> None:
        self._tables = tables

    @classmethod
    def of(cls, *parts: Mapping[str, Mapping[str, Any]]) -> "Lines":
        """The lines of all these tables; raises CannotRead for what JSON would not give back."""
        return cls({}).put(
            {
                (name, int(doc_id)): row
                for tables in parts
                for name, rows in tables.items()
                for doc_id, row in rows.items()
            }
        )

    def put(self, rows: Mapping[Place, Any]) -> "Lines":
        """With these rows at their places (None: with none there); raises CannotRead as `of`."""
        tables = {name: dict(self._tables.get(name, {})) for name in {name for name, _ in rows}}
        unsorted = set()
        for (name, number), row in rows.items():
            if row is None:
                tables[name].pop(number, None)
                continue
            if number not in tables[name]:
                unsorted.add(name)
            tables[name][number] = _line(name, number, row)
        for name in unsorted:
            tables[name] = dict(sorted(tables[name].items()))
        return Lines({**self._tables, **tables})

    def only(self, places: Iterable[Place]) -> "Lines":
        """The lines at these places alone."""
        tables: dict[str, dict[int, bytes]] = {}
        for name, number in places:
            tables.setdefault(name, {})[number] = self._tables[name][number]
        return Lines(tables)

    def data(self) -> bytes:
        """The bytes of a file of these rows; raises TooLarge."""
        data = b"".join(self._pieces())
        if len(data) > MAX_BYTES:
            text = f"Not saved: the file would grow beyond {MAX_BYTES // 1024**2} MB."
            raise TooLarge([Problem("", text)])
        return data

    def _pieces(self) -> Iterator[bytes]:
        between = b"{\n  "
        for name in sorted((name for name, rows in self._tables.items() if rows), key=_rank):
            yield between + orjson.dumps(name) + b": {\n"
            first, *others = self._tables[name].values()
            yield first
            for line in others:
                yield b",\n"
                yield line
            between = b"\n  },\n  "
        yield b"\n  }\n}\n"


def _rank(table: str) -> tuple[int, str]:
    """Where it stands in the file: what kind of file it is, ours in their order, and then what we do not know."""
    return (_ORDER.index(table) if table in _ORDER else len(_ORDER)), table


def _line(table: str, number: int, row: Any) -> bytes:
    """A row's lines, which give it back; raises CannotRead where JSON would not."""
    if number > LAST_ID:
        text = f"Not saved: a row of “{shown(table)}” would get a number that no reader takes."
        raise _refuse(text)
    whole = {"": {str(number): row}}
    try:
        data = orjson.dumps(whole, option=orjson.OPT_INDENT_2)
        same = orjson.loads(data) == whole
    except (TypeError, ValueError, RecursionError) as error:
        text = f"Not saved: something in it cannot stand in a JSON file ({error})."
        raise _refuse(text) from error
    if not same:
        raise _refuse("Not saved: something in it would come back from the file as something else.")
    return data[len(_BEFORE) : -len(_BEHIND)]
