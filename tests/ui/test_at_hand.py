"""What a process keeps of each search: with many owners the one who clicks does not pay for all that came before."""

import gc
import weakref
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from followup.store.state import Snapshot
from followup.ui.base.at_hand import at_hand, freeze
from tests.builders import applied, at, facts, interview
from tests.builders.files import store_at

MANY = 300
NOW = at("03-03 12:00")
ZONE = "Europe/Berlin"


@pytest.fixture
def read(tmp_path: Path) -> Snapshot:
    """As read from a store whose user has not said where they are."""
    made = facts(applied("Globex", interview()))
    store = store_at(tmp_path)
    unsaid = made.replace(me=made.me.replace(time_zone=None))
    return store.update("Entered", lambda _: unsaid, now=NOW).snapshot


def test_a_plan_and_a_snapshot_are_made_once_however_many_owners_take_turns(
    read: Snapshot,
) -> None:
    shots = [replace(read, version=f"{number}") for number in range(MANY)]

    def seen(number: int) -> tuple[Snapshot, object]:
        mine = at_hand(f"test, owner {number}", ZONE)
        shot = mine.seen(shots[number])
        assert shot.facts.me.zone == ZoneInfo(ZONE)
        return shot, mine.index.at(shot.facts, NOW)

    first = [seen(number) for number in range(MANY)]
    for number, (shot, plan) in enumerate(first):
        again = seen(number)
        assert again[0] is shot
        assert again[1] is plan


def test_another_version_is_another_snapshot(read: Snapshot) -> None:
    mine = at_hand("test, one", ZONE)
    assert mine.seen(read).facts.applications
    later = replace(read, version="later", facts=read.facts.replace(applications=()))
    assert not mine.seen(later).facts.applications


def test_a_session_that_ended_is_let_go_though_it_was_taken_out_of_sight() -> None:
    class Session:
        """It holds itself, as Streamlit's do."""

        def __init__(self) -> None:
            self.me = self

    one = Session()
    gone = weakref.ref(one)
    try:
        freeze("while it is open")
        del one
        gc.collect()
        assert gone(), "nobody looks there"
        come = 0
        while gone() and come < 10 * MANY:
            freeze(f"owner {come} came")
            come += 1
        assert not gone()
    finally:
        gc.unfreeze()
