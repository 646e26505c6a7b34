"""One types on while the server is killed and started again at random: what was accepted is what is saved."""

import random
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from followup.store.file_store import FileStore
from tests.browser.conftest import chromium, idle
from tests.builders import at
from tests.builders.globex import facts
from tests.faults.conftest import FULL, Tally
from tests.served import CHECKOUT, ROOT, Server

NOW = "09-16 12:30"
ROUNDS, KEYS = (10, 200) if FULL else (1, 100)
WORDS = (
    "we",
    "talked",
    "of",
    "the",
    "move",
    "to",
    "Kafka",
    "and",
    "who",
    "owns",
    "every",
    "schema",
)
# What the field took, letter by letter, whatever it shows later.
TAKEN = """field => {
  globalThis.taken = '';
  field.addEventListener('input', event => { if (event.isTrusted) globalThis.taken += event.data; });
}"""
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium() is None, reason="no Chromium here: set CHROMIUM, or install it"),
]


@contextmanager
def killed_at_random(server: Server, seed: int) -> Iterator[list[float]]:
    """Meanwhile the server dies and comes back; how long it lived each time."""
    dice, over, lives = random.Random(seed), threading.Event(), list[float]()

    def run() -> None:
        while not over.wait(life := dice.uniform(2, 9)):
            server.kill()
            lives.append(life)
            over.wait(dice.uniform(0, 1.5))
            server.start()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield lives
    finally:
        over.set()
        thread.join()


def type_on(page: Page, field: Locator, dice: random.Random) -> str:
    """Types so many keys, 20 to 150 ms each, wherever the field is not greyed out; gives what the field took."""
    field.click()
    field.press("Control+a")
    field.press("Delete")
    field.evaluate(TAKEN)
    struck = 0
    while struck < KEYS:
        for letter in f"{dice.choice(WORDS)} ":
            expect(field).to_be_enabled(timeout=60_000)
            field.press(letter, delay=dice.uniform(20, 150))
            struck += 1
    taken: str = page.evaluate("globalThis.taken")
    return taken


@pytest.mark.wide
def test_what_was_typed_is_what_is_saved(page: Page, tmp_path: Path, tally: Tally) -> None:
    FileStore(tmp_path / "data.json").update("Entered", lambda _: facts(), now=at(NOW))
    dice = random.Random(13)
    keys, deaths = 0, 0
    with Server(CHECKOUT, ROOT, tmp_path, FOLLOWUP_NOW=at(NOW).isoformat()) as server:
        for number in range(ROUNDS):
            page.goto(f"{server.address}/interviews?application=g&edit=1")
            idle(page)
            field = page.get_by_label("… and how it ends", exact=True).first
            with killed_at_random(server, number + 1) as lives:
                taken = type_on(page, field, dice)
            expect(field).to_have_value(taken, timeout=30_000)
            page.get_by_role("button", name="Save", exact=True).click()  # once
            expect(page).to_have_url(re.compile("application=g$"), timeout=30_000)
            (saved,) = FileStore(tmp_path / "data.json").load().facts.applications
            assert saved.interviews[0].specifics[0].text == taken.strip()
            assert len(taken) > KEYS / 2, "the field took hardly anything"
            keys, deaths = keys + len(taken), deaths + len(lives)
    assert deaths >= ROUNDS
    tally.says(
        f"{keys} keys while the server was killed {deaths} times: 0 lost, 0 older text saved"
    )
