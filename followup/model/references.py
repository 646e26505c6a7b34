"""What one record says of another: ids are unique in the file, and whoever is named exists.

It looks at the plain JSON, not at the types, so that a file with other faults still gets all of its problems named.
"""

from collections.abc import Iterator
from typing import Any

from followup.model.errors import Problem
from followup.model.text import shown

Record = dict[str, Any]


def _records(holder: Record, key: str, path: str) -> Iterator[tuple[Record, str]]:
    """The objects in the list under `key`, each with its path; whatever is not an object is the types' to refuse."""
    items = holder.get(key)
    if isinstance(items, list | tuple):
        for index, item in enumerate(items):
            if isinstance(item, dict):
                yield item, f"{path}{key}[{index}]"


def _with_ids(document: Record) -> Iterator[tuple[Record, str]]:
    """Every record that carries an id, in the order of the file."""
    for application, path in _records(document, "applications", ""):
        yield application, path
        yield from _records(application, "people", f"{path}.")
        for interview, inner in _records(application, "interviews", f"{path}."):
            yield interview, inner
            yield from _records(interview, "specifics", f"{inner}.")
            yield from _records(interview, "promises", f"{inner}.")
        for touchpoint, inner in _records(application, "touchpoints", f"{path}."):
            yield touchpoint, inner
            yield from _records(touchpoint, "promises", f"{inner}.")
    yield from _records(document, "templates", "")


def _duplicates(document: Record) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for record, path in _with_ids(document):
        key = record.get("id")
        if isinstance(key, str):
            if key in first:
                text = f"“{shown(key)}” is already the id of {first[key]}; each id stands once"
                yield Problem(f"{path}.id", text)
            else:
                first[key] = path


def _ids(records: Iterator[tuple[Record, str]]) -> set[str]:
    return {record["id"] for record, _ in records if isinstance(record.get("id"), str)}


def _unknown(holder: Record, key: str, path: str, known: set[str], what: str) -> Iterator[Problem]:
    value = holder.get(key)
    named = list(enumerate(value)) if isinstance(value, list | tuple) else [(None, value)]
    for index, name in named:
        if isinstance(name, str) and name not in known:
            place = f"{path}.{key}" if index is None else f"{path}.{key}[{index}]"
            yield Problem(place, f"“{shown(name)}” is no {what} of this application")


def _strangers(application: Record, path: str) -> Iterator[Problem]:
    inside = f"{path}."
    people = _ids(_records(application, "people", inside))
    interviews = _ids(_records(application, "interviews", inside))
    # A touchpoint answers a promise or a message, and names either by its id.
    answerable = _ids(_records(application, "touchpoints", inside))
    for key in ("interviews", "touchpoints"):
        for record, _ in _records(application, key, inside):
            answerable |= _ids(_records(record, "promises", ""))
    for interview, inner in _records(application, "interviews", inside):
        yield from _unknown(interview, "interviewers", inner, people, "person")
        for specific, deepest in _records(interview, "specifics", f"{inner}."):
            yield from _unknown(specific, "said_by", deepest, people, "person")
    for touchpoint, inner in _records(application, "touchpoints", inside):
        yield from _unknown(touchpoint, "people", inner, people, "person")
        yield from _unknown(touchpoint, "interview", inner, interviews, "interview")
        yield from _unknown(touchpoint, "promise", inner, answerable, "promise or message")


def reference_problems(document: Record) -> list[Problem]:
    """All duplicate ids and unknown names in a file's JSON."""
    problems = list(_duplicates(document))
    for application, path in _records(document, "applications", ""):
        problems.extend(_strangers(application, path))
    return problems
