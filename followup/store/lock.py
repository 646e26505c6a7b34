"""One writer at a time: among the threads of this process, and among all processes of this computer."""

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

import filelock

from followup.store.errors import Busy, cannot_save


class Lock:
    """The lock of one data file; `patience` is how many seconds to wait for it."""

    def __init__(self, path: Path, lock_path: Path, patience: float) -> None:
        self._path = path
        self._patience = patience
        self._threads = threading.Lock()
        self._processes = filelock.FileLock(
            lock_path,
            mode=0o600,
            thread_local=False,
            poll_interval=0.01,
            fallback_to_soft=False,  # a lock that is a mere file outlives a killed program
        )

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Raises Busy, or CannotSave where no lock can be had at all."""
        if not self._threads.acquire(timeout=self._patience):
            raise Busy("Not saved: another tab has been saving for a long time. Try again soon.")
        try:
            try:
                self._processes.acquire(timeout=self._patience)
            except filelock.Timeout:
                text = f"Not saved: another copy of the program has {self._path} locked"
                raise Busy(f"{text}. Try again in a moment.") from None
            except OSError as error:
                raise cannot_save(self._path, error) from error
            try:
                yield
            finally:
                self._processes.release()
        finally:
            self._threads.release()
