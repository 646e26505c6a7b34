"""The numbers behind a chart, as a table."""

from collections.abc import Sequence

import streamlit as st

_ROWS = 40


def table(head: Sequence[str], rows: Sequence[Sequence[str]], *, opened: bool = False) -> None:
    """A table of cells that are Markdown already; behind its chart, or open where there is none."""
    lines = [head, ["---"] * len(head), *rows[:_ROWS]]
    body = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    if rows[_ROWS:]:
        body += f"\n\n… and {len(rows) - _ROWS} more."
    if opened:
        st.markdown(body)
        return
    with st.expander("The numbers", icon=":material/table:"):
        st.markdown(body)
