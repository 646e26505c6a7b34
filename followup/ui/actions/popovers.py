"""Beside an action: popovers to put it off, log it with another time or skip it, and a button to wake it.

A popover is filled only while it is open.
"""

from collections.abc import Callable

import streamlit as st

from followup.model.action import Action
from followup.prose.text import date_words
from followup.ui.actions import clicks
from followup.ui.base import session
from followup.ui.base.looks import CHANNELS
from followup.ui.parts.calendar_file import calendar_button
from followup.ui.parts.day_fields import day_field, moment_field
from followup.views.words import comes_back

_SENDABLE = list(CHANNELS)


def snooze_popover(action: Action) -> None:
    """A popover with the days to put the action off until."""
    key = action.key
    popover = f"snooze_{key}"
    opened = st.popover("Snooze", key=popover, on_change="rerun")
    if opened.open:
        with opened:
            _snooze_choices(action, popover)


def is_snoozed(action: Action) -> bool:
    """Whether it is the user's snooze that keeps the action away."""
    application = session.application(action.application)
    if application is None:
        return False
    return bool(comes_back(action, application, session.facts().snoozes, session.now()))


def wake_button(action: Action) -> None:
    """Brings a snoozed action back."""
    st.button(
        "Bring it back now",
        key=f"wake_{action.key}",
        icon=":material/alarm_off:",
        on_click=clicks.wake,
        args=(action.key,),
    )


def _snooze_choices(action: Action, popover: str) -> None:
    key, here = action.key, session.clock()
    today = here.today
    last = here.last_day(action.closes) if action.closes else None
    if action.kind == "move_on":
        st.markdown("Keep watching: it shows up again on that day.")
    for index, (word, day) in enumerate(clicks.snooze_days(today)):
        st.button(
            f"{word} · {date_words(day, today)}" if index else word,
            key=f"snooze_{index}_{key}",
            width="stretch",
            disabled=bool(last and day > last),
            on_click=clicks.snooze,
            args=(key, day, popover),
        )
    day_key = f"snooze_day_{key}"
    day_field("Or until", day_key)
    st.button(
        "Snooze until then",
        key=f"snooze_go_{key}",
        width="stretch",
        on_click=clicks.snooze_to,
        args=(key, day_key, popover),
    )
    if last:
        st.markdown(
            f":small[It shows up again at the latest when it closes, {date_words(last, today)}.]"
        )


def more_popover(
    action: Action, *, snooze: bool = False, top: Callable[[], None] | None = None
) -> None:
    """A popover with what is rarer: log it with another time, skip it; with `snooze`, put it off as well.

    `top` draws what stands above all that.
    """
    key = action.key
    opened = st.popover("More", key=f"more_{key}", on_change="rerun")
    if not opened.open:
        return
    with opened:
        if top:
            top()
        if snooze:
            st.markdown("**Snooze**")
            _snooze_choices(action, f"more_{key}")
        if action.due > session.now() or action.status in ("held", "upcoming"):
            calendar_button(action.key, f"ics_{action.key}", width="stretch")
        if action.channel:
            _sent_at_another_time(action)
        reason_key = f"skip_reason_{key}"
        st.text_input("Why skip it? (optional)", key=reason_key, persist_state="session")
        st.button(
            "Skip",
            key=f"skip_{key}",
            icon=":material/skip_next:",
            width="stretch",
            help="You will not do it: it goes away. Undo brings it back.",
            on_click=clicks.skip,
            args=(key, reason_key),
        )


def _sent_at_another_time(action: Action) -> None:
    key, here = action.key, session.clock()
    at_key, channel_key = f"sent_at_{key}", f"sent_channel_{key}"
    local = here.wall(here.now).replace(second=0, microsecond=0)
    st.session_state.setdefault(at_key, local)
    st.session_state.setdefault(channel_key, action.channel)
    moment_field("It was sent", at_key)
    st.selectbox(
        "By",
        _SENDABLE,
        format_func=lambda channel: CHANNELS[channel][1],
        key=channel_key,
        persist_state="page",
    )
    st.button(
        "Log it with this time",
        key=f"sent_{key}",
        icon=":material/check:",
        width="stretch",
        on_click=clicks.sent_at,
        args=(key, at_key, channel_key),
    )
