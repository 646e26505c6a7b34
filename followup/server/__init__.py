"""The dashboard's server: Streamlit behind a guard that lets in nobody but this computer's own browser.

`server.allowedHosts` of Streamlit guards the WebSocket alone, so a page under a foreign name could read everything
else, and a page on another local port could open our WebSocket. Hence `guard`: Host on every route, the exact Origin,
a token of this run on the WebSocket, limits. On the loopback the starting user's token lets in (`access`), beyond it a
passphrase (`signin`).
"""

import contextlib
import logging
import os
import sys
from collections.abc import AsyncIterator, Callable
from typing import Final

import streamlit as st
from starlette.middleware import Middleware
from starlette.responses import RedirectResponse
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from followup.exchange.error_report import report
from followup.home import HOME, auth_path, database_url
from followup.model.errors import FollowupError
from followup.server import feed, home_screen, logs, reminding
from followup.server.access import Access, own_token
from followup.server.guard import Guard
from followup.server.hosts import LOOPBACK, URL, hosts_of, is_loopback, proxies, public_url
from followup.server.shared import derived, shared_secret
from followup.server.signin import SHORTEST, SignIn
from followup.server.whole_clicks import keep_clicks_whole

_SCRIPT = HOME / "app.py"
_LONGEST_LINE: Final = 64 * 1024
PASSPHRASE: Final = "FOLLOWUP_PASSPHRASE"  # noqa: S105 - the name of the variable


_FAILED = (
    "Your data is safe: what was saved is in your file. "
    "Look whether what you did last is there; what you typed is kept."
)


def _on_script_error(error: Exception) -> bool:
    """For what failed outside of a page: a button's work, the frame itself."""
    logging.getLogger("followup").error("A page failed", exc_info=error)
    st.error(_FAILED, title="Something went wrong", icon=":material/sentiment_dissatisfied:")
    st.button("Go on", key="server_go_on", icon=":material/refresh:")
    with st.expander("Details for a report", icon=":material/bug_report:"):
        st.code(report(error), language=None, wrap_lines=True)
    return True


def passphrase_for(address: str) -> str:
    """The passphrase for a server at this address, "" where none is asked for; raises FollowupError."""
    passphrase = os.environ.get(PASSPHRASE, "")
    if auth_path():
        if not database_url():
            text = "FOLLOWUP_AUTH lets many sign in, and one file would be everybody's"
            raise FollowupError(f"{text}: set FOLLOWUP_DATABASE, too (docs/hosting.md).")
        return ""  # each signs in by name
    if not passphrase and public_url():
        raise FollowupError(
            f"Others can reach {public_url()}: set {PASSPHRASE} to a passphrase of at least {SHORTEST} characters "
            f"first, or leave {URL} away."
        )
    if not passphrase and not is_loopback(address):
        raise FollowupError(
            f"Others could reach {address}: set {PASSPHRASE} to a passphrase of at least {SHORTEST} characters first, "
            "or leave --address away."
        )
    if passphrase and len(passphrase) < SHORTEST:
        raise FollowupError(f"{PASSPHRASE} is too short; at least {SHORTEST} characters.")
    return passphrase


def run(port: int, address: str = LOOPBACK, ready: Callable[[int], None] = lambda _: None) -> None:
    """Serve the dashboard until the program is stopped; raises FollowupError for an address without a passphrase.

    `ready` gets the port (of 0 the one that was chosen) when it is bound and nobody else can have it.
    """
    passphrase = passphrase_for(address)
    hosts = hosts_of(address)
    logs.begin()
    # Other programs' cookies come along: of a longer line `websockets` makes a refusal without a word.
    os.environ.setdefault("WEBSOCKETS_MAX_LINE_LENGTH", str(_LONGEST_LINE))
    # Streamlit looks for .streamlit/config.toml beside the script that was started, wherever one calls it from.
    sys.argv = [str(_SCRIPT)]
    # The folder pages/ makes Streamlit look for its old kind of pages until the first script has run: whoever came in
    # by the address of a page was told “Page not found”, over the right page.
    PagesManager.uses_pages_directory = False
    keep_clicks_whole()
    # Whom a request comes from is what the connection says, and what a proxy says that was named.
    os.environ["FORWARDED_ALLOW_IPS"] = proxies()
    secret, auth = shared_secret(), auth_path()
    if secret:
        os.environ["STREAMLIT_SERVER_COOKIE_SECRET"] = derived(secret, "cookies")
    middleware = [Middleware(Guard, hosts=hosts, url=public_url(), secret=secret)]
    if passphrase:
        middleware.append(Middleware(SignIn, passphrase=passphrase, secret=secret))
    elif not auth:  # else the pages ask who one is
        middleware.append(Middleware(Access, token=own_token()))
    middleware.append(Middleware(home_screen.HomeScreen))

    @contextlib.asynccontextmanager
    async def lifespan(_: st.App) -> AsyncIterator[None]:
        ready(int(st.get_option("server.port")))
        yield

    app = st.App(
        _SCRIPT,
        lifespan=lifespan,
        middleware=middleware,
        # The page that comes first has no name of its own in Streamlit; whoever types or keeps this one means it.
        routes=[
            Route("/today", lambda _: RedirectResponse("/")),
            reminding.route(),
            feed.route(),
            *home_screen.routes(),
        ],
        on_script_error=_on_script_error,
    )
    app.run(
        config={
            "server.port": port,
            "server.address": address,
            "server.allowedHosts": list(hosts),
            "server.headless": True,
            "logger.hideWelcomeMessage": True,  # the command line has said where it is
            **({"secrets.files": [str(auth)]} if auth else {}),
        }
    )
