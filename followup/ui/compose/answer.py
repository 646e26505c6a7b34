"""What an answer says: the time it accepts, which the interview is entered with, and the user's own words."""

from dataclasses import replace
from datetime import datetime

import streamlit as st

from followup.forms.happened.proposed import Proposed, proposed, taken
from followup.messages.answers import asked_in, to_confirm
from followup.messages.occasion import Occasion
from followup.model.changes import ApplicationChange
from followup.model.facts import Application
from followup.prose.text import moment_words
from followup.ui.base import session
from followup.ui.base.looks import md, md1
from followup.ui.compose.unsent_text import agreed_at, field, reply_of

_LONGEST = 300  # characters of what they asked, above the field for the answer


def ask_answer(occasion: Occasion) -> None:
    """Which of their times suits, where some lie ahead; and what to answer to all else that they asked."""
    offer = _offer(occasion.application)
    times = offer.times if offer and offer.message.direction == "received" else ()
    if offer and times:
        _ask_time(occasion.key, offer)
    asked = asked_in(occasion.quotable)
    if times and not asked[1:]:  # that question is answered by the time
        return
    said = f"They asked: “{md1(' '.join(asked), _LONGEST)}” " if asked else ""
    st.text_input(
        f"{said}**What do you answer?**",
        key=field("reply", occasion.key),
        placeholder="In your words, as it is to stand in the letter",
        persist_state="session",
    )


def _ask_time(key: str, offer: Proposed) -> None:
    here = session.clock()
    if offer.says_more(here):
        st.markdown(f":small[{md(offer.words)} ({md1(offer.zone.key)} time)]")
    st.pills(
        "Which time suits you?",
        [at.isoformat() for at in offer.times],
        key=field("agreed", key),
        format_func=lambda at: moment_words(datetime.fromisoformat(at), here),
        help="The letter says it; once you say that it was sent, the interview is entered.",
        persist_state="session",
        wrap=True,
    )


def with_answer(occasion: Occasion) -> Occasion:
    """The occasion with the time that was chosen, while it stands to choose, and with what was typed as the answer."""
    round_ = to_confirm(occasion)
    entered = round_.starts_at if round_ else None
    at = _chosen(occasion.key, occasion.application) or entered
    return replace(occasion, agreed=at, reply=reply_of(occasion.key) or "")


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
