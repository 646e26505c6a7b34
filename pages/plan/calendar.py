"""What falls on which day: interviews, what is due, what waits and until when, and promises; by month or week."""

import streamlit as st

from followup.ui import session
from followup.ui.calendar import choose, present, steps
from followup.ui.calendar_data import COMPONENT, component_data, entries_of
from followup.ui.calendar_open import dialog_if_pressed, pressed_day, pressed_entry
from followup.ui.month import month

st.set_page_config(layout="wide")
st.title("Calendar", anchor=False)

facts = session.facts()
if not facts.applications:
    st.markdown(
        "Nothing is entered yet. With the first interview, it and all that follows from it stand here, day by day."
    )
    st.page_link(
        "pages/record/interviews.py",
        label="Enter an interview",
        icon=":material/add:",
        query_params={"new": "1"},
    )
    st.stop()

now = present()
shown = choose(now.today)
steps(shown, now.today)
by_day = entries_of(facts, shown, now)
month(
    component_data(facts, shown, now, by_day), COMPONENT, on_open=pressed_entry, on_day=pressed_day
)
dialog_if_pressed(by_day, now.today)
