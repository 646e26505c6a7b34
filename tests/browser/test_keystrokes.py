"""What is typed counts at once, wherever one goes next. (Not `fill` and `Tab` here: a user types, and leaves.)"""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.PageConfig_pb2 import PageConfig

from tests.browser.conftest import idle, titled
from tests.browser.test_compose import NOW, text, world

Visit = Callable[..., Page]
LONG = "Dear Tom, thank you for the talk; it went past in no time, and TODO is what I still think about."
FORBIDDEN = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError'); } })"
CARET = "field => [field.selectionStart, field.selectionEnd]"


def type_over(field: Locator, words: str, delay: float = 0) -> None:
    field.click()
    field.press("Control+a")
    field.press_sequentially(words, delay=delay)


def laid(said: str | bytes) -> Iterator[int]:
    """The layout that a message of the server asks for, if it does."""
    message = ForwardMsg.FromString(said if isinstance(said, bytes) else said.encode())
    if message.WhichOneof("type") == "page_config_changed":
        layout = message.page_config_changed.layout
        yield from () if layout == PageConfig.LAYOUT_UNSET else (layout,)


def to_page(page: Page, name: str) -> None:
    """A click with no time between its two halves."""
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=name).click()
    titled(page, name)
    idle(page)


def test_the_findings_follow_while_one_types_and_no_letter_is_lost(visit: Visit) -> None:
    page = visit(world(), NOW, "/compose")
    finding = page.locator("[class*=st-key-finding_]").filter(
        has_text="the message goes to Ann Adler"
    )
    field = text(page)
    type_over(field, LONG[:40], delay=40)
    expect(finding).to_be_visible()  # the field was not left
    field.press_sequentially(LONG[40:], delay=15)
    expect(page.get_by_test_id("stMarkdown").filter(has_text="TODO")).not_to_have_count(0)
    idle(page)
    expect(field).to_be_focused()
    expect(field).to_have_value(LONG)
    assert field.evaluate(CARET) == [len(LONG), len(LONG)]

    # What is marked stays marked while the page is drawn anew.
    field.press("Control+Home")
    field.press_sequentially("Oh. ")
    for _ in range(8):
        field.press("Shift+ArrowRight")
    expect(finding).to_contain_text("Dear")
    idle(page)
    assert field.evaluate(CARET) == [4, 12]
    expect(field).to_have_value(f"Oh. {LONG}")


@pytest.mark.wide
def test_back_a_link_and_a_reload_right_after_a_key_lose_nothing(visit: Visit) -> None:
    page = visit(world(), NOW)
    to_page(page, "Compose")
    type_over(text(page), "Dear Ann, one")
    page.go_back()
    titled(page, "Today")
    page.go_forward()
    expect(text(page)).to_have_value("Dear Ann, one")
    type_over(text(page), "Dear Ann, two")
    to_page(page, "Timeline")
    to_page(page, "Compose")
    expect(text(page)).to_have_value("Dear Ann, two")
    type_over(text(page), "Dear Ann, three")
    page.reload()
    expect(text(page)).to_have_value("Dear Ann, three")
    type_over(text(page), "Dear Ann, four")
    again = page.context.new_page()
    page.close(run_before_unload=True)
    again.goto(page.url)
    expect(text(again)).to_have_value("Dear Ann, four")


@pytest.mark.wide
def test_who_types_on_while_an_older_text_is_drawn_does_so_behind_what_was_typed(
    visit: Visit,
) -> None:
    page = visit(world(), NOW, "/compose")
    field = text(page)
    older = field.input_value()
    field.press("Control+End")
    field.press_sequentially(" And th")
    # As a server that was started anew draws what it knows.
    field.evaluate(
        """(field, older) => {
          Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, older);
        }""",
        older,
    )
    field.press_sequentially("at.")
    expect(field).to_have_value(f"{older} And that.")
    idle(page)
    expect(field).to_have_value(f"{older} And that.")


@pytest.mark.wide
def test_a_click_counts_though_the_page_moves_under_it(page: Page, visit: Visit) -> None:
    layouts: list[int] = []
    page.on("websocket", lambda ws: ws.on("framereceived", lambda said: layouts.extend(laid(said))))
    visit(world(), NOW, "/compose")
    copy = page.get_by_role("button", name="Copy text")
    copy.hover()
    page.mouse.down()
    page.get_by_test_id("stMain").evaluate("main => { main.style.paddingTop = '200px'; }")
    page.mouse.up()
    expect(page.get_by_text("Did you send it?")).to_be_visible()
    # It is pressed once, and not at all by who thought better of it.
    page.get_by_role("button", name="Not yet").hover()
    page.mouse.down()
    page.mouse.move(9, 9)
    page.mouse.up()
    idle(page)
    expect(page.get_by_text("Did you send it?")).to_be_visible()
    # And a run does not move it by itself: the page is wide from its first message on.
    assert set(layouts) == {PageConfig.WIDE}


@pytest.mark.wide
def test_a_popover_opens_where_drawing_it_takes_its_time(visit: Visit) -> None:
    page = visit(world(), NOW)
    slow = page.context.new_cdp_session(page)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": 5})
    page.get_by_role("button", name="More").first.click()
    expect(page.get_by_label("Why skip it? (optional)")).to_be_visible()
    page.get_by_role("heading", level=1).click()
    expect(page.get_by_label("Why skip it? (optional)")).to_have_count(0)


@pytest.mark.wide
def test_back_loses_nothing_where_the_browser_lets_no_site_keep_anything(
    page: Page, visit: Visit
) -> None:
    page.add_init_script(FORBIDDEN)
    visit(world(), NOW)
    to_page(page, "Compose")
    type_over(text(page), "Dear Ann, one")
    page.go_back()
    titled(page, "Today")
    page.go_forward()
    expect(text(page)).to_have_value("Dear Ann, one")


@pytest.mark.wide
def test_the_entry_form_keeps_what_was_typed_a_moment_before(visit: Visit) -> None:
    page = visit(world(), NOW, "/interviews")
    page.get_by_role("button", name=re.compile("Enter.*interview")).first.click()
    company = page.get_by_label("Company", exact=True)
    company.press_sequentially("Umbrella")
    page.go_back()
    expect(page.get_by_role("heading", name="Interviews", exact=True)).to_be_visible()
    page.go_forward()
    expect(company).to_have_value("Umbrella")
    page.get_by_label("Role", exact=True).press_sequentially("Nurse")
    page.reload()
    expect(page.get_by_label("Role", exact=True)).to_have_value("Nurse")
    expect(company).to_have_value("Umbrella")
