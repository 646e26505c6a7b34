"""“What happened?”: one dialog, which begins with what they, or you, did; then its few fields, and the plan follows."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import streamlit as st

from followup.forms.checking import FieldProblem
from followup.forms.happened import KINDS, begin, happening, possible_kinds
from followup.forms.happened.rounds import begun_rounds
from followup.model.facts import Application
from followup.playbook.case import company_in_prose, is_over
from followup.ui.actions.happened_fields import (
    HappenedFields,
    actions_then,
    usual_fields,
    when_field,
)
from followup.ui.actions.happened_kinds import ALOUD, HAPPENINGS
from followup.ui.actions.happened_own import OWN, mine_first
from followup.ui.actions.happened_where import WHERE, in_sight, where
from followup.ui.base import session, unsent
from followup.ui.base.feedback import change_application, made
from followup.ui.base.looks import md1
from followup.ui.parts.kept_form import KeptForm

_SPOKEN = ("phone", "voicemail", "in_person")
_OPEN = "happened_open"
_WORDS = ("text", "what", "proposed", "somebody", "someone", "round")


def form_of(application_id: str) -> KeptForm:
    """What is typed about an application."""
    return KeptForm(application_id, "happened")


def what_happened_button(application: Application | None = None, *, key: str) -> None:
    """Opens the dialog, for an application or to choose one; it says so where something is begun in it."""
    begun = application is not None and _is_worded(form_of(application.id))
    st.button(
        "Go on logging what happened" if begun else "What happened?",
        key=key,
        icon=":material/add_comment:",
        on_click=open_dialog,
        args=(application.id if application else "",),
    )


def happened_at() -> None:
    """For Today, beside it: the same for the applications that are heard of first, each by one click."""
    if len(session.facts().applications) > 1:
        with st.sidebar, st.container(gap=None, key="happened_at"):
            st.markdown("What happened at")
            in_sight(open_dialog, "today_happened", quiet=True)


def _is_worded(form: KeptForm) -> bool:
    if not form.begun:
        return form.kept_as in unsent.kept_forms()
    return any(form.get(field) for field in _WORDS)


def open_dialog(application_id: str, kind: str = "", chosen: Mapping[str, Any] = {}) -> None:
    """In a callback: opens the dialog; `kind`, and `chosen` of its fields, are chosen already where they are given."""
    _forget_clicks(application_id)
    st.session_state[_OPEN] = application_id
    application = session.application(application_id)
    if application and kind:
        form_of(application_id).begin(begin(application, session.facts().me, session.now()), 0)
        _choose(application, form_of(application_id), kind)
        form_of(application_id).put({**chosen})


def dialog_if_open() -> None:
    """For the frame, once a run: the dialog, while it is open."""
    if _OPEN in st.session_state:
        application = session.application(st.session_state[_OPEN])
        at = f" at {md1(_place(application), 120)}" if application else ""
        dialog = st.dialog(f"What happened{at}?", width="medium", on_dismiss=_dismissed)
        dialog(_body)()


def _place(application: Application) -> str:
    named = (company_in_prose(application), session.role_apart(application))
    return ", ".join(part for part in named if part)


def _forget_clicks(application_id: str) -> None:
    """What was written stays; what was only clicked does not."""
    form = form_of(application_id)
    if form.begun and not _is_worded(form):
        form.clear()


def _dismissed() -> None:
    _forget_clicks(st.session_state.pop(_OPEN, "") or st.session_state.get(WHERE) or "")


def _body() -> None:
    if _OPEN not in st.session_state:
        st.rerun()  # it is logged: back to the page, which says what that did
    application_id = st.session_state[_OPEN]
    application = session.application(application_id) if application_id else where()
    if application is None:
        if application_id:
            st.markdown("This application is no longer there: perhaps it was deleted.")
        return
    form = form_of(application.id)
    form.begin(begin(application, session.facts().me, session.now()), 0)
    what_happened(application, form, partial(_log, application.id))
    if _is_worded(form) or form.state.kept:
        form.keep()
    unsent.warning()


def what_happened(
    application: Application,
    form: KeptForm,
    on_log: Callable[[], None],
    questions: Mapping[str, str] | None = None,
    either: tuple[str, ...] = (),
) -> None:
    """What it was, to choose; then its fields, what a mail leaves open beside them, and the button that logs it.

    `either` are the kinds of which a mail is one, to choose by one click.
    """
    problem: FieldProblem | None = st.session_state.get(form.button("gap"))
    possible = possible_kinds(application, session.facts().me, session.now())
    filled, kinds = questions is not None, tuple(kind for kind in either if kind in possible)
    fields = HappenedFields(form, application, problem, questions or {}, kinds, filled)
    if form.get("kind") in possible:
        _one(fields, on_log)
    else:
        fields.question("kind")
        _kinds(application, form)


def _kinds(application: Application, form: KeptForm) -> None:
    possible = possible_kinds(application, session.facts().me, session.now())
    for theirs in (True, False):
        st.markdown("**They**" if theirs else "**I**")
        with st.container(horizontal=True, gap="xsmall"):
            for kind in HAPPENINGS:
                if kind in possible and KINDS[kind].theirs == theirs:
                    for table in (HAPPENINGS, ALOUD):
                        if kind in table:
                            _kind(application, form, kind, aloud=table is ALOUD)


def _kind(application: Application, form: KeptForm, kind: str, *, aloud: bool) -> None:
    icon, words = (ALOUD if aloud else HAPPENINGS)[kind]
    st.button(
        words,
        key=form.button(f"{'aloud' if aloud else 'kind'}_{kind}"),
        icon=icon,
        on_click=_choose,
        args=(application, form, kind, aloud),
    )


def _choose(application: Application, form: KeptForm, kind: str, aloud: bool = False) -> None:
    st.session_state.pop(form.button("gap"), None)
    form.put({"kind": kind or None})
    if aloud:
        form.put({"channel": "phone"})
    elif kind in ALOUD and form.get("channel") in _SPOKEN:
        form.put({"channel": "email"})
    if kind == "no_show":
        begun = begun_rounds(application, session.now())
        form.put({"which": begun[0].id if begun else None})


def _one(fields: HappenedFields, on_log: Callable[[], None]) -> None:
    form, kind = fields.form, fields.form.get("kind")
    aloud = kind in ALOUD and form.get("channel") in _SPOKEN
    icon, words = (ALOUD if aloud else HAPPENINGS)[kind]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"## {icon} {words}", width="stretch")
        st.button(
            "Something else",
            key=form.button("other"),
            type="tertiary",
            on_click=_choose,
            args=(fields.application, form, ""),
        )
    _either(fields)
    if not fields.filled:
        when_field(fields, kind)
    if kind in OWN:
        OWN[kind](fields)
    mine_first(fields)
    usual_fields(fields, kind)
    st.button(
        "Log it",
        key=form.button("go"),
        type="primary",
        icon=":material/add_task:",
        on_click=on_log,
    )


def _either(fields: HappenedFields) -> None:
    """Which of two kinds a mail is, by one click; as a sentence where both are logged as one."""
    if not fields.either[1:]:
        fields.question("kind")
        return
    form = fields.form
    key = form.button("either")
    session.show(key, form.get("kind") if form.get("kind") in fields.either else None)
    st.radio(
        ":orange[:material/help: It may be one of two. Which is it?]",
        fields.either,
        format_func=lambda kind: HAPPENINGS[kind][1],
        key=key,
        horizontal=True,
        on_change=lambda: _choose(fields.application, form, st.session_state[key]),
    )


def _log(application_id: str) -> None:
    application = session.application(application_id)
    form = form_of(application_id)
    gap = form.button("gap")
    if application is None:
        st.session_state[gap] = FieldProblem("at", "This application was deleted meanwhile.")
        return
    typed = form.collect()
    actions = actions_then(application, typed)
    found = made(
        lambda: happening(
            application, typed, session.clock(), actions, session.role_apart(application)
        )
    )
    if found is None:
        return
    if isinstance(found, FieldProblem):
        st.session_state[gap] = found
        return
    me, now = session.facts().me, session.now()
    goes_on = is_over(application, me, now) and not is_over(found.change(application), me, now)
    words = f"Logged: {found.words}.{' It is active again.' if goes_on else ''}"
    if change_application(application_id, found.change, words):
        st.session_state.pop(gap, None)
        st.session_state.pop(_OPEN, None)
        form.clear()
