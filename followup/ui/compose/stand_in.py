"""Who is written to instead, where the person of a message has left or has no address, or others may: by one click."""

import streamlit as st

from followup.messages.occasion import Occasion
from followup.playbook.case import is_reached, recipient, stand_ins
from followup.ui.base.looks import ROLES, md1
from followup.ui.base.pages import INTERVIEWS
from followup.ui.compose.unsent_text import field

_MOST = 3


def stand_in(occasion: Occasion) -> None:
    """Says why, and offers those who can be written to; or the way back."""
    people = stand_ins(occasion.case, occasion.action)
    if not people:
        return
    key, person = occasion.key, recipient(occasion.case, occasion.action)
    if occasion.through:
        st.button(
            f"Not to {md1(occasion.through.name, 60)}"
            if person is None
            else f"To {md1(person.name, 60)} again",
            key=f"compose_not_through_{key}",
            type="tertiary",
            on_click=_choose,
            args=(key, None),
        )
        return
    if person and is_reached(occasion.case, person):
        st.markdown(f":material/person: It goes to {md1(person.name)}. Or write to:")
    elif person:
        gone = occasion.case.has_left(person)
        why = "is no longer there" if gone else "has no address on file"
        st.markdown(
            f":orange[:material/person_off:] {md1(person.name)} {why}. Write to somebody else:"
        )
    else:
        st.markdown(":orange[:material/person_off:] Nobody is named for it. Write to:")
    with st.container(horizontal=True, gap="xsmall"):
        for other in people[:_MOST]:
            st.button(
                f"{md1(other.name, 60)}, {ROLES[other.role].lower()}",
                key=f"compose_through_{other.id}_{key}",
                icon=":material/forward_to_inbox:",
                on_click=_choose,
                args=(key, other.id),
            )


def no_address(occasion: Occasion) -> None:
    """Why a message that goes by e-mail begins as words for a call, and the way to enter the address."""
    if not (occasion.needs_contact and occasion.action.channel == "email"):
        return
    there = next((p for p in occasion.team if is_reached(occasion.case, p)), None)
    ask = (
        f"{md1(there.name)} was there, too, and has an address: ask for it there. Or call"
        if there
        else "Call"
    )
    st.info(
        f"{ask} the company's general number and ask for HR: “Phone” has the words for that. "
        "With a name and an address entered, the message itself can go.",
        title="No address is known",
        icon=":material/contact_phone:",
    )
    key = f"compose_person_{occasion.key}"
    if st.button("Enter the person", key=key, icon=":material/person_add:"):
        st.switch_page(INTERVIEWS, query_params={"application": occasion.application.id})


def _choose(key: str, person: str | None) -> None:
    st.session_state[field("through", key)] = person
    st.session_state.pop(field("channel", key), None)
