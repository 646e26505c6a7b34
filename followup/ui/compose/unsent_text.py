"""The text of one message in its fields: it follows the draft, and is kept on the disk until it is sent.

Beside it the file that was promised: chosen here, and sent along in the .eml file, which alone can carry it.
"""

from dataclasses import dataclass

import streamlit as st
from pydantic import ValidationError

from followup.exchange.out.letter import Attached
from followup.messages.occasion import Occasion
from followup.messages.templates import Tone
from followup.model.fact import LINE_LIMIT, PROSE_LIMIT
from followup.model.times import in_utc
from followup.model.vocabulary import Channel
from followup.playbook.case import answers
from followup.store.unsent import Handed, UnsentText
from followup.ui.base import session, unsent

_TEXT = ("subject", "body")
_CHOICES = ("through", "agreed", "reply", "channel", "template", "specifics", "quote")
_FIELDS = (*_TEXT, *_CHOICES, "base", "usual", "tone", "handed", "known", "at")


def field(name: str, key: str) -> str:
    """The session's name for one field of the message to the action with this key."""
    return f"compose_{name}_{key}"


def tone_of(occasion: Occasion) -> Tone:
    """The tone chosen for letters of this kind to this application; else the one that Settings has for all."""
    chosen: Tone | None = st.session_state.get(_tone_name(occasion))
    return chosen or unsent.habits().tone


def choose_tone(occasion: Occasion, tone: Tone) -> None:
    """That tone is taken for letters of this kind to this application, and for no other."""
    st.session_state[_tone_name(occasion)] = tone


def _tone_name(occasion: Occasion) -> str:
    return f"compose_tone_of:{occasion.application.id}:{occasion.kind}"


def follow(key: str, fresh: tuple[str, str]) -> bool:
    """Put the fresh subject and body in the place of an unedited text; whether an edited one differs from them."""
    stash: tuple[str, str] | None = st.session_state.pop(field("stash", key), None)
    if stash:
        st.session_state[field("subject", key)], st.session_state[field("body", key)] = stash
        st.session_state[field("base", key)] = fresh
    base, text = st.session_state.get(field("base", key)), text_of(key)
    typed = any(field(name, key) in st.session_state for name in ("subject", "body"))
    if typed and text == fresh:
        # Written only where it differs: a value that a run sends back beats what was typed since that run began.
        st.session_state[field("base", key)] = fresh
        return False
    if not typed or text == base:
        write_anew(key, *fresh)
        return False
    return bool(base != fresh)


def write_anew(key: str, subject: str, body: str) -> None:
    """Put the draft of the present choices in the place of the edited text."""
    st.session_state[field("subject", key)], st.session_state[field("body", key)] = subject, body
    st.session_state[field("base", key)] = (subject, body)


def text_of(key: str) -> tuple[str, str]:
    """Subject and body as they stand in the fields."""
    subject: str = st.session_state.get(field("subject", key)) or ""
    body: str = st.session_state.get(field("body", key)) or ""
    return subject, body


@dataclass(frozen=True, slots=True)
class DraftChoices:
    """What a draft is made from."""

    channel: Channel
    template: str | None
    specifics: tuple[str, ...]
    quote: bool
    through: str | None = None
    agreed: str | None = None
    reply: str | None = None


def agreed_at(key: str) -> str | None:
    """The time that was chosen for the answer with this key, of those that they propose (ISO); None: none yet."""
    chosen: str | None = st.session_state.get(field("agreed", key))
    return chosen


def reply_of(key: str) -> str | None:
    """What was typed as the answer to what they asked, for the message with this key; None: nothing yet."""
    return st.session_state.get(field("reply", key)) or None


def restore(occasion: Occasion) -> None:
    """Bring back what was kept for the occasion's action; once a session."""
    key = occasion.key
    if field("known", key) in st.session_state:
        return
    kept = unsent.load().by_key.get(key)
    if kept and _answered_since(occasion, kept):
        kept = None  # sent without the composer: the next one begins anew
    st.session_state[field("known", key)] = kept
    if kept is None:
        return
    for name in (*_CHOICES, *_TEXT, "handed"):
        value = getattr(kept, name)
        if value is not None:
            stored = list(value) if name == "specifics" else value
            st.session_state.setdefault(field(name, key), stored)


def _answered_since(occasion: Occasion, kept: UnsentText) -> bool:
    case, since = occasion.case, in_utc(kept.at)
    return any(in_utc(t.at) > since and answers(case, t, occasion.action) for t in case.touchpoints)


def keep(key: str, usual: DraftChoices, chosen: DraftChoices) -> None:
    """Write the text as it stands to the disk, if that is not what is known to be there."""
    known: UnsentText | None = st.session_state.get(field("known", key))
    try:
        present = _present(key, usual, chosen)
    except ValidationError:
        unsent.not_kept(
            f"The text is longer than {PROSE_LIMIT:,} characters (the subject: {LINE_LIMIT:,}). It is still here, and "
            "kept in this tab alone until you shorten it."
        )
        return
    if present == (known and known.model_copy(update={"at": present.at if present else known.at})):
        return
    if unsent.written(lambda file: file.keep(key, present, now=session.now())):
        st.session_state[field("known", key)] = present


def _present(key: str, usual: DraftChoices, chosen: DraftChoices) -> UnsentText | None:
    """The text as the session has it, without what would be the same in a new one; None where nothing is left."""
    text = tuple(st.session_state.get(field(name, key)) or "" for name in _TEXT)
    edited = text != st.session_state.get(field("base", key))
    said = {name: getattr(chosen, name) for name in _CHOICES}
    changed = {name: value for name, value in said.items() if value != getattr(usual, name)}
    handed: Handed | None = st.session_state.get(field("handed", key))
    if not (edited or changed or handed):
        return None
    words = dict(zip(_TEXT, text, strict=True)) if edited else {}
    return UnsentText.model_validate({"at": session.now(), "handed": handed, **words, **changed})


def forget(key: str) -> None:
    """The text of this action is gone, here and on the disk."""
    unsent.written(lambda file: file.keep(key, None, now=session.now()))
    for name in _FIELDS:
        st.session_state.pop(field(name, key), None)


def attached(key: str) -> Attached | None:
    """The file that was chosen for the action with this key, if one was."""
    chosen = st.session_state.get(field("file", key))
    return Attached(chosen.name, chosen.getvalue()) if chosen else None


def ask_for_file(occasion: Occasion) -> None:
    """Asks for it where one was promised; below the way out, which must stay in sight."""
    if occasion.promise is None or occasion.promise.kind != "material":
        return
    st.file_uploader(
        "The file that you promised",
        key=field("file", occasion.key),
        help="It goes into the .eml file, and is kept nowhere: a link into a mail program cannot carry it.",
    )
