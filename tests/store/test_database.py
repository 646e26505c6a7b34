"""What only a database can do to one's data: show it to others, break off in the middle, be moved in and out."""

import json
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from followup.cli import main
from followup.model.errors import CannotRead, FollowupError
from followup.model.facts import Facts
from followup.store.database.connections import Connections
from followup.store.database.database_store import DatabaseStore, connected
from followup.store.database.schema import LATEST
from followup.store.errors import CannotOpen, CannotSave
from followup.store.unsent import Habits, Unsent, UnsentText
from tests.builders.files import NOW, add, application, ids, store_at, touchpoint
from tests.store.cut import When, way
from tools.hosted.postgres import OWNER, Cluster

Open = Callable[[], DatabaseStore]


@pytest.fixture
def owner(tmp_path: Path) -> str:
    return str(tmp_path)


@pytest.fixture
def anew(connections: Connections, owner: str) -> Open:
    """The store as one more process opens it."""
    return lambda: DatabaseStore(connections, owner)


def test_a_file_moved_in_and_out_again_is_the_same_to_the_byte(anew: Open, tmp_path: Path) -> None:
    file = store_at(tmp_path)
    for name in ("a1", "a2", "a3"):
        add(file, name)
    file.delete("a2", file.load().revs["a2"], now=NOW)
    file.log("a1", touchpoint(text="a\x00b 🎉 1e2"), now=NOW, what="Sent")
    file.update(
        "Keys", lambda old: Facts.model_validate({**dict(old), "z": [1e2], "a": 1}), now=NOW
    )
    before, store = file.path.read_bytes(), anew()
    add(store, "mine")
    change = store.move_in(before, now=NOW)
    assert anew().move_out() == before
    assert anew().load().facts == file.load().facts
    assert anew().load().changes == file.load().changes, "what could be undone still can"
    assert change.id
    store.undo(change.id, now=NOW)
    assert ids(anew()) == ["mine"]


def test_a_file_with_a_bad_record_keeps_it_and_a_file_that_is_none_changes_nothing(
    anew: Open, tmp_path: Path
) -> None:
    file = store_at(tmp_path)
    for name in ("a1", "a2"):
        add(file, name)
    broken = json.loads(file.path.read_bytes())
    broken["applications"]["1"]["record"]["company"] = 7
    store = anew()
    store.move_in(json.dumps(broken).encode(), now=NOW)
    (bad,) = store.load().bad
    assert ids(store) == ["a2"]
    add(store, "a3")
    assert anew().load().bad == (bad,)
    store.bad_records.mend(bad, bad.text.replace("7", '"Globex"', 1), now=NOW)
    assert ids(anew()) == ["a1", "a2", "a3"]
    broken["applications"]["1"] = "no row"
    with pytest.raises(CannotRead, match=r"applications\.1"):
        store.move_in(json.dumps(broken).encode(), now=NOW)
    assert ids(anew()) == ["a1", "a2", "a3"]


def test_another_process_sees_each_kind_of_change_as_a_new_one_would(anew: Open) -> None:
    """Only rows that changed are read again: what is known then is what is there."""
    one, other = anew(), anew()
    steps: list[Callable[[], object]] = [
        lambda: add(one, "a1"),
        lambda: add(one, "a2"),
        lambda: one.log("a1", touchpoint(), now=NOW, what="Sent"),
        lambda: one.snooze("k", NOW + timedelta(days=1), now=NOW),
        lambda: one.update(
            "Turned", lambda f: f.replace(applications=f.applications[::-1]), now=NOW
        ),
        lambda: one.undo(one.load().changes[-1].id, now=NOW),
        lambda: one.delete("a1", one.load().revs["a1"], now=NOW),
        lambda: one.undo(one.load().changes[-1].id, now=NOW),
        lambda: one.update("Keys", lambda f: Facts.model_validate({**dict(f), "x": 1}), now=NOW),
        lambda: [one.skip(f"k{n}", now=NOW) for n in range(25)],
        lambda: one.backups.restore(one.backups.list()[-1].name, now=NOW),
        lambda: add(one, "a9"),
        one.delete_all,
        lambda: add(one, "a8"),
    ]
    for number, step in enumerate(steps):
        step()
        seen, fresh = other.load(), anew().load()
        assert (number, replace(seen, warnings=())) == (number, replace(fresh, warnings=()))


def test_what_did_not_change_elsewhere_stays_the_same_object(anew: Open) -> None:
    one, other = anew(), anew()
    for name in ("a1", "a2"):
        add(one, name)
    before = other.load()
    assert other.load() is before
    one.log("a2", touchpoint(), now=NOW, what="Sent")
    after = other.load()
    same = [
        a is b for a, b in zip(before.facts.applications, after.facts.applications, strict=True)
    ]
    assert same == [True, False]


