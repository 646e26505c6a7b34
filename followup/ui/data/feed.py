"""The calendar feed: switched on, given another address, switched off."""

import secrets
from typing import Final
from urllib.parse import urlsplit

import streamlit as st

from followup.model.errors import FollowupError
from followup.ui.base import feedback, session

_NEAR: Final = ("127.0.0.1", "localhost", "::1")


def feed() -> None:
    """What it is and who can reach it, and its address while it is on."""
    store = session.file()
    if store is None:
        st.markdown(
            "There is no calendar here that follows by itself, since each person has their own data: "
            "download the calendar file instead."
        )
        return
    secret = store.unsent.load().feed
    with st.expander(
        "A calendar that follows by itself", icon=":material/rss_feed:", expanded=bool(secret)
    ):
        st.markdown(
            "A calendar program (Thunderbird, Apple Calendar, …) can subscribe to your interviews and to what there is "
            "to do: it asks here from time to time, while Follow-up runs, and shows what the plan shows then."
        )
        if not secret:
            st.button("Switch it on", key="data_feed_on", on_click=_keep, args=("on",))
            return
        place = urlsplit(st.context.url or "")
        st.code(f"{place.scheme or 'http'}://{place.netloc}/calendar/{secret}.ics", language=None)
        st.markdown(
            "Whoever has this address, and can reach this server, sees the same without signing in. "
            + _reach(place.hostname)
        )
        with st.container(horizontal=True, gap="small"):
            st.button("Another address", key="data_feed_renew", on_click=_keep, args=("renewed",))
            st.button("Switch it off", key="data_feed_off", on_click=_keep, args=("off",))


def _reach(host: str | None) -> str:
    if host is None or host in _NEAR:
        return (
            "**Google Calendar, Outlook on the web and a phone cannot reach it**: this server answers to this computer "
            "alone. For them download the calendar file."
        )
    return (
        "Google Calendar reads such an address once in 8 to 24 hours: for what is due tomorrow, download the "
        "calendar file."
    )


def _keep(how: str) -> None:
    said = {
        "on": "The feed is on.",
        "renewed": "The feed has another address; the old one shows nothing any more.",
        "off": "The feed is off; its address shows nothing any more.",
    }
    secret = "" if how == "off" else secrets.token_urlsafe(24)
    try:
        session.store().unsent.keep_feed(secret, now=session.now())
    except FollowupError as error:
        feedback.refuse(*str(error).splitlines())
    else:
        feedback.tell(said[how])
