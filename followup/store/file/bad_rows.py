"""The rows of a file that cannot be read, told from the good ones, so that one of them never blanks a page.

A row is taken or left as a whole: a plan made of half an application would tell the user to write
to somebody whose rejection is in the other half.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from followup.model.beside import Skip, Snooze, Template
from followup.model.errors import Problem
from followup.model.fact import Fact
from followup.model.facts import Application
from followup.model.lossless.codec import problems_of, reference_problems
from followup.model.settings import Cadence, Me
from followup.store.file.tables import OURS, Tables, row_problems
from followup.store.rows.history import CHANGES
from followup.store.rows.records import settings_problems
from followup.store.rows.rows import META, SETTINGS, TABLES
from followup.store.state import BadRecord

_TYPES: Mapping[str, type[Fact]] = {
    "applications": Application,
    "snoozes": Snooze,
    "skips": Skip,
    "templates": Template,
}
_PLACE = re.compile(r"\b(applications|templates)\[(\d+)\]")

RowPlace = tuple[str, str]  # the table, and the row's number in it


def sort_out(tables: Tables) -> tuple[Tables, dict[str, dict[str, Any]], tuple[BadRecord, ...]]:
    """The tables without what cannot be read or is not ours; that; and the bad records of it."""
    found = dict(_bad_rows(tables))
    _find_twins(tables, found)
    good: Tables = {}
    aside: dict[str, dict[str, Any]] = defaultdict(dict)
    for name, rows in tables.items():
        for doc_id, row in rows.items():
            if name not in OURS or (name, doc_id) in found:
                aside[name][doc_id] = row
            elif name != CHANGES or not row_problems("", row):
                good.setdefault(name, {})[doc_id] = row
    bad = tuple(
        BadRecord(name, doc_id, _text(tables[name][doc_id]), tuple(problems))
        for (name, doc_id), problems in found.items()
    )
    return good, dict(aside), bad


def _text(row: Any) -> str:
    plain = not row_problems("", row)
    return json.dumps(row["record"] if plain else row, ensure_ascii=False, indent=2)


def _bad_rows(tables: Tables) -> Iterator[tuple[RowPlace, list[Problem]]]:
    """The rows that cannot be read even alone."""
    for name in TABLES:
        for doc_id, row in sorted(tables.get(name, {}).items(), key=lambda item: int(item[0])):
            if problems := row_problems(f"{name}.{doc_id}", row) or _problems(name, doc_id, row):
                yield (name, doc_id), problems


def _problems(name: str, doc_id: str, row: Mapping[str, Any]) -> list[Problem]:
    record, path = row["record"], f"{name}.{doc_id}"
    if name == META:
        return []
    if name == SETTINGS:
        parts: list[tuple[type[Fact], str]] = [(Me, "me"), (Cadence, "cadence")]
        problems = settings_problems(int(doc_id), record)
        for kind, part in parts:
            problems += _under(f"{path}.{part}", _type_problems(kind, record.get(part, {})))
        return problems
    problems = _under(path, _type_problems(_TYPES[name], record))
    inside = (
        [] if name not in ("applications", "templates") else reference_problems({name: [record]})
    )
    return problems + [_placed(each, {0: doc_id}) for each in inside]


def _type_problems(kind: type[Fact], record: Any) -> list[Problem]:
    try:
        kind.model_validate(record)
    except ValidationError as error:
        return problems_of(error)
    return []


def _under(path: str, problems: list[Problem]) -> list[Problem]:
    return [Problem(f"{path}.{each.path}".rstrip("."), each.message) for each in problems]


def _placed(problem: Problem, numbers: Mapping[int, str]) -> Problem:
    def place(match: re.Match[str]) -> str:
        return f"{match[1]}.{numbers.get(int(match[2]), '?')}"

    return Problem(_PLACE.sub(place, problem.path), _PLACE.sub(place, problem.message))


def _find_twins(tables: Tables, found: dict[RowPlace, list[Problem]]) -> None:
    """Adds the rows that use an id of an earlier row."""
    while True:
        order = {
            name: [
                doc_id
                for doc_id in sorted(tables.get(name, {}), key=int)
                if (name, doc_id) not in found
            ]
            for name in ("applications", "templates")
        }
        document = {
            name: [tables[name][doc_id]["record"] for doc_id in ids] for name, ids in order.items()
        }
        twins: dict[RowPlace, list[tuple[RowPlace, Problem]]] = defaultdict(list)
        for problem in reference_problems(document):
            later, first = (
                (match[1], order[match[1]][int(match[2])])
                for match in (  # the last: the id that stands in the message could look like a path
                    [*_PLACE.finditer(text)][-1] for text in (problem.path, problem.message)
                )
            )
            message = _PLACE.sub(f"{first[0]}.{first[1]}", problem.message)
            path = _PLACE.sub(f"{later[0]}.{later[1]}", problem.path)
            twins[later].append((first, Problem(path, message)))
        if not twins:
            return
        for later, told in twins.items():
            # A twin of a row that is itself to go may be good once that has gone.
            if any(first not in twins for first, _ in told):
                found[later] = [problem for _, problem in told]
