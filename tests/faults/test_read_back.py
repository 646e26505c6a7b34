"""What is written is read by the next start, whatever rows and backups the file had before."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from followup.model.beside import Template
from followup.model.errors import CannotRead, FollowupError
from followup.model.fact import Fact
from followup.model.facts import Application, Facts
from followup.store.file.disk import stamp
from followup.store.file_store import FileStore
from followup.store.state import Backup
from tests.builders.files import NOW, add, application, ids, store_at, touchpoint

LAST = 9_999_999_999_999_999
IMPOSSIBLE = ("20260231T101112", "20261399T101112", "20260101T256199", "00000000T000000", "00010101T000000",
              "99991231T235959")  # fmt: skip


def renumbered(folder: Path, table: str, number: int) -> None:
    """The last row of this table gets this number, as an editor or another program may have written it."""
    path = folder / "data.json"
    tables: dict[str, dict[str, Any]] = json.loads(path.read_bytes())
    rows = tables[table]
    rows[str(number)] = rows.pop(max(rows, key=int))
    path.write_text(json.dumps(tables))


def put(store: FileStore, **new: Fact) -> None:
    """One more in each of these lists, unchecked."""

    def longer(facts: Facts) -> Facts:
        lists = {name: (*getattr(facts, name), fact) for name, fact in new.items()}
        return facts.model_copy(update=lists)

    store.update("Put", longer, now=NOW)


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    """One of each kind of record."""
    store = store_at(tmp_path)
    add(store, "a1")
    add(store, "a2")
    store.snooze("status_check:a1", NOW, now=NOW)
    store.skip("status_check:a2", now=NOW)
    put(store, templates=Template(id="t1", name="Mine", kind="thank_you", body="Dear Ann"))
    return store


@pytest.mark.parametrize("number", [LAST, LAST - 1, LAST - 2])
@pytest.mark.parametrize("table", ["applications", "snoozes", "skips", "templates", "changes"])
def test_a_row_with_the_last_number_of_all_leaves_room(
    store: FileStore, tmp_path: Path, table: str, number: int
) -> None:
    renumbered(tmp_path, table, number)
    before = store_at(tmp_path).load().facts
    again = store_at(tmp_path)
    for name in ("b1", "b2"):
        add(again, name)
        again.snooze(f"status_check:{name}", NOW, now=NOW)
        again.skip(f"status_check:{name}", now=NOW)
        put(again, templates=Template(id=f"t-{name}", name=name, kind="thank_you", body="x"))
        assert store_at(tmp_path).load().facts == again.load().facts
    assert ids(store_at(tmp_path)) == ["a1", "a2", "b1", "b2"]
    for change in reversed(again.load().changes[-8:]):
        again.undo(change.id, now=NOW)
        assert store_at(tmp_path).load().facts == again.load().facts
    assert again.load().facts == before


def test_what_was_deleted_comes_back_beside_the_last_number_of_all(
    store: FileStore, tmp_path: Path
) -> None:
    renumbered(tmp_path, "applications", LAST)
    again = store_at(tmp_path)
    deleted = again.delete("a1", again.load().revs["a1"], now=NOW)
    path = tmp_path / "data.json"
    tables = json.loads(path.read_bytes())
    (row,) = tables["applications"].values()
    tables["applications"]["1"] = json.loads(json.dumps(row).replace("a2", "c1"))
    path.write_text(json.dumps(tables))  # another program took its place
    again.undo(str(deleted.id), now=NOW)
    assert set(ids(store_at(tmp_path))) == {"a1", "a2", "c1"}


def test_a_row_that_the_next_start_would_refuse_is_not_written(
    store: FileStore, tmp_path: Path
) -> None:
    """Whoever goes past the types, by a copy that checks nothing, is stopped by the reader."""
    before = (tmp_path / "data.json").read_bytes()
    wrong = application("a9").model_copy(update={"company": "x" * 10**6})
    late = touchpoint().model_copy(update={"interview": "nobody"})
    for bad in (wrong, application("a9").model_copy(update={"touchpoints": (late,)})):
        with pytest.raises(FollowupError):
            put(store, applications=bad)
        assert (tmp_path / "data.json").read_bytes() == before


def test_what_is_nested_too_deeply_is_refused_before_it_is_written(tmp_path: Path) -> None:
    """Our own fields are flat; a key that we do not know, from an import, holds whatever it holds."""
    store = store_at(tmp_path)
    add(store, "a1")
    saved = []
    for depth in range(225, 260):
        nested: list[Any] = []
        for _ in range(depth):
            nested = [nested]
        one = Application.model_validate({**application("deep").model_dump(), "x_deep": nested})
        try:
            put(store, applications=one)
        except CannotRead:
            assert ids(store_at(tmp_path)) == ["a1"], depth
            continue
        saved.append(depth)
        assert ids(store_at(tmp_path)) == ["a1", "deep"], depth
        store.undo(store.load().changes[-1].id, now=NOW)
        assert ids(store_at(tmp_path)) == ["a1"], depth
    assert saved == list(range(225, saved[-1] + 1)), "up to a bound all"
    assert saved[-1] < 259


@pytest.mark.parametrize("reason", ["auto", "before-import", "left", "by-hand"])
@pytest.mark.parametrize("moment", IMPOSSIBLE)
def test_a_backup_named_with_an_impossible_date_is_in_nobodys_way(
    tmp_path: Path, moment: str, reason: str
) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    odd = tmp_path / "backups" / f"{moment}000000Z-abc123.{reason}.json"
    shutil.copy(tmp_path / "data.json", odd)
    again = store_at(tmp_path)
    again.save(application("a2"), now=NOW + timedelta(hours=1))
    again.update("Import", lambda facts: facts.replace(applications=()), now=NOW, before=reason)
    listed = {each.name: each for each in again.backups.list()}
    assert odd.name in listed
    for zone in (timedelta(hours=-12), timedelta(hours=14)):
        assert (listed[odd.name].at + zone).year  # it can be shown anywhere
    again.backups.restore(odd.name, now=NOW)
    assert ids(store_at(tmp_path)) == ["a1"]


@pytest.mark.parametrize("year", [1, 987, 1969, 2026, 9998])
def test_each_backup_is_found_again_under_the_name_that_it_was_given(
    tmp_path: Path, year: int
) -> None:
    now = datetime(year, 3, 4, 5, 6, 7, 89, tzinfo=UTC)
    assert len(stamp(now)) == len("20260304T050607000089Z")
    store = store_at(tmp_path)
    add(store, "a1")
    made = store.backups.make(now=now)
    found: tuple[Backup, ...] = store.backups.list()
    assert made in found
