"""The pages by their scripts, as Streamlit names them, and the way to the first one where nothing is entered yet."""

from typing import NoReturn

import streamlit as st

TODAY = "pages/plan/today.py"
COMPOSE = "pages/write/compose.py"
INTERVIEWS = "pages/record/interviews.py"
GUIDE = "pages/record/guide.py"
ENTERING = {"new": "1"}  # the query of INTERVIEWS that opens an empty form


def nothing_entered(words: str) -> NoReturn:
    """Ends a page that has nothing to show: what will stand there, and the link to the entry form."""
    st.markdown(f"Nothing is entered yet. {words}")
    enter_link()
    st.stop()


def enter_link() -> None:
    """A link to the empty entry form."""
    st.page_link(
        INTERVIEWS, label="Enter an interview", icon=":material/add:", query_params=ENTERING
    )


def guide_part(title: str) -> str:
    """The name in the address of a part of the guide, by its heading: “A panel” is “a-panel”."""
    return title.lower().replace(" ", "-")


def guide_link(title: str, label: str) -> None:
    """A link to the part of the guide with this heading, where one may need it."""
    query = {"part": guide_part(title)}
    st.page_link(GUIDE, label=label, icon=":material/menu_book:", query_params=query)
