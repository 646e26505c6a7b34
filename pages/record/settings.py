"""Who you are, how soon and how often you follow up, and where the data lies."""

import streamlit as st

from followup.store.place import data_path
from followup.ui import session
from followup.ui.preferences import cadence_part
from followup.ui.preferences_me import me_form

facts = session.facts()

st.title("Settings", anchor=False)

st.header("You", anchor=False)
me_form()

st.header("Cadence", anchor=False)
st.markdown(
    "How soon and how often to follow up. Before you save, you see which dates it would move."
)
cadence_part(facts)

st.header("Your data", anchor=False)
st.markdown(
    "Everything that you enter is in this one file on this computer. Nothing is sent anywhere."
)
st.code(str(data_path()), language=None, wrap_lines=True)
