"""A clock that is or was ahead: what was just made stays, and stamps from the future count as the oldest."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from followup.model.facts import Facts
from followup.store.file.backup_folder import DAILY, KEPT_OF_A_REASON, RECENT, WEEKLY, worth_keeping
from followup.store.file.disk import stamp
from followup.store.file_store import UnsentFile
from followup.store.unsent import MOST, UnsentText
from tests.builders.files import NOW, QUICK, add, application, ids, store_at

AHEAD = NOW + timedelta(days=400)


@pytest.mark.parametrize("ahead", [timedelta(seconds=1), timedelta(days=400), timedelta(days=-400)])
def test_a_backup_stays_whatever_clock_made_those_before_it(
    tmp_path: Path, ahead: timedelta
) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    for number in range(KEPT_OF_A_REASON + 5):
        store.backups.make(now=NOW + ahead + timedelta(minutes=number))
    for number in range(KEPT_OF_A_REASON + 5):
        made = store.backups.make(now=NOW + timedelta(minutes=number))
        assert store.backup_path(made).exists()
        assert made.name in {each.name for each in store.backups.list()}
    by_hand = [each for each in store.backups.list() if each.reason == "by-hand"]
    assert len(by_hand) == KEPT_OF_A_REASON, "there are never too many"


def test_an_import_under_the_right_clock_can_be_taken_back(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    add(store, "a1")

    def imported(name: str, at: datetime) -> None:
        facts = Facts(applications=(application(name),))
        store.update("Import", lambda _: facts, now=at, before="before-import")

    for number in range(KEPT_OF_A_REASON + 1):
        imported(f"a{number}", AHEAD + timedelta(minutes=number))
    before = ids(store)
    imported("wrong", NOW)
    (newest,) = (
        each for each in store.backups.list() if each.reason == "before-import" and each.at <= NOW
    )
    store.backups.restore(newest.name, now=NOW)
    assert ids(store) == before


def test_automatic_backups_go_on_after_a_clock_that_was_ahead(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    for number in range(RECENT + DAILY + WEEKLY + 5):
        store.save(application(f"a{number}"), now=AHEAD + timedelta(days=7 * number))
    for number in range(3):
        at = NOW + timedelta(days=number)
        store.save(application(f"b{number}"), now=at)
        assert any(each.at == at.replace(microsecond=0) for each in store.backups.list()), number


def test_stamps_from_the_future_count_as_the_oldest() -> None:
    future = [f"{stamp(AHEAD + timedelta(days=day))}-aa.auto.json" for day in range(100)]
    past = [f"{stamp(NOW - timedelta(days=day))}-aa.auto.json" for day in range(DAILY)]
    kept = worth_keeping([*future, *past], NOW)
    assert set(past) <= kept
    assert len(kept) <= RECENT + DAILY + WEEKLY


def test_of_backups_of_one_instant_the_last_one_stays(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    for _ in range(KEPT_OF_A_REASON * 2):
        assert store.backup_path(store.backups.make(now=NOW)).exists()


@pytest.mark.parametrize("ahead", [timedelta(days=181), timedelta(days=-181), timedelta(days=9999)])
def test_one_draft_under_a_wrong_clock_costs_no_other(tmp_path: Path, ahead: timedelta) -> None:
    file = UnsentFile(tmp_path / "data.json", calls=QUICK)
    for number in range(20):
        file.keep(f"k{number}", UnsentText(at=NOW, body=f"My words {number}"), now=NOW)
    file.keep("new", UnsentText(at=NOW + ahead, body="New"), now=NOW + ahead)
    assert len(file.load().by_key) == 21


def test_of_too_many_drafts_the_last_one_stays_under_a_clock_that_was_ahead(tmp_path: Path) -> None:
    file = UnsentFile(tmp_path / "data.json", calls=QUICK)
    for number in range(MOST):
        at = AHEAD + timedelta(seconds=number)
        file.keep(f"k{number}", UnsentText(at=at, body="x"), now=at)
    for number in range(3):
        at = NOW + timedelta(minutes=number)
        file.keep(f"new{number}", UnsentText(at=at, body="Mine"), now=at)
    kept = file.load().by_key
    assert {"new0", "new1", "new2"} <= set(kept)
    assert len(kept) == MOST
