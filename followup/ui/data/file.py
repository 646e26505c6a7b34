"""The data itself: where it is, and the records in it that cannot be read."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from followup.model.errors import FollowupError
from followup.prose.text import counted
from followup.store.state import BadRecord, Change
from followup.ui.base import feedback, session
from followup.ui.base.looks import md, md1

_MOST = 20


def location() -> None:
    """Where the data is, and how much it is."""
    if store := session.file():
        st.markdown("Everything that you enter is in this one file on this computer.")
        st.code(str(store.path), language=None, wrap_lines=True)
    else:
        st.markdown("Everything that you enter is kept on this server, for you alone.")
    st.markdown(f"It holds {counted(len(session.facts().applications), 'application')}.")


def bad_records() -> None:
    """Each record that cannot be read, with its path and text, to be mended or removed."""
    bad = session.snapshot().bad
    st.header("Records that cannot be read", anchor=False)
    st.markdown(
        "Something else has changed them. They stay in the file as they are, and no page shows them, "
        "until you mend or remove them. A backup is made before either."
    )
    for each in bad[:_MOST]:
        _bad_record(each)
    if len(bad) > _MOST:
        st.markdown(f"… and {len(bad) - _MOST} more.")


def _bad_record(bad: BadRecord) -> None:
    key = f"data_bad_{bad.path}"
    with st.container(border=True, key=f"{key}_box"):
        st.markdown(f"**{md1(bad.path)}**")
        for problem in bad.problems[:_MOST]:
            st.markdown(f"- {md1(str(problem))}")
        if st.session_state.get(f"{key}_of") != bad.text:  # new here, or changed by others since
            st.session_state[key] = st.session_state[f"{key}_of"] = bad.text
        st.text_area("Its text", key=key, height=240, persist_state="session")
        with st.container(horizontal=True):
            st.button("Save it", key=f"{key}_save", on_click=_mend, args=(bad, key))
            st.button("Remove it", key=f"{key}_remove", on_click=_remove, args=(bad, key))


def _mend(bad: BadRecord, key: str) -> None:
    text = st.session_state[key]
    _change(key, partial(session.store().bad_records.mend, bad, text, now=session.now()))


def _remove(bad: BadRecord, key: str) -> None:
    _change(key, partial(session.store().bad_records.remove, bad, now=session.now()))


def _change(key: str, do: Callable[[], Change]) -> None:
    if feedback.change(do) is not None:
        st.session_state.pop(f"{key}_of", None)


def failed(error: FollowupError) -> None:
    """A part of the page that cannot be shown; the others can."""
    st.error(md(str(error)), icon=":material/block:")
