"""The bytes of a data file as a state: read strictly, once for each version of the file."""

import contextlib
import os
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path

from followup.model.errors import CannotRead, NewerSchema, Problem
from followup.store.errors import BadFile, CannotOpen, MissingFile, NewerFile
from followup.store.file import storage
from followup.store.file.backup_folder import BackupFolder
from followup.store.file.bad_rows import sort_out
from followup.store.file.disk import Disk, FileMark
from followup.store.file.storage import Migrations
from followup.store.file.tables import OURS, Contents, Lines, Tables, row_problems, tables_of
from followup.store.rows.changeset import Changeset
from followup.store.rows.rows import HEADER_ID, META
from followup.store.state import BadRecord, State, state_of


@dataclass(frozen=True, slots=True)
class FileState:
    """What a file holds: its tables, and the state that they make."""

    contents: Contents
    state: State


def read_state(data: bytes | None, migrations: Migrations) -> FileState:
    """The state of a file with these bytes (None: there is no file); raises CannotRead, NewerSchema.

    A record that cannot be read is set aside. What is refused is a file that is none of ours.
    """
    if data is None:
        return _read(Contents(None, {}), ())
    tables, upgraded = migrations.upgrade(tables_of(data))
    refusal: CannotRead | None = None
    if all(
        name in OURS and not row_problems("", row)
        for name, rows in tables.items()
        for row in rows.values()
    ):
        try:
            return _read(Contents(data, tables, upgraded=upgraded), ())
        except CannotRead as error:
            refusal = error
    good, aside, bad = sort_out(tables)
    if refusal and not bad:
        raise refusal
    return _read(Contents(data, good, aside, upgraded), bad)


def check_read_back(lines: Lines, made: Changeset, migrations: Migrations) -> None:
    """Raises CannotRead unless the next start would read every changed row of these lines as what is meant by it.

    Read are the changed rows alone: what holds across rows, `made` was checked for.
    """
    meant = {
        (key[0], row.doc_id): made.rows[key].parts
        for key, row in ((each.key, each.after) for each in made.changes)
        if row is not None
    }
    state = read_state(lines.only(((META, HEADER_ID), *meant)).data(), migrations).state
    if state.snapshot.bad:
        raise CannotRead([problem for bad in state.snapshot.bad for problem in bad.problems])
    if meant != {(key[0], row.doc_id): row.parts for key, row in state.rows.items()}:
        text = "Not saved: something in it would come back from the file as something else."
        raise CannotRead([Problem("", text)])


def _read(contents: Contents, bad: tuple[BadRecord, ...]) -> FileState:
    return FileState(
        contents, state_of(*storage.read(contents), contents.version, contents.taken, bad)
    )


