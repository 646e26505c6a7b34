"""What stands where nobody expects it, and a file that is full: a sentence or a way on, and no wait without end."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from followup.model.errors import CannotRead
from followup.model.facts import Application, Facts
from followup.model.lossless.codec import encode
from followup.model.lossless.strict_json import MAX_BYTES, parse
from followup.store.errors import CannotSave
from followup.store.unsent import UnsentText
from tests.builders.files import NOW, add, application, ids, store_at
from tests.store.disks import watched
from tests.test_cli import ROOT, run


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with a name are POSIX's")
@pytest.mark.parametrize(
    "name", [".~data.json.holder", ".~data.json.lock", ".~data.drafts.json.holder"]
)
def test_a_pipe_in_the_place_of_a_lock_or_its_note_hangs_nothing(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    program = f"""
from tests.builders.files import NOW, add, store_at
from followup.store.unsent import UnsentText
from pathlib import Path
from typing import Any
store = store_at(Path({str(tmp_path)!r}), patience=0.1)
add(store, "a1")
store.unsent.keep("k", UnsentText(at=NOW, body="x"), now=NOW)
"""
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, timeout=20)
    assert ids(store_at(tmp_path)) == ["a1"]
    assert set(store_at(tmp_path).unsent.load().by_key) == {"k"}


@pytest.mark.parametrize("variable", ["FOLLOWUP_DATA", "FOLLOWUP_BACKUPS", "FOLLOWUP_LOG"])
@pytest.mark.parametrize("command", [(), ("plan",), ("backup",)])
def test_a_folder_of_nobody_is_a_sentence(
    tmp_path: Path, variable: str, command: tuple[str, ...]
) -> None:
    if variable == "FOLLOWUP_LOG" and command:
        pytest.skip("only the server writes it")
    if command == ("plan",) or not command:
        add(store_at(tmp_path), "a1")
    env = {"FOLLOWUP_DATA": str(tmp_path / "data.json"), variable: "~nobody-of-this-name/x"}
    done = run("-m", "followup", *command, stdin=b"", **env)
    assert done.returncode == 2
    said = done.stderr.decode()
    assert variable in said
    assert said.count("\n") == 1


def test_utf_32_is_called_utf_32() -> None:
    for encoding in ("utf-32", "utf-32-be", "utf-32-le"):
        with pytest.raises(CannotRead, match=r"written in UTF-32; save it as UTF-8"):
            parse("\ufeff{}".encode(encoding))


def full(folder: Path) -> list[str]:
    """Three applications that leave no room in the file, but for a few bytes."""
    store = store_at(folder)
    add(store, "a0")
    size = (folder / "data.json").stat().st_size
    names = ["a1", "a2", "a3"]
    third = MAX_BYTES // 3 - 3 * size

    def large(facts: Facts) -> Facts:
        new = (
            Application.model_validate(
                {**application(name).model_dump(), "x_attachment": "x" * third}
            )
            for name in names
        )
        return facts.replace(applications=(*facts.applications, *new))

    store.update("Large", large, now=NOW)
    return names


@pytest.mark.wide
def test_a_bulk_delete_makes_room_in_a_full_file(tmp_path: Path) -> None:
    names = full(tmp_path)
    store = store_at(tmp_path)
    made = store.update(
        "Deleted",
        lambda facts: facts.replace(applications=facts.applications[:1]),
        now=NOW + timedelta(hours=1),
    )
    assert ids(store_at(tmp_path)) == ["a0"]
    assert made.backup
    if made.id is None:
        assert "backup" in " ".join(made.warnings)
    store.backups.restore(made.backup.name, now=NOW + timedelta(hours=2))
    assert ids(store_at(tmp_path)) == ["a0", *names]


def test_how_an_import_is_undone_needs_no_look_at_the_disk(tmp_path: Path) -> None:
    failing = False

    def before(number: int, name: str, arguments: tuple[Any, ...]) -> None:
        if failing and name == "listdir":
            raise OSError(5, "Input/output error")

    store = store_at(tmp_path, watched(before))
    add(store, "a1")
    failing = True
    made = store.import_facts(Facts(applications=(application("a2"),)), now=NOW)
    assert made.backup
    assert made.backup.name.endswith(".before-import.json")
    failing = False
    store.backups.restore(made.backup.name, now=NOW)
    assert ids(store) == ["a1"]


def test_after_an_import_the_command_names_the_backup(tmp_path: Path) -> None:
    add(store_at(tmp_path), "a1")
    export = tmp_path / "export.json"
    export.write_bytes(encode(Facts(applications=(application("a2"),))))
    env = {"FOLLOWUP_DATA": str(tmp_path / "data.json"), "FOLLOWUP_BACKUPS": str(tmp_path / "all")}
    done = run("-m", "followup", "import", str(export), "--yes", stdin=b"", **env)
    assert (done.returncode, done.stderr) == (0, b"")
    (made,) = (tmp_path / "all").glob("*/*.before-import.json")
    assert made.name in done.stdout.decode().splitlines()[-1]


def test_a_save_loads_nothing_more_of_the_program(tmp_path: Path) -> None:
    """What it would load lies on a disk that may fail in that moment."""
    program = f"""
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any
from tests.builders.files import NOW, add, application, store_at
from followup.store.unsent import UnsentText
Path({str(tmp_path)!r}, "backups").mkdir()
one = application("a1")
store = store_at(Path({str(tmp_path)!r}))
store.load()
before = set(sys.modules)
store.save(one, now=NOW)
store.snooze("status_check:a1", NOW, now=NOW + timedelta(hours=1))
store.undo(store.load().changes[-1].id, now=NOW)
store.backups.make(now=NOW)
store.backups.restore(store.backups.list()[-1].name, now=NOW)
store.unsent.keep("k", UnsentText(at=NOW, body="x"), now=NOW)
print(sorted(set(sys.modules) - before))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("error", [OSError(5, "Input/output error"), ImportError("zone")])
def test_what_fails_to_load_inside_a_save_is_a_sentence(tmp_path: Path, error: Exception) -> None:
    store = store_at(tmp_path)
    add(store, "a1")

    def change(facts: Facts) -> Facts:
        raise error

    with pytest.raises(CannotSave, match=r"Not saved.*as it was: the disk reports an error"):
        store.update("Change", change, now=NOW)
    assert store.unsent.load().by_key == {}
    store.unsent.keep("k", UnsentText(at=NOW, body="x"), now=NOW)
