"""Disks that fail, and others that write: what a save meets, call by call."""

import json
import os
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from followup.store.file.calls import Calls
from tests.builders.files import QUICK

Before = Callable[[int, str, tuple[Any, ...]], None]


def watched(before: Before, *, after: bool = False, exchange: bool = True) -> Calls:
    """The system's calls; `before(number, name, arguments)` runs in front of each (or behind it), and may raise."""
    count = 0

    def wrapped(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any) -> Any:
            nonlocal count
            count += 1
            number = count
            if not after:
                before(number, name, arguments)
            result = call(*arguments)
            if after:
                before(number, name, arguments)
            return result

        return run

    table: dict[str, Any] = {field.name: getattr(QUICK, field.name) for field in fields(Calls)}
    if not exchange:
        table["exchange"] = None
    return replace(QUICK, **{name: call and wrapped(name, call) for name, call in table.items()})


def failing_at(number: int, error: int, **how: bool) -> Calls:
    """Calls of which the one with this number fails."""

    def before(current: int, name: str, arguments: tuple[Any, ...]) -> None:
        if current == number:
            if name == "close" and not how.get("after"):  # the system closes it all the same
                os.close(*arguments)
            raise OSError(error, os.strerror(error))

    return watched(before, **how)


def count_calls(save: Callable[[Calls], object], **how: bool) -> int:
    """How many calls a save makes when nothing fails."""
    last = 0

    def before(current: int, name: str, arguments: tuple[Any, ...]) -> None:
        nonlocal last
        last = current

    save(watched(before, **how))
    return last


def write_from_outside(path: Path, name: str) -> None:
    """What a sync service does: another version of the file, with one more application, is renamed to its place."""
    tables = json.loads(path.read_bytes())
    record = {"id": name, "company": "From outside", "role": "r"}
    rows = tables.setdefault("applications", {})
    rows[str(max(map(int, rows), default=0) + 1)] = {"rev": 1, "record": record}
    other = path.with_name("other-computer")
    other.write_text(json.dumps(tables))
    other.replace(path)
