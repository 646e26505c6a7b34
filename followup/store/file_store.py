"""The store over a data file: beside it lie the conflict copies of sync programs, and what is unsent."""

import contextlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from followup.model.errors import CannotRead, FollowupError, NotThere
from followup.model.facts import Facts
from followup.store.compare import Difference, RecordPath, differences, taken_over
from followup.store.errors import Busy, CannotOpen, Changed, because
from followup.store.file.calls import SYSTEM, Calls, read_bytes
from followup.store.file.data_file import DataFile
from followup.store.file.disk import Disk
from followup.store.file.lock import Lock
from followup.store.file.storage import RELEASED, Migrations
from followup.store.state import Backup, Change, changing
from followup.store.store import Store
from followup.store.unsent import KeptUnsent, Unsent, changed, decoded, encoded

_CONFLICT = "conflict"
_ATTEMPTS, _PATIENCE = 3, 3.0  # for what is unsent

# What stands between the file's name and its ending. What is not `sure` counts only if it is a data file of ours.
_MARKS = (
    ("Follow-up", True, re.compile(r"\.conflict-\d{8}T\d{6,12}Z-[0-9a-f]+")),
    ("Syncthing", True, re.compile(r"\.sync-conflict-\d{8}-\d{6}(-\w+)?")),
    ("Nextcloud", True, re.compile(r" \(conflicted copy [\d -]+\)|_conflict-\d{8}-\d{6}")),
    ("Dropbox", True, re.compile(r" \(.*conflict.*\)", re.IGNORECASE)),
    ("Google Drive", False, re.compile(r" ?\(\d{1,3}\)")),
    ("iCloud Drive", False, re.compile(r" \d{1,3}")),
    ("a sync service", False, re.compile(r" \(.+\)")),
    ("OneDrive", False, re.compile(r"-\S{1,63}")),
)


@dataclass(frozen=True, slots=True)
class ConflictCopy:
    """Another version of the data file. `facts` is None where `problem` says why it cannot be read."""

    path: Path
    service: str
    at: datetime
    facts: Facts | None
    problem: str = ""


def service_of(name: str, data_file: str) -> tuple[str, bool] | None:
    """Who gave a copy of the data file this name, and whether that is sure; None: it is no copy."""
    stem, suffix = Path(data_file).stem, Path(data_file).suffix
    if name == data_file or not (name.startswith(stem) and name.endswith(suffix)):
        return None
    middle = name[len(stem) : len(name) - len(suffix)]
    marks = ((service, sure) for service, sure, mark in _MARKS if mark.fullmatch(middle))
    return next(marks, None)


class Copies:
    """The conflict copies of one data file."""

    def __init__(self, file: DataFile) -> None:
        self._file = file
        self._seen: dict[tuple[str, int, int], ConflictCopy | None] = {}

    def list(self) -> tuple[ConflictCopy, ...]:
        """The copies beside the file, newest first. What was read once is not read again."""
        seen = {}
        try:
            names = sorted(self._file.calls.listdir(self._file.disk.folder))
        except OSError:
            return ()
        for name in names:
            if found := service_of(name, self._file.path.name):
                path = self._file.path.parent / name
                try:
                    status = path.stat()
                except OSError:
                    continue
                key = (name, status.st_mtime_ns, status.st_size)
                at = datetime.fromtimestamp(status.st_mtime, UTC)
                seen[key] = self._seen[key] if key in self._seen else self._read(path, at, *found)
        self._seen = seen
        copies = (copy for copy in seen.values() if copy)
        return tuple(sorted(copies, key=lambda copy: copy.at, reverse=True))

    def _read(self, path: Path, at: datetime, service: str, sure: bool) -> ConflictCopy | None:
        try:
            state = self._file.reader.of_bytes(read_bytes(self._file.calls, path)).state
        except OSError as error:
            problem = f"It cannot be read: {because(error)}."
        except CannotRead as error:
            problem = str(error)
        else:
            return ConflictCopy(path, service, at, state.snapshot.facts)
        return ConflictCopy(path, service, at, None, problem) if sure else None

    def differences(self, copy: ConflictCopy) -> tuple[Difference, ...]:
        """Every record in which the copy differs from the file; raises FollowupError where either cannot be read."""
        return differences(_facts_of(copy), self._file.read().snapshot.facts)

    def take_over(
        self, copy: ConflictCopy, paths: frozenset[RecordPath], *, now: datetime
    ) -> Change:
        """Makes the records at these paths what they are in the copy, after a backup; undoable.

        Raises CannotRead where the records would not hold together, and what a save raises.
        """
        there = _facts_of(copy)
        make = changing(
            f"Taken over from {copy.path.name}",
            lambda here: taken_over(here, there, paths),
            now,
            before="before-import",
        )
        return self._file.write(make, now)

    def put_away(self, copy: ConflictCopy, *, now: datetime) -> Path:
        """Moves a copy that has been looked at to the backups, and says where; raises FollowupError."""
        file = self._file
        file.disk.make_folder()
        with file.lock.held(now):
            try:
                data = read_bytes(file.calls, copy.path)
                file.reader.of_bytes(data)
            except OSError as error:
                raise NotThere(f"{copy.path} cannot be read: {because(error)}.") from error
            except CannotRead as error:
                text = f"{copy.path.name} cannot be read, and stays where it is"
                raise FollowupError(f"{text}; move it away yourself. {error}") from error
            kept = file.folder.must_make(data, now, _CONFLICT)
            file.disk.remove(copy.path)
            return file.folder.path / kept.name


