"""The front door: page config, the navigation, and the frame that every page stands in."""

import logging
from pathlib import Path

import streamlit as st

from followup.model.errors import FollowupError
from followup.ui import data, days, feedback, frame, keystrokes, own_zone, session, shortcuts

ASSETS = Path(__file__).parent / "assets"
# Without an item of ours there is no menu, and with toolbarMode "minimal" no sign either that a slow page is at work.
st.set_page_config(
    page_title="Follow-up",
    page_icon=ASSETS / "icon.png",
    layout="centered",
    menu_items={"About": "Follow-up: what to do after an interview, when, and what to write."},
)


def entry(path: str, title: str, icon: str, tip: str, *, default: bool = False) -> st.Page:
    """One page in the navigation; its address is its file's name."""
    return st.Page(
        f"pages/{path}.py",
        title=title,
        icon=f":material/{icon}:",
        url_path=path.rpartition("/")[2],
        default=default,
        help=tip,
    )


page = st.navigation(
    {
        "Plan": [
            entry(
                "plan/today",
                "Today",
                "today",
                "What to do now, for whom, by when and why; what has to wait, and what comes next.",
                default=True,
            ),
            entry(
                "plan/timeline",
                "Timeline",
                "view_timeline",
                "Where each application stands, and what comes when.",
            ),
            entry(
                "plan/calendar",
                "Calendar",
                "calendar_month",
                "What falls on which day: interviews, what is due, promises and snoozes.",
            ),
        ],
        "Write": [
            entry(
                "write/compose",
                "Compose",
                "edit_square",
                "Write the message of an action, hand it to your mail program, and mark it as sent.",
            ),
            entry(
                "write/templates",
                "Templates",
                "article",
                "Your own message templates beside ours, with their fields and a preview.",
            ),
        ],
        "Record": [
            entry(
                "record/interviews",
                "Interviews",
                "groups",
                "Enter and edit applications with their people, interviews and what was said.",
            ),
            entry(
                "record/insights",
                "Insights",
                "insights",
                "Which follow-ups were answered, how long an answer takes, and how the search goes.",
            ),
            entry(
                "record/data",
                "Data",
                "database",
                "Where your data is, export and import, its backups, other versions of it, and what cannot be read.",
            ),
            entry(
                "record/settings",
                "Settings",
                "settings",
                "Your name, zone and country, and how soon and how often you follow up.",
            ),
        ],
    }
)
st.logo(ASSETS / "logo.svg", size="large", icon_image=ASSETS / "icon.png")

trouble = st.empty()  # above the page, of which a part may stand already
try:
    session.refresh()  # first of all: of a file that cannot be read no page shows a part
    shortcuts.shortcuts()
    days.watched()
    keystrokes.keystrokes()
    feedback.bar()
    data.notice()
    own_zone.offer()
    page.run()
except FollowupError as error:
    with trouble.container():
        frame.cannot_read(error)
    st.stop()  # ended early, so that Streamlit keeps what was typed into fields that are not drawn now
except Exception as error:
    logging.getLogger("followup").exception("A page failed")
    with trouble.container():
        frame.broken(error)
    st.stop()
