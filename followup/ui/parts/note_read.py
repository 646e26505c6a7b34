"""How a note of what was said will read in a letter, shown while it is typed; and what it is where it will not."""

import streamlit as st

from followup.messages.languages.grammar import Grammar
from followup.messages.languages.lines import is_fragment, raised, to_finish
from followup.messages.specifics import as_noted
from followup.model.vocabulary import Frame
from followup.prose.jotted import foreign
from followup.ui.base.looks import md, md1
from followup.ui.parts.kept_form import KeptForm

_WAS_IT = {
    "that": "This is a whole sentence: was it their point?",
    "question": "Was it their question?",
    "about": "It reads better so:",
}


def note_read(form: KeptForm, text: str, frame: str, by: str, grammar: Grammar) -> None:
    """The sentence that the note in the field `text` makes, begun as the field `frame` says, to `by`, who said it."""
    noted, chosen = form.get(text) or "", form.get(frame) or None
    if chosen is None or not noted.strip() or foreign(noted, grammar.code):
        return
    sentence, fits = as_noted(noted, chosen, by, grammar)
    if fits is None:
        tell = sentence or (
            "" if is_fragment(noted) else f"No letter can say it so yet: {to_finish(noted)}"
        )
        icon = "format_quote" if sentence else "edit_note"
        if tell:
            st.markdown(f":small[:gray[:material/{icon}: {md1(tell, 240)}]]")
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        st.markdown(f":small[:orange[:material/help: {_WAS_IT[fits[0]]}] {md(raised(sentence))}]")
        key = form.button(f"fits_{text}")
        st.button("Yes, like this", key=key, on_click=_take, args=(form, text, frame, fits))


def _take(form: KeptForm, text: str, frame: str, fits: tuple[Frame, str]) -> None:
    form.put({frame: fits[0], text: fits[1]})
