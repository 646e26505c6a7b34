"""The few pages of the server's own: who is asked to sign in, or refused, or led on."""

import html
import re
from pathlib import Path
from string import Template
from typing import Final
from urllib.parse import quote

from starlette.types import Scope, Send

# That we run, and how a home screen shows us: it asks without any cookie.
_OPEN: Final = (
    "/_stcore/health",
    "/_stcore/script-health-check",
    "/manifest.webmanifest",
    "/favicon.png",
    "/favicon.ico",
    "/apple-touch-icon.png",
    "/home-192.png",
    "/home-512.png",
)
# Its secret is looked at where it is answered (`feed.py`).
FEED: Final = re.compile(r"/calendar/[\w-]{1,100}\.ics", re.ASCII)
_PAGE = Template(Path(__file__).with_name("page.html").read_text("utf-8"))
Header = tuple[bytes, bytes]


def is_open(scope: Scope) -> bool:
    """Whether anybody may have it, or ask for it by a secret of its own."""
    asks = scope["type"] == "http" and scope["method"] in ("GET", "HEAD")
    return asks and (scope["path"] in _OPEN or FEED.fullmatch(scope["path"]) is not None)


def own_place(asked: str) -> str:
    """Where to go on: a page of ours, percent-encoded as it is sent, never another place; "/" for what is none."""
    place = quote(asked, safe="/?:@!$&'()*+,;=-._~%")
    leaves = not place.startswith("/") or place.startswith("//") or "\\" in asked
    ours = place.startswith(("/_signin", "/_signout"))
    return "/" if leaves or ours or not asked.isprintable() else place


async def answer(send: Send, status: int, main: str, *headers: Header, head: str = "") -> None:
    """A page of ours with this HTML."""
    body = _PAGE.substitute(main=main, head=head).encode()
    all_headers = [
        (b"content-type", b"text/html; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"cache-control", b"no-store"),
        *headers,
    ]
    await send({"type": "http.response.start", "status": status, "headers": all_headers})
    await send({"type": "http.response.body", "body": body})


async def go_on(send: Send, place: str, *headers: Header) -> None:
    """To a page of ours, by a page of ours: the browser then sends the cookies that it keeps from other sites."""
    to = html.escape(place)
    head = f'<meta http-equiv="refresh" content="0;url={to}">'
    await answer(send, 200, f'<p><a href="{to}">Go on</a></p>', *headers, head=head)
