"""An action as it stands on a page: what, for whom, by when, why, and the buttons that fit it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

import streamlit as st

from followup.model.action import Action
from followup.model.facts import Application
from followup.ui import clock, marking, session
from followup.ui.status import CHANNELS, KIND_ICONS, STATUSES, guides_help, title
from followup.ui.text import deadline_words, md, md1, moment_words
from followup.views.words import date_words, last_day

COMPOSE = "pages/write/compose.py"
INTERVIEWS = "pages/record/interviews.py"
_SENDABLE = list(CHANNELS)


@dataclass(frozen=True, slots=True)
class Moment:
    """The present moment on the user's wall clock."""

    now: datetime
    zone: ZoneInfo

    @classmethod
    def present(cls) -> "Moment":
        return cls(clock.now(), clock.zone(session.facts().me))


def card(action: Action, application: Application, *, primary: bool) -> None:
    """An action to do now or soon, in full, with its buttons."""
    with st.container(border=True, key=f"card_{action.key}", gap="xsmall"):
        card_top(action, application)
        _contact(action)
        with st.container(horizontal=True, gap="xxsmall"):
            _buttons(action, application, primary=primary)
        if action.kind == "debrief":
            _debrief(action, application)


def card_top(action: Action, application: Application, level: int = 3) -> None:
    """An action without its buttons: what, where, by when, by which channel, why, and its limits."""
    st.markdown(f"{'#' * level} {KIND_ICONS[action.kind]} {md1(title(action, application))}")
    _facts_line(action, application)
    waits = "**Not now.** " if action.status == "held" else ""
    st.markdown(f"{waits}{md(action.reason)}{_until(action)}", help=guides_help(action.guides))
    if action.status == "held":
        _holder(action)
    if action.phone_offered:
        st.markdown(
            ":blue[:material/call:] A call would be fine here too; it counts as the same contact."
        )


def _facts_line(action: Action, application: Application) -> None:
    """Employer, status, due moment and channel, as pieces that wrap on a narrow screen."""
    look, moment = STATUSES[action.status], Moment.present()
    role = f" · {application.role}" if application.role else ""
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        st.markdown(md1(f"{application.company}{role}"), width="content")
        st.badge(look.word, icon=look.icon, color=look.color)
        st.badge(due_words(action, moment), icon=":material/event:", color="gray")
        if action.channel:
            icon, word = CHANNELS[action.channel]
            st.badge(word, icon=icon, color="gray")
        if action.kind in ("feedback_request", "expedite"):
            st.badge("Optional", icon=":material/tune:", color="gray")


def _until(action: Action) -> str:
    if not action.closes or action.status not in ("due", "overdue"):
        return ""
    moment = Moment.present()
    day = date_words(last_day(action.closes, moment.zone), clock.today(session.facts()))
    return f" Worth doing until {md1(day)}."


def due_words(action: Action, moment: Moment) -> str:
    """By when, in words: "Due today, 18:00", "Was due Wed 16 Sep", "Opens Mon 21 Sep"."""
    if action.status == "held" and action.held_until:
        day = action.held_until.astimezone(moment.zone).date()
        return f"Held until {date_words(day, moment.now.astimezone(moment.zone).date())}"
    before = "Was due" if action.due <= moment.now else "Due"
    return f"{before} {deadline_words(action.due, moment.now, moment.zone)}"


def _contact(action: Action) -> None:
    if action.needs_contact and action.channel == "linkedin":
        st.markdown(
            ":orange[:material/person_search:] No LinkedIn profile is entered: search for the name there."
        )
    elif action.needs_contact:
        st.markdown(
            ":orange[:material/contact_phone:] No address is known: Compose has the words for the company's "
            "general number and its HR department."
        )


