"""The entry form's interviews: when and how, who held it, what was said, and what was promised."""

from typing import Any

import streamlit as st

from followup.forms.checking import (
    CHOICES,
    decision_day,
    person_label,
    start_and_end,
)
from followup.forms.fields import add_promise, add_round, add_specific
from followup.forms.likely import interviewers, language_of_letters, likely_zone, said_by
from followup.messages.languages import grammar_of
from followup.messages.languages.grammar import Grammar
from followup.prose.text import full_date, moment_words
from followup.ui.actions.own_clock import offer_their_clock, take_zone_of_place
from followup.ui.base import session
from followup.ui.base.looks import BEGINNINGS, ENDINGS, MODES, STATES, THOUGHT, TOPICS, md1
from followup.ui.base.options import frames, note_read, zones
from followup.ui.entry.people import is_ahead, needed, who_was_there
from followup.ui.entry.widgets import Widgets, add_row, put_back_button, remove_button
from followup.ui.parts.kept_form import KeptForm

_LATER = "What was said and promised is asked for once it is over."
_FRAME, _WHO = (
    225,
    310,
)  # pixels: a beginning, and a name with its titles; on a phone the rest goes below
_SHORT: dict[str, Any] = {"label_visibility": "collapsed"}
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
        label = "They want to know" if asked else "I promised to send"
        hint = "e.g. my earliest start" if asked else "e.g. the slides of my talk"
        widgets.line(f"text_{item}", label, placeholder=hint)
        since, text = widgets.form.get(f"day_{row}"), widgets.form.get(f"text_{item}")
        widgets.day_ahead(f"on_{item}", "By" if asked else "By (optional)", since, text or "")
        remove_button(widgets.form, f"promises_{row}", item, "Remove this promise", fixed=fixed)


def _decision(widgets: Widgets, row: str, item: str) -> None:
    typed = widgets.form.collect()
    field = f"choice_{item}"
    # Below the words stands their day: by the words the browser says the choice, so they stay.
    today, held_on = session.clock().today, typed[f"day_{row}"]
    found = (decision_day(choice, None, held_on, today) for choice in CHOICES)
    days = [full_date(day, today) if day else "" for day in found]
    counts = "“After” counts from the day of the interview."
    widgets.choose(field, "They decide by", _CHOICE_WORDS, captions=days, help=counts)
    if typed[field] == "day":
        widgets.day(f"on_{item}", "They decide on")
    else:
        widgets.note(f"on_{item}")


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
        who_was_there(widgets, row)
    if is_ahead(widgets.form, row) and not _is_told(widgets.form, row):
        st.markdown(f":small[:gray[{_LATER}]]")
    else:
        with st.container(gap="small"):
            _said(widgets, row)
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
    known = form.get(f"location_{row}") or form.get("country")
    likely = None if known else likely_zone(form.collect(), session.facts().me.language)
    if known or likely:
        offer_their_clock(form, row, start, likely)


def _said(widgets: Widgets, row: str) -> None:
    form = widgets.form
    st.markdown(
        "**What was said**, as the end of a sentence that will stand in the letter: one for each person is enough"
    )
    typed, me = form.collect(), session.facts().me
    grammar = grammar_of(language_of_letters(typed, me.language) or me.language, typed["country"])
    there = {who: person_label(typed, who) for who in interviewers(typed, row, named=False)}
    for item in typed[f"specifics_{row}"]:
        who = said_by(typed, row, item)
        stored = {who: person_label(typed, who)} if who and who in typed["people"] else {}
        _specific(widgets, row, item, {**there, **stored}, grammar)
    with st.container(horizontal=True):
        st.button(
            "Add a detail",
            key=form.button(f"specific_{row}"),
            icon=":material/add_comment:",
            on_click=add_row,
            args=(form, add_specific, row),
        )
        put_back_button(form, f"specifics_{row}", "detail")


def _specific(
    widgets: Widgets, row: str, item: str, people: dict[str, str], grammar: Grammar
) -> None:
    """A note in two lines: what was said; by whom, and the user's own sentence on it. Below them how it will read."""
    form = widgets.form
    begun: dict[Any, str] = {**frames(grammar.code), "": BEGINNINGS[""]}
    with st.container(key=form.button(f"row_{item}"), gap="xsmall"):
        with st.container(horizontal=True, gap="xsmall"):
            with st.container(width=_FRAME, gap="xsmall"):
                widgets.named(f"frame_{item}", "A sentence for the letter", begun, **_SHORT)
            with st.container(width="stretch", gap="xsmall"):
                ends = {"height": 68, "placeholder": ENDINGS, **_SHORT}
                widgets.prose(f"text_{item}", "… and how it ends", **ends)
        with st.container(horizontal=True, gap="xsmall"):
            with st.container(width=_WHO, gap="xsmall"):
                by = {"empty": "Said by: not sure", **_SHORT}
                widgets.named(f"said_by_{item}", "Said by", people, **by)
            with st.container(width="stretch", gap="xsmall"):
                widgets.line(f"ties_to_{item}", THOUGHT.label, placeholder=THOUGHT.short, **_SHORT)
            with st.popover("", icon=":material/more_horiz:", help="More about this note"):
                widgets.pick(f"topic_{item}", "It is about", TOPICS)
                remove_button(form, f"specifics_{row}", item, "Remove this detail")
        who = form.get(f"said_by_{item}")
        name = form.get(f"name_{who}") or "" if who else ""
        note_read(form, f"text_{item}", f"frame_{item}", name, grammar)


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
