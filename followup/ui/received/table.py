"""A table before it is imported: how it was read, what is asked, what comes of each line; then one change."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from followup.exchange.filled.row import Said, days_asked
from followup.exchange.filled.table import Line, Taken, lines_of, taken_of
from followup.exchange.reader import Reader
from followup.exchange.table import Choices, Table, read_table
from followup.model.errors import FollowupError
from followup.store.state import Change
from followup.ui.base import session
from followup.ui.base.feedback import change
from followup.ui.base.looks import md1
from followup.ui.received.columns import columns_part
from followup.ui.received.lines import day_said, lines_part
from followup.ui.received.preview import left_out
from followup.ui.received.questions import questions
from followup.ui.received.zone import Received, forget

_GO = "go"
_STORED = 0.4  # of an import, how much it is to store it; the rest is to derive what follows
_READING, _IMPORTING = "Reading the table", "Importing"
_T = TypeVar("_T")


def table_body(waiting: Received) -> None:
    """The whole dialog."""
    try:
        table = _read(waiting)
    except FollowupError as error:
        st.error(md1(str(error)), title="Not read", icon=":material/block:")
        return
    lines, taken = _lines(waiting, table)
    if waiting.chosen.pop(_GO, False):
        _import(waiting, taken)
        st.rerun()  # back to the page, which says what that did, or why it was not done
    open_ = questions(waiting, table)
    columns_part(waiting, table)
    lines_part(waiting, table, lines, taken)
    left_out(taken.skipped)
    st.markdown("What you have now is backed up first, and Undo brings it back.")
    st.button(
        f"Import {taken.words}",
        key="received_import",
        type="primary",
        icon=":material/upload:",
        disabled=open_ or not taken.holds_news,
        on_click=_go,
        args=(waiting,),
    )


def _kept(waiting: Received, name: str, of: object, make: Callable[[], _T]) -> _T:
    """What was made of the same before, else made now."""
    if waiting.chosen.get(f"{name}_of") != of:
        waiting.chosen[name] = make()
        waiting.chosen[f"{name}_of"] = of
    kept: _T = waiting.chosen[name]
    return kept


def _read(waiting: Received) -> Table:
    """The table as it is read now; anew, with a bar, once the user has chosen otherwise."""
    chosen: Mapping[str, Any] = waiting.chosen
    choices = Choices(
        columns=chosen.get("columns", {}),
        date_order=chosen.get("order"),
        statuses=chosen.get("statuses", {}),
        zone=chosen.get("zone"),
    )

    def read() -> Table:
        bar = st.progress(0.0, _READING)
        table = read_table(waiting.data, _reader(waiting), choices, partial(_moved, bar))
        bar.empty()
        return table

    return _kept(waiting, "table", choices, read)


def _lines(waiting: Received, table: Table) -> tuple[tuple[Line, ...], Taken]:
    """Its lines and what comes in: derived once for each reading, each state of the file, and what the user says."""
    known = session.facts().applications
    days = {
        (ask.kind, ask.line): day for ask in days_asked(table) if (day := day_said(waiting, ask))
    }
    said = Said(met=bool(waiting.chosen.get("met")), days=days)
    of = (id(table), session.snapshot().version, said)
    lines = _kept(waiting, "lines", of, lambda: lines_of(table, known, _reader(waiting), said))
    how = waiting.chosen.get("how", {})
    taken = _kept(waiting, "taken", (of, how), lambda: taken_of(table, lines, known, how))
    return lines, taken


def _reader(waiting: Received) -> Reader:
    facts = session.facts()
    zone = waiting.chosen.get("zone") or facts.me.zone.key
    return Reader.of(facts, session.now(), str(zone))


def _moved(bar: DeltaGenerator, part: float) -> None:
    bar.progress(part, _READING)


def _go(waiting: Received) -> None:
    waiting.chosen[_GO] = True


def _import(waiting: Received, taken: Taken) -> None:
    """In the run, not before it: thousands of rows take a while, and a bar shows how far it is."""
    words = f"Imported {taken.words} from {waiting.name or 'a table'}"
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
