"""One application in full: what is due, the plan ahead, its story as a log, people, rounds and promises."""

from collections.abc import Sequence

import streamlit as st

from followup.model.action import Action
from followup.model.facts import Application, Interview, Person
from followup.ui import clock, session
from followup.ui.cards import Moment, card, due_words, held_card
from followup.ui.debrief import TOPICS
from followup.ui.deleting import delete_button
from followup.ui.entry_fields import MODES, ROLES, ROUTES
from followup.ui.happened import log_what_happened
from followup.ui.listed import outcome_badge, turn_to
from followup.ui.sight import arrival
from followup.ui.status import KIND_ICONS, STATUSES, guides_help, title
from followup.ui.text import full_date, md, md1, moment_words
from followup.ui.waking import is_snoozed, wake_button
from followup.views.story import (
    PROMISE_STATES,
    EventKind,
    Given,
    PromiseState,
    end_of,
    names,
    promises,
    story,
)

_NOW = ("overdue", "due", "open")
_PAST = ("done", "skipped", "lapsed")
_EVENT_ICONS: dict[EventKind, str] = {
    "interview": ":material/groups:",
    "sent": ":material/send:",
    "received": ":material/inbox:",
    "outcome": ":material/flag:",
}
_PROMISE_ICONS: dict[PromiseState, str] = {
    "open": ":blue[:material/schedule:]",
    "kept": ":green[:material/check_circle:]",
    "late": ":orange[:material/history:]",
    "broken": ":red[:material/cancel:]",
    "over": ":gray[:material/do_not_disturb_on:]",
    "moved": ":gray[:material/event_repeat:]",
}


def in_full(application: Application) -> None:
    """The whole application."""
    _head(application)
    actions = [action for action in session.actions() if action.application == application.id]
    _plan(application, actions)
    st.header("Story", anchor=False)
    log_what_happened(application)
    _story(application)
    _rounds(application)
    _people(application)
    _notes(application)


def _head(application: Application) -> None:
    arrival()
    st.title(md1(application.company, 120), anchor=False)
    st.markdown(md1(application.role, 200))
    with st.container(horizontal=True, gap="xsmall"):
        outcome_badge(application)
        if application.route != "direct":
            st.badge(ROUTES[application.route], icon=":material/route:", color="gray")
        if application.specialised:
            st.badge("Senior or specialised", icon=":material/star:", color="gray")
    with st.container(horizontal=True, gap="small"):
        turn_to(
            "Edit",
            {"application": application.id, "edit": "1"},
            key=f"edit_{application.id}",
            icon=":material/edit:",
        )
        delete_button(application)


def _plan(application: Application, actions: Sequence[Action]) -> None:
    st.header("What to do", anchor=False)
    now = [action for action in actions if action.status in _NOW]
    held = [action for action in actions if action.status == "held"]
    ahead = [action for action in actions if action.status == "upcoming"]
    past = [action for action in actions if action.status in _PAST]
    if not now and not held and not ahead:
        st.markdown(":green[:material/check:] Nothing is planned for this application.")
    for index, action in enumerate(now):
        card(action, application, primary=index == 0)
    for action in held:
        held_card(action, application)
    if ahead:
        with st.container(border=True, gap="small", key=f"ahead_{application.id}"):
            for action in ahead:
                _line(action, application)
    if past:
        with st.expander(f"Done, skipped or lapsed ({len(past)})", icon=":material/task_alt:"):
            for action in past:
                _line(action, application)


def _line(action: Action, application: Application) -> None:
    look = STATUSES[action.status]
    done = action.status in _PAST
    when = "" if done else f" · {md1(due_words(action, Moment.present()))}"
    what = f"{KIND_ICONS[action.kind]} **{md1(title(action, application))}**"
    st.markdown(
        f":{look.color}[{look.icon} {look.word}] {what}{when}  \n{md(action.reason)}",
        help=guides_help(action.guides),
    )
    if is_snoozed(action):
        wake_button(action)


