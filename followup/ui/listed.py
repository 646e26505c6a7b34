"""The list of applications: search, status, next action, a link to each."""

from collections.abc import Sequence

import streamlit as st

from followup.model.facts import Application
from followup.ui import session
from followup.ui.cards import Moment, due_words
from followup.ui.entry_state import NEW, Entry
from followup.ui.status import STATUSES, title
from followup.ui.text import counted, md1
from followup.views.listing import Listed, listing, next_actions
from followup.views.story import OUTCOME_WORDS

PAGE = "pages/record/interviews.py"
_PER_PAGE = 25


def turn_to(
    label: str, query: dict[str, str], *, key: str, icon: str | None = None, quiet: bool = False
) -> None:
    """A button to another part of this page; a `page_link` to the present page leaves the address as it was."""
    st.button(
        label,
        key=key,
        icon=icon,
        type="tertiary" if quiet else "secondary",
        wrap=not quiet,
        on_click=st.query_params.from_dict,
        args=(query,),
    )


def new_button() -> None:
    """To the entry form."""
    begun = Entry(NEW).begun
    turn_to(
        "Go on with the interview you were entering" if begun else "Enter an interview",
        {"new": "1"},
        key="interviews_new",
        icon=":material/edit:" if begun else ":material/add:",
    )


def applications_list() -> None:
    """The list, searched and paged."""
    applications = session.facts().applications
    new_button()
    if not applications:
        st.markdown(
            "Nothing is entered yet. An application holds its people, its interviews and what was said."
        )
        return
    search = st.text_input(
        "Search",
        key="search",
        type="search",
        placeholder="Company, role, person, what was said",
        live=True,
        bind="query-params",
    )
    found = listing(applications, next_actions(session.actions()), search or "")
    if not found:
        st.markdown(
            f"No application has “{md1(search or '', 80)}” in its company, role, people or what was said."
        )
        return
    pages = -(-len(found) // _PER_PAGE)
    page = min(st.session_state.get("interviews_page", 1), pages)
    _shown(found[(page - 1) * _PER_PAGE : page * _PER_PAGE])
    if pages > 1:
        if st.session_state.get("interviews_page", 1) > pages:
            st.session_state.interviews_page = pages
        st.pagination(pages, key="interviews_page")
        st.markdown(f":small[{counted(len(found), 'application')}]")


def _shown(found: Sequence[Listed]) -> None:
    for item in found:
        with st.container(border=True, key=f"listed_{item.application.id}", gap="xsmall"):
            _row(item)


def _row(item: Listed) -> None:
    application = item.application
    turn_to(
        f"**{md1(application.company, 80)}** · {md1(application.role, 120)}",
        {"application": application.id},
        key=f"open_{application.id}",
        quiet=True,
    )
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        outcome_badge(application)
        if item.next:
            look = STATUSES[item.next.status]
            st.badge(look.word, icon=look.icon, color=look.color)
            words = f"{title(item.next, application)} · {due_words(item.next, Moment.present())}"
            st.markdown(md1(words))
        elif not application.outcome:
            st.markdown("Nothing to do now.")


def outcome_badge(application: Application) -> None:
    """How an application ended, if it has."""
    if application.outcome:
        st.badge(OUTCOME_WORDS[application.outcome.kind], icon=":material/flag:", color="gray")
