"""Every disk call of every kind of save, failing in ten ways; and another writer at each of them."""

import os
import random
import signal
from pathlib import Path

import pytest

from tests.builders.files import add, ids, store_at
from tests.faults.cases import (
    CASES,
    DEATHS,
    WAYS,
    attempt,
    calls_of,
    failing,
    start,
    state,
)
from tests.faults.conftest import Share, Tally
from tests.store.disks import watched, write_from_outside

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

Trial = tuple[str, bool, int]  # the kind of save, with or without exchange, the number of the call


def trials(folder: Path, *, exchanges: tuple[bool, ...] = (True, False)) -> list[Trial]:
    """Every disk call of every kind of save."""
    return [
        (name, exchange, number)
        for name in CASES
        for exchange in exchanges
        for number in range(1, 1 + calls_of(name, folder / f"{name} {exchange}", exchange=exchange))
    ]


def dies(name: str, folder: Path, way: str, number: int, *, exchange: bool) -> None:
    """The save, in a process that is killed at this call."""
    child = os.fork()
    if child == 0:  # pragma: no cover - in the process that dies
        try:
            attempt(name, folder, failing(way, number, exchange=exchange))
        finally:
            os._exit(0)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL, f"{name}, {way}, call {number}, {exchange}"


@needs_fork
def test_the_file_is_the_state_before_or_after_and_saved_is_never_a_lie(
    tmp_path: Path, tally: Tally, share: Share
) -> None:
    states = {}
    for name in CASES:
        start(name, tmp_path / name)
        before = state(tmp_path / name)
        CASES[name].save(store_at(tmp_path / name))
        states[name] = before, state(tmp_path / name)
    calls = trials(tmp_path / "count")
    every = [(way, trial) for way in WAYS for trial in calls]
    chosen = random.Random(5).sample(every, share(len(every)))
    said_so = refused = died = 0
    for place, (way, (name, exchange, number)) in enumerate(chosen):
        folder = tmp_path / f"{place}"
        start(name, folder)
        where = f"{name}, exchange {exchange}, call {number}, {way}"
        old, new = states[name]
        if way in DEATHS:
            dies(name, folder, way, number, exchange=exchange)
            allowed = (old, new)
            died += 1
        elif why := attempt(name, folder, failing(way, number, exchange=exchange)):
            assert str(folder) in why or "Nothing was changed" in why, f"{where}: {why}"
            allowed = (old, new)
            refused += 1
        else:
            allowed = (new, new)
            said_so += 1
        assert state(folder) in allowed, where
        add(store_at(folder), "next")
        assert "next" in ids(store_at(folder)), where
        assert way not in DEATHS or not list(folder.glob(".~*.tmp")), where
    assert min(said_so, refused, died) > len(chosen) // 20
    tally.says(
        f"{len(chosen)} of {len(every)} (call x way x kind of save): {said_so} saved, {refused} refused, "
        f"{died} killed; 0 wrong states, 0 false “saved”"
    )


def all_that_can_be_found(folder: Path) -> str:
    return "".join(path.read_text() for path in sorted(folder.rglob("data*.json"))) + "".join(
        path.read_text() for path in sorted((folder / "backups").glob("*.json"))
    )


def test_another_writer_at_every_disk_call_loses_nothing(
    tmp_path: Path, tally: Tally, share: Share
) -> None:
    every = trials(tmp_path / "count", exchanges=(True,))
    chosen = random.Random(6).sample(every, share(len(every)))
    kept_beside = 0
    for place, (name, _, number) in enumerate(chosen):
        folder = tmp_path / f"{place}"
        start(name, folder)
        path = folder / "data.json"
        wrote = False

        def before(
            current: int,
            called: str,
            arguments: tuple[object, ...],
            number: int = number,
            path: Path = path,
        ) -> None:
            nonlocal wrote
            if current == number and path.exists():  # a sync service does not make the first one
                write_from_outside(path, "outside")
                wrote = True

        why = attempt(name, folder, watched(before))
        assert not why or name == "mend", f"{name}, call {number}: {why}"
        assert not wrote or "outside" in all_that_can_be_found(folder), f"{name}, call {number}"
        kept_beside += len(list(folder.glob("data.conflict-*.json")))
    tally.says(
        f"another writer at {len(chosen)} of {len(every)} disk calls: 0 changes vanished, "
        f"{kept_beside} versions of the same instant kept beside"
    )
