"""The composer's way out: copy, the mail program, a file for it, and "I sent it"."""

import re

import streamlit as st

from followup.messages.draft import Draft
from followup.messages.handoff import BadAddress, call_sheet, eml, linkedin_count, mailto
from followup.model.action import Action
from followup.model.facts import Application, Me
from followup.ui import clock, composing
from followup.ui.cards import Moment
from followup.ui.composing import field, text_of
from followup.ui.status import CHANNELS, title
from followup.ui.text import md, md1

SENT_WORDS = {
    "email": "I sent it",
    "phone": "I called",
    "voicemail": "I left the message",
    "linkedin": "I sent it",
    "post": "I posted it",
    "in_person": "I said it",
}


def hand_off(action: Action, application: Application, made: Draft, me: Me) -> None:
    """Everything after the text: out of here, and back with what was sent."""
    subject, body = text_of(action.key)
    if made.channel == "email":
        _mail(action, made, me, f"{title(action, application)} {application.company}")
    elif made.channel == "linkedin":
        _linkedin(body, made.to)
    elif made.channel in ("phone", "voicemail"):
        _call(application, made, me)
    _copy(subject if made.channel == "email" else "", body)
    if made.template.kind != "find_contact":
        _sent(action, made)


def _mail(action: Action, made: Draft, me: Me, name: str) -> None:
    subject, body = text_of(action.key)
    whom = made.person.name if made.person else ""
    try:
        link = mailto(made.to, subject, body)
        file = eml(me, made.to, whom, subject, body)
    except BadAddress as error:
        st.markdown(f":orange[:material/alternate_email:] {md(str(error))} The text can be copied.")
        return
    with st.container(horizontal=True, gap="small"):
        if not link.too_long:
            st.link_button("Open in mail program", link.url, icon=":material/mail:")
        st.download_button(
            "Download as .eml",
            file,
            file_name=_file_name(name),
            mime="message/rfc822",
            key=f"compose_eml_{action.key}",
            icon=":material/download:",
            on_click="ignore",
            help="A draft that your mail program opens.",
        )
    if link.too_long:
        st.markdown(
            ":small[The text is too long for a link into the mail program: take the .eml file, or copy it.]"
        )


def _file_name(words: str) -> str:
    return (re.sub(r"[^A-Za-z0-9]+", "-", words).strip("-").lower() or "message")[:60] + ".eml"


def _linkedin(body: str, profile: str) -> None:
    count = linkedin_count(body)
    color = "green" if count.fits else "orange"
    st.markdown(f":{color}[:material/short_text:] {md1(str(count))}")
    if profile.startswith("https://"):
        st.link_button("Open the profile", profile, icon=":material/open_in_new:")


def _call(application: Application, made: Draft, me: Me) -> None:
    sheet = call_sheet(made.to, application, me, clock.now())
    if sheet.number:
        st.markdown(f":material/call: **{md1(sheet.number)}** · {sheet.local_time:%H:%M} there")
    if sheet.hint:
        st.markdown(f":orange[:material/bedtime:] {md(sheet.hint)}")


def _copy(subject: str, body: str) -> None:
    with st.expander("Copy", icon=":material/content_copy:"):
        if subject:
            st.markdown(":small[Subject]")
            st.code(subject, language=None, wrap_lines=True)
        st.markdown(":small[Text]")
        st.code(body, language=None, wrap_lines=True)


def _sent(action: Action, made: Draft) -> None:
    key, moment = action.key, Moment.present()
    with st.container(horizontal=True, gap="small"):
        st.button(
            SENT_WORDS[made.channel],
            key=f"compose_sent_{key}",
            type="primary",
            icon=":material/send:",
            help="Logs this text, to whom and when; the plan goes on from there.",
            on_click=composing.send,
            args=(key, made.channel),
        )
        with st.popover("At another time", icon=":material/schedule:"):
            at_key = field("at", key)
            local = moment.now.astimezone(moment.zone).replace(tzinfo=None, second=0, microsecond=0)
            st.session_state.setdefault(at_key, local)
            st.datetime_input("It was sent", key=at_key, format="DD/MM/YYYY", step=300)
            st.button(
                f"Log it with this time ({CHANNELS[made.channel][1]})",
                key=f"compose_sent_at_{key}",
                icon=":material/check:",
                on_click=composing.send,
                args=(key, made.channel),
                kwargs={"at_another_time": True},
            )
