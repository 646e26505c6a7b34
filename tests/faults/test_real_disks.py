"""Power cuts on real file systems: at each disk call a save is cut off on an image of ext4 and of xfs.

The image is copied at that moment: it holds what the kernel had handed to the disk by then and nothing of what it still
kept in memory. The copy is mounted, so that the journal is played back, and opened. Needs root, and is no part of
`make test`.
"""

import os
import random
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from followup.store.file.calls import SYSTEM, Calls
from tests.builders.files import store_at
from tests.faults.cases import CASES, start
from tests.faults.conftest import FULL, Tally
from tests.faults.test_power_cuts import both_states, what_is_wrong

MEGABYTES = {"ext4": 16, "xfs": 320}
MAKE = {"ext4": ("mkfs.ext4", "-q"), "xfs": ("mkfs.xfs", "-q", "-f")}


@contextmanager
def mounted(image: Path) -> Iterator[Path]:
    place = image.with_suffix(".mounted")
    place.mkdir()
    subprocess.run(["mount", "-o", "loop", str(image), str(place)], check=True, capture_output=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", str(place)], check=True)
        place.rmdir()


def made(kind: str, folder: Path) -> Path:
    image = folder / f"{kind}.image"
    with image.open("wb") as file:
        file.truncate(MEGABYTES[kind] * 1024**2)
    subprocess.run([*MAKE[kind], str(image)], check=True, capture_output=True)
    return image


def copied(image: Path, to: Path) -> None:
    """What has reached the disk by now."""
    subprocess.run(["cp", "--sparse=auto", str(image), str(to)], check=True)


def why_not(kind: str, folder: Path) -> str:
    if not FULL:
        return "mounts images of disks: `make faults` alone does"
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which(MAKE[kind][0]):
        return f"needs root and {MAKE[kind][0]}"
    try:
        with mounted(made(kind, folder)):
            return ""
    except subprocess.CalledProcessError as error:
        return f"an image cannot be mounted here: {error.stderr.decode().strip()}"


def watching(before: Callable[[], None], *, deaf: bool) -> Calls:
    """The system's calls, in front of each of which something happens; `deaf` leaves fsync out."""

    def wrapped(call: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: Any) -> Any:
            before()
            return call(*arguments)

        return run

    table = {each.name: getattr(SYSTEM, each.name) for each in fields(Calls)}
    table["fsync"] = (lambda _: None) if deaf else SYSTEM.fsync
    return replace(SYSTEM, **{name: call and wrapped(call) for name, call in table.items()})


def cut(image: Path, name: str, written_back: float, *, deaf: bool = False) -> list[Path]:
    """Copies of the disk at each call of a save, and one from when it had said that it is saved.

    `written_back` is how often, from 0 to 1, the kernel had just handed all that it kept to the disk.
    """
    copies: list[Path] = []
    chance = random.Random(f"{name}{written_back}")

    def handed_over() -> None:
        subprocess.run(["sync", "-f", str(image.with_suffix(".mounted"))], check=True)

    def snap() -> None:
        if chance.random() < written_back:
            handed_over()
        to = image.with_name(f"{image.stem}-{len(copies)}.image")
        copied(image, to)
        copies.append(to)

    with mounted(image) as place:
        start(name, place / "d")
        handed_over()
        CASES[name].save(store_at(place / "d", watching(snap, deaf=deaf)))
        copies.append(image.with_name(f"{image.stem}-saved.image"))
        copied(image, copies[-1])
    return copies


def wrong_ones(
    kind: str, folder: Path, name: str, written_back: float, *, deaf: bool = False
) -> tuple[int, list[str]]:
    folder.mkdir()
    image = made(kind, folder)
    before, after = both_states(name, folder / "model")
    copies = cut(image, name, written_back, deaf=deaf)
    wrong = []
    for number, copy in enumerate(copies, start=1):
        with mounted(copy) as place:
            shutil.copytree(place / "d", folder / f"found {number}")
        copy.unlink()
        said = number == len(copies)
        if found := what_is_wrong(name, folder / f"found {number}", before, after, said=said):
            wrong.append(f"{name}, call {number}, {written_back}: {found}")
    return len(copies), wrong


@pytest.mark.parametrize("kind", MEGABYTES)
def test_a_power_cut_at_each_disk_call(kind: str, tmp_path: Path, tally: Tally) -> None:
    if why := why_not(kind, tmp_path):
        pytest.skip(why)
    tried = 0
    for number, name in enumerate(CASES):
        written_back = (0, 1, 0.2)[number % 3]
        cuts, wrong = wrong_ones(kind, tmp_path / f"{number}", name, written_back)
        assert not wrong, wrong
        tried += cuts
        shutil.rmtree(tmp_path / f"{number}")
    _, wrong = wrong_ones(kind, tmp_path / "deaf", "new", 0, deaf=True)
    assert any("what was saved is gone" in each for each in wrong), "without fsync it would be seen"
    tally.says(
        f"{tried} power cuts on {kind}: 0 wrong states, 0 acknowledged saves lost (and without fsync: lost)"
    )
