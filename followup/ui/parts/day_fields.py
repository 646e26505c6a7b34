"""Fields for a day and for a moment that drop nothing of what was typed or pasted.

Streamlit's own, left alone, put the old day back where the year was typed as “26”, where the day lies outside the
calendar's limits, or where it was pasted as 2026-03-06: the server never hears of it, and the old day would be saved.
So every day reaches us, and the check beside the field decides; what the browser would drop, `watched` completes
by Streamlit's own way, a paste of the whole day in the field's format.
"""

from datetime import date
from pathlib import Path
from typing import Any

import streamlit as st

from followup.forms.checking import meant, odd_year
from followup.model.fact import shown
from followup.ui.base import session
from followup.ui.base.feedback import refuse

_FORMAT = "DD/MM/YYYY"
_ANY: dict[str, Any] = {"min_value": date.min, "max_value": date.max, "persist_state": "page"}
_JS = Path(__file__).with_suffix(".js").read_text("utf-8")
_WATCHED = "days_watched"
_WATCH = st.components.v2.component("followup_days", js=_JS)


def watched() -> None:
    """For the frame, once a run: what is typed into the fields of days reaches the server."""
    with st.sidebar:
        _WATCH(key=_WATCHED, height=1, on_odd_change=_is_no_day)


def _is_no_day() -> None:
    """In a callback: what was pasted is no day, which Streamlit would turn into the nearest one in silence."""
    pasted = st.session_state[_WATCHED].get("odd") or ""
    refuse(
        f"“{shown(pasted, 40)}” was pasted, and there is no such day or time: the field stays as it was."
    )


def typed(key: str) -> Any:
    """The day or moment in the field under this key, as it was meant, or None; for callbacks."""
    found: date | None = st.session_state.get(key)
    return None if found is None else meant(found)


def usable(key: str, missing: str) -> Any:
    """As `typed`, for callbacks that cannot go on without it: None after saying why (`missing` where there is none)."""
    found = typed(key)
    sentence = odd_year(found) if found else missing
    if sentence:
        refuse(sentence)
        return None
    return found


def _as_meant(key: str) -> None:
    if key in st.session_state:
        session.show(key, typed(key))


def day_field(label: str, key: str, **more: Any) -> None:
    """A day, or none. It may be any: whoever reads it checks it."""
    _as_meant(key)
    st.date_input(label, value=None, key=key, format=_FORMAT, **{**_ANY, **more})


def moment_field(label: str, key: str, **more: Any) -> None:
    """A day with its time on the user's wall clock. It may be any: whoever reads it checks it."""
    _as_meant(key)
    st.datetime_input(label, key=key, format=_FORMAT, step=300, **{**_ANY, **more})
