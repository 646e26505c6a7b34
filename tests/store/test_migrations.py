"""Files of earlier versions come up to date in memory, and on the disk after a backup; newer ones are refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from followup.model.errors import CannotRead, NewerSchema
from followup.model.vocabulary import SCHEMA
from followup.store.errors import CannotSave
from followup.store.file.storage import RELEASED, Migrations
from tests.builders.files import NOW, add, ids, store_at
from tests.store.disks import watched


def said_thanks(tables: Any) -> Any:
    """A made-up step: companies are written in capitals from now on."""
    for row in tables.get("applications", {}).values():
        row["record"]["company"] = row["record"]["company"].upper()
    return tables


NEXT = Migrations((*RELEASED.steps, said_thanks))


def test_every_schema_ever_released_has_its_step() -> None:
    assert RELEASED.schema == SCHEMA


def test_an_earlier_file_is_read_in_the_new_form_and_not_changed_by_that(tmp_path: Path) -> None:
    add(store_at(tmp_path), "a1")
    before = (tmp_path / "data.json").read_bytes()
    store = store_at(tmp_path, migrations=NEXT)
    assert [each.company for each in store.load().facts.applications] == ["GLOBEX"]
    assert (tmp_path / "data.json").read_bytes() == before


def test_the_next_save_writes_the_new_form_after_a_backup_of_the_old_one(tmp_path: Path) -> None:
    add(store_at(tmp_path), "a1")
    before = (tmp_path / "data.json").read_bytes()
    store = store_at(tmp_path, migrations=NEXT)
    add(store, "a2")
    tables = json.loads((tmp_path / "data.json").read_bytes())
    assert tables["_meta"]["1"]["record"]["schema"] == 3
    assert tables["applications"]["1"]["record"]["company"] == "GLOBEX"
    (backup,) = [each for each in store.backups.list() if each.reason == "before-upgrade"]
    assert store.file.backup(backup.name) == before
    add(store, "a3")
    assert [each.reason for each in store.backups.list()].count("before-upgrade") == 1
    assert ids(store_at(tmp_path, migrations=NEXT)) == ["a1", "a2", "a3"]
    with pytest.raises(NewerSchema, match="a newer Follow-up wrote it"):
        store_at(tmp_path).load()


def test_a_program_that_knows_schema_1_alone_refuses_schema_2_and_leaves_it_as_it_is(
    tmp_path: Path,
) -> None:
    add(store_at(tmp_path), "a1")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    older = store_at(tmp_path, migrations=Migrations())
    text = "the file has schema 2, this program knows 1: a newer Follow-up wrote it"
    for use in (older.load, lambda: add(older, "a2")):
        with pytest.raises(NewerSchema, match=text):
            use()
    assert {path: path.read_bytes() for path in before} == before


def test_an_old_backup_can_be_restored(tmp_path: Path) -> None:
    add(store_at(tmp_path), "a1")
    store = store_at(tmp_path, migrations=NEXT)
    add(store, "a2")
    store.backups.restore(
        next(b.name for b in store.backups.list() if b.reason == "before-upgrade"), now=NOW
    )
    assert [each.company for each in store.load().facts.applications] == ["GLOBEX"]


def test_without_the_backup_nothing_is_upgraded(tmp_path: Path) -> None:
    add(store_at(tmp_path), "a1")
    before = (tmp_path / "data.json").read_bytes()

    def full(number: int, name: str, arguments: tuple[Any, ...]) -> None:
        if name == "open" and "upgrade" in str(arguments[0]):
            raise OSError(28, "full")

    with pytest.raises(CannotSave, match=r"no backup could be made first .* the disk is full"):
        add(store_at(tmp_path, watched(full), migrations=NEXT), "a2")
    assert (tmp_path / "data.json").read_bytes() == before


def test_a_step_that_fails_is_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    add(store_at(tmp_path), "a1")

    def step(tables: Any) -> Any:
        return tables["nothing"]

    with pytest.raises(CannotRead, match="cannot be brought from schema 2 to 3"):
        store_at(tmp_path, migrations=Migrations((*RELEASED.steps, step))).load()


def test_a_file_of_schema_1_keeps_the_zone_that_it_meant_and_what_only_it_knew(
    tmp_path: Path,
) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    tables = json.loads(store.path.read_bytes())
    tables["_meta"]["1"]["record"]["schema"] = 1
    tables["_meta"]["2"] = {"rev": 1, "record": {"handed_out": 5, "x": [1]}}
    record = tables["applications"]["1"]["record"]
    for key in ("language", "region", "phone", "applied", "reopened_at"):
        del record[key]
    record |= {"country": "GB-SCT", "language": 7}
    store.path.write_text(json.dumps(tables))
    facts = store_at(tmp_path).load().facts
    assert (facts.me.time_zone, facts.me.country) == ("Europe/Berlin", "DE")
    assert facts.model_extra == {"handed_out (schema 1)": 5, "x": [1]}
    (application,) = facts.applications
    assert (application.country, application.region) == ("GB", "GB-SCT")
    assert application.model_extra == {"language (schema 1)": 7}
    add(store_at(tmp_path), "a2")
    before = store.path.read_bytes()
    assert store_at(tmp_path).load().facts.model_extra == facts.model_extra
    assert store.path.read_bytes() == before
