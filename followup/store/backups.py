"""What puts the data back as a whole: a backup that is restored, a record that is mended or removed."""

import contextlib
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from followup.model.errors import CannotRead, NotThere, Problem
from followup.model.facts import Facts
from followup.model.lossless.strict_json import parse
from followup.store.compare import Comparison, compared
from followup.store.errors import CannotOpen, CannotUndo, MissingFile
from followup.store.file.disk import digest_of
from followup.store.file.reader import read_state
from followup.store.file.tables import encode, tables_of
from followup.store.rows.rows import LAST_REV
from followup.store.state import Backup, BadRecord, Change, Replaced
from followup.store.storage import Storage


class Backups:
    """The backups of one person's data."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def list(self) -> tuple[Backup, ...]:
        """All of them, newest first; raises CannotOpen."""
        return tuple(self._storage.backups())

    def make(self, *, now: datetime) -> Backup:
        """A backup of what is there, by hand; raises BadFile rather than keep a bad one, CannotSave, Busy."""
        return self._storage.back_up(now)

    def compare(self, name: str) -> Comparison:
        """What the backup holds against now (against nothing where the data cannot be read).

        Raises NotThere, and CannotRead where the backup cannot be read.
        """
        here = Facts()
        with contextlib.suppress(CannotRead, CannotOpen, MissingFile):
            here = self._storage.read().snapshot.facts
        return compared(self._read(name)[1], here)

    def restore(self, name: str, *, now: datetime) -> Change:
        """Puts the backup in the place of the data, of which another backup is made first; undoable by that.

        Works where a file is gone or cannot be read, too (that one is kept beside). Raises NotThere, CannotRead for a
        backup that cannot be read, NewerFile over a file that a later version wrote, and what a save raises.
        """
        data, _ = self._read(name)
        return self._storage.replace("Restored a backup", "before-restore", lambda _: data, now)

    def undo(self, replaced: Replaced, *, now: datetime) -> Change:
        """Brings back what the data was before it was replaced; raises CannotUndo where it was changed since."""
        back, _ = self._read(replaced.backup)

        def make(data: bytes | None) -> bytes:
            if data is None or digest_of(data) != replaced.version:
                text = "This cannot be undone any more, since something was changed afterwards. The"
                raise CannotUndo(f"{text} state before it is in the list of backups.")
            return back

        change = self._storage.replace("Undone", "before-restore", make, now)
        return replace(change, id=None)

    def _read(self, name: str) -> tuple[bytes, Facts]:
        """A backup's bytes, and the facts in it; raises NotThere, CannotRead."""
        data = self._storage.backup(name)
        try:
            state = read_state(data, self._storage.migrations).state
        except CannotRead as error:
            raise type(error)([Problem(name, str(each)) for each in error.problems]) from error
        return data, state.snapshot.facts


class BadRecords:
    """The bad records of one person's data; `Snapshot.bad` has them."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def mend(self, bad: BadRecord, text: str, *, now: datetime) -> Change:
        """Replaces a record, as it was shown, by the text of a good one.

        Raises CannotRead when it still cannot be read, NotThere when it is another by now, and what a save raises.
        """
        record = parse(text.encode("utf-8", "surrogatepass"))
        if not isinstance(record, dict):
            raise CannotRead([Problem(bad.path, "must be one object, from { to }")])

        def mended(row: Any) -> Any:
            rev = row.get("rev") if isinstance(row, dict) else None
            rev = rev + 1 if type(rev) is int and 0 <= rev < LAST_REV else 1
            return {"rev": rev, "record": record}

        return self._edit("Mended a record", bad, mended, now)

    def remove(self, bad: BadRecord, *, now: datetime) -> Change:
        """Removes a record, as it was shown; raises as `mend`."""
        return self._edit("Removed a record that could not be read", bad, None, now)

    def _edit(
        self, what: str, bad: BadRecord, edit: Callable[[Any], Any] | None, now: datetime
    ) -> Change:
        migrations = self._storage.migrations

        def make(data: bytes | None) -> bytes:
            found = {each.path: each for each in read_state(data, migrations).state.snapshot.bad}
            if bad.path not in found or found[bad.path].text != bad.text:
                raise NotThere("This record was changed meanwhile. Look at it again.")
            tables = migrations.upgrade(tables_of(data or b""))[0]
            row = tables[bad.table].pop(bad.doc_id)
            if edit is not None:
                tables[bad.table][bad.doc_id] = edit(row)
            made = encode(tables)
            for each in read_state(made, migrations).state.snapshot.bad:
                if each.path == bad.path:
                    raise CannotRead(each.problems)
            return made

        return self._storage.replace(what, "before-mending", make, now)