_ATTEMPTS = 20


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the file looked like right before it was read, and whether it had looked so for long enough by then."""

    mark: FileMark | None
    since: float  # of time.monotonic
    settled: bool
    state: FileState


class Reader:
    """The last known state of one data file. It never changes the file.

    Whoever puts other bytes in its place holds `knowing` meanwhile, and tells it by `learn`.
    """

    def __init__(self, disk: Disk, backups: BackupFolder, migrations: Migrations) -> None:
        self._disk = disk
        self._backups = backups
        self._migrations = migrations
        self._known: FileState | None = None
        self._seen: _Seen | None = None
        self.knowing = threading.RLock()  # one finds out what the file holds; the others share it
        self.settles = (
            2.0  # seconds, a tick of the slowest disk's clock: two writes in it leave one mark
        )
        self.pause = 0.05  # seconds; another program may be half way through writing

    def read(self) -> FileState:
        """The state of the file now; raises BadFile (NewerFile), MissingFile and CannotOpen."""
        mark, seen = self._disk.mark(), self._seen
        same = seen is not None and mark is not None and seen.mark == mark
        if seen and same and seen.settled and seen.state is self._known:
            return seen.state
        since = seen.since if seen and same else time.monotonic()
        settled = time.monotonic() - since >= self.settles
        state = self._unchanged() or self.read_anew()
        self._seen = _Seen(mark, since, settled, state)
        return state

    def read_anew(self) -> FileState:
        """As `read`, for a writer: nobody else finds out at the same time."""
        with self.knowing:
            self._known = self._read()
            return self._known

    def of_file(self, data: bytes | None) -> FileState:
        """The state that these bytes of the file itself are (None: it is not there); raises as `read`."""
        try:
            return self._understood(data)
        except CannotRead as error:
            raise self._bad_file(error) from error

    def check_folder(self) -> None:
        """Raises MissingFile where a known file has gone with its folder: a new one would hide the drive it is on."""
        if self._is_known() and not os.path.exists(self._disk.folder):  # noqa: PTH110 - a bool, whatever is forbidden
            raise self._gone()

    def of_bytes(self, data: bytes | None) -> FileState:
        """The state that a file with these bytes would have; raises CannotRead."""
        return read_state(data, self._migrations)

    def check(self, written: Contents, made: Changeset) -> None:
        """Raises CannotRead where the next start would not read what is to be written."""
        check_read_back(written.lines, made, self._migrations)

    def tables(self, data: bytes) -> Tables:
        """The tables in the bytes of a data file, in the present form; raises CannotRead."""
        return self._migrations.upgrade(tables_of(data))[0]

    def learn(self, after: FileState, warning: str | None, conflict: Path | None) -> State:
        """Takes what has just been written for known, with what the user is to be told of it."""
        said = [warning] if warning else []
        if conflict:
            text = "Another program saved in the same instant; its version is kept as"
            said.append(f"{text} {conflict}.")
        snapshot = replace(after.state.snapshot, warnings=tuple(said))
        self._known = replace(after, state=replace(after.state, snapshot=snapshot))
        return self._known.state

    def _read(self) -> FileState:
        if same := self._unchanged():
            return same
        data = self._disk.read()
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                return self._understood(data)
            except CannotRead as error:
                # Perhaps another program is half way through writing. If it stays, it is bad.
                time.sleep(self.pause)
                again = self._disk.read()
                if again == data or attempt == _ATTEMPTS:
                    raise self._bad_file(error) from error
                data = again
        raise AssertionError  # the last attempt returns or raises

    def _understood(self, data: bytes | None) -> FileState:
        if data is None and self._backups.names():
            text = (
                f"{self._disk.path} is gone, but there are backups of it in {self._backups.path}."
            )
            advice = "Restore one, or move that folder away to begin with nothing."
            raise MissingFile(f"{text} {advice}")
        if data is None and self._is_known():
            raise self._gone()
        return self._if_known(data) or self.of_bytes(data)

    def _is_known(self) -> bool:
        return self._known is not None and self._known.contents.data is not None

    def _gone(self) -> MissingFile:
        text = f"{self._disk.path} is gone; it was there when this program read it last"
        advice = "Put it back, or end this program and start it again to begin with nothing."
        return MissingFile(f"{text}. {advice}")

    def _unchanged(self) -> FileState | None:
        """What is known, if the file still holds it."""
        known = self._known
        data = known.contents.data if known else None
        return known if data is not None and self._disk.holds(data) else None

    def _if_known(self, data: bytes | None) -> FileState | None:
        known = self._known
        if known is not None and data is not None and known.contents.data == data:
            return known
        return None

    def _bad_file(self, error: CannotRead) -> BadFile:
        path = self._disk.path
        if isinstance(error, NewerSchema):
            return NewerFile(path, error.problems, "This version writes nothing to it.")
        backups: list[str] = []
        with contextlib.suppress(CannotOpen):
            backups = self._backups.names()
        if backups:
            advice = f"Mend it, or restore a backup; they are in {self._backups.path}."
        else:
            advice = "Mend it, move it away to begin anew, or set FOLLOWUP_DATA to another file."
        return BadFile(path, error.problems, advice)
