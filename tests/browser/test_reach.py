"""For eyes, keyboards and screen readers: every page in both themes, wide and narrow; axe finds nothing of ours."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from followup.exchange.demo import demo_facts
from tests.browser.conftest import idle, serving
from tests.builders import at

NOW = "03-03 12:30"
SHOTS = Path(__file__).resolve().parents[2] / "screenshots"
PAGES = {
    "today": "/",
    "timeline": "/timeline",
    "calendar": "/calendar",
    "compose": "/compose",
    "templates": "/templates",
    "interviews": "/interviews",
    "entry": "/interviews?new=1",
    "application": "/interviews?application=northwind",
    "insights": "/insights",
    "data": "/data",
    "settings": "/settings",
}
WIDTHS = {"wide": 1280, "narrow": 390}

# What stock Streamlit 1.67 does, on any page of any program: rule, where, why it cannot be mended from here.
STOCK = (
    ("list", "stSidebarNavItems", "the navigation's sections are divs within its list"),
    ("listitem", '<li class="st-emotion-cache', "and so its items have no list as parent"),
    ("landmark-unique", 'aria-label="Pagination"', "two paginations cannot be told apart"),
    ("presentation-role-conflict", "stFileUploaderDropzone", "where a file is dropped has no role"),
    ("target-size", "stDateInput", "a date input's own button is smaller than 24 px"),
)


def stock(rule: str, said: str) -> bool:
    """Whether a finding is one of Streamlit's own."""
    return any(rule == known and where in said for known, where, _ in STOCK)


Open = Callable[..., Page]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One server of the demo data for all of these, since they change nothing."""
    with serving(tmp_path_factory.mktemp("reach"), demo_facts(at(NOW)), NOW) as served_at:
        yield served_at


@pytest.fixture
def look(browser: Browser, browser_context_args: dict[str, Any], address: str) -> Iterator[Open]:
    """Open a page of the demo data in a theme and a width: `look(address, "dark", 390)`."""
    contexts: dict[tuple[str, int, int], BrowserContext] = {}

    def go(path: str, theme: str = "light", width: int = 1280, height: int = 900) -> Page:
        key = (theme, width, height)
        if key not in contexts:
            size = {"width": width, "height": height}
            options = {**browser_context_args, "viewport": size, "color_scheme": theme}
            contexts[key] = browser.new_context(**options)
        page = contexts[key].new_page()
        page.goto(address + path)
        idle(page)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
        return page

    yield go
    for context in contexts.values():
        context.close()


@contextmanager
def in_full(page: Page) -> Iterator[None]:
    """The window as high as what it shows."""
    size = page.viewport_size
    assert size is not None
    height = page.get_by_test_id("stMain").evaluate("node => node.scrollHeight")
    page.set_viewport_size({"width": size["width"], "height": min(max(height, 900), 5000)})
    yield
    page.set_viewport_size(size)


def findings(page: Page) -> list[str]:
    """What axe finds that is not Streamlit's own: rule, element, what is wrong."""
    found = Axe().run(page).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:200]} {node['failureSummary'][:300]}"
        for violation in found
        for node in violation["nodes"]
        if not stock(violation["id"], f"{node['html']} {node['target']} {node['failureSummary']}")
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_of_ours_and_no_page_scrolls_sideways(look: Open, theme: str) -> None:
    SHOTS.mkdir(exist_ok=True)
    wrong = {}
    for name, path in PAGES.items():
        for size, width in WIDTHS.items():
            page = look(path, theme, width)
            with in_full(page):
                page.screenshot(path=SHOTS / f"{name}-{theme}-{size}.png")
            over = page.evaluate(
                "() => [document.documentElement, document.querySelector('[data-testid=stMain]')]"
                ".map(node => node.scrollWidth - node.clientWidth)"
            )
            said = [f"{max(over)} px wider than the window"] if max(over) > 0 else []
            if found := findings(page) + said:
                wrong[f"{name} {size}"] = found
            page.close()
    assert wrong == {}


