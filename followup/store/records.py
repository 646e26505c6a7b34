"""The facts as rows of TinyDB's tables; each document is `{"rev": n, "record": …}`.

A record is the JSON of PLAYBOOK section 8. Applications, snoozes, skips and templates have a table
each; `settings` holds me and cadence as one record, `_meta` the file's form and unknown keys.
"""

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from pydantic import ValidationError
from tinydb import TinyDB
from tinydb.table import Document

from followup.model.codec import FORMAT, from_document, problems_of
from followup.model.errors import CannotRead, Problem
from followup.model.facts import Cadence, Facts, Me
from followup.model.references import reference_problems
from followup.model.text import shown
from followup.model.vocabulary import SCHEMA
from followup.store.storage import META, table

SETTINGS = "settings"
KEYS = "keys"  # the row of _meta that holds the top-level keys which we do not know
HEADER_ID, KEYS_ID, SETTINGS_ID = 1, 2, 1
LISTS = ("applications", "snoozes", "skips", "templates")

Key = tuple[str, str]
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, and the facts (most often one) that it holds."""

    doc_id: int
    rev: int
    record: Record
    stamp: int
    parts: tuple[Any, ...] = ()


Rows = Mapping[Key, Row]


def make_row(doc_id: int, rev: int, record: Record, parts: tuple[Any, ...] = ()) -> Row:
    """A row with its stamp.

    The stamp is what the pages know as a record's rev: the stored number with a checksum of the
    record, since another version that a sync service brought may carry the same number.
    """
    return Row(doc_id, rev, record, rev << 32 | zlib.crc32(bytes_of(record)), parts)


def bytes_of(record: Any) -> bytes:
    try:
        return orjson.dumps(record)
    except (TypeError, ValueError, RecursionError) as error:
        raise CannotRead([Problem("", f"This cannot stand in a JSON file ({error}).")]) from error


def _names(facts: Iterable[Any]) -> Iterator[str]:
    """Ids, or keys of actions; one that stands twice gets a number behind a line break."""
    seen: Counter[str] = Counter()
    for fact in facts:
        name = fact.id if "id" in type(fact).model_fields else fact.action
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
    if key == (SETTINGS, SETTINGS):
        me, cadence = parts
        return {"me": me.model_dump(mode="json"), "cadence": cadence.model_dump(mode="json")}
    if key == (META, KEYS):
        return dict(parts[0])
    dumped: Record = parts[0].model_dump(mode="json")
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


def read(db: TinyDB) -> tuple[Facts, Rows]:
    """Everything in the tables; raises CannotRead with every problem."""
    found: dict[str, list[Document]] = {
        name: sorted(table(db, name), key=lambda document: document.doc_id)
        for name in (SETTINGS, META, *LISTS)
    }
    found[META] = [document for document in found[META] if document.doc_id == KEYS_ID]
    for document in found[SETTINGS]:
        if problems := settings_problems(document.doc_id, document["record"]):
            raise CannotRead(problems)
    whole = document_of((name, row["record"]) for name in found for row in found[name])
    facts = from_document({**whole, "format": FORMAT, "schema": SCHEMA})
    rest = {name: iter(documents) for name, documents in found.items()}
    rows = {}
    for key, parts in pieces_of(facts):
        if row := next(rest[key[0]], None):
            rows[key] = make_row(row.doc_id, row["rev"], row["record"], parts)
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


def check_references(rows: Rows) -> None:
    """Whether ids are unique, and whoever is named exists; raises CannotRead."""
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
