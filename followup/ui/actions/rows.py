"""An action as one row of a list: what and for whom, by when, its one button, and a menu with the rest."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from followup.model.action import Action
from followup.model.facts import Application
from followup.model.kinds import KINDS
from followup.prose.text import with_and
from followup.ui.actions.cards import (
    compose_button,
    debrief,
    done_button,
    due_marked,
    holder,
    main_button,
)
from followup.ui.actions.popovers import more_popover
from followup.ui.base import session
from followup.ui.base.looks import guides_help, md, md1
from followup.ui.base.pages import shortcut
from followup.views.agenda import ActionRow
from followup.views.words import held_words, person_of, thanks_words, title


def next_up(row: ActionRow) -> None:
    """The one thing to do next, with its reason; it answers to the shortcuts."""
    with st.container(border=True, key="next", gap="xsmall"):
        _row(row, first=True)


def listed_rows(rows: Sequence[ActionRow], name: str) -> None:
    """Rows under each other in one box; `name` tells two boxes of a page apart."""
    with st.container(border=True, key=f"list_{name}", gap=None):
        for row in rows:
            _row(row)


def held_rows(actions: Sequence[Action]) -> None:
    """What has to wait, a closed line each, that opens to why."""
    with st.container(key="list_held", gap=None):
        for action in actions:
            application = session.application(action.application)
            if application:
                _held(action, application)


def _row(row: ActionRow, *, first: bool = False) -> None:
    action = row.first
    application = session.application(action.application)
    if application is None:
        return
    if len(row.actions) > 1:
        _round(row, application, first=first)
        return
    with _line(action.key):
        _words(title(action, application), action, application, row, first=first)
        row_buttons(action, first=first)
    debrief(action, application)


def _line(key: str) -> st.delta_generator.DeltaGenerator:
    return st.container(
        horizontal=True, vertical_alignment="center", gap="xsmall", key=f"card_{key}"
    )


def row_buttons(action: Action, *, first: bool = False) -> None:
    """The button of an action and the menu with the rest; of the first one that it is done, too."""
    application = session.application(action.application)
    if application is None:
        return
    with _buttons():
        begin = shortcut("P") if first else None
        main_button(action, application, primary=first, shortcut=begin)
        if first and KINDS[action.kind].written:
            done_button(action, shortcut("D"))
        more_popover(action, snooze=True, top=partial(_about, action, told=first))


def _buttons() -> st.delta_generator.DeltaGenerator:
    return st.container(horizontal=True, width="content", wrap=False, gap="xxsmall")


def _words(
    what: str, action: Action, application: Application, row: ActionRow, *, first: bool
) -> None:
    """Two lines: what and for whom; where and by when."""
    person = person_of(application, action) if KINDS[action.kind].written else None
    unnamed = person and len(row.actions) == 1 and person.name not in what
    place = session.place(application)
    where = md1(f"{person.name}, {place}" if person and unnamed else place)
    line = f"{where} · {due_marked(action)}"
    if row.sent and len(row.actions) == 1:
        line += f" · {row.sent} of {row.of} sent"
    why = f"  \n{md(_why(row, application))}" if first else ""
    st.markdown(
        f"## {KINDS[action.kind].icon} {md1(what)}\n{line}{why}",
        width="stretch",
        help=guides_help(action.guides) if first else None,
    )


def _why(row: ActionRow, application: Application) -> str:
    """The reason of the first; of thank-yous that are written together, with the names of all in its place."""
    reason, people = row.first.reason, [person_of(application, each) for each in row.actions]
    names = [person.name for person in people if person]
    together = len(names) > 1 and reason.count(names[0]) == 1
    return reason.replace(names[0], with_and(names)) if together else reason


def _about(action: Action, *, told: bool) -> None:
    """The top of a row's menu: why, and that it is done; where both are in sight already, nothing."""
    if told:
        return
    st.markdown(md(action.reason), help=guides_help(action.guides))
    if KINDS[action.kind].written:
        done_button(action, width="stretch")


def _round(row: ActionRow, application: Application, *, first: bool) -> None:
    """The thank-yous of a round: one row, that opens to each of them."""
    action, shown = row.first, f"round_shown_{row.first.application}_{row.first.interview}"
    opened = st.session_state.get(shown, False)
    with _line(f"round_{action.application}_{action.interview}"):
        what = thanks_words(len(row.actions), row.sent, row.of)
        _words(what, action, application, row, first=first)
        with _buttons():
            if not opened:
                begin = shortcut("P") if first else None
                compose_button(action, primary=first, shortcut=begin)
            st.button(
                "Hide" if opened else "Show",
                key=f"show_{shown}",
                icon=":material/expand_less:" if opened else ":material/expand_more:",
                on_click=_toggle,
                args=(shown,),
            )
    if opened:
        with st.container(key=f"inside_{shown}", gap=None):
            for each in row.actions:
                _row(ActionRow((each,)))


def _toggle(key: str) -> None:
    st.session_state[key] = not st.session_state.get(key, False)


def _held(action: Action, application: Application) -> None:
    words = f"{title(action, application)} · {session.place(application)} · {held_words(action)}"
    opened = st.expander(
        md1(words), icon=KINDS[action.kind].icon, key=f"held_{action.key}", on_change="rerun"
    )
    if opened.open:
        with opened:
            st.markdown(md(action.reason), help=guides_help(action.guides))
            holder(action)
            with st.container(horizontal=True, gap="xsmall"):
                compose_button(action, primary=False, label="Prepare")
                more_popover(action)
