"""The data file: where it is, export and import, its backups, other versions of it, and what in it cannot be read."""

import streamlit as st

from followup.model.errors import FollowupError
from followup.ui.base import session
from followup.ui.data import file
from followup.ui.data.account import account
from followup.ui.data.backups import backups
from followup.ui.data.copies import copies
from followup.ui.data.export import export
from followup.ui.data.feed import feed
from followup.ui.data.import_file import import_file

st.title("Data", anchor=False)
file.location()

if session.snapshot().bad:
    file.bad_records()

if store := session.database():
    account(store)

for part in (export, feed, import_file, copies, backups):
    try:
        part()
    except FollowupError as error:
        file.failed(error)
