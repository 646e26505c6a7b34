"""One person's rows while writers are killed, and while the server ends and starts again: none lost, none doubled."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from followup.store.database.connections import Connections
from followup.store.database.database_store import DatabaseStore
from tests.builders.files import NOW, add, application, ids, touchpoint
from tests.faults.conftest import Share, Tally
from tests.faults.test_kills import killed, log_for_ever
from tests.served import free_port
from tools.hosted.postgres import programs, running

WRITERS, RESTARTS = 4, 2
_PROGRAMS = programs() or Path()
pytestmark = [
    pytest.mark.skipif(
        programs() is None, reason="no PostgreSQL here: install Debian's package postgresql"
    ),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork"),
]


def _started(work: Callable[[], None]) -> int:
    """The process in which this runs."""
    child = os.fork()
    if child:
        return child
    status = 1  # pragma: no cover - in the other process
    try:
        work()
        status = 0
    finally:
        os._exit(status)


def test_four_processes_lose_and_double_nothing(share: Share, tally: Tally) -> None:
    each = share(500)
    with running(_PROGRAMS, free_port()) as cluster:

        def write(worker: int) -> None:
            store = DatabaseStore(Connections(cluster.url(), patience=300), "one")
            for number in range(each):
                store.save(application(f"{worker}-{number}", people=(), interviews=()), now=NOW)

        children = [_started(lambda worker=worker: write(worker)) for worker in range(WRITERS)]  # type: ignore[misc]
        for _ in range(RESTARTS):
            cluster.stop(random.choice(["fast", "immediate"]))
            cluster.start()
        assert [os.waitpid(child, 0)[1] for child in children] == [0] * WRITERS
        connections = Connections(cluster.url())
        found = ids(DatabaseStore(connections, "one"))
        connections.close()
    assert sorted(found) == sorted(f"{w}-{n}" for w in range(WRITERS) for n in range(each))
    tally.says(f"{WRITERS} processes x {each} changes of one owner, {RESTARTS} restarts: all there")


def test_a_writer_that_is_killed_leaves_whole_saves_alone(share: Share, tally: Tally) -> None:
    runs = share(200)
    chance = random.Random(5)
    with running(_PROGRAMS, free_port()) as cluster:
        connections = Connections(cluster.url())
        add(DatabaseStore(connections, "one"), "a7")

        def log_on(done: Callable[[], object], run: int) -> None:
            own = Connections(cluster.url())
            log_for_ever(DatabaseStore(own, "one"), done, run)

        there = total = 0
        for run in range(runs):
            acknowledged = killed(
                lambda done, run=run: log_on(done, run),  # type: ignore[misc]
                *(chance.randrange(6), chance.random() * 0.02),
            )
            store = DatabaseStore(connections, "one")
            # Who writes next waits until the database has noticed that the other is gone.
            store.log("a7", touchpoint(f"after {run}"), now=NOW, what="Sent")
            (one,) = store.load().facts.applications
            found = sum(not each.id.startswith("after") for each in one.touchpoints)
            assert there + acknowledged <= found <= there + acknowledged + 1, run
            there, total = found, total + acknowledged
        connections.close()
    assert total, "some of them were acknowledged"
    tally.says(
        f"kill -9 of {runs} writers of a database: 0 of {total} acknowledged changes lost, none half there"
    )
