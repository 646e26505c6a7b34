"""All interviewers of a round side by side: who is done, and a note for each that is not like the others."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from followup.messages.draft import NothingToWrite
from followup.messages.panel import Alike, most_alike
from followup.model.action import Action
from followup.model.facts import Application, Facts
from followup.ui import clock, composing, session
from followup.ui.composing import Writing, field, text_of
from followup.ui.details import chips
from followup.ui.findings import findings, notes_sent
from followup.ui.handoff import hand_off
from followup.ui.status import status_badge, title
from followup.ui.text import md, md1, moment_words

_TOO_ALIKE = 0.8  # the lint's own limit: what comes from one template reaches about three quarters
_IN_A_ROW = 2


def panel(everyone: Sequence[Action], application: Application, facts: Facts) -> None:
    """One column for each, two in a row; on a narrow screen one below the other."""
    now = clock.now()
    writings: dict[str, Writing | str] = {}
    for action in everyone:
        if action.status != "done":
            try:
                writings[action.key] = composing.writing(action, facts, now)
            except NothingToWrite as error:
                writings[action.key] = str(error)
    done = sum(action.status == "done" for action in everyone)
    st.markdown(f"**{done} of {len(everyone)} done.** People compare: something else for each.")
    for start in range(0, len(everyone), _IN_A_ROW):
        columns = st.columns(_IN_A_ROW, border=True)
        for column, action in zip(columns, everyone[start : start + _IN_A_ROW], strict=False):
            with column, st.container(key=f"panel_{action.key}", gap="small"):
                found = writings.get(action.key)
                person = session.person(application, action.person)
                name = person.name if person else title(action, application)
                st.markdown(f"## {md1(name)} {status_badge(action.status)}")
                if isinstance(found, Writing):
                    _note(found, _beside(found, writings, application), facts, now)
                elif found:
                    st.markdown(md(found))
                else:
                    _done(action, application, facts, now)


def _beside(
    one: Writing, writings: dict[str, Writing | str], application: Application
) -> dict[str, str]:
    """The other notes as they stand now, by whom they go to."""
    found = {}
    for key, other in writings.items():
        if isinstance(other, Writing) and key != one.action.key:
            person = session.person(application, other.action.person)
            found[person.name if person else key] = text_of(key)[1]
    return found


def _note(writing: Writing, beside: dict[str, str], facts: Facts, now: datetime) -> None:
    key, made = writing.action.key, writing.made
    chips(writing)
    if made.channel == "email":
        st.text_input("Subject", key=field("subject", key), persist_state="session")
    st.text_area("Text", key=field("body", key), height=300, persist_state="session")
    sent = notes_sent(writing.action, writing.application, facts, now)
    whom = made.person.name if made.person else ""
    _alike(most_alike(text_of(key)[1], {**sent, **beside}, facts.me.name, whom))
    findings(writing, facts, now, beside)
    hand_off(writing, facts, now, in_panel=True)


def _alike(alike: Alike | None) -> None:
    if alike is None:
        return
    color = "orange" if alike.share >= _TOO_ALIKE else "green"
    st.markdown(
        f":{color}[:material/compare:] {alike.share:.0%} like the note to {md1(alike.name)}"
    )


def _done(action: Action, application: Application, facts: Facts, now: datetime) -> None:
    """When it was sent, and what it said."""
    zone = clock.zone(facts.me)
    for touchpoint in reversed(application.touchpoints):
        answers = touchpoint.interview in (action.interview, None)
        if (
            touchpoint.direction == "sent"
            and touchpoint.purpose == "thank_you"
            and answers
            and (action.person in touchpoint.people or not touchpoint.people)
        ):
            st.markdown(f"Sent {md(moment_words(touchpoint.at, now, zone))}.")
            if touchpoint.text:
                st.text(touchpoint.text)
            return
