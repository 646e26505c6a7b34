"""Backups and bad records: what replaces the file as a whole, each after a backup, and undoable."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from followup.model.errors import CannotRead, NewerSchema, NotThere, Problem
from followup.model.facts import Facts
from followup.model.strict_json import parse
from followup.store.backups import Backup
from followup.store.calls import read_bytes
from followup.store.compare import Comparison, compared
from followup.store.disk import digest_of
from followup.store.engine import Engine
from followup.store.errors import CannotOpen, CannotSave, CannotUndo, MissingFile, because
from followup.store.snapshot import Change
from followup.store.storage import encode, tables_of
from followup.store.understood import understood

BY_HAND = "by-hand"
_BACK = "back"


class Restoring(Engine):
    """Engine, with what the page “Data” and the commands `backup`, `restore` and `check` do."""

    def backups(self) -> tuple[Backup, ...]:
        """All backups of this file, newest first."""
        return tuple(self._backups.listed())

    def back_up(self, *, now: datetime, why: str = BY_HAND) -> Path:
        """A backup of the file as it is; raises CannotRead rather than keep a bad one."""
        self._disk.make_folder()
        with self._lock.held(now):
            data = self._disk.read()
            if data is None:
                raise CannotSave(f"There is nothing to back up: {self.path} is not there.")
            self._understood_or_bad(data)
            return self._backups.must_make(data, now, why)

    def in_backup(self, name: str) -> Facts:
        """The facts that a backup holds; raises FollowupError."""
        data = self._backup_data(name)
        try:
            return understood(data, self._migrations).snapshot.facts
        except CannotRead as error:
            raise self._refused_backup(name, error) from error

    def preview(self, name: str) -> Comparison:
        """What the backup holds against now (against nothing where the file cannot be read)."""
        here = Facts()
        with contextlib.suppress(CannotRead, CannotOpen, MissingFile):
            here = self.load().facts
        return compared(self.in_backup(name), here)

    def restore(self, name: str, *, now: datetime) -> Change:
        """Puts the backup in the place of the file, of which another backup is made first.

        Works where the file is gone or cannot be read, too (that one is kept beside), but not over
        a file that a newer version wrote. The change's id takes it back.
        """
        data = self._backup_data(name)
        try:
            understood(data, self._migrations)
        except CannotRead as error:
            raise self._refused_backup(name, error) from error
        return self._rewrite("Restored a backup", "before-restore", lambda _: data, now)

    def undo(self, change_id: str, *, now: datetime) -> Change:
        """Takes a change back; that of a restored backup by way of the backup made before."""
        kind, _, rest = change_id.partition(":")
        if kind != _BACK:
            return super().undo(change_id, now=now)
        name, _, digest = rest.partition(":")
        back = self._backup_data(name)

        def make(data: bytes | None) -> bytes:
            if data is None or digest_of(data) != digest:
                text = "This cannot be undone any more, since something was changed afterwards. The"
                raise CannotUndo(f"{text} state before it is in the list of backups.")
            return back

        change = self._rewrite("Undone", "before-restore", make, now)
        return replace(change, id=None)

    def mend(self, path: str, text: str, *, old: str, now: datetime) -> Change:
        """Replaces the bad record at `path`, which was `old` when it was shown, by `text`.

        Raises CannotRead when it still cannot be read.
        """
        record = parse(text.encode("utf-8", "surrogatepass"))
        if not isinstance(record, dict):
            raise CannotRead([Problem(path, "must be one object, from { to }")])

        def edit(row: Any) -> Any:
            rev = row.get("rev") if isinstance(row, dict) else None
            rev = rev + 1 if type(rev) is int and 0 <= rev < 1 << 30 else 1
            return {"rev": rev, "record": record}

        return self._on_bad("Mended a record", path, old, edit, now)

    def remove_bad(self, path: str, *, old: str, now: datetime) -> Change:
        """Removes the bad record at `path`, which was `old` when it was shown."""
        return self._on_bad("Removed a record that could not be read", path, old, None, now)

    def _on_bad(
        self, what: str, path: str, old: str, edit: Callable[[Any], Any] | None, now: datetime
    ) -> Change:
        name, _, doc_id = path.rpartition(".")

        def make(data: bytes | None) -> bytes:
            state = self._understood_or_bad(data)
            if not any((each.path, each.text) == (path, old) for each in state.snapshot.bad):
                raise NotThere("This record was changed meanwhile. Look at it again.")
            tables, _ = self._migrations.upgrade(tables_of(data or b""))
            row = tables[name].pop(doc_id)
            if edit is not None:
                tables[name][doc_id] = edit(row)
            made = encode(tables)
            left = understood(made, self._migrations).snapshot.bad
            if still := [each for each in left if each.path == path]:
                raise CannotRead(still[0].problems)
            return made

        return self._rewrite(what, "before-mending", make, now)

    def _rewrite(
        self, what: str, why: str, make: Callable[[bytes | None], bytes], now: datetime
    ) -> Change:
        """Puts what `make` makes of the file's bytes in its place, after a backup of them."""

        def attempt() -> Change:
            old = self._disk.read()
            new = make(old)
            if new == old:
                return Change(None, what, now, self._current().snapshot)
            kept, warnings = self._keep(old, now, why)
            with self._knowing:
                conflict = self._disk.put(new, None if old is None else digest_of(old), now)
                state = understood(new, self._migrations)
                if conflict:
                    warnings = (*warnings, self._same_instant(conflict))
                state = replace(state, snapshot=replace(state.snapshot, warnings=warnings))
                self._known = state
            back = f"{_BACK}:{kept.name}:{digest_of(new)}" if kept else None
            return Change(back, what, now, state.snapshot, conflict)

        return self._alone(attempt, now)

    def _keep(
        self, data: bytes | None, now: datetime, why: str
    ) -> tuple[Path | None, tuple[str, ...]]:
        """A backup of what is to be replaced, or where it cannot be read a copy beside the file."""
        if data is None:
            return None, ()
        try:
            self._understood_or_bad(data)
        except NewerSchema:
            raise
        except CannotRead:
            kept = self._disk.keep_bad(data, now)
            return None, (f"What could not be read is kept as {kept}.",)
        return self._backups.must_make(data, now, why), ()

    def _backup_data(self, name: str) -> bytes:
        if name not in {each.name for each in self.backups()}:
            raise NotThere(f"There is no such backup in {self._backups.folder} (any more).")
        path = self._backups.folder / name
        try:
            return read_bytes(self._calls, path)
        except OSError as error:
            raise NotThere(f"{path} cannot be read: {because(error)}.") from error

    def _refused_backup(self, name: str, error: CannotRead) -> CannotRead:
        where = str(self._backups.folder / name)
        return type(error)([Problem(where, str(each)) for each in error.problems])
