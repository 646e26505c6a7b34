"""What stands in the place of a page that cannot be shown."""

import streamlit as st

from followup.model.errors import FollowupError
from followup.model.trouble import report
from followup.store.place import data_path
from followup.ui import data_backups
from followup.ui.text import md, md1


def cannot_read(error: FollowupError) -> None:
    """The data file was refused: the sentence, where the file lies, and nothing else."""
    lines = str(error).splitlines()
    body = md(lines[0]) if len(lines) == 1 else "\n".join(f"- {md1(line)}" for line in lines[:20])
    st.error(body, title="Your data file cannot be read", icon=":material/heart_broken:")
    if str(data_path()) not in str(error):
        st.code(str(data_path()), language=None, wrap_lines=True)
    data_backups.rescue()
    st.button("Try again", key="frame_again", icon=":material/refresh:")


def broken(error: Exception) -> None:
    """Something that nobody foresaw: calm, with what helps to mend it and holds nothing personal."""
    st.error(
        "This page could not be shown in full. Your data is safe: what was saved is in your file, "
        "and what you typed here is kept.",
        title="Something went wrong",
        icon=":material/sentiment_dissatisfied:",
    )
    st.button("Try again", key="frame_again", icon=":material/refresh:")
    with st.expander("Details for a report", icon=":material/bug_report:"):
        st.markdown(
            "Where in the program it went wrong, and versions; nothing that you wrote. "
            "The log file has the same."
        )
        st.code(report(error), language=None, wrap_lines=True)
