"""The composer's way out: copy, the mail program, a file for it, web mail, LinkedIn, or the sheet for a call.

What is copied is the text as it stands in the field at that moment, also what was typed since the page was last drawn.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

import streamlit as st

from followup.exchange.out.letter import MailLink, eml, gmail, mailto, outlook
from followup.messages.draft import Draft, draft
from followup.messages.gate import TemplateRefused
from followup.messages.lint.findings import SPOKEN, linkedin_count
from followup.messages.occasion import Occasion
from followup.playbook.case import company_name
from followup.prose.names import BadAddress
from followup.store.unsent import Way
from followup.ui.base import unsent
from followup.ui.base.looks import COMPONENT_CSS, md, md1
from followup.ui.compose import sent
from followup.ui.compose.unsent_text import ask_for_file, field, text_of, tone_of
from followup.ui.compose.unsent_text import attached as chosen_file
from followup.ui.compose.writing import Writing
from followup.views.words import title

_HTML = "<div id='root'></div>"
_CSS = COMPONENT_CSS + Path(__file__).with_name("copy_button.css").read_text("utf-8")
_JS = Path(__file__).with_name("copy_button.js").read_text("utf-8")
_COPY = st.components.v2.component("followup_copy", html=_HTML, css=_CSS, js=_JS)
_FAILED = "The browser does not allow copying: mark the text and copy it by hand."


@dataclass(frozen=True, slots=True)
class Copyable:
    """One button: what it copies, its label, what is said then, the text, and the key of the field that holds it."""

    what: str
    label: str
    done: str
    text: str
    field: str


def copy_buttons(items: Sequence[Copyable], key: str, on_copied: Callable[[], None]) -> None:
    """The buttons side by side. `on_copied` runs when one was pressed; see `copied`."""
    # A tuple: of a list Streamlit loads pandas to find out whether it is a table.
    shown = tuple({**asdict(item), "field": _class_of(item.field)} for item in items)
    _COPY(key=key, data={"items": shown, "failed": _FAILED}, on_copied_change=on_copied)


def copied(key: str) -> tuple[str, str]:
    """In the callback: what was copied, and the text; empty where nothing was."""
    said = getattr(st.session_state.get(key), "copied", None)
    if not isinstance(said, dict):
        return "", ""
    return str(said.get("what", "")), str(said.get("text", ""))


def _class_of(key: str) -> str:
    """The class that Streamlit gives the element with that key."""
    return "st-key-" + re.sub(r"[^a-zA-Z0-9_-]", "-", key.strip())


_LINKS: tuple[tuple[Way, str, Callable[[str, str, str], MailLink]], ...] = (
    ("mail", "Open in mail", mailto),
    ("gmail", "Gmail", gmail),
    ("outlook", "Outlook on the web", outlook),
)
_LIMITS = (200, 300)


def hand_off(writing: Writing, beside: Sequence[Occasion] = ()) -> None:
    """Everything after the text: out of here, and back with what was sent.

    `beside` are the other notes of the round where all are written side by side; the next of them is gone on with.
    """
    draft, key = writing.draft, writing.occasion.key
    if draft.channel == "linkedin":
        _linkedin(key, draft.to)
    elif draft.channel in SPOKEN:
        _call(writing)
        if draft.channel == "phone":
            _if_nobody_answers(writing)
    asks = _can_have_gone(draft)
    if draft.channel == "email" and not asks:
        st.markdown(":small[:gray[With an address entered, it can be opened in mail, and logged.]]")
    then = next((one.key for one in beside if one.action.status != "done"), None)
    if asks and sent.has_left(key):  # the question stands where the button was
        sent.question(key, draft.channel, then, primary=not beside)
    if draft.channel == "email":
        _mail(writing, primary=asks and not beside and not sent.has_left(key))
    _copy(key, draft)
    if asks and not sent.has_left(key):
        sent.question(key, draft.channel, then, primary=not beside)


def _can_have_gone(draft: Draft) -> bool:
    """Whether it can be logged: no words for a switchboard, which answer nothing, and no e-mail to nobody."""
    return draft.template.kind != "find_contact" and bool(draft.to or draft.channel != "email")


def _copy(key: str, draft: Draft) -> None:
    subject, body = text_of(key)
    items = [Copyable("body", "Copy text", "Text copied", body, field("body", key))]
    if draft.channel == "email":
        name = field("subject", key)
        items.append(Copyable("subject", "Copy subject", "Subject copied", subject, name))
    component = f"compose_copy_{key}"
    asks = _can_have_gone(draft)
    copy_buttons(
        items, component, lambda: sent.hand_copied(key, *copied(component)) if asks else None
    )


def _mail(writing: Writing, *, primary: bool) -> None:
    """The way that this person took last as one button, the others behind a second one."""
    draft, occasion, key = writing.draft, writing.occasion, writing.occasion.key
    subject, body = text_of(key)
    whom = draft.recipient.name if draft.recipient else ""
    try:
        links = {way: make(draft.to, subject, body) for way, _, make in _LINKS}
        attached = chosen_file(key)
        file = eml(
            occasion.me, draft.to, whom, subject, body, thread=occasion.thread, attached=attached
        )
    except BadAddress as error:
        st.markdown(f":orange[:material/alternate_email:] {md(str(error))} The text can be copied.")
        return
    labels = {way: label for way, label, _ in _LINKS if not links[way].too_long} | {
        "file": "Download as .eml"
    }
    usual = unsent.habits().mail_way
    first = usual if usual in labels and not attached else "file"

    def button(way: Way, kind: Literal["primary", "secondary"]) -> None:
        if way != "file":
            icon = ":material/mail:" if way == "mail" else ":material/open_in_new:"
            st.link_button(
                labels[way],
                links[way].url,
                key=f"compose_{way}_{key}",
                type=kind,
                icon=icon,
                on_click=sent.hand,
                args=(key, way),
            )
            return
        name = (
            f"{title(occasion.action, occasion.application)} {company_name(occasion.application)}"
        )
        st.download_button(
            labels[way],
            file,
            file_name=_file_name(name),
            mime="message/rfc822",
            key=f"compose_eml_{key}",
            type=kind,
            icon=":material/download:",
            on_click=sent.hand,
            args=(key, way),
            help="A draft that your mail program opens.",
        )

    with st.container(horizontal=True, gap="small"):
        button(first, "primary" if primary else "secondary")
        if others := [way for way in labels if way != first]:
            with st.popover("Another way", key=f"compose_ways_{key}"):
                for way in others:
                    button(way, "secondary")
    if links["mail"].too_long:
        st.markdown(
            "The text is too long for a link into a mail program: take the .eml file, or copy it."
        )
        if st.session_state.get(field("quote", key)):  # it is mostly that which makes it long
            name = f"compose_no_quote_{key}"
            no = ({field("quote", key): False},)
            st.button(
                "Leave out what it quotes", key=name, on_click=st.session_state.update, args=no
            )
    ask_for_file(occasion)


def _file_name(words: str) -> str:
    return (re.sub(r"[^A-Za-z0-9]+", "-", words).strip("-").lower() or "message")[:60] + ".eml"


def _linkedin(key: str, profile: str) -> None:
    limit_key = f"compose_limit_{key}"
    st.session_state.setdefault(limit_key, unsent.habits().linkedin_limit)
    count = linkedin_count(text_of(key)[1], unsent.habits().linkedin_limit)
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
            persist_state="session",
        )
    if profile.startswith("https://"):
        st.link_button("Open the profile", profile, icon=":material/open_in_new:")


def _limit_chosen(name: str) -> None:
    unsent.remember(linkedin_limit=st.session_state[name])


def _if_nobody_answers(writing: Writing) -> None:
    """The voicemail text beside the script of a call."""
    if "voicemail" not in writing.channels:
        return
    try:
        voicemail = draft(
            writing.occasion,
            specifics=writing.draft.specifics,
            channel="voicemail",
            tone=tone_of(writing.occasion),
        )
    except TemplateRefused:  # one of the user's own: “Voicemail” says why
        return
    if voicemail.channel == "voicemail":
        with st.expander("If nobody answers: the voicemail text", icon=":material/voicemail:"):
            st.text(voicemail.body)
            st.markdown("Choose “Voicemail” above to change it, and to log it.")


def _call(writing: Writing) -> None:
    """The number, the time there, and whether somebody is likely to be in the office."""
    occasion, number = writing.occasion, md1(writing.draft.to)
    outside = "" if occasion.in_office_hours else ": now is outside of office hours there"
    there = f"{occasion.local_time:%A, %H:%M} there{outside}"
    shown = f"**{number}** · " if number else ""
    st.markdown(f":material/call: {shown}{there}")
