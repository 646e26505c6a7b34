"""What sync services put beside the file when two computers changed it, and what we put there ourselves."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from followup.model.errors import CannotRead, FollowupError, NotThere
from followup.model.facts import Facts
from followup.store.calls import read_bytes
from followup.store.compare import Difference, Place, differences, taken_over
from followup.store.errors import because
from followup.store.restoring import Restoring
from followup.store.snapshot import Change
from followup.store.understood import understood

CONFLICT = "conflict"

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


class Merging(Restoring):
    """Restoring, with the comparison of conflict copies and the taking over of single records."""

    _copies: tuple[tuple[object, ConflictCopy | None], ...] = ()

    def conflicts(self) -> tuple[ConflictCopy, ...]:
        """The copies beside the file, newest first. What was read once is not read again."""
        known = dict(self._copies)
        seen = []
        try:
            names = sorted(self._calls.listdir(self._disk.folder))
        except OSError:
            return ()
        for name in names:
            if found := service_of(name, self.path.name):
                try:
                    status = (self.path.parent / name).stat()
                except OSError:
                    continue
                key = (name, status.st_mtime_ns, status.st_size)
                at = datetime.fromtimestamp(status.st_mtime, UTC)
                seen.append((key, known[key] if key in known else self._copy(name, found, at)))
        self._copies = tuple(seen)
        copies = (copy for _, copy in seen if copy)
        return tuple(sorted(copies, key=lambda copy: copy.at, reverse=True))

    def _copy(self, name: str, found: tuple[str, bool], at: datetime) -> ConflictCopy | None:
        service, sure = found
        path = self.path.parent / name
        try:
            state = understood(read_bytes(self._calls, path), self._migrations)
        except OSError as error:
            problem = f"It cannot be read: {because(error)}."
        except CannotRead as error:
            problem = str(error)
        else:
            return ConflictCopy(path, service, at, state.snapshot.facts)
        return ConflictCopy(path, service, at, None, problem) if sure else None

    def differences(self, copy: ConflictCopy) -> tuple[Difference, ...]:
        """Every record in which the copy differs from the file. Raises FollowupError."""
        return differences(self._facts_of(copy), self.load().facts)

    def take_over(self, copy: ConflictCopy, places: frozenset[Place], *, now: datetime) -> Change:
        """Makes the records at these places what they are in the copy; undoable."""
        there = self._facts_of(copy)
        return self.update(
            f"Taken over from {copy.path.name}",
            lambda here: taken_over(here, there, places),
            now=now,
            before="before-import",
        )

    def put_away(self, copy: ConflictCopy, *, now: datetime) -> Path:
        """Moves a copy that has been looked at to the backups; raises FollowupError."""
        self._disk.make_folder()
        with self._lock.held(now):
            try:
                data = read_bytes(self._calls, copy.path)
                understood(data, self._migrations)
            except OSError as error:
                raise NotThere(f"{copy.path} cannot be read: {because(error)}.") from error
            except CannotRead as error:
                text = f"{copy.path.name} cannot be read, and stays where it is"
                raise FollowupError(f"{text}; move it away yourself. {error}") from error
            path = self._backups.must_make(data, now, CONFLICT)
            self._disk.remove(copy.path)
            return path

    @staticmethod
    def _facts_of(copy: ConflictCopy) -> Facts:
        if copy.facts is None:
            raise FollowupError(f"{copy.path} cannot be read. {copy.problem}")
        return copy.facts
