"""The app over a database: the same pages, of whatever the owner entered, and no word of a file."""

from datetime import datetime

import pytest

from followup.store.database.database_store import DatabaseStore, connected
from tests.builders.globex import facts
from tests.pages.conftest import NOW, Start
from tests.pages.test_today import text_of
from tests.store.conftest import cluster  # noqa: F401
from tools.hosted.postgres import Cluster

PAGES = {
    "pages/plan/today.py": "Globex",
    "pages/plan/timeline.py": "",
    "pages/plan/calendar.py": "",
    "pages/write/compose.py": "Globex",
    "pages/write/templates.py": "",
    "pages/record/interviews.py": "Ann Adler",
    "pages/record/insights.py": "",
    "pages/record/data.py": "It holds 1 application.",
    "pages/record/settings.py": "on this server, for you alone",
}


def test_every_page_shows_what_is_in_the_database(
    app: Start,
    cluster: Cluster,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FOLLOWUP_DATABASE", cluster.url())
    store = DatabaseStore(connected(cluster.url()), "passphrase")
    store.update("Entered", lambda _: facts(), now=datetime.fromisoformat(NOW))
    at = app()
    for path, words in PAGES.items():
        at.switch_page(path).run()
        assert not at.exception, path
        said = text_of(at)
        assert words in said, path
        assert "this computer" not in said, path
        feed = "no calendar here that follows by itself"
        assert (feed in said) == (path == "pages/record/data.py"), path
    connected(cluster.url()).close()
    connected.cache_clear()
