"""A record that cannot be read never takes the others with it, and stays in the file as it is."""

import contextlib
import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.model.errors import CannotRead, NotThere
from followup.model.settings import Me
from followup.store.errors import CannotSave
from followup.store.file.bad_rows import sort_out
from followup.store.file_store import FileStore
from tests.builders.files import NOW, add, application, ids, store_at, touchpoint
from tests.explore import examples

Spoil = Callable[[Any], object]


def _record(tables: Any, number: str = "2") -> Any:
    return tables["applications"][number]["record"]


# Each: how the second of three applications is spoiled, where that is, and a word of the sentence.
BAD: dict[str, tuple[Spoil, str, str]] = {
    "no object": (lambda t: t["applications"].update({"2": 3}), "applications.2", "must be an object"),
    "no record": (lambda t: t["applications"]["2"].pop("record"), "applications.2", "“record”"),
    "rev": (lambda t: t["applications"]["2"].update(rev=True), "applications.2.rev", "whole number"),
    "missing field": (lambda t: _record(t).pop("company"), "applications.2.company", "is missing"),
    "naive": (
        lambda t: _record(t)["interviews"][0].update(starts_at="2026-09-18T10:00:00"),
        "applications.2.interviews[0].starts_at",
        "no offset",
    ),
    "touchpoint": (
        lambda t: _record(t).update(touchpoints=[{"id": "t"}]),
        "applications.2.touchpoints[0].at",
        "is missing",
    ),
    "stranger": (
        lambda t: _record(t)["interviews"][0].update(interviewers=["x"]),
        "applications.2.interviews[0].interviewers[0]",
        "“x” is no person",
    ),
    "twin": (
        lambda t: t["applications"].update({"2": t["applications"]["1"]}),
        "applications.2.id",
        "already the id of applications.1",
    ),
    "twin inside": (
        lambda t: _record(t).update(touchpoints=[], people=[{"id": "a1-ann", "name": "B"}], interviews=[]),
        "applications.2.people[0].id",
        "already the id of applications.1",
    ),
    "twin with a name like a path": (
        lambda t: [_record(t, n).update(id="applications[77]") for n in "12"],
        "applications.2.id",
        "already the id of",
    ),
}  # fmt: skip
each_bad = pytest.mark.parametrize(("spoil", "path", "words"), BAD.values(), ids=BAD.keys())


def spoiled(folder: Path, spoil: Spoil) -> FileStore:
    store = store_at(folder)
    for name in ("a1", "a2", "a3"):
        add(store, name)
    edit(store, spoil)
    return store_at(folder)


def edit(store: FileStore, change: Spoil) -> None:
    tables = json.loads(store.path.read_bytes())
    change(tables)
    store.path.write_text(json.dumps(tables))


def row_text(store: FileStore, number: str = "2") -> str:
    """The row as the file has it, to the order of its keys."""
    return json.dumps(json.loads(store.path.read_bytes())["applications"][number])


@each_bad
def test_the_others_are_read_and_it_is_shown_with_its_path_and_text(
    tmp_path: Path, spoil: Spoil, path: str, words: str
) -> None:
    store = spoiled(tmp_path, spoil)
    before = store.path.read_bytes()
    shot = store.load()
    assert [each.id.replace("applications[77]", "a1") for each in shot.facts.applications] == [
        "a1",
        "a3",
    ]
    (bad,) = shot.bad
    assert bad.path == "applications.2"
    assert bad.problems[0].path == path
    assert words in bad.problems[0].message
    row = json.loads(before)["applications"]["2"]
    whole = isinstance(row, dict) and "record" in row and path != "applications.2.rev"
    assert json.loads(bad.text) == (row["record"] if whole else row)
    assert store.path.read_bytes() == before, "reading changes nothing"


@each_bad
def test_every_kind_of_save_keeps_it_as_it_is(
    tmp_path: Path, spoil: Spoil, path: str, words: str
) -> None:
    store = spoiled(tmp_path, spoil)
    row = row_text(store)
    first = store.load().facts.applications[0].id
    logged = store.log(first, touchpoint(), now=NOW, what="Sent")
    assert row_text(store) == row
    add(store, "a4")
    store.undo(logged.id or "", now=NOW)
    assert row_text(store) == row
    store.delete("a3", store.load().revs["a3"], now=NOW)
    before = store.path.read_bytes()
    # The twin would come in the place of the one that is to go.
    twin = "already the id of" in words
    refused = pytest.raises(CannotSave, match="Mend or remove it")
    with refused if twin else contextlib.nullcontext():
        store.update("None", lambda facts: facts.replace(applications=()), now=NOW)
    assert (store.path.read_bytes() == before) is twin
    assert row_text(store) == row
    add(store, "a5")
    assert row_text(store) == row
    fresh = store_at(tmp_path).load()
    assert fresh.facts == store.load().facts
    assert fresh.bad == store.load().bad


def test_a_mended_record_is_one_of_the_others_again_and_that_can_be_undone(tmp_path: Path) -> None:
    store = spoiled(tmp_path, BAD["missing field"][0])
    (bad,) = store.load().bad
    whole = store.path.read_bytes()
    with pytest.raises(CannotRead, match="company: is missing"):
        store.bad_records.mend(bad, bad.text, now=NOW)
    with pytest.raises(CannotRead, match=r"from . to ."):
        store.bad_records.mend(bad, "[]", now=NOW)
    with pytest.raises(CannotRead, match="cut off"):
        store.bad_records.mend(bad, "{", now=NOW)
    assert store.path.read_bytes() == whole
    good = json.dumps({**json.loads(bad.text), "company": "Acme"})
    change = store.bad_records.mend(bad, good, now=NOW)
    assert ids(store) == ids(store_at(tmp_path)) == ["a1", "a2", "a3"]
    assert store.load().bad == ()
    assert "before-mending" in {each.reason for each in store.backups.list()}
    store.undo(change.id or "", now=NOW)
    assert store.path.read_bytes() == whole


