"""Run every measurement and print one line for each."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

from benchmarks import pages
from benchmarks.data import NOW, many
from followup.model.codec import decode, encode
from followup.playbook.plan import plan
from followup.store.store import Store


def median(work: Callable[[], object], times: int) -> float:
    """The median of so many runs, in milliseconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def report(what: str, milliseconds: float) -> None:
    print(f"{milliseconds:10.1f} ms  {what}", flush=True)


def plans(size: int) -> None:
    facts = many(size)
    report(f"plan {size} applications", median(partial(plan, facts, NOW), 9))


def files(size: int, folder: Path) -> None:
    facts = many(size)
    data = encode(facts)
    report(f"read the JSON of {size} applications", median(partial(decode, data), 9))
    store = Store(folder / "data.json", backups=folder / "backups")
    store.update("Entered", lambda _: facts, now=NOW)
    first = facts.applications[0]
    notes = count()

    def save() -> None:
        rev = store.load().revs[first.id]
        store.save(first.replace(notes=str(next(notes))), rev, now=NOW)

    report(f"save one of {size} applications ({len(data) // 1024} kB)", median(save, 15))
    report(f"load {size} applications, unchanged", median(store.load, 50))


def command(size: int, folder: Path) -> None:
    path = folder / "facts.json"
    path.write_bytes(encode(many(size)))
    words = [sys.executable, "-m", "followup", "plan", str(path), "--json"]
    work = partial(subprocess.run, words, check=True, capture_output=True)
    report(f"python -m followup plan, {size} applications", median(work, 5))


def main() -> None:
    for size in (20, 200, 1000):
        plans(size)
    for size in (20, 200):
        with tempfile.TemporaryDirectory() as name:
            files(size, Path(name))
    with tempfile.TemporaryDirectory() as name:
        command(200, Path(name))
    if Path(os.environ.get("CHROMIUM", "/usr/bin/chromium")).exists():
        pages.main()


main()
