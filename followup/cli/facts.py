"""`plan` and `export`: what the facts derive, and the facts themselves."""

import argparse
import dataclasses
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

import orjson

from followup.model.action import Action
from followup.model.codec import decode, encode
from followup.model.errors import FollowupError
from followup.model.facts import Facts
from followup.model.text import check_zone
from followup.model.times import read_moment
from followup.playbook.plan import plan
from followup.playbook.words import full_date
from followup.store.place import data_path
from followup.store.store import Store

# A day that ends is named, not the next one, whose 00:00 that end is.
_INSTANT = timedelta(microseconds=1)


class Commands(Protocol):
    """What argparse makes of `add_subparsers`; its own type has no public name."""

    def add_parser(self, name: str, *, help: str) -> argparse.ArgumentParser: ...  # noqa: A002


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    words = commands.add_parser("plan", help="print what is due, when and why")
    words.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help="an export; - is standard input; without it your own data",
    )
    words.add_argument(
        "--now",
        metavar="ISO-DATE-TIME",
        help="instead of the clock, like 2026-09-18T10:00:00+02:00",
    )
    words.add_argument(
        "--zone", metavar="ZONE", help="instead of your own zone, like Europe/Berlin"
    )
    words.add_argument("--json", action="store_true", help="one JSON array")
    words.set_defaults(run=_plan)
    export = commands.add_parser("export", help="print your own data as lossless JSON")
    export.set_defaults(run=_export)


def read_bytes(file: str) -> bytes:
    """What a file holds, or standard input (-)."""
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise FollowupError(f"{file} cannot be read: {error.strerror or error}") from error


def _facts(file: str | None) -> Facts:
    """The facts of an export, or of the user's own file."""
    if file is not None:
        return decode(read_bytes(file))
    shot = Store(data_path()).load()
    if shot.bad:
        left = ", ".join(bad.path for bad in shot.bad)
        print(f"followup: left out, since it cannot be read: {left}", file=sys.stderr)
    return shot.facts


def _chosen(words: argparse.Namespace) -> tuple[Facts, datetime]:
    facts = _facts(words.file)
    try:
        now = read_moment(words.now) if words.now else datetime.now(UTC)
    except ValueError as error:
        raise FollowupError(f"--now: {error}") from error
    if words.zone:
        try:
            facts = facts.replace(me=facts.me.replace(time_zone=check_zone(words.zone)))
        except ValueError as error:
            raise FollowupError(f"--zone: {error}") from error
    return facts, now


def _plan(words: argparse.Namespace) -> int:
    facts, now = _chosen(words)
    actions = plan(facts, now)
    if words.json:
        rows = [_row(action) for action in actions]
        sys.stdout.write(orjson.dumps(rows, option=orjson.OPT_INDENT_2).decode() + "\n")
    else:
        companies = {application.id: application.company for application in facts.applications}
        if not actions:
            print("Nothing is planned: no interview has been entered yet.")
        for action in actions:
            print(
                _line(
                    action, companies[action.application], now.astimezone(action.due.tzinfo).date()
                )
            )
    return 0


def _export(_: argparse.Namespace) -> int:
    sys.stdout.buffer.write(encode(_facts(None)))
    return 0


def _row(action: Action) -> dict[str, Any]:
    """An action as section 7 has it; date-times in ISO 8601 with their offset."""
    row = {field.name: getattr(action, field.name) for field in dataclasses.fields(action)}
    del row["message"]  # the key has it
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in row.items()
    }


def _line(action: Action, company: str, today: date) -> str:
    kind = action.kind.replace("_", " ")
    due = full_date((action.due - _INSTANT).date(), today)
    return f"{action.status:<9} {due:<12} {kind}, {company}: {action.reason}"
