"""What the store hands out: the facts at one moment, and what a change came to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from followup.model.facts import Facts
from followup.store.bad import Bad
from followup.store.errors import StaleRecord
from followup.store.journal import Entry, Undoable, undoable
from followup.store.records import SETTINGS, Rows
from followup.store.steps import Plan
from followup.store.storage import Contents


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The facts as the file holds them; one object for all sessions while the file is the same.

    `version` tells one state of the file from another (the key for caches). `revs` has a number for
    each application and template by its id, and for “settings”; what is missing there does not
    exist, and counts as 0. `changes` are those that can be undone now, newest last. `warnings` are
    sentences about the last save, such as a backup that failed. `bad` are the records that cannot be
    read: they are no part of the facts, and stay in the file as they are.
    """

    facts: Facts
    revs: Mapping[str, int]
    version: str
    changes: tuple[Undoable, ...]
    warnings: tuple[str, ...] = ()
    bad: tuple[Bad, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A change that is saved. `id` is for undo (None: there is nothing to undo)."""

    id: str | None
    what: str
    at: datetime
    snapshot: Snapshot
    conflict: Path | None = None

    @property
    def warnings(self) -> tuple[str, ...]:
        """Sentences that the user should see although the change is saved."""
        return self.snapshot.warnings


def _revs(rows: Rows) -> dict[str, int]:
    """The revs that forms are opened on."""
    revs = {
        name: row.stamp
        for (table, name), row in rows.items()
        if table in ("applications", "templates")
    }
    if row := rows.get((SETTINGS, SETTINGS)):
        # An imported application may be called “settings”; a change of either then counts for both.
        revs[SETTINGS] = revs.get(SETTINGS, 0) + row.stamp
    return revs


@dataclass(frozen=True, slots=True)
class State:
    """Everything that is known of one state of the file."""

    contents: Contents
    rows: Rows
    entries: tuple[Entry, ...]
    snapshot: Snapshot


def state_of(
    contents: Contents, plan: Plan, entries: tuple[Entry, ...], bad: tuple[Bad, ...] = ()
) -> State:
    snapshot = Snapshot(
        facts=plan.facts,
        revs=MappingProxyType(_revs(plan.rows)),
        version=contents.digest or "",
        changes=undoable(entries, plan.rows),
        bad=bad,
    )
    return State(contents, plan.rows, entries, snapshot)


def refuse_stale(snapshot: Snapshot, expect: Mapping[str, int]) -> None:
    stale = [name for name, rev in expect.items() if snapshot.revs.get(name, 0) != rev]
    if stale:
        names = {each.id: f"“{each.company}”" for each in snapshot.facts.applications}
        names[SETTINGS] = "the page of settings"
        first = names.get(stale[0], "this record")
        how = "changed" if stale[0] in snapshot.revs else "deleted"
        text = f"Not saved: {first} was {how} elsewhere since you opened it. Nothing was changed."
        raise StaleRecord(text, stale)
