"""Bring into sight what has just appeared, where a click on a long page would leave it below the window's edge."""

import streamlit as st

_JS = """
export default function ({ parentElement }) {
  const root = parentElement.getRootNode();
  (root.host ?? parentElement).scrollIntoView({ block: 'center' });
}
"""
_ARRIVED = "sight_arrived"
_SIGHT = st.components.v2.component("followup_sight", js=_JS)


def bring_into_sight(name: str, times: int) -> None:
    """Scroll here, once for each number of `times`."""
    if times:
        _SIGHT(key=f"sight_{name}_{times}", height=1)


def arrive() -> None:
    """In a callback that leads from the end of one long page to another: the other begins at its top."""
    st.session_state[_ARRIVED] = True


def arrival() -> None:
    """The top of a page that `arrive` may have led to."""
    with st.container():  # its own place: nothing below it moves when it goes
        bring_into_sight("arrival", int(st.session_state.pop(_ARRIVED, False)))
