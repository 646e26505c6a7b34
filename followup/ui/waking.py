"""Wake what was snoozed, before its time: a button beside it, and one change of the store, which Undo takes back."""

from functools import reduce

import streamlit as st

from followup.model import aside
from followup.model.action import Action
from followup.model.facts import Facts
from followup.ui import clock, session
from followup.ui.feedback import change
from followup.ui.marking import target
from followup.views.snoozes import comes_back, keys_of
from followup.views.words import noun


def is_snoozed(action: Action) -> bool:
    """Whether it is the user's snooze that keeps the action away."""
    application = session.application(action.application)
    if application is None:
        return False
    return bool(comes_back(action, application, session.facts().snoozes, clock.now()))


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

    def woken(facts: Facts) -> Facts:
        return reduce(aside.wake, keys_of(found.action, found.application, facts.snoozes), facts)

    what = f"No longer snoozed: {noun(found.action, found.application)}"
    change(lambda: session.store().update(what, woken, now=clock.now()))
