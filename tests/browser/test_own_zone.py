"""Whoever lives elsewhere is counted for by the browser's clock; a country that it does not tell is asked for, once."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from followup.model.facts import Facts
from tests.browser.conftest import Serve, idle
from tests.builders import applied, interview


@pytest.mark.wide
def test_the_browsers_zone_counts_and_a_country_that_it_does_not_tell_is_asked_for(
    browser: Browser, browser_context_args: dict[str, Any], serve: Serve
) -> None:
    address = serve(Facts(applications=(applied("Globex", interview()),)), "03-03 12:30")

    def opened_in(zone: str) -> Page:
        page = browser.new_context(**{**browser_context_args, "timezone_id": zone}).new_page()
        page.goto(address + "/interviews?new=1")
        idle(page)
        of_the_round = page.get_by_text(f"{zone} time").first
        expect(of_the_round).to_be_visible()
        page.goto(address)
        idle(page)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        return page

    for zone in ("Asia/Dubai", "Europe/Berlin"):
        page = opened_in(zone)
        expect(page.locator(".st-key-own_zone")).to_have_count(0)
        page.context.close()
    page = opened_in("UTC")
    box = page.locator(".st-key-own_zone")
    save = box.get_by_role("button", name="Save")
    expect(save).to_be_disabled()  # no country has this zone: none is assumed
    page.get_by_role("combobox", name="Your country").fill("Iceland")
    page.get_by_role("option", name="Iceland").click(delay=90)
    save.click(delay=90)
    expect(box).to_have_count(0)
    said = "Days are counted for UTC, holidays: Iceland"
    expect(page.get_by_text(said).first).to_be_visible()
    page.context.close()
