"""An action as it stands on a page: what, for whom, by when, why, and the buttons that fit it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Literal, TypeAlias

import streamlit as st

from followup.model.action import Action
from followup.model.beside import Snooze
from followup.model.facts import Application
from followup.model.kinds import KINDS
from followup.model.times import Clock
from followup.playbook.case import company_name
from followup.playbook.proposal import by_application
from followup.prose.text import date_words, moment_words
from followup.ui.actions import clicks
from followup.ui.actions.debrief import debrief_form, debrief_waits
from followup.ui.actions.happened import open_dialog
from followup.ui.actions.popovers import more_popover, snooze_popover
from followup.ui.base import session
from followup.ui.base.looks import CHANNELS, guides_help, md, md1, status_badge
from followup.ui.base.pages import COMPOSE
from followup.views.agenda import Agenda, Placed, agenda_of, place_of_action
from followup.views.words import by_when, comes_back, title

Width: TypeAlias = Literal["content", "stretch"]


def snoozes() -> Mapping[str, Sequence[Snooze]]:
    """All snoozes by the id of their application."""
    return session.kept("snoozes", lambda _: by_application(session.facts().snoozes))


def todays_agenda() -> Agenda:
    """The plan as Today has it, kept by application."""
    asleep = snoozes()

    def placed(of: Application, mine: Sequence[Action], here: Clock) -> Iterator[Placed]:
        places = (place_of_action(each, of, asleep.get(of.id, ()), here) for each in mine)
        return filter(None, places)

    return session.kept_by_parts("agenda", placed, lambda found, _: agenda_of(found))


def card(action: Action, application: Application, *, primary: bool) -> None:
    """An action to do now or soon, in full, with its buttons."""
    with st.container(border=True, key=f"card_{action.key}", gap="xsmall"):
        card_top(action, application)
        _contact(action)
        with st.container(horizontal=True, gap="xxsmall"):
            _buttons(action, application, primary=primary)
        debrief(action, application)


def card_top(action: Action, application: Application, level: int = 3) -> None:
    """An action without its buttons: what, where, by when, by which channel, why, and its limits."""
    st.markdown(f"{'#' * level} {KINDS[action.kind].icon} {md1(title(action, application))}")
    _facts_line(action, application)
    waits = "**Not now.** " if action.status == "held" else ""
    st.markdown(f"{waits}{md(action.reason)}{_until(action)}", help=guides_help(action.guides))
    if action.status == "held":
        holder(action)
    if action.phone_offered:
        st.markdown(
            ":blue[:material/call:] A call would be fine here too; it counts as the same contact."
        )


def _facts_line(action: Action, application: Application) -> None:
    """Employer, status, due moment and channel, in one line that wraps on a narrow screen."""
    role = f" · {application.role}" if application.role else ""
    pieces = [
        md1(f"{company_name(application)}{role}"),
        status_badge(action.status),
        f":gray-badge[:material/event: {md1(_capital(due_words(action)))}]",
    ]
    if action.channel:
        pieces.append(":gray-badge[{} {}]".format(*CHANNELS[action.channel]))
    if action.optional:
        pieces.append(":gray-badge[:material/tune: Optional]")
    st.markdown(" ".join(pieces))


def _until(action: Action) -> str:
    if not action.closes or action.status not in ("due", "overdue"):
        return ""
    here = session.clock()
    day = date_words(here.last_day(action.closes), here.today)
    return "" if f"until {day}." in action.reason else f" Worth doing until {md1(day)}."


def due_words(action: Action) -> str:
    """By when, in words, as everywhere."""
    application = session.application(action.application)
    here = session.clock()
    snoozes = session.facts().snoozes
    back = comes_back(action, application, snoozes, here.now) if application else None
    return by_when(action, here, back)


def due_marked(action: Action) -> str:
    """The same as Markdown, in the colour of its status where its day is past."""
    words = due_words(action)
    late = {"overdue": "red", "due": "orange"}.get(action.status) if "since" in words else None
    return f":{late}[{md1(words)}]" if late else md1(words)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _contact(action: Action) -> None:
    if action.unreached and action.channel == "linkedin":
        st.markdown(
            ":orange[:material/person_search:] No LinkedIn profile is entered: search for the name there."
        )
    elif action.unreached:
        st.markdown(
            ":orange[:material/contact_phone:] No address is known: Compose has the words for the company's "
            "general number and its HR department."
        )


def _buttons(action: Action, application: Application, *, primary: bool) -> None:
    main_button(action, application, primary=primary)
    if KINDS[action.kind].written:
        done_button(action)
    snooze_popover(action)
    more_popover(action)


def main_button(
    action: Action, application: Application, *, primary: bool, shortcut: str | None = None
) -> None:
    """The one button that an action has wherever it stands: write it, or what is done in place of a message."""
    key = action.key
    kind: Literal["primary", "secondary"] = "primary" if primary else "secondary"
    button = partial(st.button, type=kind, shortcut=shortcut)
    if action.kind == "debrief":
        icon, shown = KINDS["debrief"].icon, f"debrief_shown_{key}"
        name = f"debrief_open_{key}"
        words = "Not now" if st.session_state.get(shown, debrief_waits(key)) else "Note it"
        button(words, key=name, icon=icon, on_click=_toggle, args=(shown,))
    elif action.kind == "move_on":
        icon, name = ":material/inventory_2:", f"close_{key}"
        button("Close it", key=name, icon=icon, on_click=clicks.close, args=(application.id,))
    elif action.kind == "decide_offer":
        icon, name = KINDS["decide_offer"].icon, f"decide_{key}"
        button("I decided", key=name, icon=icon, on_click=open_dialog, args=(application.id,))
    else:
        compose_button(action, primary=primary, shortcut=shortcut)


def done_button(action: Action, shortcut: str | None = None, width: Width = "content") -> None:
    """Logs an action as sent, now."""
    st.button(
        "Done",
        key=f"done_{action.key}",
        icon=":material/check:",
        help="You have sent it: it is noted with the time now.",
        shortcut=shortcut,
        width=width,
        on_click=clicks.done,
        args=(action.key,),
    )


def compose_button(
    action: Action, *, primary: bool, label: str = "Write", shortcut: str | None = None
) -> None:
    """A button to Compose with this action chosen."""
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


def debrief(action: Action, application: Application) -> None:
    """The form of a debrief below its action, while that is opened; nothing for another kind."""
    if action.kind != "debrief":
        return
    shown = f"debrief_shown_{action.key}"
    if st.session_state.setdefault(shown, debrief_waits(action.key)):
        interview = session.interview(application, action.interview)
        if interview:
            debrief_form(application, interview, action.key)


def held_card(action: Action, application: Application) -> None:
    """An action that must wait: what, why, until when, and a button to prepare it."""
    with st.container(border=True, key=f"card_{action.key}", gap="xsmall"):
        card_top(action, application)
        with st.container(horizontal=True, gap="xsmall"):
            compose_button(action, primary=False, label="Prepare")
            more_popover(action)


def holder(action: Action) -> None:
    """The message that holds it, which may have gone to another application of the same employer."""
    for application in session.facts().applications:
        for touchpoint in application.touchpoints:
            if touchpoint.id == action.held_by:
                here = session.clock()
                subject = f": “{touchpoint.subject}”" if touchpoint.subject else ""
                when = moment_words(touchpoint.at, here)
                words = f"It waits because of what you sent {when}{subject}."
                st.markdown(f":small[{md1(words)}]")
