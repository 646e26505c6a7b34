"""The debrief: what was said, one detail for each person, and what was promised by whom. One save."""

from collections.abc import Sequence
from datetime import date
from typing import Any, cast, get_args
from zoneinfo import ZoneInfo

import streamlit as st

from followup.model.facts import Application, Interview, Promise, Specific, new_id
from followup.model.vocabulary import PromiseKind, Topic
from followup.playbook.case import end_of
from followup.ui import clock, days, drafts, session
from followup.ui.entry_state import Entry
from followup.ui.entry_times import odd_year
from followup.ui.feedback import change, made, refuse
from followup.ui.text import md1

TOPICS: dict[Topic, str] = {
    "project": "A project",
    "culture": "Their culture",
    "industry": "The industry",
    "goal": "A goal of theirs",
    "strength": "A strength of mine",
    "question": "An open question",
}
_LABELS: dict[PromiseKind, str] = {
    "decision_by": "They decide by",
    "reply_by": "They want my answer by",
    "material": "I promised to send … by",
}
_ANYONE = "anyone"
# What was typed outlives a change of page. (With on_change="ignore" it would not: a change of page does not carry it.)
_KEPT: dict[str, Any] = {"persist_state": "session"}


def debrief_form(application: Application, interview: Interview, key: str) -> None:
    """The form in place; nothing is emptied by a save that fails, a change of page, a reload or a restart."""
    people = [p for p in application.people if p.id in interview.interviewers]
    form = _form(key)
    form.begin(_empty(interview), 0)
    with st.container(border=True, key=f"debrief_form_{key}"):
        st.markdown(
            "A message needs something to refer to: **one detail for each person is enough.**"
        )
        for person in people:
            _detail(key, person.id, f"One thing {md1(person.name)} said")
        _detail(
            key, _ANYONE, "Anything else that was said" if people else "One thing that was said"
        )
        st.markdown("**Promises** (leave empty what was not promised)")
        with st.container(horizontal=True):
            _day(_LABELS["decision_by"], _name(key, "decision_by"))
            _day(_LABELS["reply_by"], _name(key, "reply_by"))
        with st.container(horizontal=True):
            st.text_input(
                "I promised to send",
                key=_name(key, "material_text"),
                placeholder="e.g. the slides of my talk",
                **_KEPT,
            )
            _day("by", _name(key, "material"))
        form.keep()
        drafts.trouble()
        st.button(
            "Save what was said",
            key=f"debrief_save_{key}",
            type="primary",
            icon=":material/save:",
            on_click=_save,
            args=(application.id, interview.id, key),
        )


def _detail(key: str, who: str, label: str) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_area(label, key=_name(key, f"said_{who}"), height=68, **_KEPT)
        st.selectbox(
            "It is about",
            list(TOPICS),
            format_func=lambda topic: TOPICS[topic],
            key=_name(key, f"topic_{who}"),
            width=180,
            **_KEPT,
        )


def _day(label: str, key: str) -> None:
    days.day_field(label, key, width=200, **_KEPT)


def _form(key: str) -> Entry:
    return Entry(key, "debrief")


def _name(key: str, field: str) -> str:
    return _form(key).key(field)


def _empty(interview: Interview) -> dict[str, Any]:
    said = {f"said_{who}": "" for who in (*interview.interviewers, _ANYONE)}
    topics = {f"topic_{who}": next(iter(TOPICS)) for who in (*interview.interviewers, _ANYONE)}
    return {**said, **topics, **dict.fromkeys(_LABELS), "material_text": ""}


def debrief_waits(key: str) -> bool:
    """Whether a debrief was begun before a reload, and not saved."""
    return _form(key).kept_as in drafts.kept_forms()


def _save(application_id: str, interview_id: str, key: str) -> None:
    application = session.application(application_id)
    interview = session.interview(application, interview_id) if application else None
    if application is None or interview is None:
        refuse("This interview is no longer in the file. What you typed is still there.")
        return
    if odd := [f"“{label}”: {odd_year(day)}" for label, day in _days(key) if odd_year(day)]:
        refuse(*odd)
        return
    found = made(lambda: (_specifics(interview, key), _promises(interview, key)))
    if found is None:
        return
    said, promises = found
    if not said and not promises:
        refuse("Nothing was entered yet: one detail is enough.")
        return
    if slips := _slips(interview, promises):
        refuse(*slips)
        return
    what = f"Saved what was said at {application.company}"
    done = change(
        lambda: session.store().happened(
            application_id,
            lambda fresh: add_to_interview(fresh, interview_id, said, promises),
            now=clock.now(),
            what=what,
        )
    )
    if done:
        st.session_state[f"debrief_shown_{key}"] = False
        _form(key).clear()


def add_to_interview(
    application: Application,
    interview_id: str,
    said: Sequence[Specific],
    promises: Sequence[Promise] = (),
) -> Application:
    """The application with more that was said and promised in one of its interviews."""
    rounds = tuple(
        item.replace(specifics=(*item.specifics, *said), promises=(*item.promises, *promises))
        if item.id == interview_id
        else item
        for item in application.interviews
    )
    return application.replace(interviews=rounds)


def _slips(interview: Interview, promises: list[Promise]) -> list[str]:
    day = end_of(interview).astimezone(ZoneInfo(interview.time_zone)).date()
    return [
        f"“{_LABELS[promise.kind]}” lies before the interview: check the date."
        for promise in promises
        if promise.on and promise.on < day
    ]


def _days(key: str) -> list[tuple[str, date]]:
    typed = [(label, days.typed(_name(key, kind))) for kind, label in _LABELS.items()]
    return [(label, day) for label, day in typed if day]


def _specifics(interview: Interview, key: str) -> list[Specific]:
    found = []
    for who in (*interview.interviewers, _ANYONE):
        text: str = st.session_state.get(_name(key, f"said_{who}")) or ""
        topic = st.session_state.get(_name(key, f"topic_{who}"))
        if text.strip():
            found.append(
                Specific(
                    id=new_id(),
                    text=text.strip(),
                    topic=cast(Topic, topic if topic in get_args(Topic) else "project"),
                    said_by=None if who == _ANYONE else who,
                )
            )
    return found


def _promises(interview: Interview, key: str) -> list[Promise]:
    end = end_of(interview)
    found = []
    kinds: tuple[PromiseKind, ...] = ("decision_by", "reply_by", "material")
    for kind in kinds:
        day: date | None = days.typed(_name(key, kind))
        text: str = st.session_state.get(_name(key, f"{kind}_text")) or ""
        if day or text.strip():
            found.append(Promise(id=new_id(), kind=kind, on=day, text=text.strip(), made_at=end))
    return found
