"""Breakages of our own storage, a line each. `python -m tests.faults.mutants` tries whether the tests catch them."""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


_WHOLE = ("followup", "pages", "data", "assets", ".streamlit", "tests", "tools")
_SINGLE = ("pyproject.toml", "app.py")
_LEFT_OUT = ("test_mutants.py", "test_two_tabs.py", "followup*.json")
_LAST = {"store": ("tests/store", "tests/faults"), "server": ("tests/test_server.py",)}


@dataclass(frozen=True)
class Mutant:
    """One line of followup/store or followup/server written otherwise; `found` stands once in the file."""

    name: str
    file: str
    found: str
    instead: str
    tests: str


MUTANTS = tuple(
    Mutant(**each)
    for each in tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["mutant"]
)


def broken(mutant: Mutant) -> str:
    """The text of its file with the line written otherwise."""
    text = (ROOT / "followup" / mutant.file).read_text(encoding="utf-8")
    assert text.count(mutant.found) == 1, f"{mutant.name}: the line is not what it was"
    return text.replace(mutant.found, mutant.instead)


def caught(mutant: Mutant) -> bool:
    """Whether a test fails once the line is written otherwise, in a copy of the project."""
    with tempfile.TemporaryDirectory() as made:
        copy = Path(made)
        for name in _WHOLE:
            ignored = shutil.ignore_patterns("__pycache__", *_LEFT_OUT)
            shutil.copytree(ROOT / name, copy / name, ignore=ignored)
        for name in _SINGLE:
            shutil.copy(ROOT / name, copy / name)
        path = copy / "followup" / mutant.file
        path.write_text(broken(mutant), encoding="utf-8")
        last = _LAST[mutant.file.partition("/")[0]]
        return any(not _passes(copy, each) for each in (mutant.tests, *last))


def _passes(copy: Path, tests: str) -> bool:
    words = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", tests]
    usual = {name: value for name, value in os.environ.items() if name != "FOLLOWUP_FAULTS"}
    try:
        done = subprocess.run(
            words, cwd=copy, env=usual, capture_output=True, check=False, timeout=300
        )
    except subprocess.TimeoutExpired:
        return True  # a slow computer is no proof
    assert done.returncode in (0, 1), (done.stdout + done.stderr).decode()
    return done.returncode == 0


if __name__ == "__main__":
    for each in MUTANTS:
        print("caught  " if caught(each) else "SURVIVED", each.name, flush=True)
