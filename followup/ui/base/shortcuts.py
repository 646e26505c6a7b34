"""Keys for the main moves, listed under "?" in the sidebar: the list is made of the buttons that the keys press.

Single letters are quick, but in the way of whoever speaks to the computer: one switch turns them all off (WCAG 2.1.4).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import streamlit as st

from followup.ui.base import pages

_ON = "shortcuts_on"


@dataclass(frozen=True, slots=True)
class Move:
    """A key, what it does in words, and where it leads."""

    letter: str
    words: str
    page: str
    query: Mapping[str, str] = field(default_factory=dict)


# C and R are Streamlit's own.
MOVES = (
    Move("T", "Go to Today", pages.TODAY),
    Move("L", "Go to Timeline", pages.TIMELINE),
    Move("M", "Go to Calendar", pages.CALENDAR),
    Move("W", "Go to Compose", pages.COMPOSE),
    Move("I", "Go to Interviews", pages.INTERVIEWS),
    Move("N", "Enter an interview", pages.INTERVIEWS, pages.ENTERING),
    Move("S", "Go to Settings", pages.SETTINGS),
)
HERE = {"P": "Begin with the first thing of Today", "D": "The first of Today is done", "U": "Undo"}


def letter(name: str) -> str | None:
    """A button's `shortcut`: the key of this name, or None while shortcuts are turned off."""
    return name if st.session_state.get(_ON, True) else None


def shortcuts() -> None:
    """The box in the sidebar, and the keys that lead from page to page."""
    with (
        st.sidebar,
        st.expander("Keyboard shortcuts", icon=":material/question_mark:", key="shortcuts"),
    ):
        moves = st.container(gap=None)
        # Before the buttons, though it stands below them: a button that leads to another page ends the run, and a
        # switch that a run leaves out is set anew by the next one, over a click that came meanwhile.
        st.toggle("Shortcuts on", value=True, key=_ON, persist_state="session")
        with moves:
            for move in MOVES:
                if st.button(
                    move.words,
                    key=f"move_{move.letter}",
                    type="tertiary",
                    shortcut=letter(move.letter),
                ):
                    st.switch_page(move.page, query_params=dict(move.query))
            said = "  \n".join(f"`{key}` {words}" for key, words in HERE.items())
            st.markdown(f"On the page:  \n{said}")
