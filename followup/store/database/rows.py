"""The SQL of one owner's rows, in a transaction of theirs: the mark, what changed since one, and what is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import orjson

from followup.store.database.backup_rows import BackupRows
from followup.store.database.connections import Cursor
from followup.store.file.tables import Tables, encode
from followup.store.rows.changeset import RowChange
from followup.store.rows.history import CHANGES, History
from followup.store.rows.rows import RowPlace, bytes_of

Written = tuple[int, str | None]  # its rev and its record; None: the row is gone

_KEPT = 100  # commits that a writer whose connection broke may ask for
_PUT = """
    insert into rows (owner, tbl, doc_id, rev, record, changed) values (%s, %s, %s, %s, %s, %s)
    on conflict (owner, tbl, doc_id)
    do update set rev = excluded.rev, record = excluded.record, changed = excluded.changed
"""
_DELETE = (
    "delete from rows where owner = %s",
    "delete from commits where owner = %s",
    "delete from backups where owner = %s",
    "delete from unsent where owner = %s",
    "delete from owners where owner = %s",
)


@dataclass(frozen=True, slots=True)
class Mark:
    """Which state of an owner's rows it is: how many commits made it, and the token of the last."""

    version: int
    token: str


NOTHING = Mark(0, "")  # before the first save


class OwnRows:
    """The rows of one owner, and their backups."""

    def __init__(self, cursor: Cursor, owner: str) -> None:
        self._cursor = cursor
        self._owner = owner
        self.backups = BackupRows(cursor, owner)

    def mark(self) -> Mark:
        """The mark now."""
        query = "select version, token from owners where owner = %s"
        row = self._cursor.execute(query, (self._owner,)).fetchone()
        return Mark(*row) if row else NOTHING

    def held(self) -> Mark:
        """The mark, which nobody else changes until the transaction ends."""
        query = "select version, token from owners where owner = %s for update"
        new = (
            "insert into owners (owner, version, token) values (%s, %s, %s) on conflict do nothing"
        )
        while not (row := self._cursor.execute(query, (self._owner,)).fetchone()):
            self._cursor.execute(new, (self._owner, NOTHING.version, NOTHING.token))
        return Mark(*row)

    def has(self, token: str) -> bool:
        """Whether the commit with this token is one of the last that led to what is there."""
        query = "select 1 from commits where owner = %s and token = %s"
        return self._cursor.execute(query, (self._owner, token)).fetchone() is not None

    def whole(self) -> Tables:
        """All that is there, as the tables of a data file."""
        query = "select tbl, doc_id, rev, record from rows where owner = %s and record is not null order by tbl, doc_id"
        tables: Tables = {}
        for table, doc_id, rev, record in self._cursor.execute(query, (self._owner,)):
            tables.setdefault(table, {})[str(doc_id)] = {"rev": rev, "record": orjson.loads(record)}
        return tables

    def since(self, version: int) -> tuple[dict[RowPlace, Written], dict[int, str | None]]:
        """The rows of the facts that were written after this version, and all remembered changes (older ones: None)."""
        query = "select tbl, doc_id, rev, record from rows where owner = %s and changed > %s and tbl <> %s"
        found = self._cursor.execute(query, (self._owner, version, CHANGES))
        rows = {(table, doc_id): (rev, record) for table, doc_id, rev, record in found}
        query = """
            select doc_id, case when changed > %s then record end from rows
            where owner = %s and tbl = %s order by doc_id
        """
        found = self._cursor.execute(query, (version, self._owner, CHANGES))
        return rows, dict(found.fetchall())

    def file(self) -> bytes | None:
        """All that is there, as the bytes of a data file; raises CannotRead where they would be too many."""
        tables = self.whole()
        return encode(tables) if tables else None

    def write(self, rows: Mapping[RowPlace, Written], gone: Iterable[int], after: Mark) -> None:
        """Writes these rows, takes away these remembered changes, and moves on to this mark."""
        self._put(rows, after.version)
        query = "delete from rows where owner = %s and tbl = %s and doc_id = any(%s)"
        self._cursor.execute(query, (self._owner, CHANGES, list(gone)))
        self._move_on(after)

    def replace(self, tables: Tables, after: Mark) -> None:
        """Puts these tables in the place of all that was there, which nobody can follow row by row, and moves on."""
        self._cursor.execute("delete from rows where owner = %s", (self._owner,))
        self._cursor.execute("delete from commits where owner = %s", (self._owner,))
        rows = {
            (table, int(doc_id)): (row["rev"], bytes_of(row["record"]).decode())
            for table, rows in tables.items()
            for doc_id, row in rows.items()
        }
        self._put(rows, after.version)
        self._move_on(after)

    def _put(self, rows: Mapping[RowPlace, Written], version: int) -> None:
        found = [(self._owner, *place, *each, version) for place, each in rows.items()]
        self._cursor.executemany(_PUT, found)

    def _move_on(self, after: Mark) -> None:
        query = "update owners set version = %s, token = %s where owner = %s"
        self._cursor.execute(query, (after.version, after.token, self._owner))
        query = "delete from commits where owner = %s and version <= %s"
        self._cursor.execute(query, (self._owner, after.version - _KEPT))
        query = "insert into commits (owner, version, token) values (%s, %s, %s)"
        self._cursor.execute(query, (self._owner, after.version, after.token))

    def delete(self) -> None:
        """Leaves nothing of this owner."""
        for query in _DELETE:
            self._cursor.execute(query, (self._owner,))


def written(changes: Iterable[RowChange]) -> dict[RowPlace, Written]:
    """What these changes of the facts write: a place that another row takes is not empty."""
    found: dict[RowPlace, Written] = {}
    for each in changes:
        if each.before is not None:
            found[each.key[0], each.before.doc_id] = (each.before.rev, None)
    for each in changes:
        if each.after is not None:
            found[each.key[0], each.after.doc_id] = (
                each.after.rev,
                bytes_of(each.after.record).decode(),
            )
    return found


def remembered(
    stored: Mapping[str, int], history: History
) -> tuple[dict[RowPlace, Written], dict[str, int]]:
    """What is written for a history of which these changes are stored (by id: their places), and all places then."""
    places = {each.id: stored.get(each.id, 0) for each in history.entries}
    found: dict[RowPlace, Written] = {}
    for each in history.entries:
        if not places[each.id]:
            places[each.id] = 1 + max(*stored.values(), *places.values(), 0)
            record = bytes_of(each.model_dump(mode="json")).decode()
            found[CHANGES, places[each.id]] = (0, record)
    return found, places
