"""One line on Today and Interviews: drop a mail, an invitation or a table on it, or paste a mail into it."""

import logging
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import streamlit as st

from followup.model.errors import FollowupError
from followup.model.facts import Application, new_id
from followup.ui.base import session
from followup.ui.base.looks import md1
from followup.ui.base.pages import DROPPED
from followup.ui.parts.kept_form import forget_forms

log = logging.getLogger(__name__)

_HALF_TYPED = st.components.v2.component(
    "followup_half_typed", js=Path(__file__).with_name("half_typed.js").read_text("utf-8")
)
_READ = "received_read"
_REFUSED = "received_refused"
_ASIDE = "received_put_aside"
_LARGEST = 25  # MB: a mail may carry its attachments


@dataclass(slots=True)
class Received:
    """What was dropped or pasted: its name ("" of a pasted text), and what it holds. A table is read in the dialog.

    `other` is the id of a second application that it tells of, once what it says of the first one is logged.
    """

    name: str
    data: bytes
    found: object = None
    chosen: dict[str, Any] = field(default_factory=dict)
    other: str = ""
    new: Application = field(default_factory=lambda: Application(id=new_id(), company="", role=""))


def drop_zone() -> None:
    """The line itself, and why the last thing was refused."""
    with st.container(key="drop_zone"):
        st.chat_input(
            "Drop a mail, an invitation or a table here, or paste a mail",
            key="received",
            accept_file=True,
            file_type=list(DROPPED),
            max_upload_size=_LARGEST,
            on_submit=_submitted,
        )
        if sentence := st.session_state.pop(_REFUSED, None):
            st.error(md1(sentence), title="Not read", icon=":material/block:")
        _aside()
    with st.sidebar:
        _HALF_TYPED(key="half_typed", height=1, data={"owner": session.owner_mark()})


def _aside() -> None:
    """What was closed without being logged, to go on with."""
    waiting: Received | None = st.session_state.get(_ASIDE)
    if waiting is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        what = f"“{waiting.name}”" if waiting.name else "What you pasted"
        st.markdown(f":material/history: {md1(what, 80)} is not entered yet.", width="content")
        st.button("Go on with it", key="received_aside", on_click=_go_on)
        st.button("Leave it", key="received_leave", type="tertiary", on_click=forget)


def put_aside() -> None:
    """In a callback: the dialog was closed. What cannot be had again by dropping the file once more stays here."""
    waiting: Received | None = st.session_state.pop(_READ, None)
    if waiting and (waiting.found is None or not waiting.name):
        st.session_state[_ASIDE] = waiting
    else:
        forget()


def _go_on() -> None:
    st.session_state[_READ] = st.session_state.pop(_ASIDE, None)


def received() -> Received | None:
    """What waits to be confirmed."""
    found: Received | None = st.session_state.get(_READ)
    return found


def confirm() -> None:
    """For the frame, once a run: the dialog."""
    from followup.ui.received.dialog import dialog  # as below: only once it is needed

    dialog()


def forget() -> None:
    """It is logged, or the user does not want it: it goes, with what was chosen for it."""
    st.session_state.pop(_READ, None)
    st.session_state.pop(_ASIDE, None)
    forget_forms("received")


def say_more(waiting: Received, other: str) -> None:
    """In a callback: what it says of one application is logged; the dialog goes on with the `other`, by its id."""
    st.session_state[_READ] = replace(waiting, other=other, chosen={})


def _submitted() -> None:
    value = st.session_state.get("received")
    if not value:
        return
    file = value.files[0] if value.files else None
    data = file.getvalue() if file else (value.text or "").encode()
    read(file.name if file else "", data)


def read(name: str, data: bytes) -> None:
    """In a callback: read it, for the dialog to show; why not is said below the line."""
    # Here, so that a page on which nothing is dropped does not load what reads mails and calendars.
    from followup.exchange.read import reads
    from followup.exchange.reader import Reader
    from followup.exchange.table import read_table

    forget()
    try:
        how = reads(data, name)
        found = None
        if how is not read_table:
            facts = session.facts()
            found = how(data, Reader.of(facts, session.now(), facts.me.zone.key))
        st.session_state[_READ] = Received(name, data, found)
    except FollowupError as error:
        st.session_state[_REFUSED] = str(error)
    except Exception:
        log.exception("A file could not be read")
        st.session_state[_REFUSED] = "Something went wrong: it cannot be read. Nothing was changed."
