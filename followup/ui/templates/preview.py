"""What a template gives for a real application, or why it cannot be used."""

from collections.abc import Sequence

import streamlit as st

from followup.messages.draft import draft
from followup.messages.gate import TemplateRefused
from followup.messages.occasion import NothingToWrite, occasion_to_try
from followup.messages.templates import MessageTemplate, check_template
from followup.model.facts import Application
from followup.model.vocabulary import LIVE, ActionKind
from followup.prose.jotted import code_of
from followup.ui.base import session
from followup.ui.base.looks import md, md1
from followup.ui.base.options import offered
from followup.views.labels import all_labels

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
    names = all_labels(applications)
    if st.session_state.get(_KEY) not in names:
        st.session_state[_KEY] = _best(kind, template.language, applications)
    chosen = st.selectbox(
        "Seen on",
        offered(names, _KEY, "applications"),
        key=_KEY,
        format_func=lambda id_: names.get(id_, ""),
        persist_state="session",
    )
    application = session.applications()[chosen]
    facts, now = session.facts(), session.now()
    actions = session.plan().of[application.id]
    occasion = occasion_to_try(kind, template.channel, application, actions, facts, now)
    try:
        made = draft(occasion, template=template)
    except (TemplateRefused, NothingToWrite) as error:
        st.markdown(md(str(error)))
        return
    with st.container(border=True, key="templates_given"):
        if template.channel == "email":
            st.markdown(f"**Subject:** {md1(made.subject)}")
        st.text(made.body)
    for lack in made.lacks:
        st.markdown(f":orange[:material/edit_note:] {md(lack.sentence)}")


def _best(kind: ActionKind, language: str | None, applications: Sequence[Application]) -> str:
    """An application with an action of this kind: best one in that language, where something was said, still to do."""
    mine = session.facts().me.language
    told_in = {a.id: code_of(a.language or mine) for a in applications}
    told = {a.id for a in applications if any(round_.specifics for round_ in a.interviews)}
    asked = [action for action in session.actions() if action.kind == kind]
    asked.sort(
        key=lambda action: (
            language not in (None, told_in[action.application]),
            action.application not in told,
            action.status not in LIVE,
        )
    )
    return next((action.application for action in asked), applications[0].id)
