"""What every page begins with: the clock, the one store of this data file, its facts, and the plan that follows."""

import contextlib
import hashlib
import os
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import streamlit as st
import tzlocal
from streamlit.runtime.state import SessionState

from followup.home import auth_path, data_path, data_words, database_url
from followup.model.action import Action
from followup.model.errors import FollowupError
from followup.model.fact import is_zone
from followup.model.facts import Application, Facts, Interview
from followup.model.settings import Me
from followup.model.times import Clock, read_moment
from followup.playbook.plan import Plan
from followup.store.file_store import FileStore
from followup.store.state import Snapshot
from followup.store.store import Store
from followup.ui.base.at_hand import STORES, at_hand, freeze
from followup.ui.base.waking import wake_idle_tabs
from followup.views.labels import place_of, places

if TYPE_CHECKING:
    from followup.store.database.database_store import DatabaseStore

T = TypeVar("T")
U = TypeVar("U")
_SNAPSHOT = "session_snapshot"


@st.cache_resource(show_spinner=False)
def _open(path: str) -> FileStore:
    opened = FileStore(Path(path))
    with contextlib.suppress(FollowupError):  # the page says what is wrong with the file
        opened.load()
    freeze("start")
    return opened


def now() -> datetime:
    """The present moment, in UTC; FOLLOWUP_NOW (an ISO date-time with its offset) stops it, for tests."""
    fixed = os.environ.get("FOLLOWUP_NOW")
    return read_moment(fixed).astimezone(UTC) if fixed else datetime.now(UTC)


def store() -> Store:
    """The user's store, shared by all sessions of theirs."""
    url = database_url()
    return _of_owner(url, owner()) if url else _open(path=str(data_path()))


def owner() -> str:
    """Whose data in the database this session sees: who signed in, by issuer and subject; else who has the passphrase.

    Raises FollowupError where somebody should have signed in, and has not.
    """
    if auth_path() is None:
        return "passphrase"
    who = st.user.to_dict()
    issuer, subject = who.get("iss"), who.get("sub")
    if not (signed_in() and isinstance(issuer, str) and isinstance(subject, str) and subject):
        raise FollowupError("You are not signed in. Reload this page.")
    return f"{issuer} {subject}"


def owner_mark() -> str:
    """What tells this owner from others in a browser that several use, and says nothing else of them; "" for a file."""
    return hashlib.sha256(owner().encode()).hexdigest()[:16] if database_url() else ""


def signed_in() -> bool:
    """Whether this session may see a page: where people sign in by name, this one has."""
    return auth_path() is None or st.user.is_logged_in is True


@st.cache_resource(show_spinner=False, max_entries=STORES)
def _of_owner(url: str, owner: str) -> "DatabaseStore":
    # Only here: it needs packages that a file does without.
    from followup.store.database.database_store import DatabaseStore, connected

    opened = DatabaseStore(connected(url), owner)
    wake_idle_tabs(url, _shows_older)
    freeze("start")
    return opened


def database() -> "DatabaseStore | None":
    """The same store where it is in a database, with what only such a one has."""
    url = database_url()
    return _of_owner(url, owner()) if url else None


def file() -> FileStore | None:
    """The same store where it is a file, with what only a file has."""
    return None if database_url() else _open(path=str(data_path()))


def refresh(saved: Snapshot | None = None) -> Snapshot:
    """Read the data anew, or take what was `saved`: as a run starts, and around each change. Raises FollowupError."""
    opened = store()
    fresh = _seen_here(saved or opened.load())
    st.session_state[_SNAPSHOT] = (_place(), opened.key, fresh)
    return fresh


def _seen_here(shot: Snapshot) -> Snapshot:
    """The snapshot; until settings are saved, the user's zone is the browser's, and the country the one it lies in."""
    if shot.facts.me.time_zone:
        return shot
    browser = st.context.timezone
    here = browser if browser and is_zone(browser) else tzlocal.get_localzone_name()
    return at_hand(store().key, here).seen(shot)


def newest() -> Snapshot | None:
    """In a callback: the data read anew before a save; None where it cannot be read, which the page then says."""
    with contextlib.suppress(FollowupError):
        return refresh()
    return None


