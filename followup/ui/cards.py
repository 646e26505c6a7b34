"""An action as it stands on a page: what, for whom, by when, why, and the buttons that fit it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

import streamlit as st

from followup.model.action import Action
from followup.model.facts import Application
from followup.ui import clock, marking, session
from followup.ui.choosing import more_popover, snooze_popover
from followup.ui.shortcuts import letter
from followup.ui.status import CHANNELS, KIND_ICONS, guides_help, status_badge, title
from followup.ui.text import deadline_words, md, md1, moment_words
from followup.views.words import date_words, last_day

COMPOSE = "pages/write/compose.py"
INTERVIEWS = "pages/record/interviews.py"
_ROW_WIDTH = 400  # pixels; narrower where the screen is


@dataclass(frozen=True, slots=True)
class Moment:
    """The present moment on the user's wall clock."""

    now: datetime
    zone: ZoneInfo

    @classmethod
    def present(cls) -> "Moment":
        return cls(clock.now(), clock.zone(session.facts().me))


def card(action: Action, application: Application, *, primary: bool, first: bool = False) -> None:
    """An action to do now or soon, in full, with its buttons; the first on a page answers to shortcuts."""
    with st.container(border=True, key=f"card_{action.key}", gap="xsmall"):
        card_top(action, application)
        _contact(action)
        with st.container(horizontal=True, gap="xxsmall"):
            _buttons(action, application, primary=primary, first=first)
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
    """Employer, status, due moment and channel, in one line that wraps on a narrow screen."""
    role = f" · {application.role}" if application.role else ""
    pieces = [
        md1(f"{application.company}{role}"),
        status_badge(action.status),
        f":gray-badge[:material/event: {md1(due_words(action, Moment.present()))}]",
    ]
    if action.channel:
        pieces.append(":gray-badge[{} {}]".format(*CHANNELS[action.channel]))
    if action.kind in ("feedback_request", "expedite"):
        pieces.append(":gray-badge[:material/tune: Optional]")
    st.markdown(" ".join(pieces))


def _until(action: Action) -> str:
    if not action.closes or action.status not in ("due", "overdue"):
        return ""
    moment = Moment.present()
    day = date_words(last_day(action.closes, moment.zone), clock.today(session.facts()))
    return f" Worth doing until {md1(day)}."


def due_day(action: Action) -> date:
    """The user's day on which an action is due."""
    return last_day(action.due, Moment.present().zone)


def due_words(action: Action, moment: Moment) -> str:
    """By when, in words: "Due today, 18:00", "Due since Wed 16 Sep", overdue "Was due Wed 9 Sep"."""
    if action.status == "held" and action.held_until:
        day = action.held_until.astimezone(moment.zone).date()
        return f"Held until {date_words(day, moment.now.astimezone(moment.zone).date())}"
    since = "Due since" if action.status == "due" else "Was due"
    before = since if action.due <= moment.now else "Due"
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


def _buttons(
    action: Action, application: Application, *, primary: bool, first: bool = False
) -> None:
    key = action.key
    kind: Literal["primary", "secondary"] = "primary" if primary else "secondary"
    begin = letter("P") if first else None
    if action.kind == "debrief":
        st.button(
            "Add what was said",
            key=f"debrief_open_{key}",
            icon=":material/edit_note:",
            type=kind,
            shortcut=begin,
            on_click=_toggle,
            args=(f"debrief_shown_{key}",),
        )
    elif action.kind == "move_on":
        st.button(
            "Close it",
            key=f"close_{key}",
            icon=":material/inventory_2:",
            type=kind,
            shortcut=begin,
            on_click=marking.close,
            args=(application.id,),
        )
    else:
        compose_button(action, primary=primary, shortcut=begin)
        _done(action, letter("D") if first else None)
    snooze_popover(action)
    more_popover(action)


def _done(action: Action, shortcut: str | None = None) -> None:
    st.button(
        "Done",
        key=f"done_{action.key}",
        help="It has been sent: log it with the present time.",
        shortcut=shortcut,
        on_click=marking.done,
        args=(action.key,),
    )


def compose_button(
    action: Action, *, primary: bool, label: str = "Compose", shortcut: str | None = None
) -> None:
    """To the composer with this action chosen."""
    if st.button(
        label,
        key=f"compose_{action.key}",
        icon=":material/edit_square:",
        type="primary" if primary else "secondary",
        shortcut=shortcut,
    ):
        st.switch_page(COMPOSE, query_params={"action": action.key})


def _toggle(key: str) -> None:
    st.session_state[key] = not st.session_state.get(key, False)


def _debrief(action: Action, application: Application) -> None:
    from followup.ui.debrief import debrief_form, debrief_waits

    shown = f"debrief_shown_{action.key}"
    if st.session_state.setdefault(shown, debrief_waits(action.key)):
        interview = session.interview(application, action.interview)
        if interview:
            debrief_form(application, interview, action.key)


def held_card(action: Action, application: Application) -> None:
    """What must wait, why, and until when."""
    with st.container(border=True, key=f"card_{action.key}", gap="xsmall"):
        card_top(action, application)
        with st.container(horizontal=True, gap="xsmall"):
            compose_button(action, primary=False, label="Prepare")
            more_popover(action)


def row(action: Action, application: Application) -> None:
    """An action in two lines with its buttons beside them: for all that does not come first."""
    with (
        st.container(border=True, key=f"card_{action.key}", gap="xxsmall"),
        st.container(horizontal=True, vertical_alignment="center", gap="small"),
    ):
        due = md1(due_words(action, Moment.present()))
        st.markdown(
            f"### {KIND_ICONS[action.kind]} {md1(title(action, application))}\n"
            f"{md1(application.company)} {status_badge(action.status)} {due}  \n"
            f":small[{md1(action.reason, 400)}]",
            width=_ROW_WIDTH,
        )
        with st.container(horizontal=True, gap="xxsmall", width="content"):
            if action.kind in ("debrief", "move_on"):
                _buttons(action, application, primary=False)
            else:
                compose_button(action, primary=False)
                _done(action)
                more_popover(action, snooze=True)
    if action.kind == "debrief":
        _debrief(action, application)


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
