"""The entry form's people: a row each, added and removed in place."""

from functools import partial

import streamlit as st

from followup.forms.checking import person_label, start_and_end
from followup.forms.fields import Fields, add_known, add_person, needed_ids
from followup.forms.likely import interviewers, on_file, people_at, route_of
from followup.model.facts import Application, Person
from followup.prose.name_lists import people_named
from followup.prose.name_parts import name_and_address
from followup.ui.base import session
from followup.ui.base.looks import ROLES, ROUTES, TERMS, in_label, md1
from followup.ui.entry.widgets import Widgets, add_row, put_back_button, remove_button
from followup.ui.parts.kept_form import KeptForm

_AGENCY = (
    "The name of the agency goes behind theirs, as in “Gus Hill, Harper Search”, or into Notes under More; "
    "Company is the employer, or “?” while they do not say."
)
_THERE = "Who was there is thanked, recruiters too. Untick who was not: an agency that arranged it, who referred you."
_OFFERED = 6
_THROUGH = ("agency", "referrer")
_PASTED = "e.g. Ann Adler <ann@globex.com>"  # as mail programs copy it: fills both fields


def needed(widgets: Widgets) -> frozenset[str]:
    """What the log of messages names, and so cannot be removed here."""
    stored: Application | None = session.application(widgets.form.get("id"))
    return needed_ids(stored) if stored else frozenset()


def people_part(widgets: Widgets) -> None:
    """Everybody of the application, each with whether they were there."""
    form = widgets.form
    rows: list[str] = form.get("rounds", [])
    ahead = bool(rows) and all(is_ahead(form, row) for row in rows)
    st.header("Who you will meet" if ahead else "Who you met", anchor=False)
    st.markdown(f":small[:gray[{_THERE}]]")
    widgets.note("people")
    fixed = needed(widgets)
    for row in form.get("people", []):
        _person(widgets, row, fixed=row in fixed)
    with st.container(horizontal=True):
        for name, label, icon in (
            ("person", "Add a person", "person_add"),
            ("apart", "Add somebody who was not there", "person_search"),
        ):
            st.button(
                label,
                key=form.button(name),
                icon=f":material/{icon}:",
                on_click=_added,
                args=(form, name == "apart"),
            )
        put_back_button(form, "people", "person")
    _known(form)


def _added(form: KeptForm, apart: bool) -> None:
    add_row(form, partial(add_person, apart=apart))


def _known(form: KeptForm) -> None:
    """Who is on file in other applications: by one click, with address and all."""
    typed, known = form.collect(), session.facts().applications
    company, own = str(typed["company"] or ""), typed["id"]
    there = session.kept(("on file", company, own), lambda _: people_at(company, own, known))
    found = on_file(typed, there, session.clock().today)
    if not found:
        return
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        st.markdown(":small[:gray[On file:]]", width="content")
        for person in found[:_OFFERED]:
            st.button(
                md1(f"{person.name}, {ROLES[person.role]}", 60),
                key=form.button(f"known_{person.id}"),
                icon=":material/history:",
                help="They are on file: their address comes along.",
                on_click=_take_known,
                args=(form, person),
            )


def _take_known(form: KeptForm, person: Person) -> None:
    add_row(form, add_known, person)


def _person(widgets: Widgets, row: str, *, fixed: bool) -> None:
    """One line, and the rest of what is known of somebody below it, folded."""
    form = widgets.form
    _split_mailbox(form, row)
    rest = (f"linkedin_{row}", f"phone_{row}")
    odd = any(field in widgets.problems for field in rest)
    with st.container(key=form.button(f"row_{row}"), gap="xsmall"):
        left, middle, right = st.columns([3, 2, 3])
        with left:
            widgets.line(
                f"name_{row}",
                "Name",
                autocomplete="off",
                placeholder=_PASTED,
                on_change=_several,
                args=(form, row),
            )
        with middle:
            widgets.pick(f"role_{row}", "Is", ROLES)
        with right:
            widgets.line(f"email_{row}", "E-mail", autocomplete="off", icon=":material/mail:")
        name = in_label(person_label(form.collect(), row), 60)
        if form.get(f"role_{row}") == "agency":
            st.markdown(f":small[:gray[{_AGENCY}]]")
        if row == route_row(form):
            route_field(widgets)
        _was_there(form, row, name)
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


