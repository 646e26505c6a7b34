"""What a power cut may leave of a save: the calls are written down, and every state is made that a disk may then hold.

A file that was not synced may be whole, half, empty or full of zeros. Of the names in a folder that was not synced any
may be old and any new (the weakest that POSIX allows; ext4 and xfs keep their order).
"""

import itertools
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from followup.store.file.calls import Calls
from tests.builders.files import QUICK

Names = dict[Path, int | None]  # which file has this name; None: there is no such name
Files = dict[Path, bytes]


@dataclass
class Recorded:
    """What happened to the disk, in order: ("names", …), ("write", file, …), ("sync", file), ("folder", path)."""

    names: Names = field(default_factory=dict)
    data: dict[int, bytes] = field(default_factory=dict)
    steps: list[tuple[Any, ...]] = field(default_factory=list)
    folders: set[Path] = field(default_factory=set)  # that were made

    @classmethod
    def of(cls, folder: Path) -> "Recorded":
        """All that is there is safe on the disk by now."""
        made = cls()
        for path in (path for path in folder.rglob("*") if path.is_file()):
            made.names[path] = len(made.data)
            made.data[len(made.data)] = path.read_bytes()
        return made

    def calls(self, *, deaf: str = "", exchanging: bool = True) -> Calls:
        """The system's calls, written down; what is `deaf` ("sync", "folder") is not heeded."""
        taps = _Taps(self, deaf)
        made = replace(QUICK, open=taps.open, write=taps.write, fsync=taps.fsync, link=taps.link)
        exchange = taps.exchange if exchanging and QUICK.exchange else None
        made = replace(made, replace=taps.replace, unlink=taps.unlink, exchange=exchange)
        return replace(made, mkdir=taps.mkdir)

    def left_by_a_cut(self, after: int) -> Iterator[Files]:
        """Every state that the disk may hold after so many steps."""
        steps = self.steps[:after]
        renamed = [(place, step[1]) for place, step in enumerate(steps) if step[0] == "names"]
        unsure = [
            place
            for place, changed in renamed
            if ("folder", next(iter(changed)).parent) not in steps[place:]
        ]
        for chosen in itertools.product((False, True), repeat=len(unsure)):
            lost = {place for place, kept in zip(unsure, chosen, strict=True) if not kept}
            names = dict(self.names)
            for place, changed in renamed:
                names.update({} if place in lost else changed)
            there = {
                path: file
                for path, file in names.items()
                if file is not None
                and path not in self.folders
                and all(names.get(each) is not None for each in self.folders & {*path.parents})
            }
            for how in _PARTS:
                data = self._data(steps, how)
                yield {path: data.get(file, b"") for path, file in there.items()}

    def _data(
        self, steps: list[tuple[Any, ...]], how: Callable[[bytes], bytes]
    ) -> dict[int, bytes]:
        data = dict(self.data)
        dirty: set[int] = set()
        for step in steps:
            if step[0] == "write":
                data[step[1]] = data.get(step[1], b"") + step[2]
                dirty.add(step[1])
            elif step[0] == "sync":
                dirty.discard(step[1])
        return {file: how(data[file]) if file in dirty else data[file] for file in data}


class _Taps:
    """The calls, each written down once it has worked."""

    def __init__(self, record: Recorded, deaf: str) -> None:
        self._steps, self._folders, self._deaf = record.steps, record.folders, deaf
        self._now = dict(record.names)
        self._numbers = itertools.count(len(record.data))
        self._open: dict[int, Path] = {}

    def _note(self, *step: Any) -> None:
        if step[0] != self._deaf:
            self._steps.append(step)

    def _rename(self, changed: Names) -> None:
        self._now.update(changed)
        self._note("names", changed)

    def open(self, path: Path, flags: int, *rest: int) -> int:
        fd = QUICK.open(path, flags, *rest)
        self._open[fd] = path
        if flags & os.O_CREAT and self._now.get(path) is None:
            self._rename({path: next(self._numbers)})
        return fd

    def write(self, fd: int, data: Any) -> int:
        self._note("write", self._now[self._open[fd]], bytes(data))
        return QUICK.write(fd, data)

    def fsync(self, fd: int) -> None:
        path = self._open[fd]
        self._note(*(("folder", path) if path.is_dir() else ("sync", self._now[path])))

    def exchange(self, one: Path, other: Path) -> None:
        assert QUICK.exchange is not None
        QUICK.exchange(one, other)
        self._rename({one: self._now[other], other: self._now[one]})

    def link(self, one: Path, other: Path) -> None:
        QUICK.link(one, other)
        self._rename({other: self._now[one]})

    def replace(self, one: Path, other: Path) -> None:
        QUICK.replace(one, other)
        self._rename({other: self._now[one], one: None})

    def unlink(self, path: Path) -> None:
        QUICK.unlink(path)
        self._rename({path: None})

    def mkdir(self, path: Path, mode: int) -> None:
        QUICK.mkdir(path, mode)
        self._folders.add(path)
        self._rename({path: next(self._numbers)})


_PARTS: tuple[Callable[[bytes], bytes], ...] = (
    lambda data: data,
    lambda _: b"",
    lambda data: data[: len(data) // 2],
    lambda data: b"\0" * len(data),
)
