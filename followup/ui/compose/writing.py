"""The message that the composer is at: which action, the choices of the session, the draft, and its text."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

import streamlit as st

from followup.messages.draft import Draft, draft
from followup.messages.gate import TemplateRefused
from followup.messages.occasion import NothingToWrite, Occasion
from followup.messages.specifics import first_specifics, suggest_specifics
from followup.messages.templates import MessageTemplate, channels_for, templates_for
from followup.model.action import Action
from followup.model.facts import Specific, Touchpoint
from followup.model.kinds import KINDS
from followup.model.vocabulary import Channel
from followup.playbook.case import stand_ins
from followup.ui.base import session, unsent
from followup.ui.base.looks import STATUSES
from followup.ui.compose import unsent_text
from followup.ui.compose.answer import with_answer
from followup.ui.compose.unsent_text import DraftChoices, agreed_at, field, follow, reply_of
from followup.views.agenda import Agenda
from followup.views.labels import apart
from followup.views.words import title

CHOSEN = "compose_action"
SENT = "compose_sent"
_PARAM = "compose_param"


def writable(plan: Agenda) -> list[Action]:
    """The actions that a message answers, in Today's order: what is due first, what is held last."""
    coming = (item.action for item in plan.upcoming)
    every = (*plan.now, *plan.open, *coming, *plan.held)
    return [action for action in every if KINDS[action.kind].written]


def labels_of(actions: Sequence[Action]) -> dict[str, str]:
    """What the choice of actions shows, by key."""
    named, applications = [], session.applications()
    for action in actions:
        application = applications.get(action.application)
        if application:
            what = f"{title(action, application)} · {session.place(application)}"
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


def no_longer(key: str) -> str:
    """Why the action with this key is not on the list: it was done or skipped; or it is derived no more."""
    action = session.action(key)
    if action and action.status in ("done", "skipped"):
        return "That is no longer on your list: it was answered or skipped."
    return "That is no longer due: what it was for was undone or has changed, or something else took its place."


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


T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A message being written: its occasion, what may be chosen for it, and the draft by what is chosen.

    `quotable` is their message that it may quote, by e-mail alone. `refused` says why the user's own template could not
    be used and another one is. `stale` says that the text in the fields is the user's own and differs from the draft.
    """

    occasion: Occasion
    channels: tuple[Channel, ...]
    templates: tuple[MessageTemplate, ...]
    specifics: tuple[Specific, ...]
    quotable: Touchpoint | None
    draft: Draft
    refused: tuple[str, ...]
    stale: bool


def writing(occasion: Occasion, panel: Sequence[Occasion]) -> Writing:
    """The occasion as this session has it; `panel` are the thank-yous of its round. Raises NothingToWrite."""
    unsent_text.restore(occasion)
    occasion = _through(occasion)
    if occasion.kind == "reply":
        occasion = with_answer(occasion)
    action, key, habits = occasion.action, occasion.key, unsent.habits()
    channels = channels_for(occasion)
    find = occasion.needs_contact and "phone" in channels
    first_channel: Channel = "phone" if find else channels[0]
    channel = _kept("channel", key, channels, first_channel)
    templates = templates_for(occasion, channel=channel, tone=unsent_text.tone_of(occasion))
    first_template = templates[0].id if templates else None
    template = _kept("template", key, [t.id for t in templates], first_template)
    specifics = suggest_specifics(occasion)
    usual = tuple(s.id for s in first_specifics(occasion, panel))
    chosen = _chosen(key, specifics, usual)
    quotable = occasion.quotable if channel == "email" else None
    quotable = quotable if quotable and quotable.text.strip() else None
    first_quote = quotable is not None and action.kind == "reply"
    quote = bool(quotable and st.session_state.setdefault(field("quote", key), first_quote))
    tried = [t for t in templates if t.id == template] + [t for t in templates if not t.own]
    made, refused = _draft(occasion, tried, chosen, quote=quote, limit=habits.linkedin_limit)
    stale = follow(key, (made.subject, made.body))
    ids = tuple(specific.id for specific in chosen)
    through = occasion.through.id if occasion.through else None
    unsent_text.keep(
        key,
        DraftChoices(first_channel, first_template, usual, first_quote),
        DraftChoices(
            channel,
            template,
            ids,
            quote if quotable else first_quote,
            through,
            agreed_at(key),
            reply_of(key),
        ),
    )
    return Writing(
        occasion=occasion,
        channels=channels,
        templates=templates,
        specifics=specifics,
        quotable=quotable,
        draft=made,
        refused=refused,
        stale=stale,
    )


def _through(occasion: Occasion) -> Occasion:
    """The occasion with who was chosen to be written to instead, while they can be."""
    chosen = st.session_state.get(field("through", occasion.key))
    found = (p for p in stand_ins(occasion.case, occasion.action) if p.id == chosen)
    return replace(occasion, through=next(found, None))


def _kept(name: str, key: str, options: Sequence[T], usual: T) -> T:
    """The choice of the session, or the usual one where that is none of the options (any more)."""
    state = field(name, key)
    if st.session_state.get(state) not in options:
        st.session_state[state] = usual
    chosen: T = st.session_state[state]
    return chosen


def _chosen(
    key: str, specifics: Sequence[Specific], usual: tuple[str, ...]
) -> tuple[Specific, ...]:
    """What goes in as the session has it. What was shown stays, whatever is suggested by now; nothing shown follows."""
    name, usual_name = field("specifics", key), field("usual", key)
    known = {specific.id: specific for specific in specifics}
    chosen = st.session_state.get(name)
    before: tuple[str, ...] | None = st.session_state.get(usual_name)
    untouched = chosen is None or (before is not None and chosen == list(before))
    if untouched and not any(id_ in known for id_ in chosen or ()):
        chosen = list(usual)
        st.session_state[usual_name] = usual
    session.show(name, [id_ for id_ in chosen or () if id_ in known])
    return tuple(known[id_] for id_ in st.session_state[name])


def _draft(
    occasion: Occasion,
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
            made = draft(occasion, template=template, specifics=chosen, quote=quote, limit=limit)
        except TemplateRefused as error:
            reasons = (str(refusal) for refusal in error.refusals)
            refused.append(f"Your template “{template.name}” cannot be used. {' · '.join(reasons)}")
        else:
            return made, tuple(refused)
    raise NothingToWrite(" ".join(refused) or "There is nothing to write for this.")
