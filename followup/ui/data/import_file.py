"""An export that comes in: read, previewed in words, and saved with one click."""

import streamlit as st

from followup.model.errors import FollowupError
from followup.model.facts import Facts
from followup.model.lossless.codec import decode
from followup.model.lossless.imports import has_settings
from followup.store.import_preview import preview_import
from followup.ui.base import feedback, session
from followup.ui.base.looks import md1
from followup.ui.base.pages import DROPPED, TODAY
from followup.ui.data.file import failed

_ROUND = "data_import_round"  # a new one empties the uploader
_SETTINGS = "data_import_settings"


def import_file() -> None:
    """The file, what it would change, and the button."""
    st.header("Import", anchor=False)
    file = st.file_uploader(
        "An export of Follow-up (JSON), to bring in what it holds",
        type=["json", *DROPPED],  # of the others it is said where they belong
        key=f"data_import_{st.session_state.get(_ROUND, 0)}",
        help="Its applications and templates come in, each in the place of the one that it was exported from. "
        "What it does not hold stays as it is.",
    )
    if file is None:
        _elsewhere()
        return
    if not file.name.lower().endswith(".json"):
        st.error(f"{md1(file.name)} is no export of Follow-up.", icon=":material/block:")
        _elsewhere()
        return
    try:
        there = decode(file.getvalue())
        with st.container(border=True, key="data_import_preview"):
            _preview(file.name, there)
    except FollowupError as error:
        failed(error)


def _elsewhere() -> None:
    """Where a table, a mail or an invitation belongs."""
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        words = "A table (CSV, Excel), a mail or an invitation goes into the line on top of Today."
        st.markdown(words, width="content")
        if st.button("Drop it there", key="data_import_elsewhere", type="tertiary"):
            st.switch_page(TODAY)


def _preview(name: str, there: Facts) -> None:
    here = session.facts()
    differ = (there.me, there.cadence) != (here.me, here.cadence)
    asked = bool(
        differ
        and has_settings(here)
        and st.toggle("Its settings as well, in the place of yours", key=_SETTINGS)
    )
    lines = preview_import(here, there, settings=asked)
    if not lines:
        st.markdown("It holds nothing that is not here.")
        return
    st.markdown("\n".join(f"- {md1(line)}" for line in lines))
    st.markdown("What you have now is backed up first, and Undo brings it back.")
    st.button(
        "Import it",
        key="data_import_yes",
        type="primary",
        icon=":material/upload:",
        on_click=_import,
        args=(name, there, asked),
    )


def _import(name: str, there: Facts, asked: bool) -> None:
    store = session.store()
    saved = feedback.change(
        lambda: store.import_facts(
            there, settings=asked, now=session.now(), what=f"Imported {name}"
        )
    )
    if saved is not None:
        st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
