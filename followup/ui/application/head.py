"""The top of an application: its name and course, Edit and Delete; where it stands, its next step, and the plan."""

from collections.abc import Sequence

import streamlit as st

from followup.model import changes
from followup.model.action import Action
from followup.model.facts import Application
from followup.model.kinds import KINDS
from followup.model.vocabulary import PAST
from followup.playbook.case import company_in_prose, company_name, ending_of
from followup.prose.text import counted
from followup.ui.actions import clicks
from followup.ui.actions.cards import Width, due_words
from followup.ui.actions.happened import what_happened_button
from followup.ui.actions.popovers import is_snoozed, wake_button
from followup.ui.actions.rows import held_rows, listed_rows, next_up
from followup.ui.base import session
from followup.ui.base.feedback import change, change_application
from followup.ui.base.looks import ROUTES, STATUSES, guides_help, md, md1
from followup.ui.base.pages import from_the_top
from followup.views.agenda import ActionRow, agenda, listed
from followup.views.listing import (
    accepted_in,
    ended_with,
    last_contact,
    of_unknown_time,
    stage,
    waited_for,
)
from followup.views.story import OUTCOME_WORDS, round_label, round_when
from followup.views.words import title


def plan_part(application: Application) -> None:
    """The next step on top, what else can be done below it, what has to wait, what comes, and what is over."""
    facts, now = session.facts(), session.now()
    actions = session.plan().of.get(application.id, ())
    told = (each(application, facts.me, now) for each in (stage, last_contact, waited_for))
    st.markdown(md1(" · ".join(words for words in told if words)))
    accepted = session.kept("accepted", lambda here: accepted_in(facts, here.now))
    why = ended_with(application, accepted, facts.me, now)
    plan = agenda(actions, facts, now)
    found = listed((*plan.now, *plan.open), actions)
    rows = (*found.rows, *(ActionRow((action,)) for action in found.optional))
    if why:
        _ended_with(application, why, left=bool(rows))
    if rows:
        next_up(rows[0])
    elif not plan.held and not plan.upcoming and not why:
        st.markdown(_quiet(application))
    if rows[1:]:
        listed_rows(rows[1:], "plan")
    held_rows(plan.held)
    if plan.upcoming:
        with st.container(border=True, gap="small", key=f"ahead_{application.id}"):
            for item in plan.upcoming:
                _line(item.action, application)
    _over([action for action in actions if action.status in PAST], application)


def _ended_with(application: Application, why: str, *, left: bool) -> None:
    """That an acceptance elsewhere ended it, which is no outcome of its own until the user says so."""
    with st.container(border=True, gap="xsmall", key=f"ended_with_{application.id}"):
        rest = "what is left to do stands below" if left else "nothing is asked here any more"
        st.markdown(f":material/flag: {md1(why)}. That ends this application, too: {rest}.")
        st.button(
            "Close it",
            key=f"close_ended_{application.id}",
            icon=":material/inventory_2:",
            on_click=clicks.close,
            args=(application.id,),
        )


def _quiet(application: Application) -> str:
    """What is said where nothing is to be done: a round that lies ahead, or may have been, is not nothing."""
    here = session.clock()
    for _, over in of_unknown_time((application,), session.facts().me, here.now):
        words = f"{round_label(over, here)}: did it take place?"
        return (
            f":orange[:material/help:] {md1(words)} “Edit” takes its time; “Move” and “Call off” "
            "say that it did not."
        )
    ahead = changes.ahead_of(application, here.now)
    if not ahead:
        return ":green[:material/check:] Nothing is planned for this application."
    words = f"{ahead[0].round or 'The interview'} lies ahead: {round_when(ahead[0], here)}."
    unknown = " Say with “Move” when it begins, once they tell you." if ahead[0].on else ""
    return f":blue[:material/event:] {md1(words)}{unknown}"


def _over(past: Sequence[Action], application: Application) -> None:
    if past:
        with st.expander(f"Done, skipped or too late: {len(past)}", icon=":material/task_alt:"):
            for action in past:
                _line(action, application)


