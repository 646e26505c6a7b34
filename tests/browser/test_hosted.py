"""As it is hosted: sign in at a provider, see only what is yours, and lose nothing where a process dies in mid-edit."""

import re
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, WebSocket, expect

from followup.exchange.demo import demo_facts
from followup.model.facts import Facts
from followup.store.database.connections import Connections
from followup.store.database.database_store import DatabaseStore
from followup.store.file_store import FileStore
from tests.browser.conftest import idle, text_of, titled
from tests.browser.test_export import downloaded
from tests.browser.test_journeys import JOURNEY_AT, main_journey
from tests.builders import at
from tests.builders.globex import facts
from tests.served import free_port
from tools.hosted.everything import HAPROXY, Hosted, hosted
from tools.hosted.postgres import programs

# The page looks every 200 ms whether it is cut off; here so seldom that it must have heard of it otherwise.
SLOW = "const often = setInterval; globalThis.setInterval = (f, ms) => often(f, ms === 200 ? 4000 : ms)"
BACK_WITHIN = 10.0  # seconds, until what was typed is saved
ROLE = "Staff engineer of the northern harbour works"
pytestmark = [
    pytest.mark.wide,  # five programs, of which each takes its seconds to start
    pytest.mark.skipif(
        programs() is None or HAPROXY is None,
        reason="needs PostgreSQL and HAProxy (Debian's packages)",
    ),
]


@contextmanager
def hosting(folder: Path) -> Iterator[Hosted]:
    ports = [free_port() for _ in range(5)]
    with hosted(folder, ports, FOLLOWUP_NOW=at(JOURNEY_AT).isoformat()) as running:
        yield running


@pytest.fixture
def to_break(tmp_path: Path) -> Iterator[Hosted]:
    """For a test that ends a process of it."""
    with hosting(tmp_path) as running:
        yield running


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    """For tests of which each has people of its own."""
    with hosting(tmp_path_factory.mktemp("hosted")) as running:
        yield running


def signed_in(page: Page, address: str, subject: str) -> None:
    page.goto(address)
    page.get_by_role("button", name="Sign in").click()
    page.locator("input[name=sub]").fill(subject)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Today", timeout=30_000)
    idle(page)


def strangers(browser: Browser, how: dict[str, Any]) -> BrowserContext:
    """A browser that nobody has signed in with."""
    return browser.new_context(**{key: each for key, each in how.items() if key != "storage_state"})


def owner_of(everything: Hosted, subject: str) -> str:
    return f"{everything.issuer} {subject}"


def named(store: DatabaseStore, company: str) -> None:
    """Another process gives the one application that is there this employer."""

    def renamed(old: Facts) -> Facts:
        (only,) = old.applications
        return old.replace(applications=(only.replace(company=company),))

    store.update("Renamed", renamed, now=at(JOURNEY_AT))


