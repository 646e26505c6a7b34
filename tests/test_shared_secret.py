"""What several processes know of a browser by the secret that they share, and nobody by guessing."""

import asyncio
import time
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from followup.model.errors import FollowupError
from followup.server.guard import Guard
from followup.server.shared import derived, is_ticket, shared_secret, ticket
from followup.server.signin import SignIn

KEY, OTHER = b"k" * 40, b"o" * 40
PASSPHRASE = "correct horse battery staple"


def test_a_ticket_counts_with_its_key_alone_and_until_its_days_are_over() -> None:
    good = ticket(KEY)
    assert is_ticket(KEY, good)
    assert not is_ticket(OTHER, good)
    later = f"9{good}"
    past = f"{int(time.time()) - 1}.x"
    for bad in (later, good[:-1], "", ".", "ä.ö.ü", f"{past}.{derived(KEY, past)}"):
        assert not is_ticket(KEY, bad), bad


def test_a_secret_that_could_be_guessed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FOLLOWUP_SECRET", raising=False)
    assert shared_secret() == b""
    monkeypatch.setenv("FOLLOWUP_SECRET", "short")
    with pytest.raises(FollowupError, match="at least 32 characters"):
        shared_secret()


class Process:
    """The guard and the sign-in before an app, as one process has them, and a browser's cookies."""

    def __init__(self, secret: bytes, passphrase: str = PASSPHRASE) -> None:
        inner = SignIn(_app, passphrase, secret=secret)
        self._app = Guard(inner, hosts=("localhost",), secret=secret)
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, path: str, body: bytes = b"") -> int:
        """The status of the answer; its cookies are kept."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        scope = {
            "type": "http",
            "method": method,
            "path": path,
            "query_string": b"",
            "scheme": "http",
            "server": ("localhost", 8501),
            "client": ("127.0.0.1", 1),
            "headers": [(b"host", b"localhost"), (b"cookie", cookies.encode())],
        }
        said: list[Any] = []

        async def receive() -> Message:
            return {"type": "http.request", "body": body}

        async def send(message: Message) -> None:
            said.append(message)

        asyncio.run(self._app(scope, receive, send))
        for name, value in said[0]["headers"]:
            if name == b"set-cookie":
                pair = value.decode().partition(";")[0]
                self.cookies[pair.partition("=")[0]] = pair.partition("=")[2]
        return int(said[0]["status"])


async def _app(_: Scope, __: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b""})


def test_whom_one_process_let_in_the_others_know_and_strangers_do_not() -> None:
    one, other = Process(KEY), Process(KEY)
    assert one.ask("POST", "/_signin", f"passphrase={PASSPHRASE}".encode()) == 303
    other.cookies |= one.cookies
    assert other.ask("GET", "/") == 200
    for stranger in (Process(OTHER), Process(b""), Process(KEY, "another passphrase")):
        stranger.cookies |= one.cookies
        assert stranger.ask("GET", "/") == 401
    before = dict(one.cookies)
    assert one.ask("POST", "/_signout") == 303
    one.cookies |= before
    assert one.ask("GET", "/") == 401, "who signed out stays out"
