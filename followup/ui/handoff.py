"""The composer's way out: copy, the mail program, a file for it, web mail, LinkedIn, or the sheet for a call."""

import re
from collections.abc import Callable
from datetime import datetime

import streamlit as st

from followup.messages.draft import Draft, draft
from followup.messages.gate import TemplateRefused
from followup.messages.handoff import (
    BadAddress,
    MailLink,
    call_sheet,
    eml,
    gmail,
    linkedin_count,
    mailto,
    outlook,
)
from followup.model.facts import Application, Facts, Me
from followup.store.drafts import Way
from followup.ui import drafts, sending
from followup.ui.composing import Writing, field, text_of
from followup.ui.copying import Copyable, copy_buttons
from followup.ui.status import title
from followup.ui.text import md, md1

_WEB: tuple[tuple[Way, str, Callable[[str, str, str], MailLink]], ...] = (
    ("gmail", "Gmail", gmail),
    ("outlook", "Outlook on the web", outlook),
)
_LIMITS = (200, 300)


def hand_off(writing: Writing, facts: Facts, now: datetime, *, in_panel: bool = False) -> None:
    """Everything after the text: out of here, and back with what was sent."""
    made, key = writing.made, writing.action.key
    if made.channel == "linkedin":
        _linkedin(key, made.to)
    elif made.channel in ("phone", "voicemail"):
        _call(writing.application, made, facts.me, now)
        if made.channel == "phone":
            _if_nobody_answers(writing, facts, now)
    _copy(key, made)
    if made.channel == "email":
        _mail(writing, facts.me)
    if made.template.kind != "find_contact":
        sending.question(writing.action, made, primary=not in_panel)


def _copy(key: str, made: Draft) -> None:
    subject, body = text_of(key)
    items = [Copyable("body", "Copy text", "Text copied", body, field("body", key))]
    if made.channel == "email":
        name = field("subject", key)
        items.append(Copyable("subject", "Copy subject", "Subject copied", subject, name))
    component = f"compose_copy_{key}"
    # The words for a switchboard are read out, and answer nothing.
    asks = made.template.kind != "find_contact"
    copy_buttons(items, component, lambda: sending.hand_copied(key, component) if asks else None)


def _mail(writing: Writing, me: Me) -> None:
    made, key = writing.made, writing.action.key
    subject, body = text_of(key)
    whom = made.person.name if made.person else ""
    try:
        link = mailto(made.to, subject, body)
        file = eml(me, made.to, whom, subject, body)
        web = [(way, name, make(made.to, subject, body)) for way, name, make in _WEB]
    except BadAddress as error:
        st.markdown(f":orange[:material/alternate_email:] {md(str(error))} The text can be copied.")
        return
    with st.container(horizontal=True, gap="small"):
        if not link.too_long:
            _link("Open in mail program", link, ":material/mail:", key, "mail")
        st.download_button(
            "Download as .eml",
            file,
            file_name=_file_name(
                f"{title(writing.action, writing.application)} {writing.application.company}"
            ),
            mime="message/rfc822",
            key=f"compose_eml_{key}",
            icon=":material/download:",
            on_click=sending.hand,
            args=(key, "file"),
            help="A draft that your mail program opens.",
        )
        for way, name, page in web:
            if not page.too_long:
                _link(name, page, ":material/open_in_new:", key, way)
    if link.too_long:
        st.markdown(
            "The text is too long for a link into a mail program: take the .eml file, or copy it."
        )


def _link(label: str, link: MailLink, icon: str, key: str, way: Way) -> None:
    st.link_button(
        label,
        link.url,
        key=f"compose_{way}_{key}",
        icon=icon,
        on_click=sending.hand,
        args=(key, way),
    )


def _file_name(words: str) -> str:
    return (re.sub(r"[^A-Za-z0-9]+", "-", words).strip("-").lower() or "message")[:60] + ".eml"


def _linkedin(key: str, profile: str) -> None:
    limit_key = f"compose_limit_{key}"
    st.session_state.setdefault(limit_key, drafts.habits().linkedin_limit)
    count = linkedin_count(text_of(key)[1], drafts.habits().linkedin_limit)
    color, icon = ("green", "check_circle") if count.fits else ("orange", "warning")
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.markdown(f":{color}[:material/{icon}:] {md1(str(count))}", width="stretch")
        st.radio(
            "Your account takes notes of",
            _LIMITS,
            key=limit_key,
            format_func=lambda limit: f"{limit} characters",
            horizontal=True,
            help="LinkedIn takes 200 characters with a free account, 300 with a paid one.",
            on_change=_limit_chosen,
            args=(limit_key,),
            width="content",
        )
    if profile.startswith("https://"):
        st.link_button("Open the profile", profile, icon=":material/open_in_new:")


def _limit_chosen(name: str) -> None:
    drafts.remember(linkedin_limit=st.session_state[name])


def _if_nobody_answers(writing: Writing, facts: Facts, now: datetime) -> None:
    """The voicemail text beside the script of a call."""
    if "voicemail" not in writing.channels:
        return
    try:
        made = draft(
            writing.action,
            facts,
            now,
            specifics=writing.made.specifics,
            channel="voicemail",
            tone=drafts.habits().tone,
        )
    except TemplateRefused:  # one of the user's own: “Voicemail” says why
        return
    if made.channel == "voicemail":
        with st.expander("If nobody answers: the voicemail text", icon=":material/voicemail:"):
            st.text(made.body)
            st.markdown("Choose “Voicemail” above to change it, and to log it.")


def _call(application: Application, made: Draft, me: Me, now: datetime) -> None:
    sheet = call_sheet(made.to, application, me, now)
    outside = "" if sheet.in_office_hours else ": now is outside of office hours there"
    there = f"{sheet.local_time:%A, %H:%M} there{outside}"
    number = f"**{md1(sheet.number)}** · " if sheet.number else ""
    st.markdown(f":material/call: {number}{there}")
