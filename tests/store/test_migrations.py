"""Files of earlier versions come up to date in memory, and on the disk after a backup; newer ones are refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from followup.model.errors import CannotRead, NewerSchema
from followup.model.vocabulary import SCHEMA
from followup.store.errors import CannotSave
from followup.store.migrations import RELEASED, Migrations
from tests.store.samples import NOW, add, ids, store_at, watched


def said_thanks(tables: Any) -> Any:
    """A made-up step: companies are written in capitals from now on."""
    for row in tables.get("applications", {}).values():
        row["record"]["company"] = row["record"]["company"].upper()
    return tables


TWO = Migrations((said_thanks,))


def test_every_schema_ever_released_has_its_step() -> None:
    assert RELEASED.schema == SCHEMA


def test_an_earlier_file_is_read_in_the_new_form_and_not_changed_by_that(tmp_path: Path) -> None:
    add(store_at(tmp_path), "a1")
    before = (tmp_path / "data.json").read_bytes()
    store = store_at(tmp_path, migrations=TWO)
    assert [each.company for each in store.load().facts.applications] == ["GLOBEX"]
    assert (tmp_path / "data.json").read_bytes() == before


def test_the_next_save_writes_the_new_form_after_a_backup_of_the_old_one(tmp_path: Path) -> None:
    add(store_at(tmp_path), "a1")
    before = (tmp_path / "data.json").read_bytes()
    store = store_at(tmp_path, migrations=TWO)
    add(store, "a2")
    tables = json.loads((tmp_path / "data.json").read_bytes())
    assert tables["_meta"]["1"]["record"]["schema"] == 2
    assert tables["applications"]["1"]["record"]["company"] == "GLOBEX"
    (backup,) = [each for each in store.backups() if each.reason == "before-upgrade"]
    assert backup.path.read_bytes() == before
    add(store, "a3")
    assert [each.reason for each in store.backups()].count("before-upgrade") == 1
    assert ids(store_at(tmp_path, migrations=TWO)) == ["a1", "a2", "a3"]
    with pytest.raises(NewerSchema, match="a newer Follow-up wrote it"):
        store_at(tmp_path).load()


def test_an_old_backup_can_be_restored(tmp_path: Path) -> None:
    add(store_at(tmp_path), "a1")
    store = store_at(tmp_path, migrations=TWO)
    add(store, "a2")
    store.restore(next(b.name for b in store.backups() if b.reason == "before-upgrade"), now=NOW)
    assert [each.company for each in store.load().facts.applications] == ["GLOBEX"]


def test_without_the_backup_nothing_is_upgraded(tmp_path: Path) -> None:
    add(store_at(tmp_path), "a1")
    before = (tmp_path / "data.json").read_bytes()

    def full(number: int, name: str, arguments: tuple[Any, ...]) -> None:
        if name == "open" and "upgrade" in str(arguments[0]):
            raise OSError(28, "full")

    with pytest.raises(CannotSave, match=r"no backup could be made first .* the disk is full"):
        add(store_at(tmp_path, watched(full), migrations=TWO), "a2")
    assert (tmp_path / "data.json").read_bytes() == before


def test_a_step_that_fails_is_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    add(store_at(tmp_path), "a1")

    def step(tables: Any) -> Any:
        return tables["nothing"]

    with pytest.raises(CannotRead, match="cannot be brought from schema 1 to 2"):
        store_at(tmp_path, migrations=Migrations((step,))).load()
