"""A save: in a file, against a durable replace of the same bytes and an insert into SQLite; and in a database."""

import gc
import os
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from itertools import count
from pathlib import Path

from benchmarks.data import NOW, search
from benchmarks.table import Table, number_of, ratio_of
from followup.model.facts import Application
from followup.store.database.connections import Connections
from followup.store.database.database_store import DatabaseStore
from followup.store.file_store import FileStore
from followup.store.store import Store
from tests.served import free_port
from tools.hosted.postgres import programs, running

_ROUNDS = 15
_WARM = 3


def main(table: Table, sizes: tuple[int, ...]) -> None:
    """All rows about saves, for these sizes."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            _saves(table, size, Path(name))
    if (where := programs()) and len(sizes) > 1:
        with (
            running(where, free_port()) as cluster,
            closing(Connections(cluster.url())) as connections,
        ):
            _in_database(table, connections, (min(sizes), max(sizes)))


def _saves(table: Table, size: int, folder: Path) -> None:
    store = FileStore(folder / "data.json", backups=folder / "backups")
    facts = search(size)
    store.update("Entered", lambda _: facts, now=NOW)
    first = facts.applications[0]
    save = _saving(store, first)
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


def _in_database(table: Table, connections: Connections, sizes: tuple[int, int]) -> None:
    """A save, and a load after another process has saved, at the larger size against the smaller."""
    own = search(2).applications[0].replace(id="own", people=(), interviews=(), touchpoints=())
    works: list[Callable[[], object]] = []
    for size in sizes:
        store, other = (DatabaseStore(connections, f"{size} interviews") for _ in range(2))
        store.import_facts(search(size).with_application(own), now=NOW)
        works += [_saving(store, own), other.load]
    taken = _in_turn(*works)
    words = f"{sizes[1]:,} interviews of an owner in PostgreSQL / at {sizes[0]:,}"
    table.add(ratio_of(f"a save, {words}", taken[2], taken[0], 1.5))
    table.add(ratio_of(f"a load after another's change, {words}", taken[3], taken[1], 1.5))


def _saving(store: Store, application: Application) -> Callable[[], object]:
    """A change of the application's notes, another one each time."""
    numbers = count()

    def save() -> None:
        number = next(numbers)  # within ten minutes, so that no backup falls due
        rev = store.load().revs[application.id]
        now = NOW + timedelta(seconds=number)
        store.save(application.replace(notes=str(number)), rev, now=now)

    return save


def _in_turn(*works: Callable[[], object]) -> list[list[float]]:
    """The seconds of each, which take turns."""
    gc.collect()
    gc.freeze()  # as a process of ours does once it has read
    taken: list[list[float]] = [[] for _ in works]
    for number in range(_WARM + _ROUNDS):
        for work, times in zip(works, taken, strict=True):
            begun = time.perf_counter()
            work()
            if number >= _WARM:
                times.append(time.perf_counter() - begun)
    return taken
