"""A save of one application: against a durable replace of the same bytes by hand, and against an insert into SQLite."""

import os
import sqlite3
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from pathlib import Path

from benchmarks.data import NOW, search
from benchmarks.table import Table, number_of, ratio_of
from followup.store.file_store import FileStore

_ROUNDS = 15
_WARM = 3


def main(table: Table, sizes: tuple[int, ...]) -> None:
    """All rows about saves, for these sizes."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            _saves(table, size, Path(name))


def _saves(table: Table, size: int, folder: Path) -> None:
    store = FileStore(folder / "data.json", backups=folder / "backups")
    facts = search(size)
    store.update("Entered", lambda _: facts, now=NOW)
    first = facts.applications[0]
    numbers = count()

    def save() -> None:
        number = next(numbers)  # within ten minutes, so that no backup falls due
        rev = store.load().revs[first.id]
        now = NOW + timedelta(seconds=number)
        store.save(first.replace(notes=str(number)), rev, now=now)

    data = store.path.read_bytes()
    plain = folder / "plain.json"

    def replace() -> None:
        temp = folder / "plain.tmp"
        fd = os.open(temp, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        os.write(fd, data)
        os.fsync(fd)
        os.close(fd)
        temp.replace(plain)
        fd = os.open(folder, os.O_RDONLY)
        os.fsync(fd)
        os.close(fd)

    base = sqlite3.connect(folder / "base.sqlite3", isolation_level=None)
    base.execute("pragma journal_mode = wal")
    base.execute("pragma synchronous = full")
    base.execute("create table records (id integer primary key, record text)")
    record = first.model_dump_json()

    def insert() -> None:
        base.execute("insert into records (record) values (?)", (record,))

    taken = _in_turn(save, replace, insert, store.load)
    base.close()
    size_of = f"{size:,} ({len(data) / 1e6:.1f} MB)"
    table.add(ratio_of(f"a save, {size_of} / a durable replace", taken[0], taken[1], 2.0))
    table.add(ratio_of(f"a save, {size_of} / an insert of SQLite", taken[0], taken[2]))
    loads = [each * 1000 for each in taken[3]]
    table.add(number_of(f"a load of what is known, {size:,}", loads, " ms"))


def _in_turn(*works: Callable[[], object]) -> list[list[float]]:
    """The seconds of each, which take turns."""
    taken: list[list[float]] = [[] for _ in works]
    for number in range(_WARM + _ROUNDS):
        for work, times in zip(works, taken, strict=True):
            begun = time.perf_counter()
            work()
            if number >= _WARM:
                times.append(time.perf_counter() - begun)
    return taken
