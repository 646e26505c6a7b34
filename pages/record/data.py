"""The data file: where it is, its backups, other versions of it, and what in it cannot be read."""

import streamlit as st

from followup.model.errors import FollowupError
from followup.ui import data, session
from followup.ui.data_backups import backups
from followup.ui.data_copies import copies

st.title("Data", anchor=False)
data.place()

if session.snapshot().bad:
    data.bad_records()

for part in (copies, backups):
    try:
        part()
    except FollowupError as error:
        data.failed(error)
