"""Facts ↔ the lossless JSON of PLAYBOOK section 8.

Reading what was written gives the same facts, and writing them again the same bytes. Unknown keys are kept.
"""

import difflib
from collections.abc import Callable, Iterable
from typing import Any

import orjson
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from followup.model.errors import CannotRead, NewerSchema, Problem
from followup.model.facts import Facts
from followup.model.references import reference_problems
from followup.model.strict_json import parse
from followup.model.text import shown
from followup.model.vocabulary import SCHEMA

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
    """Facts from parsed JSON; raises CannotRead with every problem, NewerSchema for a later schema."""
    _check_header(document)
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
