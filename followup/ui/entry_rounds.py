"""The entry form's interviews: when and how, who held it, what was said, what was promised."""

import streamlit as st

from followup.ui.choices import zones
from followup.ui.debrief import TOPICS
from followup.ui.entry_draft import interviewers, person_label
from followup.ui.entry_fields import MODES, STATES, Fields
from followup.ui.entry_people import needed
from followup.ui.entry_promises import promised_part
from followup.ui.entry_rows import (
    more_rounds,
    more_specifics,
    present,
    removal,
    removed_row,
)
from followup.ui.entry_state import Entry
from followup.ui.entry_times import span
from followup.ui.text import full_date, md1, moment_words


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
    with st.container(gap="small"):
        _when(fields, row, number)
        _who(fields, row)
    with st.container(gap="small"):
        _said(fields, row)
    with st.container(gap="small"):
        promised_part(fields, row, fixed)
    _details(fields, row)
    removal(fields, "rounds", row, "Remove this round", fixed=row in fixed)


def _when(fields: Fields, row: str, number: int) -> None:
    if number:
        st.markdown(f"**Round {number}**")
    first, second, third, fourth = st.columns([10, 7, 11, 8])
    with first:
        fields.day(f"day_{row}", "Day")
    with second:
        fields.time(f"time_{row}", "Start")
    with third:
        usual = fields.entry.get("zone") or present().me.time_zone
        names = {name: name for name in zones()}
        fields.pick(f"zone_{row}", "Time zone", names, empty=usual)
    with fourth:
        fields.minutes(f"minutes_{row}", "Minutes")
    _in_words(fields.entry, row)
    fields.choose(f"mode_{row}", "How", MODES)


def _in_words(entry: Entry, row: str) -> None:
    """The start as it will be saved: the weekday and the zone are what one gets wrong unseen."""
    now = present()
    held = span(entry.collect(), row, now.me.time_zone)
    if not held:
        return
    start, end = held
    words = (
        f"{full_date(start.date(), now.today)}, {start:%H:%M} to {end:%H:%M}, {start.tzinfo} time"
    )
    mine = start.astimezone(now.zone)
    if mine.utcoffset() != start.utcoffset():
        words += f"; for you {moment_words(mine, now.now, now.zone)}"
    st.markdown(f":small[:material/event: {md1(words)}]")


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
        removal(fields, f"specifics_{row}", item, "Remove this detail")


def _details(fields: Fields, row: str) -> None:
    with st.expander("More about this round", icon=":material/more_horiz:", type="compact"):
        left, right = st.columns(2)
        with left:
            fields.line(f"round_{row}", "Round", placeholder="e.g. First talk, on-site")
            fields.line(f"location_{row}", "Place or link")
        with right:
            fields.pick(f"state_{row}", "It took place", STATES)
        fields.prose(f"notes_{row}", "Notes", height=90)
