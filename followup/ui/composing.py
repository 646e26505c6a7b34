"""The state of the composer: which action, and for each action its choices and its text, kept until it is sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

import streamlit as st

from followup.messages.channels import channels_for
from followup.messages.draft import (
    MOST_SPECIFICS,
    Draft,
    NothingToWrite,
    answered,
    draft,
    suggest_specifics,
    templates_for,
)
from followup.messages.gate import TemplateRefused
from followup.messages.panel import panel_of, suggestions
from followup.messages.panel import usual_template as usual_of_panel
from followup.messages.templates import MessageTemplate
from followup.model.action import Action
from followup.model.facts import Application, Facts, Specific, Touchpoint
from followup.model.vocabulary import ActionKind, Channel
from followup.ui import drafts, session
from followup.ui.agenda import Agenda
from followup.ui.choices import apart
from followup.ui.drafts import Choices, field
from followup.ui.status import STATUSES, title

__all__ = ["CHOSEN", "Writing", "choose", "field", "labels", "text_of", "writable", "writing"]

T = TypeVar("T")

CHOSEN = "compose_action"
SENT = "compose_sent"
_PARAM = "compose_param"
_NOT_WRITTEN: frozenset[ActionKind] = frozenset({"debrief", "move_on"})


# --- which action ---


def writable(plan: Agenda) -> list[Action]:
    """The actions that a message answers, in Today's order: what is due first, what is held last."""
    coming = (item.action for item in plan.upcoming)
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


def choose(keys: Sequence[str]) -> bool:
    """The action of the address, once; then the one that the widget holds. Gives whether the address's is not there.

    Nothing takes its place: whoever follows an old link must not find a message to somebody else below it.
    """
    asked = st.query_params.get("action")
    if asked and asked != st.session_state.get(_PARAM):
        st.session_state[_PARAM] = asked
        st.session_state.pop(SENT, None)
        st.session_state[CHOSEN] = asked
    if st.session_state.get(SENT) in keys:  # undone: it is to be written again
        st.session_state[CHOSEN] = st.session_state.pop(SENT)
    if st.session_state.get(CHOSEN) not in (None, *keys):
        st.session_state[CHOSEN] = None
    chosen = st.session_state.get(CHOSEN)
    return bool(asked) and asked not in keys and chosen is None and not just_sent()


def chosen_another() -> None:
    """The widget's callback: the address follows, so that it can be kept or shared between tabs."""
    key = st.session_state.get(CHOSEN)
    st.session_state.pop(SENT, None)
    if key:
        st.session_state[_PARAM] = key
        st.query_params["action"] = key


def just_sent() -> str | None:
    """The key of the action whose message was sent, if that was the last thing done here."""
    key: str | None = st.session_state.get(SENT)
    return key


# --- the draft of one action ---


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """One action in the composer: the choices, the draft that they give, and whether the text differs from it.

    `refused` says why the user's own template could not be used and another one is; `quotable` is their last message.
    """

    action: Action
    application: Application
    channels: tuple[Channel, ...]
    templates: tuple[MessageTemplate, ...]
    specifics: tuple[Specific, ...]
    quotable: Touchpoint | None
    made: Draft
    refused: tuple[str, ...]
    stale: bool


