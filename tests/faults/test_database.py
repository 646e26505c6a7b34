"""Four processes on one person's rows, while the server is ended and started again: none lost, none doubled."""

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from followup.store.database.connections import Connections
from followup.store.database.database_store import DatabaseStore
from tests.builders.files import NOW, application, ids
from tests.faults.conftest import Share, Tally
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
