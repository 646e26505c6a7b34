"""What was pressed in the calendar, in a dialog: an action with its buttons, an interview, a promise, or a day."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from followup.playbook.case import company_name
from followup.prose.text import long_date
from followup.ui.application.dialog import application_of, dialog_body
from followup.ui.base import session
from followup.ui.base.looks import entry_look, entry_word, md1
from followup.ui.calendar.cells import COMPONENT, LATE, still_to_do
from followup.views.calendar.entry import CalendarEntry

_OPEN = "calendar_open"  # pressed in this run: opens the dialog once
_DAY = "calendar_day"
_INSIDE = "calendar_inside"  # which entry of a list the dialog shows
_MOST = 40


def pressed_entry() -> None:
    """The component's callback: an entry was pressed."""
    st.session_state[_OPEN] = str(st.session_state[COMPONENT].open or "")


def pressed_day() -> None:
    """The component's callback: a day's “+3 more” was pressed."""
    st.session_state[_DAY] = str(st.session_state[COMPONENT].day or "")


def dialog_if_pressed(by_day: Mapping[date, Sequence[CalendarEntry]], today: date) -> None:
    """The dialog of what was pressed just now. Any later run of the whole page closes it."""
    identity: str = st.session_state.pop(_OPEN, "")
    name: str = st.session_state.pop(_DAY, "")
    version = session.snapshot().version
    day = next((found for found in by_day if found.isoformat() == name), None)
    if name:
        st.session_state.pop(_INSIDE, None)
    if name == LATE:
        _dialog("Still to do from before", _list, still_to_do(by_day, today), version)
    elif day:
        _dialog(long_date(day), _list, by_day[day], version)
    elif identity and (application := application_of(identity)):
        _dialog(md1(company_name(application), 80), _one, identity, version)


def _dialog(title: str, body: Callable[[Any, str], None], shown: object, version: str) -> None:
    st.dialog(title, width="medium")(body)(shown, version)


def _list(entries: Sequence[CalendarEntry], version: str) -> None:
    inside = st.session_state.get(_INSIDE)
    if inside:
        st.button(
            "Back to the list",
            key="calendar_back",
            icon=":material/arrow_back:",
            on_click=_enter,
            args=(None,),
        )
        _one(inside, version)
        return
    with st.container(gap="xxsmall"):
        for number, entry in enumerate(entries[:_MOST]):
            time = f"{entry.time} " if entry.time else ""
            st.button(
                f"**{time}{entry_word(entry)}** · {md1(entry.company)}: {md1(entry.title)}",
                key=f"calendar_list_{number}_{entry.id}",
                icon=f":material/{entry_look(entry)[0]}:",
                type="tertiary",
                on_click=_enter,
                args=(entry.id,),
            )
    if entries[_MOST:]:
        st.markdown(
            f"… and {len(entries) - _MOST} more. The Timeline shows them application by application."
        )


def _enter(identity: str | None) -> None:
    st.session_state[_INSIDE] = identity


def _one(identity: str, version: str) -> None:
    dialog_body(identity, version, "calendar")
