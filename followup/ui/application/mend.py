"""In the story: a message or the outcome is mended in place, or taken out; both can be undone."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any, get_args

import streamlit as st

from followup.forms.checking import FieldProblem
from followup.forms.happened.log import Happening, days_near
from followup.forms.mending import (
    RETURNS,
    mended_message,
    mended_outcome,
    opened_message,
    opened_outcome,
    purposes_of,
)
from followup.model import changes
from followup.model.facts import Application, Outcome, Touchpoint
from followup.model.purposes import purpose_label
from followup.model.vocabulary import OutcomeKind
from followup.ui.actions.happened_fields import HappenedFields, names_of, past_days
from followup.ui.base import session, unsent
from followup.ui.base.feedback import change_application, made
from followup.ui.base.looks import CHANNELS, in_label
from followup.ui.parts.day_fields import moment_field
from followup.ui.parts.kept_form import KeptForm
from followup.views.story import OUTCOME_WORDS


def mend_message(application: Application, touchpoint: Touchpoint) -> None:
    """The buttons of a message in the story, and its fields while it is being mended."""
    form = KeptForm(touchpoint.id, "mend")
    _buttons(application, form, partial(_open_message, form, touchpoint), touchpoint.id)
    if form.begun:
        _message_fields(application, touchpoint, form)


def mend_outcome(application: Application, outcome: Outcome) -> None:
    """The buttons of the outcome in the story, and its fields while it is being mended."""
    form = KeptForm(f"outcome:{application.id}", "mend")
    _buttons(application, form, partial(_open_outcome, form, outcome), None)
    if form.begun:
        fields = _fields(form, application)
        fields.choose("kind", "How it ended", {k: OUTCOME_WORDS[k] for k in get_args(OutcomeKind)})
        _moment(fields, outcome.at)
        if form.get("kind") in ("offer", "accepted"):
            fields.day("deadline", "Answer by")
        fields.put("text", partial(st.text_area, "Note", height=68))
        _end(form, application, lambda fresh: fresh.outcome, mended_outcome)


def mend_reopening(application: Application) -> None:
    """The button that takes it back that the application was reopened: as it ended, it stays ended."""
    st.button(
        "Remove",
        key=f"not_reopened_{application.id}",
        icon=":material/delete:",
        help="It has ended again, as before. Undo brings it back.",
        on_click=_not_reopened,
        args=(application.id,),
    )


def _not_reopened(application_id: str) -> None:
    change_application(
        application_id, lambda fresh: fresh.replace(reopened_at=None), "Taken out of the log."
    )


def _open_message(form: KeptForm, touchpoint: Touchpoint) -> None:
    form.begin(opened_message(touchpoint, session.clock()), 0)


def _open_outcome(form: KeptForm, outcome: Outcome) -> None:
    form.begin(opened_outcome(outcome, session.clock()), 0)


def _buttons(
    application: Application, form: KeptForm, open_: Callable[[], None], touchpoint: str | None
) -> None:
    if form.kept_as in unsent.kept_forms():
        open_()  # what was typed before a reload
    if form.begun:
        return
    with st.container(horizontal=True, gap="xsmall"):
        st.button("Edit", key=form.button("edit"), icon=":material/edit:", on_click=open_)
        st.button(
            "Remove",
            key=form.button("remove"),
            icon=":material/delete:",
            help="Takes it out of the log. Undo brings it back.",
            on_click=_remove,
            args=(application.id, touchpoint),
        )


def _remove(application_id: str, touchpoint: str | None) -> None:
    def without(fresh: Application) -> Application:
        if touchpoint is None:
            return fresh.replace(outcome=None)
        return changes.without_touchpoint(fresh, touchpoint)

    change_application(application_id, without, "Taken out of the log.")


def _fields(form: KeptForm, application: Application) -> HappenedFields:
    return HappenedFields(form, application, st.session_state.get(form.button("gap")))


def _moment(fields: HappenedFields, stored: datetime) -> None:
    """When it was: often it was a day or two from the one that stands there."""
    here = session.clock()
    fields.put("at", partial(moment_field, "When"))
    past_days(fields.form, days_near(here.day(stored), here.today))


def _message_fields(application: Application, touchpoint: Touchpoint, form: KeptForm) -> None:
    fields = _fields(form, application)
    purposes = list(purposes_of(touchpoint))
    what = partial(st.selectbox, "What it was", purposes, format_func=purpose_label)
    fields.put("purpose", what)
    _moment(fields, touchpoint.at)
    fields.choose("channel", "By", {key: word for key, (_, word) in CHANNELS.items()})
    received = touchpoint.direction == "received"
    if names := names_of(application):
        fields.tick("people", "From" if received else "To", names)
    if received:
        fields.put("wants", partial(st.checkbox, "They want an answer"))
    if form.get("purpose") in RETURNS:
        on_hold = form.get("purpose") == "on_hold"
        fields.day("back", "Until" if on_hold else "Back on", far=on_hold)
    if form.get("purpose") == "offer":
        fields.day("deadline", "Answer by")
    for promise in touchpoint.promises:
        theirs = promise.kind == "decision_by"
        decides = theirs and not promise.text
        said = promise.text[:1].upper() + promise.text[1:]
        label = (
            "They decide by" if decides else f"{in_label(said, 60)} by" if theirs else "Wanted by"
        )
        fields.day(f"on_{promise.id}", label, far=decides)
        if decides:
            silence = partial(st.checkbox, "No word after it means no")
            fields.put(f"silence_{promise.id}", silence)
        elif not theirs:
            fields.put(f"what_{promise.id}", partial(st.text_input, "What they ask for"))
    fields.put("subject", partial(st.text_input, "Subject"))
    fields.put("text", partial(st.text_area, "Text", height=120))

    def stored(fresh: Application) -> Touchpoint | None:
        return next((t for t in fresh.touchpoints if t.id == touchpoint.id), None)

    _end(form, application, stored, mended_message)


def _end(
    form: KeptForm,
    application: Application,
    stored: Callable[[Application], Any],
    mend: Callable[..., Happening | FieldProblem],
) -> None:
    form.keep()
    unsent.warning()
    with st.container(horizontal=True):
        st.button(
            "Save",
            key=form.button("save"),
            type="primary",
            icon=":material/save:",
            on_click=_save,
            args=(form, application.id, stored, mend),
        )
        st.button("Cancel", key=form.button("cancel"), on_click=form.clear)


def _save(
    form: KeptForm,
    application_id: str,
    stored: Callable[[Application], Any],
    mend: Callable[..., Happening | FieldProblem],
) -> None:
    application = session.application(application_id)
    record = stored(application) if application else None
    gap = form.button("gap")
    if application is None or record is None:
        st.session_state[gap] = FieldProblem("text", "This was taken out of the log meanwhile.")
        return
    found = made(lambda: mend(application, record, form.collect(), session.clock()))
    if isinstance(found, FieldProblem):
        st.session_state[gap] = found
    elif found and _saved(application, found):
        st.session_state.pop(gap, None)
        form.clear()


def _saved(application: Application, found: Happening) -> bool:
    """Whether it stands as it was typed; what was typed over with the same is no change."""
    same = found.change(application) == application
    return same or change_application(application.id, found.change, f"Saved: {found.words}.")
