"""A browser beside a dashboard that shows given facts at a fixed moment: for measuring and for the pictures."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from playwright.sync_api import Browser, Playwright, sync_playwright

from benchmarks.server import ours
from followup.model.facts import Facts

IDLE = "[data-testid=stApp][data-test-script-state=notRunning] h1"
_FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update"


@contextmanager
def chromium_of(playwright: Playwright) -> Iterator[Browser]:
    """Chromium, without a window."""
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    browser = playwright.chromium.launch(executable_path=path, args=_FLAGS.split())
    yield browser
    browser.close()


@contextmanager
def showing(facts: Facts, now: datetime) -> Iterator[tuple[Browser, str]]:
    """The browser, and the address of the dashboard."""
    with (
        sync_playwright() as playwright,
        chromium_of(playwright) as browser,
        ours(facts, now) as server,
    ):
        yield browser, server.address
