"""All applications: the list, one in full (?application=…), its form (&edit=1), and a new one's (?new=1)."""

import streamlit as st

from followup.playbook.case import company_name
from followup.ui.application.head import turn_to
from followup.ui.application.in_full import in_full
from followup.ui.application.list import applications_list
from followup.ui.base import session
from followup.ui.base.looks import md1
from followup.ui.entry.form import entry_form
from followup.ui.parts.kept_form import KeptForm, forget_untouched
from followup.ui.received.zone import drop_zone

asked = st.query_params.get("application")
application = session.application(asked)
editing = asked is not None and "edit" in st.query_params
entering = asked is None and "new" in st.query_params

if asked is not None or entering:
    turn_to("All interviews", {}, key="interviews_all", icon=":material/arrow_back:", quiet=True)

if entering:
    st.title("Enter an interview", anchor=False)
    entry_form(None)
elif asked and editing and (application or KeptForm(asked).begun):
    st.title(f"Edit {md1(company_name(application), 120)}" if application else "Edit", anchor=False)
    entry_form(application, asked)
elif application:
    forget_untouched()
    if KeptForm(application.id).begun:
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
        f"There is no application with the address “{md1(asked, 80)}” in your data: perhaps it was deleted."
    )
else:
    forget_untouched()
    st.title("Interviews", anchor=False)
    drop_zone()
    applications_list()
