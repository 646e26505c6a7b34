"""What was picked on the Timeline or in the Calendar, in full: an action with its buttons, or what happened."""

from collections.abc import Callable

import streamlit as st

from followup.model.facts import Application, Interview, Touchpoint
from followup.model.vocabulary import PAST
from followup.ui.actions.cards import card, card_top, held_card
from followup.ui.actions.popovers import is_snoozed, wake_button
from followup.ui.application.in_full import event_words
from followup.ui.application.rounds import promise_words
from followup.ui.base import session
from followup.ui.base.looks import STATUSES, md1
from followup.ui.base.pages import INTERVIEWS
from followup.views.difference import last_day_id, last_day_of, last_day_words
from followup.views.story import names


def application_of(identity: str) -> Application | None:
    """The application that this action, interview, message or promise belongs to."""
    action = session.action(identity)
    if action:
        return session.application(action.application)
    return next((a for a in session.facts().applications if identity in _ids(a)), None)


def _ids(application: Application) -> set[str]:
    happened: tuple[Interview | Touchpoint, ...] = (
        *application.interviews,
        *application.touchpoints,
    )
    promises = (promise.id for each in happened for promise in each.promises)
    return {*(each.id for each in happened), *promises, last_day_id(application)}


def dialog_body(
    identity: str, version: str, page: str, leave: Callable[[], None] = lambda: None
) -> None:
    """The body of the dialog of an action, interview, message or promise (`identity`), as of a version of the data.

    `leave` runs when the dialog is left for its page, or for the whole application.
    """
    if session.snapshot().version != version:
        leave()  # something was done in here: back to the page, which says what
        st.rerun()
    application = application_of(identity)
    if application is None:
        st.markdown("It is no longer there.")
        return
    action = session.action(identity)
    if action is None:
        _what_happened(identity, application)
    elif is_snoozed(action):
        card_top(action, application)
        wake_button(action)
    elif action.status == "held":
        held_card(action, application)
    elif action.status in PAST:
        look = STATUSES[action.status]
        st.markdown(f"{look.icon} **{look.word}**: {md1(action.reason, 400)}")
    else:
        card(action, application, primary=True)
    if st.button("The whole application", key=f"{page}_whole", icon=":material/open_in_full:"):
        leave()
        st.switch_page(INTERVIEWS, query_params={"application": application.id})


def _what_happened(identity: str, application: Application) -> None:
    """An interview, a message or a promise, in words."""
    last = last_day_of(application, session.facts().me, session.now())
    if last and identity == last.id:
        st.markdown(f":material/hourglass_bottom: {last_day_words(last, session.clock().today)}.")
    else:
        st.markdown(event_words(identity, application) or promise_words(identity, application))
    for touchpoint in application.touchpoints:
        if touchpoint.id == identity:
            if touchpoint.subject:
                st.markdown(f"**{md1(touchpoint.subject)}**")
            st.text(touchpoint.text or "No text was kept.")
    for interview in application.interviews:
        if interview.id == identity:
            _said(interview, application)


def _said(interview: Interview, application: Application) -> None:
    if interview.location:
        st.text(interview.location)
    for specific in interview.specifics:
        who = names(application, (specific.said_by,)) if specific.said_by else ""
        by = f" ({md1(who)})" if who else ""
        st.markdown(f":material/format_quote: {md1(specific.text, 400)}{by}")
    if interview.notes:
        st.text(interview.notes)
