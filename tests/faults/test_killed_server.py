"""The server is killed while one types, and started again: nothing is lost, and Save stores what the field shows."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from followup.store.file_store import FileStore
from tests.browser.conftest import chromium, idle
from tests.builders import at
from tests.builders.globex import facts
from tests.faults.conftest import FULL
from tests.served import CHECKOUT, ROOT, Server

NOW = "09-16 12:30"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium() is None, reason="no Chromium here: set CHROMIUM, or install it"),
]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    FileStore(tmp_path / "data.json").update("Entered", lambda _: facts(), now=at(NOW))
    with Server(CHECKOUT, ROOT, tmp_path, FOLLOWUP_NOW=at(NOW).isoformat()) as running:
        yield running


def edited(page: Page, server: Server) -> Locator:
    """The entry form, and in it a field that was typed into and handed over, and typed on since."""
    page.goto(f"{server.address}/interviews?application=g&edit=1")
    idle(page)
    role = page.get_by_label("Role", exact=True)
    role.click()
    role.press("Control+a")
    role.press_sequentially("Staff", delay=20)
    page.wait_for_timeout(700)  # a pause, at which it is taken over
    idle(page)
    role.press_sequentially(" engineer", delay=20)
    return role


def saved_role(tmp_path: Path) -> str:
    return FileStore(tmp_path / "data.json").load().facts.applications[0].role


@pytest.mark.parametrize("pause", [0, 300, 450, 700] if FULL else [450])
def test_save_stores_what_the_field_shows_after_a_kill(
    page: Page, server: Server, tmp_path: Path, pause: int
) -> None:
    role = edited(page, server)
    page.wait_for_timeout(pause)
    server.kill()
    server.start()
    expect(role).to_have_value("Staff engineer")
    expect(role).to_be_enabled()
    page.get_by_role("button", name="Save", exact=True).click()  # once
    expect(page).to_have_url(re.compile("application=g$"), timeout=20_000)
    assert saved_role(tmp_path) == "Staff engineer"


@pytest.mark.wide
def test_a_page_that_is_cut_off_says_so_and_save_waits_for_an_answer(
    page: Page, server: Server, tmp_path: Path
) -> None:
    page.clock.install()
    edited(page, server)
    page.wait_for_timeout(450)
    save = page.get_by_role("button", name="Save", exact=True)
    server.kill()
    away = page.get_by_role("alert").filter(has_text="Follow-up does not answer")
    expect(away).to_be_visible()
    expect(save).to_be_disabled()
    server.start()
    expect(away).to_have_count(0)
    expect(save).to_be_enabled()
    server.hold()
    save.click()
    page.clock.fast_forward(9000)
    server.go_on()
    expect(page).to_have_url(re.compile("application=g$"), timeout=20_000)
    assert saved_role(tmp_path) == "Staff engineer"


@pytest.mark.wide
@pytest.mark.parametrize("pause", [0, 450] if FULL else [0])
def test_a_reload_after_a_kill_loses_nothing(
    page: Page, server: Server, tmp_path: Path, pause: int
) -> None:
    role = edited(page, server)
    page.wait_for_timeout(pause)
    server.kill()
    server.start()
    page.reload()
    expect(role).to_have_value("Staff engineer")
    idle(page)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page).to_have_url(re.compile("application=g$"))
    assert saved_role(tmp_path) == "Staff engineer"


@pytest.mark.wide
def test_what_is_typed_while_the_file_cannot_be_read_comes_back(
    page: Page, server: Server, tmp_path: Path
) -> None:
    role = edited(page, server)
    idle(page)
    path = tmp_path / "data.json"
    good = path.read_bytes()
    path.write_bytes(good[:-40])
    role.press_sequentially(", search", delay=20)
    expect(page.get_by_text("Your data file cannot be read")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Your data file cannot be read")).to_be_visible()
    path.write_bytes(good)
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_label("Role", exact=True)).to_have_value("Staff engineer, search")
    idle(page)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page).to_have_url(re.compile("application=g$"))
    assert saved_role(tmp_path) == "Staff engineer, search"
    assert json.loads((tmp_path / "data.drafts.json").read_bytes()).get("forms", {}) == {}
