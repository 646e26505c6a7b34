"""The switch between one note and the whole round, and who of the round comes next."""

import streamlit as st

from followup.messages.panel import panel_of
from followup.model.action import Action
from followup.ui import session


def _state(action: Action) -> str:
    return f"compose_panel_{action.application}_{action.interview}"


def switch(action: Action) -> tuple[Action, ...]:
    """The switch, where there are several interviewers; the thank-yous of the round when it is on."""
    everyone = panel_of(action, session.actions())
    if not everyone:
        return ()
    st.toggle(
        f"All {len(everyone)} interviewers of this round side by side",
        key=_state(action),
        persist_state="session",
    )
    return everyone if st.session_state.get(_state(action)) else ()


def next_beside(key: str) -> str | None:
    """The next to be written of a round that is shown side by side; None where there is none."""
    action = session.action(key)
    if action is None or not st.session_state.get(_state(action)):
        return None
    others = panel_of(action, session.actions())
    return next((o.key for o in others if o.key != key and o.status != "done"), None)
