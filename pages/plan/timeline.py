"""Where each application stands, and what comes when: the chart, the same in words, and a dialog for each mark."""

import streamlit as st

from followup.prose.text import counted
from followup.ui.base import session
from followup.ui.base.pages import nothing_entered
from followup.ui.timeline.chart import dialog_if_open, happened_list, plan_list, show_chart
from followup.ui.timeline.filters import filters, found_lanes
from followup.views.timeline.lanes import LANES_ON_A_PAGE

st.title("Timeline", anchor=False)

facts = session.facts()
if not facts.applications:
    nothing_entered(
        "With the first interview, what to do about it and what happened stand here, week by week."
    )

choice = filters(facts)
period = choice.wanted.period
found = found_lanes(choice)
pages = max(1, -(-len(found) // LANES_ON_A_PAGE))
page = min(st.session_state.get("lanes", 1), pages)
shown = found[(page - 1) * LANES_ON_A_PAGE : page * LANES_ON_A_PAGE]

if shown:
    show_chart(shown, period)
else:
    st.info("Nothing in this period, with these filters.", icon=":material/event_busy:")
if pages > 1:
    if st.session_state.get("lanes", 1) > pages:
        st.session_state["lanes"] = pages
    with st.container(horizontal=True, vertical_alignment="center"):
        st.pagination(pages, key="lanes", bind="query-params")
        st.markdown(counted(len(found), "application"))

if shown:
    plan, happened = st.columns(2)
    with plan:
        st.header("What to do", anchor=False)
        plan_list(shown)
    with happened:
        st.header("Interviews, messages, promises", anchor=False)
        happened_list(shown)

dialog_if_open()
