"""Reading and writing the data file: one snapshot for all who read, one path for all who write."""

import contextlib
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from followup.model.errors import CannotRead, NewerSchema
from followup.model.facts import Facts
from followup.store import journal, steps
from followup.store.backups import LEFT, Backups
from followup.store.bad import Bad
from followup.store.calls import SYSTEM, Calls
from followup.store.disk import Disk, digest_of
from followup.store.errors import (
    BadFile,
    CannotOpen,
    CannotSave,
    Changed,
    MissingFile,
    NewerFile,
)
from followup.store.lock import Lock
from followup.store.migrations import RELEASED, Migrations
from followup.store.place import backups_folder
from followup.store.snapshot import Change, Snapshot, State, refuse_stale, state_of
from followup.store.storage import (
    META,
    Contents,
    FileStorage,
    database,
    table,
    tables_of,
)
from followup.store.understood import understood
from followup.store.work import HEADER, Work

NOTHING: Mapping[str, int] = MappingProxyType({})
_ATTEMPTS = 20


class Engine:
    """One data file. One instance serves all threads; any number of processes may have their own.

    `backups` is where the backups go (by default the user's data folder), `patience` how many
    seconds to wait for the locks of others. Errors are those of `followup.store.errors`, and
    CannotRead for facts that do not hold together.
    """

    def __init__(
        self,
        path: Path,
        *,
        backups: Path | None = None,
        patience: float = 10.0,
        calls: Calls = SYSTEM,
        migrations: Migrations = RELEASED,
    ) -> None:
        self._migrations = migrations
        self._calls = calls
        self._disk = Disk(path, calls)
        self.path = self._disk.path
        self._backups = Backups(backups or backups_folder(self.path), calls)
        self._lock = Lock(self._disk, patience, calls)
        self._known: State | None = None
        self._knowing = threading.RLock()  # one finds out what the file holds; the others share it
        self._swept = False
        self._look_again = 0.05  # seconds; another program may be half way through writing

    def load(self) -> Snapshot:
        """The facts as they are now. It never changes the file."""
        data = self._disk.read()
        known = self._known
        if known is not None and data is not None and known.contents.digest == digest_of(data):
            return known.snapshot
        return self._current().snapshot

    def update(
        self,
        what: str,
        change: Callable[[Facts], Facts],
        *,
        now: datetime,
        expect: Mapping[str, int] = NOTHING,
        before: str | None = None,
    ) -> Change:
        """Saves what `change`, a pure function, makes of the facts.

        `change` may run more than once, each time on fresh facts, when another program saves in
        the same instant. `expect` holds the revs that a form was opened on: StaleRecord where they
        no longer hold. When this returns, the change is on the disk. `before` ("before-import") asks
        for a backup first, without which nothing is saved; a bulk delete gets one in any case.
        """

        def work(state: State) -> Work:
            refuse_stale(state.snapshot, expect)
            taken = state.contents.taken()
            plan = steps.plan(state.rows, change(state.snapshot.facts), taken)
            entry = journal.entry(what, now, plan.differences)
            return Work(entry.what, plan, journal.kept([*state.entries, entry]), entry, before)

        return self._write(work, now)

    def undo(self, change_id: str, *, now: datetime) -> Change:
        """Takes one change back; what it did not touch stays. This itself cannot be undone."""

        def work(state: State) -> Work:
            entry, plan = journal.undo(state.entries, change_id, state.rows, state.contents.taken())
            rest = tuple(each for each in state.entries if each is not entry)
            return Work(f"Undone: {entry.what}", plan, rest)

        return self._write(work, now)

    def _write(self, make: Callable[[State], Work], now: datetime) -> Change:
        def attempt() -> Change:
            state = self._current()
            work = make(state)
            if not work.plan.differences:
                return Change(None, work.what, now, state.snapshot)
            return self._commit(state, work, now)

        return self._alone(attempt, now)

    def _alone(self, attempt: Callable[[], Change], now: datetime) -> Change:
        """Tries it under the lock until no other program changed the file meanwhile."""
        if now.utcoffset() is None:
            msg = "“now” must be an aware date-time"
            raise ValueError(msg)
        self._disk.make_folder()
        with self._lock.held(now):
            self._sweep(now)
            for _ in range(_ATTEMPTS):
                with contextlib.suppress(Changed):
                    return attempt()
        text = f"Not saved: another program keeps changing {self.path}. Close it, and save again."
        raise CannotSave(text)

    def _commit(self, state: State, work: Work, now: datetime) -> Change:
        if (reason := work.reason(state.contents)) and state.contents.digest:
            before = self._disk.read()
            if before is None or digest_of(before) != state.contents.digest:
                raise Changed
            self._backups.must_make(before, now, reason)
        warnings = [self._back_up(state.contents, now)]
        visit = FileStorage(state.contents, writing=True)
        with database(visit) as db:
            if META not in state.contents.tables:
                table(db, META).insert(HEADER)
            steps.apply(db, work.plan.differences)
            journal.write(db, work.entries)
        data = visit.encoded()
        bad = self._bad_in(data, work) if state.snapshot.bad else ()
        with self._knowing:
            contents, conflict = visit.commit(data, self._disk, now)
            if state.contents.digest is None:  # the first save of all has nothing before it to keep
                warnings = [self._back_up(contents, now)]
            warnings.append(self._same_instant(conflict) if conflict else None)
            saved = state_of(contents, work.plan, work.entries, bad)
            said = tuple(warning for warning in warnings if warning)
            saved = replace(saved, snapshot=replace(saved.snapshot, warnings=said))
            self._known = saved
        return Change(
            work.entry.id if work.entry else None, work.what, now, saved.snapshot, conflict
        )

    def _bad_in(self, data: bytes, work: Work) -> tuple[Bad, ...]:
        """What cannot be read in what is to be saved; raises CannotSave where it is in the way."""
        snapshot = understood(data, self._migrations).snapshot
        if snapshot.facts != work.plan.facts:  # one of them would be good then, in place of another
            text = "Not saved: a record that cannot be read is in the way, since it has the same id"
            raise CannotSave(f"{text}. Mend or remove it on the page “Data” first.")
        return snapshot.bad

    def _back_up(self, contents: Contents, now: datetime) -> str | None:
        if contents.digest is not None and self._backups.due(contents.digest, now):
            with contextlib.suppress(CannotOpen):
                data = self._disk.read()
                # If somebody was faster, that version has not been read: it may be a bad one.
                if data is not None and digest_of(data) == contents.digest:
                    self._backups.make_automatic(data, contents.digest, now)
        return self._backups.warning

    def _current(self) -> State:
        """The state of the file now, read anew where it is not the known one."""
        with self._knowing:
            self._known = self._read()
            return self._known

    def _read(self) -> State:
        data = self._disk.read()
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                return self._understood(data)
            except CannotRead as error:
                # Perhaps another program is half way through writing. If it stays, it is bad.
                time.sleep(self._look_again)
                again = self._disk.read()
                if again == data or attempt == _ATTEMPTS:
                    raise self._bad_file(error) from error
                data = again
        raise AssertionError  # the last attempt returns or raises

    def _understood(self, data: bytes | None) -> State:
        if data is None and self._backups.names():
            text = f"{self.path} is gone, but there are backups of it in {self._backups.folder}."
            advice = "Restore one, or move that folder away to begin with nothing."
            raise MissingFile(f"{text} {advice}")
        known = self._known
        if known is not None and data is not None and known.contents.digest == digest_of(data):
            return known
        return understood(data, self._migrations)

    def _understood_or_bad(self, data: bytes | None) -> State:
        try:
            return self._understood(data)
        except CannotRead as error:
            raise self._bad_file(error) from error

    @staticmethod
    def _same_instant(conflict: Path) -> str:
        return f"Another program saved in the same instant; its version is kept as {conflict}."

    def _bad_file(self, error: CannotRead) -> BadFile:
        if isinstance(error, NewerSchema):
            advice = "This version writes nothing to it."
            return NewerFile(self.path, error.problems, advice)
        if self._has_backups():
            advice = f"Mend it, or restore a backup; they are in {self._backups.folder}."
        else:
            advice = "Mend it, move it away to begin anew, or set FOLLOWUP_DATA to another file."
        return BadFile(self.path, error.problems, advice)

    def _has_backups(self) -> bool:
        with contextlib.suppress(CannotOpen):
            return bool(self._backups.names())
        return False

    def _sweep(self, now: datetime) -> None:
        """Clears up after killed writers, once a run: what is whole is kept with the backups."""
        if self._swept:
            return
        self._swept = True
        self._backups.prune_left()
        for path, data in self._disk.leftovers():
            try:
                tables_of(data)
                self._backups.make(data, now, LEFT)
            except CannotRead:
                pass
            except OSError:
                continue  # it stays where it is, until the next run
            self._disk.remove(path)
