"""A data file that attacks whoever looks at it: nothing is fetched, nothing runs, and all is shown as written."""

import re
import threading
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Dialog, Page, Request, expect
from playwright.sync_api import TimeoutError as TooLate

from followup.model.facts import Facts
from followup.model.lossless.codec import decode
from followup.ui.base.looks import STATUSES
from tests.browser.conftest import idle, serving
from tests.browser.hostile import attacks, hostile

NOW = "03-03 12:30"
NARROW, WIDE = 390, 1280
MIME = ("MIME-Version", "Content-Type", "Content-Transfer-Encoding")
WIDER = """() => [document.documentElement, ...document.querySelectorAll(
  '[data-testid=stMain], [role=dialog], [data-testid=stPopoverBody]'
)].map(node => node.scrollWidth - node.clientWidth)"""
FOREIGN = """() => [
  ...[...document.querySelectorAll('iframe, object, embed, .katex, [onerror], [onload]')].map(n => n.outerHTML),
  ...[...document.querySelectorAll('img:not([data-testid$=Logo])')].map(n => n.src).filter(
    s => !s.startsWith(location.origin) && !s.startsWith('data:image/svg+xml;base64')),
  ...[...document.querySelectorAll('a')].map(n => n.href).filter(
    h => !h.startsWith(location.origin) && !/^(mailto:|https:\\/\\/(mail.google|outlook.office)[.]com\\/)/.test(h)),
  ...(window.hit ? ['a script ran'] : []),
]"""


class Canary(ThreadingHTTPServer):
    """A server that nobody may ask for anything."""

    def __init__(self) -> None:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.asked.append(self.path)
                self.send_response(204)
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                """Nothing."""

        server = self
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server_port}"


@pytest.fixture(scope="module")
def canary() -> Iterator[Canary]:
    with Canary() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def attacked(
    canary: Canary, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Facts]]:
    """The address of a server whose data file attacks, and what is in that file; each walk leaves it as it was."""
    facts = hostile(canary.address, NOW)
    folder = tmp_path_factory.mktemp("hostile")
    with serving(folder, facts, NOW, FOLLOWUP_BACKUPS=str(folder / "backups")) as address:
        file = folder / "data.json"
        other = file.read_bytes().replace(b'"specialised": false', b'"specialised": true')
        file.with_name("data (conflicted copy 2026-03-01).json").write_bytes(other)
        yield address, facts


