"""The data file: where it is, export and import, its backups, other versions of it, and what in it cannot be read."""

import streamlit as st

from followup.model.errors import FollowupError
from followup.ui import data, session
from followup.ui.data_backups import backups
from followup.ui.data_copies import copies
from followup.ui.data_import import bring_in

st.title("Data", anchor=False)
data.place()

if session.snapshot().bad:
    data.bad_records()

for part in (bring_in, copies, backups):
    try:
        part()
    except FollowupError as error:
        data.failed(error)
