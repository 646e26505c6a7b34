"""From outside: every system call of every kind of save failing, or killing us, under strace."""

import random
from collections.abc import Callable
from pathlib import Path

from followup.store.file.calls import SYSTEM
from tests.builders.files import add, ids, store_at
from tests.faults.cases import CASES, start, state
from tests.faults.conftest import FULL, Tally
from tests.faults.traced import SYSTEM_CALLS, calls_made, needs_strace, traced

_MANY, _FEW = 2_000, 25
WAYS = {
    "broken": "error=EIO",
    "full": "error=ENOSPC",
    "interrupted": "error=EINTR",
    "no right": "error=EACCES",
    "killed": "signal=SIGKILL",
    "broken from here on": "error=EIO",
}


def saving(name: str, folder: Path) -> Callable[[], object]:
    return lambda: CASES[name].save(store_at(folder, SYSTEM, patience=0.1))


@needs_strace
def test_a_system_call_that_fails_leaves_the_state_before_or_after(
    tmp_path: Path, tally: Tally
) -> None:
    add(store_at(tmp_path / "before", SYSTEM), "a1")  # what is imported late, is by now
    every = []
    states = {}
    names = list(CASES) if FULL else random.Random(2).sample(list(CASES), 3)
    for name in names:
        folder = tmp_path / name
        start(name, folder)
        before = state(folder)
        calls = calls_made(saving(name, folder), tmp_path / "strace.txt")
        states[name] = before, state(folder)
        every += [(name, way, *call) for way in WAYS for call in calls]
    chosen = random.Random(3).sample(every, min(len(every), _MANY if FULL else _FEW))
    ends = {"saved": 0, "refused": 0, "killed": 0}
    for place, (name, way, call, number) in enumerate(chosen):
        folder = tmp_path / f"{place}"
        start(name, folder)
        where = f"{name}, {call} number {number}, {way}"
        when = f"{number}+" if "from here on" in way else number
        done = traced(
            saving(name, folder),
            *("-o", "/dev/null", "-e", f"trace={SYSTEM_CALLS}"),
            *("-e", f"inject={call}:{WAYS[way]}:when={when}"),
        )
        assert done.end in ends, f"{where}: {done.said}"
        ends[done.end] += 1
        if done.end == "refused":
            assert str(folder) in done.said or "Nothing was changed" in done.said, (
                f"{where}: {done.said}"
            )
        old, new = states[name]
        allowed = (new,) if done.end == "saved" else (old, new)
        assert state(folder) in allowed, where
        add(store_at(folder), "next")
        assert "next" in ids(store_at(folder)), where
    tally.says(
        f"{len(chosen)} of {len(every)} failing system calls under strace: {ends['saved']} saved, "
        f"{ends['refused']} refused, {ends['killed']} killed; 0 wrong states, 0 false “saved”"
    )
