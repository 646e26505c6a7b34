"""What falls on which day: interviews, what is due, what waits and until when, and promises; by month or week."""

from functools import partial

import streamlit as st

from followup.ui.base import session
from followup.ui.base.pages import nothing_entered
from followup.ui.calendar.cells import COMPONENT, component_data, entries_of
from followup.ui.calendar.component import month
from followup.ui.calendar.dialog import dialog_if_pressed, pressed_day, pressed_entry
from followup.ui.calendar.head import choose, steps
from followup.views.calendar.days import first_weekday

st.title("Calendar", anchor=False)
across = partial(st.container, horizontal=True, vertical_alignment="center")

facts = session.facts()
if not facts.applications:
    nothing_entered(
        "With the first interview, it and all that follows from it stand here, day by day."
    )

now = session.clock()
with across(key="calendar_head", horizontal_alignment="distribute"):
    left, right = across(width="content"), across(width="content")
    with right:
        shown = choose(now.today, first_weekday(facts.me.country))
    with left:
        steps(shown, now.today)
by_day = entries_of(facts, shown)
month(
    component_data(facts, shown, now, by_day), COMPONENT, on_open=pressed_entry, on_day=pressed_day
)
dialog_if_pressed(by_day, now.today)
