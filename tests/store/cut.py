"""A way to the database that is cut once: at the first words of a client that hold what a test names."""

import contextlib
import select
import socket
import threading
from collections.abc import Iterator
from typing import Literal

When = Literal["before", "in", "after"]


class Way:
    """What both say is handed on. A connection is cut when it is `armed` and the client says `words`: before they are
    handed on, as soon as they are, or after they were answered. Later connections are whole.
    """

    def __init__(self, port: int, words: bytes, when: When) -> None:
        self._database = ("127.0.0.1", port)
        self._words, self._when = words, when
        self.armed = False
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):  # closed
            while True:
                client, _ = self._listener.accept()
                threading.Thread(target=self._hand_on, args=(client,), daemon=True).start()

    def _hand_on(self, client: socket.socket) -> None:
        with (
            contextlib.suppress(OSError),
            client,
            socket.create_connection(self._database) as server,
        ):
            other = {client: server, server: client}
            while True:
                for end in select.select([client, server], [], [])[0]:
                    data = end.recv(65536)
                    if not data or (end is client and self._cut(data, server)):
                        return
                    other[end].sendall(data)

    def _cut(self, data: bytes, server: socket.socket) -> bool:
        if not (self.armed and self._words in data):
            return False
        self.armed = False
        if self._when != "before":
            server.sendall(data)
        if self._when == "after":
            server.recv(65536)  # the answer, which the client never gets
        return True

    def close(self) -> None:
        """Nobody comes in any more."""
        self._listener.close()


@contextlib.contextmanager
def way(port: int, words: bytes, when: When) -> Iterator[Way]:
    """The way to the database on this port, until the test is over."""
    made = Way(port, words, when)
    try:
        yield made
    finally:
        made.close()
