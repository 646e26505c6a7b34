"""What is known of an owner's rows: read whole, or followed from what was known by the rows that changed since."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import orjson

from followup.model.errors import CannotRead
from followup.store.database.rows import Mark, OwnRows, Written
from followup.store.file.reader import read_state
from followup.store.file.storage import Migrations
from followup.store.file.tables import Tables, encode
from followup.store.rows.changeset import RowChange, applied
from followup.store.rows.history import CHANGES, History, RememberedChange
from followup.store.rows.records import TWIN
from followup.store.rows.rows import (
    KEYS,
    KEYS_ID,
    LISTS,
    META,
    SETTINGS,
    SETTINGS_ID,
    Key,
    Record,
    RowPlace,
    Rows,
    make_row,
)
from followup.store.state import State, state_of


@dataclass(frozen=True, slots=True)
class Known:
    """An owner's rows at a mark: their state, and where each remembered change is, by its id.

    `upgraded` is what a migration made of them, until the next save writes it.
    """

    mark: Mark
    state: State
    places: Mapping[str, int]
    upgraded: Tables | None = None


def read_whole(own: OwnRows, mark: Mark, migrations: Migrations) -> Known:
    """All that is there, read as a data file is: what cannot be read is set aside. Raises CannotRead, NewerSchema."""
    tables = own.whole()
    found = read_state(encode(tables) if tables else None, migrations)
    state = replace(found.state, snapshot=replace(found.state.snapshot, version=mark.token))
    places = {
        _id_of(row["record"], doc_id): int(doc_id)
        for doc_id, row in tables.get(CHANGES, {}).items()
    }
    return Known(mark, state, places, found.contents.tables if found.contents.upgraded else None)


def followed(known: Known, own: OwnRows, mark: Mark) -> Known | None:
    """What is known with what changed since; None where only the whole tells: a record is bad, or two have one name."""
    state = known.state
    if known.upgraded or state.taken or state.snapshot.bad or not own.has(known.mark.token):
        return None
    found, changes = own.since(known.mark.version)
    try:
        made = applied(state.rows, state.snapshot.facts, _row_changes(state.rows, found))
    except (CannotRead, _Unclear):
        return None
    history, places = _history(known, changes)
    after = state_of(made.facts, made.rows, history, mark.token, state.taken, ())
    return Known(mark, after, places)


class _Unclear(Exception):
    """Which row it is cannot be said of a row alone."""


def _row_changes(rows: Rows, found: Mapping[RowPlace, Written]) -> list[RowChange]:
    """What leads from these rows to those that were found: first what leaves its place, then what comes to one."""
    left = [key for place in found if (key := rows.at(*place))]
    gone = [RowChange(key, rows[key], None) for key in left]
    come: dict[Key, RowChange] = {}
    for (table, doc_id), (rev, text) in found.items():
        if text is None:
            continue
        record = orjson.loads(text)
        key = _key_of(table, doc_id, record)
        stays = key in rows and (table, rows[key].doc_id) not in found
        if stays or key in come or any(TWIN in each.key[1] for each in gone):
            raise _Unclear
        come[key] = RowChange(key, None, make_row(doc_id, rev, record))
    return [*gone, *come.values()]


def _key_of(table: str, doc_id: int, record: Record) -> Key:
    if table in LISTS:
        name = next((record[each] for each in ("id", "action", "uid") if each in record), None)
        if isinstance(name, str):
            return table, name
    if (table, doc_id) == (SETTINGS, SETTINGS_ID):
        return SETTINGS, SETTINGS
    if (table, doc_id) == (META, KEYS_ID):
        return META, KEYS
    raise _Unclear


def _history(known: Known, found: Mapping[int, str | None]) -> tuple[History, dict[str, int]]:
    """The remembered changes, of which those without a text are known."""
    before = {known.places[each.id]: each for each in known.state.history.entries}
    entries: list[RememberedChange] = []
    places: dict[str, int] = {}
    for doc_id, text in found.items():
        record = None if text is None else orjson.loads(text)
        read = (
            before.get(doc_id)
            if record is None
            else next(iter(History.read([record]).entries), None)
        )
        places[read.id if read else str(doc_id)] = doc_id
        entries += [read] if read else []
    return History(tuple(entries)), places


def _id_of(record: Record, doc_id: str) -> str:
    found = record.get("id")
    return found if isinstance(found, str) else doc_id
