"""A panel in a real browser: four letters, sent one by one, and none of the others changes by that."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from followup.model.facts import Facts, Person
from followup.store.file_store import FileStore
from tests.browser.conftest import idle
from tests.browser.test_compose import text, write
from tests.builders import applied, facts, interview, person, specific

Visit = Callable[..., Page]
NOW = "03-03 12:30"
ANN = person("Ann Adler", id="ann")
BEN = person("Ben Novak", id="ben")
CARA = person("Cara Lind", id="cara")
DAN = person("Dan Roth", id="dan")
PANEL = (ANN, BEN, CARA, DAN)
SAID = (
    specific("the move to Kafka", id="s1", frame="about", said_by="ben"),
    specific("every engineer answers the phone one day a month", id="s2", frame="that"),
    specific("how I would handle on-call", id="s3", frame="question", said_by="dan"),
)
OF_MY_OWN = "I have thought about your question on the way home."


def world() -> Facts:
    """Four who held an interview this morning, and three things that were said, so that one letter has none."""
    held = interview("03-03 10:00", *SAID, by="ann ben cara dan")
    return facts(applied("Globex", *PANEL, held, role="Data engineer"))


def note(page: Page, who: Person) -> Locator:
    """The part of the page with the letter to one of them, where all stand side by side."""
    heading = page.get_by_role("heading", name=who.name)
    return page.locator("[class*='st-key-panel_']").filter(has=heading)


def letter(part: Page | Locator) -> tuple[str, str]:
    """What stands in the fields."""
    return (
        part.get_by_label("Subject", exact=True).input_value(),
        part.get_by_label("Text", exact=True).input_value(),
    )


def send(part: Page | Locator) -> None:
    part.get_by_role("button", name="I sent it").click(delay=90)


@pytest.mark.wide
def test_what_was_seen_of_a_panel_stays_to_the_letter_while_it_is_sent_one_by_one(
    visit: Visit, tmp_path: Path
) -> None:
    def opened(who: Person) -> Page:
        """The letter to one of them, as its address opens it: in a session that has seen none."""
        page = visit(world(), NOW, f"/compose?action=thank_you:globex:i1:{who.id}")
        expect(text(page)).to_have_value(re.compile(who.name.split()[0]))
        return page

    seen = {who.id: letter(opened(who)) for who in PANEL}
    assert len({body for _, body in seen.values()}) == len(PANEL), "something else for each"

    # The last gets a sentence of the user's own before anything is sent.
    subject, body = seen[DAN.id]
    edited = body.replace("\n\n", f"\n\n{OF_MY_OWN} ", 1)
    page = visit(None, NOW, f"/compose?action=thank_you:globex:i1:{DAN.id}")
    write(page, edited)
    seen[DAN.id] = subject, edited

    # Side by side they are the same letters; the first to go took what two others could have had.
    page.get_by_text("All 4 interviewers of this round side by side").click()
    waiting = [BEN, ANN, CARA, DAN]
    for sent, who in enumerate((BEN, ANN)):
        expect(page.get_by_text(f"{sent} of 4 done")).to_be_visible()
        idle(page)
        for other in waiting:
            assert letter(note(page, other)) == seen[other.id], f"to {other.name}, with {sent} sent"
        send(note(page, who))
        waiting.remove(who)
    expect(page.get_by_text("2 of 4 done")).to_be_visible()

    # Each by itself, in sessions that have seen none of it, the others are what they were, too.
    for other in reversed(waiting):
        assert letter(opened(other)) == seen[other.id], f"to {other.name}, with two sent"
    for who in waiting:
        assert letter(opened(who)) == seen[who.id]
        send(page)
        expect(page.get_by_text("Sent and logged")).to_be_visible()

    store = FileStore(tmp_path / "data.json", backups=tmp_path / "backups")
    (application,) = store.load().facts.applications
    assert {t.people[0]: (t.subject, t.text) for t in application.touchpoints} == seen
