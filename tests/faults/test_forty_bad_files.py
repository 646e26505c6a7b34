"""Files that something else has spoiled: each is refused by name or read rightly, and none is changed."""

import gzip
import json
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from followup.model.errors import FollowupError
from followup.store.file_store import FileStore
from tests.builders.files import add, store_at
from tests.faults.conftest import Share, Tally
from tests.store.test_bad_files import BAD, edited
from tests.store.test_bad_records import BAD as BAD_RECORDS

Spoil = Callable[[bytes], bytes]


def _last_byte(data: bytes) -> bytes:
    return data.rstrip()[:-1]


# Each: what is done to the bytes of a file with three applications, and a word of the sentence
# ("": it is read, and holds what it held).
MORE: dict[str, tuple[Spoil, str]] = {
    "one brace short": (_last_byte, "cut off"),
    "one brace too many": (lambda data: data + b"}", "not JSON"),
    "a bit flipped in a key": (lambda data: data.replace(b'"_meta"', b'"_mete"'), "“_meta”"),
    "a bit flipped in the text": (lambda data: data.replace(b"Globex", b"Glo\xe2ex", 1), "UTF-8"),
    "infinity": (lambda data: data.replace(b'"rev": 1', b'"rev": -Infinity'), "Infinity"),
    "a byte order mark": (lambda data: b"\xef\xbb\xbf" + data, ""),
    "utf-16 without a mark": (lambda data: data.decode().encode("utf-16-le"), "UTF-16|not JSON|NUL"),
    "nuls at the end": (lambda data: data + b"\0" * 512, "not JSON"),
    "nuls in the middle": (lambda data: data[:900] + b"\0" * 512 + data[1412:], "not JSON|cut off|UTF-8"),
    "windows line ends": (lambda data: data.replace(b"\n", b"\r\n"), ""),
    "a lone surrogate": (lambda data: data.replace(b"Globex", b"Glob\\ud800x", 1), "\ufffd"),
    "duplicate table later": (lambda data: _last_byte(data) + b', "_meta": {}}', "stands twice"),
    "conflict marks inside": (
        lambda data: data.replace(b'"applications"', b'<<<<<<< ours\n"applications"'),
        "conflict marks|not JSON",
    ),
    "deep objects": (lambda _: b'{"a":' * 100_000, "nested too deeply|not JSON|cut off"),
    "a bit flipped in a table's name": (
        lambda data: data.replace(b'"applications"', b'"applicatioos"'),
        "“applicatioos” is no table of ours; “applications” is",
    ),
    "a settings file": (lambda _: b'{"theme": {"1": {"dark": true}}}', "not a Follow-up data file"),
    "a picture": (lambda _: b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not UTF-8"),
    "text": (lambda _: b"Dear diary", "not JSON"),
    "utf-32": (lambda data: data.decode().encode("utf-32"), "UTF-32"),
    "a byte order mark and no more": (lambda _: b"\xef\xbb\xbf", "empty"),
    "two byte order marks": (lambda data: b"\xef\xbb\xbf" * 2 + data, "not JSON"),
    "utf-7": (lambda data: data.replace(b"{", b"+AHs-"), "not JSON"),
    "javascript": (lambda data: b"export default " + data, "not JSON"),
    "a comment": (lambda data: b"// mine\n" + data, "not JSON"),
    "a comma too many": (lambda data: data.replace(b"\n}", b",\n}", 1).rstrip(), "not JSON"),
    "single quotes": (lambda data: data.replace(b'"', b"'"), "not JSON"),
    "json lines": (lambda data: b'{"a": 1}\n{"a": 2}\n', "not JSON"),
    "packed": (gzip.compress, "not UTF-8|not JSON"),
    "the front of another file": (lambda data: data[: len(data) // 2] + b"\x00" * 4096, "cut off|not JSON"),
    "a page of the disk in it": (
        lambda data: data[:512] + b"%PDF-1.7 " * 57 + data[1025:], "not JSON|cut off|UTF-8"
    ),
    "a key twice under an escape": (
        lambda data: data.replace(b'"rev": 1,', b'"rev": 1, "\\u0072ev": 2,', 1), "stands twice"
    ),
    "a table twice under an escape": (
        lambda data: _last_byte(data) + b', "\\u0061pplications": {}}', "stands twice"
    ),
    "a table in capitals": (
        lambda data: data.replace(b'"applications"', b'"Applications"'), "is no table of ours"
    ),
    "a row number in other digits": (
        edited(lambda t: t["applications"].update({"\u0663": t["applications"].pop("3")})), "not a whole number"
    ),
    "a row number beyond all": (
        edited(lambda t: t["applications"].update({"9" * 40: t["applications"].pop("3")})), "not a whole number"
    ),
    "a rev of -0": (lambda data: data.replace(b'"rev": 1,', b'"rev": -0,'), ""),
    "a rev that is a fraction": (lambda data: data.replace(b'"rev": 1,', b'"rev": 1.0,'), "must be a whole number"),
    "a rev that is true": (lambda data: data.replace(b'"rev": 1,', b'"rev": true,'), "must be a whole number"),
    "no header": (edited(lambda t: t.pop("_meta")), "does not say"),
    "newer by far": (edited(lambda t: t["_meta"]["1"]["record"].update(schema=10**6)), "a newer"),
}  # fmt: skip


def three(folder: Path) -> FileStore:
    store = store_at(folder)
    for name in ("a1", "a2", "a3"):
        add(store, name)
    return store_at(folder)


ALL: dict[str, tuple[Spoil, str]] = {
    **BAD,
    **MORE,
    **{f"record: {name}": (edited(change), words) for name, (change, _, words) in BAD_RECORDS.items()},
}  # fmt: skip


def verdict(store: FileStore) -> str:
    """All that is said of the file; it keeps its bytes, and no save that is refused changes it."""
    before = store.path.read_bytes()
    store.file.reader.pause = 0.0  # nobody is half way through writing here
    try:
        shot = store.load()
        said = " ".join(str(problem) for bad in shot.bad for problem in bad.problems)
        said += " ".join(each.company for each in shot.facts.applications)
    except FollowupError as error:
        said = str(error)
        with pytest.raises(FollowupError, match=re.escape(str(store.path))):
            add(store, "a4")
    assert store.path.read_bytes() == before
    return said


def test_each_is_refused_by_name_or_read_rightly(tmp_path: Path, tally: Tally) -> None:
    refused = 0
    for place, (name, (spoil, words)) in enumerate(ALL.items()):
        store = three(tmp_path / f"{place}")
        before = store.load().facts
        store.path.write_bytes(spoil(store.path.read_bytes()))
        store = store_at(store.path.parent)
        said = verdict(store)
        assert any(each in said for each in words.split("|")), f"{name}: {said}"
        if words == "":
            assert store.load().facts == before, name
        else:
            refused += str(store.path) in said
    assert len(ALL) >= 40
    tally.says(
        f"{len(ALL)} bad files: {refused} refused by name, the others read rightly; none changed"
    )


def test_an_empty_file_with_backups_is_no_new_one(tmp_path: Path, tally: Tally) -> None:
    store = three(tmp_path)
    store.path.write_bytes(b"")
    assert "The file is empty" in verdict(store)
    assert "restore a backup" in verdict(store)
    tally.says("an empty file with backups present: refused, a backup offered")


def test_bytes_changed_anywhere_never_change_another_record(
    tmp_path: Path, tally: Tally, share: Share
) -> None:
    store = three(tmp_path)
    good = store.path.read_bytes()
    apart = list(json.loads(good)["applications"].values())
    chance = random.Random(9)
    refused = set_aside = 0
    runs = share(2_000)
    for _ in range(runs):
        place = chance.randrange(len(good))
        store.path.write_bytes(good[:place] + bytes([chance.randrange(256)]) + good[place + 1 :])
        quick = store_at(tmp_path)
        quick.file.reader.pause = 0.0
        try:
            shot = quick.load()
        except FollowupError:
            refused += 1
            continue
        rows = json.loads(store.path.read_bytes())["applications"]
        untouched = [one for one in apart if one in rows.values()]
        seen = [each.model_dump(mode="json") for each in shot.facts.applications]
        # One of them may have become the twin of the one with the changed byte.
        shown = [*seen, *(json.loads(each.text) for each in shot.bad)]
        assert len(untouched) >= 2
        assert all(one["record"] in shown for one in untouched)
        set_aside += len(shot.bad)
    tally.says(
        f"{runs} files with one byte changed: {refused} refused, {set_aside} records set aside, the others right"
    )
