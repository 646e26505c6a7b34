"""kill -9 while a file of 5 MB is saved: never damaged, and no change lost that was acknowledged."""

import os
import random
import select
import signal
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from followup.store.store import Store
from tests.builders.files import NOW, QUICK, application, store_at, touchpoint
from tests.faults.conftest import Share, Tally

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

SIZE = 5_000_000


def big_file(folder: Path) -> None:
    text = "What was said, ä and € too. " * 3_000
    many = tuple(application(f"a{number}", notes=text) for number in range(60))
    store_at(folder).update("Many", lambda old: old.replace(applications=many), now=NOW)
    assert (folder / "data.json").stat().st_size > SIZE


def killed(save: Callable[[Callable[[], object]], object], after: int, then: float = 0) -> int:
    """How many changes a process had acknowledged when it was killed: `then` seconds `after` so many."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover - in the process that dies
        try:
            save(lambda: os.write(writer, b"."))
        finally:
            os._exit(1)
    os.close(writer)
    acknowledged = 0
    while acknowledged < after and (got := os.read(reader, 100)):
        acknowledged += len(got)
    select.select([], [], [], then)
    os.kill(child, signal.SIGKILL)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL
    while got := os.read(reader, 100):
        acknowledged += len(got)
    os.close(reader)
    return acknowledged


def logged(folder: Path) -> int:
    return sum(len(each.touchpoints) for each in store_at(folder).load().facts.applications)


def log_for_ever(store: Store, done: Callable[[], object], run: int) -> None:
    for number in range(1_000):
        store.log("a7", touchpoint(f"{run}-{number}"), now=NOW, what="Sent")
        done()


def test_at_random_moments(tmp_path: Path, tally: Tally, share: Share) -> None:
    big_file(tmp_path)
    chance = random.Random(7)
    begin = time.monotonic()
    store_at(tmp_path).log("a7", touchpoint("first"), now=NOW, what="Sent")
    took = time.monotonic() - begin  # on a slow computer they live longer
    there, total = 1, 0
    runs = share(200)
    for run in range(runs):
        acknowledged = killed(
            lambda done, run=run: log_for_ever(store_at(tmp_path), done, run),  # type: ignore[misc]
            *(chance.randrange(6), chance.random() * took),
        )
        found = logged(tmp_path)
        assert there + acknowledged <= found <= there + acknowledged + 1, run
        there, total = found, total + acknowledged
    assert total, "some of them were acknowledged"
    tally.says(
        f"kill -9 at {runs} random moments on 5 MB: 0 damaged, 0 of {total} acknowledged changes lost"
    )


def test_inside_the_write(tmp_path: Path, tally: Tally, share: Share) -> None:
    big_file(tmp_path)
    chance = random.Random(8)
    runs = share(200)
    for run in range(runs):
        part = chance.random()

        def write(fd: int, data: Any, part: float = part) -> int:
            if len(data) < SIZE // 2:
                return os.write(fd, data)
            os.write(fd, data[: int(len(data) * part)])
            os.kill(os.getpid(), signal.SIGKILL)
            raise AssertionError

        def save(
            done: Callable[[], object], run: int = run, write: Callable[[int, Any], int] = write
        ) -> None:
            log_for_ever(store_at(tmp_path, replace(QUICK, write=write)), done, run)

        assert killed(save, after=1) == 0
        assert logged(tmp_path) == 0
        left = sum(part.stat().st_size > 0 for part in tmp_path.glob(".~*.tmp"))
        assert left <= 1, "each run clears up after the one before"
    tally.says(
        f"kill -9 at {runs} places inside the write of 5 MB: 0 damaged, nothing half-written left"
    )
