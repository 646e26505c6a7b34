"""An event as “What happened?” begins with it, and as the entry form does where no application fits."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from followup.exchange.filled.mail import Filled, questions_of
from followup.exchange.filled.people import newcomers
from followup.exchange.filled.when import mode_of, name_of, named, of_event, of_time, round_of
from followup.exchange.invite import Event
from followup.exchange.mail.about.applications import at_home, begins_with
from followup.exchange.mail.about.role import role_of
from followup.exchange.senders import employer_label, is_agency
from followup.forms.fields import Fields, add_person, fresh
from followup.forms.happened.log import JUST_NOW
from followup.forms.happened.rounds import planned_rounds
from followup.model.facts import Application, Interview, Person
from followup.model.times import Clock
from followup.prose.name_parts import capitalized
from followup.prose.rounds import NOT_CONFIRMED, is_hold
from followup.prose.text import same

_SHORTEST = 3


def at_time(event: Event, start: datetime) -> Event:
    """One of the times of an event that recurs, or another start that the user chose."""
    if event.starts_at is None:
        return replace(event, starts_at=start)
    lasts = event.ends_at - event.starts_at if event.ends_at else None
    return replace(event, starts_at=start, ends_at=start + lasts if lasts else None)


def fitting(event: Event, known: Sequence[Application]) -> tuple[Application, ...]:
    """The applications that an event can belong to: by its UID, who takes part, the employer in its words."""
    by_uid = [one for one in known if round_of(event.uid, one)]
    emails = {p.email.lower() for p in named(event) if p.email}
    by_person = [one for one in known if emails & {p.email.lower() for p in one.people if p.email}]
    labels = {label for email in emails if (label := employer_label(email))}
    words = f"{event.title} {event.place or ''}".casefold()
    by_name = [
        one
        for one in known
        if at_home(one, emails)
        or any(same(one.company, name) or begins_with(one.company, name) for name in labels)
        or (len(one.company) >= _SHORTEST and one.company.casefold() in words)
    ]
    for found in (by_uid, by_person, by_name):
        if found:
            exact = [one for one in found if one.role and one.role.casefold() in words]
            return tuple(exact or found)
    return ()


def people_of_event(event: Event, application: Application) -> tuple[Person, ...]:
    """Who takes part and is not on file: who only invites is a recruiter, the others interview."""
    guests = [each for each in event.people if each != event.organizer]
    host = event.organizer
    return newcomers(
        [
            *((each, "interviewer") for each in guests),
            (host, "recruiter" if guests else "interviewer"),
        ],
        application.people,
    )


def what_it_does(event: Event, application: Application, here: Clock) -> str | None:
    """The kind of happening; None where there is nothing to log."""
    old = round_of(event.uid, application)
    if event.method == "REPLY":
        return None
    if event.method == "CANCEL":
        return "called_off" if planned_rounds(application, here.now) else None
    return "moved" if old else "next_round"


def news_of(event: Event, old: Interview | None) -> str:
    """Why nothing is to be logged, as a sentence; "" where something is."""
    if event.method == "REPLY":
        return "This only says that somebody accepted or declined an invitation: there is nothing to log."
    if old is None:
        unknown = "It calls off an interview that is not on file: there is nothing to log."
        return unknown if event.method == "CANCEL" else ""
    if event.sequence < old.sequence:
        return "You have a newer version of this invitation: there is nothing to log."
    same_time = event.starts_at == old.starts_at and event.on == old.on
    same_time = same_time and event.tentative == is_hold(old.round)
    off = old.state == "cancelled" if event.method == "CANCEL" else same_time
    return "This interview is on file just so: there is nothing to log." if off else ""


def from_event(event: Event, application: Application, here: Clock) -> Filled:
    """The dialog's fields, for one application (with whoever the event brings), at this moment."""
    host = event.organizer
    wrote = next(
        (p for p in application.people if host and p.email and p.email == host.email), None
    )
    fields = {
        "kind": what_it_does(event, application, here),
        "when": JUST_NOW,
        "channel": "email",
        "person": wrote.id if wrote else "",
        "subject": event.title,
        "text": "",
        **of_event(event, application, here),
    }
    asked = {"starts_at": "day", "time_zone": "zone"}
    asks = tuple(replace(ask, field=asked.get(ask.field, ask.field)) for ask in event.asks)
    return Filled(fields, questions_of(asks), people_of_event(event, application))


def entered(event: Event, here: Clock) -> Fields:
    """The entry form for an interview whose application is not on file yet."""
    form = fresh(here)
    (row,) = form["rounds"]
    agency = any(is_agency(p.email) for p in named(event))
    time: dict[str, Any] = of_time(event, here)
    title = f"{event.title} {event.place or ''}"
    form |= {
        "company": employer_of(event),
        "role": role_of(event.title, "", ()) or "",
        "route": "agency" if agency else form["route"],
        f"day_{row}": time["day"],
        f"time_{row}": time["time"],
        f"zone_{row}": time["zone"],
        f"minutes_{row}": time.get("minutes", 60),
        f"mode_{row}": mode_of(event, title),
        f"round_{row}": name_of(event) if event.tentative else event.title,
        f"notes_{row}": NOT_CONFIRMED if event.tentative else "",
        f"location_{row}": time["location"] or time["link"],
        f"link_{row}": time["link"],
        f"uid_{row}": event.uid or "",
        f"sequence_{row}": event.sequence,
    }
    people = people_of_event(event, Application(id="new", company="", role=""))
    if people:
        form["people"] = []
    for person in people:
        key = add_person(form, apart=person.role == "recruiter")
        form |= {
            f"name_{key}": person.name,
            f"email_{key}": person.email,
            f"role_{key}": person.role,
        }
    return form


def employer_of(event: Event) -> str:
    """The employer that an address names, as a word to begin with."""
    labels = (employer_label(p.email) for p in named(event))
    found = next((label for label in labels if label), "")
    return capitalized(found.replace("-", " "))
