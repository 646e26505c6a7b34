"""Whoever lives elsewhere than the settings assume is told so, and mends it with one click."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import Serve, idle


@pytest.mark.parametrize(
    ("zone", "country"),
    [("America/Los_Angeles", "United States"), ("UTC", ""), ("Europe/Berlin", None)],
)
def test_the_browsers_zone_and_its_country_are_offered_until_settings_are_saved(
    browser: Browser,
    browser_context_args: dict[str, Any],
    serve: Serve,
    zone: str,
    country: str | None,
) -> None:
    address = serve(None, "03-03 12:30")
    page = browser.new_context(**{**browser_context_args, "timezone_id": zone}).new_page()
    page.goto(address + "/interviews?new=1")
    idle(page)
    expect(
        page.get_by_text(f"{zone} time").first
    ).to_be_visible()  # that of the round to be entered
    page.goto(address)
    idle(page)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    button = page.get_by_role("button", name=f"Use {zone}")
    expect(button).to_have_count(0 if country is None else 1)
    if country is not None:
        chosen = page.get_by_role("combobox", name="Your country")
        if not country:  # no country has this zone: none is assumed
            expect(button).to_be_disabled()
            chosen.fill("Iceland")
            page.get_by_role("option", name="Iceland").click(delay=90)
        expect(chosen).to_have_value(re.compile(country or "Iceland"))
        button.click(delay=90)
        expect(button).to_have_count(0)
        said = f"Days are counted for {zone}, holidays: {country or 'Iceland'}"
        expect(page.get_by_text(said).first).to_be_visible()
    page.context.close()
