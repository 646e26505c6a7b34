"""Records of schema 1, brought into the form of schema 2 (PLAYBOOK section 8). Pure.

What schema 1 did not have takes its default. A key that schema 1 did not know, and kept, may be one that schema 2 has a
meaning for: it stays where its value has that meaning, and goes on under another name where it has not.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from followup.model.beside import HandedOut
from followup.model.fact import Fact
from followup.model.facts import Application, Interview, Person, Promise, Specific, Touchpoint
from followup.model.settings import Cadence, Me

Record = dict[str, Any]

# What a file of schema 1 left out was this; None in schema 2 means that nobody has said.
_ME = {"time_zone": "Europe/Berlin", "country": "DE"}
_NEW: Mapping[type[Fact], tuple[str, ...]] = {
    Me: ("region", "language"),
    Cadence: ("year_end_pause",),
    Application: ("language", "region", "phone", "applied", "reopened_at"),
    Person: ("left", "successor", "terms"),
    Interview: ("on", "link", "uid", "sequence"),
    Specific: ("frame",),
    Promise: ("silence_means_no",),
    Touchpoint: ("deadline", "bounced", "message_id"),
}
# No value under these could be right in a file of schema 1: they name a record, or stand in another key's place.
_NEVER_MEANT = ("successor", "bounced", "on", "handed_out")
_INSIDE: Mapping[type[Fact], Mapping[str, type[Fact]]] = {
    Application: {"people": Person, "interviews": Interview, "touchpoints": Touchpoint},
    Interview: {"specifics": Specific, "promises": Promise},
    Touchpoint: {"promises": Promise},
}


def document_2(document: Record) -> Record:
    """A whole document of schema 1 in the form of schema 2; what has no right type is left for the types to refuse."""
    made = keys_2(document)
    made["me"] = me_2(made.get("me", {}))
    if "cadence" in made:
        made["cadence"] = _record_2(Cadence, made["cadence"])
    if "applications" in made:
        made["applications"] = _each_2(Application, made["applications"])
    return made


def keys_2(keys: Record) -> Record:
    """The top-level keys of schema 1, known or not."""
    return _renamed(keys, "handed_out", TypeAdapter(tuple[HandedOut, ...]))


def me_2(record: Any) -> Any:
    """The user's own record of schema 1, with the zone and country that it left unsaid."""
    return {**_ME, **_record_2(Me, record)} if isinstance(record, dict) else record


def application_2(record: Any) -> Any:
    """An application's record of schema 1."""
    return _record_2(Application, record)


def cadence_2(record: Any) -> Any:
    """The cadence's record of schema 1."""
    return _record_2(Cadence, record)


def _each_2(kind: type[Fact], records: Any) -> Any:
    return [_record_2(kind, each) for each in records] if isinstance(records, list) else records


def _record_2(kind: type[Fact], record: Any) -> Any:
    if not isinstance(record, dict):
        return record
    made = record
    for name in _NEW.get(kind, ()):
        made = _renamed(made, name, _field(kind, name))
    inside = _INSIDE.get(kind, {})
    return {
        name: _each_2(inside[name], value) if name in inside else value
        for name, value in made.items()
    }


@cache
def _field(kind: type[Fact], name: str) -> TypeAdapter[Any]:
    field = kind.model_fields[name]
    return TypeAdapter(field.rebuild_annotation())


def _renamed(record: Record, name: str, adapter: TypeAdapter[Any]) -> Record:
    """The record; a value under the name that cannot mean what it means now moves to “name (schema 1)”."""
    if name not in record:
        return dict(record)
    value = record[name]
    if _fits(adapter, value) and (value is None or name not in _NEVER_MEANT):
        return dict(record)
    return {(f"{name} (schema 1)" if key == name else key): value for key, value in record.items()}


def _fits(adapter: TypeAdapter[Any], value: Any) -> bool:
    try:
        adapter.validate_python(value)
    except ValidationError:
        return False
    return True
