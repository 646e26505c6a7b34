"""Reminders in the browser: asked for by a click, and shown while a page is open."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import idle
from tests.builders import applied, facts, interview, specific

# The browser's own, which shows nothing without a screen, as it notes what it was told.
_NOTED = """() => {
  window.noted = [];
  window.Notification = class {
    static permission = localStorage.getItem('allowed') ?? 'default';
    static async requestPermission() {
      localStorage.setItem('allowed', 'granted');
      return (this.permission = 'granted');
    }
    constructor(title, { body }) { window.noted.push([title, body]); }
    close() {}
  };
}"""


@pytest.mark.wide
def test_nothing_is_asked_before_a_click_and_then_each_thing_is_said_once(
    page: Page, visit: Callable[..., Page]
) -> None:
    page.add_init_script(f"({_NOTED})()")
    visit(facts(applied("Globex", interview("03-02 10:00", specific()))), "03-02 11:45")
    assert page.evaluate("[localStorage.getItem('allowed'), window.noted]") == [None, []]
    page.get_by_role("button", name="Remind me").click()
    expect(page.get_by_role("button", name="Reminders are on")).to_be_visible()
    page.wait_for_function("localStorage.getItem('followup-reminded-until')")
    (told,) = page.evaluate("window.noted")
    assert told[0] == "Follow-up reminds you here"

    # The computer slept from eleven on; the page is loaded anew, and asks at once.
    page.evaluate("localStorage.setItem('followup-reminded-until', '2026-03-02T11:00:00+01:00')")
    page.reload()
    idle(page)
    page.wait_for_function("window.noted.length")
    assert page.evaluate("window.noted") == [
        ["Your interview at Globex is over", "Thank Ann · Globex · best tonight"]
    ]
    page.reload()
    idle(page)
    assert page.evaluate("window.noted") == []
    page.get_by_role("button", name="Reminders are on").click()
    expect(page.get_by_role("button", name="Remind me")).to_be_visible()
