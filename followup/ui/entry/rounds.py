"""The entry form's interviews: when and how, who held it, what was said, and what was promised."""

from datetime import date

import streamlit as st

from followup.forms.checking import (
    CHOICES,
    Typed,
    decision_day,
    person_label,
    start_and_end,
)
from followup.forms.fields import add_promise, add_round
from followup.forms.likely import interviewers
from followup.prose.text import full_date, moment_words
from followup.ui.actions.own_clock import offer_their_clock, take_zone_of_place
from followup.ui.base import session
from followup.ui.base.looks import MODES, STATES, md1
from followup.ui.base.options import zones
from followup.ui.entry.people import is_ahead, needed
from followup.ui.entry.said import said_part
from followup.ui.entry.widgets import Widgets, add_row, put_back_button, remove_button
from followup.ui.parts.kept_form import KeptForm

_LATER = "What was said and promised is asked for once it is over."
_CHOICE_WORDS = {
    "none": "No date",
    "this_friday": "The Friday after",
    "next_friday": "The one after that",
    "week": "A week after",
    "two_weeks": "Two weeks after",
    "day": "On a date…",
}


def promised_part(widgets: Widgets, row: str, fixed: frozenset[str]) -> None:
    """What was promised in a round, and by whom."""
    form = widgets.form
    st.markdown("**What was promised**")
    for item in form.get(f"promises_{row}", []):
        _promise(widgets, row, item, fixed=item in fixed)
    with st.container(horizontal=True):
        for kind, label, icon in (
            ("material", "I send something", ":material/attach_file:"),
            ("reply_by", "They want my answer", ":material/reply:"),
        ):
            st.button(
                label,
                key=form.button(f"{kind}_{row}"),
                icon=icon,
                on_click=add_row,
                args=(form, add_promise, row, kind),
            )
        put_back_button(form, f"promises_{row}", "promise")


def _promise(widgets: Widgets, row: str, item: str, *, fixed: bool) -> None:
    kind = widgets.form.get(f"kind_{item}")
    if kind == "decision_by":
        _decision(widgets, row, item)
        return
    with st.container(border=True, key=widgets.form.button(f"row_{item}"), gap="small"):
        asked = kind == "reply_by"
        label, hint = (
            ("They want to know", "e.g. my earliest start")
            if asked
            else ("I promised to send", "e.g. the slides of my talk")
        )
        widgets.line(f"text_{item}", label, placeholder=hint)
        since, text = widgets.form.get(f"day_{row}"), widgets.form.get(f"text_{item}")
        widgets.day_ahead(f"on_{item}", "By" if asked else "By (optional)", since, text or "")
        remove_button(widgets.form, f"promises_{row}", item, "Remove this promise", fixed=fixed)


def _decision(widgets: Widgets, row: str, item: str) -> None:
    typed = widgets.form.collect()
    field = f"choice_{item}"
    days = [_day_of(typed, choice, row) for choice in CHOICES]
    counts = "“After” counts from the day of the interview."
    widgets.choose(field, "They decide by", _CHOICE_WORDS, captions=days, help=counts)
    if typed[field] == "day":
        widgets.day(f"on_{item}", "They decide on")
    else:
        widgets.note(f"on_{item}")


def _day_of(typed: Typed, choice: str, row: str) -> str:
    """The day that a quick choice stands for, below its words; by these the browser says the choice, so they stay."""
    today = session.clock().today
    held_on: date | None = typed[f"day_{row}"]
    day = decision_day(choice, None, held_on, today)
    return full_date(day, today) if day else ""


def rounds_part(widgets: Widgets) -> None:
    """All interviews of the application."""
    form = widgets.form
    rows: list[str] = form.get("rounds", [])
    st.header("The interviews" if rows[1:] else "The interview", anchor=False)
    widgets.note("rounds")
    fixed = needed(widgets)
    for number, row in enumerate(rows, start=1):
        with st.container(border=True, key=form.button(f"row_{row}"), gap="medium"):
            _round(widgets, row, number=number if len(rows) > 1 else 0, fixed=fixed)
    with st.container(horizontal=True):
        st.button(
            "Add another round" if rows else "Add an interview",
            key=form.button("round"),
            icon=":material/event:",
            on_click=add_row,
            args=(form, add_round, session.clock()),
        )
        put_back_button(form, "rounds", "round")


def _round(widgets: Widgets, row: str, *, number: int, fixed: frozenset[str]) -> None:
    with st.container(gap="small"):
        _when(widgets, row, number)
        _who(widgets, row)
    if is_ahead(widgets.form, row) and not _is_told(widgets.form, row):
        st.markdown(f":small[:gray[{_LATER}]]")
    else:
        with st.container(gap="small"):
            said_part(widgets, row)
        with st.container(gap="small"):
            promised_part(widgets, row, fixed)
    _details(widgets, row, fixed=row in fixed)


def _is_told(form: KeptForm, row: str) -> bool:
    """Whether anything of what was said or promised in a round stands in the form."""
    said = form.get(f"specifics_{row}", [])
    texts = [form.get(f"{name}_{item}") for item in said for name in ("text", "ties_to")]
    promises = form.get(f"promises_{row}", [])
    dated = [form.get(f"choice_{item}") not in (None, "none") for item in promises]
    mine = [form.get(f"kind_{item}") != "decision_by" for item in promises]
    return any((*texts, *dated, *mine))


def _when(widgets: Widgets, row: str, number: int) -> None:
    if number:
        st.markdown(f"**Round {number}**")
    first, second, third, fourth = st.columns([10, 7, 11, 8])
    with first:
        widgets.day(f"day_{row}", "Day")
    with second:
        widgets.time(f"time_{row}", "Start")
    with third:
        usual = widgets.form.get("zone") or session.facts().me.zone.key
        names = {name: name for name in zones()}
        widgets.pick(f"zone_{row}", "Time zone", names, empty=usual)
    with fourth:
        widgets.minutes(f"minutes_{row}", "Minutes")
    _in_words(widgets.form, row)
    widgets.choose(f"mode_{row}", "How", MODES)


def _in_words(form: KeptForm, row: str) -> None:
    """The start as it will be saved: the weekday and the zone are what one gets wrong unseen."""
    clock = session.clock()
    held = start_and_end(form.collect(), row, clock.zone.key)
    if not held:
        return
    start, end = held
    until = f" to {end:%H:%M}" if end > start else ""
    words = f"{full_date(start.date(), clock.today)}, {start:%H:%M}{until}, {start.tzinfo} time"
    mine = start.astimezone(clock.zone)
    if mine.utcoffset() != start.utcoffset():
        words += f"; for you {moment_words(mine, clock)}"
    st.markdown(f":small[:material/event: {md1(words)}]")
    offer_their_clock(form, row, start)


def _who(widgets: Widgets, row: str) -> None:
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


def _details(widgets: Widgets, row: str, *, fixed: bool) -> None:
    with st.expander("More about this round", icon=":material/more_horiz:", type="compact"):
        left, right = st.columns(2)
        with left:
            widgets.line(f"round_{row}", "Round", placeholder="e.g. First talk, on-site")
            widgets.line(
                f"location_{row}",
                "Place or link",
                on_change=take_zone_of_place,
                args=(widgets.form, row),
            )
        with right:
            widgets.pick(f"state_{row}", "What became of it", STATES)
        widgets.prose(f"notes_{row}", "Notes", height=90)
        remove_button(widgets.form, "rounds", row, "Remove this round", fixed=fixed)