def _buttons(action: Action, application: Application, *, primary: bool) -> None:
    key = action.key
    kind: Literal["primary", "secondary"] = "primary" if primary else "secondary"
    if action.kind == "debrief":
        st.button(
            "Add what was said",
            key=f"debrief_open_{key}",
            icon=":material/edit_note:",
            type=kind,
            on_click=_toggle,
            args=(f"debrief_shown_{key}",),
        )
    elif action.kind == "move_on":
        st.button(
            "Close it",
            key=f"close_{key}",
            icon=":material/inventory_2:",
            type=kind,
            on_click=marking.close,
            args=(application.id,),
        )
    else:
        compose_button(action, primary=primary)
        st.button(
            "Done",
            key=f"done_{key}",
            help="It has been sent: log it with the present time.",
            on_click=marking.done,
            args=(key,),
        )
    _snooze(action)
    _more(action)


def compose_button(action: Action, *, primary: bool, label: str = "Compose") -> None:
    """To the composer with this action chosen."""
    if st.button(
        label,
        key=f"compose_{action.key}",
        icon=":material/edit_square:",
        type="primary" if primary else "secondary",
    ):
        st.switch_page(COMPOSE, query_params={"action": action.key})


def _toggle(key: str) -> None:
    st.session_state[key] = not st.session_state.get(key, False)


def _snooze(action: Action) -> None:
    key = action.key
    popover = f"snooze_{key}"
    label = "Keep watching until…" if action.kind == "move_on" else "Snooze"
    opened = st.popover(label, key=popover, on_change="rerun")
    if not opened.open:
        return
    today = clock.today(session.facts())
    last = last_day(action.closes, Moment.present().zone) if action.closes else None
    with opened:
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
        st.date_input("Or until", value=None, min_value=today, key=day_key, format="DD/MM/YYYY")
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


def _more(action: Action) -> None:
    key = action.key
    opened = st.popover("More", key=f"more_{key}", on_change="rerun")
    if not opened.open:
        return
    with opened:
        if action.channel:
            _sent_at_another_time(action)
        reason_key = f"skip_reason_{key}"
        st.text_input("Why skip it? (optional)", key=reason_key, max_chars=300)
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
    key, moment = action.key, Moment.present()
    at_key, channel_key = f"sent_at_{key}", f"sent_channel_{key}"
    local = moment.now.astimezone(moment.zone).replace(tzinfo=None, second=0, microsecond=0)
    st.session_state.setdefault(at_key, local)
    st.session_state.setdefault(channel_key, action.channel)
    st.datetime_input("It was sent", key=at_key, format="DD/MM/YYYY", step=300)
    st.selectbox("By", _SENDABLE, format_func=lambda channel: CHANNELS[channel][1], key=channel_key)
    st.button(
        "Log it with this time",
        key=f"sent_{key}",
        icon=":material/check:",
        width="stretch",
        on_click=marking.sent_at,
        args=(key, at_key, channel_key),
    )


def _debrief(action: Action, application: Application) -> None:
    from followup.ui.debrief import debrief_form

    if st.session_state.get(f"debrief_shown_{action.key}"):
        interview = session.interview(application, action.interview)
        if interview:
            debrief_form(application, interview, action.key)


def held_card(action: Action, application: Application) -> None:
    """What must wait, why, and until when."""
    with st.container(border=True, key=f"card_{action.key}", gap="xsmall"):
        card_top(action, application)
        with st.container(horizontal=True, gap="xsmall"):
            compose_button(action, primary=False, label="Prepare")
            _more(action)


def _holder(action: Action) -> None:
    """The message that holds it, which may have gone to another application of the same employer."""
    for application in session.facts().applications:
        for touchpoint in application.touchpoints:
            if touchpoint.id == action.held_by:
                moment = Moment.present()
                subject = f": “{touchpoint.subject}”" if touchpoint.subject else ""
                when = moment_words(touchpoint.at, moment.now, moment.zone)
                words = f"Held by what you sent {when}{subject}."
                st.markdown(f":small[{md1(words)}]")
