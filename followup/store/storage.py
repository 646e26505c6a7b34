"""The seam: what a store asks of the place where one person's data is. A file and a database can both do it."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from followup.store.file.storage import Migrations
from followup.store.state import Backup, Change, MakeCommit, State


class Storage(Protocol):
    """The data of one person. One instance serves all threads; any number of processes may have their own."""

    @property
    def key(self) -> str:
        """Tells this data from any other: for caches."""

    @property
    def migrations(self) -> Migrations:
        """What brings data of earlier versions up to date."""

    def read(self) -> State:
        """The state now, the same object as long as nothing was changed; raises CannotRead, NewerSchema, CannotOpen."""

    def write(self, make: MakeCommit, now: datetime) -> Change:
        """Saves what `make`, a pure function, makes of the newest state; a commit of nothing writes nothing.

        `make` runs again, on a fresh state, where somebody else was faster. Raises what `make` and `read` raise,
        CannotSave, Busy, and NotSynced where the change may be saved all the same.
        """

    def replace(
        self, what: str, why: str, make: Callable[[bytes | None], bytes], now: datetime
    ) -> Change:
        """Puts the data file that `make` makes of what is there (None: nothing) in its place, after a backup (`why`).

        Raises as `write`, and CannotRead where it makes none.
        """

    def backups(self) -> Sequence[Backup]:
        """All of them, newest first; raises CannotOpen."""

    def backup(self, name: str) -> bytes:
        """The data file that is kept under this name; raises NotThere."""

    def back_up(self, now: datetime) -> Backup:
        """One more, by hand; raises what `read` raises, CannotSave, Busy."""
