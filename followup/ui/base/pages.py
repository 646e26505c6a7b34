"""The pages by their scripts, as Streamlit names them, the ways to them, by links and by keys, and to a place on one.

The keys are listed under "?" in the sidebar; `frame/keystrokes.js` hears those that lead to a page. Single letters are
quick, but in the way of whoever speaks to the computer: one switch turns them all off (WCAG 2.1.4).
"""

from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import streamlit as st

TODAY = "pages/plan/today.py"
COMPOSE = "pages/write/compose.py"
INTERVIEWS = "pages/record/interviews.py"
GUIDE = "pages/record/guide.py"
DROPPED = ("eml", "ics", "ical", "csv", "tsv", "xlsx", "txt", "mht", "msg", "pdf")
"""The endings of what one may drop on Today and Interviews: what is read, and what is told to be saved otherwise."""
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


_ON = "shortcuts_on"


@dataclass(frozen=True, slots=True)
class Move:
    """A key, what it does in words, and the address that it leads to."""

    key: str
    words: str
    address: str


# C and R are Streamlit's own.
MOVES = (
    Move("T", "Go to Today", "/"),
    Move("L", "Go to Timeline", "/timeline"),
    Move("M", "Go to Calendar", "/calendar"),
    Move("W", "Go to Compose", "/compose"),
    Move("I", "Go to Interviews", "/interviews"),
    Move("N", "Enter an interview", "/interviews?new=1"),
    Move("S", "Go to Settings", "/settings"),
)
HERE = {"P": "Begin with the first thing of Today", "D": "The first of Today is done", "U": "Undo"}


def shortcut(name: str) -> str | None:
    """A button's `shortcut`: the key of this name, or None while shortcuts are turned off."""
    return name if _on() else None


def key_moves() -> tuple[tuple[str, str], ...]:
    """Keys with the address that each leads to; none while shortcuts are turned off."""
    return tuple((move.key, move.address) for move in MOVES) if _on() else ()


def _on() -> bool:
    return bool(st.session_state.get(_ON, True))


def keys_box() -> None:
    """The box in the sidebar: what the keys do, and the switch."""
    with (
        st.sidebar,
        st.expander("Keyboard shortcuts", icon=":material/question_mark:", key="shortcuts"),
    ):
        lines = [f"`{move.key}` {move.words}" for move in MOVES]
        lines += ["On the page:", *(f"`{key}` {words}" for key, words in HERE.items())]
        st.markdown("  \n".join(lines))
        st.toggle("Shortcuts on", value=True, key=_ON, persist_state="session")


# What has just appeared is brought into sight, where a click on a long page would leave it below the window's edge.
_ARRIVED = "sight_arrived"
_SIGHT = st.components.v2.component(
    "followup_sight", js=Path(__file__).with_name("sight.js").read_text("utf-8")
)


def scroll_here(name: str, times: int) -> None:
    """Scrolls to this place of the page when `times` has risen; 0 does nothing. `name` tells two places apart."""
    if times:
        _SIGHT(key=f"sight_{name}_{times}", height=1)


def type_here(name: str, times: int) -> None:
    """Brings the caret behind what stands in the container's text field when `times` has risen; 0 does nothing."""
    if times:
        _SIGHT(key=f"type_{name}_{times}", data={"types": True}, height=1)


def next_from_its_top() -> None:
    """In a callback that leads away from the end of a long page: the next page begins at its top."""
    st.session_state[_ARRIVED] = True


def from_the_top() -> None:
    """The top of a page that `next_from_its_top` may have led to."""
    with st.container():  # its own place: nothing below it moves when it goes
        scroll_here("arrival", int(st.session_state.pop(_ARRIVED, False)))
