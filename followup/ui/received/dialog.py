"""What was dropped or pasted, in a dialog: what it says and why, to be mended and confirmed by one click."""

import streamlit as st

from followup.exchange.invite import Event, Invite
from followup.exchange.mail import Mail
from followup.prose.rounds import NOT_CONFIRMED
from followup.ui.base.looks import md1
from followup.ui.received.log import confirm
from followup.ui.received.table import table_body
from followup.ui.received.which import the_event
from followup.ui.received.zone import Received, put_aside, received

_SHOWN = 3


def dialog() -> None:
    """While something waits to be confirmed."""
    if waiting := received():
        title = md1(_title(waiting), 80)
        st.dialog(title, width="medium", on_dismiss=put_aside)(_body)()


def _title(waiting: Received) -> str:
    match waiting.found:
        case Mail(direction="sent"):
            return "A mail of yours"
        case Mail() as mail:
            return f"A mail from {mail.sender.name or mail.sender.email or 'somebody'}"
        case Invite():
            return "An invitation"
    return waiting.name or "A table"


def _body() -> None:
    waiting = received()
    if waiting is None:
        st.rerun()  # it is logged: back to the page, which says what that did
    if waiting.other and not waiting.chosen.get("told"):
        waiting.chosen["told"] = True
        st.rerun()  # the first of two is logged: the page behind says so
    match waiting.found:
        case Mail() as mail:
            _why(mail)
            confirm(waiting, mail)
        case Invite() as invite:
            _problems(invite)
            event = the_event(invite)
            if event:
                _event(event)
                confirm(waiting, event)
        case _:
            table_body(waiting)


def _why(mail: Mail) -> None:
    """Its subject, and the sentences that decided, marked."""
    if mail.subject:
        st.markdown(f"**{md1(mail.subject)}**")
    for sentence in mail.because[:_SHOWN]:
        st.markdown(f"> :orange-background[{md1(sentence)}]")
    if mail.what == "noise":
        st.markdown("It looks like a newsletter, a survey or a notice: there is nothing to log.")


def _problems(invite: Invite) -> None:
    for sentence in invite.problems[:_SHOWN]:
        st.warning(md1(sentence), icon=":material/warning:")
    if len(invite.problems) > _SHOWN:
        st.markdown(f"And {len(invite.problems) - _SHOWN} more that cannot be read.")


def _event(event: Event) -> None:
    words = [event.title or "An event", event.place or ""]
    st.markdown(f"**{md1(' · '.join(word for word in words if word))}**")
    if event.tentative:
        st.markdown(f":orange[:material/help: {NOT_CONFIRMED}]")
