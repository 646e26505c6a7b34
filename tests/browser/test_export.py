"""What is downloaded and what is subscribed to shows what the plan shows."""

from collections.abc import Callable
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Page, expect

from followup.exchange.out.entries import entries
from followup.model.facts import Facts
from followup.playbook.plan import plan
from followup.store.file_store import FileStore
from tests.browser.conftest import idle
from tests.builders import ANN, applied, at, facts, interview, specific

NOW = "03-02 12:00"
WORLD = facts(
    applied("Globex", ANN, interview("03-02 10:00", specific()), interview("03-09 10:00", key="i2"))
)


def shown(data: bytes) -> list[str]:
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    return [str(event["summary"]) for event in events]


def planned(world: Facts) -> list[str]:
    return [entry.title for entry in entries(world, plan(world, at(NOW)), at(NOW))]


def downloaded(page: Page, name: str) -> bytes:
    with page.expect_download() as got:
        page.get_by_role("button", name=name, exact=True).click()
    return got.value.path().read_bytes()


def test_the_calendar_shows_what_the_plan_shows_by_file_and_by_feed(
    visit: Callable[..., Page], tmp_path: Path
) -> None:
    page = visit(WORLD, NOW, "/data")
    assert shown(downloaded(page, "Calendar")) == planned(WORLD)
    store = FileStore(tmp_path / "data.json", backups=tmp_path / "backups")
    assert len(store.load().facts.handed_out) == len(planned(WORLD))
    assert downloaded(page, "Report").startswith(b"<!doctype html>")

    page.get_by_text("A calendar that follows by itself").click()
    page.get_by_role("button", name="Switch it on").click()
    idle(page)
    expect(page.get_by_text("cannot reach it")).to_be_visible()
    address = page.get_by_test_id("stCode").locator("code", has_text="/calendar/").inner_text()
    feed = page.request.get(address)
    assert (feed.status, shown(feed.body())) == (200, planned(WORLD))
    assert page.request.get(address, headers={"If-None-Match": feed.headers["etag"]}).status == 304
    page.get_by_role("button", name="Another address").click()
    idle(page)
    assert page.request.get(address).status == 404


@pytest.mark.wide
def test_one_action_goes_into_the_calendar_from_its_own_menu(
    visit: Callable[..., Page], tmp_path: Path
) -> None:
    page = visit(WORLD, NOW)
    page.get_by_role("button", name="More").first.click(delay=90)
    expect(page.get_by_role("button", name="To my calendar")).to_be_visible()
    data = downloaded(page, "To my calendar")
    (event,) = icalendar.Calendar.from_ical(data).walk("VEVENT")
    assert str(event["summary"]) in planned(WORLD)
    assert event.walk("VALARM"), "it rings"
    store = FileStore(tmp_path / "data.json", backups=tmp_path / "backups")
    assert [each.uid for each in store.load().facts.handed_out] == [str(event["uid"])]
