"""One line beside a letter that asks for a thought of the user's own, and puts it into the letter at once."""

import streamlit as st

from followup.messages.languages.thoughts import unfinished
from followup.messages.thought import refusal, ways_to_begin
from followup.model.facts import Specific
from followup.ui.base.feedback import made, refuse
from followup.ui.base.looks import md1
from followup.ui.compose.jottings import keep_specific
from followup.ui.compose.unsent_text import field
from followup.ui.compose.writing import Writing

_ASKS = {
    "question": "What would you answer now, or add to it?",
    "that": "What do you think of it, or where have you seen the same?",
}
_USUAL = "What did you think of it, or what would you do?"


def ask_thought(writing: Writing) -> None:
    """The question, ways to begin and the field; nothing where the letter has a thought, or room for none."""
    specific, key = writing.draft.asks, writing.occasion.key
    if specific is None:
        return
    grammar = writing.occasion.grammar(writing.draft.template.language)
    typed = field(f"thought_{specific.id}", key)
    asked = _ASKS.get(specific.frame or "", _USUAL)
    if writing.occasion.kind != "thank_you":
        asked = "What have you thought or done about it since?"
    with st.container(border=True, gap="xsmall", key=f"thought_{key}"):
        st.markdown(
            f":material/lightbulb: “{md1(specific.text, 60)}”: **{asked}** One sentence lifts this letter most."
        )
        with st.container(horizontal=True, gap="xsmall"):
            for number, begun in enumerate(ways_to_begin(writing.occasion, specific, grammar)):
                st.button(
                    f"{begun} …",
                    key=f"compose_begin_{number}_{key}",
                    type="tertiary",
                    on_click=_begin,
                    args=(typed, begun),
                )
        st.text_input(
            "One sentence of your own",
            key=typed,
            placeholder=f"in {grammar.name}, as it is to stand in the letter",
            on_change=_keep,
            args=(writing, specific, typed),
            persist_state="session",
        )


def _begin(name: str, begun: str) -> None:
    """The beginning stands in the field, unless a sentence is being written there."""
    if unfinished(st.session_state.get(name) or ""):
        st.session_state[name] = f"{begun} "


def _keep(writing: Writing, specific: Specific, name: str) -> None:
    """The thought is kept with what was said, and so stands in the letter; or says why it cannot."""
    occasion, words = writing.occasion, (st.session_state.get(name) or "").strip()
    if not words:
        return
    grammar = occasion.grammar(writing.draft.template.language)
    thought = made(lambda: specific.replace(ties_to=words))
    if thought is None:
        return
    if why := refusal(occasion, thought, grammar):
        refuse(why)
        return
    if keep_specific(occasion.key, thought, "Your thought on it stands in the letter to {company}"):
        st.session_state[name] = ""
