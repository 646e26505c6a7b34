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
from followup.messages.lint import Brief, lint
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


def lints() -> None:
    """The lint of a message of some 200 words, with all that Compose knows of a search of 60 others."""
    kafka = (
        "The move to Kafka has stayed with me, since I moved two billing pipelines there myself."
    )
    more = (
        "We talked about how the team reviews in pairs, which I would like to learn from you. " * 9
    )
    text = f"Dear Ann,\n\nThank you for the conversation on Tuesday. {kafka}\n\n{more}\n\nBest regards,\nRobin"
    brief = Brief(
        kind="thank_you",
        to=("Ann Adler",),
        company="Globex",
        role="Data engineer",
        me="Robin Example",
        specifics=("the move to Kafka",),
        other_names=tuple(f"Person{n} Family{n}" for n in range(60)),
        other_companies=tuple(f"Company{n}" for n in range(60)),
        other_notes={"Tom Novak": text},
    )
    work = partial(lint, text, "Thank you: Data engineer", brief)
    report(f"lint a message of {len(text.split())} words", median(work, 25))


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
    lints()
    if Path(os.environ.get("CHROMIUM", "/usr/bin/chromium")).exists():
        pages.main()


main()
