"""Copies of the file that outlive it."""

import errno
import os
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from followup.home import backups_folder, data_path
from followup.store.errors import BadFile
from followup.store.file.backup_folder import BackupFolder, worth_keeping
from followup.store.file.calls import SYSTEM
from followup.store.file_store import FileStore
from tests.builders.files import NOW, add, application, ids, store_at
from tests.store.disks import watched


def backups(folder: Path) -> list[Path]:
    return sorted((folder / "backups").glob("*.json"))


def test_the_first_save_of_all_is_backed_up(tmp_path: Path) -> None:
    add(store_at(tmp_path), "a1")
    assert [path.read_bytes() for path in backups(tmp_path)] == [
        (tmp_path / "data.json").read_bytes()
    ]


def test_each_run_begins_with_a_backup_of_what_was_there(tmp_path: Path) -> None:
    add(store_at(tmp_path), "a1")
    before = (tmp_path / "data.json").read_bytes()
    later = store_at(tmp_path)
    later.save(application("a2"), now=NOW + timedelta(days=1))
    assert len(backups(tmp_path)) == 2
    assert backups(tmp_path)[-1].read_bytes() == before


def test_then_every_ten_minutes_if_it_changed(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    for minute in range(0, 60, 2):
        store.save(application(f"a{minute}"), now=NOW + timedelta(minutes=minute))
    assert len(backups(tmp_path)) == 6
    names = [path.name[:15] for path in backups(tmp_path)]
    assert names == [f"20260922T10{minute:02}00" for minute in range(0, 60, 10)]


def test_what_is_backed_up_already_is_not_again(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    store.save(application("a2"), now=NOW + timedelta(hours=1))
    assert len(backups(tmp_path)) == 1


def test_reading_makes_no_backup(tmp_path: Path) -> None:
    add(store_at(tmp_path), "a1")
    store_at(tmp_path).load()
    assert len(backups(tmp_path)) == 1


def test_a_backup_is_a_data_file(tmp_path: Path) -> None:
    add(store_at(tmp_path), "a1")
    assert [
        each.id
        for each in FileStore(backups(tmp_path)[0], backups=tmp_path / "b")
        .load()
        .facts.applications
    ] == ["a1"]


def test_a_backup_that_fails_is_a_warning_and_not_a_failed_save(tmp_path: Path) -> None:
    full = True

    def before(number: int, name: str, arguments: tuple[Any, ...]) -> None:
        if (
            full
            and name == "open"
            and Path(arguments[0]).suffix == ".tmp"
            and "backups" in str(arguments[0])
        ):
            raise OSError(errno.ENOSPC, "full")

    store = store_at(tmp_path, watched(before))
    for name in ("a1", "a2"):
        change = store.save(application(name), now=NOW)
        assert change.warnings == store.load().warnings
        assert change.warnings == (
            f"No backup could be made in {tmp_path / 'backups'}: the disk is full; free some space.",
        )
    assert ids(store_at(tmp_path)) == ["a1", "a2"]
    full = False
    later = store.save(application("a3"), now=NOW + timedelta(minutes=11))
    assert later.warnings == ()
    assert len(backups(tmp_path)) == 1


@pytest.mark.parametrize("reason", [None, "before-import"])
def test_what_nobody_has_read_is_not_backed_up(tmp_path: Path, reason: str | None) -> None:
    add(store_at(tmp_path), "a1")
    opened = 0

    def before(number: int, name: str, arguments: tuple[Any, ...]) -> None:
        nonlocal opened
        opened += name == "open" and arguments[0] == tmp_path / "data.json"
        if opened == 2:  # it was read, and is looked at once more before the swap
            (tmp_path / "data.json").write_text("half a fi")

    with pytest.raises(BadFile):
        store_at(tmp_path, watched(before)).update(
            "Import", lambda facts: facts.replace(applications=()), now=NOW, before=reason
        )
    assert {path.read_text()[0] for path in backups(tmp_path)} == {"{"}


def test_twenty_recent_fourteen_daily_and_eight_weekly_ones_are_kept() -> None:
    start = datetime(2026, 1, 1, tzinfo=UTC)
    moments = [start + timedelta(hours=4 * number) for number in range(100 * 6)]
    names = [f"{moment:%Y%m%dT%H%M%S000000Z}-abc.auto.json" for moment in moments]
    kept: set[str] = set()
    for moment, name in zip(moments, names, strict=True):
        kept = worth_keeping([*kept, name], moment)
    assert set(names[-20:]) <= kept
    days = Counter(name[:8] for name in kept)
    assert len([day for day in days if day >= "20260328"]) == 14, "the last fourteen days"
    weeks = {f"{datetime.strptime(day, '%Y%m%d').replace(tzinfo=UTC):%G-%V}" for day in days}
    assert len(weeks) == 8
    assert len(kept) < 20 + 14 + 8


def test_old_backups_go_but_nothing_that_is_not_an_automatic_one(tmp_path: Path) -> None:
    folder = BackupFolder(tmp_path, SYSTEM)
    others = [
        "notes.txt",
        "20200101T000000000000Z-abc.before-import.json",
        "20200101T000000000000Z-abc.left.json",
    ]
    for name in others:
        (tmp_path / name).touch()
    for number in range(40):
        folder.make_automatic(b"{}", str(number), NOW + timedelta(minutes=number))
    assert len(folder.names("auto")) == 20
    assert set(others) <= set(os.listdir(tmp_path))  # noqa: PTH208
    assert len(folder.names()) == 21, "what a killed writer left does not count as a backup"


def test_each_data_file_has_its_own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.delenv("FOLLOWUP_BACKUPS", raising=False)
    one, two = backups_folder(Path("/a/data.json")), backups_folder(Path("/b/data.json"))
    assert one != two
    assert one.name.startswith("data-")
    assert one == backups_folder(Path("/a/data.json"))
    assert one.is_relative_to(tmp_path)
    monkeypatch.setenv("FOLLOWUP_BACKUPS", str(tmp_path / "mine"))
    assert backups_folder(Path("/a/data.json")) == tmp_path / "mine" / one.name


def test_the_place_of_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("FOLLOWUP_DATA", raising=False)
    assert data_path() == Path(__file__).parents[2] / "data" / "followup.json"
    monkeypatch.setenv("FOLLOWUP_DATA", " ")
    assert data_path().name == "followup.json"
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("FOLLOWUP_DATA", "~/search.json")
    assert data_path() == tmp_path / "search.json"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FOLLOWUP_DATA", "mine.json")
    assert data_path() == tmp_path / "mine.json"
