"""On this computer alone: who started the dashboard may open it, and no other account.

The address that is printed carries a token, which only the starting user has. It is exchanged for a cookie, which
outlives restarts, so that a bookmark works afterwards.
"""

import contextlib
import hashlib
import hmac
import html
import os
import secrets
import stat
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, urlencode

from starlette.types import ASGIApp, Receive, Scope, Send

from followup.home import own_folder
from followup.model.errors import FollowupError
from followup.server.cookies import cookie_line, values_of
from followup.server.guard import headers_of, refuse
from followup.server.pages import answer, go_on, is_open, own_place

TOKEN: Final = "FOLLOWUP_TOKEN"  # noqa: S105 - the name of the variable
_SHORTEST: Final = 16
_YEAR: Final = 365 * 86_400
_NO_ENTRY: Final = """<h1>Follow-up</h1>
<p>This address alone opens nothing: another account of this computer could type it, too.</p>
<p>Open the whole address that was printed where Follow-up was started (it ends with <code>?token=…</code>). This
browser is then known, and a bookmark of this page works. If it asks again, let this site keep cookies.</p>"""


def own_token() -> str:
    """The token of the user who starts this: FOLLOWUP_TOKEN, else made once and kept for them alone.

    Raises FollowupError for one that could be guessed. Where nothing can be kept it is new in each run.
    """
    if chosen := os.environ.get(TOKEN, ""):
        if len(chosen) < _SHORTEST:
            raise FollowupError(f"{TOKEN} is too short; at least {_SHORTEST} characters.")
        return chosen
    path = own_folder() / "access"
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        for _ in range(2):
            if known := _kept(path):
                return known
            made = path.with_name(f"access.{secrets.token_hex(4)}.tmp")
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
            with os.fdopen(os.open(made, flags, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(32))
            made.replace(path)
    return secrets.token_urlsafe(32)


def _kept(path: Path) -> str:
    """The token in this file, "" where others could have read or written it."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        with os.fdopen(os.open(path, flags), encoding="ascii") as file:
            status = os.fstat(file.fileno())
            alone = os.name == "nt" or (
                status.st_uid == os.geteuid() and not stat.S_IMODE(status.st_mode) & 0o077
            )
            words = file.read(200) if stat.S_ISREG(status.st_mode) and alone else ""
    except (OSError, UnicodeDecodeError):
        return ""
    return words if len(words) >= _SHORTEST else ""


def cookie_of(token: str) -> tuple[str, str]:
    """The cookie's name and value for this token; two dashboards of different users have different names."""
    name = hashlib.sha256(token.encode()).hexdigest()[:8]
    return f"followup_access_{name}", hmac.new(token.encode(), b"cookie", "sha256").hexdigest()


class Access:
    """Nothing of the app for whoever does not have the token, or the cookie that it is exchanged for."""

    def __init__(self, app: ASGIApp, token: str) -> None:
        self.app = app
        self._token = token
        self._name, self._value = cookie_of(token)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket") or is_open(scope):
            await self.app(scope, receive, send)
            return
        known = any(_same(each, self._value) for each in values_of(scope, self._name))
        if scope["type"] == "websocket":
            if known:
                await self.app(scope, receive, send)
            else:
                await refuse(scope, receive, send, 403, "")
            return
        query = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        given = [value for name, value in query if name == "token"]
        rest = urlencode([(name, value) for name, value in query if name != "token"])
        place = own_place(scope["path"] + (f"?{rest}" if rest else ""))
        if scope["method"] == "GET" and any(_same(each, self._token) for each in given):
            line = cookie_line(scope, self._name, self._value, _YEAR)
            await go_on(send, place, line)
        elif known:
            await self.app(scope, receive, send)
        elif headers_of(scope).get(b"sec-fetch-site") == b"cross-site":
            await go_on(
                send, place
            )  # from a link on another site the browser sends our cookie only then
        else:
            await answer(send, 401, _NO_ENTRY)


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode(), wanted.encode())


def opening_page(address: str) -> Path:
    """A page for this user alone that leads to the address: a command line, which a browser keeps, all may read."""
    path = own_folder() / "open.html"
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    with os.fdopen(os.open(path, flags, 0o600), "w") as file:
        file.write(f'<meta http-equiv="refresh" content="0;url={html.escape(address)}">')
    return path
