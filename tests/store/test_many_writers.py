"""Tabs and copies of the app on one computer never lose each other's changes."""

import errno
import os
import re
import subprocess
import sys
from pathlib import Path

import filelock
import pytest

from followup.model.facts import Facts
from followup.store.errors import Busy
from followup.store.file.calls import SYSTEM
from tests.builders.files import NOW, add, ids, store_at, touchpoint
from tests.store.disks import watched, write_from_outside


def test_one_store_sees_and_keeps_what_the_other_saved(tmp_path: Path) -> None:
    one, two = store_at(tmp_path), store_at(tmp_path)
    add(one, "a1")
    assert ids(two) == ["a1"]
    two.log("a1", touchpoint(), now=NOW, what="Sent")
    one.snooze("status_check:a1", NOW, now=NOW)
    for store in (one, two):
        facts = store.load().facts
        assert len(facts.applications[0].touchpoints) == 1
        assert len(facts.snoozes) == 1


def test_a_version_that_a_sync_service_brought_is_built_on(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    store.load()
    write_from_outside(store.path, "outside")
    add(store, "a2")
    assert ids(store_at(tmp_path)) == ["a1", "outside", "a2"]


def held_by_another(folder: Path) -> "subprocess.Popen[str]":
    """Another process that has saved, and now holds the lock until it is told to end."""
    code = """
import sys
from pathlib import Path
from tests.builders.files import NOW, add, store_at
store = store_at(Path(sys.argv[1]))
add(store, "theirs")
with store.file.lock.held(NOW):
    print("held", flush=True)
    sys.stdin.read()
"""
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert other.stdout
    assert other.stdout.readline() == "held\n"
    return other


def test_the_lock_is_held_from_the_first_to_the_last_of_a_change(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    seen = []

    def locked() -> None:
        with pytest.raises(filelock.Timeout):
            filelock.FileLock(tmp_path / ".~data.json.lock").acquire(timeout=0)

    def before(number: int, name: str, arguments: tuple[object, ...]) -> None:
        locked()
        seen.append(name)

    def change(facts: Facts) -> Facts:
        locked()
        return facts.replace(applications=())

    store_at(tmp_path, watched(before)).update("Change", change, now=NOW)
    assert {"write", "fsync", "exchange" if SYSTEM.exchange else "link"} <= set(seen)
    assert seen[-1] == "close", "of the folder that was synced"


def test_what_a_living_writer_is_about_to_put_in_place_is_not_cleared_up(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    refused = 0

    def before(number: int, name: str, arguments: tuple[object, ...]) -> None:
        nonlocal refused
        if name in ("exchange", "link"):
            with pytest.raises(Busy):
                add(store_at(tmp_path, patience=0.05), "theirs")
            assert Path(str(arguments[0])).exists()
            refused += 1

    add(store_at(tmp_path, watched(before)), "ours")
    assert refused == 1
    assert not list((tmp_path / "backups").glob("*.left.json"))


def test_a_lock_that_is_held_for_too_long_says_who_holds_it(tmp_path: Path) -> None:
    store = store_at(tmp_path, patience=0.05)
    with held_by_another(tmp_path) as other:
        before = store.path.read_bytes()
        since = f"since {NOW.astimezone():%d %b %H:%M:%S}"
        who = re.escape(f"another copy of the program (-c, process {other.pid}, {since}) has")
        with pytest.raises(Busy, match=who):
            add(store, "a2")
        assert store.path.read_bytes() == before
        other.communicate()
    add(store, "a2")
    with (
        store.file.lock.held(NOW),
        pytest.raises(Busy, match=f"another tab .*process {os.getpid()}"),
    ):
        add(store, "a3")
    assert ids(store) == ["theirs", "a2"]


def test_nobody_is_named_who_has_ended(tmp_path: Path) -> None:
    store = store_at(tmp_path, patience=0.05)
    with held_by_another(tmp_path) as other:
        other.communicate()
    with (
        filelock.FileLock(tmp_path / ".~data.json.lock"),
        pytest.raises(Busy, match="another copy of the program has"),
    ):
        add(store, "a2")


def test_a_lock_that_cannot_be_given_back_makes_no_failure_of_a_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl")
    store, flock, broken = store_at(tmp_path, patience=0.05), fcntl.flock, True

    def failing(fd: int, how: int) -> None:
        if how == fcntl.LOCK_UN and broken:
            raise OSError(errno.EIO, "broken")
        flock(fd, how)

    monkeypatch.setattr(fcntl, "flock", failing)
    add(store, "a1")
    with pytest.raises(Busy):
        add(store_at(tmp_path, patience=0.05), "a2")
    broken = False
    add(store, "a3")
    add(store_at(tmp_path), "a4")
    assert ids(store) == ["a1", "a3", "a4"]


def test_reading_waits_for_no_lock(tmp_path: Path) -> None:
    add(store_at(tmp_path), "a1")
    with filelock.FileLock(tmp_path / ".~data.json.lock"):
        assert ids(store_at(tmp_path)) == ["a1"]
