"""The disk fails, other programs write, records go bad: a sentence each time, the rest works, what was typed stays."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from followup.model.facts import Facts
from followup.store.file_store import FileStore
from tests.browser.conftest import idle, serving, titled
from tests.browser.test_journeys import fill, press
from tests.builders import applied, at, facts, interview, person, sent, specific

NOW = "03-03 12:30"
EDIT = "/interviews?application=globex&edit=1"
PAGES = (
    *("/", "/timeline", "/calendar", "/compose", "/templates", "/interviews", "/insights"),
    *("/interviews?application=globex", "/interviews?application=initech", "/settings"),
)


def world() -> Facts:
    """Two employers; the names of one show on every page that has something to show."""
    return facts(
        applied("Globex", interview("03-02 10:00", specific("Kafka", id="s1"))),
        applied(
            "Initech",
            person("Tom Novak", id="tom", email="tom@initech.example"),
            interview("02-20 10:00", specific("Go", id="s2"), by="tom", key="i2"),
            sent("thank_you", "02-20 15:00", to="tom"),
        ),
    )


def stored(path: Path) -> Facts:
    return FileStore(path, backups=path.parent / "elsewhere").load().facts


def rewrite(path: Path, change: Callable[[Any], None]) -> None:
    """Another program writes the file: in one go, as they all do."""
    tables = json.loads(path.read_bytes())
    change(tables["applications"])
    beside = path.with_suffix(".new")
    beside.write_text(json.dumps(tables))
    beside.replace(path)


def said(page: Page, words: str) -> None:
    expect(page.get_by_test_id("stBottom").get_by_text(re.compile(words))).to_be_visible()


def fill_up(disk: Path) -> None:
    with suppress(OSError), (disk / "filler").open("wb", buffering=0) as filler:
        while filler.write(b"x" * 4096):
            pass


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, which can be full and read-only in earnest."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a disk can be mounted by root alone")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_and_a_read_only_disk_take_nothing_that_was_typed(page: Page, disk: Path) -> None:
    path = disk / "data.json"
    before = at(NOW)
    FileStore(path, backups=disk / "backups").update("Entered", lambda _: world(), now=before)
    logs = disk.parent
    env = {"FOLLOWUP_DATA": str(path), "FOLLOWUP_BACKUPS": str(disk / "backups")}
    with serving(logs, None, NOW, **env) as address:
        page.goto(address + EDIT)
        idle(page)
        fill(page, "Role", "Head of data")
        kept = path.read_bytes()
        fill_up(disk)
        press(page, "Save")
        said(page, "disk is full")
        expect(page.get_by_label("Role", exact=True)).to_have_value("Head of data")
        assert path.read_bytes() == kept
        (disk / "filler").unlink()

        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        press(page, "Save")
        said(page, "read-only")
        expect(page.get_by_label("Role", exact=True)).to_have_value("Head of data")
        subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)

        press(page, "Save")
        said(page, "Saved Globex")
    assert [each.role for each in stored(path).applications] == ["Head of data", "Engineer"]


@pytest.mark.wide
def test_another_program_that_writes_takes_nothing_that_was_typed(
    page: Page, tmp_path: Path
) -> None:
    path = tmp_path / "data.json"
    with serving(tmp_path, world(), NOW) as address:
        page.goto(address + EDIT)
        idle(page)
        fill(page, "Role", "Head of data")
        expect(page.get_by_role("button", name="Discard what I typed")).to_be_visible()
        good = path.read_bytes()
        path.write_bytes(good[: len(good) // 2])
        press(page, "Save")
        expect(page.get_by_text("Your data file cannot be read")).to_be_visible()
        assert path.read_bytes() == good[: len(good) // 2]
        path.write_bytes(good)
        press(page, "Try again")
        expect(page.get_by_label("Role", exact=True)).to_have_value("Head of data")

        # A sync service brings a newer version of the same application.
        def theirs(rows: Any) -> None:
            rows["1"]["rev"] += 1
            rows["1"]["record"]["notes"] = "Written elsewhere"

        rewrite(path, theirs)
        press(page, "Save")
        expect(page.get_by_text(re.compile("This application was changed"))).to_be_visible()
        expect(page.get_by_label("Role", exact=True)).to_have_value("Head of data")
    left = stored(path).applications[0]
    assert (left.role, left.notes) == ("Engineer", "Written elsewhere")


@pytest.mark.wide
def test_a_record_that_cannot_be_read_blanks_no_page_and_is_mended(
    page: Page, tmp_path: Path
) -> None:
    path = tmp_path / "data.json"
    with serving(tmp_path, world(), NOW) as address:

        def spoil(rows: Any) -> None:
            rows["1"]["record"]["interviews"] = "gone"

        rewrite(path, spoil)
        spoilt = path.read_bytes()
        for shown in PAGES:
            page.goto(address + shown)
            idle(page)
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            expect(page.get_by_text("1 record of your data cannot be read")).to_be_visible()
            expect(page.get_by_text("Something went wrong")).to_have_count(0)
            expect(page.get_by_test_id("stException")).to_have_count(0)
        page.goto(address + "/interviews")
        idle(page)
        expect(page.get_by_role("button", name=re.compile("Initech"))).to_be_visible()

        # What is saved meanwhile leaves it as it is.
        page.goto(address + "/interviews?application=initech&edit=1")
        idle(page)
        fill(page, "Role", "Head of data")
        press(page, "Save")
        said(page, "Saved Initech")
        row = json.loads(path.read_bytes())["applications"]["1"]
        assert row == json.loads(spoilt)["applications"]["1"]

        page.goto(address + "/data")
        idle(page)
        expect(page.get_by_text("applications.1", exact=True)).to_be_visible()
        text = page.get_by_label("Its text")
        expect(text).to_have_value(re.compile('"interviews": "gone"'))
        text.fill(text.input_value().replace('"gone"', "[]"))
        text.press("Tab")
        idle(page)
        page.get_by_test_id("stSidebarNav").get_by_role("link", name="Today").click()
        titled(page, "Today")
        idle(page)
        page.get_by_test_id("stSidebarNav").get_by_role("link", name="Data").click()
        expect(page.get_by_label("Its text")).to_have_value(re.compile(r'"interviews": \[\]'))
        press(page, "Save it")
        said(page, "Mended a record")
        expect(page.get_by_text("1 record of your data cannot be read")).to_have_count(0)
    assert [each.company for each in stored(path).applications] == ["Globex", "Initech"]


@pytest.mark.wide
def test_back_to_a_backup_and_back_again_and_what_another_computer_has(
    page: Page, tmp_path: Path
) -> None:
    path = tmp_path / "data.json"
    with serving(tmp_path, world(), NOW, FOLLOWUP_BACKUPS=str(tmp_path / "backups")) as address:
        copies = [
            path.with_name("data (conflicted copy 2026-11-01).json"),
            path.with_name("data.sync-conflict-20261101-101112-ABCDEFG.json"),
        ]
        for number, copy in enumerate(copies):
            name = f'"company": "Hooli {number}"'.encode()
            copy.write_bytes(path.read_bytes().replace(b'"company": "Globex"', name))
        page.goto(address + "/interviews?application=globex")
        idle(page)
        expect(page.get_by_text(re.compile("sync service left another version"))).to_be_visible()
        press(page, "Delete")
        press(page, "Delete it")
        said(page, "Deleted Globex")
        press(page, "Undo")
        said(page, "Undone")
        press(page, re.compile("Globex"))
        press(page, "Delete")
        press(page, "Delete it")
        assert [each.company for each in stored(path).applications] == ["Initech"]

        page.goto(address + "/data")
        idle(page)
        for copy in copies:
            expect(page.get_by_text(copy.name)).to_be_visible()
        page.get_by_text("Application, Hooli 0: only there").click()
        idle(page)
        box = page.get_by_test_id("stVerticalBlock").filter(has_text=copies[0].name).last
        box.get_by_role("button", name="Take over what is ticked").click(delay=90)
        expect(box.get_by_text("Application, Hooli 0: only there")).to_have_count(0)
        idle(page)
        assert {each.company for each in stored(path).applications} == {"Initech", "Hooli 0"}
        for _ in copies:
            press(page, "Put it away")
        expect(page.get_by_text("Other versions of your data")).to_have_count(0)
        assert not any(copy.exists() for copy in copies)

        press(page, "Back up now")
        expect(page.get_by_text("by hand")).to_be_visible()
        rewrite(path, lambda rows: rows.clear())
        page.goto(address + "/data")
        idle(page)
        by_hand = page.get_by_test_id("stVerticalBlock").filter(has_text="by hand").last
        by_hand.get_by_role("button", name="Restore").click(delay=90)
        expect(page.get_by_text("2 applications would come back")).to_be_visible()
        press(page, "Restore this one")
        said(page, "Restored")
        assert {each.company for each in stored(path).applications} == {"Initech", "Hooli 0"}
        press(page, "Undo")
        said(page, "Undone")
        assert stored(path).applications == ()
