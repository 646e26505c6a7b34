"""What was typed and is neither sent nor saved yet, on the disk: it comes back after a reload or a restart."""

import logging
from collections.abc import Callable

import streamlit as st

from followup.model.errors import FollowupError
from followup.store.unsent import Habits, KeptUnsent, UnsavedForm, Unsent
from followup.ui.base import session
from followup.ui.base.looks import md

log = logging.getLogger(__name__)

_NOT_KEPT = "compose_trouble"
_FORMS = "drafts_forms"
_HABITS = "drafts_habits"


def load() -> Unsent:
    """All that is kept; what cannot be read is said."""
    found = session.store().unsent.load()
    if found.problem:
        st.session_state[_NOT_KEPT] = found.problem
    return found


def kept_form(name: str) -> UnsavedForm | None:
    """The unsaved form of this name, as it was last kept."""
    return load().forms.get(name)


def kept_forms() -> frozenset[str]:
    """The names of the forms that were unsaved when this session began."""
    if _FORMS not in st.session_state:
        st.session_state[_FORMS] = frozenset(load().forms)
    names: frozenset[str] = st.session_state[_FORMS]
    return names


def keep_form(name: str, form: UnsavedForm | None) -> bool:
    """Keep an unsaved form, or with None forget it; whether that was done."""
    return written(lambda file: file.keep_form(name, form, now=session.now()))


def not_kept(sentence: str) -> None:
    """What the page says, until something is kept again."""
    st.session_state[_NOT_KEPT] = sentence


def written(write: Callable[[KeptUnsent], None]) -> bool:
    """Write what is unsent; whether it was done, which else the page says."""
    try:
        write(session.store().unsent)
    except FollowupError as error:
        st.session_state[_NOT_KEPT] = str(error)
    except Exception:
        log.exception("A draft could not be kept")
        st.session_state[_NOT_KEPT] = (
            "Something went wrong: this draft is kept in this tab, and not on the disk."
        )
    else:
        st.session_state.pop(_NOT_KEPT, None)
        return True
    return False


def habits() -> Habits:
    """Tone, LinkedIn's limit, the way into a mail program and what was declined, as last chosen."""
    known: Habits | None = st.session_state.get(_HABITS)
    if known is None:
        known = st.session_state[_HABITS] = load().habits
    return known


def remember(**changes: object) -> None:
    """Other ones from now on; what another tab chose since stays."""
    chosen = Habits.model_validate({**load().habits.model_dump(), **changes})
    st.session_state[_HABITS] = chosen
    written(lambda file: file.remember(chosen, now=session.now()))


def warning() -> None:
    """Say why a draft was not kept or not read, until one is kept again."""
    if words := st.session_state.get(_NOT_KEPT):
        st.warning(md(words), title="About your drafts", icon=":material/warning:")
