"""The user's own message templates beside ours: which one is open, editing it, and what it gives."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from followup.messages.templates import MessageTemplate, built_in, check_template, template_of
from followup.model import changes
from followup.model.beside import Template
from followup.model.facts import new_id
from followup.model.kinds import WRITTEN
from followup.model.vocabulary import ActionKind, Channel
from followup.ui.base import session
from followup.ui.base.feedback import change, refuse
from followup.ui.base.looks import CHANNELS
from followup.views.words import apart

NEW = "new"
CHOSEN = "templates_chosen"
KIND = "templates_kind"
_OPEN = "templates_open"
_REV = "templates_rev"
_FIELDS = ("name", "channel", "subject", "body")
TEMPLATE_CHANNELS: tuple[Channel, ...] = ("email", "linkedin", "phone", "voicemail")


def field(name: str) -> str:
    """The session's name for one field of the form."""
    return f"templates_{name}"


@dataclass(frozen=True, slots=True)
class Shelf:
    """The templates of one kind: the user's own, then ours."""

    own: tuple[MessageTemplate, ...]
    ours: tuple[MessageTemplate, ...]

    def find(self, id_: str | None) -> MessageTemplate | None:
        """The one with this id."""
        return next((t for t in (*self.own, *self.ours) if t.id == id_), None)

    def labels(self) -> dict[str, str]:
        """What the choice shows, by id."""
        return apart(
            (t.id, f"{'Yours' if t.own else 'Ours'}: {t.name} · {CHANNELS[t.channel][1]}")
            for t in (*self.own, *self.ours)
        )


def shelf(kind: ActionKind) -> Shelf:
    """All templates of a kind."""
    mine = tuple(template_of(t) for t in session.facts().templates if t.kind == kind)
    ours = (t for t in built_in() if t.kind == kind)
    return Shelf(mine, tuple(sorted(ours, key=_usual_first)))


def _usual_first(template: MessageTemplate) -> tuple[int, bool, bool, str]:
    """By channel; what fits every situation before what fits some."""
    return (
        TEMPLATE_CHANNELS.index(template.channel),
        template.choice,
        template.tone == "warm",
        template.id,
    )


def first_kind() -> None:
    """The kind that is shown at first: thank-yous, which one writes most."""
    st.session_state.setdefault(KIND, WRITTEN[0])


def open_form(template: MessageTemplate | None) -> None:
    """Fill the form when another template is opened; what was typed since stays."""
    if template and template.own and st.session_state.get(_OPEN) != template.id:
        _fill(template.id, template, session.snapshot().revs.get(template.id, 0))


def _fill(id_: str, template: MessageTemplate, rev: int) -> None:
    st.session_state[_OPEN], st.session_state[_REV] = id_, rev
    for name in _FIELDS:
        st.session_state[field(name)] = getattr(template, name)


def is_new() -> bool:
    """Whether the form holds a template that was never saved."""
    return st.session_state.get(_OPEN) == NEW


# --- callbacks ---


def copy(template: MessageTemplate) -> None:
    """A template of ours (or another of the user's) as the beginning of a new one; nothing is saved yet."""
    _fill(NEW, template, 0)
    st.session_state[field("name")] = f"{template.name} (mine)"


def empty() -> None:
    """A new one from nothing."""
    st.session_state[_OPEN], st.session_state[_REV] = NEW, 0
    st.session_state.update({field(name): "" for name in _FIELDS})
    st.session_state[field("channel")] = "email"


def discard() -> None:
    """What was typed goes; the saved one (or the list) is shown again."""
    st.session_state.pop(_OPEN, None)


def save(kind: ActionKind) -> None:
    """The form as one of the user's own; refused with its reasons while it does not pass the gate."""
    typed = edited(kind)
    if not typed.name.strip():
        refuse("Give the template a name.")
        return
    if not typed.body.strip():
        refuse("Write the template's text first.")
        return
    if reasons := check_template(typed.subject, typed.body):
        refuse(*(str(reason) for reason in reasons))
        return
    new = is_new()
    id_ = new_id() if new else st.session_state[_OPEN]
    done = change(
        lambda: session.store().update(
            f"Saved the template “{typed.name.strip()}”",
            lambda facts: changes.save_template(
                facts,
                _kept_with(
                    facts.templates,
                    Template(
                        id=id_,
                        kind=kind,
                        channel=typed.channel,
                        name=typed.name.strip(),
                        subject=typed.subject if typed.channel == "email" else "",
                        body=typed.body,
                    ),
                ),
            ),
            now=session.now(),
            expect={id_: st.session_state.get(_REV, 0)},
        )
    )
    if done:
        st.session_state[_OPEN], st.session_state[CHOSEN] = id_, id_
        st.session_state[_REV] = done.snapshot.revs.get(id_, 0)


def _kept_with(templates: Sequence[Template], fresh: Template) -> Template:
    """With the keys that only the file knows."""
    before = next((t for t in templates if t.id == fresh.id), None)
    return (
        fresh
        if before is None
        else before.replace(**{n: getattr(fresh, n) for n in ("kind", *_FIELDS)})
    )


def delete(id_: str, name: str) -> None:
    """One of the user's own goes; Undo brings it back."""
    done = change(
        lambda: session.store().update(
            f"Deleted the template “{name}”",
            lambda facts: changes.delete_template(facts, id_),
            now=session.now(),
        )
    )
    if done:
        discard()
        st.session_state.pop(CHOSEN, None)


# --- the form ---


def edited(kind: ActionKind) -> MessageTemplate:
    """The template that the form holds as it stands."""
    name, subject, body = (
        str(st.session_state.get(field(each)) or "") for each in ("name", "subject", "body")
    )
    channel: Channel = st.session_state.get(field("channel")) or "email"
    return MessageTemplate(
        id=st.session_state.get(_OPEN) or NEW,
        kind=kind,
        channel=channel,
        name=name,
        subject=subject,
        body=body,
        own=True,
    )


def form(kind: ActionKind) -> None:
    """The form: name, channel, subject (of an e-mail), text."""
    st.text_input("Name", key=field("name"), persist_state="session")
    st.radio(
        "For",
        TEMPLATE_CHANNELS,
        key=field("channel"),
        format_func=lambda channel: CHANNELS[channel][1],
        horizontal=True,
        persist_state="session",
    )
    if edited(kind).channel == "email":
        st.text_input("Subject", key=field("subject"), persist_state="session")
    st.text_area(
        "Text",
        key=field("body"),
        height=360,
        persist_state="session",
    )
