"""The dashboard's server: Streamlit behind a guard that lets in nobody but this computer's own browser.

`server.allowedHosts` of Streamlit guards the WebSocket alone, so a page under a foreign name could read everything
else, and a page on another local port could open our WebSocket. Hence the check of Host on every route and of the
exact Origin.
"""

import logging
import sys
from pathlib import Path
from typing import Final

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import RedirectResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime.pages_manager import PagesManager

HOSTS: Final = ("127.0.0.1", "localhost")
_SCRIPT = Path(__file__).resolve().parents[1] / "app.py"
_REFUSED: Final = 1008  # the WebSocket's code for “against the policy”


def _policy(port: int) -> str:
    sockets = " ".join(f"ws://{host}:{port}" for host in HOSTS)
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


class Guard:
    """Refuses a WebSocket from any other page than our own, and sends the headers that keep a page to itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        port = (scope.get("server") or (None, 0))[1]
        if scope["type"] == "websocket":
            origin = dict(scope["headers"]).get(b"origin")
            if origin is not None and origin.decode("latin-1") not in _origins(port):
                await receive()
                await send({"type": "websocket.close", "code": _REFUSED})
                return
            await self.app(scope, receive, send)
            return
        added = [
            (b"content-security-policy", _policy(port).encode()),
            (b"x-content-type-options", b"nosniff"),
            (b"referrer-policy", b"no-referrer"),
            (b"x-frame-options", b"DENY"),
            (b"cross-origin-opener-policy", b"same-origin"),
            (b"cross-origin-resource-policy", b"same-origin"),
        ]
        ours = {name for name, _ in added}

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = [(k, v) for k, v in message.get("headers", []) if k.lower() not in ours]
                message = {**message, "headers": [*kept, *added]}
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _origins(port: int) -> tuple[str, ...]:
    return tuple(f"http://{host}:{port}" for host in HOSTS)


def _on_script_error(error: Exception) -> bool:
    logging.getLogger("followup").error("A page failed", exc_info=error)
    st.error(
        "Something went wrong. Your data is safe; the terminal says more. Reload the page to go on."
    )
    return True


def run(port: int) -> None:
    """Serve the dashboard on 127.0.0.1 until the program is stopped."""
    # Streamlit looks for .streamlit/config.toml beside the script that was started, wherever one calls it from.
    sys.argv = [str(_SCRIPT)]
    # The folder pages/ makes Streamlit look for its old kind of pages until the first script has run: whoever came in
    # by the address of a page was told “Page not found”, over the right page.
    PagesManager.uses_pages_directory = False
    app = st.App(
        _SCRIPT,
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=list(HOSTS), www_redirect=False),
            Middleware(Guard),
        ],
        # The page that comes first has no name of its own in Streamlit; whoever types or keeps this one means it.
        routes=[Route("/today", lambda _: RedirectResponse("/"))],
        on_script_error=_on_script_error,
    )
    app.run(
        config={
            "server.port": port,
            "server.address": "127.0.0.1",
            "server.headless": True,
            "logger.hideWelcomeMessage": True,  # the command line has said where it is
        }
    )
