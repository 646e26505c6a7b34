"""Bring into sight what has just appeared, where a click on a long page would leave it below the window's edge."""

import streamlit as st

_JS = """
export default function ({ parentElement }) {
  const root = parentElement.getRootNode();
  (root.host ?? parentElement).scrollIntoView({ block: 'center' });
}
"""
_SIGHT = st.components.v2.component("followup_sight", js=_JS)


def bring_into_sight(name: str, times: int) -> None:
    """Scroll here, once for each number of `times`."""
    if times:
        _SIGHT(key=f"sight_{name}_{times}", height=1)
