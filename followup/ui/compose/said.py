"""What was said, where the letter lacks something of it: sentences to finish, a thought of the user's own on it."""

from zlib import crc32

import streamlit as st

from followup.messages.languages.grammar import Grammar
from followup.messages.languages.lines import raised, stopped, to_finish
from followup.messages.occasion import Occasion
from followup.messages.specifics import jottings, proposal, told_to_others
from followup.messages.thought import moment, refusal, ways_to_begin
from followup.model import changes
from followup.model.facts import Specific
from followup.playbook.case import company_in_prose
from followup.prose.jotted import language_of
from followup.ui.actions import clicks
from followup.ui.base import session
from followup.ui.base.feedback import change, change_application, made, refuse
from followup.ui.base.looks import md, md1
from followup.ui.base.options import frames, language_name
from followup.ui.base.pages import type_here
from followup.ui.compose.unsent_text import field
from followup.ui.compose.writing import Writing

_SHOWN = 4
_ASKS = {
    "question": "What would you answer now, or add to it?",
    "that": "What do you think of it, or where have you seen the same?",
}
_USUAL = "What did you think of it, or what would you do?"


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
    if (noted := language_of(specific.text)) and noted != grammar.code:
        name = language_name(noted)
        st.markdown(f":material/translate: In {name}: “{md1(specific.text, 80)}”", width="stretch")
        st.button(
            f"Write this letter in {name}",
            key=f"compose_language_{specific.id}_{occasion.key}",
            on_click=write_in,
            args=(occasion, noted),
        )
        return
    framed = proposal(occasion, specific, grammar)
    if framed is None:
        said = raised(to_finish(specific.text))
        st.markdown(f":material/edit_note: {md1(said)}", width="stretch")
    else:
        said = f":material/edit_note: “{md1(specific.text, 80)}”"
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
        begun = frames(grammar.code)
        st.selectbox(
            "It goes on as",
            list(begun),
            key=frame,
            format_func=lambda f: begun[f],
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
    done = _keep_specific(key, framed, "Finished a sentence of the interview with {company}")
    if done and not st.session_state.get(field("specifics", key)):
        st.session_state[field("specifics", key)] = [framed.id]


def ask_thought(writing: Writing) -> None:
    """The question, ways to begin and the field; nothing where the letter has a thought, or room for none."""
    specific, key = writing.draft.asks, writing.occasion.key
    if specific is None:
        _thoughts_again(writing)
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
                    args=(grammar, typed, begun),
                )
        st.text_input(
            "One sentence of your own",
            key=typed,
            placeholder=f"in {grammar.name}, as it is to stand in the letter",
            on_change=_keep_thought,
            args=(writing, specific, typed),
            persist_state="session",
        )
        type_here(f"thought_{key}", st.session_state.get(_begun(typed), 0))


def _thoughts_again(writing: Writing) -> None:
    """What the letter says of the user's own, to be put another way or taken out."""
    key = writing.occasion.key
    for specific in writing.draft.specifics:
        if specific.ties_to.strip():
            # By what is stored: after a change elsewhere, or an Undo, the field says that.
            mark = format(crc32(specific.ties_to.encode("utf-8", "replace")), "x")
            typed = field(f"again_{mark}_{specific.id}", key)
            st.session_state.setdefault(typed, specific.ties_to)
            name = f"compose_thoughts_{specific.id}_{key}"
            with st.popover("Change your sentence", icon=":material/edit:", key=name):
                about = f"On “{md1(specific.text, 60)}” (empty: nothing)"
                st.text_input(about, key=typed, persist_state="session")
                st.button(
                    "Keep it",
                    key=f"compose_keep_again_{specific.id}_{key}",
                    icon=":material/save:",
                    on_click=_keep_thought,
                    args=(writing, specific, typed),
                )


def _begun(name: str) -> str:
    return f"begun_{name}"


def _begin(grammar: Grammar, name: str, begun: str) -> None:
    """The beginning stands in the field, unless a sentence is being written there; it is to be gone on with."""
    if grammar.unfinished(st.session_state.get(name) or ""):
        st.session_state[name] = f"{begun} "
    st.session_state[_begun(name)] = st.session_state.get(_begun(name), 0) + 1


def _keep_thought(writing: Writing, specific: Specific, name: str) -> None:
    """The thought is kept with what was said, and so stands in the letter; or says why it cannot."""
    occasion, words = writing.occasion, (st.session_state.get(name) or "").strip()
    if not words and not specific.ties_to:
        return
    grammar = occasion.grammar(writing.draft.template.language)
    thought = made(lambda: specific.replace(ties_to=words))
    if thought is None:
        return
    if why := refusal(occasion, thought, grammar):
        refuse(why)
        return
    if _keep_specific(
        occasion.key, thought, "Your thought on it stands in the letter to {company}"
    ):
        st.session_state[name] = ""


def _keep_specific(key: str, specific: Specific, what: str) -> bool:
    """Stores what was said as it is now, for the action with this key, as the change `what`; whether it was done."""
    found = clicks.target(key)
    if found is None:
        return False
    application = found.application
    return bool(
        change(
            lambda: session.store().change_application(
                application.id,
                lambda fresh: changes.reworded(fresh, specific),
                now=session.now(),
                what=what.format(company=company_in_prose(application)),
            )
        )
    )


def write_in(occasion: Occasion, language: str) -> None:
    """From now on all letters of this application are in that language (a code), which it keeps."""
    words = f"Letters to {company_in_prose(occasion.application)} are in {language_name(language)}."
    change_application(
        occasion.application.id, lambda fresh: fresh.replace(language=language), words
    )


def told_others(writing: Writing) -> None:
    """What others of the same round were told, while one writes to the next."""
    if writing.occasion.kind != "thank_you":
        return
    told = told_to_others(writing.occasion)
    if not any(touchpoint.text for touchpoint in told):
        return
    names = {person.id: person.name for person in writing.occasion.application.people}
    name, icon = f"compose_told_{writing.occasion.key}", ":material/groups:"
    box = st.expander("What the others were told", icon=icon, key=name, on_change="rerun")
    if not box.open:
        return
    with box:
        for touchpoint in told:
            if touchpoint.text:
                whom = ", ".join(names[id_] for id_ in touchpoint.people if id_ in names)
                st.markdown(f"**{md1(whom or 'Somebody')}**")
                st.text(touchpoint.text)
