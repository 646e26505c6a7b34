"""What one owner has typed and neither sent nor saved, in the database: the bytes of such a file in one row."""

from collections.abc import Callable
from datetime import datetime

from followup.model.errors import CannotRead
from followup.store.database.connections import Connections, Cursor
from followup.store.errors import StoreError
from followup.store.unsent import KeptUnsent, Unsent, changed, decoded, encoded

_READ = "select data from unsent where owner = %s"


class UnsentRow(KeptUnsent):
    """What is unsent of one owner."""

    def __init__(self, connections: Connections, owner: str) -> None:
        self._connections = connections
        self._owner = owner

    def load(self) -> Unsent:
        """What is kept. It never changes anything and never raises."""
        try:
            return self._connections.run(self._owner, self._read, reads=True)
        except CannotRead as error:
            return Unsent(problem=f"Your drafts cannot be read ({error.problems[0]}).")
        except StoreError as error:
            return Unsent(problem=str(error))

    def _read(self, cursor: Cursor) -> Unsent:
        row = cursor.execute(_READ, (self._owner,)).fetchone()
        return decoded(row[0].encode()) if row else Unsent()

    def _write(self, change: Callable[[Unsent], Unsent], now: datetime) -> None:
        def work(cursor: Cursor) -> None:
            new = "insert into unsent (owner, data) values (%s, %s) on conflict do nothing"
            cursor.execute(new, (self._owner, encoded(Unsent()).decode()))
            row = cursor.execute(f"{_READ} for update", (self._owner,)).fetchone()
            before = decoded(row[0].encode()) if row else Unsent()
            after = changed(before, change, now)
            if after != before:
                query = "update unsent set data = %s where owner = %s"
                cursor.execute(query, (encoded(after).decode(), self._owner))

        self._connections.run(self._owner, work)
