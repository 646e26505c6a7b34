"""At a glance: what is in sight without scrolling or opening anything, measured in both themes."""

from collections.abc import Callable
from typing import Literal

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from followup.exchange.demo import demo_facts
from tests.browser.conftest import DEMO_NOW, idle, serving
from tests.builders import at

THEMES = pytest.mark.parametrize("theme", ["light", pytest.param("dark", marks=pytest.mark.wide)])
Theme = Literal["light", "dark"]


@pytest.fixture
def context(one_context: BrowserContext) -> BrowserContext:
    return one_context


def seen(page: Page, address: str, theme: Theme, width: int, height: int) -> Page:
    """A page at this size, once it stands still."""
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=theme)
    page.goto(address)
    idle(page)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    return page


def length(page: Page) -> int:
    """How long the page is, in pixels."""
    found: int = page.get_by_test_id("stMain").evaluate("node => node.scrollHeight")
    return found


@THEMES
@pytest.mark.parametrize(("width", "height", "most"), [(1280, 800, 1400), (390, 844, 2400)])
def test_today_is_short_and_each_thing_shows_its_button(
    page: Page, demo: str, theme: Theme, width: int, height: int, most: int
) -> None:
    seen(page, demo, theme, width, height)
    assert length(page) <= most
    rows = page.locator("[class*='st-key-list_now'] [class*='st-key-card_']")
    assert rows.count() > 5
    for row in rows.all():
        expect(row.get_by_role("button").first).to_be_visible()
        if width > 1000:
            box = row.bounding_box()
            assert box is not None
            assert box["height"] <= 56
    for name in ("Enter an interview", "What happened?"):
        expect(page.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)


def test_who_said_it_is_read_whole_and_a_box_is_heard_as_it_is_read(page: Page, demo: str) -> None:
    seen(page, f"{demo}/interviews?new=1", "light", 1280, 900)
    name = "Prof. Dr. Ingrid Olsson-Bergström"
    page.get_by_label("Name").first.fill(name)
    page.get_by_label("Name").first.blur()
    expect(page.get_by_role("checkbox", name=f"{name} was there", exact=True)).to_be_checked()
    said_by = page.get_by_role("combobox", name="Said by")
    expect(said_by).to_have_value(name)
    assert said_by.evaluate("field => field.scrollWidth <= field.clientWidth")


def test_what_a_change_did_is_one_line_that_goes_by_itself(
    page: Page, serve: Callable[..., str]
) -> None:
    seen(page, serve(demo_facts(at(DEMO_NOW)), DEMO_NOW), "light", 1280, 800)
    page.get_by_role("button", name="Done").first.click()
    line = page.locator("[class*=st-key-feedback_line_]")
    expect(line).to_be_in_viewport(ratio=1)
    expect(line.get_by_role("button", name="Undo")).to_be_visible()
    box = line.bounding_box()
    assert box is not None
    assert box["height"] <= 56
    ends = line.evaluate(
        "node => node.getAnimations().map(a => a.effect.getComputedTiming().endTime)"
    )
    assert ends == [pytest.approx(30_001)]
    line.evaluate("node => node.getAnimations().forEach(a => a.finish())")
    expect(line.get_by_role("button", name="Undo")).to_be_hidden()
    page.get_by_text("What you did").click()
    expect(page.get_by_role("button", name="Undo this")).to_be_visible()


@THEMES
def test_interviews_are_rows_of_two_lines(page: Page, demo: str, theme: Theme) -> None:
    seen(page, f"{demo}/interviews", theme, 1280, 800)
    rows = page.locator("[class*='st-key-list_interviews'] [class*='st-key-card_']")
    assert rows.count() == len(demo_facts(at(DEMO_NOW)).applications)
    for row in rows.all():
        box = row.bounding_box()
        assert box is not None
        assert box["height"] <= 56
        for text in row.locator("p").all():
            inner = text.bounding_box()
            assert inner is not None
            assert box["y"] <= inner["y"], "it lies over the row above"
            assert inner["y"] + inner["height"] <= box["y"] + box["height"] + 1


