"""Three things that happened, each logged from the application within six clicks, and no day is typed."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from followup.model.facts import Application
from followup.store.file_store import FileStore
from tests.browser.conftest import idle
from tests.builders import ANN, RITA, applied, day, facts, interview

WORLD = facts(applied("Globex", ANN, RITA, interview(), interview("03-12 14:00", key="i2")))
NOW = "03-03 12:30"  # a Tuesday
MOST = 6


@dataclass
class Hand:
    """A hand that clicks, and counts."""

    page: Page
    clicks: int = 0

    def click(self, what: Locator) -> None:
        what.first.click(delay=90)
        self.clicks += 1
        idle(self.page)

    def press(self, name: str) -> None:
        self.click(self.page.get_by_role("button", name=name))

    def pick(self, words: str) -> None:
        self.click(self.page.get_by_role("dialog").get_by_text(re.compile(f"^{words}(,|$)")))

    def logged(self) -> None:
        self.press("Log it")
        expect(self.page.get_by_test_id("stDialog")).to_have_count(0)
        expect(self.page.get_by_text("Logged: ").first).to_be_visible()
        assert self.clicks <= MOST
        self.clicks = 0


def test_three_kinds_of_happening_in_six_clicks_each(
    visit: Callable[..., Page], tmp_path: Path
) -> None:
    hand = Hand(visit(WORLD, NOW, "/interviews?application=globex"))

    def stored() -> Application:
        store = FileStore(tmp_path / "data.json", backups=tmp_path / "backups")
        return store.load().facts.applications[0]

    hand.press("What happened?")
    hand.press("They named or moved their date")
    hand.pick("End of next week")
    hand.pick("No word after it means no")
    hand.logged()
    (promise,) = stored().touchpoints[-1].promises
    assert (promise.on, promise.silence_means_no) == (day("03-13"), True)

    hand.press("What happened?")
    hand.press("An interview is moved")
    hand.pick("In two weeks")
    hand.pick("I moved it, not they")
    hand.logged()
    assert [(i.state, i.on) for i in stored().interviews[1:]] == [
        ("moved", None),
        ("scheduled", day("03-17")),
    ]

    hand.press("What happened?")
    hand.press("They made an offer")
    hand.pick("Fri 6 Mar")
    hand.pick("Phone")
    hand.pick("Ann")
    hand.logged()
    offer = stored().touchpoints[-1]
    assert (offer.deadline, offer.channel, offer.people) == (day("03-06"), "phone", ("ann",))