def test_text_at_twice_its_size_fits_without_sideways_scrolling(look: Open) -> None:
    # 200 % on a laptop of 1280 px leaves 640, which is how a browser zooms.
    wide = {}
    for name, path in PAGES.items():
        page = look(path, width=640, height=450)
        main = page.get_by_test_id("stMain")
        wide[name] = main.evaluate("node => node.scrollWidth - node.clientWidth")
        page.close()
    assert {name: over for name, over in wide.items() if over > 0} == {}


def focused(page: Page) -> str:
    words: str = page.evaluate("() => document.activeElement?.innerText ?? ''")
    return words


def test_the_main_button_is_reached_by_tab_and_pressed_by_enter(look: Open) -> None:
    page = look("/")
    for _ in range(40):
        page.keyboard.press("Tab")
        if focused(page).replace("edit_square", "").strip().startswith("Compose") and (
            page.evaluate("() => document.activeElement.tagName") == "BUTTON"
        ):
            break
    else:
        raise AssertionError("no button Compose within 40 steps")
    ring = page.evaluate(
        "() => { const s = getComputedStyle(document.activeElement); return s.boxShadow + s.outline }"
    )
    assert re.search(r"\dpx", ring), "the focus is not to be seen"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Compose")


def test_keys_lead_from_page_to_page(look: Open) -> None:
    page = look("/")
    for key, title in (("l", "Timeline"), ("i", "Interviews"), ("t", "Today")):
        page.keyboard.press(key)
        expect(page.get_by_role("heading", level=1)).to_contain_text(title)
        idle(page)


def test_keys_can_be_turned_off(look: Open) -> None:
    page = look("/")
    page.get_by_test_id("stSidebar").get_by_text("Keyboard shortcuts").click()
    expect(page.get_by_role("button", name="Go to Timeline")).to_be_visible()
    page.keyboard.press("i")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Interviews")
    # At once, while the other page is still being drawn: nothing may switch it on again.
    page.get_by_text("Shortcuts on").click()
    idle(page)
    expect(page.get_by_role("switch", name="Shortcuts on")).not_to_be_checked()
    expect(page.get_by_role("button", name="Go to Timeline", exact=True)).to_be_visible()
    page.keyboard.press("l")
    page.keyboard.press("t")
    idle(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Interviews")


def test_a_key_typed_into_a_field_stays_in_it(look: Open) -> None:
    page = look("/interviews")
    page.get_by_label("Search").press_sequentially("lit")
    idle(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Interviews")
    expect(page.get_by_label("Search")).to_have_value("lit")


@pytest.mark.parametrize("path", ["/timeline", "/insights"])
def test_every_chart_has_words_for_those_who_do_not_see_it(look: Open, path: str) -> None:
    page = look(path)
    charts = page.get_by_test_id("stVegaLiteChart")
    expect(charts.first).to_be_visible()
    for chart in charts.all():
        said = chart.evaluate(
            "node => (node.getAttribute('aria-label') || '') + "
            "[...node.querySelectorAll('[aria-label]')].map(n => n.getAttribute('aria-label')).join(' ')"
        )
        assert len(said) > 20


def test_the_place_of_the_sign_that_a_page_is_at_work_is_there(look: Open) -> None:
    expect(look("/").get_by_test_id("stToolbar").get_by_test_id("stMainMenu")).to_be_visible()


def test_nothing_moves_for_those_who_asked_for_that(look: Open) -> None:
    moving = {}
    for name, path in PAGES.items():
        page = look(path)
        moving[name] = page.evaluate(
            "() => document.getAnimations().filter(a => a.playState === 'running' && "
            "(a.effect?.getComputedTiming().iterations ?? 1) === Infinity).length"
        )
        page.close()
    assert {name: count for name, count in moving.items() if count} == {}