def _line(action: Action, application: Application) -> None:
    look = STATUSES[action.status]
    over = f":{look.color}[{look.icon} {look.word}] " if action.status in PAST else ""
    when = "" if over else f" · {md1(due_words(action))}"
    what = f"{KINDS[action.kind].icon} **{md1(title(action, application))}**"
    st.markdown(f"{over}{what}{when}  \n{md(action.reason)}", help=guides_help(action.guides))
    if is_snoozed(action):
        wake_button(action)


def head(application: Application) -> None:
    """The top of an application in full."""
    from_the_top()
    st.title(md1(company_name(application), 120), anchor=False)
    st.markdown(md1(application.role, 200))
    with st.container(horizontal=True, gap="xsmall"):
        outcome_badge(application)
        if application.route != "direct":
            st.badge(ROUTES[application.route], icon=":material/route:", color="gray")
        if application.specialised:
            st.badge("Senior or specialised", icon=":material/star:", color="gray")
    with st.container(horizontal=True, gap="small"):
        what_happened_button(application, key=f"what_happened_{application.id}")
        turn_to(
            "Edit",
            {"application": application.id, "edit": "1"},
            key=f"edit_{application.id}",
            icon=":material/edit:",
        )
        _reopen_button(application)
        _delete_button(application)


def turn_to(
    label: str,
    query: dict[str, str],
    *,
    key: str,
    icon: str | None = None,
    quiet: bool = False,
    width: Width = "content",
) -> None:
    """A button to another part of Interviews, by its query; a `page_link` to the present page keeps the address."""
    st.button(
        label,
        key=key,
        icon=icon,
        type="tertiary" if quiet else "secondary",
        wrap=not quiet,
        width=width,
        on_click=st.query_params.from_dict,
        args=(query,),
    )


def outcome_badge(application: Application) -> None:
    """A badge that says how an application ended, if it has."""
    if ended := ending_of(application, session.facts().me, session.now()):
        st.badge(OUTCOME_WORDS[ended.kind], icon=":material/flag:", color="gray")


def _reopen_button(application: Application) -> None:
    """What ended goes on: they called again, or the user changed their mind."""
    ended = ending_of(application, session.facts().me, session.now())
    if ended is None or not ended.ends:
        return
    mine = application.outcome and application.outcome.kind in ("withdrawn", "accepted")
    st.button(
        "Take it back" if mine else "Reopen",
        key=f"reopen_{application.id}",
        icon=":material/restart_alt:",
        help="It is active again from now on.",
        on_click=_reopened,
        args=(application,),
    )


def _reopened(application: Application) -> None:
    now = session.now()

    def again(fresh: Application) -> Application:
        return changes.reopened(fresh, now.astimezone(session.clock().zone))

    change_application(application.id, again, f"{company_name(application)} is active again.")


def _delete_button(application: Application) -> None:
    """Asked once more in place, and undoable after."""
    asked = f"delete_asked_{application.id}"
    if not st.session_state.get(asked):
        st.button(
            "Delete",
            key=f"delete_{application.id}",
            icon=":material/delete:",
            on_click=_set,
            args=(asked, True),
        )
        return
    with st.container(border=True, gap="small", key=f"delete_box_{application.id}"):
        messages = counted(len(application.touchpoints), "logged message")
        rounds = counted(len(application.interviews), "interview")
        role = session.role_apart(application)
        which = (
            f"{company_in_prose(application)}, {role}," if role else company_in_prose(application)
        )
        st.markdown(
            f"Delete {md1(which)} with {rounds} and {messages}? You can undo it right after."
        )
        with st.container(horizontal=True):
            st.button(
                "Delete it",
                key=f"delete_sure_{application.id}",
                type="primary",
                icon=":material/delete:",
                on_click=_deleted,
                args=(application,),
            )
            st.button(
                "Keep it", key=f"delete_not_{application.id}", on_click=_set, args=(asked, False)
            )


def _set(key: str, value: bool) -> None:
    st.session_state[key] = value


def _deleted(application: Application) -> None:
    rev = session.rev(application.id)
    words = f"Deleted {company_in_prose(application)}, {application.role}."
    now = session.now()
    if change(lambda: session.store().delete(application.id, rev, now=now, what=words), words):
        st.session_state.pop(f"delete_asked_{application.id}", None)
        st.query_params.clear()
