"""The last changes, and how each is taken back: its rows get their earlier records again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from tinydb import TinyDB
from tinydb.table import Document

from followup.model.facts import new_id
from followup.model.text import shown
from followup.model.times import Moment
from followup.store.errors import CannotUndo
from followup.store.records import Row, Rows, make_row
from followup.store.steps import Difference, Plan, Taken, follow
from followup.store.storage import LAST_REV, table

CHANGES = "changes"
KEPT = 20
KEPT_BYTES = 1_000_000  # one change may be large (a hundred applications deleted); many must not be
_WHAT_LIMIT = 200


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)


class _Before(_Strict):
    rev: Annotated[int, Field(ge=0, le=LAST_REV)]
    record: dict[str, Any]


class _Touched(_Strict):
    """A row as it was (None: not there), and the stamp of what became of it (None: removed)."""

    table: Literal["settings", "_meta", "applications", "snoozes", "skips", "templates"]
    name: str
    doc_id: Annotated[int, Field(ge=1)]
    before: _Before | None
    after: int | None


class Entry(_Strict):
    """One change that can be taken back."""

    id: str
    what: str
    at: Moment
    rows: tuple[_Touched, ...]


@dataclass(frozen=True, slots=True)
class Undoable:
    """A change as the user sees it."""

    id: str
    what: str
    at: datetime


def read(db: TinyDB) -> tuple[Entry, ...]:
    """The changes, oldest first. One that cannot be read just cannot be undone."""
    found = []
    for document in sorted(table(db, CHANGES), key=lambda document: document.doc_id):
        try:
            # By way of the bytes, since strict types take a list for a tuple in JSON alone.
            found.append(Entry.model_validate_json(orjson.dumps(document["record"])))
        except (ValidationError, TypeError):
            continue
    return tuple(found)


def entry(what: str, at: datetime, steps: Iterable[Difference]) -> Entry:
    """What has to be known to take these steps back."""
    return Entry(
        id=new_id(), what=shown(what, _WHAT_LIMIT), at=at, rows=tuple(map(_touched, steps))
    )


def _touched(step: Difference) -> _Touched:
    before, after = step.before, step.after
    known = before or after
    assert known is not None  # noqa: S101 - a step that neither takes nor gives is not made
    return _Touched.model_validate(
        {
            "table": step.key[0],
            "name": step.key[1],
            "doc_id": known.doc_id,
            "before": before and {"rev": before.rev, "record": before.record},
            "after": after and after.stamp,
        }
    )


def kept(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The newest of them, within the bounds; the last one always."""
    found: list[Entry] = []
    size = 0
    for each in reversed(entries[-KEPT:]):
        size += len(each.model_dump_json())
        if found and size > KEPT_BYTES:
            break
        found.append(each)
    return tuple(reversed(found))


def write(db: TinyDB, entries: Sequence[Entry]) -> None:
    """The table of changes, as given."""
    changes = table(db, CHANGES)
    stored = {document.doc_id: document["record"].get("id") for document in changes}
    wanted = [each.id for each in entries]
    changes.remove(doc_ids=[doc_id for doc_id, name in stored.items() if name not in wanted])
    last = max(stored, default=0)
    new = [each for each in entries if each.id not in stored.values()]
    changes.insert_multiple(
        Document({"rev": 0, "record": each.model_dump(mode="json")}, last + number)
        for number, each in enumerate(new, start=1)
    )


def _blocked(each: Entry, rows: Rows) -> bool:
    """Whether something that the change touched was changed again."""
    return any(_stamp(rows.get((row.table, row.name))) != row.after for row in each.rows)


def _stamp(row: Row | None) -> int | None:
    return None if row is None else row.stamp


def undoable(entries: Iterable[Entry], rows: Rows) -> tuple[Undoable, ...]:
    """Those that could be taken back now."""
    return tuple(
        Undoable(each.id, each.what, each.at) for each in entries if not _blocked(each, rows)
    )


def undo(entries: Iterable[Entry], change_id: str, rows: Rows, aside: Taken) -> tuple[Entry, Plan]:
    """The way back; raises CannotUndo. `aside` are the places of rows that cannot be read."""
    each = next((each for each in entries if each.id == change_id), None)
    if each is None:
        raise CannotUndo("This change was undone already, or lies too far back to be undone.")
    if _blocked(each, rows):
        text = f"“{each.what}” cannot be undone: what it changed has been changed again since"
        raise CannotUndo(f"{text}. Nothing was changed now.")
    touched = {(row.table, row.name) for row in each.rows}
    taken = {(key[0], row.doc_id) for key, row in rows.items() if key not in touched} | aside
    return each, follow(rows, [_back(row, rows, taken) for row in each.rows])


def _back(row: _Touched, rows: Rows, taken: set[tuple[str, int]]) -> Difference:
    key = (row.table, row.name)
    if row.before is None:
        return Difference(key, rows.get(key), None)
    doc_id = row.doc_id
    if (row.table, doc_id) in taken:  # its old place has gone to another: it becomes the last
        doc_id = 1 + max(number for name, number in taken if name == row.table)
    taken.add((row.table, doc_id))
    return Difference(key, rows.get(key), make_row(doc_id, row.before.rev, row.before.record))
