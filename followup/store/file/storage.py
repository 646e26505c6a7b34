"""TinyDB over one file of ours: its storage, and how older forms of the file are brought into this one."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from followup.model.errors import CannotRead, NewerSchema, Problem
from followup.model.facts import Facts
from followup.model.lossless.upgrades import application_2, cadence_2, keys_2, me_2
from followup.model.vocabulary import SCHEMA
from followup.store.file.tables import STORE_FORMAT, Contents, Tables
from followup.store.rows import records
from followup.store.rows.changeset import RowChange
from followup.store.rows.history import CHANGES, History
from followup.store.rows.rows import (
    HEADER_ID,
    KEYS_ID,
    LAST_ID,
    META,
    SETTINGS,
    SETTINGS_ID,
    TABLES,
    RowPlace,
    Rows,
)

Step = Callable[[Tables], Tables]


@dataclass(frozen=True, slots=True)
class Migrations:
    """The steps, the first of which takes the tables of schema 1 to schema 2."""

    steps: tuple[Step, ...] = ()

    @property
    def schema(self) -> int:
        """The schema that this program writes."""
        return 1 + len(self.steps)

    def upgrade(self, tables: Tables) -> tuple[Tables, bool]:
        """The tables in the present form, and whether that is another than the file's.

        Raises CannotRead, and NewerSchema for what a later version wrote.
        """
        schema = tables[META]["1"]["record"].get("schema", 1)
        path = f"{META}.1.record.schema"
        if type(schema) is not int or schema < 1:
            raise CannotRead([Problem(path, "the schema must be a whole number from 1")])
        if schema > self.schema:
            text = f"the file has schema {schema}, this program knows {self.schema}"
            text += ": a newer Follow-up wrote it. Update the program; the file is left as it is"
            raise NewerSchema([Problem(path, text)])
        if schema == self.schema:
            return tables, False
        made: Tables = orjson.loads(orjson.dumps(tables))
        made.pop(CHANGES, None)  # a change of the old form cannot be undone in the new one
        for step in self.steps[schema - 1 :]:
            try:
                made = step(made)
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                text = f"cannot be brought from schema {schema} to {self.schema} ({error!r})"
                raise CannotRead([Problem("", text)]) from error
        made[META]["1"]["record"]["schema"] = self.schema
        return made, True


def _schema_2(tables: Tables) -> Tables:
    """Schema 1 → 2; a settings row that was never written meant what schema 1 left unsaid, and is written now."""
    for row in tables.get("applications", {}).values():
        row["record"] = application_2(row["record"])
    if unknown := tables[META].get(str(KEYS_ID)):
        unknown["record"] = keys_2(unknown["record"])
    settings = tables.setdefault(SETTINGS, {})
    row = settings.setdefault(str(SETTINGS_ID), {"rev": 1, "record": {}})
    record = row["record"]
    record["me"] = me_2(record.get("me", {}))
    if "cadence" in record:
        record["cadence"] = cadence_2(record["cadence"])
    return tables


RELEASED = Migrations((_schema_2,))


HEADER = {"format": STORE_FORMAT, "schema": SCHEMA}


class FileStorage(Storage):
    """One visit of TinyDB to some tables of the data file; what it writes stays in `tables`."""

    def __init__(self, tables: Tables, *, writing: bool = False) -> None:
        self._writing = writing
        # Copies, since the file's own are shared: 4.9 changes copies of its own, a later TinyDB may not.
        self.tables = _copied(tables)

    def read(self) -> Tables | None:
        """What TinyDB sees."""
        return self.tables or None

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """What TinyDB wants to be written."""
        if not self._writing:
            msg = "the data file is written by a commit alone"
            raise RuntimeError(msg)
        self.tables = _copied(data)


def _copied(tables: Mapping[str, Mapping[str, Any]]) -> Tables:
    return {
        name: {doc_id: dict(document) for doc_id, document in rows.items()}
        for name, rows in tables.items()
    }


def database(storage: FileStorage) -> TinyDB:
    """TinyDB over this visit."""
    return TinyDB(storage=lambda: storage)


def table(db: TinyDB, name: str) -> Table:
    """A table without TinyDB's query cache, which does not see what another program wrote."""
    return db.table(name, cache_size=0)