def _several(form: KeptForm, row: str) -> None:
    """In a callback: of several people typed in one line each has a row."""
    first, *others = people_named(form.get(f"name_{row}") or "") or [("", "")]
    name, address = first
    if others or address:  # at once: a save in the same run reads the fields before they are drawn
        form.put({f"name_{row}": name, f"email_{row}": address or form.get(f"email_{row}")})
    for each in others:
        add_row(form, _named, bool(form.get(f"apart_{row}")), *each)


def _named(fields: Fields, apart: bool, name: str, address: str) -> str:
    row = add_person(fields, apart=apart)
    fields |= {f"name_{row}": name, f"email_{row}": address}
    return row


def _split_mailbox(form: KeptForm, row: str) -> None:
    """A mailbox that was pasted as a name or as an address (“Ann Adler <ann@globex.com>”) fills both fields."""
    for field in (f"name_{row}", f"email_{row}"):
        text = form.get(field) or ""
        name, address = name_and_address(text)
        if address and (field[0] == "n" or text.strip() != address):
            kept = {f"name_{row}": name or (form.get(f"name_{row}") if field[0] == "e" else "")}
            form.put({**kept, f"email_{row}": address})


def route_row(form: KeptForm) -> str | None:
    """The person beside whom it is asked how the user came to it: the first one through whom that may be."""
    through = (p for p in form.get("people", []) if form.get(f"role_{p}") in _THROUGH)
    return next(through, None)


def route_field(widgets: Widgets) -> None:
    """How the user came to it: by the people entered, until it is chosen."""
    form = widgets.form
    key = form.button("route")
    session.show(key, route_of(form.collect()))
    st.radio(
        "How you came to it",
        list(ROUTES),
        format_func=lambda route: ROUTES[route],
        key=key,
        horizontal=True,
        on_change=_routed,
        args=(form, key),
        persist_state="page",
    )
    widgets.note("route")


def _routed(form: KeptForm, key: str) -> None:
    form.put({"route": st.session_state[key]})


def _was_there(form: KeptForm, person: str, name: str) -> None:
    """A box for each round that people hold: whether this one did; asked here, and nowhere else."""
    rows: list[str] = form.get("rounds", [])
    with st.container(horizontal=True):
        for number, row in enumerate(rows, start=1):
            if form.get(f"mode_{row}") == "ai" and not form.get(f"who_{row}"):
                continue
            key = form.button(f"who_{row}_{person}")
            session.show(key, person in interviewers(form.collect(), row, named=False))
            was = "will be" if is_ahead(form, row) else "was"
            where = f"in round {number}" if rows[1:] else "there"
            st.checkbox(
                f"{name} {was} {where}",
                key=key,
                on_change=_met,
                args=(form, row, person, key),
                persist_state="page",
            )


def is_ahead(form: KeptForm, row: str) -> bool:
    """Whether a round is still to come, as it stands in the form."""
    clock = session.clock()
    held = start_and_end(form.collect(), row, clock.zone.key)
    return held is not None and held[1] > clock.now


def _met(form: KeptForm, row: str, person: str, key: str) -> None:
    others = [p for p in interviewers(form.collect(), row, named=False) if p != person]
    form.put({f"who_{row}": [*others, person] if st.session_state[key] else others})


def who_was_there(widgets: Widgets, row: str) -> None:
    """Who held it, as it is ticked beside the people."""
    typed = widgets.form.collect()
    if typed[f"mode_{row}"] == "ai" and not typed[f"who_{row}"]:
        st.markdown(
            ":material/smart_toy: An AI held it: the thank-you goes to the recruiter or HR."
        )
        return
    there = interviewers(typed, row)
    if there:
        names = md1(", ".join(person_label(typed, person) for person in there))
        st.markdown(f":small[:material/group: With {names}, as ticked above.]")
    widgets.note(f"who_{row}")
