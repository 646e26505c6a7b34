"""A file that cannot be read is refused with a sentence that names it, and stays as it is to the byte."""

import json
import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from followup.model.errors import CannotRead, FollowupError, NewerSchema
from followup.model.lossless.codec import encode
from followup.store.errors import BadFile, CannotOpen, CannotSave, MissingFile, NewerFile
from followup.store.file_store import FileStore
from tests.builders.files import NOW, QUICK, add, application, ids, store_at
from tests.store.disks import failing_at, watched

# Each: how the good file is spoiled, and a word of the sentence.


def edited(change: Callable[[Any], object]) -> Callable[[bytes], bytes]:
    def spoil(data: bytes) -> bytes:
        tables = json.loads(data)
        change(tables)
        return json.dumps(tables).encode()

    return spoil


BAD: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda _: b"", "empty"),
    "spaces": (lambda _: b" \n\n", "empty"),
    "nuls": (lambda data: b"\0" * len(data), "zero bytes"),
    "truncated": (lambda data: data[:-40], "cut off"),
    "half": (lambda data: data[: len(data) // 2], "cut off"),
    "doubled": (lambda data: data + data, "not JSON"),
    "utf-16": (lambda data: data.decode().encode("utf-16"), "UTF-16"),
    "latin-1": (lambda data: data.replace(b"Globex", b"Gl\xf6bex"), "not UTF-8"),
    "conflict marks": (lambda data: b"<<<<<<< HEAD\n" + data, "conflict marks"),
    "nan": (lambda data: data.replace(b'"rev": 1', b'"rev": NaN'), "NaN"),
    "huge number": (lambda data: data.replace(b'"rev": 1', b'"rev": 1e999'), "too large"),
    "long number": (lambda data: data.replace(b'"rev": 1', b'"rev": ' + b"1" * 30), "too large"),
    "duplicate key": (
        lambda data: data.replace(b'"rev": 1,', b'"rev": 1, "rev": 2,', 1),
        "stands twice",
    ),
    "duplicate table": (lambda data: data.rstrip()[:-1] + b', "applications": {}}', "stands twice"),
    "deep": (lambda _: b"[" * 100_000, "nested too deeply"),
    "a list": (lambda _: b"[]", "not a Follow-up data file"),
    "a number": (lambda _: b"1", "not a Follow-up data file"),
    "an empty object": (lambda _: b"{}", "not a Follow-up data file"),
    "another program's": (lambda _: b'{"_default": {"1": {"a": 1}}}', "not a Follow-up data file"),
    "html": (lambda _: b"<html>Sign in to the network</html>", "not JSON"),
    "newer": (edited(lambda t: t["_meta"]["1"]["record"].update(schema=3)), "newer Follow-up"),
    "wrong schema": (edited(lambda t: t["_meta"]["1"]["record"].update(schema="1")), "schema"),
    "table": (edited(lambda t: t.update(applications=[])), "numbered rows"),
    "foreign table": (edited(lambda t: t.update(other=3)), "other: must be"),
    "row number": (
        edited(lambda t: t["applications"].update({"01": {}})),
        "“01” is not a whole number",
    ),
    "the lossless export": (lambda _: encode(store_facts()), "lossless export"),
}


def store_facts() -> Any:
    with tempfile.TemporaryDirectory() as folder:
        return store_at(Path(folder)).save(application(), now=NOW).snapshot.facts


def refused(store: FileStore) -> FollowupError:
    """Neither reading nor any kind of writing is possible; the file keeps its bytes and its place on the disk."""
    before, status = store.path.read_bytes(), store.path.stat()
    with pytest.raises(FollowupError) as refusal:
        store.load()
    attempts: list[Callable[[], object]] = [
        lambda: store.save(application("a2"), now=NOW),
        lambda: store.update("import", lambda _: store_facts(), now=NOW),
        lambda: store.undo("x", now=NOW),
    ]
    for attempt in attempts:
        with pytest.raises(type(refusal.value)):
            attempt()
    assert store.path.read_bytes() == before
    assert (store.path.stat().st_ino, store.path.stat().st_mtime_ns) == (
        status.st_ino,
        status.st_mtime_ns,
    )
    assert str(store.path) in str(refusal.value)
    assert "Traceback" not in str(refusal.value)
    return refusal.value


@pytest.mark.parametrize(("spoil", "words"), BAD.values(), ids=BAD.keys())
def test_a_bad_file_is_refused_by_name_and_left(
    tmp_path: Path, spoil: Callable[[bytes], bytes], words: str
) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    backups = sorted(os.listdir(tmp_path / "backups"))  # noqa: PTH208
    store.path.write_bytes(spoil(store.path.read_bytes()))
    for error in (refused(store_at(tmp_path)), refused(store)):
        assert isinstance(error, BadFile)
        assert isinstance(error, CannotRead)
        assert words in str(error)
        assert (
            isinstance(error, NewerSchema)
            == isinstance(error, NewerFile)
            == (words == "newer Follow-up")
        )
        assert str(tmp_path / "backups") in str(error) or isinstance(error, NewerFile)
    assert sorted(os.listdir(tmp_path / "backups")) == backups, "a bad file is never backed up"  # noqa: PTH208


def test_a_byte_order_mark_and_another_layout_are_read(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    store.path.write_bytes(
        b"\xef\xbb\xbf" + json.dumps(json.loads(store.path.read_bytes())).encode()
    )
    assert ids(store) == ["a1"]
    add(store, "a2")
    assert ids(store_at(tmp_path)) == ["a1", "a2"]


def test_tables_that_we_do_not_know_are_kept(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    row = {"1": {"rev": 0, "record": {"of": "another tool"}}}
    store.path.write_bytes(edited(lambda tables: tables.update(other=row))(store.path.read_bytes()))
    add(store, "a2")
    assert json.loads(store.path.read_bytes())["other"] == row


def test_an_empty_file_is_not_a_new_store(tmp_path: Path) -> None:
    (tmp_path / "data.json").touch()
    assert "move it away to begin anew" in str(refused(store_at(tmp_path)))


@pytest.mark.parametrize("same_run", [True, False])
def test_a_file_that_is_gone_is_not_a_new_store(tmp_path: Path, same_run: bool) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    store.path.unlink()
    store = store if same_run else store_at(tmp_path)
    with pytest.raises(MissingFile, match="is gone, but there are backups"):
        store.load()
    with pytest.raises(MissingFile):
        add(store, "a2")
    assert not store.path.exists()
    backup = next((tmp_path / "backups").glob("*.json"))
    store.path.write_bytes(backup.read_bytes())
    assert ids(store) == ["a1"]


def test_a_file_that_another_program_was_half_way_through_is_read_when_it_is_whole(
    tmp_path: Path,
) -> None:
    add(store_at(tmp_path), "a1")
    path = tmp_path / "data.json"
    whole = path.read_bytes()
    path.write_bytes(whole[:100])
    closed = 0

    def close(fd: int) -> None:
        nonlocal closed
        os.close(fd)
        closed += 1
        if closed == 1:
            path.write_bytes(whole)

    assert ids(store_at(tmp_path, replace(QUICK, close=close))) == ["a1"]


# The place.


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "data.json").mkdir()
    for attempt in (lambda: store_at(tmp_path).load(), lambda: add(store_at(tmp_path), "a1")):
        with pytest.raises(CannotOpen, match="it is a folder"):
            attempt()


def test_a_pipe_in_the_place_of_the_file_does_not_make_us_wait(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "data.json")
    with pytest.raises(CannotOpen, match="it is not a file"):
        store_at(tmp_path).load()


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "folder").touch()
    with pytest.raises((CannotOpen, CannotSave), match="a part of its path is a file"):
        add(store_at(tmp_path / "folder"), "a1")
    with pytest.raises((CannotOpen, CannotSave), match="a part of its path is a file"):
        store_at(tmp_path / "folder" / "deeper").load()


def test_a_circle_of_links(tmp_path: Path) -> None:
    (tmp_path / "data.json").symlink_to(tmp_path / "data.json")
    with pytest.raises(CannotOpen, match="lead in a circle"):
        store_at(tmp_path).load()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "synced").mkdir()
    (tmp_path / "data.json").symlink_to(tmp_path / "synced" / "real.json")
    add(store_at(tmp_path), "a1")
    add(store_at(tmp_path), "a2")
    assert (tmp_path / "data.json").is_symlink()
    assert ids(store_at(tmp_path / "synced")) == []
    assert [each.name for each in (tmp_path / "synced").glob("*.json")] == ["real.json"]
    assert ids(store_at(tmp_path)) == ["a1", "a2"]


