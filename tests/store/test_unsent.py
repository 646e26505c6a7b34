"""What is unsent, on the disk: kept for each action, gone once sent, and never in the way."""

import json
import os
import stat
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from followup.model.fact import LINE_LIMIT
from followup.store.errors import CannotSave
from followup.store.file.calls import SYSTEM
from followup.store.file_store import UnsentFile
from followup.store.unsent import MOST, Habits, Handed, Unsent, UnsentText
from tests.builders.files import NOW, QUICK
from tests.store.disks import watched

KEY = "thank_you:g:i1:ann"


def typed(body: str = "My own words", **more: object) -> UnsentText:
    return UnsentText.model_validate({"at": NOW, "subject": "Thanks", "body": body, **more})


@pytest.fixture
def file(tmp_path: Path) -> UnsentFile:
    return UnsentFile(tmp_path / "data.json", calls=QUICK)


def beside(file: UnsentFile) -> list[str]:
    return sorted(p.name for p in file.path.parent.iterdir() if not p.name.startswith(".~"))


def test_what_was_kept_comes_back_in_another_process_and_is_the_users_alone(
    file: UnsentFile,
) -> None:
    handed = Handed(way="copied", at=NOW, subject="Thanks", body="My own words 🎉")
    draft = typed(channel="linkedin", specifics=("s2", "s1"), quote=True, handed=handed)
    file.keep(KEY, draft, now=NOW)
    assert file.path.name == "data.drafts.json"
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
    again = UnsentFile(file.path.with_name("data.json")).load()
    assert again == Unsent({KEY: draft})


def test_each_action_has_its_own_and_what_was_sent_is_gone(file: UnsentFile) -> None:
    file.keep(KEY, typed(), now=NOW)
    file.keep("other", typed("Others"), now=NOW)
    file.keep(KEY, None, now=NOW)
    assert file.load().by_key == {"other": typed("Others")}
    assert b"My own words" not in file.path.read_bytes()


def test_nothing_to_keep_makes_no_file_and_no_change_writes_none(file: UnsentFile) -> None:
    file.keep(KEY, None, now=NOW)
    assert beside(file) == []
    file.keep(KEY, typed(), now=NOW)
    before = file.path.stat().st_ino
    file.keep(KEY, typed(), now=NOW)
    assert file.path.stat().st_ino == before


def test_habits_stand_beside_the_drafts(file: UnsentFile) -> None:
    file.keep(KEY, typed(), now=NOW)
    file.remember(Habits(tone="warm", linkedin_limit=300), now=NOW)
    assert file.load() == Unsent({KEY: typed()}, {}, Habits(tone="warm", linkedin_limit=300))
    assert b"declined" not in file.path.read_bytes(), (
        "an older version refuses what it does not know"
    )
    file.remember(Habits(declined=("thank_you en",)), now=NOW)
    assert file.load().habits.declined == ("thank_you en",)


BAD = [
    b"",
    b"{",
    b"[]",
    b'{"format": "other"}',
    b'{"format": "followup-drafts", "schema": 2, "drafts": {}}',
    b'{"format": "followup-drafts", "schema": 1, "drafts": {"k": {"at": "yesterday"}}}',
    b'{"format": "followup-drafts", "schema": 1, "drafts": {"k": {"at": "2026-09-22T10:00:00Z", "x": 1}}}',
    b"\xff\xfe\x00",
]


@pytest.mark.parametrize("data", BAD)
def test_an_unreadable_file_is_said_and_left_and_set_aside_before_the_next_save(
    file: UnsentFile, data: bytes
) -> None:
    file.path.write_bytes(data)
    found = file.load()
    assert found.by_key == {}
    assert str(file.path) in found.problem
    assert file.path.read_bytes() == data, "reading changes nothing"
    file.keep(KEY, typed(), now=NOW)
    assert file.load() == Unsent({KEY: typed()})
    (aside,) = [p for p in file.path.parent.iterdir() if ".bad-" in p.name]
    assert aside.read_bytes() == data


def test_an_unreadable_file_is_set_aside_even_when_a_draft_is_only_forgotten(
    file: UnsentFile,
) -> None:
    file.path.write_bytes(b"{")
    file.keep(KEY, None, now=NOW)
    assert file.load() == Unsent()


def test_a_folder_in_its_place_is_a_sentence(file: UnsentFile) -> None:
    file.path.mkdir()
    assert "cannot be read" in file.load().problem


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
def test_a_file_without_rights_is_a_sentence(file: UnsentFile) -> None:
    file.keep(KEY, typed(), now=NOW)
    file.path.chmod(0)
    assert "no right" in file.load().problem


def test_a_draft_that_another_computer_brought_meanwhile_is_kept(tmp_path: Path) -> None:
    path, other = tmp_path / "data.json", tmp_path / "other" / "data.json"
    UnsentFile(path, calls=QUICK).keep("ours", typed(), now=NOW)
    UnsentFile(other, calls=QUICK).keep("theirs", typed(), now=NOW)
    theirs = other.with_name("data.drafts.json")
    seen: list[str] = []

    def before(number: int, name: str, arguments: tuple[Any, ...]) -> None:
        seen.append(name)
        if seen[-2:] == ["read", "close"] and theirs.exists():  # right after ours was read
            theirs.replace(tmp_path / "data.drafts.json")

    UnsentFile(path, calls=watched(before)).keep("new", typed(), now=NOW)
    assert set(UnsentFile(path).load().by_key) == {"theirs", "new"}


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    def full(fd: int, data: object) -> int:
        raise OSError(28, "No space left on device")

    good = UnsentFile(tmp_path / "data.json", calls=QUICK)
    good.keep(KEY, typed(), now=NOW)
    before = good.path.read_bytes()
    bad = UnsentFile(tmp_path / "data.json", calls=replace(SYSTEM, write=full))
    with pytest.raises(CannotSave, match="disk is full"):
        bad.keep(KEY, typed("More"), now=NOW)
    assert good.path.read_bytes() == before


def test_there_are_never_too_many_and_the_oldest_go(
    file: UnsentFile,
) -> None:
    file.keep("old", typed(), now=NOW)
    later = NOW + timedelta(days=181)
    many = {f"k{n}": {"at": later.isoformat(), "body": "x"} for n in range(MOST)}
    whole = json.loads(file.path.read_bytes())
    whole["drafts"].update(many)
    file.path.write_text(json.dumps(whole))
    file.keep(KEY, typed(at=later + timedelta(hours=1)), now=later)
    kept = file.load().by_key
    assert len(kept) == MOST
    assert KEY in kept
    assert "old" not in kept


def test_what_no_file_can_hold_is_cleaned_at_the_door(file: UnsentFile) -> None:
    file.keep(KEY, typed("a\ud800b\x00c\r\nd"), now=NOW)
    assert file.load().by_key[KEY].body == "a\ufffdbc\nd"
    with pytest.raises(ValueError, match="subject"):
        typed(subject="x" * (LINE_LIMIT + 1))
