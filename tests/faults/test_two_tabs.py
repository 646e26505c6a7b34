"""Two real tabs that click at the same time: what was acknowledged is in the file, once, and nothing else."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page
from playwright.sync_api import TimeoutError as TooLate

from followup.model.facts import Facts
from followup.store.file_store import FileStore
from tests.browser.conftest import chromium, idle, serving
from tests.builders import applied, facts, interview, person, specific
from tests.faults.conftest import FULL, Share, Tally

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium() is None, reason="no Chromium here: set CHROMIUM, or install it"),
]
NOW = "03-03 12:30"
CLICKS = 120
ROUNDS = 3 if FULL else 1
# Each tab counts the runs of its page, so that a click's own answer is waited for.
COUNTING = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  window.runs = 0;
  new MutationObserver(() => { if (app.dataset.testScriptState === 'notRunning') window.runs += 1; })
    .observe(app, { attributes: true, attributeFilter: ['data-test-script-state'] });
}"""


def world(number: int) -> Facts:
    """So many employers, each waiting for one thank-you of yesterday's interview."""
    return facts(
        *(
            applied(
                f"Company {n:03}",
                person(f"Person {n:03}", id=f"p{n}"),
                interview("03-02 10:00", specific("Kafka", id=f"s{n}"), by=f"p{n}", key=f"i{n}"),
                id=f"a{n}",
            )
            for n in range(number)
        )
    )


class Tab:
    """One tab on Today, and what it was told."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.clicks = 0
        self.refused = 0
        self.told: list[str] = []
        page.goto(address)
        idle(page)
        page.evaluate(COUNTING)

    def button(self, name: str, nth: int) -> Locator:
        found = self.page.get_by_role("button", name=re.compile(f"^{name}"))
        return found.nth(min(nth, found.count() - 1))

    def bar(self) -> str:
        bar = self.page.locator("[class*=st-key-feedback_line_] [data-testid=stAlert]")
        return bar.first.inner_text() if bar.count() else ""

    def click(self, name: str, nth: int = 0) -> None:
        self._before = self.bar()
        self._runs: int = self.page.evaluate("window.runs")
        self.page.bring_to_front()  # one that is hidden is drawn once a second
        self.button(name, nth).click(timeout=10_000)
        self.clicks += 1

    def answer(self) -> None:
        """Wait for what the click came to."""
        with suppress(TooLate):  # two runs may be seen as one
            self.page.wait_for_function(f"window.runs > {self._runs}", timeout=5_000)
        idle(self.page)
        if self.page.get_by_text("Not saved").count():
            self.refused += 1
        elif (now := self.bar()) != self._before:
            self.told.append(now.split("\n")[-1].removeprefix("check_circle").strip())


def acknowledged(told: list[str]) -> Counter[str]:
    """What stands, after what was said to be undone."""
    standing: Counter[str] = Counter()
    for words in told:
        if words.startswith("Undone: "):
            standing[words.removeprefix("Undone: “").removesuffix("”.") + "."] -= 1
        else:
            standing[words] += 1
    return +standing


def held(found: Facts) -> Counter[str]:
    """What the file holds, in the words of the acknowledgements."""
    companies = {each.id: each.people[0].name for each in found.applications}
    sent = Counter(
        f"Marked as sent: thank-you to {companies[each.id]}."
        for each in found.applications
        for _ in each.touchpoints
    )
    skipped = Counter(
        f"Skipped: thank-you to {companies[each.action.split(':')[1]]}." for each in found.skips
    )
    return sent + skipped


@pytest.fixture
def tabs(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[list[Page]]:
    context = browser.new_context(**browser_context_args)
    yield [context.new_page(), context.new_page()]
    context.close()


# What A and B do at the same time; the number says on which of the actions that they see.
STEPS = (
    (("Done", 0), ("Done", 0)),  # the same one
    (("Done", 0), ("Done", 5)),
    (("Undo", 0), ("Done", 1)),
    (("Done", 2), ("Undo", 0)),
    (("Skip", 0), ("Done", 0)),  # the same one, in two ways
    (("Done", 3), ("Done", 4)),
)


@pytest.mark.parametrize("round_", range(ROUNDS))
@pytest.mark.wide
def test_clicks_in_two_tabs_are_neither_lost_nor_doubled(
    tabs: list[Page], tmp_path: Path, tally: Tally, share: Share, round_: int
) -> None:
    wanted = share(CLICKS)
    with serving(tmp_path, world(wanted + 10), NOW) as address:
        one, two = (Tab(page, address) for page in tabs)
        step = 0
        while one.clicks + two.clicks < wanted:
            for tab, (name, nth) in zip((one, two), STEPS[step % len(STEPS)], strict=True):
                if name == "Skip":
                    tab.click("More", nth)
                    tab.answer()
                tab.click(name, nth)
            one.answer()
            two.answer()
            step += 1
        clicks = one.clicks + two.clicks
    store = FileStore(tmp_path / "data.json", backups=tmp_path / "backups")
    found = store.load()
    assert found.bad == ()
    assert held(found.facts) == acknowledged(one.told) + acknowledged(two.told)
    assert not list(tmp_path.glob("*conflict*"))
    tally.says(
        f"2 browser tabs, run {round_ + 1}: {clicks} clicks, {one.refused + two.refused} refused in a sentence, "
        f"{held(found.facts).total()} in the file: none lost, none doubled"
    )