def writing(action: Action, facts: Facts, now: datetime) -> Writing:
    """The draft as the choices of this session have it; an unedited text follows the choices. Raises NothingToWrite."""
    key, habits = action.key, drafts.habits()
    application = session.application(action.application)
    if application is None:
        raise NothingToWrite("The application of this action is no longer there.")
    drafts.restore(action, application)
    channels = channels_for(action, facts, now)
    find = action.needs_contact and "phone" in channels
    usual_channel: Channel = "phone" if find else channels[0]
    channel = _kept("channel", key, channels, usual_channel)
    templates = templates_for(action, facts, now, channel=channel, tone=habits.tone)
    panel = panel_of(action, session.actions())
    usual_template = usual_of_panel(action, panel, templates, facts, now)
    template = _kept("template", key, [t.id for t in templates], usual_template)
    specifics = suggest_specifics(action, facts, now)
    usual_specifics = _usual_specifics(action, specifics, facts, now)
    chosen = _chosen(key, specifics, usual_specifics)
    quotable = answered(action, facts, now) if channel == "email" else None
    quotable = quotable if quotable and quotable.text.strip() else None
    usual_quote = quotable is not None and action.kind == "reply"
    quote = bool(quotable and st.session_state.setdefault(field("quote", key), usual_quote))
    made, refused = _made(
        action,
        facts,
        now,
        [t for t in templates if t.id == template] + [t for t in templates if not t.own],
        chosen,
        quote=quote,
        limit=habits.linkedin_limit,
    )
    stale = _follow(key, (made.subject, made.body))
    ids = tuple(specific.id for specific in chosen)
    drafts.keep(
        key,
        Choices(usual_channel, usual_template, usual_specifics, usual_quote),
        Choices(channel, template, ids, quote if quotable else usual_quote),
    )
    return Writing(
        action=action,
        application=application,
        channels=channels,
        templates=templates,
        specifics=specifics,
        quotable=quotable,
        made=made,
        refused=refused,
        stale=stale,
    )


def _kept(name: str, key: str, options: Sequence[T], usual: T) -> T:
    """The choice of the session, or the usual one where that is none of the options (any more)."""
    state = field(name, key)
    if st.session_state.get(state) not in options:
        st.session_state[state] = usual
    chosen: T = st.session_state[state]
    return chosen


def _usual_specifics(
    action: Action, specifics: Sequence[Specific], facts: Facts, now: datetime
) -> tuple[str, ...]:
    """What goes in at first: in a panel something else for each, else the best of what was said."""
    panel = [a for a in panel_of(action, session.actions()) if a.status != "done"]
    given = suggestions(panel, facts, now).get(action.key) if len(panel) > 1 else None
    return tuple(specific.id for specific in given or specifics[:MOST_SPECIFICS])


def _chosen(
    key: str, specifics: Sequence[Specific], usual: tuple[str, ...]
) -> tuple[Specific, ...]:
    name, usual_name = field("specifics", key), field("usual", key)
    known = {specific.id: specific for specific in specifics}
    chosen = st.session_state.get(name)
    before: tuple[str, ...] | None = st.session_state.get(usual_name)
    if chosen is None or (before is not None and chosen == list(before)):
        chosen = list(usual)  # untouched: it follows what is suggested
    st.session_state[name] = [id_ for id_ in chosen if id_ in known]
    st.session_state[usual_name] = usual
    return tuple(known[id_] for id_ in st.session_state[name])


def _made(  # noqa: PLR0913 (the choices, one by one)
    action: Action,
    facts: Facts,
    now: datetime,
    tried: Sequence[MessageTemplate],
    chosen: Sequence[Specific],
    *,
    quote: bool,
    limit: int,
) -> tuple[Draft, tuple[str, ...]]:
    """The draft by the first template that passes the gate, and why one before it did not."""
    refused: list[str] = []
    for template in tried:
        try:
            return draft(
                action, facts, now, template=template, specifics=chosen, quote=quote, limit=limit
            ), tuple(refused)
        except TemplateRefused as error:
            reasons = (str(refusal) for refusal in error.refusals)
            refused.append(f"Your template “{template.name}” cannot be used. {' · '.join(reasons)}")
    raise NothingToWrite(" ".join(refused) or "There is no message to write for this action.")


def _follow(key: str, fresh: tuple[str, str]) -> bool:
    """Put the fresh draft in the place of an unedited text; whether an edited one differs from it."""
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


def tone_chosen(key: str) -> None:
    """The tone's callback: it is remembered, and the usual template of that tone is taken."""
    tone = st.session_state.get(field("tone", key))
    if tone is not None:
        drafts.remember(tone=tone)
        st.session_state[field("template", key)] = None
