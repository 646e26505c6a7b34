"""Breakages of our own storage, a line each. `python -m tests.faults.mutants` tries whether the tests catch them."""

import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Mutant:
    """One line of followup/store that is written otherwise; `found` stands once in the file."""

    name: str
    file: str
    found: str
    instead: str
    tests: str


MUTANTS = tuple(
    Mutant(**each)
    for each in tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["mutant"]
)


def caught(mutant: Mutant, tests: Sequence[str] = ()) -> bool:
    """Whether a test fails once the line is written otherwise, in a copy of the project."""
    with tempfile.TemporaryDirectory() as made:
        copy = Path(made)
        ignored = shutil.ignore_patterns("__pycache__", "browser", "pages", "playbook", "messages")
        shutil.copytree(ROOT / "followup" / "model", copy / "followup" / "model", ignore=ignored)
        shutil.copytree(ROOT / "followup" / "store", copy / "followup" / "store", ignore=ignored)
        shutil.copytree(ROOT / "tests" / "store", copy / "tests" / "store", ignore=ignored)
        for name in ("pyproject.toml", "followup/__init__.py"):
            shutil.copy(ROOT / name, copy / name)
        path = copy / "followup" / "store" / mutant.file
        text = path.read_text(encoding="utf-8")
        assert text.count(mutant.found) == 1, f"{mutant.name}: the line is not what it was"
        path.write_text(text.replace(mutant.found, mutant.instead), encoding="utf-8")
        return any(not _passes(copy, each) for each in tests or (mutant.tests, "tests/store"))


def _passes(copy: Path, tests: str) -> bool:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", tests],
        cwd=copy,
        capture_output=True,
        check=False,
        timeout=600,
    )
    assert done.returncode in (0, 1), done.stdout.decode()
    return done.returncode == 0


if __name__ == "__main__":
    for each in MUTANTS:
        print("caught  " if caught(each) else "SURVIVED", each.name, flush=True)
