"""Where the entry form's fields live: in the session, across pages and failed checks, and while unsaved in the process.

The latter is for a reloaded page, which is a new session. `persist_state="session"` keeps a widget's value when another
page is shown, also one that was typed just before the click.
"""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from followup.store.place import data_path
from followup.ui.entry_draft import Draft, Typed

NEW = "new"
_META = "entry_meta"


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


@st.cache_resource(show_spinner=False)
def _unsaved(path: str) -> dict[str, tuple[Draft, Draft, int]]:
    """For each data file: what was typed, what the form began with, and the rev it was opened on, by form."""
    del path
    return {}


@dataclass(frozen=True, slots=True)
class Entry:
    """One form: the new application's, or that of the application with this id."""

    name: str

    def key(self, field: str) -> str:
        """The widget key of a field."""
        return f"entry:{self.name}|{field}"

    def button(self, name: str) -> str:
        """The key of a widget that is no field."""
        return f"entry-button:{self.name}|{name}"

    @property
    def _stash(self) -> dict[str, tuple[Draft, Draft, int]]:
        return _unsaved(str(data_path()))

    @property
    def _metas(self) -> dict[str, _Meta]:
        metas: dict[str, _Meta] = st.session_state.setdefault(_META, {})
        return metas

    @property
    def begun(self) -> bool:
        """Whether this session has the form's fields."""
        return self.name in self._metas

    @property
    def meta(self) -> _Meta:
        """What is known of the form; only after `begin`."""
        return self._metas[self.name]

    def begin(self, seed: Draft, rev: int) -> None:
        """Fill the fields, unless they are there: from what was typed before a reload, else from `seed`."""
        if self.begun:
            return
        typed, start, opened_rev = self._stash.get(self.name, (seed, seed, rev))
        self._metas[self.name] = _Meta(dict(start), opened_rev, restored=self.name in self._stash)
        self.put(typed)

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
        """Remember what was typed beyond this session, at the end of each run of the form."""
        typed = self.collect()
        if typed != self.meta.seed:
            self._stash[self.name] = (typed, self.meta.seed, self.meta.rev)
        else:
            self._stash.pop(self.name, None)

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
        self._metas.pop(self.name, None)
        self._stash.pop(self.name, None)


def forget_untouched() -> None:
    """Drop forms that were opened and left as they were, so that their defaults (the last hour) do not grow old."""
    for name in list(st.session_state.get(_META, {})):
        entry = Entry(name)
        if not entry.touched:
            entry.clear()
