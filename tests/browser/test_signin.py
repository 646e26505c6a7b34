"""The passphrase in the browser: asked for on a phone in the dark, and then on to where one wanted to go."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from followup.server.access import opening_page
from tests.browser.conftest import Serve, idle
from tests.builders import applied, at, facts, interview
from tests.served import CHECKOUT, ROOT, TOKEN, Server

NOW = "03-03 12:30"
PASSPHRASE = "correct horse battery staple ä"
ADDRESS = "/timeline?company=Glo%26bex&period=All"


@pytest.mark.wide
def test_after_the_passphrase_one_is_where_one_wanted_to_go(
    browser: Browser, browser_context_args: dict[str, Any], serve: Serve, tmp_path: Path
) -> None:
    log = str(tmp_path / "followup.log")
    world = facts(
        applied("Glo&bex", interview("03-02 10:00")), applied("Initech", id="i", people=())
    )
    address = serve(world, NOW, FOLLOWUP_PASSPHRASE=PASSPHRASE, FOLLOWUP_LOG=log)
    phone = {"viewport": {"width": 390, "height": 700}, "color_scheme": "dark"}
    context = browser.new_context(**{**browser_context_args, **phone})
    page = context.new_page()
    page.goto(address + ADDRESS)
    field = page.get_by_label("Passphrase")
    expect(field).to_be_focused()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(0, 0, 0)"
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert Axe().run(page).response["violations"] == []
    page.screenshot(path=tmp_path / "signin.png")

    field.fill("something else entirely")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_have_text("That is not the passphrase.")
    page.get_by_label("Passphrase").fill(PASSPHRASE)
    page.get_by_role("button", name="Open").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Timeline")
    idle(page)
    assert page.url == address + ADDRESS
    page.get_by_role("button", name="Filter").click()
    expect(page.get_by_test_id("stMultiSelect").filter(has_text="Glo&bex")).to_be_visible()

    page.goto(address + "/insights")
    expect(page.get_by_role("heading", level=1)).to_have_text("Insights")
    context.close()


@pytest.mark.wide
def test_the_address_that_is_opened_leads_in_and_a_bookmark_after_it(
    browser: Browser,
    browser_context_args: dict[str, Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "own"))
    stranger = {key: each for key, each in browser_context_args.items() if key != "storage_state"}
    context = browser.new_context(**stranger)
    page = context.new_page()
    with Server(CHECKOUT, ROOT, tmp_path, FOLLOWUP_NOW=at(NOW).isoformat()) as server:
        page.goto(server.address)
        expect(page.get_by_text("Open the whole address that was printed")).to_be_visible()
        assert Axe().run(page).response["violations"] == []
        opening = opening_page(f"{server.address}/?token={quote(TOKEN)}")
        assert opening.stat().st_mode & 0o077 == 0
        page.goto(opening.as_uri())
        expect(page.get_by_role("heading", level=1)).to_have_text("Today")
        idle(page)
        assert page.url == f"{server.address}/"
        server.kill()
        server.start()
        page.goto(f"{server.address}/timeline")
        expect(page.get_by_role("heading", level=1)).to_have_text("Timeline")
    context.close()
