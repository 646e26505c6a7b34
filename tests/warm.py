"""Imported by a process that servers are forked from: what a page needs and may be there before a server is."""

import os
import pkgutil
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

import followup.cli.serve
import followup.server  # noqa: F401
from followup.__main__ import start

# Of `ui` nothing: its components are made known to the server that runs when they are imported.
for _room in ("exchange", "forms", "messages", "playbook", "store", "views"):
    for _module in pkgutil.walk_packages(
        import_module(f"followup.{_room}").__path__, f"followup.{_room}."
    ):
        import_module(_module.name)


def serve(words: tuple[str, ...], cwd: Path, env: Mapping[str, str], log: Path) -> None:
    """As `python -m followup WORDS` is called in that folder, with those variables and no others."""
    with Path(os.devnull).open("rb") as nothing, log.open("ab") as out:
        for number, stream in enumerate((nothing, out, out)):
            os.dup2(stream.fileno(), number)
    os.environ.clear()
    os.environ.update(env)
    os.chdir(cwd)
    sys.argv[1:] = words
    sys.exit(start())
