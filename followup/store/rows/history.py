"""The last changes, each with its rows as they were before, so that it can be taken back."""

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Annotated, Any, Literal

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from followup.model.fact import shown
from followup.model.facts import Facts, new_id
from followup.model.times import Moment
from followup.store.errors import CannotUndo
from followup.store.rows.changeset import Changeset, RowChange, Taken, applied
from followup.store.rows.rows import LAST_ID, LAST_REV, Row, Rows, make_row

CHANGES = "changes"  # the name of their table
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

    table: Literal[
        "settings", "_meta", "applications", "snoozes", "skips", "handed_out", "templates"
    ]
    name: str
    doc_id: Annotated[int, Field(ge=1)]
    before: _Before | None
    after: int | None


class RememberedChange(_Strict):
    """One change that can be taken back."""

    id: str
    what: str
    at: Moment
    rows: tuple[_Touched, ...]

    @cached_property
    def size(self) -> int:
        """How many characters it takes as JSON."""
        return len(self.model_dump_json())


def entry(what: str, at: datetime, changes: Iterable[RowChange]) -> RememberedChange:
    """What has to be known to take these changes back; at least one of each pair is a row."""
    return RememberedChange(
        id=new_id(), what=shown(what, _WHAT_LIMIT), at=at, rows=tuple(map(_touched, changes))
    )


def _touched(change: RowChange) -> _Touched:
    before, after = change.before, change.after
    known = before or after
    assert known is not None  # noqa: S101 - a change that neither takes nor gives a row is not made
    return _Touched.model_validate(
        {
            "table": change.key[0],
            "name": change.key[1],
            "doc_id": known.doc_id,
            "before": before and {"rev": before.rev, "record": before.record},
            "after": after and after.stamp,
        }
    )


@dataclass(frozen=True, slots=True)
class Undoable:
    """A change as the user sees it."""

    id: str
    what: str
    at: datetime


@dataclass(frozen=True, slots=True)
class History:
    """The changes that are remembered, oldest first."""

    entries: tuple[RememberedChange, ...] = ()

    @classmethod
    def read(cls, records: Iterable[Any]) -> "History":
        """From the records of their table. A change that cannot be read just cannot be undone."""
        found = []
        for record in records:
            try:
                # By way of the bytes, since strict types take a list for a tuple in JSON alone.
                found.append(RememberedChange.model_validate_json(orjson.dumps(record)))
            except (ValidationError, TypeError):
                continue
        return cls(tuple(found))

    def longer(self, last: RememberedChange) -> "History":
        """With one more; of the others the newest that fit within the bounds."""
        found = [last]
        size = last.size
        for each in reversed(self.entries[-KEPT + 1 :]):
            size += each.size
            if size > KEPT_BYTES:
                break
            found.append(each)
        return History(tuple(reversed(found)))

    def without(self, undone: RememberedChange) -> "History":
        """Without one that was taken back."""
        return History(tuple(each for each in self.entries if each is not undone))

    def undoable(self, rows: Rows) -> tuple[Undoable, ...]:
        """Those that could be taken back now."""
        return tuple(
            Undoable(each.id, each.what, each.at)
            for each in self.entries
            if not _blocked(each, rows)
        )

    def undo(
        self, change_id: str, rows: Rows, facts: Facts, taken: Taken
    ) -> tuple[RememberedChange, Changeset]:
        """The change with this id, and the way back from these rows and facts; raises CannotUndo."""
        each = next((each for each in self.entries if each.id == change_id), None)
        if each is None:
            raise CannotUndo("This change was undone already, or lies too far back to be undone.")
        if _blocked(each, rows):
            text = f"“{each.what}” cannot be undone: what it changed has been changed again since"
            raise CannotUndo(f"{text}. Nothing was changed now.")
        touched = {(row.table, row.name) for row in each.rows}
        places = {(key[0], row.doc_id) for key, row in rows.items() if key not in touched} | taken
        return each, applied(rows, facts, [_back(row, rows, places) for row in each.rows])


def _blocked(each: RememberedChange, rows: Rows) -> bool:
    """Whether something that the change touched was changed again."""
    return any(_stamp(rows.get((row.table, row.name))) != row.after for row in each.rows)


def _stamp(row: Row | None) -> int | None:
    return None if row is None else row.stamp


def _back(row: _Touched, rows: Rows, places: set[tuple[str, int]]) -> RowChange:
    key = (row.table, row.name)
    if row.before is None:
        return RowChange(key, rows.get(key), None)
    doc_id = row.doc_id
    if (row.table, doc_id) in places:  # its old place has gone to another: it becomes the last
        numbers = {number for name, number in places if name == row.table}
        free = (each for each in itertools.count(1) if each not in numbers)
        doc_id = next(free) if LAST_ID in numbers else 1 + max(numbers)
    places.add((row.table, doc_id))
    return RowChange(key, rows.get(key), make_row(doc_id, row.before.rev, row.before.record))
