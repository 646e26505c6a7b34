"""Adding, removing and putting back rows of the entry form: callbacks for its buttons."""

from collections.abc import Callable

import streamlit as st

from followup.ui import clock, session
from followup.ui.entry_draft import Draft, add_person, add_promise, add_round, add_specific
from followup.ui.entry_fields import Fields
from followup.ui.entry_state import Entry
from followup.ui.entry_times import Present
from followup.ui.own_zone import likely_me


def present() -> Present:
    """The moment and the user; by the browser's clock until the settings say which one counts."""
    return Present(clock.now(), likely_me(session.facts().me))


def more_people(entry: Entry) -> None:
    """One more person."""
    _grow(entry, add_person)


def more_rounds(entry: Entry) -> None:
    """One more interview."""
    _grow(entry, lambda draft: add_round(draft, present()))


def more_specifics(entry: Entry, row: str) -> None:
    """One more thing that was said."""
    _grow(entry, lambda draft: add_specific(draft, row))


def more_promises(entry: Entry, row: str, kind: str) -> None:
    """One more promise."""
    _grow(entry, lambda draft: add_promise(draft, row, kind))


def _grow(entry: Entry, add: Callable[[Draft], str]) -> None:
    draft = entry.collect()
    before: Draft = dict(draft)
    add(draft)
    entry.put(
        {
            field: value
            for field, value in draft.items()
            if field not in before or before[field] != value
        }
    )


def remove(entry: Entry, rows: str, row: str) -> None:
    """Take a row away; it can be put back until another is taken away."""
    listed: list[str] = entry.get(rows, [])
    if row in listed:
        removed = entry.meta.removed or {}
        entry.meta.removed = {**removed, rows: (listed.index(row), row)}
        entry.put({rows: [other for other in listed if other != row]})


def put_back(entry: Entry, rows: str) -> None:
    """The row that was taken away last, where it was, with all that was typed in it."""
    place = (entry.meta.removed or {}).pop(rows, None)
    if place:
        index, row = place
        listed: list[str] = entry.get(rows, [])
        entry.put({rows: [*listed[:index], row, *listed[index:]]})


def removed_row(entry: Entry, rows: str, what: str) -> None:
    """The offer to put back what was just taken away."""
    if rows in (entry.meta.removed or {}):
        st.button(
            f"Put back the {what}",
            key=entry.button(f"back_{rows}"),
            icon=":material/undo:",
            type="tertiary",
            on_click=put_back,
            args=(entry, rows),
        )


def removal(fields: Fields, rows: str, item: str, label: str, *, fixed: bool = False) -> None:
    """The button that takes a row away."""
    st.button(
        label,
        key=fields.entry.button(f"remove_{item}"),
        icon=":material/close:",
        type="tertiary",
        disabled=fixed,
        help="Named in the log of messages, so it stays." if fixed else None,
        on_click=remove,
        args=(fields.entry, rows, item),
    )
