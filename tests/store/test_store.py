"""What a click does to the file, and what the next page sees of it."""

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from tinydb import TinyDB

from followup.model import changes
from followup.model.beside import Skip, Snooze
from followup.model.errors import CannotRead, NotThere
from followup.model.facts import Application, Facts, Person
from followup.model.lossless.codec import encode
from followup.model.settings import Cadence, Me
from followup.store.errors import CannotUndo, StaleRecord
from followup.store.file import tables as file_tables
from followup.store.file.storage import FileStorage, database, table
from followup.store.state import Change
from tests.builders.files import DAY, NOW, QUICK, add, application, ids, store_at, touchpoint
from tests.explore import examples
from tests.store.places import Place
from tests.strategies.shapes import facts


def test_a_new_store_is_empty_and_makes_no_file(place: Place) -> None:
    store = place.open()
    assert store.load().facts == Facts()
    assert place.bytes() is None


def test_what_is_saved_is_there_in_the_next_run(place: Place) -> None:
    change = place.open().save(application(), now=NOW)
    assert place.open().load().facts == Facts(applications=(application(),))
    assert change.snapshot.facts == Facts(applications=(application(),))
    assert change.warnings == ()


@given(first=facts(), second=facts())
@examples(60)
def test_any_facts_come_back_from_the_file_to_the_byte_and_go_back_by_undo(
    first: Facts, second: Facts
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = store_at(Path(folder))
        store.update("first", lambda _: first, now=NOW)
        change = None
        for wanted in (second, first, second):
            change = store.update("all else", lambda _, wanted=wanted: wanted, now=NOW)  # type: ignore[misc]
            read = store_at(Path(folder)).load()
            assert encode(read.facts) == encode(wanted) == encode(change.snapshot.facts)
            assert dict(read.revs) == dict(change.snapshot.revs)
            assert (read.version, read.changes) == (
                change.snapshot.version,
                change.snapshot.changes,
            )
        if change and change.id:
            store.undo(change.id, now=NOW)
            assert encode(store_at(Path(folder)).load().facts) == encode(first)


def test_an_equal_record_that_has_to_move_aside_for_a_new_one_is_saved(place: Place) -> None:
    store, aside = place.open(), Skip(action="thank_you:1", at=NOW)
    store.update("first", lambda _: Facts(skips=(aside,)), now=NOW)
    wanted = Facts(skips=(Skip(action="status_check:2", at=NOW), aside.replace(reason="")))
    assert store.update("two", lambda _: wanted, now=NOW).snapshot.facts == wanted
    assert place.open().load().facts == wanted


def test_all_threads_share_one_snapshot_while_the_file_is_the_same(place: Place) -> None:
    add(place.open(), "a1")
    store = place.open()
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(store.load())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert all(each is found[0] for each in found)
    change = store.snooze("thank_you:a1", NOW, now=NOW)
    assert store.load() is change.snapshot
    assert store.load() is not found[0]


def test_a_file_that_looks_as_it_did_is_not_read_again_and_any_other_is(tmp_path: Path) -> None:
    reads = 0

    def counting(fd: int, size: int) -> bytes:
        nonlocal reads
        reads += 1
        return os.read(fd, size)

    store = store_at(tmp_path, replace(QUICK, read=counting))
    add(store_at(tmp_path), "a1")

    def loaded() -> list[str]:
        return [each.company for each in store.load().facts.applications]

    def reads_of(times: int) -> int:
        before = reads
        for _ in range(times):
            store.load()
        return reads - before

    # Until it has looked so for a while, another write may leave it the same look.
    assert loaded() == ["Globex"]
    assert reads_of(3) >= 3
    store.file.reader.settles = 0
    loaded()
    assert reads_of(3) == 0

    # The same length and time, written over it as an editor does, and put in its place as a sync service does.
    path = tmp_path / "data.json"
    old = path.stat()
    other = path.read_bytes().replace(b"Globex", b"Initec")
    path.write_bytes(other)
    os.utime(path, ns=(old.st_atime_ns, old.st_mtime_ns))
    assert loaded() == ["Initec"]
    beside = tmp_path / "beside"
    beside.write_bytes(other.replace(b"Initec", b"Hoolii"))
    os.utime(beside, ns=(old.st_atime_ns, old.st_mtime_ns))
    beside.replace(path)
    assert loaded() == ["Hoolii"]


def test_what_did_not_change_stays_the_same_object(place: Place) -> None:
    store = place.open()
    for name in ("a1", "a2", "a3"):
        add(store, name)
    before = store.load().facts
    after = store.log("a2", touchpoint(), now=NOW, what="Logged").snapshot.facts
    same = [one is two for one, two in zip(before.applications, after.applications, strict=True)]
    assert same == [True, False, True]


def test_saving_what_is_there_already_writes_nothing(place: Place) -> None:
    store = place.open()
    add(store, "a1")
    before = store.load()
    change = store.save(application(), before.revs["a1"], now=NOW)
    assert change.id is None
    assert change.snapshot is before
    assert store.load() is before


def test_a_form_opened_on_an_older_version_is_refused_and_nothing_is_written(
    place: Place,
) -> None:
    store = place.open()
    add(store, "a1")
    rev = store.load().revs["a1"]
    store.log("a1", touchpoint(), now=NOW, what="Logged")
    before = place.bytes()
    with pytest.raises(StaleRecord, match="“Globex” was changed elsewhere") as refusal:
        store.save(application(notes="mine"), rev, now=NOW)
    assert refusal.value.names == ("a1",)
    with pytest.raises(StaleRecord):
        store.delete("a1", rev, now=NOW)
    assert place.bytes() == before
    store.save(application(notes="mine"), store.load().revs["a1"], now=NOW)


def test_a_form_is_refused_when_its_application_was_deleted_or_its_id_taken(place: Place) -> None:
    store = place.open()
    add(store, "a1")
    rev = store.load().revs["a1"]
    with pytest.raises(StaleRecord):
        store.save(application(notes="another new one"), now=NOW)
    store.delete("a1", rev, now=NOW)
    with pytest.raises(StaleRecord, match="was deleted elsewhere"):
        store.save(application(notes="mine"), rev, now=NOW)


def test_another_version_with_the_same_number_is_another_version(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    rev = store.load().revs["a1"]
    synced = store.path.read_text().replace("Globex", "Initech")
    store.path.write_text(synced)
    with pytest.raises(StaleRecord, match="Initech"):
        store.save(application(notes="mine"), rev, now=NOW)


def test_the_settings_have_a_rev_too(place: Place) -> None:
    store = place.open()
    store.save_settings(Me(name="Kim"), Cadence(), now=NOW)
    with pytest.raises(StaleRecord, match="settings"):
        store.save_settings(Me(name="Lee"), Cadence(), now=NOW)
    store.save_settings(Me(name="Lee"), Cadence(), store.load().revs["settings"], now=NOW)
    assert place.open().load().facts.me.name == "Lee"


def test_logging_to_a_deleted_application_says_so(place: Place) -> None:
    store = place.open()
    with pytest.raises(NotThere, match="no longer there"):
        store.log("a1", touchpoint(), now=NOW, what="Logged")
    assert place.bytes() is None


def test_facts_that_do_not_hold_together_are_never_saved(place: Place) -> None:
    store = place.open()
    add(store, "a1")
    before = place.bytes()
    nobody = touchpoint(people=("nobody",))
    with pytest.raises(CannotRead, match=r"applications\[0\].touchpoints\[0\].people\[0\]"):
        store.log("a1", nobody, now=NOW, what="Logged")
    twice = application("a2").replace(people=application("a1").people, interviews=())
    with pytest.raises(CannotRead, match="is already the id of"):
        store.save(twice, now=NOW)
    with pytest.raises(CannotRead, match="is already the id of"):
        store.update("twice", lambda old: old.replace(applications=old.applications * 2), now=NOW)
    assert place.bytes() == before


@pytest.mark.parametrize(
    "extra", [float("nan"), (1, 2), 2**70, "\ud800", DAY, {1: 2}, b"bytes", object()]
)
def test_what_json_would_not_give_back_is_never_saved(place: Place, extra: object) -> None:
    store = place.open()
    add(store, "a1")
    before = place.bytes()
    with pytest.raises((CannotRead, ValueError)):
        store.update("top", lambda old: old.replace(extra=extra), now=NOW)
    with pytest.raises((CannotRead, ValueError)):
        store.save(application("a2", extra=extra), now=NOW)
    assert place.bytes() == before


def test_a_file_that_could_not_be_read_again_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = store_at(tmp_path)
    store.save(application(), now=NOW)
    before = store.path.read_bytes()
    monkeypatch.setattr(file_tables, "MAX_BYTES", len(before) + 100)
    with pytest.raises(CannotRead, match="the file would grow beyond"):
        store.save(application("a2"), now=NOW)
    assert store.path.read_bytes() == before


def test_facts_made_past_the_checks_are_never_saved(place: Place) -> None:
    store = place.open()
    naive = application().model_copy(update={"people": (Person.model_construct(id="p"),)})
    with pytest.raises((CannotRead, ValueError, AttributeError)):
        store.save(naive, now=NOW)
    assert place.bytes() is None


def test_an_error_inside_the_change_leaves_everything_as_it_was(place: Place) -> None:
    store = place.open()
    add(store, "a1")
    before = place.bytes()

    def broken(_: Facts) -> Facts:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.update("broken", broken, now=NOW)
    assert place.bytes() == before
    add(store, "a2")
    assert ids(store) == ["a1", "a2"]


def test_a_naive_now_is_a_mistake(place: Place) -> None:
    with pytest.raises(ValueError, match="aware"):
        place.open().snooze("k", NOW, now=NOW.replace(tzinfo=None))


def test_unknown_keys_are_kept_by_every_change(place: Place) -> None:
    store = place.open()
    one = application().replace(colour="red")
    store.update("import", lambda _: Facts(applications=(one,), plugin={"a": [1]}), now=NOW)  # type: ignore[call-arg]
    store = place.open()
    store.log("a1", touchpoint(), now=NOW, what="Logged")
    found = place.open().load().facts
    assert found.model_extra == {"plugin": {"a": [1]}}
    assert found.applications[0].model_extra == {"colour": "red"}


def test_the_file_is_tinydbs(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    store.snooze("thank_you:a1", NOW, now=NOW)
    with TinyDB(store.path) as db:
        assert {"_meta", "applications", "snoozes", "changes"} == db.tables()
        document = db.table("applications").all()[0]
    assert document["rev"] == 1
    assert Application.model_validate(document["record"]) == application()
    assert json.loads(store.path.read_bytes())["_meta"]["1"]["record"]["schema"] == 2


def test_tinydb_writes_in_a_transaction_only() -> None:
    with database(FileStorage({})) as db, pytest.raises(RuntimeError):
        table(db, "applications").insert({"rev": 1, "record": {}})


# Undo.


def test_every_use_case_can_be_undone(place: Place) -> None:
    store = place.open()
    add(store, "a1")
    add(store, "a2")
    revs = store.load().revs
    steps: list[Callable[[], Change]] = [
        lambda: store.save(application("a3"), now=NOW),
        lambda: store.save(application("a1", notes="new"), store.load().revs["a1"], now=NOW),
        lambda: store.log("a1", touchpoint(), now=NOW, what="Sent"),
        lambda: store.change_application(
            "a1", lambda one: changes.ended(one, "rejected", at=NOW), now=NOW, what="No"
        ),
        lambda: store.snooze("thank_you:a1:x", NOW + timedelta(days=1), now=NOW),
        lambda: store.skip("thank_you:a1:y", "why", now=NOW),
        lambda: store.save_settings(Me(name="Kim"), Cadence(preset="gentle"), now=NOW),
        lambda: store.delete("a1", store.load().revs["a1"], now=NOW),
    ]
    before: list[Facts] = []
    done: list[Change] = []
    for step in steps:
        before.append(store.load().facts)
        done.append(step())
        assert store.load().changes[-1].id == done[-1].id
        assert store.load().changes[-1].what == done[-1].what
        assert store.load().facts != before[-1]
    for facts_before, change in zip(reversed(before), reversed(done), strict=True):
        assert change.id
        assert store.undo(change.id, now=NOW).id is None
        assert place.open().load().facts == facts_before
    assert dict(store.load().revs) == dict(revs)


def test_deleting_takes_the_snoozes_along_and_undo_brings_them_back(place: Place) -> None:
    store = place.open()
    for name in ("a1", "a2", "a3"):
        add(store, name)
    store.snooze("thank_you:a2:x", NOW, now=NOW)
    store.skip("thank_you:a1", now=NOW)
    before = store.load().facts
    change = store.delete("a2", store.load().revs["a2"], now=NOW)
    assert change.snapshot.facts.snoozes == ()
    assert len(change.snapshot.facts.skips) == 1
    assert change.id
    assert store.undo(change.id, now=NOW).snapshot.facts == before


def test_undo_takes_back_its_own_change_and_no_other(place: Place) -> None:
    store = place.open()
    add(store, "a1")
    first = store.log("a1", touchpoint(), now=NOW, what="Sent")
    add(store, "a2")
    assert first.id
    store.undo(first.id, now=NOW)
    assert ids(store) == ["a1", "a2"]
    assert store.load().facts.applications[0].touchpoints == ()


def test_undo_is_refused_once_the_record_was_changed_again(place: Place) -> None:
    store = place.open()
    add(store, "a1")
    first = store.log("a1", touchpoint("t1"), now=NOW, what="Sent the thank-you")
    second = place.open().log("a1", touchpoint("t2"), now=NOW, what="Sent another")
    before = place.bytes()
    assert first.id
    assert second.id
    with pytest.raises(CannotUndo, match="“Sent the thank-you” cannot be undone"):
        store.undo(first.id, now=NOW)
    assert place.bytes() == before
    assert [each.id for each in store.load().changes] == [second.id]
    store.undo(second.id, now=NOW)
    store.undo(first.id, now=NOW)
    assert store.load().facts.applications == (application(),)


def test_a_change_made_twice_is_not_undone_by_the_first_of_the_two(place: Place) -> None:
    store = place.open()
    add(store, "a1")
    made = [
        store.save(application(company=name), store.load().revs["a1"], now=NOW)
        for name in ("B", "Globex", "B")
    ]
    with pytest.raises(CannotUndo, match="has been changed again since"):
        store.undo(made[0].id or "", now=NOW)


def test_an_undone_change_and_an_unknown_one_cannot_be_undone(place: Place) -> None:
    store = place.open()
    change = store.save(application(), now=NOW)
    assert change.id
    store.undo(change.id, now=NOW)
    for name in (change.id, "never"):
        with pytest.raises(CannotUndo, match="undone already, or lies too far back"):
            store.undo(name, now=NOW)


def test_a_deleted_application_comes_back_as_the_last_when_its_place_is_taken(
    place: Place,
) -> None:
    store = place.open()
    add(store, "a1")
    change = store.delete("a1", store.load().revs["a1"], now=NOW)
    add(store, "a2")
    assert change.id
    store.undo(change.id, now=NOW)
    assert ids(place.open()) == ["a2", "a1"]


def test_the_last_twenty_changes_can_be_undone(place: Place) -> None:
    store = place.open()
    for number in range(25):
        store.snooze(
            f"k{number}", NOW, now=NOW + timedelta(minutes=number), what=f"Snoozed {number}"
        )
    known = place.open().load().changes
    assert [each.what for each in known] == [f"Snoozed {number}" for number in range(5, 25)]
    assert known[-1].at == NOW + timedelta(minutes=24)


def test_large_changes_do_not_pile_up_in_the_file(place: Place) -> None:
    store = place.open()
    store.save(application(notes="x" * 90_000), now=NOW)
    for number in range(20):
        notes = f"{number}" + "x" * 90_000
        store.save(application(notes=notes), store.load().revs["a1"], now=NOW)
    assert len(place.bytes() or b"") < 1_300_000
    for number in range(18, 13, -1):
        store.undo(store.load().changes[-1].id, now=NOW)
        assert store.load().facts.applications[0].notes.startswith(f"{number}x")


def test_undo_survives_a_damaged_list_of_changes(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    tables = json.loads(store.path.read_bytes())
    row = tables["changes"]["1"]["record"]["rows"][0]
    row["table"] = "nonsense"
    tables["changes"]["2"] = {"rev": 0, "record": {"id": [1]}}
    store.path.write_text(json.dumps(tables))
    assert store.load().changes == ()
    add(store, "a2")
    assert ids(store_at(tmp_path)) == ["a1", "a2"]
    assert len(store.load().changes) == 1


def test_reordering_is_saved_and_undone(place: Place) -> None:
    store = place.open()
    for name in ("a1", "a2", "a3"):
        add(store, name)
    change = store.update(
        "turned", lambda old: old.replace(applications=old.applications[::-1]), now=NOW
    )
    assert ids(place.open()) == ["a3", "a2", "a1"]
    assert change.id
    store.undo(change.id, now=NOW)
    assert ids(place.open()) == ["a1", "a2", "a3"]


def test_two_snoozes_of_one_action_from_an_import_are_both_kept(place: Place) -> None:
    store = place.open()
    two = (Snooze(action="k", until=NOW), Snooze(action="k", until=NOW + timedelta(days=1)))
    store.update("import", lambda old: old.replace(snoozes=two), now=NOW)
    assert place.open().load().facts.snoozes == two


def test_an_application_called_settings_does_not_hide_the_settings(place: Place) -> None:
    store = place.open()
    add(store, "settings")
    rev = store.load().revs["settings"]
    store.save_settings(Me(name="Kim"), Cadence(), rev, now=NOW)
    with pytest.raises(StaleRecord):
        store.save(application("settings", notes="old form"), rev, now=NOW)


def test_the_store_brings_neither_streamlit_nor_pandas_nor_altair() -> None:
    code = "import sys, followup.store.store; print({'streamlit', 'pandas', 'altair'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
