"""Facts ↔ the lossless JSON of PLAYBOOK section 8, with what one record says of another.

It looks at the plain JSON, not at the types, so that a file with other faults still gets all of its problems named.

Reading what was written gives the same facts, and writing them again the same bytes. Unknown keys are kept.
"""

import difflib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import orjson
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from followup.model.errors import CannotRead, NewerSchema, Problem
from followup.model.fact import shown
from followup.model.facts import Facts
from followup.model.lossless.strict_json import parse
from followup.model.lossless.upgrades import document_2
from followup.model.vocabulary import SCHEMA

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
    touchpoints = _ids(_records(application, "touchpoints", inside))
    for person, inner in _records(application, "people", inside):
        yield from _unknown(person, "successor", inner, people, "person")
    for interview, inner in _records(application, "interviews", inside):
        yield from _unknown(interview, "interviewers", inner, people, "person")
        for specific, deepest in _records(interview, "specifics", f"{inner}."):
            yield from _unknown(specific, "said_by", deepest, people, "person")
    for touchpoint, inner in _records(application, "touchpoints", inside):
        yield from _unknown(touchpoint, "people", inner, people, "person")
        yield from _unknown(touchpoint, "interview", inner, interviews, "interview")
        yield from _unknown(touchpoint, "promise", inner, answerable, "promise or message")
        yield from _unknown(touchpoint, "bounced", inner, touchpoints, "touchpoint")


def ids_in(record: Record) -> frozenset[str]:
    """Every id in the record of an application or a template."""
    found = (each.get("id") for each, _ in _with_ids({"applications": [record]}))
    return frozenset(each for each in found if isinstance(each, str))


def reference_problems(document: Record) -> list[Problem]:
    """All duplicate ids and unknown names in a file's JSON."""
    problems = list(_duplicates(document))
    for application, path in _records(document, "applications", ""):
        problems.extend(_strangers(application, path))
    return problems


FORMAT = "followup"


def _path(parts: Iterable[int | str]) -> str:
    path = ""
    for part in parts:
        path += f"[{part}]" if isinstance(part, int) else f".{part}"
    return path.removeprefix(".")


def _got(value: Any) -> str:
    names = {
        dict: "an object",
        list: "a list",
        str: "text",
        bool: "true or false",
        type(None): "null",
    }
    return names.get(type(value), "a number")


def _choice(error: ErrorDetails) -> str:
    value = error["input"]
    expected = error["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
    if not isinstance(value, str):
        return f"must be one of {expected}, not {_got(value)}"
    near = difflib.get_close_matches(value.casefold(), expected.split(", "), n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    return f"“{shown(value)}” is not one of {expected}{hint}"


def _must_be(what: str) -> Callable[[ErrorDetails], str]:
    return lambda error: f"must be {what}, not {_got(error['input'])}"


_SENTENCES: dict[str, Callable[[ErrorDetails], str]] = {
    "missing": lambda _: "is missing",
    "value_error": lambda error: str(error["ctx"]["error"]),
    "literal_error": _choice,
    "string_type": _must_be("text"),
    "bool_type": _must_be("true or false"),
    "int_type": _must_be("a whole number"),
    "tuple_type": _must_be("a list"),
    "model_type": _must_be("an object"),
    "string_too_short": lambda _: "must not be empty",
    "string_too_long": lambda error: (
        f"is {len(error['input']):,} characters long; at most {error['ctx']['max_length']:,} fit"
    ),
    "greater_than_equal": lambda error: (
        f"{error['input']} is too small; at least {error['ctx']['ge']}"
    ),
    "less_than_equal": lambda error: f"{error['input']} is too large; at most {error['ctx']['le']}",
}


def _sentence(error: ErrorDetails) -> str:
    say = _SENTENCES.get(error["type"])
    return say(error) if say else error["msg"]


def problems_of(error: ValidationError) -> list[Problem]:
    """A type's refusal as problems with their paths."""
    return [Problem(_path(item["loc"]), _sentence(item)) for item in error.errors()]


def _check_header(document: Any) -> None:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        text = f'This is not a Follow-up file: it does not say "format": "{FORMAT}" at its start.'
        raise CannotRead([Problem("", text)])
    schema = document.get("schema", SCHEMA)
    if type(schema) is not int or schema < 1:
        raise CannotRead([Problem("schema", f"must be a whole number from 1, not {_got(schema)}")])
    if schema > SCHEMA:
        text = (
            f"the file has schema {schema}, this program knows {SCHEMA}: a newer Follow-up wrote it. "
            "Update the program; the file is left as it is"
        )
        raise NewerSchema([Problem("schema", text)])


def from_document(document: Any) -> Facts:
    """Facts from parsed JSON of this schema or an earlier one; raises CannotRead with every problem, NewerSchema."""
    _check_header(document)
    if document.get("schema") == 1:
        document = document_2(document)
    content = {key: value for key, value in document.items() if key not in ("format", "schema")}
    problems: list[Problem] = []
    facts = None
    try:
        facts = Facts.model_validate(content)
    except ValidationError as error:
        problems += problems_of(error)
    problems += reference_problems(content)
    if problems or facts is None:
        raise CannotRead(problems)
    return facts


def to_document(facts: Facts) -> dict[str, Any]:
    """Facts as plain JSON values, in section 8's order, unknown keys last."""
    return {"format": FORMAT, "schema": SCHEMA, **facts.model_dump(mode="json")}


def decode(data: bytes) -> Facts:
    """Facts from the bytes of a file; raises CannotRead (NewerSchema) and changes nothing."""
    return from_document(parse(data))


def encode(facts: Facts) -> bytes:
    """The bytes of a file: UTF-8, indented, ending with a line break."""
    return orjson.dumps(to_document(facts), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
