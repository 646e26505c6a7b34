"""The composer's choices: channel, tone, language, template, and the details that go in, or a new one."""

import streamlit as st

from followup.messages.field_list import DETAILS
from followup.messages.occasion import Occasion, occasion_of
from followup.messages.specifics import MOST_SPECIFICS
from followup.messages.templates import MessageTemplate
from followup.model import changes
from followup.model.facts import Specific, new_id
from followup.playbook.case import company_in_prose
from followup.prose.text import moment_words
from followup.ui.actions import clicks
from followup.ui.base import session
from followup.ui.base.feedback import change, made, refuse
from followup.ui.base.looks import CHANNELS, THOUGHT, TONES, TOPICS, md, md1
from followup.ui.base.options import LANGUAGES, frames, language_name
from followup.ui.compose.said import finish_sentences, told_others, write_in
from followup.ui.compose.unsent_text import choose_tone, field, tone_of
from followup.ui.compose.writing import Writing
from followup.views.labels import apart

_CHIP = 80


def choices(writing: Writing) -> None:
    """Channel, tone, language and template, where there is a choice, and the chips."""
    key = writing.occasion.key
    with st.container(horizontal=True, gap="medium"):
        if len(writing.channels) > 1:
            st.radio(
                "How to send it",
                writing.channels,
                key=field("channel", key),
                format_func=lambda channel: CHANNELS[channel][1],
                horizontal=True,
                persist_state="session",
                width="content",
            )
        _tone(writing)
        _language(writing)
    if len(writing.templates) > 1:
        names = apart((t.id, _name(t)) for t in writing.templates)
        st.selectbox(
            "Start from",
            list(names),
            key=field("template", key),
            format_func=lambda id_: names.get(id_, id_),
            persist_state="session",
        )
    for words in writing.refused:
        st.warning(md(words), icon=":material/warning:")
        st.page_link("pages/write/templates.py", label="Change it under Templates")
    if writing.quotable:
        st.checkbox(
            f"“Re:” their message of {_when(writing)}, quoted below",
            key=field("quote", key),
            persist_state="session",
        )
    chips(writing)
    told_others(writing)


def _name(template: MessageTemplate) -> str:
    return f"Yours: {template.name}" if template.own else template.name


def _when(writing: Writing) -> str:
    last, case = writing.quotable, writing.occasion.case
    return moment_words(last.at, case.clock) if last else ""


def _tone(writing: Writing) -> None:
    if len({t.tone for t in writing.templates if t.tone}) > 1:
        name = field("tone", writing.occasion.key)
        st.session_state.setdefault(name, tone_of(writing.occasion))
        st.radio(
            "Tone",
            list(TONES),
            key=name,
            format_func=lambda tone: TONES[tone],
            horizontal=True,
            on_change=_tone_chosen,
            args=(writing.occasion,),
            width="content",
            persist_state="session",
        )


def _language(writing: Writing) -> None:
    name = field("language", writing.occasion.key)
    session.show(name, writing.occasion.grammar().code)
    st.selectbox(
        "Written in",
        list(LANGUAGES),
        key=name,
        format_func=language_name,
        on_change=lambda: write_in(writing.occasion, st.session_state[name]),
        persist_state="session",
        width=140,
    )


def _tone_chosen(occasion: Occasion) -> None:
    """It counts for letters of this kind to them, and the usual template of that tone is taken."""
    tone = st.session_state.get(field("tone", occasion.key))
    if tone is not None:
        choose_tone(occasion, tone)
        st.session_state[field("template", occasion.key)] = None


def chips(writing: Writing) -> None:
    """What was said: which of it goes in, in which order, and something new; nothing where no detail belongs."""
    key, letter = writing.occasion.key, writing.draft.template.letter
    if letter and not letter.fields & DETAILS:
        return
    if writing.specifics:
        shown = apart((s.id, short(s.text)) for s in writing.specifics)
        st.multiselect(
            "What was said: choose what goes in",
            list(shown),
            key=field("specifics", key),
            format_func=lambda id_: shown.get(id_, ""),
            placeholder="Choose what goes in",
            persist_state="session",
            wrap=True,
            max_selections=MOST_SPECIFICS,
        )
    if st.session_state.get(field("specifics", key)) and not writing.draft.specifics:
        st.caption("This letter takes none of it up: say it in your own words, or leave it.")
    finish_sentences(writing.occasion)
    with st.container(horizontal=True, gap="small"):
        _order(writing)
        _new(key, writing.draft.template.language)


