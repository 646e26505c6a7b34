"""The folder of backups: rolling copies of the data file, by default in the user's data folder."""

import contextlib
import re
import secrets
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from followup.store.errors import CannotOpen, CannotSave, because, cannot_open
from followup.store.file.calls import Calls, make_folder, sync_folder, write_new
from followup.store.file.disk import stamp
from followup.store.state import Backup

EVERY = timedelta(minutes=10)
RECENT, DAILY, WEEKLY = 20, 14, 8
KEPT_LEFT, KEPT_OF_A_REASON = 10, 30
AUTO, LEFT = "auto", "left"

_FIRST, _LAST = datetime(1970, 1, 1, tzinfo=UTC), datetime(9999, 1, 1, tzinfo=UTC)
_NAME = re.compile(r"(\d{8}T\d{6})\d{6}Z-[0-9a-f]+\.([a-z-]+)\.json", re.ASCII)


def _moment(name: str) -> datetime:
    """When it was made, in UTC; the first moment of all for a name that was given by hand and is no date."""
    try:
        found = datetime.fromisoformat(name[:15]).replace(
            tzinfo=UTC
        )  # strptime would import something in a save
    except ValueError:
        return _FIRST
    return min(max(found, _FIRST), _LAST)  # in no zone it leaves the years that there are


def by_age(names: Iterable[str], now: datetime, made: str = "") -> list[str]:
    """The oldest first, and what was just `made` last.

    A stamp from the future is a wrong clock's: it says nothing, and counts as the oldest.
    """
    present = stamp(now)
    return sorted(names, key=lambda name: (name == made, name[: len(present)] <= present, name))


def worth_keeping(names: Iterable[str], now: datetime, made: str = "") -> set[str]:
    """Of automatic backups: the newest, and the last of each of the newest days and weeks."""
    ordered = by_age(names, now, made)
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
    return set([*last.values()][-count:])


def described(name: str) -> Backup | None:
    """The backup that has this name; None: it is no backup's."""
    match = _NAME.fullmatch(name)
    return Backup(name, _moment(name), match[2]) if match else None


class BackupFolder:
    """The folder of one data file's backups. What makes or drops one is called under the file's lock."""

    def __init__(self, folder: Path, calls: Calls) -> None:
        self.path = folder
        self._calls = calls
        self._last: tuple[datetime, str] | None = None
        self.warning: str | None = None  # about the last automatic one

    def names(self, *reasons: str) -> list[str]:
        """File names, oldest first: for these reasons, or all but what a killed writer left.

        Raises CannotOpen: “there are none” would let a lost file count as a new one.
        """
        try:
            found = self._calls.listdir(self.path)
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            raise cannot_open(self.path, error) from error
        matches = [match for match in map(_NAME.fullmatch, sorted(found)) if match]
        return [m[0] for m in matches if (m[2] in reasons if reasons else m[2] != LEFT)]

    def make(self, data: bytes, now: datetime, why: str) -> Path:
        """One more backup of data that was read without fault; raises OSError."""
        make_folder(self._calls, self.path)
        path = self.path / f"{stamp(now)}-{secrets.token_hex(3)}.{why}.json"
        temp = path.with_suffix(".tmp")
        try:
            write_new(self._calls, temp, data)
            self._calls.replace(temp, path)
            sync_folder(self._calls, self.path)
        except OSError:
            with contextlib.suppress(OSError):
                self._calls.unlink(temp)
            raise
        return path

    def must_make(self, data: bytes, now: datetime, why: str) -> Backup:
        """One without which nothing is to be changed; raises CannotSave."""
        try:
            path = self.make(data, now, why)
        except OSError as error:
            text = f"Nothing was changed, since no backup could be made first in {self.path}"
            raise CannotSave(f"{text}: {because(error)}.") from error
        self._drop_older(why, KEPT_OF_A_REASON, now, path.name)
        return Backup(path.name, _moment(path.name), why)

    def listed(self) -> list[Backup]:
        """All of them, newest first."""
        names = sorted([*self.names(), *self.names(LEFT)], reverse=True)
        return [each for each in map(described, names) if each]

    def prune_left(self, now: datetime) -> None:
        """Of what killed writers left, the newest are enough."""
        self._drop_older(LEFT, KEPT_LEFT, now)

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
            self._prune(now, self.make(data, now, AUTO).name)
        except OSError as error:
            self.warning = f"No backup could be made in {self.path}: {because(error)}."

    def _prune(self, now: datetime, made: str) -> None:
        with contextlib.suppress(CannotOpen):
            autos = self.names(AUTO)
            self._drop(set(autos) - worth_keeping(autos, now, made))

    def _drop_older(self, reason: str, kept: int, now: datetime, made: str = "") -> None:
        with contextlib.suppress(CannotOpen):
            self._drop(by_age(self.names(reason), now, made)[:-kept])

    def _drop(self, names: Iterable[str]) -> None:
        for name in names:
            with contextlib.suppress(OSError):
                self._calls.unlink(self.path / name)
