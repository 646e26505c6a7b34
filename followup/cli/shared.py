"""What the commands share: how one is added, and the user's own facts."""

import argparse
from typing import Protocol

from followup.cli.streams import complain
from followup.home import data_path
from followup.model.facts import Facts


class Commands(Protocol):
    """What argparse makes of `add_subparsers`; its own type has no public name."""

    def add_parser(self, name: str, *, help: str) -> argparse.ArgumentParser: ...  # noqa: A002


def own_facts() -> Facts:
    """The facts of the user's own file; what cannot be read is named."""
    from followup.store.file_store import FileStore  # an export needs none

    shot = FileStore(data_path()).load()
    if shot.bad:
        left = ", ".join(bad.path for bad in shot.bad)
        complain(f"left out, since it cannot be read: {left}")
    return shot.facts
