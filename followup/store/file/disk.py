"""The data file as a whole: it is the state before a save or the state after it, never a mix.

The order of steps is what keeps the promise: a temp file in the same folder → fsync → is the file
still the one that the change was based on? → swap → is what we displaced that one, too (else it is
kept beside)? → fsync of the folder. Only then has it been saved.
"""

import contextlib
import errno
import hashlib
import os
import secrets
from datetime import UTC, datetime
from pathlib import Path

from followup.store.errors import CannotSave, Changed, NotSynced, because, cannot_open, cannot_save
from followup.store.file.calls import (
    Calls,
    holds,
    make_folder,
    patiently,
    read_bytes,
    sync_folder,
    write_new,
)

_NO_EXCHANGE = (errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP)
_NO_LINK = (errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)  # FAT, some network shares

FileMark = tuple[int, ...]


def digest_of(data: bytes) -> str:
    """What tells one state of the file from another."""
    return hashlib.sha256(data).hexdigest()


def stamp(now: datetime) -> str:
    """A moment as part of a file's name, sorting by time."""
    moment = now.astimezone(UTC)
    return f"{moment.year:04}{moment:%m%dT%H%M%S%fZ}"


class Disk:
    """One data file, at the path that was `given`.

    Nothing is kept open, nor what the path leads to: a sync service may replace the file at any time, and a user may
    move it and put a link in its place.
    """

    def __init__(self, given: Path, calls: Calls) -> None:
        self._given = given
        self._calls = calls

    @property
    def path(self) -> Path:
        """Where the file is now. A link stays a link, and what it leads to is replaced."""
        return Path(os.path.realpath(self._given))

    @property
    def folder(self) -> Path:
        """The folder that it is in now."""
        return self.path.parent

    @property
    def lock_path(self) -> Path:
        """The file that its writers lock."""
        return self._beside("lock")

    def read(self) -> bytes | None:
        """The file's bytes, None where there is none; raises CannotOpen."""
        try:
            return read_bytes(self._calls, self.path)
        except FileNotFoundError:
            return None
        except OSError as error:
            raise cannot_open(self.path, error) from error

    def holds(self, data: bytes) -> bool:
        """Whether the file is there and holds these bytes; raises CannotOpen."""
        try:
            return holds(self._calls, self.path, data)
        except FileNotFoundError:
            return False
        except OSError as error:
            raise cannot_open(self.path, error) from error

    def mark(self) -> FileMark | None:
        """What is another one once the file is, unless two were written in one tick of the disk's clock; None: none."""
        try:
            found = self._calls.stat(self.path)
        except OSError:
            return None
        return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns

    def make_folder(self) -> None:
        """The file's folder; raises CannotSave."""
        try:
            # islink: Path.is_symlink fails where a folder above it may not be looked into.
            if not os.path.islink(self._given) or self.folder.exists():  # noqa: PTH114
                make_folder(self._calls, self.folder)
                return
        except OSError as error:
            raise cannot_save(self.path, error) from error
        # Made by us, it would be an empty place that hides the drive when that is back.
        raise CannotSave(
            f"Not saved: {self._given} is a link to {self.path}, and the folder {self.folder} is not "
            "there. Is a drive or a sync service not connected?"
        )

    def put(self, data: bytes, base: bytes | None, now: datetime) -> Path | None:
        """Replaces the file that holds `base` (None: there is none).

        Returns where somebody else's version, put there in the same instant, is kept. Raises
        Changed and CannotSave with the file untouched, NotSynced with the new one in place.
        """
        temp = self._beside(f"{os.getpid()}.{secrets.token_hex(4)}.tmp")
        try:
            write_new(self._calls, temp, data, like=self.path)
            displaced = self._swap(temp, base)
        except (OSError, Changed) as error:
            self._discard(temp, data)
            if isinstance(error, OSError):
                raise cannot_save(self.path, error) from error
            raise
        conflict = self._keep_or_remove(displaced, base, now) if displaced else None
        try:
            sync_folder(self._calls, self.folder)
        except OSError as error:
            text = f"The change is in {self.path}, but a power cut could still take it back"
            raise NotSynced(f"{text}: {because(error)}.") from error
        return conflict

    def keep_bad(self, data: bytes, now: datetime) -> Path:
        """A copy beside the file of one that cannot be read; raises CannotSave."""
        path = self.folder / f"{self.path.name}.bad-{stamp(now)}-{secrets.token_hex(3)}"
        try:
            write_new(self._calls, path, data)
            sync_folder(self._calls, self.folder)
        except OSError as error:
            self.remove(path)
            raise cannot_save(self.path, error) from error
        return path

    def leftovers(self) -> list[tuple[Path, bytes]]:
        """What killed writers left behind. Call it under the lock, when no writer lives."""
        found = []
        with contextlib.suppress(OSError):
            for name in sorted(self._calls.listdir(self.folder)):
                if name.startswith(f".~{self.path.name}.") and name.endswith((".tmp", ".old")):
                    path = self.folder / name
                    with contextlib.suppress(OSError):
                        found.append((path, read_bytes(self._calls, path)))
        return found

    def remove(self, path: Path) -> None:
        """A file of ours that nobody needs any more; one that stays does no harm."""
        with contextlib.suppress(OSError):
            patiently(self._calls.unlink, path)

    def _beside(self, ending: str) -> Path:
        path = self.path
        return path.with_name(f".~{path.name}.{ending}")

    def _discard(self, temp: Path, data: bytes) -> None:
        # A call can report failure after it has worked: the temp is what we displaced, and stays.
        with contextlib.suppress(OSError):
            if data.startswith(read_bytes(self._calls, temp)):
                self._calls.unlink(temp)

    def _swap(self, temp: Path, base: bytes | None) -> Path | None:
        """Puts the temp in place; returns where the displaced file now is, if anywhere."""
        self._check_base(base)
        if base is None:
            self._put_first(temp)
            return None
        if not os.access(self.path, os.W_OK):
            # Renaming would replace a read-only file without asking.
            raise PermissionError(errno.EACCES, "the file is read-only")
        if self._calls.exchange is not None:
            try:
                self._calls.exchange(temp, self.path)
            except FileNotFoundError as error:
                raise Changed from error
            except OSError as error:
                if error.errno not in _NO_EXCHANGE:
                    raise
            else:
                return temp
        return self._link_and_replace(temp)

    def _check_base(self, base: bytes | None) -> None:
        try:
            same = holds(self._calls, self.path, base or b"") and base is not None
        except FileNotFoundError:
            same = base is None
        if not same:
            raise Changed

    def _put_first(self, temp: Path) -> None:
        """Puts the temp where no file is."""
        try:
            self._calls.link(temp, self.path)  # unlike a rename, it fails if somebody was faster
        except FileExistsError as error:
            raise Changed from error
        except OSError as error:
            if error.errno not in _NO_LINK:
                raise
            patiently(self._calls.replace, temp, self.path)
        else:
            self.remove(temp)

    def _link_and_replace(self, temp: Path) -> Path | None:
        """As the exchange, for systems without it; between the two calls somebody could slip in."""
        kept = temp.with_suffix(".old")
        old: Path | None = kept
        try:
            self._calls.link(self.path, kept)
        except FileNotFoundError as error:
            raise Changed from error
        except OSError as error:
            if error.errno not in _NO_LINK:
                raise
            old = None
        try:
            patiently(self._calls.replace, temp, self.path)
        except OSError:
            if old:
                self.remove(old)
            raise
        return old

    def _keep_or_remove(self, displaced: Path, base: bytes | None, now: datetime) -> Path | None:
        """Removes what we displaced if it is what we built on; else it is somebody's work: kept."""
        try:
            ours = base is not None and holds(self._calls, displaced, base)
        except OSError:
            ours = False
        if ours:
            self.remove(displaced)
            return None
        name = f"{self.path.stem}.conflict-{stamp(now)}-{secrets.token_hex(3)}.json"
        try:
            patiently(self._calls.replace, displaced, self.folder / name)
        except OSError:
            return displaced  # under this name, too, it is kept: see Store._sweep
        return self.folder / name
