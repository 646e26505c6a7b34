"""The time that an answer accepts, of those that they propose: the letter says it, and with that it is entered."""

from dataclasses import replace
from datetime import datetime

import streamlit as st

from followup.forms.happened.proposed import Proposed, proposed, taken
from followup.messages.occasion import Occasion
from followup.model.changes import ApplicationChange
from followup.model.facts import Application
from followup.prose.text import moment_words
from followup.ui.base import session
from followup.ui.base.looks import md, md1
from followup.ui.compose.unsent_text import agreed_at, field


def ask_time(occasion: Occasion) -> None:
    """Which of their times suits; nothing where none of them lies ahead."""
    offer = _offer(occasion.application)
    if offer is None or not offer.times or offer.message.direction != "received":
        return
    here = session.clock()
    if offer.says_more(here):
        st.markdown(f":small[{md(offer.words)} ({md1(offer.zone.key)} time)]")
    st.pills(
        "Which time suits you?",
        [at.isoformat() for at in offer.times],
        key=field("agreed", occasion.key),
        format_func=lambda at: moment_words(datetime.fromisoformat(at), here),
        help="The letter says it; once you say that it was sent, the interview is entered.",
        persist_state="session",
        wrap=True,
    )


def with_time(occasion: Occasion) -> Occasion:
    """The occasion with the time that was chosen, while it stands to choose."""
    at = _chosen(occasion.key, occasion.application)
    return replace(occasion, agreed=at) if at else occasion


def entering(key: str, application: Application) -> ApplicationChange | None:
    """What enters the interview at the time that was chosen for the answer with this key; None where none was."""
    offer, at = _offer(application), _chosen(key, application)
    return taken(application, offer, at, session.clock()).change if offer and at else None


def _offer(application: Application) -> Proposed | None:
    return proposed(application, session.facts().me, session.now())


def _chosen(key: str, application: Application) -> datetime | None:
    chosen = agreed_at(key)
    offer = _offer(application) if chosen else None
    return next((at for at in (offer.times if offer else ()) if at.isoformat() == chosen), None)
