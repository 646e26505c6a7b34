"""A day to be chosen by one click: the days that one says most (“In a week”), below the field for any other."""

from datetime import date
from typing import Any

import streamlit as st

from followup.forms.checking import far_days, quick_days
from followup.prose.text import full_date
from followup.ui.base import session
from followup.ui.parts.day_fields import day_field


def quick_day_field(label: str, key: str, *, far: bool = False, **more: Any) -> None:
    """A day ahead, or none; the field under this key holds it, whichever way it was chosen.

    `far`: months ahead are as likely as weeks.
    """
    today = session.clock().today
    days = quick_days(today) | (far_days(today) if far else {})
    with st.container(gap="xsmall"):
        day_field(label, key, width=190, **more)
        with st.container(horizontal=True, gap="xxsmall"):
            for words, day in days.items():
                shown = ", ".join(dict.fromkeys((words, full_date(day, today))))
                st.button(shown, key=f"quick:{key}|{words}", on_click=_take, args=(key, day))


def _take(key: str, day: date) -> None:
    st.session_state[key] = day
