"""What can go wrong between the user and the file, each with its sentence.

FollowupError
 └─ StoreError
     ├─ BadFile       the file is not one of ours, and is left as it is (also a CannotRead)
     │   └─ NewerFile     a later version of this program wrote it (also a NewerSchema)
     ├─ MissingFile   there is no file, but there are backups of it
     ├─ CannotOpen    the system does not let us read it
     ├─ CannotSave    nothing was saved; the file is as it was
     ├─ NotSynced     the change is in the file, but a power cut could still take it back
     ├─ Busy          another tab or another copy of the program is saving, for too long
     ├─ StaleRecord   the record was changed since the user opened it; nothing was saved
     └─ CannotUndo    the change cannot be taken back (any more)
"""

import errno
from collections.abc import Sequence
from pathlib import Path

from followup.model.errors import CannotRead, FollowupError, NewerSchema, Problem

_SHOWN = 5


class StoreError(FollowupError):
    """The base of what the store refuses or fails to do."""


class BadFile(StoreError, CannotRead):
    """The file was refused, and is not touched."""

    def __init__(self, path: Path, problems: Sequence[Problem], advice: str) -> None:
        CannotRead.__init__(self, problems)
        self.path = path
        lines = [str(problem) for problem in self.problems[:_SHOWN]]
        if len(self.problems) > _SHOWN:
            lines.append(f"(and {len(self.problems) - _SHOWN} more)")
        head = f"{path} cannot be used, and is left exactly as it is."
        self.args = ("\n".join([head, *lines, advice]),)


class NewerFile(BadFile, NewerSchema):
    """The file is a later version's."""


class MissingFile(StoreError):
    """No file where there was one."""


class CannotOpen(StoreError):
    """The system refuses to read the file."""


class CannotSave(StoreError):
    """Nothing was saved."""


class NotSynced(StoreError):
    """Saved, but not yet safe from a power cut."""


class Busy(StoreError):
    """Somebody else holds the lock."""


class StaleRecord(StoreError):
    """The records named in `names` (ids, or “settings”) are not what the form was opened on."""

    def __init__(self, message: str, names: Sequence[str]) -> None:
        self.names = tuple(names)
        super().__init__(message)


class CannotUndo(StoreError):
    """The change stays."""


class Changed(Exception):
    """Another program changed the file just now: the writer begins again from the fresh one."""


_REASONS = {
    errno.ENOSPC: "the disk is full; free some space",
    errno.EDQUOT: "your share of the disk is full; free some space",
    errno.EROFS: "this place is read-only",
    errno.EACCES: "you have no right to write there, or the file is read-only",
    errno.EPERM: "the system does not allow it",
    errno.ENOTDIR: "a part of its path is a file, not a folder",
    errno.EEXIST: "something is in its way",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ELOOP: "its symbolic links lead in a circle",
    errno.EIO: "the disk reports an error",
}


def because(error: OSError) -> str:
    """The reason in plain words."""
    return _REASONS.get(error.errno or 0) or error.strerror or "the system gave no reason"


def cannot_save(path: Path, error: OSError) -> CannotSave:
    """A failed disk call before the new file was in place."""
    return CannotSave(f"Not saved, and {path} is as it was: {because(error)}.")


def cannot_open(path: Path, error: OSError) -> CannotOpen:
    """A failed disk call while reading."""
    if error.errno in (errno.EACCES, errno.EPERM):
        return CannotOpen(f"{path} cannot be read: you have no right to. It is left as it is.")
    return CannotOpen(f"{path} cannot be read: {because(error)}. It is left as it is.")
