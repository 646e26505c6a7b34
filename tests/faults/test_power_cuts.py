"""Power cuts: whatever a disk may then hold is the state before or after, and what was said to be saved is there."""

import random
from pathlib import Path

import pytest

from followup.model.errors import FollowupError
from tests.builders.files import add, store_at
from tests.faults.cases import CASES, start, state
from tests.faults.conftest import Share, Tally
from tests.faults.power import Files, Recorded

BACKED_UP = ("import", "restore", "mend")  # those that promise a backup first


def states_after_a_cut(
    name: str, folder: Path, *, deaf: str = "", exchanging: bool = True
) -> list[tuple[bool, Files]]:
    """Each with whether the save had said by then that it is saved."""
    start(name, folder)
    record = Recorded.of(folder)
    CASES[name].save(store_at(folder, record.calls(deaf=deaf, exchanging=exchanging)))
    found: dict[tuple[bool, frozenset[tuple[Path, bytes]]], Files] = {}
    for after in range(len(record.steps) + 1):
        said = after == len(record.steps)
        for files in record.left_by_a_cut(after):
            found[said, frozenset(files.items())] = files
    return [(said, files) for (said, _), files in found.items()]


def put(files: Files, old: Path, new: Path) -> None:
    """These files, which were in one folder, in another."""
    for path, data in files.items():
        place = new / path.relative_to(old)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


def what_is_wrong(name: str, folder: Path, before: object, after: object, *, said: bool) -> str:
    """ "" if the folder holds what it may."""
    try:
        found = state(folder)
    except FollowupError as error:
        return f"cannot be read: {error}"
    if found not in ((after,) if said else (before, after)):
        return "what was saved is gone" if said else "neither the state before nor the one after"
    if name in BACKED_UP and found == after:
        start(name, old := folder.with_name(f"{folder.name} old"))
        want = (old / "data.json").read_bytes()
        if want not in [each.read_bytes() for each in (folder / "backups").glob("*.json")]:
            return "no backup of what was there before"
    return ""


def both_states(name: str, folder: Path) -> tuple[object, object]:
    start(name, folder)
    before = state(folder)
    CASES[name].save(store_at(folder))
    return before, state(folder)


def test_whatever_a_power_cut_leaves_is_the_state_before_or_after(
    tmp_path: Path, tally: Tally, share: Share
) -> None:
    tried = 0
    for number, (name, exchanging) in enumerate((n, e) for n in CASES for e in (True, False)):
        before, after = both_states(name, tmp_path / f"{number}")
        folder = tmp_path / f"{number} saved"
        every = states_after_a_cut(name, folder, exchanging=exchanging)
        for place, (said, files) in enumerate(random.Random(1).sample(every, share(len(every)))):
            put(files, folder, tmp_path / f"{number} {place}")
            wrong = what_is_wrong(name, tmp_path / f"{number} {place}", before, after, said=said)
            assert not wrong, f"{name}, {exchanging}, {place}: {wrong}: {sorted(map(str, files))}"
            tried += 1
    tally.says(f"{tried} states of the disk after a power cut: 0 wrong, 0 acknowledged saves lost")


def test_the_folders_that_the_first_save_made_are_there_after_a_power_cut(tmp_path: Path) -> None:
    record = Recorded()
    add(store_at(tmp_path / "new" / "deeper", record.calls()), "a1")
    assert record.folders >= {tmp_path / "new", tmp_path / "new" / "deeper"}
    for files in record.left_by_a_cut(len(record.steps)):
        assert tmp_path / "new" / "deeper" / "data.json" in files
        assert any(path.parent.name == "backups" for path in files)


@pytest.mark.parametrize("deaf", ["sync", "folder"])
def test_without_an_fsync_a_power_cut_would_lose_it(tmp_path: Path, deaf: str) -> None:
    before, after = both_states("new", tmp_path / "model")
    wrong = 0
    for place, (said, files) in enumerate(states_after_a_cut("new", tmp_path / "saved", deaf=deaf)):
        put(files, tmp_path / "saved", tmp_path / f"{place}")
        wrong += bool(what_is_wrong("new", tmp_path / f"{place}", before, after, said=said))
    assert wrong, "this test would see it"
