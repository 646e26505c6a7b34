"""A PostgreSQL for the tests that need one, made once for each of pytest's processes; else they are left out."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from followup.store.database.connections import Connections
from tests.served import free_port
from tests.store.places import InDatabase, InFile, Place
from tools.hosted.postgres import Cluster, programs, running

BOTH = ("file", "database")


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    where = programs()
    if where is None:
        pytest.skip("no PostgreSQL here: install Debian's package postgresql")
    with running(where, free_port()) as made:
        yield made


@pytest.fixture(scope="session")
def connections(cluster: Cluster) -> Iterator[Connections]:
    made = Connections(cluster.url())
    yield made
    made.close()


@pytest.fixture(params=BOTH)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Place:
    """Where this test's data is: nobody else's."""
    if request.param == "file":
        return InFile(tmp_path)
    return InDatabase(request.getfixturevalue("connections"), str(tmp_path))
