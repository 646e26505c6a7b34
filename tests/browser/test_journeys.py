"""The main job, as a new user does it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import idle, titled

Visit = Callable[..., Page]
JOURNEY_AT = "03-03 12:30"  # a Tuesday


def press(page: Page, name: str | re.Pattern[str], nth: int = 0) -> None:
    page.get_by_role("button", name=name).nth(nth).click(delay=90)
    idle(page)


def fill(page: Page, label: str, text: str, nth: int = 0) -> None:
    field = page.get_by_label(label, exact=True).nth(nth)
    field.fill(text)
    field.press("Tab")
    idle(page)


def fill_day(page: Page, label: str, digits: str) -> None:
    """A day as one types it, ddmmyyyy: the field moves on by itself."""
    page.get_by_label(label, exact=True).get_by_role("spinbutton").first.click()
    page.keyboard.type(digits)
    page.keyboard.press("Escape")  # the calendar that opens beside it
    page.evaluate("document.activeElement.blur()")  # the field is left, as `fill` leaves one by Tab
    idle(page)


def go(page: Page, name: str) -> None:
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=name).click(delay=90)
    titled(page, name)
    idle(page)


def card(page: Page, title: str) -> Locator:
    """The box of one action, by its title."""
    heading = page.get_by_role("heading", name=title)
    return page.locator("[class*=st-key-card_]").filter(has=heading).last


def open_application(page: Page, company: str) -> None:
    go(page, "Interviews")
    page.get_by_role("button", name=re.compile(company)).first.click()
    titled(page, company)
    idle(page)


def log(page: Page, what: str, **dates: str) -> None:
    press(page, "What happened?")
    press(page, what)
    for label, day in dates.items():
        fill_day(page, label, day)
    press(page, "Log it")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_from_an_empty_file_to_a_rejection_and_back(visit: Visit) -> None:
    main_journey(visit(None, JOURNEY_AT))


def main_journey(page: Page) -> None:
    """From the Today of an empty search, at JOURNEY_AT: two people were met until noon, and decide by Friday."""
    press(page, re.compile("Enter.*interview"))
    fill(page, "Company", "Globex")
    fill(page, "Role", "Data engineer")
    fill(page, "Name", "Ann Adler")
    fill(page, "E-mail", "ann@globex.example")
    press(page, "Add a person")
    fill(page, "Name", "Tom Novak", nth=1)
    expect(page.get_by_role("checkbox", name="Tom Novak")).to_be_checked()
    fill(page, "E-mail", "tom@globex.example", nth=1)
    fill(page, "… and how it ends", "the move to Kafka")
    press(page, "Add a detail")
    fill(page, "… and how it ends", "pair reviews on Thursdays", nth=1)
    page.get_by_text("The Friday after", exact=True).click()
    idle(page)
    press(page, "Save")
    titled(page, "Globex")

    # Two thank-yous, and no status check before Friday has passed.
    go(page, "Today")
    press(page, "Show")
    for name in ("Thank Ann Adler", "Thank Tom Novak"):
        expect(card(page, name)).to_have_count(1)
    expect(page.get_by_text("best tonight")).to_have_count(3)  # the row, and each in it
    expect(page.get_by_text("Status check to Ann Adler · Globex")).to_have_count(1)
    expect(page.get_by_role("heading", name="Status check")).to_have_count(0)

    # One is written and sent: gone from what is to do, and on the timeline.
    card(page, "Thank Ann Adler").get_by_role("button", name="Write").click()
    titled(page, "Compose")
    idle(page)
    expect(page.get_by_label("Text", exact=True)).to_have_value(re.compile("the move to Kafka"))
    press(page, "I sent it")
    go(page, "Today")
    expect(card(page, "Thank Tom Novak")).to_have_count(1)
    expect(card(page, "Thank Ann Adler").get_by_role("button", name="Write")).to_have_count(0)
    go(page, "Timeline")
    expect(page.get_by_role("button", name=re.compile("thank-you to Ann Adler"))).to_be_visible()

    # They need until the 20th: the check moves to the Monday after.
    open_application(page, "Globex")
    log(page, "They named or moved their date", **{"They decide by": "20032026"})
    press(page, re.compile("in the plan"))
    expect(page.get_by_role("button", name=re.compile("changes? in the plan"))).to_have_count(1)
    expect(page.get_by_text(re.compile("on Mon 23 Mar"))).not_to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.get_by_text(re.compile("decide by Fri 20 Mar"))).not_to_have_count(0)

    # A rejection: the checks are gone, the graceful reply is there; and all of it comes back.
    log(page, "They said no")
    expect(card(page, "Answer the rejection")).to_have_count(1)
    expect(page.get_by_text(re.compile("^.*Status check to"))).to_have_count(0)
    press(page, "Undo")
    expect(card(page, "Answer the rejection")).to_have_count(0)
    expect(page.get_by_text(re.compile("decide by Fri 20 Mar"))).not_to_have_count(0)


@pytest.mark.wide
def test_people_who_are_pasted_in_at_once_all_held_the_interview(visit: Visit) -> None:
    page = visit(None, "03-03 12:30", "/interviews?new=1")
    fill(page, "Name", "Ann Adler")
    press(page, "Add a person")
    for label, text in (("Name", "Tom Novak"), ("E-mail", "tom@globex.example")):
        field = page.get_by_label(label, exact=True).nth(1)
        field.fill(text)
        field.press("Tab")
    for name in ("Ann Adler", "Tom Novak"):
        expect(page.get_by_role("checkbox", name=name)).to_be_checked()
