"""Deleting an application: asked once more in place, and undoable after."""

import streamlit as st

from followup.model.facts import Application
from followup.ui import clock, session
from followup.ui.feedback import change
from followup.ui.text import counted, md1


def delete_button(application: Application) -> None:
    """Asked once more in place, and undoable after."""
    asked = f"delete_asked_{application.id}"
    if not st.session_state.get(asked):
        st.button(
            "Delete",
            key=f"delete_{application.id}",
            icon=":material/delete:",
            on_click=_set,
            args=(asked, True),
        )
        return
    with st.container(border=True, gap="small", key=f"delete_box_{application.id}"):
        messages = counted(len(application.touchpoints), "logged message")
        rounds = counted(len(application.interviews), "interview")
        st.markdown(
            f"Delete {md1(application.company)} with {rounds} and {messages}? You can undo it right after."
        )
        with st.container(horizontal=True):
            st.button(
                "Delete it",
                key=f"delete_sure_{application.id}",
                type="primary",
                icon=":material/delete:",
                on_click=_deleted,
                args=(application,),
            )
            st.button(
                "Keep it", key=f"delete_not_{application.id}", on_click=_set, args=(asked, False)
            )


def _set(key: str, value: bool) -> None:
    st.session_state[key] = value


def _deleted(application: Application) -> None:
    rev = session.snapshot().revs.get(application.id, 0)
    words = f"Deleted {application.company}, {application.role}."
    now = clock.now()
    if change(lambda: session.store().delete(application.id, rev, now=now, what=words), words):
        st.session_state.pop(f"delete_asked_{application.id}", None)
        st.query_params.clear()
