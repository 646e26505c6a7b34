"""What do I do now? Due and overdue on top, then what is open, what has to wait and why, and what comes next."""

from collections.abc import Sequence

import streamlit as st

from followup.model.action import Action
from followup.ui import clock, session
from followup.ui.agenda import agenda, meetings
from followup.ui.cards import card, held_card
from followup.ui.greeting import greeting
from followup.ui.lists import coming, done_lately
from followup.ui.text import long_date
from followup.ui.today import logging_entry, more_button, nothing_now, show_more, summary

TOP = 3

facts = session.facts()
now = clock.now()
today = clock.today(facts)

st.title("Today", anchor=False)

if not facts.applications:
    greeting()
    st.stop()

plan = agenda(session.actions(), facts, now)
ahead = meetings(facts, now)


def draw_cards(actions: Sequence[Action], section: str, *, primary: bool = False) -> None:
    """A section's cards, a screenful at a time."""
    for action in actions[: show_more(section, len(actions))]:
        application = session.application(action.application)
        if application:
            if action.status == "held":
                held_card(action, application)
            else:
                card(action, application, primary=primary)
    more_button(section, len(actions))


st.markdown(f"{long_date(today)}. {summary(plan)}")
logging_entry(facts)

if plan.now:
    st.header("Do now", anchor=False)
    draw_cards(plan.now[:TOP], "top", primary=True)
    if plan.now[TOP:]:
        st.header("Then today", anchor=False)
        draw_cards(plan.now[TOP:], "rest")
else:
    nothing_now(plan)

if plan.open:
    st.header("Open: no hurry yet", anchor=False)
    draw_cards(plan.open, "open")

if plan.held:
    st.header("Not now", anchor=False)
    draw_cards(plan.held, "held")

if plan.coming or ahead:
    st.header("The coming seven days", anchor=False)
    coming(plan.coming, ahead)

done_lately(facts)
