"""The store over a database: one owner's data, moved in from a data file or out to one, and deleted whole."""

from datetime import datetime
from functools import lru_cache

from followup.store.database.connections import Connections
from followup.store.database.database import Database
from followup.store.database.schema import check
from followup.store.database.unsent_row import UnsentRow
from followup.store.errors import CannotSave
from followup.store.state import Change
from followup.store.store import Store


@lru_cache
def connected(url: str) -> Connections:
    """The connections to this database, of which a process has one; raises FollowupError where it cannot be used."""
    made = Connections(url)
    try:
        check(made)
    except BaseException:
        made.close()
        raise
    return made


class DatabaseStore(Store):
    """The data of one owner."""

    def __init__(self, connections: Connections, owner: str) -> None:
        self._database = Database(connections, owner)
        super().__init__(self._database, UnsentRow(connections, owner))

    def move_in(self, data: bytes, *, now: datetime) -> Change:
        """Puts a data file in the place of all that is there, after a backup; undoable by that.

        Raises CannotRead for what is none, or where a row of it is no row, and what a save raises.
        """
        return self._database.replace("Moved in", "before-import", lambda _: data, now)

    def move_out(self) -> bytes:
        """All that is there as a data file, to be named by FOLLOWUP_DATA; raises CannotSave where there is nothing."""
        data = self._database.file()
        if data is None:
            raise CannotSave("There is nothing to take along: you have entered nothing yet.")
        return data

    def delete_all(self) -> None:
        """Leaves nothing of this owner: no backup, and nothing unsent; raises CannotSave."""
        self._database.delete()
