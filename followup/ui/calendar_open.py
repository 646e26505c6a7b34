"""What was pressed in the calendar, in a dialog: an action with its buttons, an interview, a promise, or a day."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from followup.model.facts import Application
from followup.ui import session
from followup.ui.calendar_data import COMPONENT, LATE, look_of, still_to_do, word_of
from followup.ui.cards import INTERVIEWS, card, held_card
from followup.ui.status import STATUSES
from followup.ui.text import long_date, md1
from followup.views.calendar import Entry

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


def dialog_if_pressed(by_day: Mapping[date, Sequence[Entry]], today: date) -> None:
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
    elif identity and (application := _application(identity)):
        _dialog(md1(application.company, 80), _one, identity, version)


def _dialog(title: str, body: Callable[[Any, str], None], shown: object, version: str) -> None:
    st.dialog(title, width="medium")(body)(shown, version)


def _application(identity: str) -> Application | None:
    action = session.action(identity)
    if action:
        return session.application(action.application)
    for application in session.facts().applications:
        given = [promise for interview in application.interviews for promise in interview.promises]
        given += [
            promise for touchpoint in application.touchpoints for promise in touchpoint.promises
        ]
        known = {interview.id for interview in application.interviews} | {
            promise.id for promise in given
        }
        if identity in known:
            return application
    return None


def _list(entries: Sequence[Entry], version: str) -> None:
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
                f"**{time}{word_of(entry)}** · {md1(entry.company)}: {md1(entry.title)}",
                key=f"calendar_list_{number}_{entry.id}",
                icon=f":material/{look_of(entry)[0]}:",
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
    """One entry in full, with what can be done about it."""
    if session.snapshot().version != version:
        st.rerun()  # something was done in here: back to the page, which says what
    application = _application(identity)
    if application is None:
        st.markdown("It is no longer there.")
        return
    action = session.action(identity)
    if action is None:
        _happening(identity, application)
    elif action.status == "held":
        held_card(action, application)
    elif action.status in ("done", "skipped", "lapsed"):
        look = STATUSES[action.status]
        st.markdown(f"{look.icon} **{look.word}**: {md1(action.reason, 400)}")
    else:
        card(action, application, primary=True)
    if st.button("The whole application", key="calendar_whole", icon=":material/open_in_full:"):
        st.switch_page(INTERVIEWS, query_params={"application": application.id})


def _happening(identity: str, application: Application) -> None:
    """An interview or a promise, in words."""
    from followup.ui.in_full import event_words, promise_words

    st.markdown(event_words(identity, application) or promise_words(identity, application))
    for interview in application.interviews:
        if interview.id == identity:
            if interview.location:
                st.text(interview.location)
            for specific in interview.specifics:
                st.markdown(f":material/format_quote: {md1(specific.text, 400)}")
            if interview.notes:
                st.text(interview.notes)