def short(text: str) -> str:
    """A detail as it stands on a chip."""
    line = " ".join(text.split())
    return line if len(line) <= _CHIP else line[: _CHIP - 1] + "…"


def _order(writing: Writing) -> None:
    """The chosen ones, each with a button that brings it forward."""
    key = writing.occasion.key
    chosen: list[str] = st.session_state.get(field("specifics", key), [])
    if len(chosen) < 2:  # noqa: PLR2004 (one has no order)
        return
    texts = {specific.id: specific.text for specific in writing.specifics}
    with st.popover("Order", icon=":material/swap_vert:", key=f"compose_order_{key}"):
        for at, id_ in enumerate(chosen):
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"{at + 1}. {md1(short(texts.get(id_, '')))}", width="stretch")
                if at:
                    st.button(
                        "Earlier",
                        key=f"compose_up_{at}_{key}",
                        icon=":material/arrow_upward:",
                        on_click=_earlier,
                        args=(key, id_),
                    )


def _earlier(key: str, id_: str) -> None:
    chosen: list[str] = list(st.session_state.get(field("specifics", key), []))
    at = chosen.index(id_) if id_ in chosen else 0
    if at:
        chosen[at - 1], chosen[at] = chosen[at], chosen[at - 1]
        st.session_state[field("specifics", key)] = chosen


def _new(key: str, language: str | None) -> None:
    name = f"compose_new_detail_{key}"
    box = st.popover("Add a detail", icon=":material/add:", key=name, on_change="rerun")
    if not box.open:
        return
    with box:
        name, topic, ties = field("new", key), field("topic", key), field("ties", key)
        begun = frames(language)
        st.selectbox(
            "It goes on as",
            list(begun),
            key=field("new_frame", key),
            format_func=lambda one: begun[one],
            persist_state="session",
        )
        st.text_area("The end of the sentence", key=name, height=80, persist_state="session")
        st.selectbox(
            "It is about",
            list(TOPICS),
            key=topic,
            format_func=lambda one: TOPICS[one],
            persist_state="session",
        )
        st.text_input(THOUGHT.label, key=ties, placeholder=THOUGHT.hint, persist_state="session")
        st.button(
            "Add it to the interview",
            key=f"compose_add_{key}",
            icon=":material/save:",
            on_click=_add,
            args=(key, name, topic, ties),
        )


def _add(key: str, name: str, topic: str, ties: str) -> None:
    text: str = st.session_state.get(name) or ""
    found = clicks.target(key)
    if found is None:
        return
    application = found.application
    of_action = session.interview(application, found.action.interview)
    held = occasion_of(found.action, session.facts(), session.now()).case.held
    interview = of_action or next(reversed(held), None)
    if not text.strip() or interview is None:
        refuse(
            "Write what was said first." if interview else "There is no interview to keep it with."
        )
        return
    said_by = found.action.person if found.action.person in interview.interviewers else None
    specific = made(
        lambda: Specific(
            id=new_id(),
            text=text.strip(),
            frame=st.session_state.get(field("new_frame", key)) or "about",
            topic=st.session_state.get(topic) or "project",
            said_by=said_by,
            ties_to=(st.session_state.get(ties) or "").strip(),
        )
    )
    if specific is None:
        return
    done = change(
        lambda: session.store().change_application(
            application.id,
            lambda fresh: changes.noted(fresh, interview.id, [specific]),
            now=session.now(),
            what=f"Added to the interview with {company_in_prose(application)}",
        )
    )
    if done:
        chosen = st.session_state.get(field("specifics", key), [])
        st.session_state[field("specifics", key)] = [specific.id, *chosen][:MOST_SPECIFICS]
        st.session_state[name] = st.session_state[ties] = ""
