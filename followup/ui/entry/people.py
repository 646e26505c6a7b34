"""The entry form's people: a row each, added and removed in place."""

import streamlit as st

from followup.forms.checking import person_label
from followup.forms.fields import add_person, needed_ids
from followup.forms.likely import MET_ROLES, interviewers
from followup.model.facts import Application
from followup.prose.names import mailbox
from followup.ui.base import session
from followup.ui.base.looks import ROLES, TERMS, md1
from followup.ui.entry.widgets import Widgets, add_row, put_back_button, remove_button
from followup.ui.parts.kept_form import KeptForm

_AGENCY = (
    "The name of the agency goes behind theirs, as in “Gus Hill, Harper Search”, or into Notes under More; "
    "Company is the employer, or “?” while they do not say."
)
_PASTED = "“Ann Adler <ann@globex.com>”, as mail programs copy it, fills both fields."


def needed(widgets: Widgets) -> frozenset[str]:
    """What the log of messages names, and so cannot be removed here."""
    stored: Application | None = session.application(widgets.form.get("id"))
    return needed_ids(stored) if stored else frozenset()


def people_part(widgets: Widgets) -> None:
    """Everybody of the application."""
    form = widgets.form
    st.header("Who you met", anchor=False)
    widgets.note("people")
    fixed = needed(widgets)
    for row in form.get("people", []):
        _person(widgets, row, fixed=row in fixed)
    with st.container(horizontal=True):
        st.button(
            "Add a person",
            key=form.button("person"),
            icon=":material/person_add:",
            on_click=add_row,
            args=(form, add_person),
        )
        put_back_button(form, "people", "person")


def _person(widgets: Widgets, row: str, *, fixed: bool) -> None:
    """One line, and the rest of what is known of somebody below it, folded."""
    form = widgets.form
    _split_mailbox(form, row)
    rest = (f"linkedin_{row}", f"phone_{row}")
    odd = any(field in widgets.problems for field in rest)
    with st.container(key=form.button(f"row_{row}"), gap="xsmall"):
        left, middle, right = st.columns([3, 2, 3])
        with left:
            widgets.line(f"name_{row}", "Name", autocomplete="off", help=_PASTED)
        with middle:
            widgets.pick(f"role_{row}", "Is", ROLES)
        with right:
            widgets.line(f"email_{row}", "E-mail", autocomplete="off", icon=":material/mail:")
        name = md1(person_label(form.collect(), row), 60)
        if form.get(f"role_{row}") == "agency":
            st.markdown(f":small[:gray[{_AGENCY}]]")
        _met_too(widgets, row)
        with st.expander(
            f"Phone, LinkedIn, first-name terms, how you got on: {name}",
            expanded=odd,
            type="compact",
        ):
            left, middle, right = st.columns([3, 2, 3])
            with left:
                widgets.line(
                    f"linkedin_{row}",
                    "LinkedIn",
                    placeholder="linkedin.com/in/…",
                    autocomplete="off",
                )
            with middle:
                widgets.line(f"phone_{row}", "Phone", autocomplete="off")
                widgets.pick(
                    f"terms_{row}", "You write to them", TERMS, empty="As the language has it"
                )
            with right, st.container(horizontal=True, vertical_alignment="center"):
                widgets.tick(f"rapport_{row}", "We got on well")
                tip = f"Take {name} out of this form"
                remove_button(form, "people", row, "Remove", fixed=fixed, tip=tip)


def _split_mailbox(form: KeptForm, row: str) -> None:
    """A mailbox that was pasted as a name or as an address (“Ann Adler <ann@globex.com>”) fills both fields."""
    for field in (f"name_{row}", f"email_{row}"):
        name, address = mailbox(form.get(field) or "")
        if address:
            kept = {f"name_{row}": name or (form.get(f"name_{row}") if field[0] == "e" else "")}
            form.put({**kept, f"email_{row}": address})


def _met_too(widgets: Widgets, person: str) -> None:
    """Who does not interview by role may have been there, too: asked here, since the round may be out of sight."""
    form = widgets.form
    typed = form.collect()
    if (
        typed[f"role_{person}"] in (*MET_ROLES, "referrer")
        or not (typed[f"name_{person}"] or "").strip()
    ):
        return
    rows: list[str] = typed["rounds"]
    for number, row in enumerate(rows, start=1):
        # What is stored keeps its ticks, whatever becomes of a role.
        if row not in typed["known"] and typed[f"mode_{row}"] != "ai":
            which = f" in round {number}" if rows[1:] else ""
            met_box(
                form, row, person, form.button(f"too_{row}_{person}"), f"Interviewed me, too{which}"
            )


def met_box(form: KeptForm, row: str, person: str, key: str, label: str) -> None:
    """A box for whether somebody held a round."""
    session.show(key, person in interviewers(form.collect(), row))
    st.checkbox(label, key=key, on_change=_met, args=(form, row, person, key), persist_state="page")


def _met(form: KeptForm, row: str, person: str, key: str) -> None:
    others = [each for each in interviewers(form.collect(), row) if each != person]
    form.put({f"who_{row}": [*others, person] if st.session_state[key] else others})
