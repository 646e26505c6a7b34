"""The real dashboard in Chromium. Without a browser these tests are skipped, and say so."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from followup.exchange.demo import demo_facts
from followup.model.facts import Facts
from followup.store.file_store import FileStore
from tests.builders import at
from tests.served import entrance, served

RUNS = (Path(__file__).parent / "runs.js").read_text()
Serve = Callable[..., str]
DEMO_NOW = "03-03 12:30"
expect.set_options(timeout=15_000)  # a sentence that is late on a busy computer is no fault


def chromium() -> str | None:
    """Where the browser is, if there is one."""
    chosen = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    return (
        chosen
        if Path(chosen).exists()
        else shutil.which("chromium") or shutil.which("google-chrome")
    )


def pytest_itemcollected(item: pytest.Item) -> None:
    """Of this folder alone, as every hook of its conftest that is of one item."""
    item.add_marker(pytest.mark.browser)
    if chromium() is None:
        item.add_marker(pytest.mark.skip(reason="no Chromium here: set CHROMIUM, or install it"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    flags = (  # one process for all pages of a context: each new one would read all of Streamlit anew
        "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
        " --disable-component-update --disable-sync --process-per-site"
        # What a page of a test runs is not worth optimising: that costs more of the processor than it saves.
        " --js-flags=--no-opt,--no-maglev,--single-threaded-gc"
    )
    return {**browser_type_launch_args, "executable_path": chromium(), "args": flags.split()}


@pytest.fixture(scope="session")
def browser(browser: Browser) -> Browser:
    """Whose every page knows whether it `isIdle`."""
    plain = browser.new_context

    def new_context(**how: Any) -> BrowserContext:
        made = plain(**how)
        made.add_init_script(RUNS)
        return made

    browser.new_context = new_context  # type: ignore[method-assign]
    return browser


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {
        **browser_context_args,
        "locale": "en-GB",
        "timezone_id": "Europe/Berlin",
        "viewport": {"width": 1280, "height": 900},
        "reduced_motion": "reduce",
        "storage_state": entrance(),
    }


@contextmanager
def serving(folder: Path, world: Facts | None, now: str, **env: str) -> Iterator[str]:
    """The dashboard over these facts, with a clock that stands still at `now`; its address."""
    if world is not None:
        store = FileStore(folder / "data.json", backups=folder / "backups")
        store.update("Entered", lambda _: world, now=at(now))
    with served(folder, FOLLOWUP_NOW=at(now).isoformat(), **env) as address:
        yield address


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One server of the demo data, at DEMO_NOW, for all tests that change nothing; its address."""
    with serving(tmp_path_factory.mktemp("demo"), demo_facts(at(DEMO_NOW)), DEMO_NOW) as address:
        yield address


@pytest.fixture(scope="session")
def one_context(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[BrowserContext]:
    """One for all of these: a new one would fetch all of Streamlit anew."""
    made = browser.new_context(**browser_context_args)
    yield made
    made.close()


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    """Serve facts until the test is over: `serve(world, "03-03 09:00")` gives the address."""
    with ExitStack() as running:
        yield lambda world, now, **env: running.enter_context(serving(tmp_path, world, now, **env))


_REFUSED = (
    "Content Security Policy"  # what would have left, had the browser not been told to refuse it
)


@pytest.fixture
def visit(page: Page, serve: Serve) -> Iterator[Callable[..., Page]]:
    """Open an address of the dashboard and wait until it stands still; no request may leave it."""
    away: list[str] = []
    addresses: list[str] = []

    def go(world: Facts | None, now: str, path: str = "/", **env: str) -> Page:
        if not addresses:
            address = serve(world, now, **env)
            addresses.append(address)
            own = (address, address.replace("http", "ws", 1), "data:", "blob:")
            page.on("request", lambda r: None if r.url.startswith(own) else away.append(r.url))
            page.on(
                "console", lambda said: away.append(said.text) if _REFUSED in said.text else None
            )
        page.goto(addresses[0] + path)
        idle(page)
        return page

    yield go
    assert not away


def idle(page: Page) -> None:
    """Wait until the script has run, and has answered all that was clicked and typed."""
    page.wait_for_function("() => isIdle()", polling=20)


def titled(page: Page, title: str) -> None:
    """Wait for the page of that title, until it stands still: while it comes, the one before stands there, too."""
    headings = page.get_by_role("heading", level=1)
    expect(headings.filter(has_text=title).first).to_be_visible()
    idle(page)
    expect(headings).to_contain_text(title)


def text_of(page: Page) -> str:
    """What the main part of the page says."""
    return page.get_by_test_id("stMain").inner_text()
