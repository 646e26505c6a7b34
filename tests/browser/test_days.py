"""A day is saved as it was typed or pasted, or refused beside its field; never the one that stood there before."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import idle, text_of, titled
from tests.browser.test_journeys import fill, fill_day, press

Visit = Callable[..., Page]


def paste(page: Page, label: str, text: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_label(label, exact=True).get_by_role("spinbutton").first.click()
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    page.keyboard.press("Control+V")
    page.keyboard.press("Escape")
    idle(page)


@pytest.mark.wide
def test_no_day_that_was_typed_or_pasted_is_dropped(visit: Visit) -> None:
    # Tuesday 3 March 2026, 12:30: the form proposes today.
    page = visit(None, "03-03 12:30", "/interviews?new=1")
    fill(page, "Company", "Globex")
    fill(page, "Role", "Data engineer")
    fill_day(page, "Day", "020326")
    expect(page.get_by_label("Day", exact=True)).to_have_text("02/03/2026")
    paste(page, "Day", "31.02.2026")
    expect(page.get_by_text("“31.02.2026” was pasted, and there is no such day")).to_be_visible()
    expect(page.get_by_label("Day", exact=True)).to_have_text("02/03/2026")
    fill_day(page, "Day", "27021026")
    press(page, "Save")
    expect(page.get_by_text("The year is 1026").first).to_be_visible()
    fill_day(page, "Day", "270226")
    press(page, "Save")
    titled(page, "Globex")
    assert "Fri 27 Feb, 11:00" in text_of(page)

    press(page, "What happened?")
    press(page, "They named or moved their date")
    paste(page, "They decide by", "2026-03-20")
    press(page, "Log it")
    expect(page.get_by_text("decide by Fri 20 Mar").first).to_be_visible()

    page.get_by_role("button", name="More").first.click(delay=90)
    page.get_by_label("Or until", exact=True).get_by_role("spinbutton").first.click()
    page.keyboard.type("050326")
    page.keyboard.press("Tab")  # Escape would close the menu
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Snooze until then")).to_be_focused()
    idle(page)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Snoozed until Thu 5 Mar").first).to_be_visible()
