"""`migrate`: the tables of the database, made or brought up to date by the role that owns them."""

import argparse

from followup.cli.shared import Commands
from followup.home import database_url
from followup.model.errors import FollowupError


def add_commands(commands: Commands) -> None:
    """Add the command of this module."""
    command = commands.add_parser(
        "migrate", help="make or update the tables of a database (docs/hosting.md)"
    )
    command.set_defaults(run=_migrate)


def _migrate(_: argparse.Namespace) -> int:
    url = database_url()
    if not url:
        raise FollowupError("FOLLOWUP_DATABASE is not set: it names the database, and the role.")
    from followup.store.database.schema import migrate

    began, done = migrate(url)
    print(f"The tables are at {done}." if began == done else f"The tables: {began} → {done}.")
    return 0