def _story(application: Application) -> None:
    """A vertical log, newest first; a message opens to its text."""
    now, zone = clock.now(), clock.zone(session.facts().me)
    events = story(application, now)
    if not events:
        st.markdown("Nothing is logged yet.")
    for event in events:
        ahead = " · ahead" if event.kind == "interview" and event.at > now else ""
        slip = " :orange[:material/warning: dated in the future]" if event.slip else ""
        when = moment_words(event.at, now, zone)
        when = when[:1].upper() + when[1:]
        with st.expander(
            f"**{md1(when)}**{ahead} · {md1(event.title)}{slip}",
            icon=_EVENT_ICONS[event.kind],
            type="step",
            key=f"event_{event.id}",
        ):
            if event.subject:
                st.markdown(f"**{md1(event.subject)}**")
            st.text(
                event.text
                or ("No text was kept." if event.kind in ("sent", "received") else "No note.")
            )


def _rounds(application: Application) -> None:
    if not application.interviews:
        return
    st.header("Rounds", anchor=False)
    given = promises(application, clock.now(), clock.zone(session.facts().me))
    for interview in sorted(application.interviews, key=end_of):
        _round(application, interview, given)
    in_rounds = {
        promise.id for interview in application.interviews for promise in interview.promises
    }
    later = [item for item in given if item.promise.id not in in_rounds]
    if later:
        st.markdown("**Promised in messages**")
        _promises(later)


def _round(application: Application, interview: Interview, given: Sequence[Given]) -> None:
    now, zone = clock.now(), clock.zone(session.facts().me)
    with st.container(border=True, gap="small", key=f"round_{interview.id}"):
        met = names(application, interview.interviewers)
        when = moment_words(interview.starts_at, now, zone)
        st.markdown(
            f"**{md1(interview.round or 'Interview')}** · {md1(when)} · {MODES[interview.mode]}"
            f"{f' · {md1(met)}' if met else ''}"
        )
        if interview.location:
            st.markdown(f":material/location_on: {md1(interview.location)}")
        for specific in interview.specifics:
            who = names(application, (specific.said_by,) if specific.said_by else ())
            ties = f"  \n:material/link: {md(specific.ties_to)}" if specific.ties_to else ""
            about = f":small[{TOPICS[specific.topic]}{f' · {md1(who)}' if who else ''}]"
            st.markdown(f":material/format_quote: {md(specific.text)}  \n{about}{ties}")
        mine = {promise.id for promise in interview.promises}
        _promises([item for item in given if item.promise.id in mine])


def _promises(given: Sequence[Given]) -> None:
    for item in given:
        st.markdown(_promised(item))


def _promised(item: Given) -> str:
    today = clock.today(session.facts())
    by = f" by {full_date(item.promise.on, today)}" if item.promise.on else ""
    return f"{_PROMISE_ICONS[item.state]} {md1(item.words)}{by}: {PROMISE_STATES[item.state]}"


def promise_words(identity: str, application: Application) -> str:
    """One promise and what came of it, as Markdown."""
    given = promises(application, clock.now(), clock.zone(session.facts().me))
    return next((_promised(item) for item in given if item.promise.id == identity), "")


def event_words(identity: str, application: Application) -> str:
    """One interview or message with its moment, as Markdown."""
    now, zone = clock.now(), clock.zone(session.facts().me)
    for event in story(application, now):
        if event.id == identity:
            return f"{_EVENT_ICONS[event.kind]} **{md1(moment_words(event.at, now, zone))}** · {md1(event.title)}"
    return ""


def _people(application: Application) -> None:
    if not application.people:
        return
    st.header("People", anchor=False)
    with st.container(border=True, gap="small", key=f"people_{application.id}"):
        for person in application.people:
            _person(person)


def _person(person: Person) -> None:
    contacts = (
        (":material/mail:", person.email),
        (":material/call:", person.phone),
        (":material/link:", person.linkedin),
    )
    known = " · ".join(f"{icon} {md1(text)}" for icon, text in contacts if text)
    rapport = " :green[:material/sentiment_satisfied: we got on well]" if person.rapport else ""
    st.markdown(
        f"**{md1(person.name)}**, {ROLES[person.role].lower()}{rapport}  \n{known or 'No address is known.'}"
    )


def _notes(application: Application) -> None:
    if application.notes or application.link:
        st.header("Notes", anchor=False)
        st.text("\n\n".join(part for part in (application.link, application.notes) if part))
