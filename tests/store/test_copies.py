"""What sync services put beside the file is noticed, compared, and taken over record by record."""

from pathlib import Path
from typing import Any

import pytest

from followup.model.errors import CannotRead, FollowupError
from followup.model.facts import Facts, Interview, Person
from followup.model.settings import Cadence, Me
from followup.store.compare import differences, taken_over
from followup.store.file_store import FileStore, service_of
from tests.builders.files import NOW, add, application, ids, store_at, touchpoint
from tests.rows import each_row
from tests.store.disks import watched, write_from_outside

NAMES = {
    "data (Ann's conflicted copy 2026-09-22).json": "Dropbox",
    "data (Ann's conflicted copy 2026-09-22 (1)).json": "Dropbox",
    "data (Case Conflict).json": "Dropbox",
    "data.sync-conflict-20260922-101500-ABCDEF7.json": "Syncthing",
    "data (conflicted copy 2026-09-22 101500).json": "Nextcloud",
    "data_conflict-20260922-101500.json": "Nextcloud",
    "data-ANNS-LAPTOP.json": "OneDrive",
    "data-ANNS-LAPTOP-2.json": "OneDrive",
    "data (1).json": "Google Drive",
    "data(1).json": "Google Drive",
    "data 2.json": "iCloud Drive",
    "data.conflict-20260922T101500000000Z-abc123.json": "Follow-up",
}
OTHERS = ("data.json", "database.json", "data.json.bad-20260922", "data.txt", "other (1).json")


@each_row(("name", "service"), NAMES.items())
def test_the_names_that_sync_services_give(name: str, service: str) -> None:
    found = service_of(name, "data.json")
    assert found
    assert found[0] == service


@pytest.mark.parametrize("name", OTHERS)
def test_other_names_are_no_copies(name: str) -> None:
    assert service_of(name, "data.json") is None


def two_computers(folder: Path, copy: str = "data (1).json") -> FileStore:
    """The file with what was done here, and beside it the copy with what was done there."""
    here, there = store_at(folder), store_at(folder / "there")
    add(here, "a1")
    (folder / "there").mkdir()
    (folder / "there" / "data.json").write_bytes(here.path.read_bytes())
    here.log("a1", touchpoint("t-here"), now=NOW, what="Sent")
    there.log("a1", touchpoint("t-there"), now=NOW, what="Sent")
    add(there, "a2")
    (folder / "there" / "data.json").rename(folder / copy)
    return here


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_is_noticed_and_compared(tmp_path: Path, name: str) -> None:
    store = two_computers(tmp_path, name)
    (copy,) = store.copies.list()
    assert copy.path == tmp_path / name
    assert [each.path for each in store.copies.differences(copy)] == [
        ("applications", "a1", "touchpoints", "t-here"),
        ("applications", "a1", "touchpoints", "t-there"),
        ("applications", "a2"),
    ]
    assert store.copies.list()[0] is copy, "what was read once is not read again"


def test_single_records_are_taken_over_after_a_backup_and_undoably(tmp_path: Path) -> None:
    store = two_computers(tmp_path)
    (copy,) = store.copies.list()
    before = store.load().facts
    change = store.copies.take_over(
        copy, frozenset({("applications", "a1", "touchpoints", "t-there")}), now=NOW
    )
    (one,) = store.load().facts.applications
    assert [each.id for each in one.touchpoints] == ["t-here", "t-there"]
    assert "before-import" in {each.reason for each in store.backups.list()}
    store.undo(change.id or "", now=NOW)
    assert store.load().facts == before


def test_a_copy_of_the_same_instant_is_noticed(tmp_path: Path) -> None:
    add(store_at(tmp_path), "a1")

    def before(number: int, name: str, arguments: tuple[Any, ...]) -> None:
        if name == "exchange":
            write_from_outside(tmp_path / "data.json", "outside")

    add(store_at(tmp_path, watched(before)), "a2")
    store = store_at(tmp_path)
    (copy,) = store.copies.list()
    assert copy.service == "Follow-up"
    store.copies.take_over(copy, frozenset({("applications", "outside")}), now=NOW)
    assert ids(store) == ["a1", "a2", "outside"]


def test_a_copy_that_cannot_be_read_is_named_and_one_that_is_something_else_is_not(
    tmp_path: Path,
) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    (tmp_path / "data.sync-conflict-20260922-101500-ABCDEF7.json").write_text("{")
    (tmp_path / "data-export.json").write_text("{}")
    (tmp_path / "data (2).json").write_text('{"some": "thing else"}')
    (copy,) = store.copies.list()
    assert "cut off" in copy.problem
    with pytest.raises(FollowupError, match="cannot be read"):
        store.copies.differences(copy)
    with pytest.raises(FollowupError, match="stays where it is"):
        store.copies.put_away(copy, now=NOW)
    assert copy.path.exists()


def test_a_copy_that_was_looked_at_goes_to_the_backups(tmp_path: Path) -> None:
    store = two_computers(tmp_path)
    (copy,) = store.copies.list()
    data = copy.path.read_bytes()
    path = store.copies.put_away(copy, now=NOW)
    assert store.copies.list() == ()
    assert path.read_bytes() == data
    assert "conflict" in {each.reason for each in store.backups.list()}


def test_an_interview_brings_the_people_that_it_names() -> None:
    here = application("a1", people=(), interviews=())
    there = application("a1")
    place = ("applications", "a1", "interviews", "a1-i1")
    (made,) = taken_over(
        Facts(applications=(here,)), Facts(applications=(there,)), frozenset({place})
    ).applications
    assert [each.id for each in made.people] == ["a1-ann"]
    assert [each.id for each in made.interviews] == ["a1-i1"]


def test_what_would_leave_a_name_without_its_person_is_refused(tmp_path: Path) -> None:
    store = two_computers(tmp_path)
    (copy,) = store.copies.list()
    (one, *_) = store.load().facts.applications
    with_ben = one.replace(
        people=(*one.people, Person(id="b", name="Ben")),
        interviews=(
            *one.interviews,
            Interview(id="i9", starts_at=NOW, time_zone="UTC", interviewers=("b",)),
        ),
    )
    store.save(with_ben, store.load().revs["a1"], now=NOW)
    with pytest.raises(CannotRead, match="“b” is no person"):
        store.copies.take_over(copy, frozenset({("applications", "a1", "people", "b")}), now=NOW)


def test_all_of_it_taken_over_is_the_other_version() -> None:
    one = Facts(
        me=Me(name="Kim"), applications=(application("a1"), application("a2", notes="x"))
    ).replace(extra=1)
    two = Facts(
        cadence=Cadence(preset="gentle"),
        applications=(application("a2", touchpoints=(touchpoint(),)), application("a3")),
    )
    for here, there in ((one, two), (two, one)):
        places = frozenset(each.path for each in differences(there, here))
        made = taken_over(here, there, places)
        assert not differences(there, made)
        assert {each.id for each in made.applications} == {each.id for each in there.applications}
        assert made.replace(applications=()) == there.replace(applications=())
