"""A mail or an event as “What happened?”: whose it is, who comes in with it, what happened; then it is logged."""

from functools import partial

import streamlit as st

from followup.exchange.filled.apart import Apart, apart_in
from followup.exchange.filled.invite import fitting, from_event, news_of
from followup.exchange.filled.logged import Logged, logged_already
from followup.exchange.filled.mail import (
    Filled,
    applied_by,
    from_mail,
    in_its_language,
    served_by,
)
from followup.exchange.filled.when import round_of
from followup.exchange.invite import Event
from followup.exchange.mail import Mail
from followup.forms.checking import FieldProblem, meant, odd_year
from followup.forms.happened import begin, happening
from followup.model import changes
from followup.model.facts import Application, Person
from followup.playbook.case import is_over
from followup.prose.text import moment_words
from followup.ui.actions.happened import what_happened
from followup.ui.actions.happened_fields import NOBODY, actions_then
from followup.ui.base import session
from followup.ui.base.feedback import change, change_application, made
from followup.ui.base.looks import md1
from followup.ui.parts.day_fields import day_field
from followup.ui.parts.kept_form import KeptForm
from followup.ui.received import people as came_in
from followup.ui.received.entering import enter
from followup.ui.received.zone import Received, forget, say_more
from followup.views.labels import application_labels

_WHERE = "received_where"


def confirm(waiting: Received, found: Mail | Event) -> None:
    """The application, the people, what happened, and the button."""
    application = _where(waiting, found)
    if application is None:
        if isinstance(found, Event):
            enter(found)
        return
    if _says_that_it_is_there(waiting, found, application):
        return
    if waiting.other:
        st.markdown(":material/task_alt: That is logged. The mail says something of this one, too:")
    people = came_in.people_of(waiting, found, application)
    form = KeptForm(f"{application.id}:{hash(found):x}", "received")
    filled = _filled(found, application.replace(people=(*application.people, *people)))
    me, now = session.facts().me, session.now()
    whole = application.replace(people=(*application.people, *people))
    form.begin({**begin(whole, me, now), **filled.fields, **came_in.ticked_first(people)}, 0)
    if application.id == waiting.new.id:
        _company_and_role(form, found)
    came_in.newcomers_part(form, people, application, new=application.id == waiting.new.id)
    new = came_in.ticked(form, people)
    if form.get("person") in {person.id for person in people} - {person.id for person in new}:
        form.put({"person": NOBODY})  # who is not entered wrote it all the same, and nobody else
    whole = application.replace(people=(*application.people, *new))
    on_log = partial(_log, waiting, found, form, application.id, people)
    what_happened(whole, form, on_log, filled.questions, filled.either)


def _filled(found: Mail | Event, application: Application) -> Filled:
    here = session.clock()
    if isinstance(found, Event):
        return from_event(found, application, here)
    filled = from_mail(found, application, here, _apart(found))
    if found.direction == "received":
        return filled
    then = actions_then(application, filled.fields)
    served = served_by(found, application, then, filled.fields["person"])
    return Filled({**filled.fields, "serves": [served] if served else []}, filled.questions)


def _apart(found: Mail | Event) -> Apart | None:
    """Which of two applications a mail turns down, where it speaks of both."""
    return apart_in(found, session.facts().applications) if isinstance(found, Mail) else None


def _says_that_it_is_there(
    waiting: Received, found: Mail | Event, application: Application
) -> bool:
    """Whether there is nothing to log, and says so: a mail that stands in a log, with a way to go on all the same."""
    if isinstance(found, Event):
        sentence, again = news_of(found, round_of(found.uid, application)), False
    elif there := _logged(found, application):
        label = application_labels([there.application])[there.application.id]
        at = moment_words(there.message.at, session.clock())
        again = not there.by_id or there.application.id != application.id
        sentence = f"You logged this mail already, at {label} ({at})."
        sentence += "" if again else " There is nothing to do."
    else:
        return False
    if not sentence or (again and (waiting.chosen.get("twice") or waiting.other)):
        return False
    st.markdown(f":material/task_alt: {md1(sentence)}")
    if again:
        twice = partial(waiting.chosen.update, twice=True)
        st.button("Go on all the same", key="received_twice", on_click=twice)
    return True


def _logged(found: Mail, application: Application) -> Logged | None:
    """Where a mail stands already: in this application's log, else in another one's."""
    others = [each for each in session.facts().applications if each.id != application.id]
    return logged_already(found, [application, *others], session.clock())


# ---- whose it is


