"""`make pictures`: the pictures of the README and the guide, taken of the demo data at a fixed moment."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize

from benchmarks.browser import IDLE, showing
from followup.exchange.demo import demo_facts
from tests.served import ROOT, entrance

NOW = datetime.fromisoformat("2026-09-16T10:00:00+02:00")
# The page stands still: no change for half a second, and no drawing under way.
_STILL = """() => new Promise(done => {
  let last = performance.now();
  new MutationObserver(() => { last = performance.now(); })
    .observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  const look = () => performance.now() - last > 500 ? document.fonts.ready.then(done) : setTimeout(look, 50);
  look();
})"""
Theme = Literal["light", "dark"]
WIDE: ViewportSize = {"width": 1280, "height": 860}
TALL: ViewportSize = {"width": 1280, "height": 1400}
PHONE: ViewportSize = {"width": 390, "height": 844}
_COMPOSE = "/compose?action="


def _typed(page: Page) -> None:
    """The entry form with an interview of yesterday."""
    for label, text in (
        ("Company", "Globex"),
        ("Role", "Data engineer"),
        ("Name", "Ann Adler <ann@globex.example>"),
        ("… and how it ends", "the move to the new warehouse"),
    ):
        page.get_by_role("textbox", name=label, exact=True).first.fill(text)
        page.keyboard.press("Tab")
        page.evaluate(_STILL)


def _side_by_side(page: Page) -> None:
    page.get_by_text("side by side").click()


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: the page, how it looks, and what is done on it first."""

    path: str
    theme: Theme = "light"
    size: ViewportSize = field(default_factory=lambda: WIDE)
    steps: Callable[[Page], None] = lambda _: None


PICTURES: dict[str, Picture] = {
    "today": Picture("/"),
    "timeline": Picture("/timeline"),
    "compose": Picture(f"{_COMPOSE}thank_you:northwind:northwind-1:northwind-ann"),
    "calendar": Picture("/calendar", "dark"),
    "guide-first": Picture("/interviews?new=1", size=TALL, steps=_typed),
    "guide-panel": Picture(
        f"{_COMPOSE}thank_you:northwind:northwind-1:northwind-ann", steps=_side_by_side
    ),
    "guide-promise": Picture("/interviews?application=northwind"),
    "guide-offer": Picture(f"{_COMPOSE}offer_reply:acme:acme-ivo"),
    "guide-rejection": Picture(f"{_COMPOSE}rejection_reply:stark:stark-pia"),
    "guide-phone": Picture("/", "dark", PHONE),
}
FOLDER = ROOT / "docs" / "pictures"


def take(browser: Browser, address: str, picture: Picture) -> bytes:
    """One page as a PNG."""
    context = browser.new_context(
        viewport=picture.size,
        color_scheme=picture.theme,
        reduced_motion="reduce",
        locale="en-GB",
        timezone_id="Europe/Berlin",
        storage_state=entrance(),
        is_mobile=picture.size == PHONE,
        has_touch=picture.size == PHONE,
    )
    page = context.new_page()
    page.goto(address + picture.path)
    page.wait_for_selector(IDLE, state="attached")
    page.evaluate(_STILL)
    picture.steps(page)
    page.evaluate(_STILL)
    taken = page.screenshot()
    context.close()
    return taken


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
        for title, picture in PICTURES.items():
            target = FOLDER / f"{title}.png"
            target.write_bytes(small(take(browser, address, picture)))
            print(f"{target.relative_to(ROOT)}  {target.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