def _facts_of(copy: ConflictCopy) -> Facts:
    if copy.facts is None:
        raise FollowupError(f"{copy.path} cannot be read. {copy.problem}")
    return copy.facts


class UnsentFile(KeptUnsent):
    """What is unsent beside one data file, in `<its stem>.drafts.json`.

    Where there is none it is looked for beside `given`, a link to the data file: that may have been moved without it.
    """

    def __init__(self, data: Path, *, given: Path | None = None, calls: Calls = SYSTEM) -> None:
        self._disk = Disk(_beside(data), calls)
        self._earlier = Disk(_beside(given or data), calls)
        self._lock = Lock(self._disk, _PATIENCE, calls)

    @property
    def path(self) -> Path:
        """Where it is now."""
        return self._disk.path

    def load(self) -> Unsent:
        """What is kept. It never changes a file and never raises."""
        try:
            data, _ = self._read()
            return Unsent() if data is None else decoded(data)
        except CannotOpen as error:
            return Unsent(problem=str(error))
        except CannotRead as error:
            return Unsent(problem=self._sentence(error))

    def _write(self, change: Callable[[Unsent], Unsent], now: datetime) -> None:
        self._disk.make_folder()
        with self._lock.held(now):
            self._sweep()
            for _ in range(_ATTEMPTS):
                data, base = self._read()
                before = self._read_or_set_aside(data, now)
                after = changed(before, change, now)
                if after == before and not before.problem:
                    return
                with contextlib.suppress(Changed):
                    self._disk.put(encoded(after), base, now)
                    return
        raise Busy(f"The draft is not kept: another program keeps changing {self.path}.")

    def _read(self) -> tuple[bytes | None, bytes | None]:
        """What is kept (None: nothing), and what is in the file that is to be replaced (None: there is none)."""
        data = self._disk.read()
        return (self._earlier.read(), None) if data is None else (data, data)

    def _sweep(self) -> None:
        """What a killed writer left: the file itself is whole, and a half-written temp is worth nothing."""
        for path, _ in self._disk.leftovers():
            self._disk.remove(path)

    def _read_or_set_aside(self, data: bytes | None, now: datetime) -> Unsent:
        if data is None:
            return Unsent()
        try:
            return decoded(data)
        except CannotRead:
            self._disk.keep_bad(data, now)
            return Unsent(problem="set aside")

    def _sentence(self, error: CannotRead) -> str:
        return (
            f"The drafts in {self.path} cannot be read ({error.problems[0]}). "
            "When you write one, that file is kept aside under another name."
        )


def _beside(data: Path) -> Path:
    return data.with_name(f"{data.stem}.drafts.json")


class FileStore(Store):
    """The data in one file: it has conflict copies beside it, and what is unsent in another file.

    `backups` is where the backups go (by default the user's data folder), `patience` how many seconds to wait for the
    locks of others.
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
        self.file = DataFile(
            path, backups=backups, patience=patience, calls=calls, migrations=migrations
        )
        super().__init__(self.file, UnsentFile(self.file.path, given=path, calls=calls))
        self.copies = Copies(self.file)

    @property
    def path(self) -> Path:
        """Where the file is now: what the path that was given leads to."""
        return self.file.path

    def backup_path(self, backup: Backup) -> Path:
        """Where this backup is."""
        return self.file.folder.path / backup.name