def _where(waiting: Received, found: Mail | Event) -> Application | None:
    """The application: the one that fits, else the one that is chosen; a new one where none is meant."""
    facts, now = session.facts(), session.now()
    fits = _fits(waiting, found)
    likely = {application.id for application in fits}
    known = sorted(
        facts.applications, key=lambda each: (each.id not in likely, is_over(each, facts.me, now))
    )
    labels = {**application_labels(known)}
    asked = " ".join(ask.sentence for ask in found.asks if ask.field == "application")
    new = {waiting.new.id: "A new application"} if isinstance(found, Mail) else {}
    several = any(ask.field == "application" and ask.suggestion for ask in found.asks)
    strange = not likely and not several  # nothing on file fits
    labels = {**new, **labels} if strange else {**labels, **new}
    key = f"{_WHERE}_{hash(found):x}{waiting.other}"
    if st.session_state.get(key) not in labels:
        one = next(iter(likely)) if len(likely) == 1 else None
        noise = isinstance(found, Mail) and found.what == "noise"
        begins = waiting.new.id if new and strange and (not noise or not known) else None
        st.session_state[key] = one or begins
    if asked and st.session_state[key] in (None, waiting.new.id):
        st.markdown(f":orange[:material/help: {md1(asked)}]")
    if labels:
        st.selectbox(
            "Which application?",
            list(labels),
            format_func=lambda id_: labels.get(id_, id_),
            key=key,
            index=None,
            placeholder="Choose the application",
            persist_state="page",
        )
    if st.session_state[key] == waiting.new.id:
        return waiting.new
    return session.application(st.session_state[key])


def _fits(waiting: Received, found: Mail | Event) -> tuple[Application, ...]:
    known = session.facts().applications
    if waiting.other:
        return tuple(each for each in known if each.id == waiting.other)
    if isinstance(found, Event):
        return fitting(found, known)
    if apart := _apart(found):
        return (apart.rejected,)
    asked = next((a.suggestion for a in found.asks if a.field == "application"), None)
    if asked:
        return ()
    return tuple(each for each in known if each.id == found.application)


def _company_and_role(form: KeptForm, found: Mail | Event) -> None:
    if isinstance(found, Mail) and form.get("company") is None:
        guess = {ask.field: str(ask.suggestion or "") for ask in found.asks}
        form.put(
            {
                "company": found.company or guess.get("company", ""),
                "role": found.role or guess.get("role", ""),
                "applied": applied_by(found, session.clock()),
            }
        )
    left, right = st.columns(2)
    left.text_input("Company", key=form.key("company"), persist_state="session")
    right.text_input("Role", key=form.key("role"), persist_state="session")
    day_field("Applied on (optional)", form.key("applied"), persist_state="session")
    problem = st.session_state.get(form.button("gap"))
    if isinstance(problem, FieldProblem) and problem.field in ("company", "role", "applied"):
        st.markdown(f":red[:material/error: {md1(problem.sentence)}]")


# ---- then


def _log(
    waiting: Received,
    found: Mail | Event,
    form: KeptForm,
    application_id: str,
    people: tuple[Person, ...],
) -> None:
    gap, new = form.button("gap"), application_id == waiting.new.id
    stored = waiting.new if new else session.application(application_id)
    if stored is None:
        st.session_state[gap] = FieldProblem("at", "This application was deleted meanwhile.")
        return
    typed = form.collect()
    if new:
        stored = stored.replace(company=typed["company"].strip(), role=typed["role"].strip())
        applied = typed.get("applied")
        if not stored.company:
            st.session_state[gap] = FieldProblem("company", "At which company is it?")
            return
        if applied and (sentence := odd_year(meant(applied))):
            st.session_state[gap] = FieldProblem("applied", sentence)
            return
        stored = stored.replace(applied=meant(applied) if applied else None)
    mine = session.facts().me.language

    def whole(application: Application) -> Application:
        longer = came_in.with_newcomers(application, form, people)
        return in_its_language(found, longer, mine) if isinstance(found, Mail) else longer

    actions, role = actions_then(whole(stored), typed), session.role_apart(stored)
    what = made(lambda: happening(whole(stored), typed, session.clock(), actions, role))
    if what is None:
        return
    if isinstance(what, FieldProblem):
        st.session_state[gap] = what
        return
    words = f"Logged: {what.words}."
    if new:
        first = what.change(whole(stored))
        store, now = session.store(), session.now()
        done = bool(
            change(
                lambda: store.update(words, lambda facts: changes.save(facts, first), now=now),
                words,
            )
        )
    else:
        done = change_application(application_id, lambda it: what.change(whole(it)), words)
    if done:
        form.clear()
        _go_on(waiting, found, application_id)


def _go_on(waiting: Received, found: Mail | Event, application_id: str) -> None:
    """What it says of the application is logged: on to the other one of which it tells, else it goes."""
    apart = _apart(found)
    forget()
    if apart and apart.other and application_id == apart.rejected.id:
        say_more(waiting, apart.other.id)
