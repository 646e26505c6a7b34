"""A backup comes back with one click, and so does what was there before."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from followup.model.errors import CannotRead, NewerSchema, NotThere
from followup.model.facts import Facts
from followup.model.settings import Me
from followup.store.compare import RecordCounts
from followup.store.errors import CannotSave, CannotUndo
from followup.store.file.backup_folder import BackupFolder
from followup.store.file.calls import SYSTEM
from followup.store.file_store import FileStore
from tests.builders.files import NOW, add, application, ids, store_at, touchpoint
from tests.store.disks import watched


def two_states(folder: Path) -> tuple[FileStore, str]:
    """A file with a2 and a changed a1, and the backup in which a1 and a3 are."""
    store = store_at(folder)
    add(store, "a1")
    add(store, "a3")
    name = store.backups.make(now=NOW).name
    store.log("a1", touchpoint(), now=NOW, what="Sent")
    store.delete("a3", store.load().revs["a3"], now=NOW)
    add(store, "a2")
    return store, name


def test_backups_are_listed_newest_first_with_their_reason(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    store.backups.make(now=NOW + timedelta(hours=1))
    assert [(each.reason, each.at) for each in store.backups.list()] == [
        ("by-hand", NOW + timedelta(hours=1)),
        ("auto", NOW),
    ]
    assert all(store.backup_path(each).is_file() for each in store.backups.list())


def test_what_a_backup_holds_against_now(tmp_path: Path) -> None:
    store, name = two_states(tmp_path)
    seen = store.backups.compare(name)
    assert seen.applications == RecordCounts(there=2, here=2, only_there=1, only_here=1, changed=0)
    assert seen.interviews == RecordCounts(there=2, here=2, only_there=1, only_here=1, changed=0)
    assert seen.touchpoints == RecordCounts(there=0, here=1, only_there=0, only_here=1, changed=0)
    assert not seen.same
    assert store.backups.compare(store.backups.make(now=NOW).name).same


def test_a_changed_application_counts_as_changed(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    name = store.backups.make(now=NOW).name
    store.save(application(notes="more"), store.load().revs["a1"], now=NOW)
    assert store.backups.compare(name).applications.changed == 1


def test_a_restored_backup_is_the_file_to_the_byte_and_undo_brings_the_other_back(
    tmp_path: Path,
) -> None:
    store, name = two_states(tmp_path)
    before, backup = store.path.read_bytes(), (tmp_path / "backups" / name).read_bytes()
    change = store.backups.restore(name, now=NOW)
    assert store.path.read_bytes() == backup
    assert ids(store) == [each.id for each in change.snapshot.facts.applications] == ["a1", "a3"]
    kept = [each for each in store.backups.list() if each.reason == "before-restore"]
    assert [store.file.backup(each.name) for each in kept] == [before]
    undone = store.undo(change.id or "", now=NOW)
    assert undone.id is None
    assert store.path.read_bytes() == before
    assert ids(store_at(tmp_path)) == ["a1", "a2"]


def test_a_restore_is_not_undone_over_what_was_changed_since(tmp_path: Path) -> None:
    store, name = two_states(tmp_path)
    change = store.backups.restore(name, now=NOW)
    add(store, "a4")
    with pytest.raises(CannotUndo, match="something was changed afterwards"):
        store.undo(change.id or "", now=NOW)
    assert ids(store) == ["a1", "a3", "a4"]


def test_an_undo_whose_backup_cannot_be_read_any_more_changes_nothing(tmp_path: Path) -> None:
    store, name = two_states(tmp_path)
    change = store.backups.restore(name, now=NOW)
    (kept,) = (each for each in store.backups.list() if each.reason == "before-restore")
    store.backup_path(kept).write_text("{")
    before = store.path.read_bytes()
    with pytest.raises(CannotRead, match=kept.name):
        store.undo(change.id or "", now=NOW)
    assert store.path.read_bytes() == before


def test_restoring_what_is_there_already_changes_nothing(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    name = store.backups.make(now=NOW).name
    status = store.path.stat()
    assert store.backups.restore(name, now=NOW).id is None
    assert store.path.stat().st_ino == status.st_ino


def test_a_file_that_is_gone_comes_back(tmp_path: Path) -> None:
    store, name = two_states(tmp_path)
    store.path.unlink()
    assert store.backups.compare(name).applications.here == 0
    assert store.backups.restore(name, now=NOW).id is None
    assert ids(store_at(tmp_path)) == ["a1", "a3"]


def test_a_file_that_cannot_be_read_is_kept_beside(tmp_path: Path) -> None:
    store, name = two_states(tmp_path)
    store.path.write_bytes(b'{"half')
    change = store_at(tmp_path).backups.restore(name, now=NOW)
    assert ids(store) == ["a1", "a3"]
    (bad,) = tmp_path.glob("data.json.bad-*")
    assert bad.read_bytes() == b'{"half'
    assert change.warnings == (f"What could not be read is kept as {bad}.",)
    assert "before-restore" not in {each.reason for each in store.backups.list()}


def test_a_newer_file_is_not_restored_over(tmp_path: Path) -> None:
    store, name = two_states(tmp_path)
    store.path.write_text(store.path.read_text().replace('"schema": 2', '"schema": 3'))
    before = store.path.read_bytes()
    with pytest.raises(NewerSchema, match="a newer Follow-up wrote it"):
        store_at(tmp_path).backups.restore(name, now=NOW)
    assert store.path.read_bytes() == before


def test_a_backup_that_cannot_be_read_is_refused_by_name(tmp_path: Path) -> None:
    store, name = two_states(tmp_path)
    (tmp_path / "backups" / name).write_text("{")
    before = store.path.read_bytes()
    for attempt in (store.backups.compare, lambda each: store.backups.restore(each, now=NOW)):
        with pytest.raises(CannotRead, match=name):
            attempt(name)
    for other in ("nothing.json", "../data.json", str(store.path)):
        with pytest.raises(NotThere, match="no such backup"):
            store.backups.restore(other, now=NOW)
    assert store.path.read_bytes() == before


def test_without_a_backup_first_nothing_is_restored(tmp_path: Path) -> None:
    store, name = two_states(tmp_path)
    before = store.path.read_bytes()

    def full(number: int, called: str, arguments: tuple[Any, ...]) -> None:
        if called == "open" and "before-restore" in str(arguments[0]):
            raise OSError(28, "full")

    with pytest.raises(CannotSave, match="no backup could be made first"):
        store_at(tmp_path, watched(full)).backups.restore(name, now=NOW)
    assert store.path.read_bytes() == before


def test_there_is_a_backup_before_an_import_and_before_a_bulk_delete(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    add(store, "a2")
    before = store.path.read_bytes()
    store.update("Import", lambda _: Facts(me=Me(name="Kim")), now=NOW, before="before-import")
    imported = store.path.read_bytes()
    add(store, "a3")
    add(store, "a4")
    store.update("Empty", lambda facts: facts.replace(applications=()), now=NOW)
    made = {each.reason: store.backup_path(each) for each in store.backups.list()}
    assert made["before-import"].read_bytes() == before
    deleted = json.loads(made["before-delete"].read_bytes())["applications"]
    assert [row["record"]["id"] for row in deleted.values()] == ["a3", "a4"]
    assert imported != before


def test_nothing_is_backed_up_where_nothing_is(tmp_path: Path) -> None:
    with pytest.raises(CannotSave, match="nothing to back up"):
        store_at(tmp_path).backups.make(now=NOW)
    (tmp_path / "data.json").write_text("{")
    with pytest.raises(CannotRead):
        store_at(tmp_path).backups.make(now=NOW)


def test_what_killed_writers_left_is_pruned(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    folder = BackupFolder(tmp_path / "backups", SYSTEM)
    for number in range(15):
        folder.make(store.path.read_bytes(), NOW + timedelta(minutes=number), "left")
    add(store_at(tmp_path), "a2")
    assert len(folder.names("left")) == 10
    assert folder.names("left")[-1].startswith("20260922T1014")


def test_of_one_reason_thirty_are_kept(tmp_path: Path) -> None:
    folder = BackupFolder(tmp_path, SYSTEM)
    for number in range(33):
        folder.must_make(b"{}", NOW + timedelta(minutes=number), "before-import")
    assert len(folder.names("before-import")) == 30
