"""`import` of a table: what it would bring in, line by line; with --yes it comes in as one change."""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, get_args
from zoneinfo import ZoneInfo

import tzlocal

from followup.cli.streams import STDIN, command, put_lines
from followup.home import data_path
from followup.model.errors import FollowupError
from followup.model.fact import check_zone
from followup.model.facts import Application, Facts
from followup.model.times import Clock
from followup.store.file_store import FileStore

if TYPE_CHECKING:
    from followup.exchange.filled.table import Line, Taken
    from followup.exchange.table.columns import Field
    from followup.exchange.table.status import Status

_SHOWN = 20
_T = TypeVar("_T")


def add_options(words: argparse.ArgumentParser) -> None:
    """What a table alone can be asked."""
    words.add_argument(
        "--date-order",
        choices=("dmy", "mdy"),
        help="of a table: whether its dates have the day or the month first",
    )
    words.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="NAME=FIELD",
        help="of a table: what a column is, for example Firma=company; none: leave it out",
    )
    words.add_argument(
        "--status",
        action="append",
        default=[],
        metavar="WORD=STATUS",
        help="of a table: what a status means, for example Bingo=offer",
    )
    words.add_argument("--zone", metavar="ZONE", help="of a table: whose clock its times are on")


def import_table(words: argparse.Namespace, data: bytes) -> int:
    """Print what comes in and what is left out; then bring it in where --yes was given."""
    # Here, so that the other commands start without the libraries of calendars and tables.
    from followup.exchange.filled.table import days_open, lines_of, taken_of
    from followup.exchange.read import reads
    from followup.exchange.reader import Reader
    from followup.exchange.table import Choices, read_table

    if reads(data, words.file) is not read_table:
        raise FollowupError(
            "This is a mail or an invitation: `read` says what it holds. It is logged once you have confirmed it: "
            "drop it on Today or Interviews."
        )
    store, now = FileStore(data_path()), datetime.now(UTC)
    facts = store.load().facts
    reader = Reader.of(facts, now, _zone(words, facts))
    asked = Choices(
        date_order=words.date_order, statuses=_statuses(words.status), zone=words.zone or None
    )
    table = read_table(data, reader, asked)
    if words.column:
        names = [column.name for column in table.columns]
        chosen = Choices(
            _columns(words.column, names), words.date_order, asked.statuses, asked.zone
        )
        table = read_table(data, reader, chosen)
    lines = lines_of(table, facts.applications, reader)
    taken = taken_of(table, lines, facts.applications)
    open_ = [ask for ask in table.asks if ask.field == "date_order" or not table.rows]
    put_lines(_lines(taken.new))
    put_lines(_remarks(lines, taken, Clock.of(now, ZoneInfo(reader.zone))))
    put_lines(f"? {ask.sentence}" for ask in table.asks)
    days = (ask for asks in days_open(table, taken).values() for ask in asks)
    put_lines(f"? Line {ask.line}: {ask.sentence}" for ask in days if ask.kind == "ended")
    if open_:
        raise FollowupError(
            "Nothing was changed: say it by --date-order dmy or mdy, or by --column NAME=company."
        )
    if not taken.holds_news:
        print("It holds nothing that is not here already: nothing was changed.")
        return 0
    if not words.yes or words.dry_run:
        would = f"{taken.words.capitalize()} would come in."
        print(f"{would} Nothing was changed. To import: the same with --yes.")
        return 0
    name = "a table" if words.file == STDIN else Path(words.file).name
    what = f"Imported {taken.words} from {name}"
    change = store.update(what, taken.into, now=now, before="before-import")
    print(f"Imported {taken.words} into {store.path}.")
    for warning in change.warnings:
        print(warning)
    if change.backup:
        print(f"To undo: {command('restore', change.backup.name, '--yes')}")
    return 0


def _zone(words: argparse.Namespace, facts: Facts) -> str:
    try:
        return check_zone(words.zone or facts.me.time_zone or tzlocal.get_localzone_name())
    except ValueError as error:
        raise FollowupError(f"--zone: {error}") from error


def _statuses(pairs: list[str]) -> dict[str, "Status"]:
    from followup.exchange.table.status import Status

    known: dict[str, Status] = {name: name for name in get_args(Status)}
    return {word: _one_of(known, name, "--status") for word, name in map(_pair, pairs)}


def _columns(pairs: list[str], names: list[str]) -> dict[int, "Field | None"]:
    from followup.exchange.table.columns import Field

    known: dict[str, Field] = {name: name for name in get_args(Field)} | {"none": "skipped"}
    found: dict[int, Field | None] = {}
    for name, field in map(_pair, pairs):
        if name not in names:
            raise FollowupError(f"--column: the table has no column “{name}”.")
        found[names.index(name)] = _one_of(known, field, "--column")
    return found


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.rpartition("=")
    if not equals:
        raise FollowupError(f"“{text}” is no pair like NAME=VALUE.")
    return name, value


def _one_of(known: Mapping[str, _T], name: str, option: str) -> _T:
    if name not in known:
        raise FollowupError(f"{option}: “{name}” is none of {', '.join(sorted(known))}.")
    return known[name]


def _remarks(lines: "Sequence[Line]", taken: "Taken", clock: Clock) -> Iterator[str]:
    """What is known of a line besides that it comes in: what it joins and adds, or why it is left out."""
    from followup.exchange.filled.added import line_words

    told = [(line.row.line, line_words(line, taken, clock)) for line in lines]
    told += [(left.line, left.reason) for left in taken.skipped]
    yield from (f"Line {number}: {words}." for number, words in sorted(told) if words)


def _lines(applications: tuple[Application, ...]) -> Iterator[str]:
    for one in applications[:_SHOWN]:
        rounds = [str(i.on or f"{i.begins:%Y-%m-%d %H:%M}") for i in one.interviews]
        said = [
            one.company or "?",
            one.role,
            f"applied {one.applied}" if one.applied else "",
            *(f"interview {day}" for day in rounds),
            one.outcome.kind if one.outcome else "",
        ]
        yield ", ".join(part for part in said if part)
    if applications[_SHOWN:]:
        yield f"… and {len(applications) - _SHOWN} more."
