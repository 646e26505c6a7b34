"""The widgets of the entry form: its fields, each with its problem right below it, and the buttons of its rows.

A field keeps its value across pages; a row that was taken out can be put back with all that was typed in it.
"""

import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from followup.forms.checking import FieldProblem, meant, odd_year
from followup.forms.fields import Fields
from followup.ui.base import session
from followup.ui.base.looks import md1
from followup.ui.parts.day_fields import day_field
from followup.ui.parts.kept_form import KeptForm
from followup.ui.parts.quick_days import quick_day_field

_KEPT: dict[str, Any] = {"persist_state": "session"}


def _labels_mark(names: Mapping[str, str]) -> str:
    """A short mark that changes with the labels."""
    return format(zlib.crc32(repr(tuple(names.items())).encode("utf-8", "replace")), "x")


def _take(form: KeptForm, field: str, key: str) -> None:
    form.put({field: st.session_state[key]})


@dataclass(frozen=True, slots=True)
class Widgets:
    """The form's fields as widgets; `problems` (by field) are what a failed check found."""

    form: KeptForm
    problems: Mapping[str, FieldProblem]

    def _problem(self, field: str) -> None:
        problem = self.problems.get(field)
        if problem:
            color, icon = ("orange", "help") if problem.asks else ("red", "error")
            st.markdown(f":{color}[:material/{icon}: {md1(problem.sentence)}]")
        sure = self.form.key(f"sure_{field}")
        if (problem and problem.asks) or st.session_state.get(sure):
            st.checkbox("It is right", key=sure, **_KEPT)

    def line(self, field: str, label: str, **more: Any) -> None:
        """A text of one line."""
        st.text_input(label, key=self.form.key(field), **more, **_KEPT)
        self._problem(field)

    def prose(self, field: str, label: str, **more: Any) -> None:
        """A text of several lines."""
        st.text_area(label, key=self.form.key(field), **more, **_KEPT)
        self._problem(field)

    def day(self, field: str, label: str) -> None:
        """A day, any, or none."""
        day_field(label, self.form.key(field), **_KEPT)
        self._problem(field)

    def day_ahead(self, field: str, label: str, since: date | None, promised: str | None) -> None:
        """The day of a promise, or none; often by one click, counted from the day of the interview."""
        since = meant(since) if since else None
        usable = since if since and not odd_year(since) else None
        quick_day_field(label, self.form.key(field), since=usable, promised=promised, **_KEPT)
        self._problem(field)

    def time(self, field: str, label: str) -> None:
        """A time of day."""
        st.time_input(label, value=None, key=self.form.key(field), step=300, **_KEPT)
        self._problem(field)

    def minutes(self, field: str, label: str) -> None:
        """A number of minutes, any: the check says what cannot be."""
        st.number_input(
            label,
            value=None,  # no limits here: the browser would drop what lies beyond, and the old number be saved
            step=15,
            key=self.form.key(field),
            **_KEPT,
        )
        self._problem(field)

    def choose(self, field: str, label: str, words: Mapping[Any, str], **more: Any) -> None:
        """One of a closed list; all of it in sight where it is short."""
        st.radio(
            label,
            list(words),
            format_func=lambda value: words[value],
            key=self.form.key(field),
            horizontal=True,
            **more,
            **_KEPT,
        )
        self._problem(field)

    def pick(
        self, field: str, label: str, words: Mapping[Any, str], *, empty: str = "", **more: Any
    ) -> None:
        """One of a long list, or with `empty` (the words for it) none."""
        if empty:
            more |= {"index": None, "placeholder": empty}
        chosen = self.form.get(field)
        known: Sequence[Any] = list(words)
        # What the file says stays, also where no list has it.
        if chosen is not None and chosen not in words:
            known = [chosen, *known]
        st.selectbox(
            label,
            known,
            format_func=lambda value: words.get(value, str(value)),
            key=self.form.key(field),
            **more,
            **_KEPT,
        )
        self._problem(field)

    def named(
        self, field: str, label: str, names: Mapping[Any, str], *, empty: str = "", **more: Any
    ) -> None:
        """One of those whose names may change, or with `empty` (the words for it) none.

        A browser knows options by their labels, and these change while names and notes are typed: so each set of names
        has a widget of its own, and the choice is kept apart from it.
        """
        key = self.form.button(f"{field}_{_labels_mark(names)}")
        chosen = self.form.get(field)
        session.show(key, chosen if chosen in names else None)
        st.selectbox(
            label,
            list(names),
            index=None if empty else 0,
            format_func=lambda value: names.get(value, str(value)),
            placeholder=empty,
            key=key,
            on_change=_take,
            args=(self.form, field, key),
            persist_state="page",
            **more,
        )
        self._problem(field)

    def tick(self, field: str, label: str, **more: Any) -> None:
        """Yes or no."""
        st.checkbox(label, key=self.form.key(field), **more, **_KEPT)
        self._problem(field)

    def note(self, field: str) -> None:
        """What is wrong with a whole list of rows."""
        self._problem(field)


def add_row(form: KeptForm, add: Callable[..., str], *more: Any) -> None:
    """In a callback: one more row by one of the `add_…` functions of the form's fields, which `more` is handed to."""
    fields = form.collect()
    before: Fields = dict(fields)
    add(fields, *more)
    form.put(
        {
            field: value
            for field, value in fields.items()
            if field not in before or before[field] != value
        }
    )


def remove_row(form: KeptForm, rows: str, row: str) -> None:
    """In a callback: take a row out of its list; it can be put back until another is taken out."""
    listed: list[str] = form.get(rows, [])
    if row in listed:
        removed = form.state.removed or {}
        form.state.removed = {**removed, rows: (listed.index(row), row)}
        form.put({rows: [other for other in listed if other != row]})


def _put_back(form: KeptForm, rows: str) -> None:
    removed = (form.state.removed or {}).pop(rows, None)
    if removed:
        index, row = removed
        listed: list[str] = form.get(rows, [])
        form.put({rows: [*listed[:index], row, *listed[index:]]})


def put_back_button(form: KeptForm, rows: str, what: str) -> None:
    """The offer to put back the row that was just taken out of a list, if one was; `what` names it."""
    if rows in (form.state.removed or {}):
        st.button(
            f"Put back the {what}",
            key=form.button(f"back_{rows}"),
            icon=":material/undo:",
            type="tertiary",
            on_click=_put_back,
            args=(form, rows),
        )


def remove_button(
    form: KeptForm,
    rows: str,
    row: str,
    label: str,
    *,
    fixed: bool = False,
    tip: str | None = None,
) -> None:
    """The button that takes a row out; a `fixed` one stays."""
    st.button(
        label,
        key=form.button(f"remove_{row}"),
        icon=":material/close:",
        type="tertiary",
        disabled=fixed,
        help="Named in the log of messages, so it stays." if fixed else tip,
        on_click=remove_row,
        args=(form, rows, row),
    )
