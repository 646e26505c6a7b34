"""Where a form's fields live: in the session, across pages and failed checks, and while unsaved on the disk.

The latter is for a reloaded page or a restarted server, which is a new session. `persist_state="session"` keeps a
widget's value when another page is shown, also one that was typed just before the click.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import streamlit as st
from pydantic import JsonValue

from followup.store.drafts import Form
from followup.ui import clock, drafts
from followup.ui.entry_draft import Draft, Typed

_Fields = dict[str, JsonValue]

NEW = "new"
_META = "entry_meta"
_SHAPE = 1  # to be raised with any field that a kept form must have, or that changes its meaning
_READ = {
    "moment": datetime.fromisoformat,
    "day": date.fromisoformat,
    "time": time.fromisoformat,
}


@dataclass(slots=True)
class _Meta:
    """What is known of a form beside its fields."""

    seed: Draft
    rev: int
    checked: bool = False
    restored: bool = False
    removed: dict[str, tuple[int, str]] | None = None
    refused: int = 0  # how often a save was not possible
    compared: int | None = None  # the newer rev that was shown beside what is typed
    # Fields, seed and rev as they are known to be on the disk.
    kept: tuple[_Fields, _Fields, int] | None = None


def _written(value: Any) -> JsonValue:
    match value:
        case datetime():  # which is a date as well
            return {"moment": value.isoformat()}
        case date():
            return {"day": value.isoformat()}
        case time():
            return {"time": value.isoformat()}
        case list() | tuple():
            return [_written(item) for item in value]
        case None | bool() | int() | float():
            return value
    return str(value)


def _read(value: JsonValue) -> Any:
    if isinstance(value, dict):
        ((kind, text),) = value.items()
        return _READ[kind](str(text))
    return [_read(item) for item in value] if isinstance(value, list) else value


def _all_written(fields: Mapping[str, Any]) -> _Fields:
    return {name: _written(value) for name, value in fields.items()}


def _all_read(fields: Mapping[str, JsonValue]) -> Draft:
    return {name: _read(value) for name, value in fields.items()}


def _restored(kept: Form) -> tuple[Draft, Draft] | None:
    """The fields as typed and as they began; None where another version or program wrote what makes no sense here."""
    if kept.shape != _SHAPE:
        return None
    try:
        return _all_read(kept.typed), _all_read(kept.seed)
    except (KeyError, ValueError):
        return None


@dataclass(frozen=True, slots=True)
class Entry:
    """One form of a kind: the new application's, that of the application with this id, an action's debrief."""

    name: str
    form: str = "entry"

    def key(self, field: str) -> str:
        """The widget key of a field."""
        return f"{self.form}:{self.name}|{field}"

    def button(self, name: str) -> str:
        """The key of a widget that is no field."""
        return f"{self.form}-button:{self.name}|{name}"

    @property
    def kept_as(self) -> str:
        """Its name among the unsaved forms."""
        return f"{self.form}:{self.name}"

    @property
    def _metas(self) -> dict[str, _Meta]:
        metas: dict[str, _Meta] = st.session_state.setdefault(_META, {})
        return metas

    @property
    def begun(self) -> bool:
        """Whether this session has the form's fields."""
        return self.kept_as in self._metas

    @property
    def meta(self) -> _Meta:
        """What is known of the form; only after `begin`."""
        return self._metas[self.kept_as]

    def begin(self, seed: Draft, rev: int) -> None:
        """Fill the fields, unless they are there: from what was typed before a reload, else from `seed`."""
        if self.begun:
            return
        kept = drafts.kept_form(self.kept_as)
        if kept and (restored := _restored(kept)):
            typed, began = restored
            known = kept.typed, kept.seed, kept.rev
            self._metas[self.kept_as] = _Meta(began, kept.rev, restored=True, kept=known)
            self.put(typed)
        else:
            self._metas[self.kept_as] = _Meta(dict(seed), rev)
            self.put(seed)

    def get(self, field: str, default: Any = None) -> Any:
        """The value of a field."""
        return st.session_state.get(self.key(field), default)

    def put(self, fields: Draft) -> None:
        """Set fields; before their widgets are drawn, or in a callback."""
        for field, value in fields.items():
            st.session_state[self.key(field)] = value

    def collect(self) -> Draft:
        """All fields as they stand."""
        prefix = self.key("")
        found = st.session_state
        return {
            str(key)[len(prefix) :]: found[key]
            for key in list(found)
            if str(key).startswith(prefix)
        }

    @property
    def touched(self) -> bool:
        """Whether anything was typed or chosen since the form began."""
        return self.collect() != self.meta.seed

    def keep(self) -> None:
        """Write what was typed to the disk, at the end of each run of the form, if that is not there yet."""
        meta, present = self.meta, None
        if self.touched:
            present = _all_written(self.collect()), _all_written(meta.seed), meta.rev
        if present == meta.kept:
            return
        form = None
        if present:
            typed, seed, rev = present
            form = Form(at=clock.now(), shape=_SHAPE, typed=typed, seed=seed, rev=rev)
        if drafts.keep_form(self.kept_as, form):
            meta.kept = present

    def rebase(self, typed: Draft, seed: Typed, rev: int) -> None:
        """Go on from a newer stored state: in a callback."""
        for field in self.collect().keys() - typed.keys():
            del st.session_state[self.key(field)]
        self.put(typed)
        self.meta.seed, self.meta.rev = dict(seed), rev

    def clear(self) -> None:
        """Forget the form: it was saved, or given up."""
        for field in self.collect():
            del st.session_state[self.key(field)]
        meta = self._metas.pop(self.kept_as, None)
        if meta and meta.kept is not None:
            drafts.keep_form(self.kept_as, None)


def forget_untouched() -> None:
    """Drop forms that were opened and left as they were, so that their defaults (the last hour) do not grow old."""
    for kept_as in list(st.session_state.get(_META, {})):
        form, _, name = kept_as.partition(":")
        entry = Entry(name, form)
        if form == "entry" and not entry.touched:
            entry.clear()
