"""The entry form's people: a row each, added and removed in place."""

import streamlit as st

from followup.model.facts import Application
from followup.ui import session
from followup.ui.entry_draft import needed_ids, person_label
from followup.ui.entry_fields import ROLES, Fields
from followup.ui.entry_rows import more_people, remove, removed_row
from followup.ui.text import md1


def needed(fields: Fields) -> frozenset[str]:
    """What the log of messages names, and so cannot be removed here."""
    stored: Application | None = session.application(fields.entry.get("id"))
    return needed_ids(stored) if stored else frozenset()


def people_part(fields: Fields) -> None:
    """Everybody of the application."""
    entry = fields.entry
    st.header("Who you met", anchor=False)
    fields.note("people")
    fixed = needed(fields)
    for row in entry.get("people", []):
        _person(fields, row, fixed=row in fixed)
    with st.container(horizontal=True):
        st.button(
            "Add a person",
            key=entry.button("person"),
            icon=":material/person_add:",
            on_click=more_people,
            args=(entry,),
        )
        removed_row(entry, "people", "person")


def _person(fields: Fields, row: str, *, fixed: bool) -> None:
    entry = fields.entry
    with st.container(border=True, key=entry.button(f"row_{row}"), gap="small"):
        left, middle, right = st.columns([3, 2, 3])
        with left:
            fields.line(f"name_{row}", "Name", autocomplete="off")
        with middle:
            fields.pick(f"role_{row}", "Is", ROLES)
        with right:
            fields.line(f"email_{row}", "E-mail", autocomplete="off", icon=":material/mail:")
        odd = fields.gaps.keys() & {f"linkedin_{row}", f"phone_{row}"}  # a sentence below a field
        left, middle, right = st.columns([3, 2, 3], vertical_alignment="top" if odd else "bottom")
        with left:
            fields.line(
                f"linkedin_{row}", "LinkedIn", placeholder="linkedin.com/in/…", autocomplete="off"
            )
        with middle:
            fields.line(f"phone_{row}", "Phone", autocomplete="off")
        with right, st.container(horizontal=True, vertical_alignment="center"):
            fields.tick(f"rapport_{row}", "We got on well")
            st.button(
                "Remove",
                key=entry.button(f"remove_{row}"),
                icon=":material/close:",
                type="tertiary",
                disabled=fixed,
                help="Named in the log of messages, so it stays."
                if fixed
                else f"Take {md1(person_label(entry.collect(), row), 60)} out of this form",
                on_click=remove,
                args=(entry, "people", row),
            )
