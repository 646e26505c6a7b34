"""Bring into sight what has just appeared, where a click on a long page would leave it below the window's edge."""

from pathlib import Path

import streamlit as st

_JS = Path(__file__).with_suffix(".js").read_text("utf-8")
_ARRIVED = "sight_arrived"
_SIGHT = st.components.v2.component("followup_sight", js=_JS)


def scroll_here(name: str, times: int) -> None:
    """Scrolls to this place of the page when `times` has risen; 0 does nothing. `name` tells two places apart."""
    if times:
        _SIGHT(key=f"sight_{name}_{times}", height=1)


def type_here(name: str, times: int) -> None:
    """Brings the caret behind what stands in the container's text field when `times` has risen; 0 does nothing."""
    if times:
        _SIGHT(key=f"type_{name}_{times}", data={"types": True}, height=1)


def next_from_its_top() -> None:
    """In a callback that leads away from the end of a long page: the next page begins at its top."""
    st.session_state[_ARRIVED] = True


def from_the_top() -> None:
    """The top of a page that `next_from_its_top` may have led to."""
    with st.container():  # its own place: nothing below it moves when it goes
        scroll_here("arrival", int(st.session_state.pop(_ARRIVED, False)))
