"""What a template gives for a real application, or why it cannot be used."""

from collections.abc import Sequence

import streamlit as st

from followup.messages.draft import NothingToWrite, draft
from followup.messages.gate import TemplateRefused
from followup.messages.preview import preview_action
from followup.messages.templates import MessageTemplate, check_template
from followup.model.facts import Application
from followup.model.vocabulary import ActionKind
from followup.ui import clock, session
from followup.ui.choices import application_labels
from followup.ui.text import md, md1
from followup.views.difference import AHEAD

_KEY = "templates_preview"
_SHOWN = 8


def errors(template: MessageTemplate) -> bool:
    """Say what keeps it from being used, with the lines; whether anything does."""
    found = check_template(template.subject if template.channel == "email" else "", template.body)
    if found:
        lines = "\n".join(f"- {md1(str(reason))}" for reason in found[:_SHOWN])
        more = f"\n- and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        st.error(lines + more, title="It cannot be used like this", icon=":material/error:")
    return bool(found)


def preview(template: MessageTemplate, kind: ActionKind) -> None:
    """What it gives for one of the user's applications."""
    applications = session.facts().applications
    if not applications:
        st.markdown("With an application entered, its message shows here.")
        return
    names = application_labels(applications)
    if st.session_state.get(_KEY) not in names:
        st.session_state[_KEY] = _best(kind, applications)
    chosen = st.selectbox(
        "Seen on",
        list(names),
        key=_KEY,
        format_func=lambda id_: names.get(id_, ""),
        persist_state="session",
    )
    application = next(a for a in applications if a.id == chosen)
    facts, now = session.facts(), clock.now()
    action = preview_action(kind, template.channel, application, session.actions(), now)
    try:
        made = draft(action, facts, now, template=template)
    except (TemplateRefused, NothingToWrite) as error:
        st.markdown(md(str(error)))
        return
    with st.container(border=True, key="templates_given"):
        if template.channel == "email":
            st.markdown(f"**Subject:** {md1(made.subject)}")
        st.text(made.body)
    for item in made.missing:
        st.markdown(f":orange[:material/edit_note:] {md(item.message)}")


def _best(kind: ActionKind, applications: Sequence[Application]) -> str:
    """An application with an action of this kind: best one where something was said and it is still to be done."""
    told = {a.id for a in applications if any(round_.specifics for round_ in a.interviews)}
    asked = [action for action in session.actions() if action.kind == kind]
    asked.sort(key=lambda action: (action.application not in told, action.status not in AHEAD))
    return next((action.application for action in asked), applications[0].id)
