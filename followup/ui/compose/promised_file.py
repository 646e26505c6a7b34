"""The file that was promised: chosen beside the letter, and sent along in the .eml file, which alone can carry it."""

import streamlit as st

from followup.messages.handoff import Attached
from followup.messages.occasion import Occasion


def attached(key: str) -> Attached | None:
    """The file that was chosen for the action with this key, if one was."""
    chosen = st.session_state.get(_name(key))
    return Attached(chosen.name, chosen.getvalue()) if chosen else None


def ask(occasion: Occasion) -> None:
    """Asks for it where one was promised; below the way out, which must stay in sight."""
    if occasion.promise is None or occasion.promise.kind != "material":
        return
    st.file_uploader(
        "The file that you promised",
        key=_name(occasion.key),
        help="It goes into the .eml file, and is kept nowhere: a link into a mail program cannot carry it.",
    )


def _name(key: str) -> str:
    return f"compose_file_{key}"
