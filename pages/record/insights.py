"""What is waiting, how long answers take, what is answered, what was kept, and the search week by week."""

import streamlit as st

from followup.ui.base import session
from followup.ui.base.pages import nothing_entered
from followup.ui.insights.parts import (
    at_a_glance,
    found,
    kept_part,
    replies_part,
    weeks_part,
)
from followup.ui.insights.waits import days_part, waiting_part

st.title("Insights", anchor=False)

if not session.facts().applications:
    nothing_entered(
        "With interviews and messages, this page says what waits, how long answers take and "
        "what gets them."
    )

all_of_it = found()
waiting_part(all_of_it.waiting)
at_a_glance(all_of_it)
days_part(all_of_it)
replies_part(all_of_it)
kept_part(all_of_it.kept)
weeks_part(all_of_it.weeks)
