"""Tabs and copies of the app on one computer never lose each other's changes."""

import os
import threading
from pathlib import Path

import filelock
import pytest

from followup.store.errors import Busy
from tests.store.samples import NOW, add, application, ids, store_at, touchpoint, write_from_outside


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


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_four_processes_with_fifty_changes_each_lose_none(tmp_path: Path) -> None:
    add(store_at(tmp_path), "a1")
    children = []
    for worker in range(4):
        child = os.fork()
        if child == 0:  # pragma: no cover - in the other process
            status = 1
            try:
                store = store_at(tmp_path, patience=60)
                for number in range(50):
                    sent = touchpoint(f"{worker}-{number}")
                    store.log("a1", sent, now=NOW, what="Sent")
                status = 0
            finally:
                os._exit(status)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0, 0]
    found = [each.id for each in store_at(tmp_path).load().facts.applications[0].touchpoints]
    assert sorted(found) == sorted(
        f"{worker}-{number}" for worker in range(4) for number in range(50)
    )
    assert not list(tmp_path.glob("*.conflict-*"))


def test_four_threads_with_one_store_lose_none(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    failed: list[BaseException] = []

    def work(worker: int) -> None:
        try:
            for number in range(25):
                store.save(application(f"{worker}-{number}"), now=NOW)
                assert f"{worker}-{number}" in ids(store)
        except BaseException as error:  # noqa: BLE001 - shown by the assertion below
            failed.append(error)

    threads = [threading.Thread(target=work, args=(worker,)) for worker in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert sorted(ids(store_at(tmp_path))) == sorted(
        f"{w}-{n}" for w in range(4) for n in range(25)
    )


def test_a_lock_that_is_held_for_too_long_gets_a_sentence(tmp_path: Path) -> None:
    store = store_at(tmp_path, patience=0.05)
    add(store, "a1")
    before = store.path.read_bytes()
    with (
        filelock.FileLock(tmp_path / ".~data.json.lock"),
        pytest.raises(Busy, match="another copy of the program"),
    ):
        add(store, "a2")
    with store._lock.held(), pytest.raises(Busy, match="another tab"):
        add(store, "a2")
    assert store.path.read_bytes() == before
    add(store, "a2")


def test_reading_waits_for_no_lock(tmp_path: Path) -> None:
    add(store_at(tmp_path), "a1")
    with filelock.FileLock(tmp_path / ".~data.json.lock"):
        assert ids(store_at(tmp_path)) == ["a1"]