def read(contents: Contents) -> tuple[Facts, Rows, History]:
    """What the tables hold; raises CannotRead with every problem."""
    with database(FileStorage(contents.tables)) as db:
        stored = {
            name: [(each.doc_id, each["rev"], each["record"]) for each in _in_order(db, name)]
            for name in TABLES
        }
        stored[META] = [row for row in stored[META] if row[0] == KEYS_ID]
        facts, rows = records.read(stored)
        return facts, rows, History.read(each["record"] for each in _in_order(db, CHANGES))


def _in_order(db: TinyDB, name: str) -> list[Document]:
    return sorted(table(db, name), key=lambda document: document.doc_id)


def written(
    contents: Contents, changes: Iterable[RowChange], history: History
) -> tuple[bytes, Contents]:
    """The file after these changes, with this history: its bytes, and as contents; raises CannotRead.

    TinyDB is shown the rows that they touch, and those of the history: all others stay the lines that they are.
    """
    changes = tuple(changes)
    touched = {
        (each.key[0], row.doc_id)
        for each in changes
        for row in (each.before, each.after)
        if row is not None
    }
    part = _part(contents.tables, touched)
    visit = FileStorage(part, writing=True)
    with database(visit) as db:
        if META not in contents.tables:
            table(db, META).insert(Document({"rev": 0, "record": HEADER}, HEADER_ID))
        _write_rows(db, changes)
        _write_history(db, history)
    after = visit.tables
    tables = dict(contents.tables)
    put: dict[RowPlace, Any] = {}
    for name in {*part, *after}:
        before, rows = part.get(name, {}), after.get(name, {})
        stay = {key: row for key, row in tables.get(name, {}).items() if key not in before}
        tables[name] = {**stay, **rows}
        put |= {
            (name, int(key)): rows.get(key)
            for key in {*before, *rows}
            if rows.get(key) != before.get(key)
        }
    lines = contents.lines.put(put)
    data = lines.data()
    return data, Contents(data, tables, contents.aside, written=lines)


def _part(tables: Tables, touched: Collection[RowPlace]) -> Tables:
    """The rows at these places, and those of the history."""
    part: Tables = {CHANGES: tables[CHANGES]} if CHANGES in tables else {}
    for name, number in touched:
        if row := tables.get(name, {}).get(str(number)):
            part.setdefault(name, {})[str(number)] = row
    return part


def _write_rows(db: TinyDB, changes: Iterable[RowChange]) -> None:
    gone: dict[str, list[int]] = {}
    come: dict[str, list[Document]] = {}
    for (name, _), before, after in ((each.key, each.before, each.after) for each in changes):
        if before is not None:
            gone.setdefault(name, []).append(before.doc_id)
        if after is not None:
            document = Document({"rev": after.rev, "record": after.record}, after.doc_id)
            come.setdefault(name, []).append(document)
    for name, doc_ids in gone.items():
        table(db, name).remove(doc_ids=doc_ids)
    for name, documents in come.items():
        table(db, name).insert_multiple(documents)


def _write_history(db: TinyDB, history: History) -> None:
    changes = table(db, CHANGES)
    stored = {document.doc_id: document["record"].get("id") for document in changes}
    wanted = [each.id for each in history.entries]
    if (
        max(stored, default=0) + len(wanted) > LAST_ID
    ):  # no room behind it: they are all numbered anew
        changes.truncate()
        stored = {}
    changes.remove(doc_ids=[doc_id for doc_id, name in stored.items() if name not in wanted])
    last = max(stored, default=0)
    new = [each for each in history.entries if each.id not in stored.values()]
    changes.insert_multiple(
        Document({"rev": 0, "record": each.model_dump(mode="json")}, last + number)
        for number, each in enumerate(new, start=1)
    )
