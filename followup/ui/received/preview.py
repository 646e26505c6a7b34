"""The rows of a table before they are imported: as they were read, and what is left out."""

from datetime import date, datetime

import streamlit as st

from followup.exchange.filled.table import Taken
from followup.exchange.table import Table
from followup.exchange.table.rows import Row
from followup.prose.text import counted, date_words
from followup.ui.base import session
from followup.ui.base.looks import ROLES, md1

_SHOWN = 8
STATUSES = {
    "applied": "Applied",
    "open": "Still open",
    "interview": "Interview",
    "offer": "Offer",
    "accepted": "Accepted",
    "rejected": "They said no",
    "withdrawn": "I withdrew",
    "closed": "Closed, no answer",
    "saved": "Only saved",
}


def preview(table: Table) -> None:
    """The first rows, as they were read."""
    for row in table.rows[:_SHOWN]:
        st.markdown(f":small[Line {row.line}: {md1(_row(row))}]")
    if table.rows[_SHOWN:]:
        st.markdown(f":small[And {counted(len(table.rows) - _SHOWN, 'row')} more.]")


def _row(row: Row) -> str:
    today = session.clock().today
    status = STATUSES.get(row.status or "", "")
    said = [
        row.company or "?",
        row.role or "",
        f"applied {date_words(row.applied, today)}" if row.applied else "",
        *(f"interview {_when(each, today)}" for each in row.interviews),
        status.lower() if row.status not in ("applied", "interview") else "",
        _contact(row),
    ]
    return " · ".join(each for each in said if each)


def _when(when: date | datetime, today: date) -> str:
    """Its day, and its time on the clock that was meant, as it will be saved."""
    if isinstance(when, datetime):
        return f"{date_words(when.date(), today)}, {when:%H:%M}"
    return date_words(when, today)


def _contact(row: Row) -> str:
    if row.person is None:
        return ""
    said = " ".join(filter(None, (row.person.name, row.person.email)))
    return f"{said} ({ROLES[row.contact].lower()})"


def left_out(taken: Taken) -> None:
    """What does not come in, in a closed box."""
    if not taken.skipped:
        return
    words = f"{counted(len(taken.skipped), 'remark')}: what is left out, and why"
    with st.expander(words, icon=":material/playlist_remove:"):
        st.text("\n".join(f"Line {left.line}: {left.reason}." for left in taken.skipped[:500]))
        if taken.skipped[500:]:
            st.markdown(f"And {len(taken.skipped) - 500} more.")
