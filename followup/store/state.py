"""Between facts and storage: a state of the rows, its snapshot, and the commit that a change or an undo makes of it.

A storage reads a `State` and writes a `Commit`; it knows nothing of what a user may do, and this module no files.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from followup.model.errors import Problem
from followup.model.facts import Facts
from followup.store.errors import StaleRecord
from followup.store.rows.changeset import WITH_IDS, Changeset, changeset
from followup.store.rows.differences import Taken
from followup.store.rows.history import History, Undoable, entry
from followup.store.rows.rows import SETTINGS, Key, Rows


@dataclass(frozen=True, slots=True)
class BadRecord:
    """A record that cannot be read: its table and number in the file, its text, and all that is wrong."""

    table: str
    doc_id: str
    text: str
    problems: tuple[Problem, ...]

    @property
    def path(self) -> str:
        """Where it is in the file, as “table.number”."""
        return f"{self.table}.{self.doc_id}"


@dataclass(frozen=True)
class Snapshot:
    """The facts as the file holds them, in its rows; one object for all sessions while the file is the same.

    `version` tells one state of the file from another (the key for caches). `warnings` are
    sentences about the last save, such as a backup that failed. `bad` are the records that cannot be
    read: they are no part of the facts, and stay in the file as they are.
    """

    facts: Facts
    version: str
    rows: Rows
    history: History
    warnings: tuple[str, ...] = ()
    bad: tuple[BadRecord, ...] = ()

    @property
    def revs(self) -> Mapping[str, int]:
        """A number for each application and template by its id, and for “settings”; 0 is what does not exist."""
        return Revs(self.rows)

    @cached_property
    def changes(self) -> tuple[Undoable, ...]:
        """Those that can be undone now, newest last."""
        return self.history.undoable(self.rows)


@dataclass(frozen=True, slots=True)
class Backup:
    """A whole copy of the data: when it was made, and why (“auto”, “before-import”, “by-hand”, …)."""

    name: str
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Replaced:
    """How the replacement of the whole file is undone: the backup of what it was, while it has this version."""

    backup: str
    version: str


@dataclass(frozen=True, slots=True)
class Change:
    """A change that is saved.

    `id` is what `Store.undo` takes: the change's id in the history, or how the whole file was replaced (None: there is
    nothing to undo). `conflict` is another program's version of the same instant, kept beside the file; `backup` is the
    one that was made first for the sake of this change.
    """

    id: str | Replaced | None
    what: str
    at: datetime
    snapshot: Snapshot
    conflict: Path | None = None
    backup: Backup | None = None

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences that the user should see although the change is saved."""
        return self.snapshot.warnings


NOTHING: Mapping[str, int] = MappingProxyType({})
_MANY = 2  # so many applications deleted at once are a bulk delete, whoever asked for it


@dataclass(frozen=True, slots=True)
class State:
    """What is stored at one moment: its snapshot, and the places that are `taken`."""

    snapshot: Snapshot
    taken: Taken

    @property
    def rows(self) -> Rows:
        """The rows."""
        return self.snapshot.rows

    @property
    def history(self) -> History:
        """Their last changes."""
        return self.snapshot.history


@dataclass(frozen=True, slots=True)
class Commit:
    """What is to be written, all of it or nothing.

    `history` is what can be undone afterwards, `id` the change's own place in it (None: it cannot be undone), `before`
    the reason that was given for a backup first.
    """

    what: str
    changeset: Changeset
    history: History
    id: str | None = None
    before: str | None = None

    @property
    def reason(self) -> str | None:
        """Why there must be a backup first, if there must."""
        gone = [each.key for each in self.changeset.changes if each.after is None]
        bulk = sum(table == "applications" for table, _ in gone) >= _MANY
        return self.before or ("before-delete" if bulk else None)

    def without_undo(self) -> "Commit":
        """The same where there is no room for what could be undone: the backup is the only way back."""
        return replace(self, history=History(), id=None, before=self.before or "before-change")

    def state(self, version: str, taken: Taken, bad: tuple[BadRecord, ...]) -> State:
        """The state once it is written, as this version."""
        made = self.changeset
        return state_of(made.facts, made.rows, self.history, version, taken, bad)


MakeCommit = Callable[[State], Commit]


def state_of(
    facts: Facts,
    rows: Rows,
    history: History,
    version: str,
    taken: Taken,
    bad: tuple[BadRecord, ...],
) -> State:
    """The state with these rows, which hold these facts, and its snapshot."""
    return State(Snapshot(facts, version, rows, history, bad=bad), taken)


class Revs(Mapping[str, int]):
    """The revs that forms are opened on."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def __getitem__(self, name: str) -> int:
        """That of an application or a template by its id, or of the settings; raises KeyError."""
        found = [row for key in self._keys(name) if (row := self._rows.get(key))]
        if not found:
            raise KeyError(name)
        # An imported application may be called “settings”; a change of either then counts for both.
        return sum(row.stamp for row in found)

    def __iter__(self) -> Iterator[str]:
        """Their names."""
        return iter({name for table, name in self._rows if (table, name) in self._keys(name)})

    def __len__(self) -> int:
        """How many there are."""
        return sum(1 for _ in self)

    @staticmethod
    def _keys(name: str) -> tuple[Key, ...]:
        own = ((SETTINGS, SETTINGS),) if name == SETTINGS else ()
        return (*((table, name) for table in WITH_IDS), *own)


def changing(
    what: str,
    change: Callable[[Facts], Facts],
    now: datetime,
    *,
    expect: Mapping[str, int] = NOTHING,
    before: str | None = None,
) -> MakeCommit:
    """The commit of what `change` makes of the facts; it raises StaleRecord where `expect` does not hold."""

    def make(state: State) -> Commit:
        _refuse_stale(state.snapshot, expect)
        here = state.snapshot.facts
        made = changeset(state.rows, here, change(here), state.taken)
        last = entry(what, now, made.changes)
        return Commit(last.what, made, state.history.longer(last), last.id, before)

    return make


def undoing(change_id: str) -> MakeCommit:
    """The commit that takes one change back; it raises CannotUndo. It cannot itself be undone."""

    def make(state: State) -> Commit:
        undone, made = state.history.undo(change_id, state.rows, state.snapshot.facts, state.taken)
        return Commit(f"Undone: {undone.what}", made, state.history.without(undone))

    return make


def _refuse_stale(snapshot: Snapshot, expect: Mapping[str, int]) -> None:
    stale = [name for name, rev in expect.items() if snapshot.revs.get(name, 0) != rev]
    if stale:
        names = {each.id: f"“{each.company}”" for each in snapshot.facts.applications}
        names[SETTINGS] = "the page of settings"
        first = names.get(stale[0], "this record")
        how = "changed" if stale[0] in snapshot.revs else "deleted"
        text = f"Not saved: {first} was {how} elsewhere since you opened it. Nothing was changed."
        raise StaleRecord(text, stale)
