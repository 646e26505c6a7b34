"""How long each page takes to settle in a real browser, with 3 applications and with 300: the ratio is what counts."""

from benchmarks.data import NOW, many

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
    from benchmarks.browser import IDLE, showing

    found = {}
    with showing(many(size), NOW) as (browser, address):
        for path in PAGES:
            taken = []
            for _ in range(TIMES + 1):
                page = browser.new_page(reduced_motion="reduce")
                page.goto(address + path)
                page.wait_for_selector(IDLE, state="attached")
                taken.append(float(page.evaluate(_SETTLED)))
                page.close()
            found[path] = min(taken[1:])
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
