"""The places where one person's data can be: a file, and rows of a database. The same tests run over both."""

from pathlib import Path
from typing import Protocol

from followup.store.database.connections import Connections
from followup.store.database.database import Database
from followup.store.database.database_store import DatabaseStore
from followup.store.store import Store
from tests.builders.files import store_at


class Place(Protocol):
    def open(self) -> Store:
        """The store as one more process opens it."""

    def bytes(self) -> bytes | None:
        """All that is stored, as a data file; None: nothing."""


class InFile:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def open(self) -> Store:
        return store_at(self._folder)

    def bytes(self) -> bytes | None:
        path = self._folder / "data.json"
        return path.read_bytes() if path.exists() else None


class InDatabase:
    def __init__(self, connections: Connections, owner: str) -> None:
        self._connections, self._owner = connections, owner

    def open(self) -> DatabaseStore:
        return DatabaseStore(self._connections, self._owner)

    def bytes(self) -> bytes | None:
        return Database(self._connections, self._owner).file()
