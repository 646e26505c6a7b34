"""The entry form's promises of a round: the day they decide by, what I send, what they want to know."""

from datetime import date

import streamlit as st

from followup.ui.entry_draft import Draft
from followup.ui.entry_fields import Fields
from followup.ui.entry_rows import more_promises, present, removal, removed_row
from followup.ui.entry_times import CHOICES, decision_day
from followup.ui.text import full_date

_CHOICE_WORDS = {
    "none": "No date",
    "this_friday": "This Friday",
    "next_friday": "Next Friday",
    "week": "A week after",
    "two_weeks": "Two weeks after",
    "day": "On a date…",
}


def promised_part(fields: Fields, row: str, fixed: frozenset[str]) -> None:
    """What was promised in a round, and by whom."""
    entry = fields.entry
    st.markdown("**What was promised**")
    for item in entry.get(f"promises_{row}", []):
        _promise(fields, row, item, fixed=item in fixed)
    with st.container(horizontal=True):
        for kind, label, icon in (
            ("material", "I send something", ":material/attach_file:"),
            ("reply_by", "They want my answer", ":material/reply:"),
        ):
            st.button(
                label,
                key=entry.button(f"{kind}_{row}"),
                icon=icon,
                on_click=more_promises,
                args=(entry, row, kind),
            )
        removed_row(entry, f"promises_{row}", "promise")


def _promise(fields: Fields, row: str, item: str, *, fixed: bool) -> None:
    kind = fields.entry.get(f"kind_{item}")
    if kind == "decision_by":
        _decision(fields, row, item)
        return
    with st.container(border=True, key=fields.entry.button(f"row_{item}"), gap="small"):
        left, right = st.columns([3, 2])
        with left:
            if kind == "material":
                fields.line(
                    f"text_{item}", "I promised to send", placeholder="e.g. the slides of my talk"
                )
            else:
                fields.line(
                    f"text_{item}", "They want to know", placeholder="e.g. my earliest start"
                )
        with right:
            fields.day(f"on_{item}", "By (optional)" if kind == "material" else "By")
        removal(fields, f"promises_{row}", item, "Remove this promise", fixed=fixed)


def _decision(fields: Fields, row: str, item: str) -> None:
    draft = fields.entry.collect()
    field = f"choice_{item}"
    words = {choice: _dated(draft, choice, row) for choice in CHOICES}
    fields.choose(field, "They decide by", words)
    if draft[field] == "day":
        fields.day(f"on_{item}", "They decide on")
    else:
        fields.note(f"on_{item}")


def _dated(draft: Draft, choice: str, row: str) -> str:
    """A quick choice with the day it stands for."""
    if choice in ("none", "day"):
        return _CHOICE_WORDS[choice]
    today = present().today
    held_on: date | None = draft[f"day_{row}"]
    day = decision_day(choice, None, held_on, today)
    return f"{_CHOICE_WORDS[choice]}, {full_date(day, today)[4:]}" if day else _CHOICE_WORDS[choice]
