"""The fields that a template can use, beside where one edits: what each says, and an example."""

from collections.abc import Mapping, Sequence

import streamlit as st

from followup.messages.field_list import FIELDS, Field
from followup.messages.template_syntax import FILTERS
from followup.ui.base.looks import md1

_GROUPS = {
    "The application": ("company", "role", "the_role", "via_agency", "to_agency"),
    "The people": ("person", "interviewer", "interviewers", "colleagues"),
    "Days and promises": (
        "since",
        "promise",
        "decision_day",
        "last_note_day",
        "offer_day",
        "deadline_day",
    ),
    "You": ("me", "closing"),
}
_REST = "The interview and what was said"
_EXAMPLES = (
    ("Print a field", "{{ person.greeting }}"),
    ("Only where it is filled", "{% if promise.text %}I attach {{ promise.text }}.{% endif %}"),
    ("One or several", "{% if specifics_count > 1 %}…{% else %}…{% endif %}"),
    ("Each detail on its line", "{% for one in specifics %}\n- {{ one.text }}\n{% endfor %}"),
)


def _grouped() -> Mapping[str, Sequence[Field]]:
    """Every field in its group, in the order of the list."""
    group_of = {root: group for group, roots in _GROUPS.items() for root in roots}
    found: dict[str, list[Field]] = {}
    for field in FIELDS:
        found.setdefault(group_of.get(field.name.split(".")[0], _REST), []).append(field)
    return found


def field_guide() -> None:
    """All fields, the words that work on them, and how to use them."""
    st.markdown("## Fields")
    st.markdown("Write a field in double braces, like `{{ company }}`: your data takes its place.")
    for number, (group, fields) in enumerate(_grouped().items()):
        with st.expander(group, expanded=number == 0):
            for field in fields:
                example = f" · e.g. {md1(field.example)}" if field.example else ""
                type_ = f" ({field.type})" if field.type != "text" else ""
                st.markdown(f"`{field.name}`{type_}: {md1(field.what)}{example}")
    with st.expander("Conditions, lists and filters", icon=":material/data_object:"):
        for what, source in _EXAMPLES:
            st.markdown(md1(what))
            st.code(source, language=None, wrap_lines=True)
        for name, known in FILTERS.items():
            st.markdown(f"`{name}`: {md1(known.what)}")
