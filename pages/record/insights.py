"""What is waiting, how long answers take, what is answered, what was kept, and the search week by week."""

import streamlit as st

from followup.ui import session
from followup.ui.insights import (
    at_a_glance,
    found,
    kept_part,
    replies_part,
    weeks_part,
)
from followup.ui.insights_waits import days_part, waiting_part

st.set_page_config(layout="wide")
st.title("Insights", anchor=False)

if not session.facts().applications:
    st.markdown(
        "Nothing is entered yet. With interviews and messages, this page says what waits, how long answers take and "
        "what gets them."
    )
    st.page_link(
        "pages/record/interviews.py",
        label="Enter an interview",
        icon=":material/add:",
        query_params={"new": "1"},
    )
    st.stop()

all_of_it = found()
at_a_glance(all_of_it)
waiting_part(all_of_it.waiting)
days_part(all_of_it)
replies_part(all_of_it)
kept_part(all_of_it.kept)
weeks_part(all_of_it.weeks)
