"""Every kind of save, from a prepared folder; and disks that fail in ten ways."""

import contextlib
import errno
import os
import signal
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import cache
from pathlib import Path
from typing import Any

from followup.model.errors import FollowupError
from followup.model.settings import Me
from followup.store.file.calls import Calls
from followup.store.file_store import FileStore
from tests.builders.files import NOW, QUICK, add, application, store_at, touchpoint
from tests.store.disks import count_calls

Folder = dict[Path, bytes]
State = tuple[object, ...]


@dataclass(frozen=True)
class Case:
    """A kind of save, and what its folder holds before."""

    prepare: Callable[[Path], object]
    save: Callable[[FileStore], object]


def _two(folder: Path) -> None:
    add(store_at(folder), "a1")
    add(store_at(folder), "a2")


def _two_and_a_bad_one(folder: Path) -> None:
    _two(folder)
    add(store_at(folder), "a3")
    path = folder / "data.json"
    head, _, tail = path.read_text().rpartition('"company"')
    path.write_text(f'{head}"firm"{tail}')


def _mend(store: FileStore) -> None:
    (bad,) = store.load().bad
    store.bad_records.mend(bad, bad.text.replace("firm", "company"), now=NOW)


def _restore(store: FileStore) -> None:
    store.backups.restore(store.backups.list()[-1].name, now=NOW)


CASES = {
    "the first of all": Case(lambda _: None, lambda store: add(store, "new")),
    "new": Case(_two, lambda store: add(store, "new")),
    "log": Case(_two, lambda store: store.log("a1", touchpoint(), now=NOW, what="Sent")),
    "snooze": Case(_two, lambda store: store.snooze("status_check:a1", NOW, now=NOW)),
    "settings": Case(
        _two,
        lambda store: store.save_settings(Me(name="Kim"), store.load().facts.cadence, now=NOW),
    ),
    "delete": Case(_two, lambda store: store.delete("a1", store.load().revs["a1"], now=NOW)),
    "undo": Case(_two, lambda store: store.undo(store.load().changes[-1].id, now=NOW)),
    "import": Case(
        _two,
        lambda store: store.update(
            "Import",
            lambda facts: facts.replace(applications=(application("new"),)),
            now=NOW,
            before="before-import",
        ),
    ),
    "restore": Case(_two, _restore),
    "mend": Case(_two_and_a_bad_one, _mend),
    "beside a bad one": Case(_two_and_a_bad_one, lambda store: add(store, "new")),
}


@cache
def _prepared(name: str) -> Folder:
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        CASES[name].prepare(folder)
        paths = [path for path in folder.rglob("*") if path.is_file()]
        return {path.relative_to(folder): path.read_bytes() for path in paths}


def start(name: str, folder: Path) -> None:
    """The folder as it is before this kind of save."""
    folder.mkdir(parents=True)
    for path, data in _prepared(name).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def state(folder: Path) -> State:
    """All that the file holds."""
    shot = store_at(folder).load()
    return shot.facts, shot.bad


def attempt(name: str, folder: Path, calls: Calls) -> str:
    """Why it says that it has not saved; empty when it says that it has."""
    try:
        CASES[name].save(store_at(folder, calls))
    except FollowupError as error:
        return str(error)
    return ""


WAYS = (
    "error",
    "error after it worked",
    "no right",
    "full",
    "full from here on",
    "broken from here on",
    "short write",
    "full in the middle of a write",
    "death",
    "death in the middle of it",
)
DEATHS = WAYS[-2:]


def _die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _half(call: Callable[..., Any], name: str, arguments: tuple[Any, ...]) -> Any:
    """Half of a write; of another call the whole."""
    if name == "write":
        fd, data = arguments
        return call(fd, data[: max(1, len(data) // 2)])
    return call(*arguments)


def failing(way: str, at: int, *, exchange: bool) -> Calls:
    """The system's calls, of which the one with this number fails in this way."""
    count = 0

    def wrapped(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any) -> Any:
            nonlocal count
            count += 1
            if count == at or (count > at and "from here on" in way):
                return _fail(way, name, call, arguments)
            return call(*arguments)

        return run

    table: dict[str, Any] = {each.name: getattr(QUICK, each.name) for each in fields(Calls)}
    if not exchange:
        table["exchange"] = None
    return replace(QUICK, **{name: call and wrapped(name, call) for name, call in table.items()})


def _fail(way: str, name: str, call: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
    if way in DEATHS:
        if way != "death":
            with contextlib.suppress(OSError):
                _half(call, name, arguments)
        _die()
    if way == "full from here on" and name in (
        "read",
        "stat",
        "fstat",
        "close",
        "unlink",
        "listdir",
    ):
        return call(*arguments)
    done = None
    if name == "close" or way == "error after it worked":  # a file is closed whatever is said of it
        done = call(*arguments)
    elif way == "short write" or "middle" in way:
        done = _half(call, name, arguments)
    if way == "short write":
        return done
    number = errno.EACCES if way == "no right" else errno.ENOSPC if "full" in way else errno.EIO
    raise OSError(number, os.strerror(number))


def calls_of(name: str, folder: Path, *, exchange: bool) -> int:
    """How many calls this kind of save makes when nothing fails."""
    start(name, folder)
    return count_calls(lambda calls: CASES[name].save(store_at(folder, calls)), exchange=exchange)
