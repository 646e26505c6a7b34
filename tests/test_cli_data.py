"""`backup`, `restore` and `check` as a shell sees them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from followup.model.codec import encode
from followup.store.store import Store
from tests.store.samples import NOW, add, ids

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Two applications in the user's file, of which the first is in a backup."""
    monkeypatch.setenv("FOLLOWUP_DATA", str(tmp_path / "data.json"))
    monkeypatch.setenv("FOLLOWUP_BACKUPS", str(tmp_path / "backups"))
    made = Store(tmp_path / "data.json")
    add(made, "a1")
    made.back_up(now=NOW)
    add(made, "a2")
    return made


def run(*words: str) -> tuple[int, str, str]:
    """The exit status, and what it printed and complained."""
    done = subprocess.run(
        [sys.executable, "-m", "followup", *words],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ,
        check=False,
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


def test_backup_says_where_it_is(store: Store) -> None:
    status, out, _ = run("backup")
    assert status == 0
    assert Path(out.strip()).read_bytes() == store.path.read_bytes()


def test_restore_lists_previews_restores_and_says_how_to_undo(store: Store) -> None:
    _, listed, _ = run("restore")
    assert "by hand" in listed
    assert "1 applications (1 missing in it)" in listed
    before = store.path.read_bytes()
    name = next(each.name for each in store.backups() if each.reason == "by-hand")
    status, out, _ = run("restore", name)
    assert (status, "Nothing was changed" in out) == (0, True)
    assert store.path.read_bytes() == before
    status, out, _ = run("restore", name, "--yes")
    assert status == 0
    assert ids(store) == ["a1"]
    undo = out.partition("python -m followup ")[2].split()
    assert run(*undo)[0] == 0
    assert store.path.read_bytes() == before


def test_a_backup_that_is_not_there(store: Store) -> None:
    status, out, complaint = run("restore", "99")
    assert (status, out) == (2, "")
    assert "There is no backup “99”" in complaint


def test_restore_brings_back_a_file_that_is_gone_or_bad(store: Store) -> None:
    store.path.unlink()
    assert run("plan")[0] == 2
    assert run("restore", "1", "--yes")[0] == 0
    store.path.write_text("{")
    status, out, _ = run("restore", "1", "--yes")
    assert status == 0
    assert "What could not be read is kept as" in out
    assert ids(store) == ["a1"]


def test_check_says_that_all_is_well(store: Store, tmp_path: Path) -> None:
    assert run("check") == (0, f"{store.path}: 2 applications can be read; all is well.\n", "")
    export = tmp_path / "export.json"
    export.write_bytes(encode(store.load().facts))
    assert run("check", str(export))[:2] == (0, f"{export}: a whole export; 2 applications.\n")
    assert run("check", str(store.backups()[0].path))[0] == 0


def test_check_names_all_that_is_wrong_with_the_path(store: Store) -> None:
    text = store.path.read_text().replace('"company"', '"firm"')
    store.path.write_text(text)
    status, out, complaint = run("check")
    assert status == 1
    assert complaint.splitlines() == [
        f"{store.path}: applications.{number}.company: is missing" for number in (1, 2)
    ]
    assert "2 records cannot" in out
    store.path.write_text(text[:100])
    status, _, complaint = run("check")
    assert status == 1
    assert "cut off in the middle" in complaint
    assert store.path.read_text() == text[:100]


def test_what_is_left_out_of_an_export_is_named(store: Store) -> None:
    store.path.write_text(store.path.read_text().replace('"company"', '"firm"', 1))
    status, out, complaint = run("export")
    assert status == 0
    assert '"a2"' in out
    assert "left out, since it cannot be read: applications.1" in complaint


def test_a_file_that_is_not_there_is_named(tmp_path: Path, store: Store) -> None:
    status, _, complaint = run("check", str(tmp_path / "nothing.json"))
    assert (status, "is not there" in complaint) == (2, True)
