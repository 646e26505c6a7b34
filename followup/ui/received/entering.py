"""An invitation of an employer who is not on file: into the entry form."""

from functools import partial

import streamlit as st

from followup.exchange.filled.invite import entered
from followup.exchange.invite import Event
from followup.ui.base import pages, session
from followup.ui.parts.kept_form import NEW, KeptForm
from followup.ui.received.zone import forget


def enter(event: Event) -> None:
    """A button that fills in the form, unless something is being typed there already."""
    form = KeptForm(NEW)
    if form.begun and form.touched:
        st.markdown("You are entering another interview: save or discard it first.")
        if st.button("Go on with it", icon=":material/edit:", key="received_go_on"):
            forget()
            st.switch_page(pages.INTERVIEWS, query_params=pages.ENTERING)
        return
    button = partial(st.button, type="primary", icon=":material/add:", key="received_enter")
    if button("Enter it as a new application"):
        form.clear()
        form.begin(entered(event, session.clock()), 0)
        forget()
        st.switch_page(pages.INTERVIEWS, query_params=pages.ENTERING)
