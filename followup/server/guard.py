"""Who may ask, what may be sent, and the headers that keep a page to itself."""

import secrets
from collections.abc import Mapping, Sequence
from http.cookies import CookieError, SimpleCookie
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

_REFUSED: Final = 1008  # the WebSocket's code for “against the policy”
MOST_BYTES: Final = 6 * 1024**2  # server.maxUploadSize and what wraps the file
_SAFE: Final = ("GET", "HEAD", "OPTIONS")


def policy(hosts: Sequence[str], port: int) -> str:
    """The Content-Security-Policy: nothing but the dashboard itself."""
    sockets = " ".join(f"{kind}://{host}:{port}" for host in hosts for kind in ("ws", "wss"))
    return "; ".join(
        (
            "default-src 'self'",
            # Vega compiles its expressions, and Streamlit's components are blobs.
            "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src 'self' {sockets} data: blob:",
            "frame-src 'self' blob: data:",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def headers_of(scope: Scope) -> dict[bytes, bytes]:
    """The request's headers; of one that stands twice the first."""
    found: dict[bytes, bytes] = {}
    for name, value in scope["headers"]:
        found.setdefault(name, value)
    return found


def cookie(headers: Mapping[bytes, bytes], name: str) -> str:
    """The cookie's value, "" where there is none."""
    try:
        jar = SimpleCookie(headers.get(b"cookie", b"").decode("latin-1"))
    except CookieError:
        return ""
    return jar[name].value if name in jar else ""


def cookie_line(scope: Scope, name: str, value: str) -> tuple[bytes, bytes]:
    """The header that sets a cookie for this browser session, which no script and no other site can use."""
    secure = "; Secure" if scope["scheme"] in ("https", "wss") else ""
    return b"set-cookie", f"{name}={value}; Path=/; HttpOnly; SameSite=Strict{secure}".encode()


def port_of(scope: Scope) -> int:
    """The port that was asked."""
    port: int | None = (scope.get("server") or (None, 0))[1]
    return port or 0


async def refuse(scope: Scope, receive: Receive, send: Send, status: int, words: str) -> None:
    """A short answer instead of the app's."""
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": _REFUSED})
        return
    body = words.encode()
    kind = (b"content-type", b"text/plain; charset=utf-8")
    headers = [kind, (b"content-length", str(len(body)).encode()), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


class Guard:
    """Refuses what another page sends, and a WebSocket from whoever has not been given this run's token.

    The token is a cookie that comes with every answer. Streamlit has its own for uploads (`_streamlit_xsrf`), but opens
    a WebSocket without any.
    """

    def __init__(self, app: ASGIApp, hosts: Sequence[str]) -> None:
        self.app = app
        self._hosts = hosts
        self._token = secrets.token_urlsafe(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = headers_of(scope)
        name = f"followup_run_{port_of(scope)}"  # cookies do not know ports, and there may be two of us
        has_token = secrets.compare_digest(cookie(headers, name).encode(), self._token.encode())
        if scope["type"] == "websocket":
            if self._is_foreign(scope, headers) or not has_token:
                await refuse(scope, receive, send, 403, "")
            else:
                await self.app(scope, receive, send)
            return
        added = self._headers(scope)
        if not has_token:
            added.append(cookie_line(scope, name, self._token))
        ours = {each for each, _ in added} - {b"set-cookie"}

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = [(k, v) for k, v in message.get("headers", []) if k.lower() not in ours]
                message = {**message, "headers": [*kept, *added]}
            await send(message)

        if refusal := self._refusal(scope, headers):
            await refuse(scope, receive, send_with_headers, *refusal)
            return
        await self.app(scope, receive, send_with_headers)

    def _headers(self, scope: Scope) -> list[tuple[bytes, bytes]]:
        return [
            (b"content-security-policy", policy(self._hosts, port_of(scope)).encode()),
            (b"x-content-type-options", b"nosniff"),
            (b"referrer-policy", b"no-referrer"),
            (b"x-frame-options", b"DENY"),
            (b"cross-origin-opener-policy", b"same-origin"),
            (b"cross-origin-resource-policy", b"same-origin"),
        ]

    def _refusal(self, scope: Scope, headers: Mapping[bytes, bytes]) -> tuple[int, str] | None:
        if scope["method"] not in _SAFE:
            site = headers.get(b"sec-fetch-site", b"same-origin")
            if self._is_foreign(scope, headers) or site not in (b"same-origin", b"none"):
                return 403, "Another page may not send anything here."
            if b"transfer-encoding" in headers:
                return 411, "Say how long it is."
        length = headers.get(b"content-length", b"0")
        if not length.isdigit() or len(length) > len(str(MOST_BYTES)) or int(length) > MOST_BYTES:
            return 413, f"At most {MOST_BYTES // 1024**2} MB can be sent."
        return None

    def _is_foreign(self, scope: Scope, headers: Mapping[bytes, bytes]) -> bool:
        origin = headers.get(b"origin")
        if origin is None:
            return False
        kind = "https" if scope["scheme"] in ("https", "wss") else "http"
        own = (f"{kind}://{host}:{port_of(scope)}" for host in self._hosts)
        return origin.decode("latin-1") not in own
