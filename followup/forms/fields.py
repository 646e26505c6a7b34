"""The entry form's fields: one flat dictionary from name to value, how it begins, and how rows are added to it. Pure.

Rows are lists of record ids (`people`, `rounds`, `specifics_<round>`, `promises_<round>`); a row's fields carry its id
(`name_<person>`, `day_<round>`, `text_<specific>`). `known` holds the ids that the stored application had when opened.
"""

from typing import Any
from zoneinfo import ZoneInfo

from followup.forms.checking import last_full_hour
from followup.forms.likely import interviewers, typed_names
from followup.model.facts import Application, Interview, Person, Promise, Specific, new_id
from followup.model.times import Clock

Fields = dict[str, Any]
_OF_A_PERSON = ("name", "role", "email", "phone", "linkedin", "rapport", "terms")
_OFFICE_HOURS = range(8, 19)


def fresh(clock: Clock) -> Fields:
    """An empty form for a new application: one person, one round that has just ended, one detail."""
    fields: Fields = {
        "id": new_id(),
        "known": [],
        "company": "",
        "role": "",
        "specialised": False,
        "route": None,  # until it is chosen: `likely.route_of`
        "channel": "email",
        "language": None,  # until it is chosen: `likely.language_of_letters`
        "country": None,
        "region": None,
        "zone": None,
        "link": "",
        "notes": "",
        "people": [],
        "rounds": [],
    }
    add_person(fields)
    add_round(fields, clock)
    return fields


def opened(application: Application) -> Fields:
    """The form filled from a stored application."""
    fields: Fields = {
        "id": application.id,
        "known": sorted(_ids(application)),
        "company": application.company,
        "role": application.role,
        "specialised": application.specialised,
        "route": application.route,
        "channel": application.channel,
        "language": application.language,
        "country": application.country,
        "region": application.region,
        "zone": application.time_zone,
        "link": application.link,
        "notes": application.notes,
        "people": [],
        "rounds": [],
    }
    for person in application.people:
        _put_person(fields, person)
    for interview in application.interviews:
        _put_round(fields, interview)
    return fields


def _ids(application: Application) -> set[str]:
    found = {person.id for person in application.people}
    for interview in application.interviews:
        found |= {interview.id, *(item.id for item in interview.specifics)}
        found |= {item.id for item in interview.promises}
    return found


def needed_ids(application: Application) -> frozenset[str]:
    """People, rounds and promises that the log of messages names: they cannot leave the form."""
    found: set[str | None] = set()
    for touchpoint in application.touchpoints:
        found |= {*touchpoint.people, touchpoint.interview, touchpoint.promise}
    for interview in application.interviews:
        if found & {promise.id for promise in interview.promises}:
            found.add(interview.id)
    return frozenset(item for item in found if item)


def _put_person(fields: Fields, person: Person) -> None:
    fields["people"].append(person.id)
    for field in _OF_A_PERSON:
        fields[f"{field}_{person.id}"] = getattr(person, field)


def _put_round(fields: Fields, interview: Interview) -> None:
    local = interview.begins.astimezone(ZoneInfo(interview.time_zone))
    time = None if interview.on else local.time().replace(second=0, microsecond=0)
    row = interview.id
    fields["rounds"].append(row)
    fields |= {
        f"day_{row}": local.date(),
        f"time_{row}": time,
        f"zone_{row}": interview.time_zone,
        f"minutes_{row}": interview.minutes,
        f"mode_{row}": interview.mode,
        f"round_{row}": interview.round,
        f"state_{row}": interview.state,
        f"who_{row}": list(interview.interviewers),
        f"location_{row}": interview.location,
        f"notes_{row}": interview.notes,
        f"specifics_{row}": [],
        f"promises_{row}": [],
    }
    for specific in interview.specifics:
        _put_specific(fields, row, specific)
    for promise in interview.promises:
        _put_promise(fields, row, promise)
    if not any(promise.kind == "decision_by" for promise in interview.promises):
        add_promise(fields, row, "decision_by")


