"""`import`: the facts of a lossless JSON, and the applications of a table."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from followup.cli.import_table import add_options, import_table
from followup.cli.shared import Commands
from followup.cli.streams import STDIN, command, read_bytes
from followup.home import data_path
from followup.model.lossless.codec import decode
from followup.store.file_store import FileStore
from followup.store.import_preview import preview_import


def add_commands(commands: Commands) -> None:
    """Add the command of this module."""
    import_ = commands.add_parser(
        "import",
        help="bring in the applications of an export or of a table; those of yours that it does not have stay",
    )
    import_.add_argument(
        "file", metavar="FILE", help="an export, or a table (.csv, .xlsx); - is standard input"
    )
    import_.add_argument(
        "--settings", action="store_true", help="its settings as well, in the place of yours"
    )
    import_.add_argument(
        "--yes", action="store_true", help="import it, and not only say what it would change"
    )
    import_.add_argument(
        "--dry-run",
        action="store_true",
        help="only say it, which is what happens without --yes, too",
    )
    add_options(import_)
    import_.set_defaults(run=_import)


def _import(words: argparse.Namespace) -> int:
    data = read_bytes(words.file)
    if not words.file.lower().endswith(".json") and data.lstrip()[:1] != b"{":
        return import_table(words, data)
    there = decode(data)
    store = FileStore(data_path())
    lines = preview_import(store.load().facts, there, settings=words.settings)
    if not lines:
        print("It holds nothing that is not here already: nothing was changed.")
        return 0
    print(" ".join(lines))
    if not words.yes or words.dry_run:
        print("Nothing was changed. To import it: the same with --yes.")
        return 0
    name = "an export" if words.file == STDIN else Path(words.file).name
    change = store.import_facts(
        there, settings=words.settings, now=datetime.now(UTC), what=f"Imported {name}"
    )
    print(f"Imported into {store.path}.")
    for warning in change.warnings:
        print(warning)
    if change.backup:
        print(f"To undo: {command('restore', change.backup.name, '--yes')}")
    return 0
