"""The passphrase: a page of our own that asks for it, before anything of the app is seen."""

import asyncio
import hashlib
import hmac
import html
import ipaddress
import logging
import secrets
import time
import unicodedata
from collections import Counter, deque
from collections.abc import Callable
from pathlib import Path
from string import Template
from typing import Final
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Receive, Scope, Send

from followup.server.cookies import cookie_line, values_of
from followup.server.guard import headers_of, port_of, refuse
from followup.server.pages import answer, go_on, is_open, own_place
from followup.server.shared import derived, is_ticket, ticket

SHORTEST: Final = 12
PATH: Final = "/_signin"
_OUT: Final = "/_signout"
_MOST_BYTES: Final = 4096
_PER_CLIENT, _SECONDS = 5, 300.0
_REMEMBERED: Final = 10_000
_AT_ONCE: Final = 2
_SESSIONS: Final = 100
_log = logging.getLogger(__name__)

_HERE = Path(__file__).parent
_FORM = Template((_HERE / "signin.html").read_text("utf-8"))
_SIGN_OUT = (_HERE / "signout.html").read_text("utf-8")


def sender(address: str) -> str:
    """Whom a wrong passphrase costs: an address, of IPv6 all that one household or server is given."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, ipaddress.IPv4Address):
        return address
    if found.ipv4_mapped:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((found, 64), strict=False))


class Attempts:
    """Counts the failed ones of the last minutes, of each sender: what others do costs nobody else."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: deque[tuple[float, str]] = deque()
        self._of: Counter[str] = Counter()

    def may(self, client: str) -> bool:
        """Whether this client may try; counts it as failed until `worked` says otherwise."""
        now, who = self._clock(), sender(client)
        while self._failed and (
            now - self._failed[0][0] >= _SECONDS or len(self._failed) >= _REMEMBERED
        ):
            self._of[self._failed.popleft()[1]] -= 1
        self._of = +self._of if len(self._of) > 2 * _REMEMBERED else self._of
        if self._of[who] >= _PER_CLIENT:
            return False
        self._failed.append((now, who))
        self._of[who] += 1
        return True

    def worked(self, client: str) -> None:
        """Forgets this client's failures."""
        who = sender(client)
        kept = [each for each in self._failed if each[1] != who]
        self._failed = deque(kept)
        self._of = Counter(each[1] for each in kept)


class SignIn:
    """Nothing of the app for whoever has not given the passphrase in this run of the program.

    With a `secret` that several processes have in common it lasts for some days, in all of them.
    """

    def __init__(
        self,
        app: ASGIApp,
        passphrase: str,
        attempts: Attempts | None = None,
        secret: bytes = b"",
    ) -> None:
        self.app = app
        # Of several processes each knows whom another has let in; another passphrase lets nobody stay.
        self._key = derived(secret, passphrase).encode() if secret else b""
        self._ended: deque[str] = deque(maxlen=_REMEMBERED)
        self._salt = secrets.token_bytes(16)
        self._hash = self._hashed(passphrase)
        self._attempts = attempts or Attempts()
        self._sessions: list[bytes] = []  # their hashes, the newest last
        self._hashing = asyncio.Semaphore(_AT_ONCE)  # each costs 16 MB and a core

    def _hashed(self, passphrase: str) -> bytes:
        text = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
        return hashlib.scrypt(text, salt=self._salt, n=2**14, r=8, p=1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket") or is_open(scope):
            await self.app(scope, receive, send)
            return
        tokens = [each for each in values_of(scope, self._name(scope)) if self._knows(each)]
        if scope["type"] == "websocket":
            if tokens:
                await self.app(scope, receive, send)
            else:
                await refuse(scope, receive, send, 403, "")
        elif scope["path"] == _OUT:
            await self._sign_out(scope, send, tokens)
        elif tokens:
            await self.app(scope, receive, send)
        elif scope["method"] == "POST" and scope["path"] == PATH:
            await self._sign_in(scope, receive, send)
        else:
            query = scope["query_string"].decode("latin-1")
            asked = scope["path"] + (f"?{query}" if query else "")
            if (
                scope["method"] == "GET"
                and headers_of(scope).get(b"sec-fetch-site") == b"cross-site"
            ):
                await go_on(
                    send, own_place(asked)
                )  # a link on another site: our cookie comes only then
            else:
                await _ask(send, 401, "", asked)

    async def _sign_out(self, scope: Scope, send: Send, tokens: list[str]) -> None:
        """Asked for by our own page, which the guard has seen to; the session is over, not only its cookie."""
        if scope["method"] != "POST":
            await answer(send, 200, _SIGN_OUT)
            return
        gone = {hashlib.sha256(each.encode()).digest() for each in tokens}
        self._sessions = [each for each in self._sessions if each not in gone]
        self._ended.extend(tokens)
        await _lead(send, "/", cookie_line(scope, self._name(scope), "", 0))

    def _name(self, scope: Scope) -> str:
        return "followup_session" if self._key else f"followup_session_{port_of(scope)}"

    def _knows(self, token: str) -> bool:
        if self._key:
            return token not in self._ended and is_ticket(self._key, token)
        digest = hashlib.sha256(token.encode()).digest()
        found = [hmac.compare_digest(digest, each) for each in self._sessions]
        return any(found)

    async def _sign_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = b""
        more = True
        while more:
            message = await receive()
            body += message.get("body", b"")
            more = message.get("more_body", False)
            if len(body) > _MOST_BYTES:
                await refuse(scope, receive, send, 413, "That is too long.")
                return
        form = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
        asked = form.get("next", ["/"])[0]
        client = str((scope.get("client") or ("",))[0])
        if not self._attempts.may(client):
            _log.warning("Too many passphrases were tried")
            await _ask(send, 429, "Too many attempts. Wait five minutes, and try again.", asked)
            return
        async with self._hashing:
            given = await asyncio.to_thread(self._hashed, form.get("passphrase", [""])[0])
        if not hmac.compare_digest(given, self._hash):
            _log.warning("A wrong passphrase was tried")
            await _ask(send, 401, "That is not the passphrase.", asked)
            return
        self._attempts.worked(client)
        token = ticket(self._key) if self._key else secrets.token_urlsafe(32)
        self._sessions = [*self._sessions, hashlib.sha256(token.encode()).digest()][-_SESSIONS:]
        await _lead(send, own_place(asked), cookie_line(scope, self._name(scope), token))


async def _lead(send: Send, place: str, cookie: tuple[bytes, bytes]) -> None:
    headers = [(b"location", place.encode("ascii")), (b"content-length", b"0"), cookie]
    await send({"type": "http.response.start", "status": 303, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


async def _ask(send: Send, status: int, words: str, asked: str) -> None:
    main = _FORM.substitute(words=html.escape(words), next=html.escape(own_place(asked)))
    await answer(send, status, main)
