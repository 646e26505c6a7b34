"""The data file as a storage: `read` its state, `write` a commit; and `replace`, for what puts it back as a whole.

There is one path to write: lock, read again, make, back up, put beside, sync, swap (`disk.py` has the last three).
"""

import contextlib
import errno
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from followup.home import backups_folder
from followup.model.errors import CannotRead, NewerSchema, NotThere
from followup.store.errors import CannotSave, Changed, because, cannot_save
from followup.store.file.backup_folder import LEFT, BackupFolder
from followup.store.file.calls import Calls, read_bytes
from followup.store.file.disk import Disk, digest_of
from followup.store.file.lines import TooLarge
from followup.store.file.lock import Lock
from followup.store.file.reader import FileState, Reader
from followup.store.file.storage import Migrations, written
from followup.store.file.tables import Contents, tables_of
from followup.store.state import Backup, BadRecord, Change, Commit, MakeCommit, Replaced, State

_ATTEMPTS = 20
_BY_HAND = "by-hand"


def in_the_way() -> CannotSave:
    """A change would make a record readable that is to stay aside, in place of another."""
    text = "Not saved: a record that cannot be read is in the way, since it has the same id"
    return CannotSave(f"{text}. Mend or remove it on the page “Data” first.")


class DataFile:
    """One data file. One instance serves all threads; any number of processes may have their own.

    It has a disk, a lock, a reader, and a folder of backups (by default in the user's data folder). `patience` is how
    many seconds to wait for the lock.
    """

    def __init__(
        self,
        path: Path,
        *,
        backups: Path | None,
        patience: float,
        calls: Calls,
        migrations: Migrations,
    ) -> None:
        self.calls = calls
        self.disk = Disk(path, calls)
        self.lock = Lock(self.disk, patience, calls)
        self.folder = BackupFolder(backups or backups_folder(self.path), calls)
        self.reader = Reader(self.disk, self.folder, migrations)
        self.migrations = migrations
        self.key = str(path)
        self._swept = False

    @property
    def path(self) -> Path:
        """Where the file is now."""
        return self.disk.path

    def read(self) -> State:
        """The state of the file now; raises BadFile (NewerFile), MissingFile and CannotOpen."""
        return self.reader.read().state

    def write(self, make: MakeCommit, now: datetime) -> Change:
        """Puts on the disk what `make`, a pure function, makes of the newest state; a commit of nothing writes nothing.

        `make` runs again, on a fresh state, when another program saves in the same instant. Raises what `make` and
        `read` raise, CannotSave, Busy, and NotSynced where the change is in the file all the same.
        """

        def attempt() -> Change:
            known = self.reader.read_anew()
            try:
                commit = make(known.state)
            except (
                OSError,
                ImportError,
            ) as error:  # what is loaded only now, such as a zone, is on a disk, too
                reason = error if isinstance(error, OSError) else OSError(errno.EIO, str(error))
                raise cannot_save(self.path, reason) from error
            if not commit.changeset.changes:
                return Change(None, commit.what, now, known.state.snapshot)
            return self._commit(known, commit, now)

        self.reader.check_folder()
        return self._alone(attempt, now)

    def replace(
        self, what: str, why: str, make: Callable[[bytes | None], bytes], now: datetime
    ) -> Change:
        """Puts what `make` makes of the file's bytes (None: no file) in their place, after a backup (`why`).

        Raises as `write`, and CannotRead where `make` makes no data file.
        """

        def attempt() -> Change:
            old = self.disk.read()
            new = make(old)
            if new == old:
                return Change(None, what, now, self.reader.read_anew().state.snapshot)
            after = self.reader.of_bytes(new)
            kept, warning = self._keep(old, why, now)
            with self.reader.knowing:
                conflict = self.disk.put(new, old, now)
                state = self.reader.learn(after, warning, conflict)
            undo = Replaced(kept.name, digest_of(new)) if kept else None
            return Change(undo, what, now, state.snapshot, conflict)

        return self._alone(attempt, now)

    def backups(self) -> Sequence[Backup]:
        """The backups, newest first; raises CannotOpen."""
        return self.folder.listed()

    def backup(self, name: str) -> bytes:
        """A backup's bytes; raises NotThere."""
        if name not in {each.name for each in self.backups()}:
            raise NotThere(f"There is no such backup in {self.folder.path} (any more).")
        try:
            return read_bytes(self.calls, self.folder.path / name)
        except OSError as error:
            text = f"{self.folder.path / name} cannot be read: {because(error)}."
            raise NotThere(text) from error

    def back_up(self, now: datetime) -> Backup:
        """A backup of the file as it is, by hand; raises BadFile rather than keep a bad one, CannotSave, Busy."""
        self.disk.make_folder()
        with self.lock.held(now):
            data = self.disk.read()
            if data is None:
                raise CannotSave(f"There is nothing to back up: {self.path} is not there.")
            self.reader.of_file(data)
            return self.folder.must_make(data, now, _BY_HAND)

    def _alone(self, attempt: Callable[[], Change], now: datetime) -> Change:
        """Tries it under the lock until no other program changed the file meanwhile."""
        if now.utcoffset() is None:
            msg = "“now” must be an aware date-time"
            raise ValueError(msg)
        self.disk.make_folder()
        with self.lock.held(now):
            self._sweep(now)
            for _ in range(_ATTEMPTS):
                with contextlib.suppress(Changed):
                    return attempt()
        text = f"Not saved: another program keeps changing {self.path}. Close it, and save again."
        raise CannotSave(text)

    def _commit(self, known: FileState, commit: Commit, now: datetime) -> Change:
        old = known.contents
        full = None
        try:
            data, new = written(old, commit.changeset.changes, commit.history)
        except TooLarge:
            commit = commit.without_undo()
            data, new = written(old, commit.changeset.changes, commit.history)
            full = "The data file is nearly as large as it may be: only the backup made before this can undo it."
        self.reader.check(new, commit.changeset)
        kept = None
        reason = "before-upgrade" if old.upgraded else commit.reason
        if reason and old.data is not None:
            kept = self.folder.must_make(old.data, now, reason)
        warning = self._back_up(old, now)
        bad = self._bad_in(data, commit) if known.state.snapshot.bad else ()
        after = FileState(new, commit.state(new.version, new.taken, bad))
        with self.reader.knowing:
            conflict = self.disk.put(data, old.data, now)
            if old.data is None:  # the first save of all has nothing before it to keep
                warning = self._back_up(new, now)
            state = self.reader.learn(after, full or warning, conflict)
        return Change(commit.id, commit.what, now, state.snapshot, conflict, kept)

    def _bad_in(self, data: bytes, commit: Commit) -> tuple[BadRecord, ...]:
        """What cannot be read in what is to be saved; raises CannotSave where it is in the way."""
        snapshot = self.reader.of_bytes(data).state.snapshot
        if snapshot.facts != commit.changeset.facts:  # one would be good then, in place of another
            raise in_the_way()
        return snapshot.bad

    def _back_up(self, contents: Contents, now: datetime) -> str | None:
        """An automatic backup of what was read, if one is due; what is to be said of the last one that failed."""
        if contents.data is not None and self.folder.due(contents.version, now):
            self.folder.make_automatic(contents.data, contents.version, now)
        return self.folder.warning

    def _keep(
        self, data: bytes | None, why: str, now: datetime
    ) -> tuple[Backup | None, str | None]:
        """A backup of what is to be replaced; where it cannot be read a copy beside the file, and a warning.

        Raises NewerFile for what a later version wrote, CannotSave where it cannot be kept.
        """
        if data is None:
            return None, None
        try:
            self.reader.of_file(data)
        except NewerSchema:
            raise
        except CannotRead:
            kept = self.disk.keep_bad(data, now)
            return None, f"What could not be read is kept as {kept}."
        return self.folder.must_make(data, now, why), None

    def _sweep(self, now: datetime) -> None:
        """Clears up after killed writers, once a run: what is whole is kept with the backups."""
        if self._swept:
            return
        self._swept = True
        self.folder.prune_left(now)
        for path, data in self.disk.leftovers():
            try:
                tables_of(data)
                self.folder.make(data, now, LEFT)
            except CannotRead:
                pass
            except OSError:
                continue  # it stays where it is, until the next run
            self.disk.remove(path)
