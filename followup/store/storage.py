"""TinyDB's storage over the data file: strict in what it reads, and written only by a commit."""

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from followup.model.codec import FORMAT
from followup.model.errors import CannotRead, Problem
from followup.model.strict_json import MAX_BYTES, parse
from followup.model.text import shown
from followup.store.disk import Disk, digest_of

Document = dict[str, Any]
Tables = dict[str, dict[str, Document]]

META = "_meta"
TABLES = (META, "settings", "applications", "snoozes", "skips", "templates", "changes")
STORE_FORMAT = "followup-store"
LAST_REV = 2**31 - 1

_DOC_ID = re.compile(r"[1-9][0-9]{0,15}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Contents:
    """A state of the file: its digest (None: no file), and its tables, never changed in place.

    `aside` holds the rows that cannot be read and the tables that we do not know: TinyDB never sees
    them, and each commit puts them back as they are. `upgraded` says that a migration made `tables`.
    """

    digest: str | None
    tables: Tables
    aside: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    upgraded: bool = False

    def taken(self) -> frozenset[tuple[str, int]]:
        """The places that no row of ours may take."""
        return frozenset((name, int(each)) for name, rows in self.aside.items() for each in rows)


def _refuse(message: str, path: str = "") -> CannotRead:
    return CannotRead([Problem(path, message)])


def row_problems(path: str, document: Any) -> list[Problem]:
    """What keeps a row from being one of ours, its record aside."""
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
        how = "Give it another name, and bring it in with “python -m followup import FILE”"
        raise _refuse(f"{text}. {how}.")
    header = value.get(META)
    document = header.get("1") if isinstance(header, dict) else None
    record = document.get("record") if isinstance(document, dict) else None
    if not isinstance(record, dict) or record.get("format") != STORE_FORMAT:
        raise _refuse(f"This is not a Follow-up data file: “{META}” does not say “{STORE_FORMAT}”.")
    for table, rows in value.items():
        near = [] if table in TABLES else difflib.get_close_matches(table, TABLES, 1, 0.8)
        if near:  # kept as a table that we do not know, it would hide what is in it
            raise _refuse(f"“{shown(table)}” is no table of ours; “{near[0]}” is")
        if not isinstance(rows, dict):
            raise _refuse("must be an object of numbered rows", shown(table))
        for doc_id in rows:
            if not _DOC_ID.fullmatch(doc_id):
                raise _refuse(f"“{shown(doc_id)}” is not a whole number from 1", shown(table))
    return value


def encode(tables: Mapping[str, Mapping[str, Document]]) -> bytes:
    """The bytes for the tables; raises CannotRead for what JSON would not give back."""
    ordered = {
        name: dict(sorted(rows.items(), key=lambda row: int(row[0])))
        for name, rows in tables.items()
    }
    try:
        data = orjson.dumps(ordered, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
        same = orjson.loads(data) == ordered
    except (TypeError, ValueError, RecursionError) as error:
        raise _refuse(
            f"Not saved: something in it cannot stand in a JSON file ({error})."
        ) from error
    if not same:
        raise _refuse("Not saved: something in it would come back from the file as something else.")
    if len(data) > MAX_BYTES:
        raise _refuse(f"Not saved: the file would grow beyond {MAX_BYTES // 1024**2} MB.")
    return data


class FileStorage(Storage):
    """One visit of TinyDB to the data file; what it writes reaches the disk by `commit` alone."""

    def __init__(self, contents: Contents, *, writing: bool = False) -> None:
        self._base = contents
        self._writing = writing
        # Copies, since those of the contents are shared: 4.9 changes copies of its own, a later TinyDB may not.
        self._tables = {
            name: {doc_id: dict(document) for doc_id, document in rows.items()}
            for name, rows in contents.tables.items()
        }

    def read(self) -> Tables | None:
        """What TinyDB sees."""
        return self._tables or None

    def write(self, data: Mapping[str, Mapping[str, Document]]) -> None:
        """What TinyDB wants to be written."""
        if not self._writing:
            msg = "the data file is written inside Store.update alone"
            raise RuntimeError(msg)
        self._tables = {
            name: {doc_id: dict(document) for doc_id, document in rows.items()}
            for name, rows in data.items()
        }

    def encoded(self) -> bytes:
        """The bytes of it, with what is set aside; raises CannotRead."""
        aside = self._base.aside
        whole: dict[str, dict[str, Any]] = {
            name: {**self._tables.get(name, {}), **aside.get(name, {})}
            for name in (*self._tables, *(name for name in aside if name not in self._tables))
        }
        return encode(whole)

    def commit(self, data: bytes, disk: Disk, now: datetime) -> tuple[Contents, Path | None]:
        """Puts what `encoded` gave on the disk; says where a conflicting version is kept."""
        conflict = disk.put(data, self._base.digest, now)
        self._writing = False
        return Contents(digest_of(data), self._tables, self._base.aside), conflict


def database(storage: FileStorage) -> TinyDB:
    """TinyDB over this visit."""
    return TinyDB(storage=lambda: storage)


def table(db: TinyDB, name: str) -> Table:
    """A table without TinyDB's query cache, which does not see what another program wrote."""
    return db.table(name, cache_size=0)
