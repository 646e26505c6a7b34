"""What each kind of happening asks in “What happened?”, beside who, how and when."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

import streamlit as st

from followup.forms.happened import KINDS
from followup.forms.happened.mine import asked, name_of, owed
from followup.forms.happened.rounds import (
    ON_A_DAY,
    PROPOSED,
    TO_FOLLOW,
    begun_rounds,
    planned_rounds,
)
from followup.forms.happened.theirs import REPLIES, answered_since, went_out
from followup.forms.happened.then import purposes_then, served
from followup.model.changes import ahead_of
from followup.model.facts import Interview
from followup.model.purposes import purpose_label
from followup.prose.text import moment_words
from followup.prose.when.places import employer_zone
from followup.ui.actions.happened_fields import (
    HappenedFields,
    actions_then,
    asked_besides,
    asked_field,
    names_of,
    person,
    wants_field,
)
from followup.ui.actions.own_clock import own_clock
from followup.ui.base import session
from followup.ui.base.looks import MODES, NAME_HINT, md1
from followup.ui.base.options import zones
from followup.views.labels import apart
from followup.views.story import round_label, touchpoint_words
from followup.views.words import title


def mine_first(fields: HappenedFields) -> None:
    """Where an answer of mine is logged after their message, but may have gone out before it came: which was first."""
    since = answered_since(fields.application, fields.at)
    if since and KINDS[fields.form.get("kind")].theirs:
        logged = moment_words(since[-1].at, session.clock())
        words = (
            f"My answer, logged {logged}, went out before this came: this is still to be answered"
        )
        fields.put("mine_first", partial(st.checkbox, words))


def _date(fields: HappenedFields) -> None:
    fields.day("until", "They decide by")
    fields.put("silence", partial(st.checkbox, "No word after it means no"))
    asked_besides(fields)


def _invited(fields: HappenedFields) -> None:
    fields.question("new")
    _new_time(fields)
    if fields.form.get("new") != TO_FOLLOW:
        _round(fields)
    wants_field(fields)
    asked_besides(fields, of_round=True)


def _moved(fields: HappenedFields) -> None:
    _which(fields, planned_rounds(fields.application, session.now()))
    fields.question("new")
    _new_time(fields)
    if fields.form.get("new") != TO_FOLLOW:
        _zone(fields)
    fields.put("by_me", partial(st.checkbox, "I moved it, not they"))
    if not fields.form.get("by_me"):
        wants_field(fields)
        asked_besides(fields, of_round=True)


def _off(fields: HappenedFields) -> None:
    _which(fields, planned_rounds(fields.application, session.now()))
    fields.put("follows", partial(st.checkbox, "A new date is to follow"))
    fields.put("by_me", partial(st.checkbox, "I called it off, not they"))
    if fields.form.get("follows") and not fields.form.get("by_me"):
        fields.day("date_by", "They name it by (if they say so)")
    if not fields.form.get("by_me"):
        wants_field(fields)


def _no_show(fields: HappenedFields) -> None:
    _which(fields, begun_rounds(fields.application, session.now()))


def _offer(fields: HappenedFields) -> None:
    fields.day("deadline", "Answer by (if they say so)")
    fields.day("letter", "Their letter by (if they say so)")


def _on_hold(fields: HappenedFields) -> None:
    fields.day("back", "Until (if they say so)", far=True)
    asked_besides(fields)


def _replied(fields: HappenedFields) -> None:
    fields.choose("received_as", "What was it?", {each: purpose_label(each) for each in REPLIES})
    asked_field(fields)


def _left(fields: HappenedFields) -> None:
    person(fields, "left")
    gone = fields.form.get("person")
    others = {key: name for key, name in names_of(fields.application).items() if key != gone}
    if others:
        others = {"": "Nobody yet, or not known", **others}
        fields.choose("successor", "Who is there in their place?", others)
    label = "Somebody new (optional)" if others else "Who is there in their place? (optional)"
    fields.put("somebody", partial(st.text_input, label, placeholder=NAME_HINT))
    fields.day("since", "From which day on? (optional)", left=True)


def _new_time(fields: HappenedFields) -> None:
    fields.choose("new", "When is it?", {name: name for name in (ON_A_DAY, PROPOSED, TO_FOLLOW)})
    new = fields.form.get("new")
    if new == ON_A_DAY:
        fields.day("day", "Day", same=True)
        time = partial(st.time_input, "At (empty: not said yet)", value=None, step=300)
        fields.put("time", partial(time, width=190))
        own_clock(fields.form, fields.form.get("zone") or _usual_zone(fields))
    elif new == PROPOSED:
        hint = "e.g. Tue 10:00 or Wed 15:00"
        fields.put("proposed", partial(st.text_area, "The times", placeholder=hint, height=68))


def _zone(fields: HappenedFields) -> None:
    zone = partial(st.selectbox, "Time zone", zones(), index=None, placeholder=_usual_zone(fields))
    fields.put("zone", zone)


def _usual_zone(fields: HappenedFields) -> str:
    return employer_zone(fields.application) or session.facts().me.zone.key


def _round(fields: HappenedFields) -> None:
    if names := names_of(fields.application):
        fields.tick("who", "Who will be there?", names)
    label = "Somebody new (optional)" if fields.application.people else "Who will be there?"
    fields.put("somebody", partial(st.text_input, label, placeholder=NAME_HINT))
    how, minutes = MODES.get(fields.form.get("mode"), ""), fields.form.get("minutes")
    zone = fields.form.get("zone") or _usual_zone(fields)
    place = next((fields.form.get(n) for n in ("location", "link") if fields.form.get(n)), "")
    words = [how, f"{minutes} minutes", *([md1(place, 60)] if place else []), f"{md1(zone)} time"]
    with st.expander(
        ", ".join(words),
        icon=":material/tune:",
        key=fields.form.button("more"),
        expanded=bool(fields.problem and fields.problem.field in ("minutes", "zone")),
    ):
        fields.choose("mode", "How", MODES)
        hint = "e.g. On-site"
        fields.put("round", partial(st.text_input, "Round (optional)", placeholder=hint))
        fields.put("location", partial(st.text_input, "Where (optional)"))
        fields.put("link", partial(st.text_input, "Link (optional)"))
        # No limits: the browser would drop what lies beyond, and log the old number.
        fields.put("minutes", partial(st.number_input, "Minutes", value=None, step=15))
        _zone(fields)


def _which(fields: HappenedFields, rounds: Sequence[Interview]) -> None:
    here = session.clock()
    fields.choose("which", "Which one?", apart((i.id, round_label(i, here)) for i in rounds))


def _bounced(fields: HappenedFields) -> None:
    here, application = session.clock(), fields.application
    words = apart(
        (t.id, f"{touchpoint_words(t, application)}, {moment_words(t.at, here)}")
        for t in went_out(application, here.now)
    )
    if fields.form.get("sent") not in words:
        fields.form.put({"sent": next(iter(words))})
    fields.put("sent", partial(st.selectbox, "Which one?", list(words), format_func=words.get))
    right = "The address is right (a full mailbox, say): keep it"
    fields.put("right_address", partial(st.checkbox, right))
    if not fields.form.get("right_address"):
        st.markdown(
            ":small[The address is taken out, so that the next message asks for the right one.]"
        )


def _wrote(fields: HappenedFields) -> None:
    """What it was for: of what the plan had at that moment, else any purpose, those that fit first."""
    form, application, me = fields.form, fields.application, session.facts().me
    then = actions_then(application, form.collect())
    for_what = {each.key: title(each, application) for each in served(application, then)}
    if for_what:
        fields.tick("serves", "What was it for?", for_what)
        if set(form.get("serves") or ()) & for_what.keys():
            return
    purposes = list(purposes_then(application, me, fields.at))
    label = "None of these? It was" if for_what else "What was it for?"
    fields.put("sent_for", partial(st.selectbox, label, purposes, format_func=purpose_label))
    question = asked(application, me, fields.at)
    form.put({"question": name_of(question)})
    if question and question.message and form.get("sent_for") == "reply":
        text = question.message.text
        st.markdown(f":small[It answers what they asked{f': “{md1(text, 80)}”' if text else ''}.]")


def _task(fields: HappenedFields) -> None:
    if materials := owed(fields.application, session.facts().me, session.now()):
        words = apart((p.id, p.promise.text or "What you promised") for p in materials)
        fields.choose("task", "What did you send?", words)


def _called_off(fields: HappenedFields) -> None:
    here = session.clock()
    for interview in ahead_of(fields.application, here.now):
        off = md1(round_label(interview, here))
        st.markdown(f":orange[:material/event_busy:] It calls off what lies ahead: {off}.")


OWN: Final[Mapping[str, Callable[[HappenedFields], None]]] = {
    "replied": _replied,
    "date": _date,
    "next_round": _invited,
    "moved": _moved,
    "called_off": _off,
    "no_show": _no_show,
    "rejected": _called_off,
    "offer": _offer,
    "more_time": lambda fields: fields.day("deadline", "Answer by"),
    "on_hold": _on_hold,
    "away": lambda fields: fields.day("back", "Back on (if they say so)"),
    "left": _left,
    "bounced": _bounced,
    "wrote": _wrote,
    "task": _task,
    "closed": _called_off,
}