def snapshot() -> Snapshot:
    """What was there when this run began: one state for the whole page. Raises FollowupError."""
    return _read()[1]


def _read() -> tuple[str, Snapshot]:
    """The key of the store, and what was there when this run began."""
    place, key, known = st.session_state.get(_SNAPSHOT, (None, "", None))
    return (key, known) if known is not None and place == _place() else (store().key, refresh())


def _shows_older(state: SessionState, who: str, version: str) -> bool:
    """Whether a session with this state shows data of this owner, and not in this version."""
    if _SNAPSHOT not in state:
        return False
    (_, shown), _, shot = state[_SNAPSHOT]
    return bool(shown == who and shot.version.partition(" ")[0] != version)


def _place() -> tuple[str, str]:
    """Where the data is said to be, and whose: it names the store without opening it."""
    url = database_url()
    return (url, owner()) if url else (data_words(), "")


def rev(name: str) -> int:
    """The number of the stored record with this id (or of “settings”), raised by each save; 0 where there is none."""
    return snapshot().revs.get(name, 0)


def facts() -> Facts:
    """The facts of the snapshot."""
    return snapshot().facts


def clock(of: Me | None = None) -> Clock:
    """The present moment on the wall clock of the user as saved, or of another one."""
    return Clock(now(), (of or facts().me).zone)


def plan(progress: Callable[[float], None] = lambda _: None) -> Plan:
    """The plan for this moment, with its look-ups; `progress` is told how much of what is new has been derived."""
    key, shot = _read()
    seen = shot.facts
    found = at_hand(key, str(seen.me.zone)).index.at(seen, now(), progress)
    freeze(f"{len(found.actions) // 1000},000 actions {owner_mark()}")
    return found


def kept(name: Hashable, make: Callable[[Clock], T]) -> T:
    """What `make` makes of the facts and the plan at this moment, kept while it is the same (`Plan.kept`)."""
    zone = facts().me.zone
    return plan().kept(name, now(), lambda present: make(Clock.of(present, zone)))


def kept_by_parts(
    name: Hashable,
    make: Callable[[Application, Sequence[Action], Clock], Iterable[T]],
    whole: Callable[[Iterable[T], Clock], U],
) -> U:
    """As `kept`, of what `make` makes of each application with its actions (`Plan.kept_by_parts`)."""
    zone = facts().me.zone
    return plan().kept_by_parts(
        name,
        now(),
        lambda of, mine, present: make(of, mine, Clock.of(present, zone)),
        lambda made, present: whole(made, Clock.of(present, zone)),
    )


def actions() -> tuple[Action, ...]:
    """All actions of the plan for this moment."""
    return plan().actions


def action(key: str | None) -> Action | None:
    """The action with this key; None where the plan has none now."""
    return plan().action(key) if key else None


def application(application_id: str | None) -> Application | None:
    """The application with this id; None where there is none (any more)."""
    return applications().get(application_id or "")


def applications() -> Mapping[str, Application]:
    """All applications by id."""
    return plan().applications


def place(of: Application) -> str:
    """Where an action of an application belongs: the company, with the role where that alone does not say it."""
    return place_of(of, where())


def role_apart(of: Application) -> str:
    """The role, where the company alone does not say which application is meant; else ""."""
    return " ".join(of.role.split()) if of.id in where() else ""


def where() -> Mapping[str, str]:
    """Where actions belong, as `views.labels.places` says it."""
    return kept("places", lambda _: places(facts().applications))


def interview(of: Application, interview_id: str | None) -> Interview | None:
    """The interview with this id, of an application; None where there is none (any more)."""
    return next((item for item in of.interviews if item.id == interview_id), None)


def show(key: str, value: Any) -> None:
    """Into a widget, only what it does not show already.

    What a run puts into the session state goes back to the browser, and there beats what the user chose since that run
    began: the next click would then say the older choice. Such a widget says `persist_state`: for that alone does
    Streamlit fill it in again where the run that filled it in was cut short, and so never drawn.
    """
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
