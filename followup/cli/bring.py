"""`export` and `import`: the facts as lossless JSON, out and in."""

import argparse
import contextlib
import os
from datetime import UTC, datetime
from pathlib import Path

from followup.cli.facts import Commands, own_facts
from followup.cli.streams import STDIN, command, put, read_bytes
from followup.model.codec import decode, encode
from followup.model.errors import FollowupError
from followup.store.errors import because
from followup.store.place import data_path
from followup.store.store import Store


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    export = commands.add_parser("export", help="write your own data as lossless JSON")
    export.add_argument("file", nargs="?", default=STDIN, metavar="FILE", help="else it is printed")
    export.set_defaults(run=_export)
    bring = commands.add_parser(
        "import",
        help="bring in the applications of an export; those of yours that it does not have stay",
    )
    bring.add_argument("file", metavar="FILE", help="an export; - is standard input")
    bring.add_argument(
        "--settings", action="store_true", help="its settings as well, in the place of yours"
    )
    bring.add_argument(
        "--yes", action="store_true", help="import it, and not only say what it would change"
    )
    bring.set_defaults(run=_import)


def _export(words: argparse.Namespace) -> int:
    data = encode(own_facts())
    if words.file == STDIN:
        put(data)
        return 0
    path = Path(words.file).absolute()
    try:
        with open(path, "xb", opener=_private) as opened:
            opened.write(data)
            opened.flush()
    except FileExistsError as error:
        raise FollowupError(f"{path} is there already: name another file.") from error
    except OSError as error:
        with contextlib.suppress(OSError):
            path.unlink()
        raise FollowupError(f"{path} was not written: {because(error)}.") from error
    print(f"Exported to {path}.")
    return 0


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def _import(words: argparse.Namespace) -> int:
    there = decode(read_bytes(words.file))
    store = Store(data_path())
    lines = store.preview_import(there, settings=words.settings)
    if not lines:
        print("It holds nothing that is not here already: nothing was changed.")
        return 0
    print(" ".join(lines))
    if not words.yes:
        print("Nothing was changed. To import it: the same with --yes.")
        return 0
    name = "an export" if words.file == STDIN else Path(words.file).name
    before = {each.name for each in store.backups()}
    change = store.bring(
        there, settings=words.settings, now=datetime.now(UTC), what=f"Imported {name}"
    )
    print(f"Imported into {store.path}.")
    for warning in change.warnings:
        print(warning)
    made = [each for each in store.backups() if each.name not in before]
    back = [each.name for each in made if each.reason == "before-import"]
    if back:
        print(f"To undo: {command('restore', back[0], '--yes')}")
    return 0
