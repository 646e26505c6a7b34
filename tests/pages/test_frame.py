"""The frame: whatever goes wrong, a sentence and no traceback; and every page stands in it."""

from pathlib import Path

import pytest

from tests.builders.globex import facts
from tests.pages.conftest import Start
from tests.pages.test_today import THANK_ANN, text_of, with_menu

PAGES = [
    "pages/plan/today.py",
    "pages/plan/timeline.py",
    "pages/plan/calendar.py",
    "pages/write/compose.py",
    "pages/record/interviews.py",
    "pages/write/templates.py",
    "pages/record/insights.py",
    "pages/record/data.py",
    "pages/record/settings.py",
]
BAD = {
    "cut off": b'{"applications": {"1"',
    "no JSON": b"hello",
    "empty": b"",
    "another program's": b'{"a": 1}',
    "UTF-16": '{"a": 1}'.encode("utf-16"),
}


@pytest.mark.parametrize("page", PAGES)
def test_every_page_shows_without_and_with_facts(app: Start, page: str) -> None:
    assert not app(page=page).exception
    assert not app(facts(), page=page).exception


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("content", BAD.values(), ids=BAD.keys())
def test_a_file_that_cannot_be_read_is_said_and_left_alone(
    app: Start, data_file: Path, page: str, content: bytes
) -> None:
    data_file.write_bytes(content)
    shown = app(page=page)
    assert not shown.exception
    assert len(shown.error) == 1
    assert not shown.title
    assert data_file.read_bytes() == content


def test_a_fault_that_nobody_foresaw_is_a_calm_page(
    app: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = app(facts())
    monkeypatch.setenv("FOLLOWUP_NOW", "secret")
    page.run()
    assert not page.exception
    assert "Your data is safe" in text_of(page)
    assert "secret" not in text_of(page)


def test_an_action_that_another_tab_has_answered_is_said(app: Start) -> None:
    first, second = with_menu(app(facts())), with_menu(app())
    first.button(key=f"done_{THANK_ANN}").click().run()
    second.button(key=f"done_{THANK_ANN}").click().run()
    assert not second.exception
    assert "no longer open" in text_of(second)
    assert "Marked as sent" not in text_of(second)


def test_a_file_that_went_bad_before_a_click_is_said_and_left_alone(
    app: Start, data_file: Path
) -> None:
    page = with_menu(app(facts()))
    data_file.write_bytes(b'{"cut off')
    page.button(key=f"done_{THANK_ANN}").click().run()
    assert not page.exception
    assert page.error
    assert data_file.read_bytes() == b'{"cut off'
