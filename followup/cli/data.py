"""The commands that look after the data file: `backup`, `restore`, `check`."""

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from followup.cli.streams import command, complain, read_bytes
from followup.home import data_path
from followup.model.errors import CannotRead, FollowupError, Problem
from followup.model.lossless.codec import FORMAT, decode
from followup.model.lossless.strict_json import parse
from followup.store.compare import Comparison, RecordCounts
from followup.store.file_store import FileStore
from followup.store.state import Backup, Replaced

if TYPE_CHECKING:
    from followup.cli.shared import Commands

_FOUND_FAULTS = 1
_HERE = "nothing differs from now"


def add_commands(commands: "Commands") -> None:
    """Add the commands of this module."""
    backup = commands.add_parser("backup", help="make a backup of your data, and say where it is")
    backup.set_defaults(run=_backup)
    restore = commands.add_parser(
        "restore", help="list the backups, or put one in the place of your data"
    )
    restore.add_argument(
        "backup", nargs="?", metavar="BACKUP", help="its number in the list, or its name"
    )
    restore.add_argument(
        "--yes", action="store_true", help="restore it, and not only say what it would change"
    )
    restore.set_defaults(run=_restore)
    check = commands.add_parser(
        "check", help="read your data strictly and say all that is wrong with it"
    )
    check.add_argument(
        "file", nargs="?", metavar="FILE", help="another data file, a backup, or an export"
    )
    check.set_defaults(run=_check)


def _backup(_: argparse.Namespace) -> int:
    store = FileStore(data_path())
    print(store.backup_path(store.backups.make(now=datetime.now(UTC))))
    return 0


# ---- restore


def _restore(words: argparse.Namespace) -> int:
    store = FileStore(data_path())
    if words.backup is None:
        return _list(store)
    name = _chosen(store, words.backup).name
    print(f"{name}: {in_words(store.backups.compare(name))}")
    if not words.yes:
        print("Nothing was changed. To restore it: the same with --yes.")
        return 0
    change = store.backups.restore(name, now=datetime.now(UTC))
    print(f"Restored to {store.path}.")
    for warning in change.warnings:
        print(warning)
    if isinstance(change.id, Replaced):
        print(f"To undo: {command('restore', change.id.backup, '--yes')}")
    return 0


def _list(store: FileStore) -> int:
    found = store.backups.list()
    if not found:
        print(f"There are no backups of {store.path} yet.")
    for number, each in enumerate(found, start=1):
        try:
            seen = in_words(store.backups.compare(each.name))
        except FollowupError as error:
            seen = " ".join(str(error).split())
        when = f"{each.at.astimezone():%Y-%m-%d %H:%M}"
        print(f"{number:>3}  {when}  {reason_words(each.reason):<28} {each.name}\n     {seen}")
    return 0


def _chosen(store: FileStore, wanted: str) -> Backup:
    backups = store.backups.list()
    if wanted.isdecimal() and 1 <= int(wanted) <= len(backups):
        return backups[int(wanted) - 1]
    for each in backups:
        if wanted in (each.name, str(store.backup_path(each))):
            return each
    raise FollowupError(f"There is no backup “{wanted}”; `restore` alone lists them.")


def reason_words(reason: str) -> str:
    """Why a backup was made."""
    known = {
        "auto": "automatic",
        "left": "left by a killed program",
        "conflict": "copy of a sync service",
    }
    return known.get(reason, reason.replace("-", " "))


def in_words(seen: Comparison) -> str:
    """What a backup holds against now."""
    if seen.same:
        return _HERE
    kinds = ("applications", "interviews", "touchpoints")
    parts = [f"{getattr(seen, kind).there} {kind}{_against(getattr(seen, kind))}" for kind in kinds]
    return ", ".join(parts)


def _against(count: RecordCounts) -> str:
    numbers = {
        "not here now": count.only_there,
        "missing in it": count.only_here,
        "changed": count.changed,
    }
    said = ", ".join(f"{number} {words}" for words, number in numbers.items() if number)
    return f" ({said})" if said else ""


# ---- check


def _check(words: argparse.Namespace) -> int:
    path = Path(words.file).absolute() if words.file else data_path()
    # In the place of the data file an export is a fault, however whole it is.
    is_export = words.file is not None and _is_export(path)
    problems, said = _export(path) if is_export else _data_file(path)
    for problem in problems:
        complain(str(problem), by=f"{path}: ")
    print(f"{path}: {said}")
    return _FOUND_FAULTS if problems else 0


def _is_export(path: Path) -> bool:
    try:
        value = parse(read_bytes(str(path)))
    except FollowupError:
        return False
    return isinstance(value, dict) and value.get("format") == FORMAT


def _export(path: Path) -> tuple[list[Problem], str]:
    try:
        facts = decode(read_bytes(str(path)))
    except CannotRead as error:
        return list(error.problems), "an export that cannot be read."
    return [], f"a whole export; {len(facts.applications)} applications."


def _data_file(path: Path) -> tuple[list[Problem], str]:
    store = FileStore(path)
    try:
        shot = store.load()
    except CannotRead as error:
        return list(error.problems), "this file cannot be read."
    if not shot.version:
        raise FollowupError(f"{path} is not there.")
    problems = [problem for bad in shot.bad for problem in bad.problems]
    facts = shot.facts
    said = f"{len(facts.applications)} applications can be read"
    return (
        problems,
        f"{said}; {len(shot.bad)} records cannot." if shot.bad else f"{said}; all is well.",
    )
