"""Interviews of which only the day was known, and it is over: what became of them."""

import streamlit as st

from followup.playbook.case import company_in_prose
from followup.prose.text import counted, full_date
from followup.ui.actions.happened import open_dialog
from followup.ui.base import session
from followup.ui.base.looks import md1
from followup.ui.base.pages import INTERVIEWS
from followup.views.listing import of_unknown_time

_ASKED = 3  # of a table that came in there can be hundreds


def ask_for_times() -> None:
    """Interviews whose day is over and whose time was never entered: only once it is, the plan can go on."""
    here = session.clock()
    me = session.facts().me
    open_ = session.kept_by_parts(
        "of unknown time",
        lambda application, _, here: of_unknown_time((application,), me, here.now),
        lambda found, _: sorted(found, key=lambda each: each[1].ends, reverse=True),
    )
    for application, interview in open_[:_ASKED]:
        day = full_date(interview.on or here.today, here.today)
        with st.container(border=True, key=f"time_of_{interview.id}", gap="xsmall"):
            st.markdown(
                f"**Did you speak with {md1(company_in_prose(application))} on {day}?** Its time is not entered yet."
            )
            with st.container(horizontal=True, gap="xsmall"):
                asked = {"application": application.id, "edit": "1"}
                if st.button(
                    "Yes: enter its time", key=f"held_{interview.id}", icon=":material/schedule:"
                ):
                    st.switch_page(INTERVIEWS, query_params=asked)
                for kind, words in (("moved", "It was moved"), ("called_off", "It is off")):
                    st.button(
                        words,
                        key=f"{kind}_{interview.id}",
                        on_click=open_dialog,
                        args=(application.id, kind, {"which": interview.id}),
                    )
    if open_[_ASKED:]:
        more = counted(len(open_) - _ASKED, "earlier interview")
        st.markdown(f":small[And {more} whose time is not entered: they are asked about next.]")
