"""The Timeline as it is drawn: each mark on its day, whatever zone the browser is set to."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from followup.model.facts import Facts
from tests.browser.conftest import idle, serving
from tests.builders import applied, at, facts, interview

NOW = "03-03 12:30"
MONTHS = {"Jan": "01", "Feb": "02", "Mar": "03", "Apr": "04", "May": "05"}


HELD = {"Wed 25 Feb, 04:00": "02-25 04:00", "Tue 10 Mar, 20:00": "03-10 20:00"}


def world() -> Facts:
    """Two interviews at hours that another zone would move to another day."""
    rounds = [interview(start, key=f"i{n}") for n, start in enumerate(HELD.values())]
    return facts(applied("Globex", *rounds))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One server for all of these, since they change nothing."""
    with serving(tmp_path_factory.mktemp("timeline"), world(), NOW) as served_at:
        yield served_at


def drawn(page: Page) -> dict[str, datetime]:
    """The wall-clock moment under each interview's mark, measured against the axis' own labels."""
    middles = """nodes => nodes.map(node => {
        const box = node.getBoundingClientRect();
        return [node.getAttribute('aria-label') || node.textContent, box.left + box.width / 2];
    })"""
    chart = page.get_by_test_id("stVegaLiteChart")
    labels = chart.locator(".role-axis-label text").evaluate_all(middles)
    ticks = [
        (at(f"{MONTHS[text[-3:]]}-{text[:-4]:0>2}").replace(tzinfo=None), x)
        for text, x in labels
        if re.fullmatch(r"\d+ [A-Z][a-z]{2}", text)
    ]
    (first, begin), *_, (last, end) = ticks[1:-1]  # the outer ones are moved to fit
    a_pixel = (last - first) / (end - begin)
    marks = chart.locator('[aria-label*="Interview, "]').evaluate_all(middles)
    return {said.partition("Interview, ")[2]: first + (x - begin) * a_pixel for said, x in marks}


@pytest.mark.wide
@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Europe/Berlin", "Pacific/Auckland"])
def test_marks_are_drawn_on_their_days_in_any_browser(
    browser: Browser, browser_context_args: dict[str, Any], address: str, zone: str
) -> None:
    wide = {"width": 1900, "height": 1000}  # a pixel is about an hour
    context = browser.new_context(**{**browser_context_args, "timezone_id": zone, "viewport": wide})
    page = context.new_page()
    page.goto(address + "/timeline?kind=Interview")
    idle(page)
    expect(page.locator('[aria-label*="Interview, "]')).to_have_count(len(HELD))
    found = drawn(page)
    assert set(found) == set(HELD)
    for said, moment in HELD.items():
        wall = at(moment).replace(tzinfo=None)
        assert abs(found[said] - wall) < timedelta(hours=3)  # the clocks change once or twice
    context.close()


@pytest.mark.wide
def test_a_mark_opens_its_dialog_and_opens_it_again_after_it_was_closed(
    page: Page, address: str
) -> None:
    page.goto(address + "/timeline")
    idle(page)
    mark = page.locator('[data-testid=stVegaLiteChart] [aria-label*="Interview, Wed 25 Feb"]')
    for _ in range(2):
        mark.first.click()
        expect(page.get_by_role("dialog")).to_contain_text("Globex")
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
        idle(page)
