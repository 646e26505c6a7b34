"""From an action to a message: who and why, the text to edit, the way out of here, and "I sent it"."""

import streamlit as st

from followup.messages.draft import NothingToWrite
from followup.ui import clock, composing, drafts, panel, rounds, session
from followup.ui.agenda import after, agenda
from followup.ui.cards import INTERVIEWS, card_top, compose_button
from followup.ui.composing import CHOSEN, field
from followup.ui.details import choices
from followup.ui.findings import findings
from followup.ui.handoff import hand_off
from followup.ui.status import CHANNELS
from followup.ui.text import md, md1

facts, now = session.facts(), clock.now()
plan = agenda(session.actions(), facts, now)
actions = composing.writable(plan)
labels = composing.labels(actions)

st.title("Compose", anchor=False)

if composing.choose(list(labels)):
    st.info(
        "The action in this address is not in the plan (any more): it has been answered or skipped, "
        "or something else took its place. Choose what to write.",
        icon=":material/event_available:",
    )
if sent := composing.just_sent():
    st.success("The plan goes on from here.", title="Sent and logged", icon=":material/send:")
    following = [action for action in after(session.action(sent), plan) if action.key in labels]
    with st.container(horizontal=True):
        if following:
            compose_button(following[0], primary=True, label="Write the next one")
        st.page_link("pages/plan/today.py", label="Back to Today", icon=":material/today:")

if not labels:
    st.info("Nothing is waiting to be written.", icon=":material/spa:")
    if not facts.applications:
        st.page_link(
            INTERVIEWS,
            label="Enter an interview",
            icon=":material/add:",
            query_params={"new": "1"},
        )
    st.stop()

key = st.selectbox(
    "What to write",
    list(labels),
    index=0 if CHOSEN not in st.session_state else None,
    key=CHOSEN,
    format_func=lambda choice: labels.get(choice, ""),
    on_change=composing.chosen_another,
    placeholder="Choose an action",
    persist_state="session",
)
action = session.action(key)
application = session.application(action.application) if action else None
if action is None or application is None:
    st.stop()

everyone = rounds.switch(action)
if everyone:
    panel.panel(everyone, application, facts)
    drafts.trouble()
    st.stop()

card_top(action, application, level=2)

try:
    writing = composing.writing(action, facts, now)
except NothingToWrite as error:
    st.info(md(str(error)))
    st.stop()
made = writing.made

if action.needs_contact and action.channel == "email":
    st.info(
        "Call the company's general number and ask for HR: “Phone” has the words for that. "
        "With a name and an address entered, the message itself can go.",
        title="No address is known",
        icon=":material/contact_phone:",
    )
    if st.button("Enter the person", key=f"compose_person_{key}", icon=":material/person_add:"):
        st.switch_page(INTERVIEWS, query_params={"application": application.id})

choices(writing)

if writing.stale:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown("This is your own text, so it stays as it is.", width="stretch")
        st.button(
            "Write it anew from these choices",
            key=f"compose_anew_{key}",
            icon=":material/refresh:",
            on_click=composing.write_anew,
            args=(key, made.subject, made.body),
        )

icon, channel = CHANNELS[made.channel]
whom = made.person.name if made.person else application.company
address = f" · {md1(made.to)}" if made.to else ""
if made.template.kind == "find_contact":
    st.markdown(f"{icon} **To** the switchboard of {md1(application.company)} ({channel})")
else:
    st.markdown(f"{icon} **To** {md1(whom)}{address} ({channel})")
if made.channel == "email":
    st.text_input("Subject", key=field("subject", action.key), persist_state="session")
st.text_area("Text", key=field("body", action.key), height=320, persist_state="session")
drafts.trouble()
findings(writing, facts, now)
hand_off(writing, facts, now)
