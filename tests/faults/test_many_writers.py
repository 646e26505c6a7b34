"""Tabs and copies of the app: four processes and four threads at once."""

import os
import threading
from pathlib import Path

import pytest

from tests.builders.files import NOW, add, application, ids, store_at, touchpoint
from tests.faults.conftest import Share, Tally


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_four_processes_lose_and_double_nothing(tmp_path: Path, tally: Tally, share: Share) -> None:
    each = share(500)
    add(store_at(tmp_path), "a1")
    children = []
    for worker in range(4):
        child = os.fork()
        if child == 0:  # pragma: no cover - in the other process
            status = 1
            try:
                store = store_at(tmp_path, patience=300)
                for number in range(each):
                    store.log("a1", touchpoint(f"{worker}-{number}"), now=NOW, what="Sent")
                status = 0
            finally:
                os._exit(status)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0, 0, 0]
    found = [one.id for one in store_at(tmp_path).load().facts.applications[0].touchpoints]
    assert sorted(found) == sorted(f"{w}-{n}" for w in range(4) for n in range(each))
    assert not list(tmp_path.glob("*.conflict-*"))
    tally.says(f"4 processes x {each} changes: none lost, none doubled")


def test_four_threads_lose_and_double_nothing(tmp_path: Path, tally: Tally, share: Share) -> None:
    each = share(500)
    store = store_at(tmp_path, patience=300)
    failed: list[BaseException] = []

    def work(worker: int) -> None:
        try:
            for number in range(each):
                name = f"{worker}-{number}"
                assert name in ids_after(application(name, people=(), interviews=()))
        except BaseException as error:  # noqa: BLE001 - shown by the assertion below
            failed.append(error)

    def ids_after(one: object) -> list[str]:
        store.save(one, now=NOW)  # type: ignore[arg-type]
        return ids(store)

    threads = [threading.Thread(target=work, args=(worker,)) for worker in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    wanted = sorted(f"{w}-{n}" for w in range(4) for n in range(each))
    assert sorted(ids(store_at(tmp_path))) == wanted
    tally.says(f"4 threads x {each} changes: none lost, none doubled")
