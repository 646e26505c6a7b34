"""The whole app through AppTest: started from app.py, with its own file and a clock that stands still."""

from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest
import streamlit as st
import tzlocal
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest, local_script_runner

from followup.model.facts import Facts
from followup.store.file_store import FileStore

ROOT = Path(__file__).resolve().parents[2]
NOW = "2026-09-16T10:00:00+02:00"  # a Wednesday

Start = Callable[..., AppTest]


@pytest.fixture(scope="package", autouse=True)
def _begun_once() -> Iterator[None]:
    """A server looks once, as it starts, which installed packages bring components, and compiles each page once.

    Every run of an AppTest is a start.
    """
    with pytest.MonkeyPatch.context() as streamlit:
        once = cache(manifest_scanner.scan_component_manifests)
        streamlit.setattr(manifest_scanner, "scan_component_manifests", once)
        streamlit.setattr(local_script_runner, "ScriptCache", cache(ScriptCache))
        yield


@pytest.fixture
def data_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's file lies; nothing is written to the user's own folders."""
    path = tmp_path / "followup.json"
    monkeypatch.setenv("FOLLOWUP_DATA", str(path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TZ", "Europe/Berlin")  # where no browser says its zone, the system's counts
    tzlocal.reload_localzone()
    return path


def _fill(path: Path, facts: Facts) -> None:
    FileStore(path).update("Filled", lambda _: facts, now=datetime.fromisoformat(NOW))


@pytest.fixture
def app(data_file: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """`app(facts, now, page)`: the page of the app with these facts in the file, at that moment, already run."""

    def start(
        facts: Facts | None = None,
        now: str | datetime = NOW,
        page: str | None = None,
        query: dict[str, str] | None = None,
    ) -> AppTest:
        moment = now.isoformat() if isinstance(now, datetime) else now
        monkeypatch.setenv("FOLLOWUP_NOW", moment)
        if facts is not None:
            _fill(data_file, facts)
        at = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
        for name, value in (query or {}).items():
            at.query_params[name] = value
        at.run()
        return at.switch_page(page).run() if page else at

    yield start
    st.cache_resource.clear()


@pytest.fixture
def stored(data_file: Path) -> Callable[[], Facts]:
    """What the file holds now."""
    return lambda: FileStore(data_file).load().facts


def opened(app: Start, page: str, stored: Facts | None, **query: str) -> AppTest:
    """The page by its address, over these facts."""
    at = app(stored)
    at.switch_page(page)
    for name, value in query.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at
