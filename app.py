"""The front door: page config, the navigation, and the frame that every page stands in."""

import logging

import streamlit as st

from followup.model.errors import FollowupError
from followup.ui import feedback, frame, session

st.set_page_config(page_title="Follow-up", page_icon="📬", layout="centered")

page = st.navigation(
    {
        "Plan": [
            st.Page(
                "pages/plan/today.py",
                title="Today",
                icon=":material/today:",
                url_path="today",
                default=True,
                help="What to do now, for whom, by when and why; what has to wait, and what comes next.",
            ),
            st.Page(
                "pages/plan/timeline.py",
                title="Timeline",
                icon=":material/view_timeline:",
                url_path="timeline",
                help="Where each application stands, and what comes when.",
            ),
        ],
        "Write": [
            st.Page(
                "pages/write/compose.py",
                title="Compose",
                icon=":material/edit_square:",
                url_path="compose",
                help="Write the message of an action, hand it to your mail program, and mark it as sent.",
            ),
        ],
        "Record": [
            st.Page(
                "pages/record/interviews.py",
                title="Interviews",
                icon=":material/groups:",
                url_path="interviews",
                help="Enter and edit applications with their people, interviews and what was said.",
            ),
            st.Page(
                "pages/record/settings.py",
                title="Settings",
                icon=":material/settings:",
                url_path="settings",
                help="Your name, zone and country, and how soon and how often you follow up.",
            ),
        ],
    }
)

try:
    session.refresh()  # first of all: of a file that cannot be read no page shows a part
    feedback.bar()
    page.run()
except FollowupError as error:
    frame.cannot_read(error)
except Exception:
    logging.getLogger("followup").exception("A page failed")
    frame.broken()
