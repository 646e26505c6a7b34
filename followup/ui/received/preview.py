"""A row of a table before it is imported, in words, and what does not come in."""

from collections.abc import Sequence
from datetime import date, datetime

import streamlit as st

from followup.exchange.table import Left, Row
from followup.prose.text import counted, date_words
from followup.ui.base import session
from followup.ui.base.looks import ROLES

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


def row_words(row: Row) -> str:
    """The row as it was read, on one line."""
    today = session.clock().today
    status = STATUSES.get(row.status or "", "")
    status = status if status.startswith("I ") else status.lower()
    ended = f" {date_words(row.ended, today)}" if row.ended else ""
    said = [
        row.company or "?",
        row.role or "",
        f"applied {date_words(row.applied, today)}" if row.applied else "",
        *_rounds(row, today),
        f"{status}{ended}" if row.status not in ("applied", "interview") else "",
        _contact(row),
    ]
    return " · ".join(each for each in said if each)


def _rounds(row: Row, today: date) -> list[str]:
    """Each by its name, its day, and its time on the clock that was meant, as it will be saved."""
    return [
        f"{name or 'interview'} {_when(when, today)}"
        for name, when in zip(row.rounds, row.interviews, strict=True)
    ]


def _when(when: date | datetime, today: date) -> str:
    if isinstance(when, datetime):
        return f"{date_words(when.date(), today)}, {when:%H:%M}"
    return date_words(when, today)


def _contact(row: Row) -> str:
    if row.person is None:
        return ""
    said = " ".join(filter(None, (row.person.name, row.person.email)))
    return f"{said} ({ROLES[row.contact].lower()})"


def left_out(skipped: Sequence[Left]) -> None:
    """What does not come in, in a closed box."""
    if not skipped:
        return
    words = f"{counted(len(skipped), 'remark')}: what does not come in, or wants a look"
    with st.expander(words, icon=":material/playlist_remove:"):
        st.text("\n".join(f"Line {left.line}: {left.reason}." for left in skipped[:500]))
        if skipped[500:]:
            st.markdown(f"And {len(skipped) - 500} more.")