class Walk:
    """A look at each page: at two widths nothing is foreign, nothing too wide."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.wrong: list[str] = []
        self.own = (address, address.replace("http", "ws", 1), "data:", "blob:")
        page.on("request", self._asked)
        page.on("dialog", self._stopped)

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(self.own):
            self.wrong.append(f"asked {request.url}")

    def _stopped(self, dialog: Dialog) -> None:
        self.wrong.append(f"a dialog: {dialog.message}")
        dialog.dismiss()

    def open(self, path: str) -> Page:
        self.page.goto(self.address + path)
        idle(self.page)
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()
        self.look(path)
        return self.page

    def look(self, where: str) -> None:
        """What stands here now."""
        idle(self.page)
        for width in (NARROW, WIDE):
            self.page.set_viewport_size({"width": width, "height": 900})
            try:  # a chart is drawn anew in the width that it then has
                self.page.wait_for_function(f"({WIDER})().every(over => over <= 0)", timeout=5000)
            except TooLate:
                over = self.page.evaluate(WIDER)
                self.wrong.append(f"{where}: {over} px too wide at {width}")
        self.wrong += [f"{where}: {each[:200]}" for each in self.page.evaluate(FOREIGN)]
        if self.page.get_by_test_id("stException").count():
            self.wrong.append(f"{where}: a traceback")
        if self.page.title() != "Follow-up":
            self.wrong.append(f"{where}: the title is {self.page.title()}")


def as_read(text: str) -> str:
    """The characters that a reader sees: no invisible ones, white space as one space."""
    seen = (c for c in text if unicodedata.category(c) not in ("Cf", "Cc") or c.isspace())
    return " ".join("".join(seen).replace("\ufffd", "").split())


def begins(texts: Iterable[str], characters: int = 40) -> set[str]:
    """How each begins, since what is long is cut."""
    return {as_read(text)[:characters].strip() for text in texts}


def missing(page: Page, texts: Iterable[str], selector: str = "[data-testid=stMain]") -> set[str]:
    """What of these does not stand there as it was written."""
    shown = as_read(" ".join(page.locator(selector).all_inner_texts()))
    return {text for text in begins(texts) if text not in shown}


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=re.compile(name)).first.click(delay=90)
    idle(page)


def on_today(walk: Walk, facts: Facts) -> None:
    page = walk.open("/")
    press(page, "^More")
    walk.look("the box More")
    page.keyboard.press("Escape")
    press(page, "^Done")
    expect(page.locator("[class*=st-key-feedback_line_]")).to_be_visible()
    walk.look("the line of what was done")
    press(page, "Undo")
    press(page, "What happened?")
    page.get_by_label("Where?").click()
    walk.look("the applications to choose from")


def on_charts(walk: Walk, facts: Facts) -> None:
    companies = {each.company for each in facts.applications}
    every = "".join(f"&status={quote(look.word)}" for look in STATUSES.values())
    page = walk.open(f"/timeline?period=All{every}")
    chart = page.get_by_test_id("stVegaLiteChart")
    labels = as_read(" ".join(chart.locator(".role-axis-label text").all_text_contents()))
    assert {each for each in begins(companies, 25) if each not in labels} == set()
    mark = chart.locator("path[aria-roledescription=bar]").nth(3)
    mark.hover()
    expect(page.locator("#vg-tooltip-element")).to_be_visible()
    walk.look("a chart's tooltip")
    page.mouse.move(0, 0)
    mark.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    walk.look("a chart's dialog")
    page = walk.open("/calendar?over=true")
    assert page.locator("button.entry").count() > 10
    page.locator("button.entry").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    walk.look("a calendar's dialog")
    page.keyboard.press("Escape")
    page.locator("button.more").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    walk.look("a calendar's day")
    page = walk.open("/insights")
    expect(page.get_by_test_id("stVegaLiteChart").first).to_be_visible()
    walk.look("charts")


def on_writing(walk: Walk, facts: Facts) -> None:
    thank = next(a for a in facts.applications if len(a.people) > 1)
    page = walk.open("/compose")
    page.get_by_label("What to write").click()
    options = page.get_by_role("option")
    walk.look("the actions to choose from")
    options.filter(has_text=f"Thank {as_read(thank.people[1].name)[:20]}").click()
    walk.look("a message to an address that no mail can go to")
    expect(page.get_by_text("The text can be copied.")).to_be_visible()
    page.get_by_label("What to write").click()
    options.filter(has_text=f"Thank {as_read(thank.people[2].name)[:20]}").click()
    walk.look("a message")
    with page.expect_download() as kept:  # too long for a link: the one way out
        press(page, "Download as [.]eml")
    expect(page.get_by_role("button", name="Another way")).to_have_count(0)
    message = message_from_bytes(Path(kept.value.path()).read_bytes(), policy=policy.default)
    assert set(message.keys()) <= {"From", "To", "Subject", "X-Unsent", "Date", *MIME}
    side_by_side = page.get_by_text("interviewers of this round side by side")
    if side_by_side.count():
        side_by_side.click()
        walk.look("the notes side by side")
    page = walk.open("/templates")
    page.get_by_label("Template", exact=True).click()
    walk.look("the templates to choose from")


def on_lists(walk: Walk, facts: Facts) -> None:
    companies = {each.company for each in facts.applications}
    page = walk.open("/interviews")
    assert missing(page, companies) == set()
    for application in facts.applications[:3]:
        page = walk.open(f"/interviews?application={quote(application.id, safe='')}")
        names = [each.name for each in application.people]
        texts = [s.text for i in application.interviews for s in i.specifics]
        assert missing(page, [application.company, application.role, *names, *texts]) == set()
    press(page, "Delete")
    walk.look("the question before a deletion")
    walk.open(f"/interviews?application={quote(facts.applications[0].id, safe='')}&edit=1")
    walk.open(f"/interviews?application={quote(attacks('http://nowhere')[0], safe='')}")
    walk.open(f"/interviews?search={quote(attacks('http://nowhere')[1], safe='')}")


def on_data(walk: Walk, facts: Facts) -> None:
    page = walk.open("/data")
    differ = {each.company for each in facts.applications if not each.specialised}
    assert missing(page, differ) == set()  # from the other version of the file
    with page.expect_download() as kept:
        press(page, "Export everything")
    assert decode(Path(kept.value.path()).read_bytes()) == facts
    walk.open("/settings")


WALKS = (
    on_today,
    *(
        pytest.param(walk, marks=pytest.mark.wide)
        for walk in (on_charts, on_writing, on_lists, on_data)
    ),
)


@pytest.mark.parametrize("over", WALKS)
def test_a_hostile_file_is_shown_as_written_and_does_nothing(
    page: Page, canary: Canary, attacked: tuple[str, Facts], over: Callable[[Walk, Facts], None]
) -> None:
    address, facts = attacked
    walk = Walk(page, address)
    over(walk, facts)
    assert "\n".join(walk.wrong) == ""
    assert canary.asked == []
