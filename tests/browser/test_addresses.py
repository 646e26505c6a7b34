"""Each page under its own address, on a server that has just started and has shown no other page."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from followup.exchange.demo import demo_facts
from tests.browser.conftest import titled
from tests.builders import at

NOW = "03-03 12:30"
PAGES = {  # of each way in one: home, its other name, a folder's page, what stands behind the question mark
    "/": "Today",
    "/today": "Today",
    "/compose": "Compose",
    "/interviews?application=northwind": "Northwind Analytics",
}


@pytest.mark.parametrize(("path", "title"), PAGES.items())
@pytest.mark.wide
def test_a_cold_deep_link_shows_its_page_in_the_frame(
    visit: Callable[..., Page], path: str, title: str
) -> None:
    page = visit(demo_facts(at(NOW)), NOW, path)
    titled(page, title)
    expect(page.get_by_test_id("stSidebarNav").get_by_role("link", name="Today")).to_be_attached()
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert page.url.endswith(path.removesuffix("today"))


def test_an_address_that_is_none_says_so_and_leads_on(visit: Callable[..., Page]) -> None:
    page = visit(demo_facts(at(NOW)), NOW, "/interviews?application=nobody")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    expect(page.get_by_test_id("stMain")).to_contain_text("no application")
