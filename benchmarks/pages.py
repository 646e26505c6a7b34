"""How long each page takes to settle in a real browser, with 3 applications and with 300: the ratio is what counts."""

import os
import tempfile
from pathlib import Path

from benchmarks.data import NOW, many
from followup.store.store import Store
from tests.served import served

FEW, MANY, TIMES, BOUND = 3, 300, 7, 2.0
PAGES = (
    "/",
    "/timeline",
    "/calendar",
    "/compose",
    "/templates",
    "/interviews",
    "/interviews?application=northwind-0",
    "/insights",
    "/data",
    "/settings",
)
_FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update"
_IDLE = "[data-testid=stApp][data-test-script-state=notRunning] h1"
# From the start of the visit until the script has run and a quarter of a second passed without a change on the page.
_SETTLED = """() => new Promise(done => {
  let last = performance.now();
  const seen = new MutationObserver(() => { last = performance.now(); });
  seen.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  const look = () => performance.now() - last > 250 ? done(last) : setTimeout(look, 20);
  look();
})"""


def settling(size: int) -> dict[str, float]:
    """For each page the least of some visits, in milliseconds: what the other programs took does not count."""
    from playwright.sync_api import sync_playwright

    found = {}
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        facts = many(size)
        store = Store(folder / "data.json", backups=folder / "backups")
        store.update("Entered", lambda _: facts, now=NOW)
        chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=_FLAGS.split())
        with served(folder, FOLLOWUP_NOW=NOW.isoformat()) as address:
            for path in PAGES:
                taken = []
                for _ in range(TIMES + 1):
                    page = browser.new_page(reduced_motion="reduce")
                    page.goto(address + path)
                    page.wait_for_selector(_IDLE, state="attached")
                    taken.append(float(page.evaluate(_SETTLED)))
                    page.close()
                found[path] = min(taken[1:])
        browser.close()
    return found


def main() -> None:
    """One line for each page."""
    few, many_ = settling(FEW), settling(MANY)
    for path in PAGES:
        ratio = many_[path] / few[path]
        verdict = "ok" if ratio < BOUND else f"over {BOUND}"
        print(
            f"{many_[path]:10.1f} ms  {path} settles at {MANY} applications:"
            f" {ratio:.2f} times as long as at {FEW} ({few[path]:.1f} ms): {verdict}",
            flush=True,
        )


if __name__ == "__main__":
    main()
