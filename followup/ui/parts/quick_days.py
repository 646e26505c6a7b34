"""A day to be chosen by one click: the days that one says most (“In a week”), below the field for any other."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import streamlit as st

from followup.forms.checking import quick_days
from followup.forms.likely import dated
from followup.prose.text import full_date
from followup.ui.base import session
from followup.ui.parts.day_fields import day_field


def quick_day_field(
    label: str,
    key: str,
    *,
    since: date | None = None,
    days: Mapping[str, date] | None = None,
    promised: str | None = None,
    **more: Any,
) -> None:
    """A day, or none; the field under this key holds it, whichever way it was chosen.

    The days to click are those after `since` (else after today) that one says most, or `days`, by what one calls them.
    Of a promise of mine each working day is near, and one that stands in its text (`promised`) is shown.
    """
    today = session.clock().today
    near = quick_days(since or today, today, each=promised is not None)
    offered = near if days is None else days
    with st.container(gap="xsmall"):
        day_field(label, key, width=190, **more)
        _, named = dated(promised or "", None, since or today)
        if named and st.session_state.get(key) is None:
            words = f"By {full_date(named, today)}, from what you typed"
            st.markdown(f":small[:material/event_available: {words}]")
        with st.container(horizontal=True, gap="xxsmall"):
            for words, day in offered.items():
                shown = ", ".join(dict.fromkeys((words, full_date(day, today))))
                st.button(shown, key=f"quick:{key}|{words}", on_click=_take, args=(key, day))


def _take(key: str, day: date) -> None:
    st.session_state[key] = day
