"""A long, random life of the file, with faults, crashes, other writers and new starts, against a plain model."""

import errno
import os
import shutil
import signal
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from followup.model.errors import FollowupError
from followup.model.settings import Me
from followup.store.errors import NotSynced
from followup.store.file_store import FileStore
from tests.builders.files import NOW, application, store_at, touchpoint
from tests.explore import TIMES
from tests.faults.conftest import Share, Tally
from tests.store.disks import failing_at, watched, write_from_outside

Model = tuple[str, dict[str, tuple[str, ...]]]  # my name; the applications with their touchpoints
Change = Callable[[FileStore], object]

_steps = 0


class Life(RuleBasedStateMachine):
    """One file, used by one program that may fail, die, or be started again, and by others."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.store = store_at(self.folder)
        self.me = ""
        self.applications: dict[str, tuple[str, ...]] = {}
        self.backup: tuple[str, Model] | None = None
        self.count = 0

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    # ---- what is changed: what it does to the store, and to the model

    def _name(self) -> str:
        self.count += 1
        return f"n{self.count}"

    def _changes(self, kind: str, place: int) -> tuple[Change, Model]:
        names = sorted(self.applications)
        applications = dict(self.applications)
        if kind == "me" or (kind in ("log", "delete") and not names):
            name = self._name()

            def rename(store: FileStore) -> object:
                shot = store.load()
                return store.save_settings(
                    Me(name=name), shot.facts.cadence, shot.revs.get("settings", 0), now=NOW
                )

            return rename, (name, applications)
        if kind == "add":
            name = self._name()
            return lambda store: store.save(application(name), now=NOW), (
                self.me,
                {**applications, name: ()},
            )
        of = names[place % len(names)]
        if kind == "log":
            sent = self._name()
            applications[of] = (*applications[of], sent)
            return lambda store: store.log(of, touchpoint(sent), now=NOW, what="Sent"), (
                self.me,
                applications,
            )
        del applications[of]
        return lambda store: store.delete(of, store.load().revs[of], now=NOW), (
            self.me,
            applications,
        )

    def _is(self, model: Model) -> None:
        self.me, self.applications = model[0], dict(model[1])

    def _found(self) -> Model:
        facts = store_at(self.folder).load().facts
        return facts.me.name, {
            each.id: tuple(one.id for one in each.touchpoints) for each in facts.applications
        }

    def _settled(self, *allowed: Model) -> None:
        found = self._found()
        assert found in allowed
        self._is(found)

    kinds = st.sampled_from(["add", "add", "log", "log", "me", "delete"])
    places = st.integers(0, 7)

    @rule(kind=kinds, place=places)
    def change(self, kind: str, place: int) -> None:
        change, after = self._changes(kind, place)
        change(self.store)
        self._is(after)

    @rule(kind=kinds, place=places)
    def change_and_undo(self, kind: str, place: int) -> None:
        change, _ = self._changes(kind, place)
        made = change(self.store)
        self.store.undo(made.id, now=NOW)  # type: ignore[attr-defined]

    @rule(kind=kinds, place=places)
    def another_copy_of_the_program_changes(self, kind: str, place: int) -> None:
        change, after = self._changes(kind, place)
        change(store_at(self.folder))
        self._is(after)

    @rule(
        kind=kinds,
        place=places,
        at=st.integers(1, 60),
        error=st.sampled_from([errno.EIO, errno.ENOSPC, errno.EACCES]),
        after=st.booleans(),
        exchange=st.booleans(),
    )
    def a_disk_call_fails(
        self, kind: str, place: int, at: int, error: int, after: bool, exchange: bool
    ) -> None:
        change, new = self._changes(kind, place)
        self.store = store_at(self.folder, failing_at(at, error, after=after, exchange=exchange))
        old = self.me, self.applications
        try:
            change(self.store)
        except NotSynced:
            self._settled(new)
        except FollowupError:
            self._settled(old, new)  # a call may fail after it has worked
        else:
            self._settled(new)
        self.store = store_at(self.folder)

    @precondition(lambda _: hasattr(os, "fork"))
    @rule(kind=kinds, place=places, at=st.integers(1, 60))
    def it_is_killed(self, kind: str, place: int, at: int) -> None:
        change, new = self._changes(kind, place)

        def before(number: int, name: str, arguments: tuple[object, ...]) -> None:
            if number == at:
                os.kill(os.getpid(), signal.SIGKILL)

        child = os.fork()
        if child == 0:  # pragma: no cover - in the process that dies
            status = 1
            try:
                change(store_at(self.folder, watched(before)))
                status = 0
            finally:
                os._exit(status)
        status = os.waitpid(child, 0)[1]
        if status == 0:
            self._settled(new)
        else:
            assert status == signal.SIGKILL
            self._settled((self.me, self.applications), new)

    @precondition(lambda self: self.store.path.exists())
    @rule()
    def a_sync_service_brings_another_version(self) -> None:
        name = self._name()
        write_from_outside(self.store.path, name)
        self.applications[name] = ()

    @precondition(lambda self: self.store.path.exists())
    @rule(at=st.integers(1, 40))
    def a_sync_service_brings_one_while_we_save(self, at: int) -> None:
        theirs, ours = self._name(), self._name()
        copies = set(self.folder.glob("data.conflict-*"))
        wrote = False

        def before(number: int, name: str, arguments: tuple[object, ...]) -> None:
            nonlocal wrote
            if number == at:
                write_from_outside(self.store.path, theirs)
                wrote = True

        store_at(self.folder, watched(before)).save(application(ours), now=NOW)
        both = {**self.applications, theirs: (), ours: ()}
        if not wrote:
            self._settled((self.me, {**self.applications, ours: ()}))
        elif new := set(self.folder.glob("data.conflict-*")) - copies:
            assert theirs in new.pop().read_text()
            self._settled((self.me, {**self.applications, ours: ()}))
        else:  # before ours, or after it by building on ours
            self._settled((self.me, both))

    @precondition(lambda self: self.store.path.exists())
    @rule()
    def back_up(self) -> None:
        self.backup = self.store.backups.make(now=NOW).name, (self.me, dict(self.applications))

    @precondition(lambda self: self.backup is not None)
    @rule(undo=st.booleans())
    def restore(self, undo: bool) -> None:
        assert self.backup
        if self.backup[0] not in {each.name for each in self.store.backups.list()}:
            return  # of each reason only the newest are kept
        change = self.store.backups.restore(self.backup[0], now=NOW)
        if undo and change.id:
            self.store.undo(change.id, now=NOW)
        elif change.id or not undo:
            self._is(self.backup[1])

    @rule()
    def it_is_started_again(self) -> None:
        self.store = store_at(self.folder)

    @invariant()
    def the_file_holds_what_the_model_says(self) -> None:
        global _steps  # noqa: PLW0603 - hypothesis makes the machines; this is their only common place
        _steps += 1
        assert self._found() == (self.me, self.applications)
        assert {each.id for each in self.store.load().facts.applications} == set(self.applications)
        assert self.store.load().bad == ()


@pytest.mark.hypothesis  # one of those that `make explore` runs
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_long_random_life(tally: Tally, share: Share) -> None:
    global _steps  # noqa: PLW0603
    _steps = 0
    runs = share(500) * TIMES
    machine = Life.TestCase
    machine.settings = settings(
        max_examples=runs, stateful_step_count=40, suppress_health_check=list(HealthCheck)
    )
    machine("runTest").runTest()
    assert _steps > runs * 5
    tally.says(f"{runs} lives of up to 40 steps, {_steps} states: each as the plain model says")
