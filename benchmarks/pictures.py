"""`make pictures`: the README's pictures, taken of the demo data at a fixed moment."""

import io
from datetime import datetime
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, ViewportSize

from benchmarks.browser import IDLE, showing
from followup.exchange.demo import demo_facts
from tests.served import ROOT

NOW = datetime.fromisoformat("2026-09-16T10:00:00+02:00")
Theme = Literal["light", "dark"]
PICTURES: dict[str, tuple[str, Theme]] = {
    "today": ("/", "light"),
    "timeline": ("/timeline", "light"),
    "compose": ("/compose?action=thank_you:northwind:northwind-1:northwind-ann", "light"),
    "calendar": ("/calendar", "dark"),
}
SIZE: ViewportSize = {"width": 1280, "height": 860}
FOLDER = ROOT / "docs" / "pictures"
# The page stands still: no change for half a second, and no drawing under way.
_STILL = """() => new Promise(done => {
  let last = performance.now();
  new MutationObserver(() => { last = performance.now(); })
    .observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  const look = () => performance.now() - last > 500 ? document.fonts.ready.then(done) : setTimeout(look, 50);
  look();
})"""


def take(browser: Browser, address: str, path: str, theme: Theme) -> bytes:
    """One page as a PNG."""
    context = browser.new_context(
        viewport=SIZE,
        color_scheme=theme,
        reduced_motion="reduce",
        locale="en-GB",
        timezone_id="Europe/Berlin",
    )
    page = context.new_page()
    page.goto(address + path)
    page.wait_for_selector(IDLE, state="attached")
    if path.startswith("/compose"):  # the text is what one wants to see
        page.set_viewport_size({"width": 1280, "height": 1240})
    page.evaluate(_STILL)
    picture = page.screenshot()
    context.close()
    return picture


def small(picture: bytes) -> bytes:
    """The same with 256 colours: about a third of the size, and no difference that one sees."""
    out = io.BytesIO()
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.quantize(256, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def main() -> None:
    """All pictures anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with showing(demo_facts(NOW), NOW) as (browser, address):
        for title, (path, theme) in PICTURES.items():
            target = FOLDER / f"{title}.png"
            target.write_bytes(small(take(browser, address, path, theme)))
            print(f"{target.relative_to(ROOT)}  {target.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
