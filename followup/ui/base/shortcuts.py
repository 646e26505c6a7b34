"""Keys for the main moves, listed under "?" in the sidebar; `frame/keystrokes.js` hears those that lead to a page.

Single letters are quick, but in the way of whoever speaks to the computer: one switch turns them all off (WCAG 2.1.4).
"""

from dataclasses import dataclass

import streamlit as st

_ON = "shortcuts_on"


@dataclass(frozen=True, slots=True)
class Move:
    """A key, what it does in words, and the address that it leads to."""

    letter: str
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


def letter(name: str) -> str | None:
    """A button's `shortcut`: the key of this name, or None while shortcuts are turned off."""
    return name if _on() else None


def moves() -> tuple[tuple[str, str], ...]:
    """Keys with the address that each leads to; none while shortcuts are turned off."""
    return tuple((move.letter, move.address) for move in MOVES) if _on() else ()


def _on() -> bool:
    return bool(st.session_state.get(_ON, True))


def box() -> None:
    """The box in the sidebar: what the keys do, and the switch."""
    with (
        st.sidebar,
        st.expander("Keyboard shortcuts", icon=":material/question_mark:", key="shortcuts"),
    ):
        lines = [f"`{move.letter}` {move.words}" for move in MOVES]
        lines += ["On the page:", *(f"`{key}` {words}" for key, words in HERE.items())]
        st.markdown("  \n".join(lines))
        st.toggle("Shortcuts on", value=True, key=_ON, persist_state="session")
