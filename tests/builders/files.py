"""A data file for the store's tests: small applications, and a store over them that does not wait for the disk."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from followup.model.facts import Application, Touchpoint
from followup.store.file.calls import SYSTEM, Calls
from followup.store.file_store import FileStore
from followup.store.store import Store
from tests.builders import applied, interview, person, sent

NOW = datetime(2026, 9, 22, 10, tzinfo=UTC)
DAY = date(2026, 9, 25)


# Without the waiting for the disk, of which a test sees nothing: that fsync is called, and when, is tested by its name.
QUICK = replace(SYSTEM, fsync=lambda _: None)


def application(name: str = "a1", **changes: Any) -> Application:
    """An application with this id; those of its person and its interview begin with it."""
    ann = person("Ann", id=f"{name}-ann", email="")
    return applied(
        "Globex", ann, interview(by=ann.id, key=f"{name}-i1", starts_at=NOW), id=name
    ).replace(**changes)


def touchpoint(name: str = "t1", **changes: Any) -> Touchpoint:
    """A thank-you to nobody in particular."""
    return sent("thank_you", "09-22", id=name, at=NOW).replace(**changes)


def store_at(folder: Path, calls: Calls = QUICK, **options: Any) -> FileStore:
    return FileStore(folder / "data.json", backups=folder / "backups", calls=calls, **options)


def ids(store: Store) -> list[str]:
    return [each.id for each in store.load().facts.applications]


def add(store: Store, name: str) -> None:
    store.save(application(name), now=NOW)
