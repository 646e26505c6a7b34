"""The database's disk is full: a save says so, nothing is half saved, and what was typed stays until there is room.

The data of a real server lies on a small disk of its own, which the tests fill. That asks for root.
"""

import os
import re
import secrets
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import Page, expect

from followup.store.database.connections import Connections
from followup.store.database.database_store import DatabaseStore
from followup.store.errors import CannotOpen, CannotSave, NotSynced
from followup.store.unsent import Unsent, UnsentText
from tests.browser.conftest import chromium, idle
from tests.builders import at
from tests.builders.files import NOW, add, application, ids
from tests.builders.globex import facts
from tests.faults.conftest import Tally
from tests.served import CHECKOUT, ROOT, Server, free_port
from tools.hosted.postgres import Cluster, programs

SIZE = "128m"
FULL = "the disk of the database is full"
PAGES_NOW = "09-16 12:30"


class SmallDisk:
    """A server whose data lies on a disk with an end."""

    def __init__(self, cluster: Cluster, place: Path) -> None:
        self.cluster = cluster
        self._ballast = place / "ballast"

    def fill(self) -> None:
        """Not a page more can be written."""
        with suppress(OSError), self._ballast.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(4096))

    def free(self) -> None:
        """There is room again."""
        self._ballast.unlink()


@pytest.fixture
def disk() -> Iterator[SmallDisk]:
    where = programs()
    if where is None:
        pytest.skip("no PostgreSQL here: install Debian's package postgresql")
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("mounts a small disk: needs root")
    with tempfile.TemporaryDirectory(prefix="followup-small-") as name, ExitStack() as ends:
        call = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", name]
        made = subprocess.run(call, capture_output=True, text=True, check=False)
        if made.returncode:
            pytest.skip(f"a small disk cannot be mounted here: {made.stderr.strip()}")
        ends.callback(subprocess.run, ["umount", "--lazy", name], check=True)
        cluster = Cluster(where, Path(name), free_port())
        ends.callback(_end, cluster)
        cluster.make()
        yield SmallDisk(cluster, Path(name))


def _end(cluster: Cluster) -> None:
    with suppress(RuntimeError):  # a test may have ended it
        cluster.stop("immediate")


def long_text() -> str:
    """One that the server cannot pack into the room it has."""
    return secrets.token_hex(5_000)


def test_a_full_disk_is_said_nothing_is_half_saved_and_with_room_the_same_save_works(
    disk: SmallDisk, tally: Tally
) -> None:
    with closing(Connections(disk.cluster.url())) as connections:
        store, another = (DatabaseStore(connections, name) for name in ("one", "another"))
        add(store, "a1")
        another.save(application("theirs", notes=long_text()), now=NOW)
        before, data, theirs = store.load(), store.move_out(), another.move_out()
        changed = application("a1", notes=long_text())
        draft = UnsentText(at=NOW, subject="", body=long_text())
        writes: list[Callable[[], object]] = [
            lambda: store.save(changed, before.revs["a1"], now=NOW),
            lambda: store.unsent.keep("one", draft, now=NOW),
            lambda: store.move_in(theirs, now=NOW),
            lambda: another.backups.make(now=NOW),
        ]
        disk.fill()
        for write in writes * 5:
            with pytest.raises(CannotSave, match=FULL):
                write()
            fresh = DatabaseStore(connections, "one")
            assert fresh.move_out() == data
            assert fresh.load() == store.load() == before
            assert fresh.unsent.load() == Unsent()
            assert len(another.backups.list()) == 1
        disk.free()
        made = store.save(changed, before.revs["a1"], now=NOW)
        seen = DatabaseStore(connections, "one").load()
        assert seen.facts.applications == (changed,)
        assert [each.id for each in seen.changes] == [made.id], "it came once"
    tally.says(f"{5 * len(writes)} writes on a database's full disk: refused, nothing half saved")


def test_a_server_that_falls_over_its_full_disk_loses_and_doubles_nothing(disk: SmallDisk) -> None:
    """It panics where its log has no room: whether the last save is there is not known until it stands again."""
    with closing(Connections(disk.cluster.url(), patience=1)) as connections:
        store = DatabaseStore(connections, "one")
        add(store, "a1")
        before = store.load()
        disk.fill()
        with psycopg.connect(disk.cluster.url("postgres"), autocommit=True) as administrator:
            administrator.execute("select pg_switch_wal()")
        with pytest.raises(NotSynced, match="is not known"):
            add(store, "a2")
        with pytest.raises(CannotOpen, match="does not answer"):
            store.load()
        disk.free()
        disk.cluster.start()
        assert store.load() == before
        add(store, "a2")
        assert ids(DatabaseStore(connections, "one")) == ["a1", "a2"]


@pytest.mark.browser
@pytest.mark.wide
@pytest.mark.skipif(chromium() is None, reason="no Chromium here: set CHROMIUM, or install it")
def test_a_page_says_it_keeps_what_was_typed_and_saves_it_once_there_is_room(
    page: Page, disk: SmallDisk, tmp_path: Path
) -> None:
    text = long_text()
    told = {"FOLLOWUP_DATABASE": disk.cluster.url(), "FOLLOWUP_NOW": at(PAGES_NOW).isoformat()}
    with (
        closing(Connections(disk.cluster.url())) as connections,
        Server(CHECKOUT, ROOT, tmp_path, **told) as server,
    ):
        store = DatabaseStore(connections, "passphrase")
        store.update("Entered", lambda _: facts(), now=at(PAGES_NOW))
        page.goto(f"{server.address}/interviews?application=g&edit=1")
        idle(page)
        disk.fill()
        said = page.get_by_label("… and how it ends", exact=True).first
        said.fill(text)
        idle(page)
        save = page.get_by_role("button", name="Save", exact=True)
        save.click()
        expect(page.get_by_test_id("stBottom").get_by_text(FULL)).to_be_visible()
        idle(page)
        expect(said).to_have_value(text)
        assert store.load().facts == facts()
        disk.free()
        save.click()
        expect(page).to_have_url(re.compile("application=g$"))
        assert text in store.load().facts.model_dump_json()
