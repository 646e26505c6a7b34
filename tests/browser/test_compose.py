"""The composer in a real browser: from the due action to the timeline, and a draft over a restart."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from followup.model.facts import Facts
from followup.store.file_store import FileStore
from tests.browser.conftest import idle, titled
from tests.builders import applied, at, facts, interview, person, specific
from tests.served import served

Visit = Callable[..., Page]
NOW = "03-03 12:30"
SAID = (
    specific("the move to Kafka", id="s1", frame="about", said_by="ann"),
    specific("the team in Leipzig", id="s2", frame="about", said_by="ann"),
)


def world() -> Facts:
    """Globex, where Ann Adler held an interview this morning; and another company, whose name may leak in."""
    ann = person("Ann Adler", id="ann", email="ann@globex.example")
    tom = person("Tom Novak", id="tom", email="tom@initech.example")
    return facts(
        applied("Globex", ann, interview("03-03 10:00", *SAID), role="Data engineer"),
        applied("Initech", tom, interview("03-09 10:00", by="tom", key="i2")),
    )


def press(page: Page, name: str | re.Pattern[str]) -> None:
    """After typing, a click that lasts: the page is drawn anew between its two halves otherwise."""
    page.get_by_role("button", name=name).first.click(delay=90)
    idle(page)


def text(page: Page) -> Locator:
    return page.get_by_label("Text", exact=True)


def write(page: Page, words: str) -> None:
    text(page).fill(words)
    text(page).press("Tab")
    idle(page)


def clipboard(page: Page) -> str:
    read: str = page.evaluate("navigator.clipboard.readText()")
    return read


def test_from_a_due_action_to_the_timeline(visit: Visit, tmp_path: Path) -> None:
    page = visit(world(), NOW)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    press(page, "Write")
    titled(page, "Compose")
    idle(page)
    # The letter and its way out are in sight, and it takes up one thing that was said.
    expect(page.get_by_role("link", name="Open in mail")).to_be_in_viewport()
    expect(text(page)).to_have_value(re.compile("Kafka|Leipzig"))
    said = "Kafka" if "Kafka" in text(page).input_value() else "Leipzig"

    # The chip: another letter without it, and with it again.
    page.get_by_role("button", name=re.compile(f"Remove .*{said}")).click()
    expect(text(page)).not_to_have_value(re.compile(said))
    idle(page)  # a list that is opened while the page is still being drawn closes again
    page.get_by_role("combobox", name=re.compile("What was said")).click()
    page.get_by_role("option", name=re.compile(said)).click()
    page.keyboard.press("Escape")
    expect(text(page)).to_have_value(re.compile(said))
    idle(page)

    # Edited, with a slip: the finding marks the place, and one click mends it.
    draft = text(page).input_value()
    write(page, draft.replace("Dear Ann", "Dear Tom"))
    finding = page.get_by_test_id("stMarkdown").filter(has_text="the message goes to Ann Adler")
    expect(finding).to_be_visible()
    press(page, "Mend")
    expect(text(page)).to_have_value(draft)
    expect(page.get_by_text("It is ready to send.")).to_be_visible()

    # Copied as it stands, also what was typed a moment ago; then it asks.
    text(page).fill(draft + "\n\nP.S. Käffchen? ☕")
    page.get_by_role("button", name="Copy text").click(delay=90)
    expect(page.get_by_text("Did you send it?")).to_be_visible()
    idle(page)
    assert clipboard(page) == draft + "\n\nP.S. Käffchen? ☕"
    expect(page.get_by_text("The text was changed since")).to_have_count(0)
    press(page, "Copy subject")
    expect(page.get_by_text("Subject copied")).to_be_visible()
    assert clipboard(page) == page.get_by_label("Subject", exact=True).input_value()

    # Sent: logged as it was, and on the timeline.
    press(page, "I sent it")
    expect(page.get_by_text("Sent and logged")).to_be_visible()
    logged = FileStore(tmp_path / "data.json", backups=tmp_path / "backups").load().facts
    assert logged.applications[0].touchpoints[0].text == draft + "\n\nP.S. Käffchen? ☕"
    page.get_by_test_id("stSidebarNav").get_by_role("link", name="Timeline").click()
    titled(page, "Timeline")
    idle(page)
    expect(page.get_by_role("button", name=re.compile("thank-you to Ann Adler"))).to_be_visible()


@pytest.mark.wide
def test_a_draft_survives_a_reload_and_a_restart_of_the_server(page: Page, tmp_path: Path) -> None:
    store = FileStore(tmp_path / "data.json", backups=tmp_path / "backups")
    store.update("Entered", lambda _: world(), now=at(NOW))
    moment = at(NOW).isoformat()
    with served(tmp_path, FOLLOWUP_NOW=moment) as address:
        page.goto(f"{address}/compose")
        idle(page)
        write(page, "Dear Ann,\n\nmy own words")
        page.reload()
        idle(page)
        expect(text(page)).to_have_value("Dear Ann,\n\nmy own words")
    with served(tmp_path, FOLLOWUP_NOW=moment) as address:
        page.goto(f"{address}/compose")
        idle(page)
        expect(text(page)).to_have_value("Dear Ann,\n\nmy own words")
        press(page, "I sent it")
        expect(page.get_by_text("Sent and logged")).to_be_visible()
    kept = (tmp_path / "data.drafts.json").read_text()
    assert "my own words" not in kept
    assert "my own words" in (tmp_path / "data.json").read_text()


def test_a_beginning_by_a_click_is_typed_on_at_its_end(visit: Visit) -> None:
    page = visit(world(), NOW)
    press(page, "Write")
    titled(page, "Compose")
    idle(page)
    press(page, re.compile("I would begin with"))
    own = page.get_by_label("One sentence of your own")
    expect(own).to_be_focused()
    page.keyboard.type("the smallest site")
    expect(own).to_have_value("I would begin with the smallest site")
