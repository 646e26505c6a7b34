"""The state of the composer: which action, and for each action its text, kept across pages until it is sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from followup.messages.draft import (
    MOST_SPECIFICS,
    Draft,
    draft,
    suggest_specifics,
    templates_for,
)
from followup.messages.templates import MessageTemplate
from followup.model.action import Action
from followup.model.facts import Facts, Specific
from followup.model.vocabulary import ActionKind, Channel
from followup.ui import clock, session
from followup.ui.agenda import Agenda
from followup.ui.choices import apart
from followup.ui.feedback import refuse
from followup.ui.marking import Message, sent
from followup.ui.status import STATUSES, title

CHOSEN = "compose_action"
_PARAM = "compose_param"
_SENT = "compose_sent"
_NOT_WRITTEN: frozenset[ActionKind] = frozenset({"debrief", "move_on"})
_FIELDS = ("subject", "body", "base", "template", "specifics", "at", "channel")


def field(name: str, key: str) -> str:
    """The session's name for one field of the draft of the action with this key."""
    return f"compose_{name}_{key}"


# --- which action ---


def writable(plan: Agenda) -> list[Action]:
    """The actions that a message answers, in Today's order: what is due first, what is held last."""
    coming = (item.action for item in (*plan.coming, *plan.later))
    every = (*plan.now, *plan.open, *coming, *plan.held)
    return [action for action in every if action.kind not in _NOT_WRITTEN]


def labels(actions: Sequence[Action]) -> dict[str, str]:
    """What the choice of actions shows, by key."""
    named, applications = [], session.applications()
    for action in actions:
        application = applications.get(action.application)
        if application:
            what = f"{title(action, application)} · {application.company}"
            named.append((action.key, f"{STATUSES[action.status].word}: {what}"))
    return apart(named)


def choose(keys: Sequence[str]) -> str | None:
    """The action of the address, once; then the one that the widget holds. Gives a key that is there no more."""
    asked = st.query_params.get("action")
    gone = None
    if asked and asked != st.session_state.get(_PARAM):
        st.session_state[_PARAM] = asked
        st.session_state.pop(_SENT, None)
        if asked in keys:
            st.session_state[CHOSEN] = asked
        else:
            gone = asked
    if st.session_state.get(_SENT) in keys:  # undone: it is to be written again
        st.session_state[CHOSEN] = st.session_state.pop(_SENT)
    if st.session_state.get(CHOSEN) not in (None, *keys):
        st.session_state.pop(CHOSEN, None)
    return gone


def chosen_another() -> None:
    """The widget's callback: the address follows, so that it can be kept or shared between tabs."""
    key = st.session_state.get(CHOSEN)
    st.session_state.pop(_SENT, None)
    if key:
        st.session_state[_PARAM] = key
        st.query_params["action"] = key


# --- the draft of one action ---


@dataclass(frozen=True, slots=True)
class Writing:
    """One action in the composer: the choices, the draft that they give, and whether the text differs from it."""

    action: Action
    templates: tuple[MessageTemplate, ...]
    specifics: tuple[Specific, ...]
    made: Draft
    stale: bool


def channels_of(action: Action) -> list[Channel]:
    """The channels to write for: the action's own, and the phone where a call is fine or an address has to be found."""
    own: Channel = action.channel or "email"
    calls: tuple[Channel, ...] = ("phone", "voicemail")
    if action.phone_offered or own in calls:
        return list(dict.fromkeys([own, *calls]))
    return [own, "phone"] if action.needs_contact and own == "email" else [own]


def _channel(action: Action) -> Channel:
    """The chosen one; at first the phone where there is no address to write to."""
    name, channels = field("channel", action.key), channels_of(action)
    if st.session_state.get(name) not in channels:
        find = action.needs_contact and "phone" in channels
        st.session_state[name] = "phone" if find else channels[0]
    chosen: Channel = st.session_state[name]
    return chosen


def writing(action: Action, facts: Facts, now: datetime) -> Writing:
    """The draft as the choices of this session have it; an unedited text follows the choices."""
    key = action.key
    channel = _channel(action)
    templates = templates_for(action, facts, now, channel=channel)
    specifics = suggest_specifics(action, facts, now)
    made = draft(
        action,
        facts,
        now,
        template=_template(key, templates),
        specifics=_chosen(key, specifics),
        channel=channel,
    )
    fresh = (made.subject, made.body)
    stash: tuple[str, str] | None = st.session_state.pop(field("stash", key), None)
    if stash:
        _put(key, fresh)
        st.session_state[field("subject", key)], st.session_state[field("body", key)] = stash
    base = st.session_state.get(field("base", key))
    text = (st.session_state.get(field("subject", key)), st.session_state.get(field("body", key)))
    if base is None or text == base:
        _put(key, fresh)
        stale = False
    else:
        stale = base != fresh
    return Writing(action, templates, specifics, made, stale)


def _template(key: str, templates: Sequence[MessageTemplate]) -> MessageTemplate | None:
    name = field("template", key)
    ids = [template.id for template in templates]
    if st.session_state.get(name) not in ids:
        st.session_state.pop(name, None)
        if ids:
            st.session_state[name] = ids[0]
    return next((t for t in templates if t.id == st.session_state.get(name)), None)


def _chosen(key: str, specifics: Sequence[Specific]) -> list[Specific]:
    name = field("specifics", key)
    known = {specific.id: specific for specific in specifics}
    if name not in st.session_state:
        st.session_state[name] = [specific.id for specific in specifics[:MOST_SPECIFICS]]
    else:
        st.session_state[name] = [id_ for id_ in st.session_state[name] if id_ in known]
    return [known[id_] for id_ in st.session_state[name]]


def _put(key: str, text: tuple[str, str]) -> None:
    st.session_state[field("subject", key)], st.session_state[field("body", key)] = text
    st.session_state[field("base", key)] = text


def write_anew(key: str, subject: str, body: str) -> None:
    """Put the draft of the present choices in the place of the edited text."""
    _put(key, (subject, body))


def text_of(key: str) -> tuple[str, str]:
    """Subject and body as they stand in the fields."""
    subject: str = st.session_state.get(field("subject", key)) or ""
    body: str = st.session_state.get(field("body", key)) or ""
    return subject, body


def send(key: str, channel: Channel, *, at_another_time: bool = False) -> None:
    """“I sent it”: the text as it stands is logged, and the draft is gone."""
    at = clock.now()
    if at_another_time:
        entered: datetime | None = st.session_state.get(field("at", key))
        if entered is None:
            refuse("Say when you sent it.")
            return
        at = entered.replace(tzinfo=clock.zone(session.facts().me))
    subject, body = text_of(key)
    if sent(key, Message(at, channel, subject if channel == "email" else "", body)):
        # Undo brings the action back, and with it what was written.
        st.session_state[field("stash", key)] = (subject, body)
        for name in _FIELDS:
            st.session_state.pop(field(name, key), None)
        st.session_state[_SENT] = key
        st.session_state[CHOSEN] = None


def just_sent() -> bool:
    """Whether the last thing done here was to send a message."""
    return _SENT in st.session_state