def test_a_link_to_a_drive_that_is_not_connected_makes_nothing_there(tmp_path: Path) -> None:
    (tmp_path / "data.json").symlink_to(tmp_path / "drive" / "data.json")
    with pytest.raises(CannotSave, match=r"is a link to .* not there\. Is a drive"):
        add(store_at(tmp_path), "a1")
    assert not (tmp_path / "drive").exists()


def test_the_file_and_the_folders_that_we_make_are_for_the_user_alone(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "deeper"
    old = os.umask(0)
    try:
        add(store_at(folder), "a1")
        add(store_at(folder), "a2")
    finally:
        os.umask(old)
    for path in (folder.parent, *folder.parent.rglob("*")):
        expected = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == expected, path


def test_nothing_that_is_there_already_is_written_into(tmp_path: Path) -> None:
    add(store_at(tmp_path), "a1")
    made = []

    def before(number: int, name: str, arguments: tuple[Any, ...]) -> None:
        if name == "open" and arguments[1] & os.O_WRONLY and arguments[0].suffix != ".holder":
            made.append(arguments[1] & os.O_EXCL)

    add(store_at(tmp_path, watched(before)), "a2")
    assert len(made) == 2, "the new file and a backup"
    assert all(made)


def test_a_disk_that_cannot_be_read(tmp_path: Path) -> None:
    add(store_at(tmp_path), "a1")
    with pytest.raises(CannotOpen, match="the disk reports an error"):
        store_at(tmp_path, failing_at(2, 5)).load()  # the first asks what it looks like


def test_a_lost_file_is_no_new_one_when_the_backups_cannot_be_listed(tmp_path: Path) -> None:
    add(store_at(tmp_path), "a1")
    (tmp_path / "data.json").unlink()

    def broken(_: Path) -> list[str]:
        raise OSError(5, "broken")

    store = store_at(tmp_path, replace(QUICK, listdir=broken))
    with pytest.raises(CannotOpen, match="the disk reports an error"):
        store.load()
    with pytest.raises(CannotOpen, match="the disk reports an error"):
        add(store, "a2")
    assert not store.path.exists()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another user may come to (pytest's own are for the user who runs it)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder


def as_an_ordinary_user(action: Callable[[], object]) -> str:
    """What the action says; root, whom no right stops, becomes nobody for it, in a process of its own."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:  # pragma: no cover - in the other process
        said = "nothing"
        try:
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            action()
        except BaseException as error:  # noqa: BLE001 - it is what the test asks for
            said = f"{type(error).__name__}: {error}"
        finally:
            os.write(writer, said.encode())
            os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    with os.fdopen(reader) as answer:
        return answer.read()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_what_the_user_has_no_right_to_gets_a_sentence(open_folder: Path) -> None:
    add(store_at(open_folder), "a1")
    path = open_folder / "data.json"
    before = path.read_bytes()

    path.chmod(0o000)
    said = as_an_ordinary_user(lambda: store_at(open_folder).load())
    assert said == f"CannotOpen: {path} cannot be read: you have no right to. It is left as it is."

    path.chmod(0o444)
    (open_folder / ".~data.json.lock").chmod(0o666)
    said = as_an_ordinary_user(lambda: add(store_at(open_folder), "a2"))
    assert said.startswith("CannotSave: Not saved, and ")
    assert "the file is read-only" in said

    open_folder.chmod(0o555)
    path.chmod(0o666)
    said = as_an_ordinary_user(lambda: add(store_at(open_folder), "a2"))
    assert said.startswith("CannotSave: Not saved, and ")
    assert "you have no right to write there" in said

    open_folder.chmod(0o555)
    said = as_an_ordinary_user(lambda: add(store_at(open_folder / "new"), "a2"))
    assert said.startswith("CannotSave: Not saved, and ")

    open_folder.chmod(0o000)
    said = as_an_ordinary_user(lambda: store_at(open_folder).load())
    assert said == f"CannotOpen: {path} cannot be read: you have no right to. It is left as it is."
    said = as_an_ordinary_user(lambda: add(store_at(open_folder), "a2"))
    assert said.startswith("CannotSave: Not saved, and ")
    said = as_an_ordinary_user(lambda: add(store_at(open_folder / "new"), "a2"))
    assert said.startswith("CannotSave: Not saved, and ")
    assert path.read_bytes() == before
    assert not list(open_folder.glob(".~*.tmp"))
