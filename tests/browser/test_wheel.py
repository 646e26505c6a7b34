"""The dashboard of whoever installed the wheel: its pages, its component and its colours are there."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import idle, titled
from tests.served import served_by
from tests.wheel import built, installed


@pytest.mark.wide
def test_an_installed_demo_shows_its_pages(page: Page, tmp_path: Path) -> None:
    program = installed(built(tmp_path), tmp_path)
    empty = tmp_path / "empty"
    empty.mkdir()
    with served_by([str(program)], empty, tmp_path, "demo") as address:
        page.goto(f"{address}/calendar")
        idle(page)
        titled(page, "Calendar")
        expect(page.get_by_role("table").first).to_be_visible()
        page.get_by_test_id("stSidebarNav").get_by_role("link", name="Today").click()
        titled(page, "Today")
        expect(page.get_by_test_id("stException")).to_have_count(0)
        colour = "button => getComputedStyle(button).backgroundColor"
        primary = page.get_by_test_id("stBaseButton-primary").first
        assert primary.evaluate(colour) == "rgb(11, 87, 208)", "as .streamlit/config.toml has it"