def test_each_has_ones_own_search_from_entry_to_sent_and_a_process_that_dies_costs_nothing(
    browser: Browser, browser_context_args: dict[str, Any], to_break: Hosted
) -> None:
    connections = Connections(to_break.cluster.url())
    ann = DatabaseStore(connections, owner_of(to_break, "ann"))
    ann.update("Entered", lambda _: facts(), now=at(JOURNEY_AT))
    context = strangers(browser, browser_context_args)
    page = context.new_page()
    page.add_init_script(SLOW)
    sockets: list[WebSocket] = []
    page.on("websocket", lambda one: sockets.append(one))  # noqa: PLW0108 - it marks its handlers
    signed_in(page, to_break.address, "ann")
    page.goto(f"{to_break.address}/interviews")
    idle(page)
    assert "Globex" in text_of(page)
    page.reload()
    idle(page)
    assert "Globex" in text_of(page)
    named(ann, "Globex North")
    expect(page.get_by_test_id("stMain")).to_contain_text("Globex North")  # nobody clicked

    page.goto(f"{to_break.address}/interviews?application=g&edit=1")
    role = page.get_by_label("Role", exact=True)
    role.click()
    role.press("Control+a")
    named(ann, "Globex South")  # the page runs by itself while this is typed
    role.press_sequentially(ROLE, delay=60)
    expect(role).to_have_value(ROLE)
    (cookie,) = [each for each in context.cookies() if each["name"] == "followup_process"]
    mine = to_break.processes[("one", "two").index(cookie["value"])]
    begun = time.monotonic()
    with sockets[-1].expect_event("close"):
        mine.kill()
    expect(role).to_have_value(ROLE)
    idle(page)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page).to_have_url(re.compile("application=g$"), timeout=20_000)
    assert time.monotonic() - begun < BACK_WITHIN
    (saved,) = ann.load().facts.applications
    assert (saved.company, saved.role) == ("Globex South", ROLE)

    page.goto(f"{to_break.address}/settings")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{to_break.issuer}/**")  # which would end its own session, too
    page.goto(to_break.address)
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    signed_in(page, to_break.address, "ben")
    page.goto(f"{to_break.address}/interviews?application=g")
    idle(page)
    assert "Globex" not in text_of(page)
    assert "There is no application with the address" in text_of(page)
    page.goto(to_break.address)
    titled(page, "Today")
    main_journey(page)
    assert len(ann.load().facts.applications) == 1
    (bens,) = DatabaseStore(connections, owner_of(to_break, "ben")).load().facts.applications
    assert [sent.purpose for sent in bens.touchpoints if sent.direction == "sent"] == ["thank_you"]
    context.close()
    connections.close()


def test_in_one_browser_nobody_is_shown_what_another_typed_and_everybody_finds_their_own_again(
    browser: Browser, browser_context_args: dict[str, Any], everything: Hosted
) -> None:
    with closing(Connections(everything.cluster.url())) as connections:
        for subject in ("ann", "ben"):  # of one employer, under one id
            store = DatabaseStore(connections, owner_of(everything, subject))
            store.update("Entered", lambda _: facts(), now=at(JOURNEY_AT))
    context = strangers(browser, browser_context_args)
    page = context.new_page()
    for subject, finds, types in (
        ("ann", "Data engineer", "Staff engineer"),
        ("ben", "Data engineer", "Team lead"),
        ("ann", "Staff engineer", "Staff engineer, search"),
        ("ben", "Team lead", "Team lead"),
    ):
        signed_in(page, everything.address, subject)
        page.goto(f"{everything.address}/interviews?application=g&edit=1")
        idle(page)
        role = page.get_by_label("Role", exact=True)
        expect(role).to_have_value(finds)
        role.click()
        role.press("Control+a")
        role.press_sequentially(types, delay=20)  # and away at once: the browser alone knows it yet
        context.clear_cookies()
    context.close()


def test_a_tab_that_was_left_open_shows_nothing_more_once_its_user_is_gone(
    browser: Browser, browser_context_args: dict[str, Any], everything: Hosted
) -> None:
    with closing(Connections(everything.cluster.url())) as connections:
        store = DatabaseStore(connections, owner_of(everything, "cleo"))
        store.update("Entered", lambda _: facts(), now=at(JOURNEY_AT))
    context = strangers(browser, browser_context_args)
    page, left_open = context.new_page(), context.new_page()
    signed_in(page, everything.address, "cleo")
    left_open.goto(f"{everything.address}/interviews?application=g")
    expect(left_open.get_by_test_id("stMain")).to_contain_text("Globex")
    page.goto(f"{everything.address}/settings")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{everything.issuer}/**")
    page.goto(everything.address)
    expect(left_open.get_by_role("button", name="Sign in")).to_be_visible()
    assert "Globex" not in text_of(left_open)
    signed_in(page, everything.address, "dora")
    expect(left_open.get_by_test_id("stMain")).to_contain_text("There is no application")
    assert "Globex" not in text_of(left_open)
    context.close()


def test_a_file_moves_in_and_out_on_the_page_and_whoever_deletes_everything_has_nothing_left(
    browser: Browser, browser_context_args: dict[str, Any], everything: Hosted, tmp_path: Path
) -> None:
    store = FileStore(tmp_path / "mine.json")
    store.update("Entered", lambda _: demo_facts(at(JOURNEY_AT)), now=at(JOURNEY_AT))
    (first, *_) = store.load().facts.applications
    store.delete(first.id, store.load().revs[first.id], now=at(JOURNEY_AT))
    data = store.path.read_bytes()
    context = strangers(browser, browser_context_args)
    page = context.new_page()
    signed_in(page, everything.address, "emil")
    page.goto(f"{everything.address}/data")
    idle(page)
    page.get_by_text("Bring a whole data file here").click()
    page.locator(".st-key-data_move_in_file input[type=file]").set_input_files(store.path)
    expect(page.get_by_role("button", name="Put it in the place of mine")).to_be_enabled()
    idle(page)
    page.get_by_role("button", name="Put it in the place of mine").click()
    idle(page)
    assert downloaded(page, "Take everything along") == data
    with closing(Connections(everything.cluster.url())) as connections:
        emils = DatabaseStore(connections, owner_of(everything, "emil"))
        assert emils.load().facts == store.load().facts
        page.get_by_text("Delete everything").first.click()
        page.get_by_label("Type “delete” if you are sure").fill("delete")
        idle(page)
        page.get_by_role("button", name="Delete everything").click()
        expect(page.get_by_text("Everything was deleted.").first).to_be_visible()
        assert (emils.load().facts, emils.backups.list()) == (Facts(), ())
    context.close()
