"""Where several processes serve one database: an idle tab shows what was saved elsewhere without a click.

Streamlit 1.67 has no public way to run a page of another session, so its event loop is asked, on which all that a
browser says arrives, too: a click and this never pass each other. A tab that is at work is looked at once it rests.
"""

from collections.abc import Callable

import streamlit as st
from streamlit.runtime import get_instance
from streamlit.runtime.state import SessionState

_REST = 1.0  # seconds; by then whoever saved has shown it


@st.cache_resource(show_spinner=False)
def wake_idle_tabs(url: str, _shows_older: Callable[[SessionState, str, str], bool]) -> None:
    """From now on, of this database: run each tab that `_shows_older` than an owner's newest version, once it rests."""
    # Only here: it needs a package that a file does without.
    from followup.store.database.telling import listen

    runtime = get_instance()
    loop = runtime._get_async_objs().eventloop  # noqa: SLF001
    newest: dict[str, str] = {}

    def look(owner: str) -> None:
        busy = False
        for each in runtime._session_mgr.list_active_sessions():  # noqa: SLF001
            tab = each.session
            if not _shows_older(tab.session_state, owner, newest[owner]):
                continue
            if tab._scriptrunner is None:  # noqa: SLF001
                tab.request_rerun(tab._client_state)  # noqa: SLF001 - as where a source file changes
            else:
                busy = True
        if busy:
            loop.call_later(_REST, look, owner)

    def hear(owner: str, token: str) -> None:
        newest[owner] = token
        loop.call_soon_threadsafe(loop.call_later, _REST, look, owner)

    listen(url, hear)
