"""The debrief: what was said, one detail for each person, and what was promised by whom. One save."""

from datetime import date
from typing import Any

import streamlit as st

from followup.forms.debrief import ANYONE, PROMISES, Debrief, debriefed, empty_debrief
from followup.messages.languages import grammar_of
from followup.messages.languages.grammar import Grammar
from followup.model import changes
from followup.model.facts import Application, Interview
from followup.playbook.case import company_in_prose
from followup.ui.base import session, unsent
from followup.ui.base.feedback import change, made, refuse
from followup.ui.base.looks import BEGINNINGS, ENDINGS, THOUGHT, TOPICS, in_label
from followup.ui.base.options import frames, note_read
from followup.ui.parts.kept_form import KeptForm
from followup.ui.parts.quick_days import quick_day_field
from followup.ui.parts.ticks import ticks
from followup.views.labels import apart

# What was typed outlives a change of page. (With on_change="ignore" it would not: a change of page does not carry it.)
_KEPT: dict[str, Any] = {"persist_state": "session"}


def debrief_form(application: Application, interview: Interview, key: str) -> None:
    """The form, for the action with this key; no failed save, change of page, reload or restart empties it."""
    people = [p for p in application.people if p.id in interview.interviewers]
    form = _form(key)
    form.begin(empty_debrief(interview), 0)
    with st.container(border=True, key=f"debrief_form_{key}"):
        st.markdown(
            "A letter takes up one thing that was said. Write it as the end of a sentence: "
            "**one for each person is enough.** What you thought of it lifts the letter most."
        )
        if application.people and not people and interview.mode != "ai":
            names = apart((person.id, person.name) for person in application.people)
            ticks(form, "met", "Who was there?", names)
        mine = session.facts().me.language
        grammar = grammar_of(application.language or mine, application.country)
        for person in people:
            _detail(key, person.id, f"For the letter to {in_label(person.name)}", grammar)
            _read(form, person.id, person.name, grammar)
        label = "Anything else that was said" if people else "One thing that was said"
        _detail(key, ANYONE, label, grammar)
        _read(form, ANYONE, "", grammar)
        _promises(form, session.clock().day(interview.ends))
        form.keep()
        unsent.warning()
        st.button(
            "Save what was said",
            key=f"debrief_save_{key}",
            type="primary",
            icon=":material/save:",
            on_click=_save,
            args=(application.id, interview.id, key),
        )


def _promises(form: KeptForm, since: date) -> None:
    """The day that most name, in sight; the two promises of mine where they were given. Days count from the round."""
    label = f"{PROMISES['decision_by']} (if they said so)"
    quick_day_field(label, form.key("decision_by"), since=since, **_KEPT)
    mine = {"reply_by": "They want an answer", "material": "I promised to send something"}
    ticks(form, "promised", "What did you promise?", mine)
    promised = form.get("promised") or ()
    if "reply_by" in promised:
        label, key = PROMISES["reply_by"], form.key("reply_by")
        quick_day_field(label, key, since=since, promised="", **_KEPT)
    if "material" in promised:
        hint = "e.g. the slides of my talk"
        text = form.key("material_text")
        st.text_input("I promised to send", key=text, placeholder=hint, **_KEPT)
        said = form.get("material_text") or ""
        quick_day_field("by", form.key("material"), since=since, promised=said, **_KEPT)


def _read(form: KeptForm, who: str, name: str, grammar: Grammar) -> None:
    note_read(form, f"said_{who}", f"frame_{who}", name, grammar)


def _detail(key: str, who: str, label: str, grammar: Grammar) -> None:
    begun: dict[Any, str] = {**frames(grammar.code), "": BEGINNINGS[""]}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            label,
            list(begun),
            format_func=lambda frame: begun[frame],
            key=_name(key, f"frame_{who}"),
            width=240,
            **_KEPT,
        )
        st.text_area(
            "… and how it ends",
            key=_name(key, f"said_{who}"),
            height=68,
            placeholder=ENDINGS,
            **_KEPT,
        )
        st.selectbox(
            "It is about",
            list(TOPICS),
            format_func=lambda topic: TOPICS[topic],
            key=_name(key, f"topic_{who}"),
            width=180,
            **_KEPT,
        )
    st.text_input(
        THOUGHT.label,
        key=_name(key, f"ties_{who}"),
        placeholder=THOUGHT.hint,
        **_KEPT,
    )


def _form(key: str) -> KeptForm:
    return KeptForm(key, "debrief")


def _name(key: str, field: str) -> str:
    return _form(key).key(field)


def debrief_waits(key: str) -> bool:
    """Whether a debrief was begun before a reload, and not saved."""
    return _form(key).kept_as in unsent.kept_forms()


def _told(fresh: Application, interview_id: str, found: Debrief) -> Application:
    told = changes.noted(fresh, interview_id, found.said, found.promises)
    return changes.met(told, interview_id, found.met) if found.met else told


def _save(application_id: str, interview_id: str, key: str) -> None:
    application = session.application(application_id)
    interview = session.interview(application, interview_id) if application else None
    if application is None or interview is None:
        refuse("This interview is no longer in the file. What you typed is still there.")
        return
    form = _form(key)
    found = made(lambda: debriefed(interview, form.collect()))
    if found is None:
        return
    if found.slips:
        refuse(*found.slips)
        return
    what = f"Saved what was said at {company_in_prose(application)}"
    done = change(
        lambda: session.store().change_application(
            application_id,
            lambda fresh: _told(fresh, interview_id, found),
            now=session.now(),
            what=what,
        )
    )
    if done:
        st.session_state[f"debrief_shown_{key}"] = False
        form.clear()
