"""Log what happened: one choice, one date, one click, and the plan follows."""

from collections.abc import Callable
from datetime import time
from functools import partial
from typing import Any

import streamlit as st

from followup.model.facts import Application
from followup.ui import clock, drafts, session
from followup.ui.choices import apart
from followup.ui.days import day_field, moment_field
from followup.ui.entry_fields import MODES
from followup.ui.entry_state import Entry
from followup.ui.entry_times import Present, last_full_hour
from followup.ui.feedback import change
from followup.ui.happening import EARLIER, JUST_NOW, Gap, begun_rounds, happening
from followup.ui.text import md1, moment_words

KINDS: dict[str, tuple[str, str]] = {
    "replied": (":material/mark_email_unread:", "They replied"),
    "moved": (":material/event_repeat:", "They moved the date"),
    "away": (":material/beach_access:", "Out of office"),
    "next_round": (":material/event_upcoming:", "Next round"),
    "rejected": (":material/thumb_down:", "Rejected"),
    "offer": (":material/celebration:", "Offer"),
    "no_show": (":material/person_off:", "They did not show up"),
    "withdrew": (":material/logout:", "I withdrew"),
    "accepted": (":material/handshake:", "I accepted"),
    "closed": (":material/inventory_2:", "Close it"),
}
_RECEIVED = ("replied", "moved", "away", "next_round", "rejected", "offer")
_BEGIN = {"kind": None, "when": JUST_NOW, "time": time(10), "minutes": 60, "mode": "video"}
_TEXT = ("replied", "moved", "rejected", "offer", "withdrew", "accepted", "closed")


def log_what_happened(application: Application) -> None:
    """The choice, the fields that it needs, and the button. What is typed outlives a reload until it is logged."""
    form = _form(application.id)
    form.begin(dict(_BEGIN), 0)
    _choice_and_fields(application)
    form.keep()
    drafts.trouble()


def _choice_and_fields(application: Application) -> None:
    st.radio(
        "What happened?",
        list(KINDS),
        index=None,
        horizontal=True,
        format_func=lambda kind: " ".join(KINDS[kind]),
        key=_key(application.id, "kind"),
        on_change=_drop_gap,
        args=(application.id,),
        persist_state="session",
    )
    kind = st.session_state.get(_key(application.id, "kind"))
    if not kind:
        return
    gap: Gap | None = st.session_state.get(_gap_key(application.id))
    show = partial(_field, application, gap)
    with st.container(border=True, key=_form(application.id).button("box"), gap="small"):
        _own_fields(application, kind, show)
        if kind != "no_show":
            _when(application, show)
        if kind in _TEXT:
            show("text", partial(st.text_area, _text_label(kind), height=68))
        st.button(
            "Log it",
            key=_form(application.id).button("go"),
            type="primary",
            icon=":material/add_task:",
            on_click=_log,
            args=(application.id,),
        )


Show = Callable[[str, Callable[..., Any]], None]


def _form(application_id: str) -> Entry:
    return Entry(application_id, "happened")


def _key(application_id: str, field: str) -> str:
    return _form(application_id).key(field)


def _gap_key(application_id: str) -> str:
    return _form(application_id).button("gap")


def _field(
    application: Application, gap: Gap | None, field: str, widget: Callable[..., Any]
) -> None:
    widget(key=_key(application.id, field), persist_state="session")
    if gap and gap.field == field:
        st.markdown(f":red[:material/error: {md1(gap.sentence)}]")


def _own_fields(application: Application, kind: str, show: Show) -> None:
    if kind in _RECEIVED and application.people:
        names = apart((person.id, person.name) for person in application.people)
        widget = partial(
            st.selectbox,
            "From",
            list(names),
            index=None,
            format_func=names.get,
            placeholder="Nobody in particular",
        )
        show("from", widget)
    match kind:
        case "replied":
            show("wants", partial(st.checkbox, "They want an answer"))
        case "moved":
            show("until", partial(day_field, "They need until"))
        case "away":
            show("back", partial(day_field, "Back on (if they say so)"))
        case "offer":
            show("deadline", partial(day_field, "Answer by (if they say so)"))
        case "next_round":
            _round_fields(application, show)
        case "no_show":
            _no_show_field(application, show)


def _round_fields(application: Application, show: Show) -> None:
    with st.container(horizontal=True):
        show("day", partial(day_field, "It is on", width=160))
        show("time", partial(st.time_input, "at", value=None, step=300, width=120))
        show(
            "minutes",
            partial(
                st.number_input,
                "Minutes",
                value=None,  # no limits: the browser would drop what lies beyond, and log the old number
                step=15,
                width=140,
            ),
        )
    zone = application.time_zone or session.facts().me.time_zone
    st.markdown(f":small[:material/event: {md1(zone)} time]")
    widget = partial(
        st.radio,
        "How",
        list(MODES),
        format_func=lambda mode: MODES[mode],
        horizontal=True,
    )
    show("mode", widget)


def _no_show_field(application: Application, show: Show) -> None:
    now, zone = clock.now(), clock.zone(session.facts().me)
    rounds = begun_rounds(application, now)
    labels = apart(
        (item.id, f"{item.round or 'Interview'}, {moment_words(item.starts_at, now, zone)}")
        for item in rounds
    )
    if not labels:
        st.markdown("No interview has begun yet.")
        return
    show("which", partial(st.selectbox, "Which interview?", list(labels), format_func=labels.get))


def _when(application: Application, show: Show) -> None:
    show("when", partial(st.radio, "When", [JUST_NOW, EARLIER], horizontal=True))
    if st.session_state.get(_key(application.id, "when")) == EARLIER:
        zone = clock.zone(session.facts().me)
        st.session_state.setdefault(
            _key(application.id, "at"), last_full_hour(clock.now(), zone).replace(tzinfo=None)
        )
        show("at", partial(moment_field, "It was"))


def _text_label(kind: str) -> str:
    return "What they wrote (optional)" if kind in _RECEIVED else "A note for yourself (optional)"


def _drop_gap(application_id: str) -> None:
    st.session_state.pop(_gap_key(application_id), None)


def _log(application_id: str) -> None:
    application = session.application(application_id)
    form = _form(application_id)
    if application is None:
        st.session_state[_gap_key(application_id)] = Gap(
            "when", "This application was deleted meanwhile."
        )
        return
    found = happening(application, form.collect(), Present(clock.now(), session.facts().me))
    if isinstance(found, Gap):
        st.session_state[_gap_key(application_id)] = found
        return
    do = found.change
    if change(
        lambda: session.store().happened(application_id, do, now=clock.now(), what=found.words),
        found.words,
    ):
        form.clear()