def _put_specific(fields: Fields, row: str, specific: Specific) -> None:
    fields[f"specifics_{row}"].append(specific.id)
    fields |= {
        f"text_{specific.id}": specific.text,
        f"frame_{specific.id}": specific.frame or "",
        f"topic_{specific.id}": specific.topic,
        f"said_by_{specific.id}": specific.said_by,
        f"ties_to_{specific.id}": specific.ties_to,
    }


def _put_promise(fields: Fields, row: str, promise: Promise) -> None:
    fields[f"promises_{row}"].append(promise.id)
    fields |= {
        f"kind_{promise.id}": promise.kind,
        f"choice_{promise.id}": "day" if promise.on else "none",
        f"on_{promise.id}": promise.on,
        f"text_{promise.id}": promise.text,
    }


def add_person(fields: Fields, *, apart: bool = False) -> str:
    """Adds an empty row for a person who was met, or is only involved (`apart`); gives its id.

    Of several rounds that are stored nobody knows in which they were met: these keep their ticks.
    """
    person = new_id()
    fields["people"] = [*fields["people"], person]
    for row in fields["rounds"]:
        chosen = fields.get(f"who_{row}")
        which = row not in fields["known"] or fields["rounds"] == [row]
        if chosen is not None and which and not apart:
            fields[f"who_{row}"] = [*chosen, person]
    fields |= {
        f"name_{person}": "",
        f"role_{person}": "recruiter" if apart else "interviewer",
        f"apart_{person}": apart,
        f"email_{person}": "",
        f"phone_{person}": "",
        f"linkedin_{person}": "",
        f"rapport_{person}": False,
        f"terms_{person}": None,
    }
    return person


def add_known(fields: Fields, person: Person) -> str:
    """Adds somebody who is on file as one more person, in the place of an empty row; gives the row's id."""
    empty = [row for row in fields["people"] if not typed_names(fields, row)]
    row = empty[0] if empty else add_person(fields)
    fields |= {f"{name}_{row}": getattr(person, name) for name in _OF_A_PERSON}
    return row


def add_round(fields: Fields, clock: Clock) -> str:
    """Adds an interview with an empty detail and no date for a decision; gives its id.

    At the last full hour; at night, when nobody interviews, its time is left open.
    """
    row = new_id()
    start = last_full_hour(clock)
    fields["rounds"] = [*fields["rounds"], row]
    fields |= {
        f"day_{row}": start.date(),
        f"time_{row}": start.time() if start.hour in _OFFICE_HOURS else None,
        f"zone_{row}": None,
        f"minutes_{row}": 60,
        f"mode_{row}": "video",
        f"round_{row}": "",
        f"state_{row}": "scheduled",
        f"who_{row}": None,
        f"location_{row}": "",
        f"notes_{row}": "",
        f"specifics_{row}": [],
        f"promises_{row}": [],
    }
    add_specific(fields, row)
    add_promise(fields, row, "decision_by")
    return row


def add_specific(fields: Fields, row: str) -> str:
    """Adds a detail to a round, said by the first of those met of whom nothing is noted yet; gives its id."""
    specific = new_id()
    rows: list[str] = fields[f"specifics_{row}"]
    heard = {fields.get(f"said_by_{other}") for other in rows}
    fields[f"specifics_{row}"] = [*rows, specific]
    silent = [person for person in interviewers(fields, row, named=False) if person not in heard]
    fields |= {
        f"text_{specific}": "",
        f"frame_{specific}": "about",
        f"topic_{specific}": "project",
        f"said_by_{specific}": silent[0] if silent else None,
        f"ties_to_{specific}": "",
    }
    return specific


def add_promise(fields: Fields, row: str, kind: str) -> str:
    """Adds an empty promise of this kind to a round; gives its id."""
    promise = new_id()
    fields[f"promises_{row}"] = [*fields[f"promises_{row}"], promise]
    fields |= {
        f"kind_{promise}": kind,
        f"choice_{promise}": "none" if kind == "decision_by" else "day",
        f"on_{promise}": None,
        f"text_{promise}": "",
    }
    return promise
