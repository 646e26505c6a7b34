"""A table before it is imported: how it was read, what is asked, what comes in, what is left out; then one change."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from followup.exchange.filled.table import Taken, taken_of
from followup.exchange.reader import Reader
from followup.exchange.table import Choices, Table, read_table
from followup.exchange.table.rows import Row
from followup.model.errors import FollowupError
from followup.prose.text import counted, date_words
from followup.store.state import Change
from followup.ui.base import session
from followup.ui.base.feedback import change
from followup.ui.base.looks import md1
from followup.ui.base.options import zones
from followup.ui.received.columns import columns_part
from followup.ui.received.zone import Received, forget

_SHOWN, _ASKED = 8, 12
_GO = "go"
_STORED = 0.4  # of an import, how much it is to store it; the rest is to derive what follows
_IMPORTING = "Importing"
_ORDERS = {"dmy": "Day first: 31/12", "mdy": "Month first: 12/31"}
_STATUSES = {
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


def table_body(waiting: Received) -> None:
    """The whole dialog."""
    try:
        table = _read(waiting)
    except FollowupError as error:
        st.error(md1(str(error)), title="Not read", icon=":material/block:")
        return
    reader = _reader(waiting)
    taken = _taken(waiting, table, reader)
    if waiting.chosen.pop(_GO, False):
        _import(waiting, taken)
        st.rerun()  # back to the page, which says what that did, or why it was not done
    open_ = _questions(waiting, table)
    columns_part(waiting, table.columns)
    _preview(table)
    _left_out(taken)
    count = len(taken.applications)
    st.markdown("What you have now is backed up first, and Undo brings it back.")
    st.button(
        f"Import {counted(count, 'application')}",
        key="received_import",
        type="primary",
        icon=":material/upload:",
        disabled=not count or open_,
        on_click=_go,
        args=(waiting,),
    )


def _taken(waiting: Received, table: Table, reader: Reader) -> Taken:
    """What would come in: derived once for each reading of the table and each state of the file."""
    of = (id(table), session.snapshot().version)
    if waiting.chosen.get("taken_of") != of:
        waiting.chosen["taken"] = taken_of(table, session.facts().applications, reader)
        waiting.chosen["taken_of"] = of
    taken: Taken = waiting.chosen["taken"]
    return taken


def _reader(waiting: Received) -> Reader:
    facts = session.facts()
    zone = waiting.chosen.get("zone") or facts.me.zone.key
    return Reader.of(facts, session.now(), str(zone))


def _choices(waiting: Received) -> Choices:
    chosen: Mapping[str, Any] = waiting.chosen
    return Choices(
        columns=chosen.get("columns", {}),
        date_order=chosen.get("order"),
        statuses=chosen.get("statuses", {}),
        zone=chosen.get("zone"),
    )


def _read(waiting: Received) -> Table:
    """The table as it is read now; anew, with a bar, once the user has chosen otherwise."""
    choices = _choices(waiting)
    if waiting.chosen.get("read_as") != choices:
        bar = st.progress(0.0, "Reading the table")
        waiting.chosen["table"] = read_table(
            waiting.data, _reader(waiting), choices, partial(_moved, bar)
        )
        waiting.chosen["read_as"] = choices
        bar.empty()
    table: Table = waiting.chosen["table"]
    return table


def _moved(bar: DeltaGenerator, part: float) -> None:
    bar.progress(part, "Reading the table")


# ---- what only the user can say


def _questions(waiting: Received, table: Table) -> bool:
    """What the table leaves open; whether it has to be said first."""
    sentences = {ask.field: ask.sentence for ask in table.asks}
    if table.date_order and table.date_order != "ymd" and "date_order" not in sentences:
        st.markdown(f":small[Dates are read as {_ORDERS[table.date_order].lower()}.]")
    if waiting.chosen.get("order") or "date_order" in sentences:
        _ask(sentences, "date_order")
        _choose(waiting, "order", "Which comes first in the dates?", _ORDERS)
    if waiting.chosen.get("zone") or "time_zone" in sentences:
        _ask(sentences, "time_zone")
        names = {name: name for name in zones()}
        _choose(waiting, "zone", "Whose clock?", names, session.facts().me.zone.key)
    for status in _unknown(waiting, table):
        _status(waiting, status)
    for ask in [a for a in table.asks if a.field in ("columns", "thanked", "promised")][:_ASKED]:
        st.markdown(f":orange[:material/help: {md1(ask.sentence)}]")
    return "date_order" in sentences or not table.rows


def _ask(sentences: Mapping[str, str], field: str) -> None:
    if sentence := sentences.get(field):
        st.markdown(f":orange[:material/help: {md1(sentence)}]")


def _choose(
    waiting: Received, field: str, label: str, words: Mapping[str, str], usual: str | None = None
) -> None:
    key = f"received_{field}"
    st.selectbox(
        label,
        list(words),
        format_func=lambda each: words[each],
        index=list(words).index(usual) if usual and usual in words else None,
        placeholder="Choose one",
        key=key,
        on_change=_chosen,
        args=(waiting, field, key),
    )


def _chosen(waiting: Received, field: str, key: str) -> None:
    waiting.chosen[field] = st.session_state[key]


def _unknown(waiting: Received, table: Table) -> list[str]:
    """The statuses that were not understood, those included that the user has explained by now."""
    asked = [ask.suggestion for ask in table.asks if ask.field == "status"]
    said: Mapping[str, Any] = waiting.chosen.get("statuses", {})
    return [*said, *(str(each) for each in asked if each and each not in said)][:_ASKED]


def _status(waiting: Received, status: str) -> None:
    key = f"received_status_{status}"
    st.selectbox(
        f"What does “{md1(status, 40)}” mean?",
        list(_STATUSES),
        format_func=lambda each: _STATUSES[each],
        index=None,
        placeholder="Not known: no outcome",
        key=key,
        on_change=_in_words,
        args=(waiting, status, key),
    )


def _in_words(waiting: Received, status: str, key: str) -> None:
    said: Mapping[str, Any] = waiting.chosen.get("statuses", {})
    waiting.chosen["statuses"] = {**said, status: st.session_state[key]}


# ---- what comes in


def _preview(table: Table) -> None:
    for row in table.rows[:_SHOWN]:
        st.markdown(f":small[Line {row.line}: {md1(_row(row))}]")
    if table.rows[_SHOWN:]:
        st.markdown(f":small[And {counted(len(table.rows) - _SHOWN, 'row')} more.]")


def _row(row: Row) -> str:
    today = session.clock().today
    status = _STATUSES.get(row.status or "", "")
    said = [
        row.company or "?",
        row.role or "",
        f"applied {date_words(row.applied, today)}" if row.applied else "",
        *(f"interview {date_words(day, today)}" for day in map(_day, row.interviews)),
        status.lower() if row.status not in ("applied", "interview") else "",
        (row.person.name or row.person.email or "") if row.person else "",
    ]
    return " · ".join(each for each in said if each)


def _day(value: Any) -> Any:
    return value.date() if hasattr(value, "date") else value


def _left_out(taken: Taken) -> None:
    if not taken.skipped:
        return
    words = f"{counted(len(taken.skipped), 'remark')}: what is left out, and why"
    with st.expander(words, icon=":material/playlist_remove:"):
        st.text("\n".join(f"Line {left.line}: {left.reason}." for left in taken.skipped[:500]))
        if taken.skipped[500:]:
            st.markdown(f"And {len(taken.skipped) - 500} more.")


def _go(waiting: Received) -> None:
    waiting.chosen[_GO] = True


def _import(waiting: Received, taken: Taken) -> None:
    """In the run, not before it: thousands of rows take a while, and a bar shows how far it is."""
    count = counted(len(taken.applications), "application")
    words = f"Imported {count} from {waiting.name or 'a table'}"
    update = partial(session.store().update, words, taken.into, now=session.now())
    bar = st.progress(0.0, _IMPORTING)

    def stored() -> Change:
        made = update(before="before-import")
        session.refresh()
        session.plan(lambda part: _shown(bar, part))
        return made

    if change(stored, f"{words}."):
        forget()


def _shown(bar: DeltaGenerator, part: float) -> None:
    bar.progress(_STORED + (1 - _STORED) * part, _IMPORTING)
