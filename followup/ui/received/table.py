"""A table before it is imported: how it was read, what is asked, what comes in, what is left out; then one change."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from followup.exchange.filled.table import Taken, taken_of
from followup.exchange.reader import Reader
from followup.exchange.table import Choices, Table, read_table
from followup.model.errors import FollowupError
from followup.prose.text import counted
from followup.store.state import Change
from followup.ui.base import session
from followup.ui.base.feedback import change
from followup.ui.base.looks import md1
from followup.ui.base.options import zones
from followup.ui.received.columns import columns_part
from followup.ui.received.preview import STATUSES, left_out, preview
from followup.ui.received.zone import Received, forget

_ASKED = 12
_GO = "go"
_STORED = 0.4  # of an import, how much it is to store it; the rest is to derive what follows
_IMPORTING = "Importing"
_ORDERS = {"dmy": "Day first: 31/12", "mdy": "Month first: 12/31"}


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
    preview(table)
    left_out(taken)
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
    met = bool(waiting.chosen.get("met"))
    of = (id(table), session.snapshot().version, met)
    if waiting.chosen.get("taken_of") != of:
        known = session.facts().applications
        waiting.chosen["taken"] = taken_of(table, known, reader, met=met)
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
        mine = session.facts().me.zone.key
        names = {mine: f"Mine: {mine}", **{name: name for name in zones() if name != mine}}
        _choose(waiting, "zone", "Whose clock?", names)
    for status in _unknown(waiting, table):
        _status(waiting, status)
    for ask in [a for a in table.asks if a.field in ("columns", "thanked", "promised")][:_ASKED]:
        st.markdown(f":orange[:material/help: {md1(ask.sentence)}]")
    if any(row.person and row.interviews and row.contact != "interviewer" for row in table.rows):
        key = "received_met"
        session.show(key, bool(waiting.chosen.get("met")))
        words = "Who is named in a line was at its interview"
        st.checkbox(words, key=key, on_change=_chosen, args=(waiting, "met", key))
    return bool({"date_order", "time_zone"} & sentences.keys()) or not table.rows


def _ask(sentences: Mapping[str, str], field: str) -> None:
    if sentence := sentences.get(field):
        st.markdown(f":orange[:material/help: {md1(sentence)}]")


def _choose(waiting: Received, field: str, label: str, words: Mapping[str, str]) -> None:
    key = f"received_{field}"
    chosen: str | None = waiting.chosen.get(field)
    st.selectbox(
        label,
        list(words),
        format_func=lambda each: words[each],
        index=list(words).index(chosen) if chosen else None,
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
    said: str | None = waiting.chosen.get("statuses", {}).get(status)
    st.selectbox(
        f"What does “{md1(status, 40)}” mean?",
        list(STATUSES),
        format_func=lambda each: STATUSES[each],
        index=list(STATUSES).index(said) if said else None,
        placeholder="Not known: no outcome",
        key=key,
        on_change=_in_words,
        args=(waiting, status, key),
    )


def _in_words(waiting: Received, status: str, key: str) -> None:
    said: Mapping[str, Any] = waiting.chosen.get("statuses", {})
    waiting.chosen["statuses"] = {**said, status: st.session_state[key]}


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
