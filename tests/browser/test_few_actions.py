"""From “the interview is over” to “sent”, for two interviewers: how often one has to act."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from followup.model.facts import Facts
from followup.model.settings import Me
from tests.browser.conftest import idle, titled

MOST = 18  # of the 25 that it may take
NOW = "03-03 12:30"


class Hand:
    """Counts each click and each step into a field; the keys for a text are free."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions = 0

    def click(self, what: Locator) -> None:
        self.actions += 1
        what.click(delay=90)
        idle(self.page)

    def press(self, name: str | re.Pattern[str]) -> None:
        self.click(self.page.get_by_role("button", name=name).first)

    def write(self, label: str, text: str, nth: int = 0) -> None:
        """Into a field: one action to get there, and none where it has the focus already."""
        field = self.page.get_by_label(label, exact=True).nth(nth)
        if not field.evaluate("node => node === document.activeElement"):
            self.click(field)
        self.page.keyboard.type(text)
        idle(self.page)


@pytest.mark.wide
def test_two_thank_yous_take_few_actions(visit: Callable[..., Page]) -> None:
    page = visit(Facts(me=Me(name="Kim Doe", time_zone="Europe/Berlin", country="DE")), NOW)
    hand = Hand(page)
    hand.press(re.compile("Enter.*interview"))
    hand.write("Company", "Globex")
    hand.write("Role", "Data engineer")
    hand.write("Name", "Ann Adler <ann@globex.example>")
    hand.press("Add a person")
    hand.write("Name", "Tom Novak <tom@globex.example>", nth=1)
    hand.write("… and how it ends", "the move to Kafka")
    hand.press("Add a detail")
    hand.write("… and how it ends", "pair reviews on Thursdays", nth=1)
    hand.click(page.get_by_text("The Friday after", exact=True))
    hand.press("Save")
    titled(page, "Globex")
    hand.press("Write")
    for name in ("Ann", "Tom"):
        expect(page.get_by_label("Text", exact=True)).to_have_value(re.compile(f"Dear {name}"))
        hand.click(page.get_by_role("link", name="Open in mail"))
        hand.press("I sent it")
        if name == "Ann":
            hand.press("Write the next one")
    expect(page.get_by_text("Sent and logged")).to_be_visible()
    assert hand.actions <= MOST, hand.actions
