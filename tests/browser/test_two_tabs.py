"""Two tabs over one application: what the second one saves is shown beside the first one's, where Save was clicked."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Serve, idle, titled
from tests.browser.test_journeys import fill, press
from tests.builders.globex import facts


@pytest.mark.wide
def test_both_versions_are_shown_where_save_was_clicked(page: Page, serve: Serve) -> None:
    address = serve(facts(), "09-16 12:30")
    other = page.context.new_page()
    for tab, role in ((page, "Staff engineer"), (other, "Lead")):
        tab.bring_to_front()  # one that is hidden is drawn once a second
        tab.goto(f"{address}/interviews?application=g&edit=1")
        idle(tab)
        fill(tab, "Role", role)
    page.bring_to_front()
    page.get_by_text("Phone, LinkedIn, first-name terms").first.click()
    fill(page, "Phone", "+49 30 1234")
    other.bring_to_front()
    press(other, "Save")
    titled(other, "Globex")

    page.bring_to_front()
    press(page, "Save")
    expect(page.get_by_text("it was changed in another tab meanwhile")).to_be_in_viewport()
    box = page.locator(".st-key-entry_stale")
    press(page, "Save what is picked")
    expect(box.get_by_text("Both changed it: pick one.")).to_have_count(1)
    box.get_by_role("radiogroup").first.get_by_text("Mine").click(delay=90)
    expect(box.get_by_text("Both changed it: pick one.")).to_have_count(0)
    press(page, "Save what is picked")
    expect(page).to_have_url(re.compile("application=g$"))
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    expect(page.get_by_text("Staff engineer").first).to_be_visible()
    expect(page.get_by_text("+49 30 1234")).to_be_visible()
