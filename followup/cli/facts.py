"""`plan`: what the facts derive."""

import argparse
import dataclasses
from datetime import UTC, date, datetime, timedelta
from typing import Any, Protocol

import orjson

from followup.cli.streams import complain, put, put_lines, read_bytes
from followup.model.action import Action
from followup.model.codec import decode
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


def own_facts() -> Facts:
    """The facts of the user's own file; what cannot be read is named."""
    shot = Store(data_path()).load()
    if shot.bad:
        left = ", ".join(bad.path for bad in shot.bad)
        complain(f"left out, since it cannot be read: {left}")
    return shot.facts


def _chosen(words: argparse.Namespace) -> tuple[Facts, datetime]:
    facts = own_facts() if words.file is None else decode(read_bytes(words.file))
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
        put(orjson.dumps(rows, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    else:
        companies = {application.id: application.company for application in facts.applications}
        lines = [
            _line(action, companies[action.application], now.astimezone(action.due.tzinfo).date())
            for action in actions
        ]
        put_lines(lines or ["Nothing is planned: no interview has been entered yet."])
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
