"""The times that they propose for an interview, on top of its application: one is taken by one click."""

from collections.abc import Iterator, Sequence
from datetime import datetime

import streamlit as st

from followup.forms.happened.proposed import Proposed, proposed, taken
from followup.model.action import Action
from followup.model.facts import Application
from followup.model.times import Clock
from followup.model.vocabulary import LIVE
from followup.playbook.case import is_over
from followup.prose.text import moment_words
from followup.ui.actions.happened import open_dialog
from followup.ui.base import session
from followup.ui.base.feedback import change_application
from followup.ui.base.looks import md, md1

_SHOWN = 3


def proposed_parts() -> None:
    """The same of a few applications, while such a time lies ahead and no answer, which takes one, is owed."""
    me = session.facts().me

    def open_(of: Application, mine: Sequence[Action], here: Clock) -> Iterator[Application]:
        owed = any(action.kind == "reply" and action.status in LIVE for action in mine)
        offer = None if owed else proposed(of, me, here.now)
        if offer and offer.times and not is_over(of, me, here.now):
            yield of

    found = session.kept_by_parts("proposed", open_, lambda found, _: tuple(found))
    for application in found[:_SHOWN]:
        proposed_part(application, where=session.place(application))


def proposed_part(application: Application, where: str = "") -> None:
    """What is proposed and not settled yet: a button for each time that can be told, and their own words.

    `where` is the company, on a page of several.
    """
    me, here = session.facts().me, session.clock()
    if is_over(application, me, here.now) or not (offer := proposed(application, me, here.now)):
        return
    with st.container(border=True, gap="small", key=f"proposed_{application.id}"):
        theirs = offer.message.direction == "received"
        who = "They propose" if theirs else "You proposed"
        at_ = f"{md1(where)}: " if where else ""
        st.markdown(f":material/event_upcoming: **{at_}{who} these times.** Which one is it?")
        if offer.says_more(here):
            st.markdown(f"{md(offer.words)}  \n:small[{md1(offer.zone.key)} time]")
        with st.container(horizontal=True, gap="xsmall"):
            for at in offer.times:
                st.button(
                    moment_words(at, here),
                    key=f"take_{application.id}_{at.isoformat()}",
                    icon=":material/event_available:",
                    help="The interview is entered then. To write them so, choose it above your answer in Compose.",
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
