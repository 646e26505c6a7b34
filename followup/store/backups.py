"""Rolling copies of the data file, in the user's data folder."""

import contextlib
import re
import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from followup.store.calls import Calls, make_folder, sync_folder, write_new
from followup.store.disk import stamp
from followup.store.errors import CannotOpen, CannotSave, because, cannot_open

EVERY = timedelta(minutes=10)
RECENT, DAILY, WEEKLY = 20, 14, 8
KEPT_LEFT, KEPT_OF_A_REASON = 10, 30
AUTO, LEFT = "auto", "left"

_NAME = re.compile(r"(\d{8}T\d{6})\d{6}Z-[0-9a-f]+\.([a-z-]+)\.json", re.ASCII)


def _moment(name: str) -> datetime:
    return datetime.strptime(name[:15], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)


def worth_keeping(names: Sequence[str]) -> set[str]:
    """Of automatic backups: the newest, and the last of each of the newest days and weeks."""
    ordered = sorted(names)
    keep = set(ordered[-RECENT:])
    for part, count in ((_day, DAILY), (_week, WEEKLY)):
        keep |= _last_of_each(ordered, part, count)
    return keep


def _day(name: str) -> str:
    return name[:8]


def _week(name: str) -> str:
    return f"{_moment(name):%G-%V}"


def _last_of_each(ordered: Sequence[str], part: Callable[[str], str], count: int) -> set[str]:
    last = {part(name): name for name in ordered}
    return {last[period] for period in sorted(last)[-count:]}


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy: when it was made, and why (“auto”, “before-import”, “by-hand”, …)."""

    name: str
    path: Path
    at: datetime
    reason: str


class Backups:
    """The backups of one data file. Call it under the lock."""

    def __init__(self, folder: Path, calls: Calls) -> None:
        self.folder = folder
        self._calls = calls
        self._last: tuple[datetime, str] | None = None
        self.warning: str | None = None  # about the last automatic one

    def names(self, *reasons: str) -> list[str]:
        """File names, oldest first: for these reasons, or all but what a killed writer left.

        Raises CannotOpen: “there are none” would let a lost file count as a new one.
        """
        try:
            found = self._calls.listdir(self.folder)
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            raise cannot_open(self.folder, error) from error
        matches = [match for match in map(_NAME.fullmatch, sorted(found)) if match]
        return [m[0] for m in matches if (m[2] in reasons if reasons else m[2] != LEFT)]

    def make(self, data: bytes, now: datetime, why: str) -> Path:
        """One more backup of data that was read without fault; raises OSError."""
        make_folder(self._calls, self.folder)
        path = self.folder / f"{stamp(now)}-{secrets.token_hex(3)}.{why}.json"
        temp = path.with_suffix(".tmp")
        try:
            write_new(self._calls, temp, data)
            self._calls.replace(temp, path)
            sync_folder(self._calls, self.folder)
        except OSError:
            with contextlib.suppress(OSError):
                self._calls.unlink(temp)
            raise
        return path

    def must_make(self, data: bytes, now: datetime, why: str) -> Path:
        """One without which nothing is to be changed; raises CannotSave."""
        try:
            path = self.make(data, now, why)
        except OSError as error:
            text = f"Nothing was changed, since no backup could be made first in {self.folder}"
            raise CannotSave(f"{text}: {because(error)}.") from error
        self._drop_older(why, KEPT_OF_A_REASON)
        return path

    def listed(self) -> list[Backup]:
        """All of them, newest first."""
        found = []
        for name in sorted([*self.names(), *self.names(LEFT)], reverse=True):
            match = _NAME.fullmatch(name)
            if match:
                found.append(Backup(name, self.folder / name, _moment(name), match[2]))
        return found

    def prune_left(self) -> None:
        """Of what killed writers left, the newest are enough."""
        self._drop_older(LEFT, KEPT_LEFT)

    def due(self, digest: str, now: datetime) -> bool:
        """At the first save of a run, then every ten minutes if the file has changed."""
        if self._last is None:
            return True
        at, last = self._last
        return last != digest and abs(now - at) >= EVERY

    def make_automatic(self, data: bytes, digest: str, now: datetime) -> None:
        """One that is due. If it fails `warning` says so, and the save goes on."""
        self._last = (now, digest)
        self.warning = None
        try:
            self.make(data, now, AUTO)
            self._prune()
        except OSError as error:
            self.warning = f"No backup could be made in {self.folder}: {because(error)}."

    def _prune(self) -> None:
        with contextlib.suppress(CannotOpen):
            autos = self.names(AUTO)
            self._drop(set(autos) - worth_keeping(autos))

    def _drop_older(self, reason: str, kept: int) -> None:
        with contextlib.suppress(CannotOpen):
            self._drop(self.names(reason)[:-kept])

    def _drop(self, names: Iterable[str]) -> None:
        for name in names:
            with contextlib.suppress(OSError):
                self._calls.unlink(self.folder / name)
