"""“Did you send it?”: what left for another program, and one click that logs it."""

from datetime import datetime, timedelta

import streamlit as st

from followup.messages.draft import Draft
from followup.model.action import Action
from followup.model.text import LINE_LIMIT, PROSE_LIMIT
from followup.model.times import in_utc
from followup.model.vocabulary import Channel
from followup.store.drafts import Handed, Way
from followup.ui import clock, composing, copying, days, drafts, rounds, session
from followup.ui.cards import Moment
from followup.ui.composing import field, text_of
from followup.ui.feedback import refuse, tell
from followup.ui.marking import Message, sent
from followup.ui.status import CHANNELS
from followup.ui.text import md, md1, moment_words

SENT_WORDS = {
    "email": "I sent it",
    "phone": "I called",
    "voicemail": "I left the message",
    "linkedin": "I sent it",
    "post": "I posted it",
    "in_person": "I said it",
}
_DID: dict[Way, str] = {
    "copied": "You copied the text",
    "mail": "You opened it in your mail program",
    "file": "You downloaded it",
    "gmail": "You opened it in Gmail",
    "outlook": "You opened it in Outlook",
}
_SOON = timedelta(hours=1)  # whoever says within it that it was sent has just sent it


# --- callbacks ---


def hand(key: str, way: Way) -> None:
    """The text has left by this way: keep what it was, and ask."""
    _hand(key, way, *text_of(key))


def hand_copied(key: str, component: str) -> None:
    """As `hand`, with the text that the copy button took."""
    what, text = copying.copied(component)
    subject, body = text_of(key)
    if what == "subject":
        subject = text
    elif what == "body":
        body = text
    _hand(key, "copied", subject, body)


def _hand(key: str, way: Way, subject: str, body: str) -> None:
    if _too_long(subject, body):
        return
    st.session_state[field("handed", key)] = Handed(
        way=way, at=clock.now(), subject=subject, body=body
    )


def _too_long(subject: str, body: str) -> bool:
    """Whether it is more than any field keeps; then the sentence says so."""
    if too_long := len(subject) > LINE_LIMIT or len(body) > PROSE_LIMIT:
        refuse("The text is longer than anything that can be kept: shorten it first.")
    return too_long


def not_yet(key: str) -> None:
    """It was not sent: the question goes."""
    st.session_state.pop(field("handed", key), None)


def send(
    key: str, channel: Channel, *, at_another_time: bool = False, as_handed: bool = False
) -> None:
    """“I sent it”: the text as it stands (or as it left) is logged, and the draft is gone."""
    handed: Handed | None = st.session_state.get(field("handed", key))
    at = _moment(handed)
    if at_another_time:
        entered: datetime | None = days.usable(field("at", key), "Say when you sent it.")
        if entered is None:
            return
        at = entered.replace(tzinfo=clock.zone(session.facts().me))
    now_there = text_of(key)
    subject, body = (handed.subject, handed.body) if as_handed and handed else now_there
    if _too_long(subject, body):
        return
    edited = _edited(key, handed) and not as_handed
    beside = rounds.next_beside(key)
    if sent(key, Message(at, channel, subject if channel == "email" else "", body)):
        if edited:
            tell("You edited it after it had left here: the edited text is in the log.")
        drafts.forget(key)
        # Undo brings the action back, and with it what was written.
        st.session_state[field("stash", key)] = now_there
        st.session_state[composing.SENT] = key
        if composing.CHOSEN in st.session_state:
            st.session_state[composing.CHOSEN] = beside


def _moment(handed: Handed | None) -> datetime:
    now = clock.now()
    return handed.at if handed and now - in_utc(handed.at) > _SOON else now


def _edited(key: str, handed: Handed | None) -> bool:
    return handed is not None and text_of(key) != (handed.subject, handed.body)


# --- what is shown ---


def question(action: Action, made: Draft, *, primary: bool = True) -> None:
    """“I sent it”; once the text has left, as a question, with the choice of what went out if it was edited since."""
    handed: Handed | None = st.session_state.get(field("handed", action.key))
    if handed is None:
        with st.container(horizontal=True, gap="small"):
            _sent_button(action.key, made.channel, "secondary")
            _another_time(action.key, made.channel)
        return
    moment = Moment.present()
    did = f"{_DID[handed.way]} {moment_words(handed.at, moment.now, moment.zone)}."
    with st.container(border=True, key=f"compose_question_{action.key}", gap="small"):
        st.markdown(f"**Did you send it?** {md(did)}")
        if _edited(action.key, handed):
            st.markdown("The text was changed since. What went out?")
        elif _moment(handed) == handed.at:
            st.markdown("It is logged with that time.")
        with st.container(horizontal=True, gap="small"):
            _sent_button(action.key, made.channel, "primary" if primary else "secondary")
            if _edited(action.key, handed):
                st.button(
                    "The text from before I changed it",
                    key=f"compose_sent_as_handed_{action.key}",
                    on_click=send,
                    args=(action.key, made.channel),
                    kwargs={"as_handed": True},
                )
            _another_time(action.key, made.channel)
            st.button(
                "Not yet",
                key=f"compose_not_yet_{action.key}",
                type="tertiary",
                on_click=not_yet,
                args=(action.key,),
            )


def _sent_button(key: str, channel: Channel, kind: str) -> None:
    handed: Handed | None = st.session_state.get(field("handed", key))
    as_it_stands = " as it stands now" if _edited(key, handed) else ""
    st.button(
        SENT_WORDS[channel] + as_it_stands,
        key=f"compose_sent_{key}",
        type="primary" if kind == "primary" else "secondary",
        icon=":material/send:",
        help="Logs this text, to whom and when; the plan goes on from there.",
        on_click=send,
        args=(key, channel),
    )


def _another_time(key: str, channel: Channel) -> None:
    moment = Moment.present()
    with st.popover("At another time", icon=":material/schedule:", key=f"compose_when_{key}"):
        at_key = field("at", key)
        local = moment.now.astimezone(moment.zone).replace(tzinfo=None, second=0, microsecond=0)
        st.session_state.setdefault(at_key, local)
        days.moment_field("It was sent", at_key)
        st.button(
            f"Log it with this time ({md1(CHANNELS[channel][1])})",
            key=f"compose_sent_at_{key}",
            icon=":material/check:",
            on_click=send,
            args=(key, channel),
            kwargs={"at_another_time": True},
        )
