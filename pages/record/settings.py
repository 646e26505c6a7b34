"""Who you are, how soon and how often you follow up, and where the data lies."""

import os

import streamlit as st

from followup.home import auth_path
from followup.ui.base import session
from followup.ui.base.looks import md1
from followup.ui.settings.cadence import cadence_part
from followup.ui.settings.me import me_form

facts = session.facts()

st.title("Settings", anchor=False)

st.header("You", anchor=False)
me_form()

st.header("How soon and how often you follow up", anchor=False)
st.markdown("Before you save, you see which dates a change would move.")
cadence_part(facts)

st.header("Your data", anchor=False)
if store := session.file():
    st.markdown(
        "Everything that you enter is in this one file on this computer. Nothing is sent anywhere."
    )
    st.code(str(store.path), language=None, wrap_lines=True)
else:
    st.markdown("Everything that you enter is kept on this server, for you alone.")
if auth_path():
    who = st.user.get("email") or st.user.get("name") or "your account"
    st.markdown(f"You are signed in as {md1(str(who))}.")
    st.button("Sign out", key="settings_sign_out", icon=":material/logout:", on_click=st.logout)
elif os.environ.get("FOLLOWUP_PASSPHRASE"):
    st.markdown("[Sign out of this browser](/_signout)")
