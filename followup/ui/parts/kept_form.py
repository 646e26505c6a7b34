"""A form whose fields outlive its page: in the session, across failed checks too, and while unsaved on the disk.

The latter is for a reloaded page or a restarted server, which is a new session. `persist_state="session"` keeps a
widget's value when another page is shown, also one that was typed just before the click.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import streamlit as st
from pydantic import JsonValue

from followup.forms.checking import Typed
from followup.forms.fields import Fields
from followup.store.unsent import UnsavedForm
from followup.ui.base import session, unsent

_Json = dict[str, JsonValue]

NEW = "new"
_STATES = "entry_meta"
_SHAPE = 2  # to be raised with any field that a kept form must have, or that changes its meaning
_READ = {
    "moment": datetime.fromisoformat,
    "day": date.fromisoformat,
    "time": time.fromisoformat,
}


@dataclass(slots=True)
class FormState:
    """What is known of a form beside its fields."""

    seed: Fields
    rev: int
    checked: bool = False
    restored: bool = False
    removed: dict[str, tuple[int, str]] | None = None
    refused: int = 0  # how often a save was not possible
    compared: int | None = None  # the newer rev that was shown beside what is typed
    # Fields, seed and rev as they are known to be on the disk.
    kept: tuple[_Json, _Json, int] | None = None


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


def _all_written(fields: Mapping[str, Any]) -> _Json:
    return {name: _written(value) for name, value in fields.items()}


def _all_read(fields: Mapping[str, JsonValue]) -> Fields:
    return {name: _read(value) for name, value in fields.items()}


def _restored(kept: UnsavedForm) -> tuple[Fields, Fields] | None:
    """The fields as typed and as they began; None where another version or program wrote what makes no sense here."""
    if kept.shape != _SHAPE:
        return None
    try:
        return _all_read(kept.typed), _all_read(kept.seed)
    except (KeyError, ValueError):
        return None


@dataclass(frozen=True, slots=True)
class KeptForm:
    """One form of a kind. `name` is the id of what it is about: of an application (or NEW), of a debrief's action."""

    name: str
    kind: str = "entry"

    def key(self, field: str) -> str:
        """The widget key of a field."""
        return f"{self.kind}:{self.name}|{field}"

    def button(self, name: str) -> str:
        """The key of a widget that is no field."""
        return f"{self.kind}-button:{self.name}|{name}"

    @property
    def kept_as(self) -> str:
        """Its name among the unsaved forms."""
        return f"{self.kind}:{self.name}"

    @property
    def _states(self) -> dict[str, FormState]:
        metas: dict[str, FormState] = st.session_state.setdefault(_STATES, {})
        return metas

    @property
    def begun(self) -> bool:
        """Whether this session has the form's fields."""
        return self.kept_as in self._states

    @property
    def state(self) -> FormState:
        """What is known of the form; only after `begin`."""
        return self._states[self.kept_as]

    def begin(self, seed: Fields, rev: int) -> None:
        """Fill the fields, unless they are there: from what was typed before a reload, else from `seed`."""
        if self.begun:
            return
        kept = unsent.kept_form(self.kept_as)
        if kept and (restored := _restored(kept)):
            typed, began = restored
            known = kept.typed, kept.seed, kept.rev
            self._states[self.kept_as] = FormState(began, kept.rev, restored=True, kept=known)
            self.put(typed)
        else:
            self._states[self.kept_as] = FormState(dict(seed), rev)
            self.put(seed)

    def get(self, field: str, default: Any = None) -> Any:
        """The value of a field, `default` where there is no such field."""
        return st.session_state.get(self.key(field), default)

    def put(self, fields: Fields) -> None:
        """Set fields; before their widgets are drawn, or in a callback."""
        for field, value in fields.items():
            st.session_state[self.key(field)] = value

    def collect(self) -> Fields:
        """All fields by name, as they stand in the session."""
        prefix, found = self.key(""), st.session_state
        # To say which keys there are, Streamlit looks at each value; `list` would ask twice, first for their number.
        return {str(key)[len(prefix) :]: found[key] for key in found if str(key).startswith(prefix)}

    @property
    def touched(self) -> bool:
        """Whether anything was typed or chosen since the form began."""
        return self.collect() != self.state.seed

    def keep(self) -> None:
        """Write what was typed to the disk, at the end of each run of the form, if that is not there yet."""
        state, present = self.state, None
        if self.touched:
            present = _all_written(self.collect()), _all_written(state.seed), state.rev
        if present == state.kept:
            return
        unsaved = None
        if present:
            typed, seed, rev = present
            unsaved = UnsavedForm(at=session.now(), shape=_SHAPE, typed=typed, seed=seed, rev=rev)
        if unsent.keep_form(self.kept_as, unsaved):
            state.kept = present

    def rebase(self, typed: Fields, seed: Typed, rev: int) -> None:
        """In a callback: `typed` takes the place of all fields, over a newer record (`rev`) whose form is `seed`."""
        for field in self.collect().keys() - typed.keys():
            del st.session_state[self.key(field)]
        self.put(typed)
        self.state.seed, self.state.rev = dict(seed), rev

    def clear(self) -> None:
        """Forget the form, here and on the disk: it was saved, or given up."""
        for field in self.collect():
            del st.session_state[self.key(field)]
        state = self._states.pop(self.kept_as, None)
        if state and state.kept is not None:
            unsent.keep_form(self.kept_as, None)


def forget_forms(kind: str) -> None:
    """Drop all forms of a kind."""
    for kept_as in list(st.session_state.get(_STATES, {})):
        of, _, name = kept_as.partition(":")
        if of == kind:
            KeptForm(name, kind).clear()


def forget_untouched() -> None:
    """Drop forms that were opened and left as they were, so that their defaults (the last hour) do not grow old."""
    for kept_as in list(st.session_state.get(_STATES, {})):
        kind, _, name = kept_as.partition(":")
        form = KeptForm(name, kind)
        if kind == "entry" and not form.touched:
            form.clear()
