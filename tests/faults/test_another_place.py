"""The file's place changes while the program runs: nothing is written to a wrong one, and nothing begins anew."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from followup.store.errors import CannotSave, MissingFile
from followup.store.unsent import UnsentText
from tests.builders.files import NOW, add, ids, store_at
from tests.store.disks import watched

ROOT = pytest.mark.skipif(
    os.name == "nt" or os.geteuid() != 0, reason="only root may give files away"
)
USER = 1234


def moved(folder: Path) -> Path:
    """The file goes to a synced folder, and a link stands in its place."""
    synced = folder / "synced"
    synced.mkdir()
    (folder / "data.json").rename(synced / "search.json")
    (folder / "data.json").symlink_to(synced / "search.json")
    return synced / "search.json"


@pytest.mark.parametrize("exchange", [True, False])
def test_a_file_that_was_moved_and_linked_back_is_saved_where_it_is_now(
    tmp_path: Path, exchange: bool
) -> None:
    store = store_at(tmp_path, watched(lambda *_: None, exchange=exchange))
    add(store, "a1")
    real = moved(tmp_path)
    add(store, "a2")
    assert (tmp_path / "data.json").is_symlink()
    assert b'"a2"' in real.read_bytes()
    assert ids(store_at(tmp_path)) == ids(store) == ["a1", "a2"]
    store.undo(store.load().changes[-1].id, now=NOW)
    assert (tmp_path / "data.json").is_symlink()
    assert ids(store_at(tmp_path)) == ["a1"]
    for folder in (tmp_path, real.parent):
        assert [each.name for each in folder.iterdir() if each.suffix in (".tmp", ".old")] == []


def test_a_folder_above_it_may_become_another(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "now").symlink_to(tmp_path / "one")
    store = store_at(tmp_path / "now")
    add(store, "a1")
    (tmp_path / "one").rename(tmp_path / "two")
    (tmp_path / "now").unlink()
    (tmp_path / "now").symlink_to(tmp_path / "two")
    add(store, "a2")
    assert ids(store_at(tmp_path / "two")) == ["a1", "a2"]
    assert not (tmp_path / "one").exists()


def test_what_is_unsent_is_found_again_after_the_file_was_moved(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    text = UnsentText(at=NOW, body="My own words")
    store.unsent.keep("k", text, now=NOW)
    moved(tmp_path)
    assert store.unsent.load().by_key == {"k": text}
    later = store_at(tmp_path)
    assert later.unsent.load().by_key == {"k": text}
    later.unsent.keep("more", text, now=NOW)
    assert set(store_at(tmp_path).unsent.load().by_key) == {"k", "more"}


def test_two_programs_that_opened_it_by_two_ways_save_one_after_the_other(tmp_path: Path) -> None:
    early = store_at(tmp_path, patience=0.1)
    add(early, "a1")
    moved(tmp_path)
    late = store_at(tmp_path, patience=0.1)
    assert early.file.disk.lock_path == late.file.disk.lock_path
    with late.file.lock.held(NOW), pytest.raises(Exception, match="locked"):
        add(early, "a2")
    add(early, "a2")
    add(late, "a3")
    assert ids(early) == ["a1", "a2", "a3"]


def test_a_known_file_that_is_gone_is_never_a_new_one(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    for backup in (tmp_path / "backups").iterdir():
        backup.unlink()
    path = tmp_path / "data.json"
    away = path.rename(tmp_path / "elsewhere.json")
    for attempt in (
        store.load,
        lambda: add(store, "a2"),
        lambda: store.snooze("k:a1", NOW, now=NOW),
    ):
        with pytest.raises(MissingFile, match=r"is gone(.|\n)*start it again"):
            attempt()
        assert not path.exists()
    away.rename(path)
    add(store, "a2")
    assert ids(store) == ["a1", "a2"]


def test_a_link_that_leads_nowhere_now_is_no_new_file(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    for backup in (tmp_path / "backups").iterdir():
        backup.unlink()
    real = moved(tmp_path)
    away = real.parent.rename(tmp_path / "unplugged")
    with pytest.raises((MissingFile, CannotSave)):
        add(store, "a2")
    with pytest.raises(MissingFile):
        store.load()
    assert not real.parent.exists()
    away.rename(real.parent)
    add(store, "a2")
    assert ids(store) == ["a1", "a2"]


def test_where_a_drive_was_no_folder_is_made_that_hides_it(tmp_path: Path) -> None:
    store = store_at(tmp_path / "drive")
    add(store, "a1")
    (tmp_path / "drive").rename(tmp_path / "unplugged")
    with pytest.raises(MissingFile):
        add(store, "a2")
    assert not (tmp_path / "drive").exists()


# ---- owner and rights


@pytest.mark.skipif(os.name == "nt", reason="the rights of files are POSIX's")
@pytest.mark.parametrize("exchange", [True, False])
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_a_save_keeps_the_rights_that_the_user_gave(
    tmp_path: Path, mode: int, exchange: bool
) -> None:
    store = store_at(tmp_path, watched(lambda *_: None, exchange=exchange))
    add(store, "a1")
    (tmp_path / "data.json").chmod(mode)
    add(store, "a2")
    assert stat.S_IMODE((tmp_path / "data.json").stat().st_mode) == mode


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """A folder that belongs to another user."""
    made = tmp_path / "home"
    made.mkdir(mode=0o700)
    os.chown(made, USER, USER)
    before = os.umask(0o077)
    yield made
    os.umask(before)


def strangers(folder: Path) -> list[str]:
    """What in it does not belong to its user, or may not be written by them."""
    found = (each for each in folder.rglob("*") if not each.is_symlink())
    return [
        each.name for each in found if each.stat().st_uid != USER or not each.stat().st_mode & 0o200
    ]


@ROOT
def test_what_root_saves_belongs_to_whom_the_file_belongs(home: Path) -> None:
    store = store_at(home)
    add(store, "a1")  # even a first save: the folder says whose it is
    assert strangers(home) == []
    path = home / "data.json"
    os.chown(path, USER, USER + 1)
    path.chmod(0o640)
    add(store, "a2")
    store.backups.make(now=NOW)
    store.unsent.keep("k", UnsentText(at=NOW, body="x"), now=NOW)
    assert strangers(home) == []
    assert (path.stat().st_gid, stat.S_IMODE(path.stat().st_mode)) == (USER + 1, 0o640)


@ROOT
def test_a_link_in_the_place_of_the_lock_gives_nothing_of_roots_away(
    home: Path, tmp_path: Path
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("root's")
    for name in (".~data.json.lock", ".~data.json.holder"):
        (home / name).symlink_to(secret)
    store = store_at(home)
    with pytest.raises(Exception, match="Not saved"):
        add(store, "a1")
    assert (secret.stat().st_uid, secret.read_text()) == (0, "root's")
