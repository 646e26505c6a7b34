"""A click in Chromium, until the page has settled: with many interviews, against a blank page of stock Streamlit."""

from contextlib import ExitStack

from playwright.sync_api import Page, sync_playwright

from benchmarks.browser import IDLE, chromium_of
from benchmarks.clicks import PAGES, address_of
from benchmarks.data import NOW, search
from benchmarks.server import ours, stock
from benchmarks.table import Table, ratio_of
from tests.served import entrance

_ROUNDS = 5

# A click on what is named, until the run has ended and 150 ms have passed without a change on the page.
_CLICK = """name => new Promise(done => {
  const begun = performance.now();
  let last = begun, ran = false;
  const app = document.querySelector("[data-testid=stApp]");
  const seen = new MutationObserver(() => {
    last = performance.now();
    ran ||= app.getAttribute("data-test-script-state") !== "notRunning";
  });
  seen.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  document.querySelector(name).click();
  const look = () => {
    const still = ran && app.getAttribute("data-test-script-state") === "notRunning";
    const waited = performance.now() - last;
    if ((still && waited > 150) || waited > 5000) {
      seen.disconnect();
      done(still ? last - begun : -1);
    } else setTimeout(look, 5);
  };
  look();
})"""
_BUTTON = "[data-testid=stButton] button"
_LINK = "[data-testid=stSidebarNavLink][aria-current=page]"


def main(table: Table, sizes: tuple[int, ...]) -> None:
    """A row for each page, at 1,000 interviews."""
    for size in (each for each in sizes if each == 1_000):
        with ExitStack() as stack:
            blank = stack.enter_context(stock())
            server = stack.enter_context(ours(search(size), NOW))
            browser = stack.enter_context(chromium_of(stack.enter_context(sync_playwright())))
            base = browser.new_page(reduced_motion="reduce")
            base.goto(blank.address)
            base.wait_for_selector(IDLE, state="attached")
            for page in PAGES:
                shown = browser.new_page(reduced_motion="reduce", storage_state=entrance())
                shown.goto(f"{server.address}/{address_of(page)}")
                shown.wait_for_selector(IDLE, state="attached")
                _page(table, f"{page}, {size:,}", shown, base)
                shown.close()


def _page(table: Table, what: str, shown: Page, base: Page) -> None:
    mine, other = [], []
    for number in range(_ROUNDS + 1):
        times = [
            float(each.evaluate(_CLICK, name)) for each, name in ((base, _BUTTON), (shown, _LINK))
        ]
        if number:
            other.append(times[0])
            mine.append(times[1])
    if min(*mine, *other) < 0:
        raise RuntimeError("the page was not run again")
    table.add(ratio_of(f"Chromium, click to settled on {what} / blank", mine, other, 1.2))
