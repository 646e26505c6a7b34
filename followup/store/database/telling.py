"""What processes tell each other of a save, so that what is idle looks at the data: a hint, never the truth.

A hint that is lost costs nothing, since every load asks for the mark. Where the engine has no NOTIFY, nothing is told.
"""

import threading
import time
from collections.abc import Callable
from typing import Final

import psycopg

from followup.store.database.connections import NOT_UNDERSTOOD, SETTINGS, Connections

_CHANNEL: Final = "followup_saved"
_PAUSE: Final = 5.0


def tell(connections: Connections, owner: str, token: str) -> None:
    """After a commit, and apart from it: of this owner, the one with this token is the newest. Nothing is raised."""
    connections.tell("select pg_notify(%s, %s)", _CHANNEL, f"{token} {owner}")


def listen(url: str, hear: Callable[[str, str], None]) -> None:
    """From now on `hear` gets owner and token of each save in this database, in a thread of its own."""
    threading.Thread(target=_listen, args=(url, hear), name="telling", daemon=True).start()


def _listen(url: str, hear: Callable[[str, str], None]) -> None:
    while True:
        try:
            with psycopg.connect(url, autocommit=True, **SETTINGS) as connection:
                connection.execute(f"listen {_CHANNEL}")
                for each in connection.notifies():
                    token, _, owner = each.payload.partition(" ")
                    hear(owner, token)
        except NOT_UNDERSTOOD:
            return
        except psycopg.Error:
            time.sleep(_PAUSE)  # until the server is there again
