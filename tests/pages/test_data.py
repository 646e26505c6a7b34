"""The page Data: backups and the way back, other versions, and what cannot be read."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from followup.model.facts import Facts
from followup.model.lossless.codec import encode
from followup.store.file_store import FileStore
from tests.builders import applied, facts, interview
from tests.pages.conftest import NOW, Start

PAGE = str(Path(__file__).resolve().parents[2] / "pages" / "record" / "data.py")
AT = datetime.fromisoformat(NOW)
Stored = Callable[[], Facts]


@pytest.fixture
def store(data_file: Path, monkeypatch: pytest.MonkeyPatch) -> FileStore:
    """One application in the file."""
    monkeypatch.setenv("FOLLOWUP_NOW", NOW)
    made = FileStore(data_file)
    made.update("Filled", lambda _: facts(applied("Globex", interview())), now=AT)
    return made


def page() -> AppTest:
    at = AppTest.from_file(PAGE, default_timeout=30).run()
    assert not at.exception
    return at


def said(at: AppTest) -> str:
    return "\n".join(each.value for each in at.markdown)


def emptied(store: FileStore) -> None:
    store.update("Emptied", lambda old: old.replace(applications=()), now=AT)


def test_it_says_where_the_file_is(app: object, store: FileStore) -> None:
    at = page()
    assert str(store.path) in [each.value for each in at.code]
    assert "1 application" in said(at)


def test_a_backup_is_previewed_restored_and_undone(
    app: object, store: FileStore, stored: Stored
) -> None:
    name = store.backups.make(now=AT).name
    emptied(store)
    at = page()
    assert "1 application" in said(at)
    assert "1 more than now" in said(at)
    at.button(key=f"data_restore_{name}").click().run()
    assert "1 application would come back" in said(at)
    assert stored().applications == ()
    at.button(key="data_restore_yes").click().run()
    assert [each.company for each in stored().applications] == ["Globex"]
    change = at.session_state["feedback_history"][0].change
    store.undo(change.id, now=AT)
    assert stored().applications == ()


def test_a_restore_can_be_cancelled(app: object, store: FileStore, stored: Stored) -> None:
    name = store.backups.make(now=AT).name
    emptied(store)
    at = page()
    at.button(key=f"data_restore_{name}").click().run()
    at.button(key="data_restore_no").click().run()
    assert "would come back" not in said(at)
    assert stored().applications == ()


def test_back_up_now(app: object, store: FileStore) -> None:
    page().button(key="data_back_up").click().run()
    assert "by-hand" in {each.reason for each in store.backups.list()}


def spoil(store: FileStore) -> None:
    tables: Any = json.loads(store.path.read_bytes())
    tables["applications"]["1"]["record"]["company"] = 7
    store.path.write_text(json.dumps(tables))


def test_a_bad_record_is_shown_and_mended(app: object, store: FileStore, stored: Stored) -> None:
    spoil(store)
    at = page()
    assert "must be text" in said(at)
    area = at.text_area(key="data_bad_applications.1")
    assert json.loads(area.value or "")["company"] == 7
    at.button(key="data_bad_applications.1_save").click().run()
    assert "must be text" in said(at), "still bad"
    mended = (area.value or "").replace('"company": 7', '"company": "Globex"')
    at.text_area(key="data_bad_applications.1").set_value(mended)
    at.button(key="data_bad_applications.1_save").click().run()
    assert not at.exception
    assert [each.company for each in stored().applications] == ["Globex"]
    assert "cannot be read" not in said(at)


def test_a_bad_record_is_removed(app: object, store: FileStore) -> None:
    spoil(store)
    page().button(key="data_bad_applications.1_remove").click().run()
    assert store.load().bad == ()
    assert "before-mending" in {each.reason for each in store.backups.list()}


def test_another_version_is_compared_taken_over_and_put_away(
    app: object, store: FileStore, stored: Stored
) -> None:
    copy = store.path.with_name("followup (1).json")
    copy.write_bytes(store.path.read_bytes())
    emptied(store)
    at = page()
    (box,) = [each for each in at.checkbox if "Globex" in each.label]
    assert "only there" in box.label
    box.check()
    at.button(key="data_take_over_followup (1).json").click().run()
    assert [each.company for each in stored().applications] == ["Globex"]
    assert "nothing that is not here" in said(at)
    at.button(key="data_put_away_followup (1).json").click().run()
    assert not copy.exists()
    assert "conflict" in {each.reason for each in store.backups.list()}


def test_what_differs_is_shown_field_by_field(app: object, store: FileStore) -> None:
    copy = store.path.with_name("followup (1).json")
    copy.write_bytes(store.path.read_bytes().replace(b'"notes": ""', b'"notes": "Theirs"', 1))
    at = page()
    assert not at.exception
    assert "Theirs" in said(at)
    assert "here" in said(at)


def test_hostile_text_is_shown_as_written(app: object, store: FileStore) -> None:
    copy = store.path.with_name("followup (1).json")
    copy.write_bytes(store.path.read_bytes().replace(b"Globex", b"![x](http://evil.example)", 1))
    emptied(store)
    at = page()
    labels = " ".join(each.label for each in at.checkbox)
    assert "![x](" not in labels
    assert "evil" in labels


def uploaded(at: AppTest, content: bytes) -> AppTest:
    return at.file_uploader[0].set_value(("mine.json", content, "application/json")).run()


def test_an_export_is_previewed_imported_and_undone(
    app: object, store: FileStore, stored: Stored
) -> None:
    export = encode(stored())
    emptied(store)
    at = uploaded(page(), export)
    assert "1 application comes in" in said(at)
    assert stored().applications == ()
    at.button(key="data_import_yes").click().run()
    assert not at.exception
    assert encode(stored()) == export
    assert "before-import" in {each.reason for each in store.backups.list()}
    assert "comes in" not in said(at), "the uploader is empty again"
    store.undo(at.session_state["feedback_history"][0].change.id, now=AT)
    assert stored().applications == ()


def test_the_settings_of_an_export_come_in_when_they_are_asked_for(
    app: object, store: FileStore, stored: Stored
) -> None:
    theirs = stored().replace(me=stored().me.replace(name="Robin"))
    at = uploaded(page(), encode(theirs))
    assert "nothing that is not here" in said(at)
    at.toggle(key="data_import_settings").set_value(True).run()
    assert "The settings replace yours" in said(at)
    at.button(key="data_import_yes").click().run()
    assert stored().me.name == "Robin"


def test_what_is_no_export_is_refused_with_a_sentence(app: object, store: FileStore) -> None:
    at = uploaded(page(), b"\0" * 50)
    assert not at.exception
    assert "zero bytes" in " ".join(each.value for each in at.error)
    assert not [each for each in at.button if each.key == "data_import_yes"]


def test_a_table_is_no_export_and_the_page_says_where_it_belongs(
    app: object, store: FileStore
) -> None:
    at = page()
    assert "goes into the line on top of Today" in said(at)
    at.file_uploader[0].set_value(("apps.csv", b"Company;Role\nGlobex;Clerk\n", "text/csv")).run()
    assert not at.exception
    assert "apps" in at.error[0].value
    assert "JSON" not in at.error[0].value
    assert "goes into the line on top of Today" in said(at)


def test_the_link_of_the_import_leads_to_today(app: Start) -> None:
    at = app(facts(applied("Globex", interview())), page="pages/record/data.py")
    at.button(key="data_import_elsewhere").click().run()
    assert not at.exception
    assert at.chat_input
