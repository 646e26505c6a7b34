"""A browser beside a dashboard that shows given facts at a fixed moment: for measuring and for the pictures."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from followup.model.facts import Facts
from followup.store.store import Store
from tests.served import served

IDLE = "[data-testid=stApp][data-test-script-state=notRunning] h1"
_FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update"


@contextmanager
def showing(facts: Facts, now: datetime) -> Iterator[tuple[Browser, str]]:
    """The browser, and the address of the dashboard."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        store = Store(folder / "data.json", backups=folder / "backups")
        store.update("Entered", lambda _: facts, now=now)
        chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=_FLAGS.split())
        with served(folder, FOLLOWUP_NOW=now.isoformat()) as address:
            yield browser, address
        browser.close()
