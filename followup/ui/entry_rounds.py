"""The entry form's interviews: when and how, who held it, what was said, what was promised."""

from datetime import date

import streamlit as st

from followup.ui.choices import zones
from followup.ui.debrief import TOPICS
from followup.ui.entry_draft import Draft, interviewers, person_label
from followup.ui.entry_fields import MODES, STATES, Fields
from followup.ui.entry_people import needed
from followup.ui.entry_rows import (
    more_promises,
    more_rounds,
    more_specifics,
    present,
    remove,
    removed_row,
)
from followup.ui.entry_state import Entry
from followup.ui.entry_times import CHOICES, decision_day
from followup.ui.text import full_date, md1

_CHOICE_WORDS = {
    "none": "No date",
    "this_friday": "This Friday",
    "next_friday": "Next Friday",
    "week": "A week after",
    "two_weeks": "Two weeks after",
    "day": "On a date…",
}


def rounds_part(fields: Fields) -> None:
    """All interviews of the application."""
    entry = fields.entry
    rows: list[str] = entry.get("rounds", [])
    st.header("The interviews" if rows[1:] else "The interview", anchor=False)
    fields.note("rounds")
    fixed = needed(fields)
    for number, row in enumerate(rows, start=1):
        with st.container(border=True, key=entry.button(f"row_{row}"), gap="medium"):
            _round(fields, row, number=number if len(rows) > 1 else 0, fixed=fixed)
    with st.container(horizontal=True):
        st.button(
            "Add another round" if rows else "Add an interview",
            key=entry.button("round"),
            icon=":material/event:",
            on_click=more_rounds,
            args=(entry,),
        )
        removed_row(entry, "rounds", "round")


def _round(fields: Fields, row: str, *, number: int, fixed: frozenset[str]) -> None:
    entry = fields.entry
    with st.container(gap="small"):
        _when(fields, row, number)
        _who(fields, row)
    with st.container(gap="small"):
        _said(fields, row)
    with st.container(gap="small"):
        _promised(fields, row, fixed)
    _details(fields, row)
    st.button(
        "Remove this round",
        key=entry.button(f"remove_{row}"),
        icon=":material/close:",
        type="tertiary",
        disabled=row in fixed,
        help="Named in the log of messages, so it stays." if row in fixed else None,
        on_click=remove,
        args=(entry, "rounds", row),
    )


def _when(fields: Fields, row: str, number: int) -> None:
    if number:
        st.markdown(f"**Round {number}**")
    first, second, third = st.columns(3)
    with first:
        fields.day(f"day_{row}", "Day")
    with second:
        fields.time(f"time_{row}", "Start")
    with third:
        fields.minutes(f"minutes_{row}", "Minutes")
    fields.choose(f"mode_{row}", "How", MODES)


def _who(fields: Fields, row: str) -> None:
    """Who held it: until the user says otherwise, everybody just entered who interviews or manages."""
    entry = fields.entry
    draft = entry.collect()
    if draft[f"mode_{row}"] == "ai" and not draft[f"who_{row}"]:
        st.markdown(
            ":material/smart_toy: An AI held it: the thank-you goes to the recruiter or HR."
        )
        return
    named = [p for p in draft["people"] if (draft[f"name_{p}"] or "").strip()]
    if not named:
        return
    st.markdown("Who interviewed you")
    chosen = interviewers(draft, row)
    # One box for each person, under a key of its own: a picker over all names is another one as soon as a name is
    # typed, and the browser then answers for it with the choice of the old one.
    with st.container(horizontal=True):
        for person in named:
            key = entry.button(f"who_{row}_{person}")
            st.session_state[key] = person in chosen
            label = md1(person_label(draft, person), 60)
            st.checkbox(label, key=key, on_change=_met, args=(entry, row, person, key))


def _met(entry: Entry, row: str, person: str, key: str) -> None:
    others = [each for each in interviewers(entry.collect(), row) if each != person]
    entry.put({f"who_{row}": [*others, person] if st.session_state[key] else others})


def _said(fields: Fields, row: str) -> None:
    entry = fields.entry
    st.markdown(
        "**What was said** that a message can refer to: one detail for each person is enough"
    )
    draft = entry.collect()
    people = {person: person_label(draft, person) for person in draft["people"]}
    for item in draft[f"specifics_{row}"]:
        _specific(fields, row, item, people)
    with st.container(horizontal=True):
        st.button(
            "Add a detail",
            key=entry.button(f"specific_{row}"),
            icon=":material/add_comment:",
            on_click=more_specifics,
            args=(entry, row),
        )
        removed_row(entry, f"specifics_{row}", "detail")


def _specific(fields: Fields, row: str, item: str, people: dict[str, str]) -> None:
    with st.container(border=True, key=fields.entry.button(f"row_{item}"), gap="small"):
        fields.prose(
            f"text_{item}",
            "What was said",
            height=68,
            placeholder="e.g. They are moving their reports to a new warehouse by spring",
        )
        left, middle, right = st.columns([3, 3, 4])
        with left:
            fields.person(f"said_by_{item}", "Said by", people)
        with middle:
            fields.pick(f"topic_{item}", "About", TOPICS)
        with right:
            fields.line(
                f"ties_to_{item}",
                "Ties to what I bring",
                placeholder="e.g. I led such a move at Initech",
            )
        _remove(fields, f"specifics_{row}", item, "Remove this detail")


def _promised(fields: Fields, row: str, fixed: frozenset[str]) -> None:
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
        _remove(fields, f"promises_{row}", item, "Remove this promise", fixed=fixed)


def _decision(fields: Fields, row: str, item: str) -> None:
    draft = fields.entry.collect()
    field = f"choice_{item}"
    words = {choice: _dated(draft, choice, row) for choice in CHOICES}
    fields.choose(field, "They decide by", words, wrap=True)
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


def _remove(fields: Fields, rows: str, item: str, label: str, *, fixed: bool = False) -> None:
    st.button(
        label,
        key=fields.entry.button(f"remove_{item}"),
        icon=":material/close:",
        type="tertiary",
        disabled=fixed,
        help="Named in the log of messages, so it stays." if fixed else None,
        on_click=remove,
        args=(fields.entry, rows, item),
    )


def _details(fields: Fields, row: str) -> None:
    names = {name: name for name in zones()}
    odd = f"zone_{row}" in fields.gaps
    with st.expander(
        "More about this round", icon=":material/more_horiz:", expanded=odd, type="compact"
    ):
        left, right = st.columns(2)
        with left:
            fields.line(
                f"round_{row}", "Round", placeholder="e.g. First talk, on-site", max_chars=200
            )
            fields.line(f"location_{row}", "Place or link")
        with right:
            fields.pick(
                f"zone_{row}", "Time zone of the start", names, empty="As the application's"
            )
            fields.pick(f"state_{row}", "It took place", STATES)
        fields.prose(f"notes_{row}", "Notes", height=90)
