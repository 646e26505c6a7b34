"""The wheel: what is in it, and that it needs no checkout."""

import os
import subprocess
import sys
import tomllib
import urllib.request
import zipfile
from pathlib import Path

import pytest

from followup.exchange.demo import demo_facts
from followup.model.lossless.codec import encode
from tests.builders import at
from tests.served import served_by
from tests.test_house import ROOT
from tests.wheel import OF_THE_USER, built, installed


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def program(wheel: Path) -> Path:
    return installed(wheel, wheel.parents[1])


def test_the_wheel_holds_all_that_runs_and_nothing_of_the_users(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    code = {
        path.relative_to(ROOT).as_posix()
        for path in ROOT.glob("followup/**/*")
        if path.is_file() and path.suffix != ".pyc"
    }
    beside = {
        f"followup/installed/{path.relative_to(ROOT).as_posix()}"
        for pattern in (
            "app.py",
            "pages/**/*.py",
            "assets/*",
            "data/templates/**/*.j2",
            "data/demo.json",
            "docs/guide.md",
            "docs/pictures/*.png",
        )
        for path in ROOT.glob(pattern)
    }
    assert code | beside | {"followup/installed/.streamlit/config.toml"} <= names
    assert not [each for each in names if each.endswith(OF_THE_USER)]
    assert not [each for each in names if not each.startswith(("followup/", "followup-"))]


def test_the_version_stands_in_one_place(wheel: Path) -> None:
    said = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    with zipfile.ZipFile(wheel) as packed:
        (name,) = (each for each in packed.namelist() if each.endswith("METADATA"))
        assert f"\nVersion: {said}\n" in packed.read(name).decode()


@pytest.fixture
def nowhere(tmp_path: Path) -> Path:
    """An empty folder to call the program from."""
    empty = tmp_path / "empty"
    empty.mkdir()
    return empty


@pytest.mark.skipif(sys.platform != "linux", reason="names the data folder as XDG does")
def test_what_is_entered_goes_into_the_users_own_data_folder(program: Path, nowhere: Path) -> None:
    home = nowhere.parent
    export = home / "export.json"
    export.write_bytes(encode(demo_facts(at("03-03 12:00"))))
    own = {"HOME": str(home), "XDG_DATA_HOME": str(home / "share"), "FOLLOWUP_DATA": ""}

    def run(*words: str) -> str:
        done = subprocess.run(
            [program, *words],
            cwd=nowhere,
            env={**os.environ, **own},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    run("import", str(export), "--yes")
    assert (home / "share" / "followup" / "followup.json").stat().st_mode & 0o077 == 0
    assert "Northwind" in run("plan", "--now", "2026-03-03T12:00:00+01:00")
    assert run("--help").startswith("usage: followup ")
    assert not list(nowhere.iterdir())


def test_the_demo_is_served_from_an_empty_folder(program: Path, nowhere: Path) -> None:
    with (  # its pages: tests/browser/test_wheel.py
        served_by([str(program)], nowhere, nowhere.parent, "demo") as address,
        urllib.request.urlopen(f"{address}/_stcore/health", timeout=60) as answer,
    ):
        assert (answer.status, answer.read()) == (200, b"ok")
    assert "Made-up data" in (nowhere.parent / "server.log").read_text("utf-8")
    assert not list(nowhere.iterdir())
