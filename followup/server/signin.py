"""The passphrase: a page of our own that asks for it, before anything of the app is seen."""

import asyncio
import hashlib
import hmac
import html
import logging
import secrets
import time
import unicodedata
from collections.abc import Callable
from typing import Final
from urllib.parse import parse_qs

from starlette.types import ASGIApp, Receive, Scope, Send

from followup.server.guard import cookie, cookie_line, headers_of, port_of, refuse

SHORTEST: Final = 12
PATH: Final = "/_signin"
_OPEN: Final = ("/_stcore/health", "/_stcore/script-health-check")  # says that we run, and no more
_MOST_BYTES: Final = 4096
_PER_CLIENT, _IN_ALL, _SECONDS = 5, 50, 300.0
_SESSIONS: Final = 100
_log = logging.getLogger(__name__)

# Under the policy “no-referrer” a form has the Origin “null”, which the guard refuses: hence the meta element.
_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Follow-up</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="same-origin">
<style>
body{{font:1rem/1.5 system-ui,sans-serif;max-width:24rem;margin:20vh auto;padding:0 1rem;
color:#000;background:#fff}}
input,button{{font:inherit;width:100%;box-sizing:border-box;padding:.6rem;margin:.3rem 0;border-radius:.4rem}}
input{{color:inherit;background:inherit;border:1px solid #767676}}
button{{background:#0b57d0;color:#fff;border:0}}
@media (prefers-color-scheme:dark){{:root{{color-scheme:dark}}body{{color:#fff;background:#000}}
input{{border-color:#8f959e}}button{{background:#3d73d6}}}}</style></head>
<body><main><h1>Follow-up</h1><form method="post" action="/_signin">
<label for="passphrase">Passphrase</label>
<input id="passphrase" name="passphrase" type="password" autocomplete="current-password" required autofocus>
<input name="next" type="hidden" value="{next}"><button>Open</button></form>
<p role="alert">{words}</p></main></body></html>"""


class Attempts:
    """Counts the failed ones of the last minutes, of each client and in all."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failed: list[tuple[float, str]] = []

    def may(self, client: str) -> bool:
        """Whether this client may try; counts it as failed until `worked` says otherwise."""
        now = self._clock()
        self._failed = [each for each in self._failed if now - each[0] < _SECONDS]
        of_client = sum(each[1] == client for each in self._failed)
        if of_client >= _PER_CLIENT or len(self._failed) >= _IN_ALL:
            return False
        self._failed.append((now, client))
        return True

    def worked(self, client: str) -> None:
        """Forgets this client's failures."""
        self._failed = [each for each in self._failed if each[1] != client]


class SignIn:
    """Nothing of the app for whoever has not given the passphrase in this run of the program."""

    def __init__(self, app: ASGIApp, passphrase: str, attempts: Attempts | None = None) -> None:
        self.app = app
        self._salt = secrets.token_bytes(16)
        self._hash = self._hashed(passphrase)
        self._attempts = attempts or Attempts()
        self._sessions: list[bytes] = []  # their hashes, the newest last

    def _hashed(self, passphrase: str) -> bytes:
        text = unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")
        return hashlib.scrypt(text, salt=self._salt, n=2**14, r=8, p=1)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if (
            scope["type"] not in ("http", "websocket")
            or self._is_open(scope)
            or self._knows(cookie(headers_of(scope), self._name(scope)))
        ):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await refuse(scope, receive, send, 403, "")
        elif scope["method"] == "POST" and scope["path"] == PATH:
            await self._sign_in(scope, receive, send)
        else:
            asked = scope["path"] + (
                f"?{query}" if (query := scope["query_string"].decode()) else ""
            )
            await _page(send, 401, "", asked)

    @staticmethod
    def _name(scope: Scope) -> str:
        return f"followup_session_{port_of(scope)}"

    @staticmethod
    def _is_open(scope: Scope) -> bool:
        return scope["type"] == "http" and scope["method"] == "GET" and scope["path"] in _OPEN

    def _knows(self, token: str) -> bool:
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
            await _page(send, 429, "Too many attempts. Wait five minutes, and try again.", asked)
            return
        given = await asyncio.to_thread(self._hashed, form.get("passphrase", [""])[0])
        if not hmac.compare_digest(given, self._hash):
            _log.warning("A wrong passphrase was tried")
            await _page(send, 401, "That is not the passphrase.", asked)
            return
        self._attempts.worked(client)
        token = secrets.token_urlsafe(32)
        self._sessions = [*self._sessions, hashlib.sha256(token.encode()).digest()][-_SESSIONS:]
        place = (b"location", _own_path(asked).encode("ascii", "ignore"))
        headers = [place, (b"content-length", b"0"), cookie_line(scope, self._name(scope), token)]
        await send({"type": "http.response.start", "status": 303, "headers": headers})
        await send({"type": "http.response.body", "body": b""})


def _own_path(asked: str) -> str:
    """Where to go on: a page of ours, never another place."""
    plain = asked.startswith("/") and not asked.startswith("//") and asked.isprintable()
    return asked if plain and "\\" not in asked and not asked.startswith(PATH) else "/"


async def _page(send: Send, status: int, words: str, asked: str) -> None:
    body = _PAGE.format(words=html.escape(words), next=html.escape(_own_path(asked))).encode()
    headers = [
        (b"content-type", b"text/html; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
