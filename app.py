"""The front door: page config, the navigation, and the frame that every page stands in."""

import logging
from pathlib import Path

import streamlit as st

from followup.model.errors import FollowupError
from followup.ui.actions import happened
from followup.ui.base import feedback, looks, pages, session
from followup.ui.frame import frame
from followup.ui.parts import day_fields
from followup.ui.received import zone

ASSETS = Path(__file__).parent / "assets"
_MENU = "app_menu"
WIDE = ("timeline", "calendar", "compose", "insights")


# Without an item of ours there is no menu, and with toolbarMode “minimal” no sign of a slow page. The icon is
# said before the menu: a page without one is given its item's, which the browser would look for at Google.
st.set_page_config(
    page_title="Follow-up",
    page_icon=looks.picture(ASSETS / "icon.png"),
    menu_items={"About": "Follow-up: what to do after an interview, when, and what to write."},
)

if not session.signed_in():
    frame.sign_in()
    st.stop()


def in_menu(path: str, title: str, icon: str, tip: str, *, default: bool = False) -> st.Page:
    """One page in the navigation; its address is its file's name."""
    name, mark = path.rpartition("/")[2], f":material/{icon}:"
    return st.Page(
        f"pages/{path}.py", title=title, icon=mark, url_path=name, default=default, help=tip
    )


# Made once a session: to make one looks for its file.
if _MENU not in st.session_state:
    st.session_state[_MENU] = {
        "Plan": [
            in_menu(
                "plan/today",
                "Today",
                "today",
                "What to do now, for whom, by when and why; what has to wait, and what comes next.",
                default=True,
            ),
            in_menu(
                "plan/timeline",
                "Timeline",
                "view_timeline",
                "Where each application stands, and what comes when.",
            ),
            in_menu(
                "plan/calendar",
                "Calendar",
                "calendar_month",
                "What falls on which day: interviews, what is due, promises and snoozes.",
            ),
        ],
        "Write": [
            in_menu(
                "write/compose",
                "Compose",
                "edit_square",
                "Write the message of an action, hand it to your mail program, and mark it as sent.",
            ),
            in_menu(
                "write/templates",
                "Templates",
                "article",
                "Your own message templates beside ours, with their fields and a preview.",
            ),
        ],
        "Record": [
            in_menu(
                "record/interviews",
                "Interviews",
                "groups",
                "Enter and edit applications with their people, interviews and what was said.",
            ),
            in_menu(
                "record/insights",
                "Insights",
                "insights",
                "Which follow-ups were answered, how long an answer takes, and how the search goes.",
            ),
            in_menu(
                "record/data",
                "Data",
                "database",
                "Where your data is, export and import, its backups, other versions of it, and what cannot be read.",
            ),
            in_menu(
                "record/settings",
                "Settings",
                "settings",
                "Your name, zone and country, and how soon and how often you follow up.",
            ),
            in_menu(
                "record/guide",
                "Guide",
                "menu_book",
                "With pictures: the first interview, a panel, a promised date, an offer, a rejection, the phone.",
            ),
        ],
    }
page = st.navigation(st.session_state[_MENU])
# Said once a run: a page that said so itself would be drawn in the middle first, and jump at every click.
st.set_page_config(layout="wide" if page.url_path in WIDE else "centered")
logo, icon = (looks.picture(ASSETS / name) for name in ("logo.svg", "icon.png"))
st.logo(logo, size="large", icon_image=icon)

instead = st.empty()  # above the page, of which a part may stand already
try:
    session.refresh()  # first of all: of a file that cannot be read no page shows a part
    looks.styles()
    pages.keys_box()
    day_fields.watched()
    frame.reminding()
    frame.keystrokes()
    feedback.bar(page.url_path)
    frame.notice()
    frame.ask_zone()
    if zone.received():
        zone.confirm()
    else:
        happened.dialog_if_open()
    page.run()
    frame.heard()
except FollowupError as error:
    with instead.container():
        frame.cannot_read(error)
    st.stop()  # ended early, so that Streamlit keeps what was typed into fields that are not drawn now
except Exception as error:
    logging.getLogger("followup").exception("A page failed")
    with instead.container():
        frame.broken(error)
    st.stop()
