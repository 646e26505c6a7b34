"""The fields of “What happened?”: a field with what is wrong with it, and who, how and when, which most kinds have."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import streamlit as st

from followup.forms.checking import FieldProblem, days_around, far_days, quick_days
from followup.forms.happened import KINDS, then
from followup.forms.happened.log import EARLIER, JUST_NOW, NOON, SOMEBODY_NEW, YESTERDAY, days_back
from followup.forms.happened.rounds import PROPOSED
from followup.forms.happened.theirs import ANSWER, MATERIAL, NOTHING
from followup.forms.happened.then import moment
from followup.model.action import Action
from followup.model.facts import Application
from followup.prose.text import moment_words
from followup.ui.base import session
from followup.ui.base.looks import CHANNELS, NAME_HINT, md1
from followup.ui.parts.day_fields import moment_field
from followup.ui.parts.kept_form import KeptForm
from followup.ui.parts.quick_days import quick_day_field
from followup.ui.parts.ticks import ticks
from followup.views.labels import apart

_WRITTEN = "What they wrote or said (optional)"
_TEXTS = {
    "wrote": "What about (optional)",
    "task": "A note for yourself (optional)",
    "accepted": "A note for yourself (optional)",
    "declined": "A note for yourself (optional)",
    "withdrew": "A note for yourself (optional)",
    "closed": "A note for yourself (optional)",
}
NOBODY = ""
_NO_TEXT = ("no_show", "bounced")
_FROM = {
    "away": "Who is away?",
    "left": "Who is no longer there?",
    "bounced": "Whose address?",
    "wrote": "With",
    "task": "To",
}


@dataclass(frozen=True, slots=True)
class HappenedFields:
    """The dialog's fields over the form; `problem` stands below its field, and what a mail leaves open at it.

    `either` are the kinds of happening of which a mail is one.
    """

    form: KeptForm
    application: Application
    problem: FieldProblem | None
    questions: Mapping[str, str] = field(default_factory=dict)
    either: tuple[str, ...] = ()
    filled: bool = False  # by a mail or an invitation: what every message has is in one line

    @property
    def at(self) -> datetime:
        """When it happened, as chosen so far."""
        return moment(self.form.collect(), self.application, session.clock())

    def put(self, field: str, widget: Callable[..., Any]) -> None:
        """One field, and what is wrong with it."""
        widget(key=self.form.key(field), persist_state="session")
        self._gap(field)

    def question(self, field: str) -> None:
        """What the mail leaves open of this field, where it does."""
        if sentence := self.questions.get(field):
            st.markdown(f":orange[:material/help: {md1(sentence)}]")

    def _gap(self, field: str) -> None:
        self.question(field)
        if self.problem and self.problem.field == field:
            st.markdown(f":red[:material/error: {md1(self.problem.sentence)}]")

    def day(
        self, field: str, label: str, *, far: bool = False, same: bool = False, left: bool = False
    ) -> None:
        """A day, by one click where it is one that one says often, counted from when it happened.

        `far`: perhaps in months; `same`: perhaps on that very day; `left`: perhaps before it.
        """
        since, today = session.clock().day(self.at), session.clock().today
        days = quick_days(since, today) | (far_days(since, today) if far else {})
        if same:
            days = {"Today" if since == today else "The same day": since} | days
        if left:
            days = days_around(since, today)
        quick_day_field(label, self.form.key(field), days=days, persist_state="session")
        self._gap(field)

    def day_of(self, field: str, label: str, promised: str) -> None:
        """The day by which something is wanted, perhaps named in the words for it."""
        since, key = session.clock().day(self.at), self.form.key(field)
        quick_day_field(label, key, since=since, promised=promised, persist_state="session")
        self._gap(field)

    def choose(self, field: str, label: str, words: Mapping[Any, str], **more: Any) -> None:
        """One of a few, all of them in sight."""
        if self.form.get(field) not in words:
            self.form.put({field: next(iter(words))})
        shown = {key: md1(word, 80) for key, word in words.items()}
        self.put(
            field,
            partial(
                st.radio,
                label,
                list(words),
                format_func=lambda value: shown[value],
                horizontal=True,
                **more,
            ),
        )

    def tick(self, field: str, label: str, words: Mapping[str, str]) -> None:
        """Several of a few, or none."""
        ticks(self.form, field, label, words)
        self._gap(field)


def actions_then(application: Application, typed: Mapping[str, Any]) -> tuple[Action, ...]:
    """What the plan had for the application at the moment that is typed."""
    here = session.clock()
    at = moment(typed, application, here)
    return then.actions_then(application, session.facts(), session.actions(), at, here.now)


def usual_fields(fields: HappenedFields, kind: str) -> None:
    """Who, how, and what it said, as most of them have it; with when, in one line, where a mail has filled it in."""
    if kind == "no_show":
        return
    if not fields.filled:
        _usual(fields, kind)
        return
    odd = {fields.problem.field} if fields.problem else set()
    at_stake = bool((odd | fields.questions.keys()) & {"person", "channel", "when", "at", "text"})
    with st.expander(md1(_in_short(fields)), icon=":material/drafts:", expanded=at_stake):
        when_field(fields, kind)
        _usual(fields, kind)


def _in_short(fields: HappenedFields) -> str:
    """Who, how and when, in a line."""
    form, here = fields.form, session.clock()
    who = names_of(fields.application).get(form.get("person") or NOBODY, "")
    at: datetime | None = form.get("at") if form.get("when") != JUST_NOW else None
    when = moment_words(at.replace(tzinfo=here.zone), here) if at else "just now"
    how = CHANNELS[form.get("channel") or "email"][1]
    return ", ".join(part for part in (who, how, when) if part)


def _usual(fields: HappenedFields, kind: str) -> None:
    if KINDS[kind].message and kind not in ("receipt", "left"):  # who has left is asked first
        person(fields, kind)
    if KINDS[kind].message and kind not in ("bounced", "receipt"):  # a machine writes
        fields.choose("channel", "By", {key: word for key, (_, word) in CHANNELS.items()})
    if kind not in _NO_TEXT:
        fields.put("text", partial(st.text_area, _TEXTS.get(kind, _WRITTEN), height=68))


def person(fields: HappenedFields, kind: str) -> None:
    """Whom it came from, went to, or is about."""
    names = names_of(fields.application)
    # A mail brings its people with it; who has left, and whose address is wrong, is on file.
    new = {} if fields.filled or kind in ("left", "bounced") else {SOMEBODY_NEW: "Somebody new…"}
    if names or new:
        nobody = {} if kind == "left" else {NOBODY: "Nobody in particular"}
        every = {**names, **new, **nobody}
        fields.choose("person", _FROM.get(kind, "From"), every)
    if fields.form.get("person") == SOMEBODY_NEW:
        fields.put("someone", partial(st.text_input, "Who is it?", placeholder=NAME_HINT))


def names_of(application: Application) -> dict[str, str]:
    """The people by id, no two called alike."""
    return apart((person.id, person.name or person.email) for person in application.people)


def wants_field(fields: HappenedFields) -> None:
    """Times to choose from want an answer anyway; whichever it is, perhaps by a day."""
    choice = fields.form.get("new") == PROPOSED and fields.form.get("kind") != "called_off"
    if not choice:
        fields.put("wants", partial(st.checkbox, "They want an answer"))
    if choice or fields.form.get("wants"):
        fields.day("answer_by", "Wanted by (if they say so)")


def asked_field(
    fields: HappenedFields, words: tuple[str, ...] = (NOTHING, ANSWER, MATERIAL)
) -> None:
    """Whether they ask for something, what, and by when."""
    fields.choose("asks", "Do they ask for something?", {name: name for name in words})
    asks = fields.form.get("asks")
    if asks in (ANSWER, MATERIAL):
        fields.day_of("by", "Wanted by (if they say so)", fields.form.get("what") or "")
        label = f"What {'do they ask' if asks == ANSWER else 'am I to send'}? (optional)"
        hint = "e.g. my earliest start" if asks == ANSWER else "e.g. the case study"
        fields.put("what", partial(st.text_input, label, placeholder=hint))


def asked_besides(fields: HappenedFields, *, of_round: bool = False) -> None:
    """What a mail of another kind asks for as well; else the dialog has no field for it.

    Of a round it is asked apart (`of_round`) whether they want an answer.
    """
    if fields.form.get("besides"):
        asked_field(fields, (NOTHING, MATERIAL) if of_round else (NOTHING, ANSWER, MATERIAL))


def when_field(fields: HappenedFields, kind: str) -> None:
    """When it happened: days, and what it can have been for, count from then."""
    if kind == "no_show":
        return
    form = fields.form
    days = {day.isoformat(): words for words, day in days_back(session.clock().today).items()}
    choices = {JUST_NOW: JUST_NOW, YESTERDAY: YESTERDAY, **days, EARLIER: EARLIER}
    if form.get("when") not in choices and form.get("at"):
        form.put({"when": EARLIER})  # chosen on another day: the moment stays
    fields.choose("when", "When", choices, on_change=_at, args=(form,))
    if form.get("when") != JUST_NOW:
        if form.get("at") is None:
            _at(form)
        fields.put("at", partial(moment_field, "It was"))


def past_days(form: KeptForm, days: Mapping[str, date]) -> None:
    """Days that it may have been, each by one click; the time of day that stands in the field stays."""
    with st.container(horizontal=True, gap="xxsmall"):
        for words, day in days.items():
            key = form.button(f"back_{day.isoformat()}")
            st.button(words, key=key, on_click=_on, args=(form, day))


def _on(form: KeptForm, day: date) -> None:
    at: datetime | None = form.get("at")
    form.put({"at": datetime.combine(day, at.time() if at else NOON)})


def _at(form: KeptForm) -> None:
    """The moment that the field begins with: on the day that was chosen; an earlier one is before all these."""
    chosen: str = form.get("when") or EARLIER
    today = session.clock().today
    ago = {JUST_NOW: 0, YESTERDAY: 1, EARLIER: 7}.get(chosen)
    _on(form, date.fromisoformat(chosen) if ago is None else today - timedelta(days=ago))
