"""`remind`: what is to be done today, for cron, a systemd timer or the task planner of Windows."""

import argparse
from datetime import timedelta

from followup.cli.clock import add_moment, facts_and_now
from followup.cli.shared import Commands
from followup.cli.streams import put_lines
from followup.views.reminders import as_text, for_today, reminders

_DAY = 24 * 60


def add_commands(commands: Commands) -> None:
    """Add the command of this module."""
    words = commands.add_parser(
        "remind", help="print what is to be done today, and nothing on a day without"
    )
    words.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help="an export; - is standard input; without it your own data",
    )
    words.add_argument(
        "--every",
        type=_minutes,
        metavar="MINUTES",
        help="only what came up in the last so many minutes: the day's list at nine, and an interview that is over",
    )
    add_moment(words)
    words.set_defaults(run=_remind)


def _minutes(text: str) -> int:
    """A number of minutes that was typed."""
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:6]) <= _DAY):
        raise argparse.ArgumentTypeError(f"“{text}” is no number of minutes from 1 to {_DAY}")
    return int(text)


def _remind(words: argparse.Namespace) -> int:
    facts, now = facts_and_now(words)
    if words.every is not None:
        put_lines(as_text(reminders(facts, now - timedelta(minutes=words.every), now)))
    elif today := for_today(facts, now):
        put_lines(as_text((today,)))
    return 0
