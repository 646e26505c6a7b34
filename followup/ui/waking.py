"""Wake what was snoozed, before its time: a button beside it, and one change of the store, which Undo takes back."""

from functools import reduce

import streamlit as st

from followup.model import aside
from followup.model.action import Action
from followup.model.facts import Facts
from followup.ui import clock, session
from followup.ui.agenda import names
from followup.ui.feedback import change
from followup.ui.marking import target
from followup.views.words import noun


def is_snoozed(action: Action) -> bool:
    """Whether it is the user's snooze that keeps the action away."""
    now = clock.now()
    return action.status == "upcoming" and any(
        names(snooze.action, action) and snooze.until > now for snooze in session.facts().snoozes
    )


def wake_button(action: Action) -> None:
    """Brings a snoozed action back."""
    st.button(
        "Wake now",
        key=f"wake_{action.key}",
        icon=":material/alarm_off:",
        on_click=_wake,
        args=(action.key,),
    )


def _wake(key: str) -> None:
    found = target(key)
    if found is None:
        return
    action = found.action

    def woken(facts: Facts) -> Facts:
        keys = [snooze.action for snooze in facts.snoozes if names(snooze.action, action)]
        return reduce(aside.wake, keys, facts)

    what = f"No longer snoozed: {noun(action, found.application)}"
    change(lambda: session.store().update(what, woken, now=clock.now()))
