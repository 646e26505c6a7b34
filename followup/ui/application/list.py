"""The list of applications: search, state and order; a row each, with its stage, last contact and next step."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from followup.model.kinds import KINDS
from followup.playbook.case import company_name
from followup.prose.text import counted
from followup.ui.actions.cards import due_marked
from followup.ui.application.head import turn_to
from followup.ui.base import session
from followup.ui.base.looks import md1
from followup.ui.parts.kept_form import NEW, KeptForm
from followup.views.listing import (
    ORDERS,
    STANDINGS,
    ListedApplication,
    last_contact,
    listing,
    next_actions,
    stage,
)
from followup.views.words import title

_PER_PAGE = 20
_ALL, _ACTIVE = "all", "active"
_ORDER_WIDTH, _NEXT_WIDTH = 180, 300  # pixels


def new_button() -> None:
    """To the entry form."""
    begun = KeptForm(NEW).begun
    turn_to(
        "Go on with the interview you were entering" if begun else "Enter an interview",
        {"new": "1"},
        key="interviews_new",
        icon=":material/edit:" if begun else ":material/add:",
    )


def applications_list() -> None:
    """The list, searched and paged."""
    facts = session.facts()
    new_button()
    if not facts.applications:
        st.markdown(
            "Nothing is entered yet. An application holds its people, its interviews and what was said."
        )
        return
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        search = st.text_input(
            "Search",
            key="search",
            type="search",
            placeholder="Company, role, person, what was said",
            live=True,
            bind="query-params",
        )
        order: str = st.selectbox(
            "Order", list(ORDERS.values()), key="order", bind="query-params", width=_ORDER_WIDTH
        )
    by = next(name for name, words in ORDERS.items() if words == order)
    live, typed = session.plan().live, search or ""
    coming = session.kept("next", lambda here: next_actions(live, here))
    known = session.kept(
        ("listing", typed, by), lambda here: listing(facts, coming, here.now, typed, by)
    )
    found = _of_a_state(known)
    if not found:
        _none(search or "", known)
        return
    pages = -(-len(found) // _PER_PAGE)
    page = min(st.session_state.get("interviews_page", 1), pages)
    _shown(found[(page - 1) * _PER_PAGE : page * _PER_PAGE])
    if pages > 1:
        if st.session_state.get("interviews_page", 1) > pages:
            st.session_state["interviews_page"] = pages
        st.pagination(pages, key="interviews_page")
        st.markdown(f":small[{counted(len(found), 'application')}]")


def _of_a_state(known: Sequence[ListedApplication]) -> Sequence[ListedApplication]:
    """Those of the state that is chosen; how many there are stands beside each."""
    counts = Counter(item.state for item in known) | Counter(hold=sum(i.on_hold for i in known))
    active = len(known) - counts["ended"]
    words = {_ALL: f"All {len(known)}", _ACTIVE: f"Active {active}"}
    words |= {state: f"{name} {counts[state]}" for state, name in STANDINGS.items()}
    chosen = st.radio(
        "State",
        list(words),
        format_func=words.get,
        key="state",
        horizontal=True,
        label_visibility="collapsed",
        persist_state="session",
    )
    if chosen == _ACTIVE:
        return [item for item in known if not item.ended]
    if chosen == "hold":  # with what is to be done there, too
        return [item for item in known if item.on_hold]
    return [item for item in known if chosen in (_ALL, item.state)]


def _none(search: str, known: Sequence[ListedApplication]) -> None:
    words = (
        "None of them is in this state."
        if known
        else f"No application has “{md1(search, 80)}” in its company, role, people or what was said."
    )
    st.markdown(words)


def _shown(found: Sequence[ListedApplication]) -> None:
    with st.container(border=True, key="list_interviews", gap=None):
        for item in found:
            with st.container(
                horizontal=True,
                key=f"card_{item.application.id}",
                gap="small",
                vertical_alignment="center",
            ):
                _row(item)


def _row(item: ListedApplication) -> None:
    """Two lines: who, and what is next; how far it is and the last contact, and its day."""
    application, me = item.application, session.facts().me
    parts = session.kept(
        ("how far", application.id),
        lambda here: (stage(application, me, here.now), last_contact(application, me, here.now)),
    )
    name, role = md1(company_name(application), 80), md1(application.role, 120)
    far = md1(" · ".join(part for part in parts if part))
    turn_to(
        f"**{name}** · {role}  \n:small[{far}]",
        {"application": application.id},
        key=f"open_{application.id}",
        quiet=True,
        width="stretch",
    )
    words = ":gray[Nothing to do]" if item.state in ("waiting", "hold") else ""
    if item.why:
        words = f":gray[{md1(item.why)}]"
    elif item.next:
        what = md1(title(item.next, application))
        words = f"{KINDS[item.next.kind].icon} {what}  \n{due_marked(item.next)}"
    st.markdown(words, width=_NEXT_WIDTH)
