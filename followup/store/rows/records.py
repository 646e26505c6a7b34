"""The facts as rows of tables, and back.

Each list of facts (applications, snoozes, …) has a table; `settings` holds me and cadence as one record,
`_meta` the keys of the file that we do not know. A row's record is the JSON of PLAYBOOK section 8.
"""

import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson
from pydantic import ValidationError

from followup.model.errors import CannotRead, Problem
from followup.model.fact import shown
from followup.model.facts import Facts
from followup.model.lossless.codec import (
    FORMAT,
    from_document,
    ids_in,
    problems_of,
    reference_problems,
)
from followup.model.settings import Cadence, Me
from followup.model.vocabulary import SCHEMA

SETTINGS, META = "settings", "_meta"
KEYS = "keys"  # the row of _meta that holds the top-level keys which we do not know
HEADER_ID, KEYS_ID, SETTINGS_ID = 1, 2, 1
LISTS = ("applications", "snoozes", "skips", "handed_out", "templates")
TABLES = (SETTINGS, META, *LISTS)
LAST_REV = 2**31 - 1
LAST_ID = 10**16 - 1  # of a row: a reader takes no longer number

Key = tuple[str, str]  # the table, and in it an id, an action's key, or “settings” or “keys”
Record = dict[str, Any]
Stored = tuple[int, int, Record]  # a row as it is stored: its number, its rev, its record


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, the facts (most often one) that it holds, and the ids in it."""

    doc_id: int
    rev: int
    record: Record
    stamp: int
    parts: tuple[Any, ...] = ()
    ids: frozenset[str] = frozenset()


Rows = Mapping[Key, Row]


def make_row(doc_id: int, rev: int, record: Record, parts: tuple[Any, ...] = ()) -> Row:
    """A row with its stamp; raises CannotRead for a record that is no JSON.

    The stamp is what the pages know as a record's rev: the stored number with a checksum of the
    record, since another version that a sync service brought may carry the same number.
    """
    stamp = rev << 32 | zlib.crc32(bytes_of(record))
    return Row(doc_id, rev, record, stamp, parts, ids_in(record))


def bytes_of(record: Any) -> bytes:
    """The record as JSON; raises CannotRead where it is none."""
    try:
        return orjson.dumps(record)
    except (TypeError, ValueError, RecursionError) as error:
        raise CannotRead([Problem("", f"This cannot stand in a JSON file ({error}).")]) from error


def _names(facts: Iterable[Any]) -> Iterator[str]:
    """Ids, keys of actions or uids; one that stands twice gets a number behind a line break."""
    seen: Counter[str] = Counter()
    for fact in facts:
        known = type(fact).model_fields
        name = getattr(fact, next(each for each in ("id", "action", "uid") if each in known))
        yield f"{name}\n{seen[name]}" if seen[name] else name
        seen[name] += 1


def pieces_of(facts: Facts) -> Iterator[tuple[Key, tuple[Any, ...]]]:
    """The facts cut into what becomes a row each, in their order."""
    yield (SETTINGS, SETTINGS), (facts.me, facts.cadence)
    yield (META, KEYS), (facts.model_extra or {},)
    for name in LISTS:
        items = getattr(facts, name)
        for key, item in zip(_names(items), items, strict=True):
            yield (name, key), (item,)


def record_of(key: Key, parts: tuple[Any, ...]) -> Record:
    """The record of the row that holds these parts of the facts; raises CannotRead for what is nested too deeply."""
    if key == (SETTINGS, SETTINGS):
        me, cadence = parts
        return {"me": me.model_dump(mode="json"), "cadence": cadence.model_dump(mode="json")}
    if key == (META, KEYS):
        return dict(parts[0])
    try:
        dumped: Record = parts[0].model_dump(mode="json")
    except ValueError as error:
        raise CannotRead([Problem("", f"This cannot stand in a JSON file ({error}).")]) from error
    return dumped


# A row that says only this is not made: else the first save would count as a change of settings.
UNSAID = {
    (SETTINGS, SETTINGS): bytes_of(record_of((SETTINGS, SETTINGS), (Me(), Cadence()))),
    (META, KEYS): bytes_of({}),
}


def document_of(rows: Iterable[tuple[str, Any]]) -> Record:
    """The lossless JSON's form of (table, record or fact)."""
    lists: dict[str, list[Any]] = {name: [] for name in LISTS}
    single: dict[str, Record] = {SETTINGS: {}, META: {}}
    for name, record in rows:
        if name in lists:
            lists[name].append(record)
        else:
            single[name] = record
    return {**single[META], **single[SETTINGS], **lists}


def read(stored: Mapping[str, Sequence[Stored]]) -> tuple[Facts, Rows]:
    """The facts in each table's rows, given in their order; raises CannotRead with every problem."""
    for doc_id, _, record in stored[SETTINGS]:
        if problems := settings_problems(doc_id, record):
            raise CannotRead(problems)
    whole = document_of((name, record) for name in stored for _, _, record in stored[name])
    facts = from_document({**whole, "format": FORMAT, "schema": SCHEMA})
    rest = {name: iter(rows) for name, rows in stored.items()}
    rows = {}
    for key, parts in pieces_of(facts):
        if row := next(rest[key[0]], None):
            rows[key] = make_row(*row, parts)
    return facts, rows


def settings_problems(doc_id: int, record: Record) -> list[Problem]:
    """What is wrong with a row of the settings as such."""
    path = f"{SETTINGS}.{doc_id}"
    if doc_id != SETTINGS_ID:
        return [Problem(path, f"“{SETTINGS}” holds one row, numbered {SETTINGS_ID}")]
    strange = sorted(set(record) - {"me", "cadence"})
    return [Problem(path, f"“{shown(each)}” is not a part of the settings") for each in strange]


def facts_of(rows: Rows) -> Facts:
    """The facts in the rows: known parts as they are, others made and checked or CannotRead."""
    document = document_of((name, _part(row)) for (name, _), row in rows.items())
    try:
        return Facts.model_validate(document)
    except ValidationError as error:
        raise CannotRead(problems_of(error)) from error


def check_references(rows: Rows, changed: Collection[Key]) -> None:
    """Raises CannotRead where an id stands twice, or somebody is named who is not there.

    Rows that did not change are sound: a row names only what is in it, so that all that can be wrong between two is an
    id that both have. Only where something is wrong are all rows read again, to say where.
    """
    here = {key: rows[key] for key in changed if key in rows}
    ids = frozenset(each for row in here.values() for each in row.ids)
    own = document_of((name, row.record) for (name, _), row in here.items())
    others = (row for key, row in rows.items() if key not in here)
    if not reference_problems(own) and all(ids.isdisjoint(row.ids) for row in others):
        return
    records = ((name, row.record) for (name, _), row in rows.items())
    if problems := reference_problems(document_of(records)):
        raise CannotRead(problems)


def _part(row: Row) -> Any:
    match row.parts:
        case ():
            return row.record
        case (me, cadence):
            return {"me": me, "cadence": cadence}
    return row.parts[0]
