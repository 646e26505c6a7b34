"""Which event of an invitation is meant: of several, and of one that recurs."""

import streamlit as st

from followup.exchange.filled.invite import at_time
from followup.exchange.invite import Event, Invite
from followup.prose.text import date_words, moment_words
from followup.ui.base import session
from followup.ui.base.looks import md1

_MOST = 50


def the_event(invite: Invite) -> Event | None:
    """The event that the user chose; the only one; None while they have not."""
    events = invite.events[:_MOST]
    number: int | None = 0
    if events[1:]:
        words = [md1(_words(event), 90) for event in events]
        number = st.selectbox(
            "It holds several events. Which one?",
            range(len(events)),
            format_func=lambda at: words[at],
            index=None,
            placeholder="Choose one",
            key="received_event",
        )
    if number is None:
        return None
    event = events[number]
    if not event.next_times:
        return event
    here = session.clock()
    start = st.selectbox(
        "It recurs. On which day is the interview?",
        event.next_times,
        format_func=lambda at: moment_words(at, here),
        key=f"received_time_{number}",
    )
    return at_time(event, start)


def _words(event: Event) -> str:
    here = session.clock()
    day = date_words(event.on, here.today) if event.on else "without a date"
    when = moment_words(event.starts_at, here) if event.starts_at else day
    return f"{when}: {event.title or 'An event'}"
