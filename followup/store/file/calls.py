"""Every call that touches the disk, in one table, so that a test can let each of them fail."""

import contextlib
import ctypes
import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from followup.model.lossless.strict_json import MAX_BYTES

T = TypeVar("T")

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
# Access denied, sharing, lock violation: what Windows says of a file that a virus scanner has open.
_BUSY_ON_WINDOWS = (5, 32, 33)
_PAUSES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4)
_CHUNK = 1 << 20  # bytes; large enough for one call, small enough to stay in the processor's memory
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_READ = os.O_RDONLY | _BINARY | getattr(os, "O_NONBLOCK", 0)  # a named pipe must not make us wait
_MAKE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY | getattr(os, "O_NOFOLLOW", 0)


def _find_exchange() -> Callable[[Path, Path], None] | None:
    """Linux can swap two files in one step, which hands us back exactly what we displaced."""
    if sys.platform != "linux":
        return None
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return None

    def exchange(one: Path, other: Path) -> None:
        names = os.fsencode(one), os.fsencode(other)
        if renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE):
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(one), None, str(other))

    return exchange


_EXCHANGE = _find_exchange()


def _fsync(fd: int) -> None:
    if sys.platform == "darwin":  # fsync there stops at the disk's own cache
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
            return
    os.fsync(fd)


@dataclass(frozen=True, slots=True)
class Calls:
    """The system's calls as they are used here."""

    open: Callable[..., int] = os.open
    stat: Callable[[Path], os.stat_result] = os.stat
    fstat: Callable[[int], os.stat_result] = os.fstat
    read: Callable[[int, int], bytes] = os.read
    write: Callable[[int, Any], int] = os.write
    fsync: Callable[[int], None] = _fsync
    close: Callable[[int], None] = os.close
    exchange: Callable[[Path, Path], None] | None = _EXCHANGE
    link: Callable[[Path, Path], None] = os.link
    replace: Callable[[Path, Path], None] = os.replace
    unlink: Callable[[Path], None] = os.unlink
    mkdir: Callable[[Path, int], None] = os.mkdir
    listdir: Callable[[Path], list[str]] = os.listdir


SYSTEM = Calls()


def patiently(call: Callable[..., T], *arguments: Any) -> T:
    """The call, tried again for about a second where Windows says that the file is in use."""
    for pause in _PAUSES:
        try:
            return call(*arguments)
        except OSError as error:
            if getattr(error, "winerror", None) not in _BUSY_ON_WINDOWS:
                raise
            time.sleep(pause)
    return call(*arguments)


def read_bytes(calls: Calls, path: Path) -> bytes:
    """The whole file; raises OSError, also for what is no file."""
    with _opened(calls, path) as (fd, size):
        return b"".join(_chunks(calls, fd, size + 1))


def holds(calls: Calls, path: Path, data: bytes) -> bool:
    """Whether the file holds these bytes, without having them twice; raises OSError as `read_bytes`."""
    at = 0
    with _opened(calls, path) as (fd, _):
        for chunk in _chunks(calls, fd, _CHUNK):
            if not data.startswith(chunk, at):
                return False
            at += len(chunk)
    return at == len(data)


@contextlib.contextmanager
def _opened(calls: Calls, path: Path) -> Iterator[tuple[int, int]]:
    """The file, and its size; raises OSError for what is no file, or none of ours."""
    fd = patiently(calls.open, path, _READ)
    try:
        status = calls.fstat(fd)
        if not stat.S_ISREG(status.st_mode):
            what = "it is a folder" if stat.S_ISDIR(status.st_mode) else "it is not a file"
            raise OSError(errno.EISDIR, what)
        if status.st_size > MAX_BYTES:
            raise OSError(errno.EFBIG, f"it is larger than {MAX_BYTES // 1024**2} MB")
        yield fd, status.st_size
    finally:
        calls.close(fd)


def _chunks(calls: Calls, fd: int, size: int) -> Iterator[bytes]:
    while chunk := calls.read(fd, max(size, 1 << 16)):
        yield chunk


def write_new(calls: Calls, path: Path, data: bytes, like: Path | None = None) -> None:
    """A file that was not there, on the disk once this returns; for the user alone, or as the file `like` is."""
    fd = calls.open(path, _MAKE, 0o600)
    try:
        give(fd, path, like)
        rest = memoryview(data)
        while rest:
            written = calls.write(fd, rest)
            if not written:  # seen on disks that are full; again and again, it would never end
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            rest = rest[written:]  # a short write is no error
        calls.fsync(fd)
    finally:
        calls.close(fd)


def give(fd: int, path: Path, like: Path | None = None) -> None:
    """Gives a file of ours to whom the file `like` belongs, with its rights.

    Where there is none, what root makes belongs to whom the folder belongs: else that user could not save any more.
    Where the system does not let us, it stays ours.
    """
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        ours, model = os.fstat(fd), like.stat() if like and like.exists() else None
        if ours.st_nlink != 1:  # by another name it may be a file that is not to be given away
            return
        owner = model or (path.parent.stat() if os.geteuid() == 0 else ours)
        if (owner.st_uid, owner.st_gid) != (ours.st_uid, ours.st_gid):
            os.fchown(fd, owner.st_uid if os.geteuid() == 0 else -1, owner.st_gid)
        if model and stat.S_IMODE(model.st_mode) != stat.S_IMODE(ours.st_mode):
            os.fchmod(fd, stat.S_IMODE(model.st_mode) & 0o777)


def sync_folder(calls: Calls, folder: Path) -> None:
    """Makes the names in it survive a power cut (Windows does not know it)."""
    if sys.platform == "win32":
        return
    fd = calls.open(folder, os.O_RDONLY | _BINARY)
    try:
        calls.fsync(fd)
    finally:
        calls.close(fd)


def make_folder(calls: Calls, folder: Path) -> None:
    """The folder and those above it, for the user alone where we make them."""
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, "it is a file")
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        with contextlib.suppress(FileExistsError):  # somebody else was faster
            calls.mkdir(each, 0o700)
            if sys.platform != "win32" and os.geteuid() == 0:
                owner = each.parent.stat()
                os.chown(each, owner.st_uid, owner.st_gid, follow_symlinks=False)
        sync_folder(calls, each.parent)
