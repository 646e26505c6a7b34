"""The drafts between session and disk: what was typed comes back after a reload or a restart, and is gone once sent."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from pydantic import ValidationError

from followup.model.action import Action
from followup.model.errors import FollowupError
from followup.model.facts import Application
from followup.model.text import LINE_LIMIT, PROSE_LIMIT
from followup.model.times import in_utc
from followup.model.vocabulary import Channel
from followup.store.drafts import Draft, Drafts, DraftsFile, Form, Habits, Handed
from followup.ui import clock, session
from followup.ui.text import md

log = logging.getLogger(__name__)

_HABITS = "compose_habits"
_TROUBLE = "compose_trouble"
_FORMS = "drafts_forms"
_TEXT = ("subject", "body")
_CHOICES = ("channel", "template", "specifics", "quote")
_FIELDS = (*_TEXT, *_CHOICES, "base", "usual", "tone", "handed", "known", "at")


def field(name: str, key: str) -> str:
    """The session's name for one field of the draft of the action with this key."""
    return f"compose_{name}_{key}"


@st.cache_resource(show_spinner=False)
def _open(path: Path) -> DraftsFile:
    return DraftsFile(path)


def _file() -> DraftsFile:
    return _open(session.store().path)


def _load() -> Drafts:
    found = _file().load()
    if found.trouble:
        st.session_state[_TROUBLE] = found.trouble
    return found


@dataclass(frozen=True, slots=True)
class Choices:
    """What a draft is made from."""

    channel: Channel
    template: str | None
    specifics: tuple[str, ...]
    quote: bool


def restore(action: Action, application: Application) -> None:
    """Bring back what was kept for this action; once a session."""
    key = action.key
    if field("known", key) in st.session_state:
        return
    kept = _load().by_key.get(key)
    if kept and _answered_since(action, application, kept):
        kept = None  # sent without the composer: the next one begins anew
    st.session_state[field("known", key)] = kept
    if kept is None:
        return
    for name in (*_CHOICES, *_TEXT, "handed"):
        value = getattr(kept, name)
        if value is not None:
            stored = list(value) if name == "specifics" else value
            st.session_state.setdefault(field(name, key), stored)


def _answered_since(action: Action, application: Application, kept: Draft) -> bool:
    asked = {action.promise, action.message} - {None}
    return any(
        sent.direction == "sent"
        and sent.purpose == action.kind
        and sent.interview in (action.interview, None)
        and (action.person is None or not sent.people or action.person in sent.people)
        and (not asked or sent.promise in asked)
        and in_utc(sent.at) > in_utc(kept.at)
        for sent in application.touchpoints
    )


def keep(key: str, usual: Choices, chosen: Choices) -> None:
    """Write the draft as it stands to the disk, if that is not what is known to be there."""
    known: Draft | None = st.session_state.get(field("known", key))
    try:
        present = _present(key, usual, chosen)
    except ValidationError:
        st.session_state[_TROUBLE] = (
            f"The text is longer than {PROSE_LIMIT:,} characters (the subject: {LINE_LIMIT:,}). It is still here, and "
            "kept in this tab alone until you shorten it."
        )
        return
    if present == (known and known.model_copy(update={"at": present.at if present else known.at})):
        return
    if _written(lambda: _file().keep(key, present, now=clock.now())):
        st.session_state[field("known", key)] = present


def _present(key: str, usual: Choices, chosen: Choices) -> Draft | None:
    """The draft as the session has it, without what would be the same in a new one; None where nothing is left."""
    text = tuple(st.session_state.get(field(name, key)) or "" for name in _TEXT)
    edited = text != st.session_state.get(field("base", key))
    said = {name: getattr(chosen, name) for name in _CHOICES}
    changed = {name: value for name, value in said.items() if value != getattr(usual, name)}
    handed: Handed | None = st.session_state.get(field("handed", key))
    if not (edited or changed or handed):
        return None
    words = dict(zip(_TEXT, text, strict=True)) if edited else {}
    return Draft.model_validate({"at": clock.now(), "handed": handed, **words, **changed})


def forget(key: str) -> None:
    """The draft of this action is gone, here and on the disk."""
    _written(lambda: _file().keep(key, None, now=clock.now()))
    for name in _FIELDS:
        st.session_state.pop(field(name, key), None)


def kept_form(name: str) -> Form | None:
    """The unsaved form of this name, as it was last kept."""
    return _load().forms.get(name)


def kept_forms() -> frozenset[str]:
    """The names of the forms that were unsaved when this session began."""
    if _FORMS not in st.session_state:
        st.session_state[_FORMS] = frozenset(_load().forms)
    names: frozenset[str] = st.session_state[_FORMS]
    return names


def keep_form(name: str, form: Form | None) -> bool:
    """Keep an unsaved form, or with None forget it; whether that was done."""
    return _written(lambda: _file().keep_form(name, form, now=clock.now()))


def habits() -> Habits:
    """Tone and LinkedIn's limit, as last chosen."""
    known: Habits | None = st.session_state.get(_HABITS)
    if known is None:
        known = st.session_state[_HABITS] = _load().habits
    return known


def remember(**changes: object) -> None:
    """Another tone, or another limit, from now on."""
    chosen = Habits.model_validate({**habits().model_dump(), **changes})
    st.session_state[_HABITS] = chosen
    _written(lambda: _file().remember(chosen, now=clock.now()))


def _written(write: Callable[[], None]) -> bool:
    try:
        write()
    except FollowupError as error:
        st.session_state[_TROUBLE] = str(error)
    except Exception:
        log.exception("A draft could not be kept")
        st.session_state[_TROUBLE] = (
            "Something went wrong: this draft is kept in this tab, and not on the disk."
        )
    else:
        st.session_state.pop(_TROUBLE, None)
        return True
    return False


def trouble() -> None:
    """Say why a draft was not kept or not read, until one is kept again."""
    if words := st.session_state.get(_TROUBLE):
        st.warning(md(words), title="About your drafts", icon=":material/warning:")
