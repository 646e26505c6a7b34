"""All applications: the list, one in full (?application=…), its form (&edit=1), and a new one's (?new=1)."""

import streamlit as st

from followup.ui import session
from followup.ui.entry import entry_form
from followup.ui.entry_state import Entry, forget_untouched
from followup.ui.in_full import in_full
from followup.ui.listed import applications_list, turn_to
from followup.ui.text import md1

asked = st.query_params.get("application")
application = session.application(asked)
editing = asked is not None and "edit" in st.query_params
entering = asked is None and "new" in st.query_params

if asked is not None or entering:
    turn_to("All interviews", {}, key="interviews_all", icon=":material/arrow_back:", quiet=True)

if entering:
    st.title("Enter an interview", anchor=False)
    entry_form(None)
elif asked and editing and (application or Entry(asked).begun):
    st.title(f"Edit {md1(application.company, 120)}" if application else "Edit", anchor=False)
    entry_form(application, asked)
elif application:
    forget_untouched()
    if Entry(application.id).begun:
        turn_to(
            "Go on editing: some of what you typed is not saved",
            {"application": application.id, "edit": "1"},
            key="interviews_go_on",
            icon=":material/edit:",
        )
    in_full(application)
elif asked is not None:
    st.title("Not here", anchor=False)
    st.markdown(
        f"There is no application with the address “{md1(asked, 80)}” in your file: perhaps it was deleted."
    )
else:
    forget_untouched()
    st.title("Interviews", anchor=False)
    applications_list()
