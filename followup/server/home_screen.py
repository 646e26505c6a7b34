"""On a phone's home screen: the manifest, the icons, and the lines in every page's head that name them."""

from pathlib import Path
from typing import Final

from starlette.responses import FileResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from followup.home import HOME
from followup.server.guard import headers_of

_HERE = Path(__file__).parent
_HEAD: Final = (_HERE / "home_screen.html").read_bytes()
_END: Final = b"</head>"
# A page that the browser has kept, or that comes packed, is one into which nothing can be put.
_NOT_ASKED: Final = (b"accept-encoding", b"if-none-match", b"if-modified-since")
_NOT_SAID: Final = (b"content-length", b"etag", b"last-modified")


def routes() -> list[Route]:
    """What a home screen asks for, without any cookie (`pages.is_open`)."""
    files = {
        "/manifest.webmanifest": (_HERE / "manifest.webmanifest", "application/manifest+json"),
        **{
            f"/{name}.png": (HOME / "assets" / f"{name}.png", "image/png")
            for name in ("apple-touch-icon", "home-192", "home-512")
        },
    }
    return [
        Route(path, lambda _, file=file, kind=kind: FileResponse(file, media_type=kind))
        for path, (file, kind) in files.items()
    ]


class HomeScreen:
    """Puts our lines into the head of each page that Streamlit sends."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if (
            scope["type"] != "http"
            or scope["method"] != "GET"
            or b"text/html" not in headers_of(scope).get(b"accept", b"")
        ):
            await self.app(scope, receive, send)
            return
        asked = [(name, value) for name, value in scope["headers"] if name not in _NOT_ASKED]
        start: Message | None = None
        body = b""

        async def send_with_head(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                kind = dict(message.get("headers", [])).get(b"content-type", b"")
                if kind.startswith(b"text/html"):
                    start = message
                    return
            if start is None:
                await send(message)
                return
            body += message.get("body", b"")
            if message.get("more_body", False):
                return
            page = body.replace(_END, _HEAD + _END, 1)
            kept = [(name, value) for name, value in start["headers"] if name not in _NOT_SAID]
            length = (b"content-length", str(len(page)).encode())
            await send({**start, "headers": [*kept, length]})
            await send({**message, "body": page})

        await self.app({**scope, "headers": asked}, receive, send_with_head)
