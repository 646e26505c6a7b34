"""The popovers beside an action: put it off, log it with another time, skip it. Filled only while they are open."""

from zoneinfo import ZoneInfo

import streamlit as st

from followup.model.action import Action
from followup.ui import clock, marking, session
from followup.ui.days import day_field, moment_field
from followup.ui.status import CHANNELS
from followup.views.words import date_words, last_day

_SENDABLE = list(CHANNELS)


def _zone() -> ZoneInfo:
    return clock.zone(session.facts().me)


def snooze_popover(action: Action) -> None:
    """The days to put the action off until."""
    key = action.key
    popover = f"snooze_{key}"
    opened = st.popover("Snooze", key=popover, on_change="rerun")
    if opened.open:
        with opened:
            _snooze_choices(action, popover)


def _snooze_choices(action: Action, popover: str) -> None:
    key, today = action.key, clock.today(session.facts())
    last = last_day(action.closes, _zone()) if action.closes else None
    if action.kind == "move_on":
        st.markdown("Keep watching: it shows up again on that day.")
    for index, (word, day) in enumerate(marking.snooze_days(today)):
        st.button(
            f"{word} · {date_words(day, today)}" if index else word,
            key=f"snooze_{index}_{key}",
            width="stretch",
            disabled=bool(last and day > last),
            on_click=marking.snooze,
            args=(key, day, popover),
        )
    day_key = f"snooze_day_{key}"
    day_field("Or until", day_key)
    st.button(
        "Snooze until then",
        key=f"snooze_go_{key}",
        width="stretch",
        on_click=marking.snooze_to,
        args=(key, day_key, popover),
    )
    if last:
        st.markdown(
            f":small[It shows up again at the latest when it closes, {date_words(last, today)}.]"
        )


def more_popover(action: Action, *, snooze: bool = False) -> None:
    """The rarer choices: sent at another time, skipped; with `snooze`, put off as well."""
    key = action.key
    opened = st.popover("More", key=f"more_{key}", on_change="rerun")
    if not opened.open:
        return
    with opened:
        if snooze:
            _snooze_choices(action, f"more_{key}")
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
            on_click=marking.skip,
            args=(key, reason_key),
        )


def _sent_at_another_time(action: Action) -> None:
    key, now = action.key, clock.now()
    at_key, channel_key = f"sent_at_{key}", f"sent_channel_{key}"
    local = now.astimezone(_zone()).replace(tzinfo=None, second=0, microsecond=0)
    st.session_state.setdefault(at_key, local)
    st.session_state.setdefault(channel_key, action.channel)
    moment_field("It was sent", at_key)
    st.selectbox("By", _SENDABLE, format_func=lambda channel: CHANNELS[channel][1], key=channel_key)
    st.button(
        "Log it with this time",
        key=f"sent_{key}",
        icon=":material/check:",
        width="stretch",
        on_click=marking.sent_at,
        args=(key, at_key, channel_key),
    )
