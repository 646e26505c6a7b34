"""One writer at a time: among the threads of this process, and among all processes of this computer."""

import contextlib
import os
import sys
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import filelock
from pydantic import AwareDatetime, BaseModel, ValidationError

from followup.store.errors import Busy, cannot_save
from followup.store.file.calls import Calls, give, read_bytes
from followup.store.file.disk import Disk

_MAKE_OR_EMPTY = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
_MAKE_OR_EMPTY |= getattr(os, "O_NOFOLLOW", 0) | getattr(
    os, "O_NONBLOCK", 0
)  # a pipe must not make us wait


class _Holder(BaseModel):
    """Who got the lock last. Beside the lock, since on Windows a locked file cannot be read."""

    pid: int
    program: str
    since: AwareDatetime

    def words(self) -> str:
        """As a part of a sentence; empty when it is not there any more, and so is not the holder."""
        if self.pid != os.getpid() and not _lives(self.pid):
            return ""
        since = self.since.astimezone()
        return f" ({self.program}, process {self.pid}, since {since:%d %b %H:%M:%S})"


def _lives(pid: int) -> bool:
    if sys.platform == "win32":  # there a signal of number 0 would end it
        return True
    try:
        os.kill(pid, 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True


class Lock:
    """The lock of one data file; `patience` is how many seconds to wait for it."""

    def __init__(self, disk: Disk, patience: float, calls: Calls) -> None:
        self._disk = disk
        self._patience = patience
        self._calls = calls
        self._threads = threading.Lock()
        self._processes = self._of_processes()

    def _of_processes(self) -> filelock.BaseFileLock:
        return filelock.FileLock(
            self._disk.lock_path,
            mode=0o600,
            thread_local=False,
            poll_interval=0.01,
            fallback_to_soft=False,  # a lock that is a mere file outlives a killed program
        )

    @contextlib.contextmanager
    def held(self, now: datetime) -> Iterator[None]:
        """Raises Busy, or CannotSave where no lock can be had at all."""
        if not self._threads.acquire(timeout=self._patience):
            raise Busy(
                f"Not saved: another tab of this program{self._holder()} has been saving for a "
                "long time. Try again soon."
            )
        try:
            try:
                if Path(self._processes.lock_file) != self._disk.lock_path:  # the file has moved
                    self._processes = self._of_processes()
                self._make()
                self._processes.acquire(timeout=self._patience)
            except filelock.Timeout:
                text = f"Not saved: another copy of the program{self._holder()}"
                text += f" has {self._disk.path} locked. Try again in a moment."
                raise Busy(text) from None
            except OSError as error:
                raise cannot_save(self._disk.path, error) from error
            try:
                self._sign(now)
                yield
            finally:
                # The change is saved by now. What is not given back is still ours: force lets go of it
                # after the next save, the system when the program ends.
                with contextlib.suppress(OSError):
                    self._processes.release(force=True)
        finally:
            self._threads.release()

    def _make(self) -> None:
        """Made by root it is given to the user whose folder it is, who could not lock it else."""
        path = self._disk.lock_path
        if sys.platform != "win32" and os.geteuid() == 0:
            with contextlib.suppress(OSError):
                fd = os.open(path, _MAKE_OR_EMPTY | os.O_EXCL, 0o600)
                give(fd, path)
                os.close(fd)

    @property
    def _holder_path(self) -> Path:
        return self._disk.lock_path.with_suffix(".holder")

    def _sign(self, now: datetime) -> None:
        """Says who has it: a courtesy, whose failure stops nothing."""
        holder = _Holder(pid=os.getpid(), program=Path(sys.argv[0]).name or "python", since=now)
        with contextlib.suppress(OSError):
            fd = self._calls.open(self._holder_path, _MAKE_OR_EMPTY, 0o600)
            try:
                give(fd, self._holder_path)
                self._calls.write(fd, holder.model_dump_json().encode())
            finally:
                self._calls.close(fd)

    def _holder(self) -> str:
        try:
            data = read_bytes(self._calls, self._holder_path)
            return _Holder.model_validate_json(data).words()
        except (OSError, ValidationError):
            return ""