@pytest.mark.parametrize("words", [b"COMMIT", b"update owners", b"for update"])
@pytest.mark.parametrize("when", ["before", "in", "after"])
def test_a_connection_cut_in_a_save_loses_and_doubles_nothing(
    cluster: Cluster, anew: Open, owner: str, words: bytes, when: When
) -> None:
    add(anew(), "a1")
    with way(cluster.port, words, when) as cut:
        connections = Connections(cluster.url().replace(str(cluster.port), str(cut.port)))
        store, runs = DatabaseStore(connections, owner), iter(range(9))
        store.load()

        def change(facts: Facts) -> Facts:
            new = application(f"n{next(runs)}", people=(), interviews=())
            return facts.replace(applications=(*facts.applications, new))

        cut.armed = True
        made = store.update("Added", change, now=NOW)
        assert not cut.armed, "it was cut"
        found = anew().load()
        assert len(found.facts.applications) == 2
        assert found.facts == made.snapshot.facts == store.load().facts
        assert found.changes[-1].id == made.id
        connections.close()


def test_a_database_that_is_silent_is_a_sentence(cluster: Cluster) -> None:
    with way(cluster.port, b"", "before") as cut:
        cut.armed = True
        url = cluster.url().replace(str(cluster.port), str(cut.port))
        cut.close()
    store = DatabaseStore(Connections(url, patience=0.2), "x")
    with pytest.raises(CannotOpen, match=r"does not answer .*127\.0\.0\.1"):
        store.load()
    with pytest.raises(CannotOpen):
        add(store, "a1")
    assert "does not answer" in store.unsent.load().problem


def test_each_sees_only_their_own_whatever_they_claim(cluster: Cluster, anew: Open) -> None:
    add(anew(), "a1")
    anew().unsent.remember(Habits(tone="warm"), now=NOW)
    tables = ("owners", "rows", "commits", "backups", "unsent")
    with psycopg.connect(cluster.url(), autocommit=True) as connection:
        for claim in ("", "x", "%", "' or '1'='1"):
            connection.execute("select set_config('app.owner', %s, false)", (claim,))
            for table in tables:
                counted = connection.execute(f"select count(*) from {table}").fetchone()
                assert counted == (0,), (table, claim)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("insert into unsent (owner, data) values ('another', '{}')")
        for statement in (
            "alter table rows no force row level security",
            "drop policy own on rows",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(statement)
    with psycopg.connect(cluster.url(OWNER)) as connection:
        for table in tables:
            assert connection.execute(f"select count(*) from {table}").fetchone() == (0,), table


@pytest.mark.parametrize("role", [OWNER, "postgres"])
def test_a_role_that_would_see_all_is_refused(cluster: Cluster, role: str) -> None:
    with pytest.raises(FollowupError, match="owns nothing"):
        connected(cluster.url(role))


def test_tables_that_are_not_there_yet_are_said_and_made_once(
    cluster: Cluster, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with psycopg.connect(cluster.url("postgres"), autocommit=True) as connection:
        connection.execute("create database empty owner followup_owner")
    with pytest.raises(FollowupError, match="migrate"):
        connected(cluster.url(database="empty"))
    monkeypatch.setenv("FOLLOWUP_DATABASE", cluster.url(OWNER, "empty"))
    for said in (f"The tables: 0 → {LATEST}.", f"The tables are at {LATEST}."):
        assert main(["migrate"]) == 0
        assert capsys.readouterr().out.strip() == said
    assert main(["plan"]) == 2, "a file is not what is meant"
    assert "FOLLOWUP_DATABASE is set" in capsys.readouterr().err
    connected(cluster.url(database="empty")).close()
    connected.cache_clear()


def test_deleted_whole_nothing_is_left(anew: Open, connections: Connections, owner: str) -> None:
    store = anew()
    add(store, "a1")
    store.unsent.remember(Habits(tone="warm"), now=NOW)
    store.delete_all()
    assert (ids(store), store.backups.list(), store.unsent.load()) == ([], (), Unsent())
    with pytest.raises(CannotSave):
        store.move_out()
    add(store, "a2")
    assert ids(anew()) == ["a2"]


def test_what_is_unsent_is_there_for_another_process_and_each_save_keeps_the_others(
    anew: Open,
) -> None:
    text = UnsentText(at=NOW, subject="Thanks", body="a\x00 🎉")
    anew().unsent.keep("one", text, now=NOW)
    anew().unsent.keep("two", text, now=NOW)
    anew().unsent.keep("one", None, now=NOW)
    assert anew().unsent.load() == Unsent({"two": text})


_QUIET = """
    create schema quiet;
    create function quiet.pg_notify(text, text) returns void language plpgsql
        as $$ begin raise feature_not_supported; end $$;
    grant usage on schema quiet to public;
"""


def test_an_engine_without_notify_saves_all_the_same(cluster: Cluster, owner: str) -> None:
    with psycopg.connect(cluster.url(OWNER), autocommit=True) as admin:
        admin.execute(_QUIET)
    url = f"{cluster.url()}?options=-csearch_path%3Dquiet,public,pg_catalog"
    with closing(Connections(url)) as without:
        store = DatabaseStore(without, owner)
        for name in ("a1", "a2"):
            add(store, name)
        assert ids(DatabaseStore(without, owner)) == ["a1", "a2"]
