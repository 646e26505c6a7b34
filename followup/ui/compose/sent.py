"""“Did you send it?”: what left for another program, and one click that logs it."""

from datetime import datetime, timedelta

import streamlit as st

from followup.model.fact import LINE_LIMIT, PROSE_LIMIT
from followup.model.times import in_utc
from followup.model.vocabulary import Channel
from followup.prose.text import moment_words
from followup.store.unsent import Handed, Way
from followup.ui.actions.clicks import SentMessage, sent, target
from followup.ui.base import session, unsent
from followup.ui.base.feedback import refuse, tell
from followup.ui.base.looks import CHANNELS, md, md1
from followup.ui.compose import unsent_text
from followup.ui.compose.answer import entering
from followup.ui.compose.unsent_text import agreed_at, field, reply_of, text_of
from followup.ui.compose.writing import CHOSEN, SENT
from followup.ui.parts import day_fields

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
    """The text has left by this way: keep what it was, ask, and offer that way first from now on."""
    _hand(key, way, *text_of(key))
    unsent.remember(mail_way=way)


def hand_copied(key: str, what: str, text: str) -> None:
    """As `hand`, with the text that the copy button took: of the subject or of the body."""
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
        way=way, at=session.now(), subject=subject, body=body
    )


def _too_long(subject: str, body: str) -> bool:
    """Whether it is more than any field keeps; then the sentence says so."""
    if too_long := len(subject) > LINE_LIMIT or len(body) > PROSE_LIMIT:
        refuse("The text is longer than anything that can be kept: shorten it first.")
    return too_long


def has_left(key: str) -> bool:
    """Whether the text left for another program, and nobody has said yet what became of it."""
    return st.session_state.get(field("handed", key)) is not None


def not_yet(key: str) -> None:
    """It was not sent: the question goes."""
    st.session_state.pop(field("handed", key), None)


def send(
    key: str,
    channel: Channel,
    then: str | None,
    *,
    at_another_time: bool = False,
    as_handed: bool = False,
) -> None:
    """“I sent it”: the text as it stands (or as it left) is logged, and is unsent no more. `then` is chosen next."""
    handed: Handed | None = st.session_state.get(field("handed", key))
    at = _moment(handed)
    if at_another_time:
        entered: datetime | None = day_fields.usable(field("at", key), "Say when you sent it.")
        if entered is None:
            return
        at = entered.replace(tzinfo=session.clock().zone)
    now_there = text_of(key)
    subject, body = (handed.subject, handed.body) if as_handed and handed else now_there
    if _too_long(subject, body):
        return
    edited = _edited(key, handed) and not as_handed
    through: str | None = st.session_state.get(field("through", key))
    agreed, reply = agreed_at(key), reply_of(key)
    found = target(key) if agreed else None
    also = entering(key, found.application) if found else None
    words = subject if channel == "email" else ""
    if sent(key, SentMessage(at, channel, words, body, through, also)):
        if edited:
            tell("You edited it after it had left here: the edited text is in the log.")
        unsent_text.forget(key)
        # Undo brings the action back, and with it what was written.
        st.session_state[field("stash", key)] = now_there
        st.session_state[field("agreed", key)] = agreed
        st.session_state[field("reply", key)] = reply
        st.session_state[SENT] = key
        if CHOSEN in st.session_state:
            st.session_state[CHOSEN] = then


def _moment(handed: Handed | None) -> datetime:
    now = session.now()
    return handed.at if handed and now - in_utc(handed.at) > _SOON else now


def _edited(key: str, handed: Handed | None) -> bool:
    return handed is not None and text_of(key) != (handed.subject, handed.body)


# --- what is shown ---


def question(key: str, channel: Channel, then: str | None = None, *, primary: bool = True) -> None:
    """“I sent it”; once the text has left, as a question, with the choice of what went out if it was edited since.

    `then` is the key of the action to go on with.
    """
    handed: Handed | None = st.session_state.get(field("handed", key))
    if handed is None:
        with st.container(horizontal=True, gap="small"):
            _sent_button(key, channel, then, "secondary")
            _another_time(key, channel, then)
        return
    here = session.clock()
    did = f"{_DID[handed.way]} {moment_words(handed.at, here)}."
    with st.container(border=True, key=f"compose_question_{key}", gap="small"):
        st.markdown(f"**Did you send it?** {md(did)}")
        if _edited(key, handed):
            st.markdown("The text was changed since. What went out?")
        elif _moment(handed) == handed.at:
            st.markdown("It is logged with that time.")
        with st.container(horizontal=True, gap="small"):
            _sent_button(key, channel, then, "primary" if primary else "secondary")
            if _edited(key, handed):
                st.button(
                    "The text from before I changed it",
                    key=f"compose_sent_as_handed_{key}",
                    on_click=send,
                    args=(key, channel, then),
                    kwargs={"as_handed": True},
                )
            _another_time(key, channel, then)
            st.button(
                "Not yet",
                key=f"compose_not_yet_{key}",
                type="tertiary",
                on_click=not_yet,
                args=(key,),
            )


def _sent_button(key: str, channel: Channel, then: str | None, kind: str) -> None:
    handed: Handed | None = st.session_state.get(field("handed", key))
    as_it_stands = " as it stands now" if _edited(key, handed) else ""
    st.button(
        SENT_WORDS[channel] + as_it_stands,
        key=f"compose_sent_{key}",
        type="primary" if kind == "primary" else "secondary",
        icon=":material/send:",
        help="Logs this text, to whom and when; the plan goes on from there.",
        on_click=send,
        args=(key, channel, then),
    )


def _another_time(key: str, channel: Channel, then: str | None) -> None:
    here = session.clock()
    box = st.popover(
        "At another time",
        icon=":material/schedule:",
        key=f"compose_when_{key}",
        on_change="rerun",
    )
    if not box.open:
        return
    with box:
        at_key = field("at", key)
        local = here.wall(here.now).replace(second=0, microsecond=0)
        st.session_state.setdefault(at_key, local)
        day_fields.moment_field("It was sent", at_key)
        st.button(
            f"Log it with this time ({md1(CHANNELS[channel][1])})",
            key=f"compose_sent_at_{key}",
            icon=":material/check:",
            on_click=send,
            args=(key, channel, then),
            kwargs={"at_another_time": True},
        )
