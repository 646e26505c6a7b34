"""Boxes to tick for several of a few: the form's field holds the list of what is ticked."""

from collections.abc import Mapping

import streamlit as st

from followup.ui.base import session
from followup.ui.base.looks import in_label
from followup.ui.parts.kept_form import KeptForm


def ticks(form: KeptForm, field: str, label: str, names: Mapping[str, str]) -> None:
    """A box for each, under a key of its own: a picker over all of them is another one with each new name."""
    chosen: list[str] = form.get(field) or []
    st.markdown(f":small[{label}]")
    with st.container(horizontal=True, gap="medium"):
        for each, name in names.items():
            key = form.button(f"{field}_{each}")
            session.show(key, each in chosen)
            st.checkbox(
                in_label(name, 80),
                key=key,
                on_change=_ticked,
                args=(form, field, each, key),
                persist_state="page",
            )


def _ticked(form: KeptForm, field: str, each: str, key: str) -> None:
    others = [one for one in form.get(field) or [] if one != each]
    form.put({field: [*others, each] if st.session_state[key] else others})
