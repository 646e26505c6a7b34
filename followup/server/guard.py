"""Who may ask, what may be sent, and the headers that keep a page to itself."""

import secrets
from collections.abc import Mapping, Sequence
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from followup.server.cookies import cookie_line, values_of
from followup.server.hosts import host_in
from followup.server.shared import derived

_REFUSED: Final = 1008  # the WebSocket's code for “against the policy”
MOST_BYTES: Final = 6 * 1024**2  # server.maxUploadSize and what wraps the file
_SAFE: Final = ("GET", "HEAD", "OPTIONS")


def policy(hosts: Sequence[str], port: int, url: str = "") -> str:
    """The Content-Security-Policy: nothing but the dashboard itself."""
    names = [f"{kind}://{host}:{port}" for host in hosts for kind in ("ws", "wss")]
    sockets = " ".join([*names, *([url.replace("http", "ws", 1)] if url else [])])
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
    """Refuses what another page sends, and a WebSocket from whoever has not been given the token.

    It is this run's; of several processes that have a `secret` in common it is that of all of them.
    The token is a cookie that comes with every answer. Streamlit has its own for uploads (`_streamlit_xsrf`), but opens
    a WebSocket without any.
    """

    def __init__(
        self, app: ASGIApp, hosts: Sequence[str], url: str = "", secret: bytes = b""
    ) -> None:
        self.app = app
        self._hosts = hosts
        self._url = url
        self._shared = bool(secret)
        self._token = derived(secret, "guard") if secret else secrets.token_urlsafe(32)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = headers_of(scope)
        kind, _, host = self._url.partition("://")
        if kind == "https" and headers.get(b"host") == host.encode():
            # A proxy answers for us, with a certificate: cookies are for it alone.
            scope = {**scope, "scheme": "wss" if scope["type"] == "websocket" else "https"}
        # Cookies do not know ports: two of us that are strangers each have their own.
        name = "followup_run" if self._shared else f"followup_run_{port_of(scope)}"
        sent = values_of(scope, name)
        has_token = any(
            secrets.compare_digest(each.encode(), self._token.encode()) for each in sent
        )
        if scope["type"] == "websocket":
            known = self._is_known(headers) and not self._is_foreign(scope, headers)
            if not (known and has_token):
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
            (b"content-security-policy", policy(self._hosts, port_of(scope), self._url).encode()),
            (b"x-content-type-options", b"nosniff"),
            (b"referrer-policy", b"no-referrer"),
            (b"x-frame-options", b"DENY"),
            (b"cross-origin-opener-policy", b"same-origin"),
            (b"cross-origin-resource-policy", b"same-origin"),
        ]

    def _refusal(self, scope: Scope, headers: Mapping[bytes, bytes]) -> tuple[int, str] | None:
        """The status, and in words why it is refused and what to do."""
        here = self._url or f"http://{self._hosts[0]}:{port_of(scope)}"
        if not self._is_known(headers):
            return 400, f"Follow-up does not answer under this name. Open {here} instead."
        if scope["method"] not in _SAFE:
            site = headers.get(b"sec-fetch-site", b"same-origin")
            if self._is_foreign(scope, headers) or site not in (b"same-origin", b"none"):
                text = "Another page may not send anything here. If this page is Follow-up's own"
                return 403, f"{text}, reload it from {here}."
            if b"transfer-encoding" in headers:
                return 411, "The request has to say how long it is (Content-Length)."
        length = headers.get(b"content-length", b"0")
        if not length.isdigit() or len(length) > len(str(MOST_BYTES)) or int(length) > MOST_BYTES:
            return 413, f"At most {MOST_BYTES // 1024**2} MB can be sent. Send less at once."
        return None

    def _is_known(self, headers: Mapping[bytes, bytes]) -> bool:
        """Whether it is asked for under a name of ours: a foreign one may have been led here (DNS rebinding)."""
        return host_in(headers.get(b"host", b"")) in self._hosts

    def _is_foreign(self, scope: Scope, headers: Mapping[bytes, bytes]) -> bool:
        origin = headers.get(b"origin")
        if origin is None:
            return False
        kind = "https" if scope["scheme"] in ("https", "wss") else "http"
        own = [f"{kind}://{host}:{port_of(scope)}" for host in self._hosts]
        if self._url.startswith(f"{kind}://"):
            own.append(self._url)
        return origin.decode("latin-1") not in own
