"""Who comes in with a mail or an event: ticked, and with a role, before they are entered."""

import streamlit as st

from followup.exchange.filled.invite import people_of_event
from followup.exchange.filled.mail import people_of_mail
from followup.exchange.invite import Event
from followup.exchange.mail import Mail
from followup.exchange.senders import is_mailbox
from followup.model.facts import Application, Person
from followup.ui.base.looks import ROLES, in_label
from followup.ui.parts.kept_form import KeptForm
from followup.ui.received.zone import Received

_THROUGH = "through_agency"


def people_of(
    waiting: Received, found: Mail | Event, application: Application
) -> tuple[Person, ...]:
    """Those who could be entered as well: made once for each application, so that they keep their ids."""
    name = f"people:{application.id}:{hash(found):x}"
    if name not in waiting.chosen:
        waiting.chosen[name] = (
            people_of_event(found, application)
            if isinstance(found, Event)
            else people_of_mail(found, application)
        )
    people: tuple[Person, ...] = waiting.chosen[name]
    return people


def ticked_first(people: tuple[Person, ...]) -> dict[str, object]:
    """The fields of the form for them, as it begins: everybody, but no mailbox of nobody in particular."""
    return {f"new_{p.id}": not is_mailbox(p.name, p.email) for p in people} | {
        f"role_{p.id}": p.role for p in people
    }


def newcomers_part(
    form: KeptForm, people: tuple[Person, ...], application: Application, *, new: bool
) -> None:
    """A line for each: whether they are entered, and as what; of somebody at an agency whether it goes through them.

    Through whom a `new` one comes, it goes.
    """
    for person in people:
        with st.container(horizontal=True, vertical_alignment="center"):
            address = f" ({person.email})" if person.email and person.name else person.email
            st.checkbox(
                f"Enter {in_label(person.name + address, 80)} as",
                key=form.key(f"new_{person.id}"),
                persist_state="session",
            )
            st.selectbox(
                "Role",
                list(ROLES),
                format_func=lambda role: ROLES[role],
                key=form.key(f"role_{person.id}"),
                label_visibility="collapsed",
                width=180,
                persist_state="session",
            )

    agency = next((p for p in ticked(form, people) if p.role == "agency"), None)
    if agency and application.route != "agency":
        key = form.key(_THROUGH)
        st.session_state.setdefault(key, new)
        st.checkbox(
            f"It goes through {in_label(agency.name or agency.email)}: what concerns all of it is written to them",
            key=key,
            persist_state="session",
        )


def with_newcomers(
    application: Application, form: KeptForm, people: tuple[Person, ...]
) -> Application:
    """The application with those who are to be entered, and by the agency's route where that was said."""
    new = ticked(form, people)
    through = form.get(_THROUGH) and any(person.role == "agency" for person in new)
    return application.replace(
        people=(*application.people, *new), route="agency" if through else application.route
    )


def ticked(form: KeptForm, people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Those who are to be entered."""
    return tuple(
        person.replace(role=form.get(f"role_{person.id}", person.role))
        for person in people
        if form.get(f"new_{person.id}")
    )
