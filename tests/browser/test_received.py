"""What is dropped on Today: an invitation becomes an interview, a mail moves the check; four clicks each at most."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from followup.model.facts import Facts
from followup.store.file_store import FileStore
from tests.browser.test_happened import Hand
from tests.builders import ANN, applied, at, day, facts, interview
from tests.pages.test_received import GLOBEX, KIM, MAIL, event

WORLD = facts(applied("Globex", ANN, GLOBEX, interview(by="ann"))).replace(me=KIM)
NOW = "03-10 12:30"
MOST = 4
# What a bar shows, each time that it shows something else.
WATCH = """() => {
    window.seen = [];
    new MutationObserver(() => {
        const bar = document.querySelector("[data-testid=stProgress]");
        const part = bar?.querySelector("[role=progressbar]")?.getAttribute("aria-valuenow");
        const shown = JSON.stringify([part, bar?.innerText.trim()]);
        if (part && shown !== JSON.stringify(window.seen.at(-1))) window.seen.push(JSON.parse(shown));
    }).observe(document.body, {subtree: true, childList: true, attributes: true});
}"""


def drop(hand: Hand, path: Path) -> None:
    """Onto the line, and off it goes."""
    hand.page.get_by_test_id("stChatInput").locator("input[type=file]").set_input_files(path)
    hand.click(hand.page.get_by_role("button", name="Send message"))


@pytest.mark.wide
def test_an_invitation_and_a_mail_are_dropped_and_confirmed_in_four_clicks_each(
    visit: Callable[..., Page], tmp_path: Path
) -> None:
    invitation, mail = tmp_path / "round.ics", tmp_path / "mail.eml"
    invitation.write_text(event())
    mail.write_text(MAIL.replace("Could you send me two references by Friday?", ""))
    hand = Hand(visit(WORLD, NOW))

    def stored() -> Facts:
        return FileStore(tmp_path / "data.json", backups=tmp_path / "backups").load().facts

    drop(hand, mail)
    expect(hand.page.get_by_role("dialog")).to_contain_text("need until the 20th")
    assert stored() == WORLD
    hand.press("Log it")
    expect(hand.page.get_by_text("Logged: ").first).to_be_visible()
    assert hand.clicks <= MOST
    (message,) = stored().applications[0].touchpoints
    assert message.promises[0].on == day("03-20")
    moved = hand.page.get_by_text("Status check to Rita, Globex, on Mon 23 Mar")
    expect(moved.first, "it has moved").to_be_visible()

    hand.clicks = 0
    drop(hand, invitation)
    hand.press("Log it")
    expect(hand.page.get_by_text("invited you to an interview").first).to_be_visible()
    assert hand.clicks <= MOST
    assert stored().applications[0].interviews[1].starts_at == at("03-12 14:00")


@pytest.mark.wide
def test_of_a_long_table_a_bar_shows_how_far_it_is_imported(
    visit: Callable[..., Page], tmp_path: Path
) -> None:
    table = tmp_path / "mine.csv"
    table.write_text(
        "Company,Role,Applied\n"
        + "".join(f"Firm {n},Role {n},2026-02-{n % 28 + 1:02}\n" for n in range(1500))
    )
    hand = Hand(visit(WORLD, NOW))
    hand.page.evaluate(WATCH)
    drop(hand, table)
    hand.press("Import 1500 applications")
    expect(hand.page.get_by_text("Imported 1500 applications").first).to_be_visible(timeout=60_000)
    seen = hand.page.evaluate("window.seen")
    parts = [int(part) for part, said in seen if said == "Importing"]
    assert len(set(parts)) > 1, f"it moves: {seen}"
    assert parts == sorted(parts), "and never back"
    store = FileStore(tmp_path / "data.json", backups=tmp_path / "backups")
    assert len(store.load().facts.applications) == 1501


@pytest.mark.wide
def test_a_table_that_was_typed_in_is_not_lost_with_its_dialog(visit: Callable[..., Page]) -> None:
    hand = Hand(visit(WORLD, NOW))
    hand.page.get_by_test_id("stChatInput").locator("textarea").fill(
        "Company,Role,Status\nInitech,Librarian,Applied\n"
    )
    hand.click(hand.page.get_by_role("button", name="Send message"))
    expect(hand.page.get_by_role("dialog")).to_contain_text("Initech · Librarian")
    hand.page.keyboard.press("Escape")
    expect(hand.page.get_by_role("dialog")).to_have_count(0)
    hand.press("Go on with it")
    expect(hand.page.get_by_role("dialog")).to_contain_text("Initech · Librarian")


def test_what_is_half_typed_into_the_line_survives_another_page_and_a_reload_until_it_is_sent(
    visit: Callable[..., Page],
) -> None:
    page = visit(WORLD, NOW)
    line = page.get_by_test_id("stChatInputTextArea")
    line.fill(MAIL)
    page.get_by_role("link", name="Timeline").click()
    expect(page.get_by_role("heading", name="Timeline")).to_be_visible()
    page.get_by_role("link", name="Today").click()
    expect(line).to_have_value(MAIL)
    page.reload()
    expect(line).to_have_value(MAIL)
    line.press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("need until the 20th")
    page.keyboard.press("Escape")
    page.reload()
    expect(line).to_be_visible()
    expect(line).to_have_value("")
