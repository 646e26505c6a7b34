"""Which column of a table is what, to be changed by hand."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from followup.exchange.table import Column, Table
from followup.prose.text import counted
from followup.ui.base.looks import in_label, md1
from followup.ui.received.zone import Received

_MAPPED = 40
_FIELDS: dict[str | None, str] = {
    "company": "Company",
    "role": "Role",
    "applied": "Applied on",
    "status": "Status",
    "interview": "Interview",
    "time": "Time of the interview",
    "person": "Contact",
    "email": "Their e-mail",
    "link": "Link",
    "notes": "Notes",
    "rejected": "They said no on",
    "offered": "Offer on",
    "acted": "Last contact",
    "skipped": "Leave out",
    None: "Leave out",
}


def columns_part(waiting: Received, table: Table) -> None:
    """A field for each column; open where it is asked which one is the company or the role."""
    columns = table.columns
    known = [f"{c.name}: {_FIELDS.get(c.field, 'Leave out')}" for c in columns if c.name]
    lacking = any(ask.field == "columns" for ask in table.asks)
    words = f"{counted(len(known), 'column')}: which is what"
    with st.expander(words, icon=":material/table:", expanded=lacking):
        for number, column in enumerate(columns[:_MAPPED]):
            _column(waiting, number, column)
        if columns[_MAPPED:]:
            st.markdown(f"And {len(columns) - _MAPPED} more, which are left out.")


def _column(waiting: Received, number: int, column: Column) -> None:
    fields = [field for field in _FIELDS if field]
    example = f" (“{md1(column.example, 40)}”)" if column.example else ""
    st.selectbox(
        f"{in_label(column.name, 60) or 'A column without a name'}{example}",
        fields,
        format_func=lambda field: _FIELDS[field],
        index=fields.index(column.field) if column.field in fields else fields.index("skipped"),
        key=f"received_column_{number}",
        on_change=_mapped,
        args=(waiting, number),
    )


def _mapped(waiting: Received, number: int) -> None:
    said: Mapping[int, Any] = waiting.chosen.get("columns", {})
    field = st.session_state[f"received_column_{number}"]
    waiting.chosen["columns"] = {**said, number: field}
