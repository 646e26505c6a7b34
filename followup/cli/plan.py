"""`plan`: what the facts derive."""

import argparse
import dataclasses
from datetime import date, datetime, timedelta
from typing import Any

import orjson

from followup.cli.clock import add_moment, facts_and_now
from followup.cli.shared import Commands
from followup.cli.streams import put, put_lines
from followup.model.action import Action
from followup.playbook.case import company_name
from followup.playbook.plan import plan
from followup.prose.text import full_date

# A day that ends is named, not the next one, whose 00:00 that end is.
_INSTANT = timedelta(microseconds=1)


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    words = commands.add_parser("plan", help="print what is due, when and why")
    words.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help="an export; - is standard input; without it your own data",
    )
    add_moment(words)
    words.add_argument("--json", action="store_true", help="one JSON array")
    words.set_defaults(run=_plan)


def _plan(words: argparse.Namespace) -> int:
    facts, now = facts_and_now(words)
    actions = plan(facts, now)
    if words.json:
        rows = [_row(action) for action in actions]
        put(orjson.dumps(rows, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    else:
        companies = {
            application.id: company_name(application) for application in facts.applications
        }
        lines = [
            _line(action, companies[action.application], now.astimezone(action.due.tzinfo).date())
            for action in actions
        ]
        put_lines(lines or ["Nothing is planned: no interview has been entered yet."])
    return 0


def _row(action: Action) -> dict[str, Any]:
    """An action as section 7 has it; date-times in ISO 8601 with their offset."""
    row = {field.name: getattr(action, field.name) for field in dataclasses.fields(action)}
    # The key has the message, the reason the day of the answer; who is written to, a draft says.
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in row.items()
        if name not in ("message", "answered", "to", "unreached")
    }


def _line(action: Action, company: str, today: date) -> str:
    kind = action.kind.replace("_", " ")
    due = full_date((action.due - _INSTANT).date(), today)
    return f"{action.status:<9} {due:<12} {kind}, {company}: {action.reason}"
