"""From an action to a message: the letter and its way out first; who, why and the choices beside it."""

import streamlit as st

from followup.messages.occasion import NothingToWrite, occasion_of
from followup.messages.specifics import panel_of
from followup.ui.actions.cards import card_top, compose_button, todays_agenda
from followup.ui.base import session, unsent
from followup.ui.base.looks import md
from followup.ui.base.options import offered
from followup.ui.base.pages import TODAY, enter_link
from followup.ui.compose import panel
from followup.ui.compose.answer import ask_answer
from followup.ui.compose.choices import choices
from followup.ui.compose.handoff import hand_off
from followup.ui.compose.letter import findings, written
from followup.ui.compose.said import ask_thought
from followup.ui.compose.stand_in import no_address, stand_in
from followup.ui.compose.writing import (
    CHOSEN,
    choose,
    chosen_another,
    just_sent,
    labels_of,
    no_longer,
    writable,
    writing,
)
from followup.views.agenda import after

facts, now = session.facts(), session.now()
plan = todays_agenda()
labels = session.kept("writable", lambda _: labels_of(writable(plan)))

st.title("Compose", anchor=False)

if choose(list(labels)):
    st.info(
        f"{no_longer(st.query_params['action'])} Choose what to write.",
        icon=":material/event_available:",
    )
if sent := just_sent():
    st.success("The plan goes on from here.", title="Sent and logged", icon=":material/send:")
    following = [action for action in after(session.action(sent), plan) if action.key in labels]
    with st.container(horizontal=True):
        if following:
            compose_button(following[0], primary=True, label="Write the next one")
        st.page_link(TODAY, label="Back to Today", icon=":material/today:")

if not labels:
    st.info("Nothing is waiting to be written.", icon=":material/spa:")
    if not facts.applications:
        enter_link()
    st.stop()

key = st.selectbox(
    "What to write",
    offered(labels, CHOSEN, "messages to write"),
    index=0 if CHOSEN not in st.session_state else None,
    key=CHOSEN,
    format_func=lambda choice: labels.get(choice, ""),
    on_change=chosen_another,
    placeholder="Choose one",
    persist_state="session",
)
action = session.action(key)
if action is None:
    st.stop()
occasion = occasion_of(action, facts, now)
application, round_ = (
    occasion.application,
    panel_of(occasion, session.plan().of.get(action.application, ())),
)

if panel.side_by_side(round_):
    panel.notes(round_)
    unsent.warning()
    st.stop()

try:
    message = writing(occasion, round_)
except NothingToWrite as error:
    card_top(action, application, level=2)
    st.info(md(str(error)))
    st.stop()

# The letter first: on a narrow screen the choices follow below it.
letter, beside = st.columns([3, 2], gap="large")
with beside:
    ask_thought(message)
    card_top(action, application, level=2)
    stand_in(message.occasion)
    no_address(message.occasion)
    choices(message)
with letter:
    if action.kind == "reply":
        ask_answer(message.occasion)
    written(message)
    hand_off(message)
    findings(message)