@THEMES
def test_today_is_in_sight_late_in_a_month_too_and_the_agenda_beside_it(
    page: Page, tmp_path_factory: pytest.TempPathFactory, theme: Theme
) -> None:
    late = "03-31 12:30"
    with serving(tmp_path_factory.mktemp("late"), demo_facts(at(late)), late) as served_at:
        seen(page, f"{served_at}/calendar", theme, 1280, 800)
        today = page.locator("td[aria-current=date]")
        expect(today).to_be_in_viewport(ratio=1)
        month, agenda = (
            page.get_by_role("table").bounding_box(),
            page.locator(".agenda").bounding_box(),
        )
        assert month is not None
        assert agenda is not None
        assert agenda["x"] >= month["x"] + month["width"]
        assert abs(agenda["y"] - month["y"]) < 20


@THEMES
def test_the_timeline_is_read_without_hovering(page: Page, demo: str, theme: Theme) -> None:
    seen(page, f"{demo}/timeline", theme, 1280, 800)
    chart = page.get_by_test_id("stVegaLiteChart")
    labels = chart.locator(".role-axis-label text").filter(has_text="·").all()
    names = [box for box in (label.bounding_box() for label in labels) if box]
    rule = chart.locator(".mark-rule line").first.bounding_box()  # as wide as the plot
    assert len(names) > 5
    assert rule is not None
    assert all(box["x"] + box["width"] < rule["x"] for box in names), "a name lies on the plot"
    written = chart.locator(".mark-text text").all_text_contents()
    assert "now" in written
    assert any(text.startswith("Thank ") for text in written)


@THEMES
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_the_letter_and_save_are_in_sight(
    page: Page, demo: str, theme: Theme, width: int, height: int
) -> None:
    for action in (
        "offer_reply:acme:acme-ivo",
        "thank_you:northwind:northwind-1:northwind-ann",  # with a file that was promised
        "send_material:northwind:northwind-1:northwind-ann:northwind-p2",
    ):
        seen(page, f"{demo}/compose?action={action}", theme, width, height)
        expect(page.get_by_label("Text", exact=True)).to_be_in_viewport()
        expect(page.get_by_role("link", name="Open in mail")).to_be_in_viewport(ratio=1)
    seen(page, f"{demo}/interviews?new=1", theme, width, height)
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_in_viewport(ratio=1)


# Of each text of a chart: its words, how its colour stands out against the page's, as WCAG counts it, and whether it
# lies on a bar, where the page's colour would not be what counts.
_CONTRASTS = """charts => {
  const channels = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [0.2126 * r, 0.7152 * g, 0.0722 * b].reduce((a, x) => a + x);
  const linear = c => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = colour => light(channels(colour).slice(0, 3).map(linear));
  const page = luminance(getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor);
  const lies = (text, bar) => {
    const [t, b] = [text.getBoundingClientRect(), bar.getBoundingClientRect()];
    const y = (t.top + t.bottom) / 2;
    return t.left < b.right && b.left < t.right && b.top < y && y < b.bottom;
  };
  return charts.flatMap(chart => {
    const bars = [...chart.querySelectorAll('svg :is(.mark-rect, .mark-bar).role-mark path')];
    return [...chart.querySelectorAll('svg text')].filter(t => t.textContent).map(text => {
      const own = luminance(getComputedStyle(text).fill);
      const contrast = (Math.max(own, page) + 0.05) / (Math.min(own, page) + 0.05);
      const inside = !text.closest('.role-axis-label'); // a bar's box goes on where the plot ends
      return [text.textContent, contrast, inside && bars.some(bar => lies(text, bar))];
    });
  });
}"""


@THEMES
@pytest.mark.parametrize("path", ["/timeline", "/insights"])
def test_every_text_of_a_chart_stands_out(page: Page, demo: str, theme: Theme, path: str) -> None:
    seen(page, f"{demo}{path}", theme, 1280, 2000)
    expect(page.get_by_test_id("stVegaLiteChart").locator("svg text").first).to_be_visible()
    found = page.get_by_test_id("stVegaLiteChart").evaluate_all(_CONTRASTS)
    assert len(found) > 5
    assert [each for each in found if each[1] < 4.5 or each[2]] == []
