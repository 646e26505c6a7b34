"""The entry form's notes: what was said in a round, a line each, with how it will read in the letter."""

from typing import Any

import streamlit as st

from followup.forms.checking import person_label
from followup.forms.fields import add_specific
from followup.forms.likely import interviewers, language_of_letters, said_by
from followup.messages.languages import grammar_of
from followup.messages.languages.grammar import Grammar
from followup.ui.base import session
from followup.ui.base.looks import BEGINNINGS, ENDINGS, THOUGHT, TOPICS
from followup.ui.base.options import frames
from followup.ui.entry.widgets import Widgets, add_row, put_back_button, remove_button
from followup.ui.parts.note_read import note_read

_SIDE = 225  # pixels: a beginning and a name have room; on a phone what is beside them goes below
_SHORT: dict[str, Any] = {"label_visibility": "collapsed"}


def said_part(widgets: Widgets, row: str) -> None:
    """All notes of a round."""
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
            with st.container(width=_SIDE, gap="xsmall"):
                widgets.named(f"frame_{item}", "A sentence for the letter", begun, **_SHORT)
            with st.container(width="stretch", gap="xsmall"):
                ends = {"height": 68, "placeholder": ENDINGS, **_SHORT}
                widgets.prose(f"text_{item}", "… and how it ends", **ends)
        with st.container(horizontal=True, gap="xsmall"):
            with st.container(width=_SIDE, gap="xsmall"):
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
