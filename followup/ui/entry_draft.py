"""What is being typed into the entry form: one flat dictionary of fields, and how it begins. No Streamlit here.

Rows are lists of record ids (`people`, `rounds`, `specifics_<round>`, `promises_<round>`); a row's fields carry its id
(`name_<person>`, `day_<round>`, `text_<specific>`). `known` holds the ids that the stored application had when opened.
"""

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from followup.model.facts import Application, Interview, Person, Promise, Specific, new_id
from followup.ui.entry_times import Present, last_full_hour

Draft = dict[str, Any]
Typed = Mapping[str, Any]

MET_ROLES = ("interviewer", "hiring_manager")


def fresh(present: Present) -> Draft:
    """An empty form for a new application: one person, one round that has just ended, one detail."""
    draft: Draft = {
        "id": new_id(),
        "known": [],
        "company": "",
        "role": "",
        "specialised": False,
        "route": "direct",
        "channel": "email",
        "country": None,
        "zone": None,
        "link": "",
        "notes": "",
        "people": [],
        "rounds": [],
    }
    add_person(draft)
    add_round(draft, present)
    return draft


def opened(application: Application) -> Draft:
    """The form filled from a stored application."""
    draft: Draft = {
        "id": application.id,
        "known": sorted(_ids(application)),
        "company": application.company,
        "role": application.role,
        "specialised": application.specialised,
        "route": application.route,
        "channel": application.channel,
        "country": application.country,
        "zone": application.time_zone,
        "link": application.link,
        "notes": application.notes,
        "people": [],
        "rounds": [],
    }
    for person in application.people:
        _put_person(draft, person)
    for interview in application.interviews:
        _put_round(draft, interview)
    return draft


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


def _put_person(draft: Draft, person: Person) -> None:
    draft["people"].append(person.id)
    for field in ("name", "role", "email", "phone", "linkedin", "rapport"):
        draft[f"{field}_{person.id}"] = getattr(person, field)


def _put_round(draft: Draft, interview: Interview) -> None:
    local = interview.starts_at.astimezone(ZoneInfo(interview.time_zone))
    row = interview.id
    draft["rounds"].append(row)
    draft |= {
        f"day_{row}": local.date(),
        f"time_{row}": local.time().replace(second=0, microsecond=0),
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
        _put_specific(draft, row, specific)
    for promise in interview.promises:
        _put_promise(draft, row, promise)
    if not any(promise.kind == "decision_by" for promise in interview.promises):
        add_promise(draft, row, "decision_by")


def _put_specific(draft: Draft, row: str, specific: Specific) -> None:
    draft[f"specifics_{row}"].append(specific.id)
    draft |= {
        f"text_{specific.id}": specific.text,
        f"topic_{specific.id}": specific.topic,
        f"said_by_{specific.id}": specific.said_by,
        f"ties_to_{specific.id}": specific.ties_to,
    }


def _put_promise(draft: Draft, row: str, promise: Promise) -> None:
    draft[f"promises_{row}"].append(promise.id)
    draft |= {
        f"kind_{promise.id}": promise.kind,
        f"choice_{promise.id}": "day" if promise.on else "none",
        f"on_{promise.id}": promise.on,
        f"text_{promise.id}": promise.text,
    }


def add_person(draft: Draft) -> str:
    """One more row for a person; gives its id."""
    person = new_id()
    draft["people"] = [*draft["people"], person]
    draft |= {
        f"name_{person}": "",
        f"role_{person}": "interviewer",
        f"email_{person}": "",
        f"phone_{person}": "",
        f"linkedin_{person}": "",
        f"rapport_{person}": False,
    }
    return person


def add_round(draft: Draft, present: Present) -> str:
    """One more interview, the last full hour as its time; gives its id."""
    row = new_id()
    start = last_full_hour(present.now, present.zone)
    draft["rounds"] = [*draft["rounds"], row]
    draft |= {
        f"day_{row}": start.date(),
        f"time_{row}": start.time(),
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
    add_specific(draft, row)
    add_promise(draft, row, "decision_by")
    return row


def add_specific(draft: Draft, row: str) -> str:
    """One more thing that was said, by the first of those met of whom nothing is noted yet; gives its id."""
    specific = new_id()
    rows: list[str] = draft[f"specifics_{row}"]
    heard = {draft.get(f"said_by_{other}") for other in rows}
    draft[f"specifics_{row}"] = [*rows, specific]
    silent = [person for person in interviewers(draft, row, named=False) if person not in heard]
    draft |= {
        f"text_{specific}": "",
        f"topic_{specific}": "project",
        f"said_by_{specific}": silent[0] if silent else None,
        f"ties_to_{specific}": "",
    }
    return specific


def add_promise(draft: Draft, row: str, kind: str) -> str:
    """One more promise; gives its id."""
    promise = new_id()
    draft[f"promises_{row}"] = [*draft[f"promises_{row}"], promise]
    draft |= {
        f"kind_{promise}": kind,
        f"choice_{promise}": "none" if kind == "decision_by" else "day",
        f"on_{promise}": None,
        f"text_{promise}": "",
    }
    return promise


def interviewers(draft: Typed, row: str, *, named: bool = True) -> list[str]:
    """Who held a round: the user's choice, else all just entered who interview or manage; an AI has no name."""
    chosen = draft.get(f"who_{row}")
    if chosen is not None:
        return [person for person in draft["people"] if person in chosen]
    if draft.get(f"mode_{row}") == "ai":
        return []
    return [
        person
        for person in draft["people"]
        if person not in draft["known"]
        and draft[f"role_{person}"] in MET_ROLES
        and (not named or (draft[f"name_{person}"] or "").strip())
    ]


def person_label(draft: Typed, person: str) -> str:
    """What a person is called in the form's pickers: no two are called alike."""
    rows: list[str] = draft["people"]
    number = rows.index(person) + 1 if person in rows else 0
    name = " ".join((draft.get(f"name_{person}") or "").split())
    if not name:
        return f"Person {number}"
    same = [row for row in rows if " ".join((draft.get(f"name_{row}") or "").split()) == name]
    return name if same[:1] == [person] else f"{name} ({number})"
