"""The composer's choices: the form of the message, which details of the interview go in, and a new one in place."""

import streamlit as st

from followup.messages.draft import told_to_others
from followup.model.facts import Interview, Specific, new_id
from followup.ui import clock, composing, marking, session
from followup.ui.choices import apart
from followup.ui.composing import Writing, field
from followup.ui.debrief import add_to_interview
from followup.ui.feedback import change, refuse
from followup.ui.status import CHANNELS
from followup.ui.text import md1

_CHIP = 80


def choices(writing: Writing) -> None:
    """Channel and template, where there is a choice, and the chips."""
    key = writing.action.key
    channels = composing.channels_of(writing.action)
    if len(channels) > 1:
        st.radio(
            "By",
            channels,
            key=field("channel", key),
            format_func=lambda channel: CHANNELS[channel][1],
            horizontal=True,
            persist_state="session",
        )
    if len(writing.templates) > 1:
        names = apart((t.id, t.name) for t in writing.templates)
        st.selectbox(
            "Start from",
            list(names),
            key=field("template", key),
            format_func=lambda id_: names.get(id_, id_),
            persist_state="session",
        )
    _chips(writing)
    _told(writing)


def _told(writing: Writing) -> None:
    """What others of the same round were told, while one writes to the next."""
    action = writing.action
    application = session.application(action.application)
    if action.kind != "thank_you" or application is None:
        return
    told = told_to_others(action, session.facts(), clock.now())
    if not any(touchpoint.text for touchpoint in told):
        return
    names = {person.id: person.name for person in application.people}
    with st.expander("What the others were told", icon=":material/groups:"):
        for touchpoint in told:
            if touchpoint.text:
                whom = ", ".join(names[id_] for id_ in touchpoint.people if id_ in names)
                st.markdown(f"**{md1(whom or 'Somebody')}**")
                st.text(touchpoint.text)


def _chips(writing: Writing) -> None:
    key = writing.action.key
    if writing.specifics:
        shown = apart((s.id, _short(s.text)) for s in writing.specifics)
        st.multiselect(
            "What was said: choose what goes in, in this order",
            list(shown),
            key=field("specifics", key),
            format_func=lambda id_: shown.get(id_, ""),
            placeholder="Choose what goes in",
            persist_state="session",
            wrap=True,
        )
    with st.popover("Add a detail", icon=":material/add:"):
        name = field("new", key)
        st.text_area(
            "What was said?",
            key=name,
            height=80,
            max_chars=2000,
            persist_state="session",
        )
        st.button(
            "Add it to the interview",
            key=f"compose_add_{key}",
            icon=":material/save:",
            on_click=_add,
            args=(key, name),
        )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _CHIP else line[: _CHIP - 1] + "…"


def _add(key: str, name: str) -> None:
    text: str = st.session_state.get(name) or ""
    found = marking.target(key)
    if found is None:
        return
    application = found.application
    held = [i for i in application.interviews if i.id == found.action.interview]
    interview: Interview | None = next(iter(held), None) or next(
        (i for i in reversed(application.interviews) if i.state == "scheduled"), None
    )
    if not text.strip() or interview is None:
        refuse(
            "Write what was said first." if interview else "There is no interview to keep it with."
        )
        return
    specific = Specific(
        id=new_id(), text=text.strip(), said_by=_said_by(interview, found.action.person)
    )
    done = change(
        lambda: session.store().happened(
            application.id,
            lambda fresh: add_to_interview(fresh, interview.id, [specific]),
            now=clock.now(),
            what=f"Added to the interview with {application.company}",
        )
    )
    if done:
        chosen = st.session_state.get(field("specifics", key), [])
        st.session_state[field("specifics", key)] = [specific.id, *chosen]
        st.session_state[name] = ""


def _said_by(interview: Interview, person: str | None) -> str | None:
    return person if person in interview.interviewers else None
