"""Data in a database: its user moves it in from a data file, out to one, and deletes it whole."""

from typing import TYPE_CHECKING

import streamlit as st

from followup.model.errors import FollowupError
from followup.ui.base import feedback, session

if TYPE_CHECKING:
    from followup.store.database.database_store import DatabaseStore

_FILE, _SURE = "data_move_in_file", "data_delete_sure"
_WORD = "delete"


def account(store: "DatabaseStore") -> None:
    """Take it along, bring it here, or leave nothing of it."""
    st.header("Your data here", anchor=False)
    _out(store)
    with st.expander("Bring a whole data file here", icon=":material/move_to_inbox:"):
        st.markdown(
            "It takes the place of all that you have here, of which a backup is made first; Undo brings it back. "
            "To add to what is here, import an export instead."
        )
        given = st.file_uploader("Your data file", type="json", key=_FILE)
        st.button(
            "Put it in the place of mine",
            key="data_move_in",
            disabled=given is None,
            on_click=_in,
            args=(store,),
        )
    with st.expander("Delete everything", icon=":material/delete_forever:"):
        st.markdown(
            "All that you entered, every backup and what is unsent. Nothing brings it back."
        )
        st.text_input(f"Type “{_WORD}” if you are sure", key=_SURE)
        st.button("Delete everything", key="data_delete_all", on_click=_delete, args=(store,))


def _out(store: "DatabaseStore") -> None:
    try:
        data = store.move_out()
    except FollowupError:  # there is nothing yet
        return
    st.download_button(
        "Take everything along",
        data=data,
        file_name="followup.json",
        mime="application/json",
        key="data_move_out",
        icon=":material/output:",
        on_click="ignore",
        help="Your data file, as Follow-up on a computer of yours uses it.",
    )


def _in(store: "DatabaseStore") -> None:
    given = st.session_state[_FILE]
    feedback.change(lambda: store.move_in(given.getvalue(), now=session.now()))


def _delete(store: "DatabaseStore") -> None:
    if st.session_state.get(_SURE, "").strip().lower() != _WORD:
        feedback.refuse(f"Type “{_WORD}” first. Nothing was deleted.")
        return
    try:
        store.delete_all()
    except FollowupError as error:
        feedback.refuse(*str(error).splitlines())
        return
    for key in list(st.session_state):  # nor what this tab remembers of it
        del st.session_state[key]
    feedback.tell("Everything was deleted.")
