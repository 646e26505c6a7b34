"""What a table leaves open as a whole: the order of its dates, whose clock it is on, words for a status, who was there.

What it leaves open of a column or of a line is asked there: `columns.py`, `lines.py`.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import streamlit as st

from followup.exchange.table import Kind, Table
from followup.ui.base import session
from followup.ui.base.looks import in_label, md1
from followup.ui.base.options import zones
from followup.ui.received.preview import STATUSES
from followup.ui.received.zone import Received

_ORDERS = {"dmy": "Day first: 31/12", "mdy": "Month first: 12/31"}
_FIRST: frozenset[Kind] = frozenset({"date_order", "time_zone"})


def questions(waiting: Received, table: Table) -> bool:
    """Ask; whether something has to be said before anything can come in."""
    sentences: Mapping[str, str] = {ask.field: ask.sentence for ask in table.asks}
    if table.date_order and table.date_order != "ymd" and "date_order" not in sentences:
        st.markdown(f":small[Dates are read as {_ORDERS[table.date_order].lower()}.]")
    if waiting.chosen.get("order") or "date_order" in sentences:
        _ask(sentences, "date_order")
        _choose(waiting, "order", "Which comes first in the dates?", _ORDERS)
    if waiting.chosen.get("zone") or "time_zone" in sentences:
        _ask(sentences, "time_zone")
        mine = session.facts().me.zone.key
        names = {mine: f"Mine: {mine}", **{name: name for name in zones() if name != mine}}
        _choose(waiting, "zone", "Whose clock?", names)
    for status in _unknown(waiting, table):
        _status(waiting, status)
    _ask(sentences, "columns")
    if any(row.person and row.interviews and row.contact != "interviewer" for row in table.rows):
        key = "received_met"
        session.show(key, bool(waiting.chosen.get("met")))
        words = "Who is named in a line was at its interview"
        st.checkbox(words, key=key, on_change=partial(_chosen, waiting, "met", key))
    return bool(_FIRST & sentences.keys()) or not table.rows


def _ask(sentences: Mapping[str, str], field: Kind) -> None:
    if sentence := sentences.get(field):
        st.markdown(f":orange[:material/help: {md1(sentence)}]")


def _choose(waiting: Received, field: str, label: str, words: Mapping[str, str]) -> None:
    key, chosen = f"received_{field}", waiting.chosen.get(field)
    _options(label, words, chosen, "Choose one", key, partial(_chosen, waiting, field, key))


def _unknown(waiting: Received, table: Table) -> list[str]:
    """The statuses that were not understood, those included that the user has explained by now."""
    said: Mapping[str, Any] = waiting.chosen.get("statuses", {})
    asked = [str(ask.suggestion) for ask in table.asks if ask.field == "status"]
    return [*said, *(each for each in asked if each not in said)]


def _status(waiting: Received, status: str) -> None:
    key, said = f"received_status_{status}", waiting.chosen.get("statuses", {}).get(status)
    label = f"What does “{in_label(status, 40)}” mean?"
    on_change = partial(_in_words, waiting, status, key)
    _options(label, STATUSES, said, "Not known: no outcome", key, on_change)


def _options(
    label: str,
    words: Mapping[str, str],
    chosen: str | None,
    placeholder: str,
    key: str,
    on_change: Callable[[], None],
) -> None:
    """One of the words to choose; none at first, where none was chosen."""
    st.selectbox(
        label,
        list(words),
        format_func=lambda each: words[each],
        index=list(words).index(chosen) if chosen else None,
        placeholder=placeholder,
        key=key,
        on_change=on_change,
    )


# ---- in callbacks


def _chosen(waiting: Received, field: str, key: str) -> None:
    waiting.chosen[field] = st.session_state[key]


def _in_words(waiting: Received, status: str, key: str) -> None:
    # Another mapping, not a change of this one: by it the table sees that it is to be read anew.
    said: Mapping[str, Any] = waiting.chosen.get("statuses", {})
    waiting.chosen["statuses"] = {**said, status: st.session_state[key]}
