"""Something that nobody foresaw: a calm page, nothing typed is gone, nothing personal in what is to be copied."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Error, Locator, Page, expect

from tests.browser.conftest import idle, serving
from tests.builders import applied, facts, interview, person
from tests.served import ROOT

NOW = "03-03 12:30"
SECRET = "Dear Ann, my number is 0171 555"
# Loaded by Python itself when the server starts: what is named in the file `fails` fails.
SABOTAGE = f"""
import functools, os, sys
from pathlib import Path
if "followup" in " ".join(sys.orig_argv):
    import followup.ui.today.coming, followup.ui.actions.clicks
    def spoil(module, name):
        real = getattr(module, name)
        @functools.wraps(real)
        def spoilt(*words, **named):
            wanted = Path(os.environ["FAILS"])
            if wanted.exists() and wanted.read_text() == name:
                raise RuntimeError({SECRET!r})
            return real(*words, **named)
        setattr(module, name, spoilt)
    spoil(followup.ui.today.coming, "done_lately")
    spoil(followup.ui.actions.clicks, "skip")
"""


@pytest.fixture
def fails(tmp_path: Path) -> Path:
    return tmp_path / "fails"


@pytest.fixture
def address(tmp_path: Path, fails: Path) -> Iterator[str]:
    (tmp_path / "sitecustomize.py").write_text(SABOTAGE)
    env = {
        "PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)]),
        "FAILS": str(fails),
        "FOLLOWUP_LOG": str(tmp_path / "followup.log"),
    }
    world = facts(applied("Globex", person("Ann Adler", id="ann"), interview("03-03 10:00")))
    with serving(tmp_path, world, NOW, **env) as served_at:
        yield served_at


def reason_for_skipping(page: Page) -> Locator:
    """The field in the box beside the first action, which a click elsewhere has closed."""
    field = page.get_by_label("Why skip it? (optional)")
    if not field.is_visible():
        page.get_by_role("button", name="More").first.click()
    return field


def calm(page: Page, tmp_path: Path) -> None:
    """What every such page says, and does not say."""
    expect(page.get_by_text("Something went wrong")).to_be_visible()
    idle(page)  # a run that is still to come would find nothing that fails, and take this away
    expect(page.get_by_text(re.compile("Your data is safe"))).to_be_visible()
    page.get_by_text("Details for a report").click()
    details = page.get_by_test_id("stCode").filter(has_text="builtins.RuntimeError")
    expect(details).to_contain_text("sitecustomize.py:")
    expect(page.get_by_test_id("stException")).to_have_count(0)
    shown = page.locator("body").inner_text()
    for personal in (SECRET, "0171", str(tmp_path), str(ROOT)):
        assert personal not in shown
    outside = "links => links.map(a => a.href).filter(h => !h.startsWith(location.origin))"
    assert page.locator("a").evaluate_all(outside) == []
    log = (tmp_path / "followup.log").read_text()
    assert "builtins.RuntimeError" in log
    assert "0171" not in log


def test_what_was_typed_outlives_a_page_and_a_click_that_fail(
    page: Page, address: str, fails: Path, tmp_path: Path
) -> None:
    page.goto(address)
    idle(page)
    reason = reason_for_skipping(page)
    fails.write_text("done_lately")
    reason.fill("They wrote to me first")
    reason.press("Tab")
    calm(page, tmp_path)
    fails.unlink()
    with suppress(Error):  # a run of the page's own may have come first, and shows it whole again
        page.get_by_role("button", name="Try again").click(timeout=5000)
    expect(page.get_by_text("Something went wrong")).to_have_count(0)
    idle(page)
    expect(reason_for_skipping(page)).to_have_value("They wrote to me first")

    fails.write_text("skip")
    page.get_by_role("button", name="Skip").click(delay=90)
    calm(page, tmp_path)
    fails.unlink()
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_text("Something went wrong")).to_have_count(0)
    idle(page)
    expect(reason_for_skipping(page)).to_have_value("They wrote to me first")
    page.get_by_role("button", name="Skip").click(delay=90)
    expect(page.get_by_test_id("stBottom")).to_contain_text("Skipped")
