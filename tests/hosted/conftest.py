"""As it is hosted, with the searches of two who know nothing of each other; without PostgreSQL they are left out."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from followup.model.facts import Facts
from followup.model.settings import Me
from followup.store.database.connections import Connections
from followup.store.database.database_store import DatabaseStore
from followup.store.file_store import FileStore
from tests.builders import applied, at, interview, person, specific
from tests.served import free_port
from tests.tabs import Browser
from tools.hosted.everything import Hosted, hosted
from tools.hosted.postgres import programs

NOW = at("09-16 12:30")


def _search(who: str, company: str, met: str) -> Facts:
    """What this one entered: an interview yesterday, whom they met, and nobody thanked."""
    there = person(met, id="p", email="p@work.example")
    me = Me(name=who, email="me@home.example", time_zone="Europe/Berlin", country="DE")
    said = specific("the tide tables", frame="about", id="s", said_by="p")
    held = interview("09-15 14:00", said, by="p")
    return Facts(me=me, applications=(applied(company, there, held, id=company[0]),))


ANNS = _search("Ann Quarz", "Zeppelinwerk", "Quirin Maus")
BENS = _search("Ben Stolz", "Xanthowerft", "Wendelin Fuchs")
_ONLY = {
    "ann": (b"Zeppelin", b"Quarz", b"Quirin"),
    "ben": (b"Xantho", b"Stolz", b"Wendelin"),
}  # words that stand in no hint of a form


def pytest_itemcollected(item: pytest.Item) -> None:
    item.add_marker(pytest.mark.wide)  # five programs, of which each takes its seconds
    if programs() is None:
        reason = "no PostgreSQL here: install Debian's package postgresql"
        item.add_marker(pytest.mark.skip(reason=reason))


class Searches:
    """What is running, and what the database holds of each."""

    def __init__(self, running: Hosted, folder: Path, connections: Connections) -> None:
        self.running, self.folder = running, folder
        self._connections = connections

    def of(self, subject: str) -> DatabaseStore:
        """Theirs, as one more process opens it."""
        return DatabaseStore(self._connections, f"{self.running.issuer} {subject}")

    def begin(self) -> None:
        """Each has what they had at first."""
        for subject, facts in (("ann", ANNS), ("ben", BENS)):
            store = self.of(subject)
            store.delete_all()
            store.update("Entered", lambda _, facts=facts: facts, now=NOW)  # type: ignore[misc]

    def visitor(self, subject: str = "") -> Browser:
        """A browser in which this one has signed in, or nobody."""
        made = Browser(self.running.address)
        if subject:
            made.sign_in(subject)
        return made


@pytest.fixture(scope="package")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searches]:
    """Beside a data file of whoever runs the server, with something that they would be reminded of."""
    folder = tmp_path_factory.mktemp("hosted")
    FileStore(folder / "own.json").update("Entered", lambda _: ANNS, now=NOW)
    told = {"FOLLOWUP_NOW": NOW.isoformat(), "FOLLOWUP_DATA": str(folder / "own.json")}
    with (
        hosted(folder, [free_port() for _ in range(5)], **told) as everything,
        closing(Connections(everything.cluster.url())) as connections,
    ):
        yield Searches(everything, folder, connections)


@pytest.fixture
def searches(running: Searches) -> Searches:
    running.begin()
    return running


def whose(heard: bytes) -> set[str]:
    """Whose search what was sent speaks of."""
    return {who for who, only in _ONLY.items() if any(each in heard for each in only)}
