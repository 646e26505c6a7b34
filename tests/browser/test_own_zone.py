"""Whoever lives elsewhere than the settings assume is told so, and mends it with one click."""

from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Serve, idle


@pytest.mark.parametrize(("zone", "offered"), [("America/Los_Angeles", 1), ("Europe/Berlin", 0)])
def test_the_browsers_zone_is_offered_until_settings_are_saved(
    browser: Browser,
    browser_context_args: dict[str, Any],
    serve: Serve,
    zone: str,
    offered: int,
) -> None:
    address = serve(None, "03-03 12:30")
    page = browser.new_context(**{**browser_context_args, "timezone_id": zone}).new_page()
    page.goto(address)
    idle(page)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    button = page.get_by_role("button", name=f"Use {zone}")
    expect(button).to_have_count(offered)
    if offered:
        button.click(delay=90)
        expect(button).to_have_count(0)
        expect(page.get_by_text(f"Days are counted for {zone}.").first).to_be_visible()
    page.context.close()
