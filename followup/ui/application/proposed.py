"""The times that they propose for an interview, on top of its application: one is taken by one click."""

from datetime import datetime

import streamlit as st

from followup.forms.happened.proposed import Proposed, proposed, taken
from followup.model.facts import Application
from followup.playbook.case import is_over
from followup.prose.text import moment_words
from followup.ui.actions.happened import open_dialog
from followup.ui.base import session
from followup.ui.base.feedback import change_application
from followup.ui.base.looks import md, md1


def proposed_part(application: Application) -> None:
    """What is proposed and not settled yet: a button for each time that can be told, and their own words."""
    me, here = session.facts().me, session.clock()
    if is_over(application, me, here.now) or not (offer := proposed(application, me, here.now)):
        return
    with st.container(border=True, gap="small", key=f"proposed_{application.id}"):
        theirs = offer.message.direction == "received"
        who = "They propose" if theirs else "You proposed"
        st.markdown(f":material/event_upcoming: **{who} these times.** Which one is it?")
        st.markdown(f"{md(offer.words)}  \n:small[{md1(offer.zone.key)} time]")
        with st.container(horizontal=True, gap="xsmall"):
            for at in offer.times:
                st.button(
                    moment_words(at, here),
                    key=f"take_{application.id}_{at.isoformat()}",
                    icon=":material/event_available:",
                    help="The interview is then; your answer to them is yours to write.",
                    on_click=_take,
                    args=(application, offer, at),
                )
            st.button(
                "Another time",
                key=f"take_another_{application.id}",
                type="tertiary",
                on_click=open_dialog,
                args=(application.id, "next_round"),
            )


def _take(application: Application, offer: Proposed, at: datetime) -> None:
    found = taken(application, offer, at, session.clock())
    change_application(application.id, found.change, f"Saved: {found.words}.")
