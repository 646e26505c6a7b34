"""The rounds of an application in full: what was said and promised in each, and the moves that each has."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from followup.forms.happened.log import thanked_on
from followup.model import changes
from followup.model.facts import Application, Interview
from followup.model.vocabulary import ACTIONABLE
from followup.playbook.case import Case, Promised, PromiseState, case_of, end_of, is_over
from followup.playbook.case.course import is_held
from followup.playbook.workdays import Place, holiday_name
from followup.prose.text import full_date
from followup.ui.actions.debrief import debrief_form, debrief_waits
from followup.ui.actions.happened import open_dialog
from followup.ui.base import session
from followup.ui.base.feedback import change_application
from followup.ui.base.looks import MODES, STATES, TOPICS, in_label, md, md1
from followup.ui.parts.calendar_file import calendar_button, given_otherwise
from followup.views.labels import apart
from followup.views.story import names, promise_state, promised_words, round_when

_PROMISE_ICONS: dict[PromiseState, str] = {
    "open": ":blue[:material/schedule:]",
    "kept": ":green[:material/check_circle:]",
    "late": ":orange[:material/history:]",
    "broken": ":red[:material/cancel:]",
    "over": ":gray[:material/do_not_disturb_on:]",
    "moved": ":gray[:material/event_repeat:]",
}


def rounds(application: Application) -> None:
    """Every round in its order, and what was promised outside of them."""
    if not application.interviews:
        return
    st.header("Rounds", anchor=False)
    case = case_of(application, session.facts().me, session.now())
    for interview in sorted(application.interviews, key=end_of):
        _round(interview, case)
    in_rounds = {
        promise.id for interview in application.interviews for promise in interview.promises
    }
    later = [item for item in case.all_promises if item.id not in in_rounds]
    if later:
        st.markdown("**Promised in messages**")
        _promises(later, case.place)


def _round(interview: Interview, case: Case) -> None:
    here, application = session.clock(), case.application
    with st.container(border=True, gap="small", key=f"round_{interview.id}"):
        met = names(application, interview.interviewers)
        gone = "" if interview.state == "scheduled" else f" :gray-badge[{STATES[interview.state]}]"
        st.markdown(
            f"**{md1(interview.round or 'Interview')}** · {md1(round_when(interview, here))} · "
            f"{MODES[interview.mode]}{f' · {md1(met)}' if met else ''}{gone}"
        )
        if interview.location:
            st.markdown(f":material/location_on: {md1(interview.location)}")
        for specific in interview.specifics:
            who = names(application, (specific.said_by,) if specific.said_by else ())
            ties = f"  \n:material/link: {md(specific.ties_to)}" if specific.ties_to else ""
            about = f":small[{TOPICS[specific.topic]}{f' · {md1(who)}' if who else ''}]"
            st.markdown(f":material/format_quote: {md(specific.text)}  \n{about}{ties}")
        mine = {promise.id for promise in interview.promises}
        _promises([item for item in case.all_promises if item.id in mine], case.place)
        _moves(application, interview, here.now)


def _moves(application: Application, interview: Interview, now: datetime) -> None:
    """What can be said of the round as it stands: who is there, that it is moved, off or was missed, what was said."""
    held = is_held(interview, now)
    key = _debrief_key(application, interview) if held else ""
    past = interview.ends <= now
    outdated = not past and given_otherwise(interview.id)
    settled = past and is_over(application, session.facts().me, now)
    if outdated:
        st.markdown(":orange[:material/edit_calendar:] Your calendar still has it as it was.")
    with st.container(horizontal=True, gap="xsmall"):
        if interview.state == "scheduled":
            if key:
                _debrief_button(interview, key)
            if not settled:
                _who(application, interview, held=held)
            if held:
                _thanked(application, interview)
            if not held and not settled:
                _move(application, interview, "moved", "Move", "event_repeat")
                _move(application, interview, "called_off", "Call off", "event_busy")
            if interview.begins <= now and not settled:
                _move(application, interview, "no_show", "They did not show up", "person_off")
        else:
            st.button(
                "It took place after all" if interview.begins <= now else "It is on after all",
                key=f"on_again_{interview.id}",
                icon=":material/undo:",
                on_click=_on_again,
                args=(application.id, interview.id),
            )
        if outdated or (interview.state == "scheduled" and not held and not settled):
            label = "Update my calendar" if outdated else "To my calendar"
            calendar_button(interview.id, f"ics_{interview.id}", label=label)
    if key and st.session_state[f"debrief_shown_{key}"]:
        debrief_form(application, interview, key)


def _move(application: Application, interview: Interview, kind: str, words: str, icon: str) -> None:
    st.button(
        words,
        key=f"{kind}_{interview.id}",
        icon=f":material/{icon}:",
        on_click=open_dialog,
        args=(application.id, kind, {"which": interview.id}),
    )


def _thanked(application: Application, interview: Interview) -> None:
    """For who thanked them before the interview was entered: the day is asked, and nothing else."""
    mine = session.plan().of.get(application.id, ())
    thanks = [a for a in mine if a.kind == "thank_you" and a.interview == interview.id]
    open_ = [a.key for a in thanks if a.status not in ("done", "skipped")]
    if open_:
        st.button(
            "I have thanked them",
            key=f"thanked_{interview.id}",
            icon=":material/send:",
            on_click=_open_thanked,
            args=(application.id, interview, open_),
        )


def _open_thanked(application_id: str, interview: Interview, open_: Sequence[str]) -> None:
    when = thanked_on(interview, session.clock())
    open_dialog(application_id, "wrote", {"serves": [*open_], **when})


def _who(application: Application, interview: Interview, *, held: bool) -> None:
    """Ticks for everybody on file; each is saved as it is clicked."""
    if not application.people:
        return
    words = "Who was there" if held else "Who will be there"
    opened = st.popover(
        words, key=f"met_{interview.id}", icon=":material/group:", on_change="rerun"
    )
    if not opened.open:
        return
    with opened:
        for person, name in apart((p.id, p.name) for p in application.people).items():
            key = f"met_{interview.id}_{person}"
            session.show(key, person in interview.interviewers)
            st.checkbox(
                in_label(name, 80),
                key=key,
                on_change=_met,
                args=(application.id, interview.id),
                persist_state="page",
            )


def _met(application_id: str, interview_id: str) -> None:
    application = session.application(application_id)
    people = application.people if application else ()
    there = [p.id for p in people if st.session_state.get(f"met_{interview_id}_{p.id}")]
    change_application(
        application_id,
        lambda fresh: changes.met(fresh, interview_id, there),
        "Saved who was there.",
    )


def _on_again(application_id: str, interview_id: str) -> None:
    change_application(
        application_id,
        lambda fresh: changes.with_state(fresh, interview_id, "scheduled"),
        "The interview is on as planned.",
    )


def _debrief_key(application: Application, interview: Interview) -> str:
    """The key of the debrief; "" while the plan asks for it: then its card has the form."""
    key = f"debrief:{application.id}:{interview.id}"
    action = session.action(key)
    return "" if action and action.status in ACTIONABLE else key


def _debrief_button(interview: Interview, key: str) -> None:
    shown = f"debrief_shown_{key}"
    st.session_state.setdefault(shown, debrief_waits(key))
    st.button(
        "Not now" if st.session_state[shown] else "Add what was said",
        key=f"debrief_more_{interview.id}",
        icon=":material/edit_note:",
        on_click=_toggle,
        args=(shown,),
    )


def _toggle(key: str) -> None:
    st.session_state[key] = not st.session_state.get(key, False)


def _promises(given: Sequence[Promised], place: Place) -> None:
    for item in given:
        st.markdown(_promised(item, place))


def _promised(item: Promised, place: Place) -> str:
    """What was promised, and what came of it; of a day ahead that is none to work on, why: it may be a slip."""
    here, on = session.clock(), item.promise.on
    by = f" by {full_date(on, here.today)}" if on else ""
    if on and on >= here.today and (free := holiday_name(on, place)):
        by += f" ({md1(free)})"
    if item.goes_on:
        what = f"{_PROMISE_ICONS['open']} {md1(promised_words(item))}{by}"
        return f"{what}: {promise_state(item)} since, and the day still counts"
    return f"{_PROMISE_ICONS[item.state]} {md1(promised_words(item))}{by}: {promise_state(item)}"


def promise_words(identity: str, application: Application) -> str:
    """The promise with this id and what came of it, as Markdown; "" where the application has none."""
    case = case_of(application, session.facts().me, session.now())
    found = (_promised(item, case.place) for item in case.all_promises if item.id == identity)
    return next(found, "")
