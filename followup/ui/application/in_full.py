"""One application in full: what is due, its story as a log, rounds, promises, and its people."""

from datetime import date

import streamlit as st

from followup.forms.checking import days_around, odd_year
from followup.forms.likely import newcomers
from followup.model import changes
from followup.model.facts import Application, Person
from followup.prose.text import full_date
from followup.ui.application.head import head, plan_part
from followup.ui.application.mend import mend_message, mend_outcome, mend_reopening
from followup.ui.application.proposed import proposed_part
from followup.ui.application.rounds import rounds
from followup.ui.base import session
from followup.ui.base.feedback import change_application, made, refuse
from followup.ui.base.looks import NAME_HINT, ROLES, md1
from followup.ui.parts.day_fields import typed
from followup.ui.parts.quick_days import quick_day_field
from followup.views.labels import apart
from followup.views.story import (
    StoryEvent,
    StoryEventKind,
    names,
    story,
)

_NOBODY = ""


def people(application: Application) -> None:
    """Everybody on file."""
    if not application.people:
        return
    st.header("People", anchor=False)
    with st.container(border=True, gap="small", key=f"people_{application.id}"):
        for person in application.people:
            _person(application, person)


def _person(application: Application, person: Person) -> None:
    contacts = (
        (":material/mail:", person.email),
        (":material/call:", person.phone),
        (":material/link:", person.linkedin),
    )
    known = " · ".join(f"{icon} {md1(text)}" for icon, text in contacts if text)
    rapport = " :green[:material/sentiment_satisfied: we got on well]" if person.rapport else ""
    about, more = st.columns([4, 1], vertical_alignment="center")
    with about:
        st.markdown(
            f"**{md1(person.name)}**, {ROLES[person.role].lower()}{rapport}{_gone(application, person)}  \n"
            f"{known or 'No address is known.'}"
        )
    with more:
        if person.left:
            st.button(
                "Still there",
                key=f"back_{person.id}",
                type="tertiary",
                on_click=_stays,
                args=(application.id, person.id),
            )
        else:
            _leaves(application, person)


def _gone(application: Application, person: Person) -> str:
    if not person.left:
        return ""
    today = session.clock().today
    after = names(application, (person.successor,)) if person.successor else ""
    words = f"no longer there since {full_date(person.left, today)}"
    words += f"; now {md1(after)}" if after else ""
    return f" :gray[:material/person_off: {words}]"


def _leaves(application: Application, person: Person) -> None:
    key = f"left_{person.id}"
    opened = st.popover("No longer there", key=key, type="tertiary", on_change="rerun")
    if not opened.open:
        return
    with opened:
        st.session_state.setdefault(f"{key}_day", session.clock().today)
        today = session.clock().today
        quick_day_field("Since", f"{key}_day", days=days_around(today, today))
        others = apart((p.id, p.name) for p in application.people if p.id != person.id)
        words = {_NOBODY: "Nobody yet", **others}
        st.selectbox(
            "Who is there now?",
            list(words),
            format_func=lambda id_: words.get(id_, id_),
            key=f"{key}_successor",
        )
        st.text_input("Or somebody new", key=f"{key}_new", placeholder=NAME_HINT)
        st.button(
            "Save",
            key=f"{key}_save",
            type="primary",
            icon=":material/save:",
            on_click=_left,
            args=(application.id, person),
        )


def _left(application_id: str, person: Person) -> None:
    key = f"left_{person.id}"
    since: date | None = typed(f"{key}_day")
    if since is None or odd_year(since):
        refuse(odd_year(since) if since else "Since which day are they no longer there?")
        return
    new = made(lambda: newcomers(st.session_state.get(f"{key}_new") or "", person.role))
    if new is None:
        return
    after = new[0].id if new else st.session_state.get(f"{key}_successor") or None

    def left(fresh: Application) -> Application:
        longer = fresh.replace(people=(*fresh.people, *new))
        return changes.on_person(
            longer, person.id, lambda one: one.replace(left=since, successor=after)
        )

    if change_application(application_id, left, f"Saved: {person.name} is no longer there."):
        st.session_state[key] = False


def _stays(application_id: str, person_id: str) -> None:
    def stays(fresh: Application) -> Application:
        return changes.on_person(
            fresh, person_id, lambda one: one.replace(left=None, successor=None)
        )

    change_application(application_id, stays, "Saved: still there.")


_EVENT_ICONS: dict[StoryEventKind, str] = {
    "interview": ":material/groups:",
    "sent": ":material/send:",
    "received": ":material/inbox:",
    "outcome": ":material/flag:",
    "reopened": ":material/restart_alt:",
}


def in_full(application: Application) -> None:
    """All that is known of an application, and all that is planned for it."""
    head(application)
    if application.touchpoints:  # it is a message that proposes
        proposed_part(application)
    plan_part(application)
    st.header("Story", anchor=False)
    _story(application)
    rounds(application)
    people(application)
    _notes(application)


def _story(application: Application) -> None:
    """A vertical log, newest first; a message opens to its text."""
    here = session.clock()
    events = story(application, here.now)
    if not events:
        st.markdown("Nothing is logged yet.")
    for event in events:
        ahead = " · ahead" if event.ahead else ""
        slip = " :orange[:material/warning: dated in the future]" if event.slip else ""
        when = event.when(here)
        when = when[:1].upper() + when[1:]
        with st.expander(
            f"**{md1(when)}**{ahead} · {md1(event.title)}{slip}{_begins(event)}",
            icon=_icon(event),
            type="step",
            key=f"event_{event.id}",
        ):
            if event.subject:
                st.markdown(f"**{md1(event.subject)}**")
            if event.kind != "reopened":
                st.text(
                    event.text
                    or ("No text was kept." if event.kind in ("sent", "received") else "No note.")
                )
            _mend(application, event)


def _icon(event: StoryEvent) -> str:
    return ":material/call_received:" if event.spoken else _EVENT_ICONS[event.kind]


def _begins(event: StoryEvent) -> str:
    """How its text begins: that there is one, and that the line opens."""
    said = event.text or event.subject
    return f" :gray[“{md1(said, 60)}”]" if said.strip() else ""


def _mend(application: Application, event: StoryEvent) -> None:
    if event.kind == "reopened":
        mend_reopening(application)
    if event.kind == "outcome" and application.outcome:
        mend_outcome(application, application.outcome)
    for touchpoint in application.touchpoints:
        if touchpoint.id == event.id:
            mend_message(application, touchpoint)


def event_words(identity: str, application: Application) -> str:
    """The interview or message with this id, and its moment, as Markdown; "" where the application has none."""
    here = session.clock()
    for event in story(application, here.now):
        if event.id == identity:
            when = event.when(here)
            return f"{_icon(event)} **{md1(when)}** · {md1(event.title)}"
    return ""


def _notes(application: Application) -> None:
    if application.notes or application.link:
        st.header("Notes", anchor=False)
        st.text("\n\n".join(part for part in (application.link, application.notes) if part))
