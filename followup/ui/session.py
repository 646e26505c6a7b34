"""What every page begins with: the one store of this data file, its facts, and the plan that follows from them."""

import contextlib
import gc
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

import streamlit as st

from followup.model.action import Action
from followup.model.errors import FollowupError
from followup.model.facts import Application, Facts, Interview, Person
from followup.playbook.plan import plan
from followup.store.place import data_path
from followup.store.snapshot import Snapshot
from followup.store.store import Store
from followup.ui import clock

_SNAPSHOT = "session_snapshot"


@st.cache_resource(show_spinner=False)
def _open(path: Path) -> Store:
    opened = Store(path)
    with contextlib.suppress(FollowupError):  # the page says what is wrong with the file
        opened.load()
    settle("start")
    return opened


@lru_cache(maxsize=4)
def settle(after: str) -> None:
    """Take what is loaded out of the garbage collector's sight, once `after` each big import or load.

    Streamlit collects after each run over everything that is held, which is most of what a click costs.
    """
    del after  # it names the occasion
    gc.collect()
    gc.freeze()


def store() -> Store:
    """The store of the user's file, shared by all sessions."""
    return _open(data_path())


def refresh() -> Snapshot:
    """Read the file anew: once at the start of each run, and around each change. Raises FollowupError."""
    fresh = store().load()
    st.session_state[_SNAPSHOT] = (str(data_path()), fresh)
    return fresh


def newest() -> Snapshot | None:
    """In a callback: the file read anew before a save; None where it cannot be read, which the page then says."""
    with contextlib.suppress(FollowupError):
        return refresh()
    return None


def snapshot() -> Snapshot:
    """What the file held when this run began: one state for the whole page. Raises FollowupError."""
    path, known = st.session_state.get(_SNAPSHOT, ("", None))
    return known if known is not None and path == str(data_path()) else refresh()


def facts() -> Facts:
    """The facts of the snapshot."""
    return snapshot().facts


def actions() -> tuple[Action, ...]:
    """The plan for this moment, derived once for each version of the data and each minute."""
    shot, now = snapshot(), clock.now()
    minute = now.replace(second=0, microsecond=0)
    return _planned(str(data_path()), shot.version, minute, _facts=shot.facts, _now=now)


@st.cache_resource(show_spinner=False, max_entries=8)
def _planned(
    path: str, version: str, minute: datetime, *, _facts: Facts, _now: datetime
) -> tuple[Action, ...]:
    del path, version, minute  # they name the entry in the cache
    # The whole moment, not the minute: what was logged some seconds ago must not lie in the future.
    return plan(_facts, _now)


def action(key: str | None) -> Action | None:
    """The action with this key, if the plan has it now."""
    return next((item for item in actions() if item.key == key), None)


def application(application_id: str | None) -> Application | None:
    """The application with this id."""
    return applications().get(application_id or "")


def applications() -> Mapping[str, Application]:
    """All applications by id."""
    shot = snapshot()
    return _by_id(str(data_path()), shot.version, _facts=shot.facts)


@st.cache_resource(show_spinner=False, max_entries=4)
def _by_id(path: str, version: str, *, _facts: Facts) -> Mapping[str, Application]:
    del path, version  # they name the entry in the cache
    return MappingProxyType({item.id: item for item in _facts.applications})


def person(of: Application, person_id: str | None) -> Person | None:
    """The person of an application with this id."""
    return next((item for item in of.people if item.id == person_id), None)


def interview(of: Application, interview_id: str | None) -> Interview | None:
    """The interview of an application with this id."""
    return next((item for item in of.interviews if item.id == interview_id), None)
