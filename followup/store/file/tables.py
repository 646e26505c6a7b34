"""The bytes of a data file as tables of numbered rows, and back: strict in what is read and in what is written."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import orjson

from followup.home import COMMAND
from followup.model.errors import CannotRead, Problem
from followup.model.fact import shown
from followup.model.lossless.codec import FORMAT
from followup.model.lossless.strict_json import MAX_BYTES, parse
from followup.store.file.disk import digest_of
from followup.store.rows.changeset import Taken
from followup.store.rows.history import CHANGES
from followup.store.rows.rows import LAST_ID, LAST_REV, META, TABLES, RowPlace

Tables = dict[str, dict[str, dict[str, Any]]]

STORE_FORMAT = "followup-store"
OURS = (*TABLES, CHANGES)

_DOC_ID = re.compile(r"[1-9][0-9]{0,15}", re.ASCII)
_ORDER = (META, *OURS)
_BEFORE, _BEHIND = b'{\n  "": {\n', b"\n  }\n}"  # what stands around the one row of a table


class TooLarge(CannotRead):
    """The tables would make a file that is larger than any of ours may be."""


def _refuse(message: str, path: str = "") -> CannotRead:
    return CannotRead([Problem(path, message)])


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

    def put(self, rows: Mapping[RowPlace, Any]) -> "Lines":
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

    def only(self, places: Iterable[RowPlace]) -> "Lines":
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
        names = sorted((name for name, rows in self._tables.items() if rows), key=_rank)
        if not names:
            yield b"{}\n"
            return
        between = b"{\n  "
        for name in names:
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


@dataclass(frozen=True)
class Contents:
    """What a file holds: its bytes (None: no file), and its tables, never changed in place.

    `aside` are the rows that cannot be read and the tables that we do not know: TinyDB never sees
    them, and each commit puts them back as they are. `upgraded` says that a migration made `tables`.
    `written` are the lines of all rows, where a save of ours made the bytes.
    """

    data: bytes | None
    tables: Tables
    aside: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    upgraded: bool = False
    written: Lines | None = None

    @cached_property
    def version(self) -> str:
        """The digest of the bytes; empty where there is no file."""
        return "" if self.data is None else digest_of(self.data)

    @property
    def lines(self) -> Lines:
        """The lines of all rows, as a save would write them; raises CannotRead."""
        return self.written or Lines.of(self.tables, self.aside)

    @property
    def taken(self) -> Taken:
        """The places that no row of ours may take."""
        return frozenset((name, int(each)) for name, rows in self.aside.items() for each in rows)


def row_problems(path: str, document: Any) -> list[Problem]:
    """What keeps the row at this path from being one of ours, whatever its record says."""
    if not isinstance(document, dict) or not isinstance(document.get("record"), dict):
        return [Problem(path, "must be an object with a “rev” and a “record”")]
    rev = document.get("rev")
    if type(rev) is not int or not 0 <= rev <= LAST_REV:
        return [Problem(f"{path}.rev", "must be a whole number from 0")]
    return []


def tables_of(data: bytes) -> Tables:
    """The tables that the bytes of a data file hold, each a number of rows; raises CannotRead."""
    value = parse(data)
    if not isinstance(value, dict):
        raise _refuse("This is not a Follow-up data file: it does not hold one object.")
    if value.get("format") == FORMAT:
        text = "This is a lossless export (“format”: “followup”), not the data file of the app"
        how = f"Give it another name, and bring it in with “{COMMAND} import FILE”"
        raise _refuse(f"{text}. {how}.")
    header = value.get(META)
    document = header.get("1") if isinstance(header, dict) else None
    record = document.get("record") if isinstance(document, dict) else None
    if not isinstance(record, dict) or record.get("format") != STORE_FORMAT:
        raise _refuse(f"This is not a Follow-up data file: “{META}” does not say “{STORE_FORMAT}”.")
    for table, rows in value.items():
        near = [] if table in OURS else difflib.get_close_matches(table, OURS, 1, 0.8)
        if near:  # kept as a table that we do not know, it would hide what is in it
            raise _refuse(f"“{shown(table)}” is no table of ours; “{near[0]}” is")
        if not isinstance(rows, dict):
            raise _refuse("must be an object of numbered rows", shown(table))
        for doc_id in rows:
            if not _DOC_ID.fullmatch(doc_id):
                raise _refuse(f"“{shown(doc_id)}” is not a whole number from 1", shown(table))
    return value


def encode(tables: Mapping[str, Mapping[str, Any]]) -> bytes:
    """The bytes for the tables, in whatever order they are; raises CannotRead for what JSON would not give back."""
    return Lines.of(tables).data()
