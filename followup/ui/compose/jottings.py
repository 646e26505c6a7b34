"""Notes that are no end of a sentence yet: each beside the sentence that it would make, to accept or to write."""

import streamlit as st

from followup.messages.languages.lines import raised, stopped
from followup.messages.occasion import Occasion
from followup.messages.specifics import jottings, moment, proposal, reworded
from followup.model.facts import Specific
from followup.playbook.case import company_in_prose
from followup.ui.actions import clicks
from followup.ui.base import session
from followup.ui.base.feedback import change, made, refuse
from followup.ui.base.looks import FRAMES, md, md1
from followup.ui.compose.unsent_text import field

_SHOWN = 4


def finish_sentences(occasion: Occasion) -> None:
    """What was jotted down and cannot stand in this letter, with what it takes to take it up."""
    for specific in jottings(occasion)[:_SHOWN]:
        with st.container(
            horizontal=True,
            vertical_alignment="center",
            key=f"jotting_{specific.id}_{occasion.key}",
        ):
            _one(occasion, specific)


def _one(occasion: Occasion, specific: Specific) -> None:
    grammar = occasion.grammar()
    framed = proposal(occasion, specific, grammar)
    said = f":material/edit_note: Finish this sentence: “{md1(specific.text, 80)}”"
    if framed is None:
        st.markdown(said, width="stretch")
    else:
        sentence = stopped(raised(moment(occasion, framed, grammar)))
        st.markdown(f"{said} → **{md(sentence)}**", width="stretch")
        st.button(
            "Take it up like this",
            key=f"compose_accept_{specific.id}_{occasion.key}",
            icon=":material/check:",
            on_click=_accept,
            args=(occasion.key, framed),
        )
    with st.popover("In other words", key=f"compose_reword_{specific.id}_{occasion.key}"):
        frame, text = (field(f"{name}_{specific.id}", occasion.key) for name in ("frame", "end"))
        st.session_state.setdefault(text, framed.text if framed else specific.text)
        st.selectbox(
            "It goes on as",
            list(FRAMES),
            key=frame,
            format_func=lambda f: FRAMES[f],
            persist_state="session",
        )
        st.text_input("The end of the sentence", key=text, persist_state="session")
        st.button(
            "Keep it",
            key=f"compose_keep_{specific.id}_{occasion.key}",
            icon=":material/save:",
            on_click=_reword,
            args=(occasion.key, specific, frame, text),
        )


def _reword(key: str, specific: Specific, frame: str, text: str) -> None:
    words: str = (st.session_state.get(text) or "").strip()
    if not words:
        refuse("Write the end of the sentence first.")
        return
    framed = made(
        lambda: specific.replace(text=words, frame=st.session_state.get(frame) or "about")
    )
    if framed is not None:
        _accept(key, framed)


def _accept(key: str, framed: Specific) -> None:
    """The specific has its frame from now on, and goes into this letter where nothing does yet."""
    done = keep_specific(key, framed, "Finished a sentence of the interview with {company}")
    if done and not st.session_state.get(field("specifics", key)):
        st.session_state[field("specifics", key)] = [framed.id]


def keep_specific(key: str, specific: Specific, what: str) -> bool:
    """Stores what was said as it is now, for the action with this key, as the change `what`; whether it was done."""
    found = clicks.target(key)
    if found is None:
        return False
    application = found.application
    return bool(
        change(
            lambda: session.store().change_application(
                application.id,
                lambda fresh: reworded(fresh, specific),
                now=session.now(),
                what=what.format(company=company_in_prose(application)),
            )
        )
    )
