"""From “the interview is over” to “sent” without a mouse."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from followup.model.facts import Facts
from followup.model.settings import Me
from tests.browser.conftest import idle, titled

MOST_STEPS = 80  # of Tab, to the furthest thing on a page


class Keys:
    """What is reached by Tab alone, and used by Enter, the space bar and letters."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, wanted: Locator) -> None:
        for _ in range(MOST_STEPS):
            if wanted.evaluate("node => node === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
            idle(self.page)
        raise AssertionError(f"{wanted} is not reached within {MOST_STEPS} steps")

    def press(self, name: str | re.Pattern[str], role: str = "button") -> None:
        self.reach(self.page.get_by_role(role, name=name).first)  # type: ignore[arg-type]
        self.page.keyboard.press("Enter")
        idle(self.page)

    def choose(self, group: str, name: str) -> None:
        radios = self.page.get_by_role("radiogroup", name=group).get_by_role("radio")
        self.reach(radios.and_(self.page.locator(":checked")))
        wanted = self.page.get_by_role("radio", name=name)
        for _ in range(radios.count()):
            if wanted.is_checked():
                return
            self.page.keyboard.press("ArrowRight")
            idle(self.page)
        raise AssertionError(f"{name} is not chosen by the arrow keys")

    def write(self, label: str, text: str) -> None:
        self.reach(self.page.get_by_label(label, exact=True).first)
        self.page.keyboard.type(text)
        idle(self.page)


@pytest.mark.wide
def test_from_an_interview_to_sent_by_keyboard_alone(visit: Callable[..., Page]) -> None:
    kim = Me(name="Kim Doe", time_zone="Europe/Berlin", country="DE")
    page = visit(Facts(me=kim), "03-03 18:00")
    keys = Keys(page)
    keys.press(re.compile("Enter.*interview"))
    titled(page, "Enter an interview")
    keys.write("Company", "Globex")
    keys.write("Role", "Data engineer")
    keys.write("Name", "Ann Adler <ann@globex.example>")
    keys.write("… and how it ends", "the move to Kafka")
    keys.choose("They decide by", "The Friday after")
    keys.press("Save")
    titled(page, "Globex")
    keys.press("Write")
    expect(page.get_by_label("Text", exact=True)).to_have_value(re.compile("Dear Ann"))
    keys.press("I sent it")
    expect(page.get_by_text("Sent and logged")).to_be_visible()