def test_a_removed_record_is_gone_from_the_file_and_comes_back_by_undo(tmp_path: Path) -> None:
    store = spoiled(tmp_path, BAD["no object"][0])
    (bad,) = store.load().bad
    whole = store.path.read_bytes()
    change = store.bad_records.remove(bad, now=NOW)
    assert store.load().bad == ()
    assert "2" not in json.loads(store.path.read_bytes())["applications"]
    store.undo(change.id or "", now=NOW)
    assert store.path.read_bytes() == whole


def test_a_record_that_was_changed_since_it_was_shown_is_left(tmp_path: Path) -> None:
    store = spoiled(tmp_path, BAD["missing field"][0])
    (bad,) = store.load().bad
    edit(store, lambda tables: _record(tables).update(notes="from the other computer"))
    before = store.path.read_bytes()
    with pytest.raises(NotThere, match="changed meanwhile"):
        store.bad_records.remove(bad, now=NOW)
    with pytest.raises(NotThere, match="changed meanwhile"):
        store.bad_records.mend(bad, "{}", now=NOW)
    assert store.path.read_bytes() == before


def test_settings_that_cannot_be_read_stay_until_they_are_mended(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    add(store, "a1")
    store.save_settings(Me(name="Kim"), store.load().facts.cadence, now=NOW)
    edit(store, lambda t: t["settings"]["1"]["record"]["me"].update(time_zone="Nowhere"))
    shot = store.load()
    assert shot.facts.me == Me()
    assert [each.path for each in shot.bad] == ["settings.1"]
    assert shot.bad[0].problems[0].path == "settings.1.me.time_zone"
    with pytest.raises(CannotSave, match=r"“settings\.1” in the file cannot be read\. Mend"):
        store.save_settings(Me(name="Ann"), shot.facts.cadence, now=NOW)
    add(store, "a2")
    text = shot.bad[0].text.replace("Nowhere", "Europe/Paris")
    store.bad_records.mend(shot.bad[0], text, now=NOW)
    assert store.load().facts.me == Me(name="Kim", time_zone="Europe/Paris")


def test_a_second_row_of_settings_is_set_aside(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    store.save_settings(Me(name="Kim"), store.load().facts.cadence, now=NOW)
    edit(store, lambda t: t["settings"].update({"2": {"rev": 1, "record": {}}}))
    assert store.load().facts.me == Me(name="Kim")
    assert [each.path for each in store.load().bad] == ["settings.2"]


def test_all_bad_records_are_named(tmp_path: Path) -> None:
    store = store_at(tmp_path)
    for number in range(9):
        add(store, f"a{number}")
    store.path.write_text(store.path.read_text().replace('"company"', '"firm"'))
    assert len(store.load().bad) == 9
    assert store.load().facts.applications == ()


def test_a_twin_of_a_row_that_is_bad_itself_is_good(tmp_path: Path) -> None:
    rows = {
        str(number): {"rev": 1, "record": application(name).model_dump(mode="json")}
        for number, name in enumerate(("x", "y", "z"), start=1)
    }
    rows["2"]["record"]["people"][0]["id"] = "x"  # type: ignore[index]
    rows["2"]["record"]["interviews"] = []  # type: ignore[index]
    rows["3"]["record"]["people"].append({"id": "y", "name": "Twin of the second"})  # type: ignore[index]
    good, aside, bad = sort_out({"applications": rows})
    assert list(good["applications"]) == ["1", "3"]
    assert list(aside["applications"]) == ["2"]
    assert [each.path for each in bad] == ["applications.2"]


@given(st.data())
@examples(150)
def test_whatever_is_done_to_a_row_the_good_ones_hold_together_and_nothing_is_lost(
    data: st.DataObject,
) -> None:
    made = {
        str(number): {"rev": 1, "record": application(f"a{number}").model_dump(mode="json")}
        for number in range(1, 5)
    }
    tables: Any = {
        "_meta": {"1": {"rev": 0, "record": {"format": "followup-store", "schema": 1}}},
        "applications": copy.deepcopy(made),
    }
    junk = st.sampled_from([None, 3, "a1", [], {}, ["a1-ann"], {"id": "a2"}, "a1-ann", True])
    for _ in range(data.draw(st.integers(1, 3))):
        row = tables["applications"][data.draw(st.sampled_from(sorted(made)))]
        if not isinstance(row["record"], dict):
            continue
        holders = [each for each in (row, row["record"], *_objects(row["record"])) if each]
        holder = data.draw(st.sampled_from(holders))
        holder[data.draw(st.sampled_from(sorted(holder)))] = copy.deepcopy(data.draw(junk))
    good, aside, bad = sort_out(tables)
    together = {name: {**good.get(name, {}), **aside.get(name, {})} for name in (*good, *aside)}
    assert {name: dict(sorted(rows.items())) for name, rows in together.items()} == tables
    assert len(bad) == sum(map(len, aside.values()))
    again, nothing, _ = sort_out(good)
    assert (again, nothing) == (good, {})
    untouched = {n for n, row in tables["applications"].items() if row == made[n]}
    assert len(untouched) == 0 or good.get("applications")


def _objects(record: Any) -> list[Any]:
    lists = [value for value in record.values() if isinstance(value, list)]
    return [item for items in lists for item in items if isinstance(item, dict)]
