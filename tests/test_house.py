"""The house stands as HOUSE.md plans it: who imports whom, where the clock is read, and how long a module may be."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from followup.model.codec import encode
from tests.builders import applied, facts, interview

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted(
    path
    for path in [ROOT / "app.py", *ROOT.glob("pages/**/*.py"), *ROOT.glob("followup/**/*.py")]
    if path.is_file()
)
NAMES = [str(path.relative_to(ROOT)) for path in SOURCES]
EACH = pytest.mark.parametrize("path", SOURCES, ids=NAMES)

GROUND = {"model"}
MIDDLE = GROUND | {"playbook"}
BELOW_UI = MIDDLE | {"views", "exchange", "messages", "store"}
BESIDE = {"cli", "server", "__main__"}
MAY_USE = {  # a room: the rooms that it may import from, itself aside
    "model": set(),
    "playbook": GROUND,
    "store": GROUND,
    "messages": MIDDLE,
    "views": MIDDLE,
    "exchange": MIDDLE,
    "ui": BELOW_UI,
    "cli": BELOW_UI | BESIDE,
    "server": BELOW_UI | BESIDE,
    "__main__": BELOW_UI | BESIDE,
    "__init__": set[str](),
    "pages": BELOW_UI | {"ui"},
    "app": BELOW_UI | {"ui"},
}


def room_of(path: Path) -> str:
    """The part of the house that a file belongs to."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[1] if parts[0] == "followup" else parts[0]


ROOMS = {room_of(path) for path in SOURCES}


def package_of(path: Path) -> list[str]:
    return list(path.relative_to(ROOT).parts[:-1])


def imported(path: Path) -> Iterator[tuple[str, int]]:
    """Every module that the file imports, wherever in it, with the line; relative ones made absolute."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            package = package_of(path)
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield module, node.lineno
            for alias in node.names:
                yield f"{module}.{alias.name}", node.lineno
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in (
            "importlib.import_module",
            "import_module",
            "__import__",
        ):
            name = node.args[0]
            assert isinstance(name, ast.Constant), f"{path}:{node.lineno} imports a computed name"
            yield str(name.value), node.lineno


def uses(path: Path, library: str) -> list[int]:
    return [line for name, line in imported(path) if name.partition(".")[0] == library]


def test_every_file_stands_in_a_room_of_the_plan() -> None:
    assert {room_of(path) for path in SOURCES} <= set(MAY_USE)
    assert {"model", "playbook"} <= {room_of(path) for path in SOURCES}


@EACH
def test_a_room_imports_only_from_rooms_below_it(path: Path) -> None:
    room = room_of(path)
    allowed = MAY_USE.get(room, set()) | {room}
    wrong = []
    for name, line in imported(path):
        top, *rest = name.split(".")
        used = room_of(ROOT / top / rest[0]) if top == "followup" and rest else top
        if top in ("pages", "app", "tests", "benchmarks") or (
            used in ROOMS and used not in allowed
        ):
            wrong.append(f"line {line}: {name}")
    assert wrong == [], f"{room} may use {sorted(allowed)}"


def _may_use_streamlit(path: Path) -> bool:
    month = room_of(path) == "views" and "month" in path.stem
    return room_of(path) in ("app", "pages", "ui", "server") or month


@EACH
def test_only_the_frame_the_pages_ui_server_and_the_month_component_know_streamlit(
    path: Path,
) -> None:
    if not _may_use_streamlit(path):
        assert uses(path, "streamlit") == []


@EACH
def test_only_the_store_knows_tinydb_and_only_views_know_altair(path: Path) -> None:
    if room_of(path) != "store":
        assert uses(path, "tinydb") == []
    if room_of(path) != "views":
        assert uses(path, "altair") == []


@EACH
def test_pandas_stays_out_of_model_playbook_messages_and_store(path: Path) -> None:
    if room_of(path) in ("model", "playbook", "messages", "store"):
        assert uses(path, "pandas") == uses(path, "numpy") == []


CLOCKS = {
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today",
    "datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today",
    "dt.datetime.now", "dt.datetime.utcnow", "dt.datetime.today", "dt.date.today",
    "time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime", "time.strftime",
    "pd.Timestamp.now", "pd.Timestamp.today", "pd.Timestamp.utcnow", "pandas.Timestamp.now",
}  # fmt: skip


def clock_reads(path: Path) -> list[str]:
    """Where the file asks what time it is, called or handed on."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and ast.unparse(node) in CLOCKS:
            found.append(f"{node.lineno}: {ast.unparse(node)}")
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            found += [f"{node.lineno}: {a.name}" for a in node.names if f"time.{a.name}" in CLOCKS]
    return found


@EACH
def test_the_clock_is_read_in_ui_cli_and_server_alone(path: Path) -> None:
    if room_of(path) not in ("ui", "cli", "server"):
        assert clock_reads(path) == []


@pytest.mark.parametrize(
    ("source", "reads"),
    [
        ("from datetime import datetime\nx = datetime.now(UTC)", 1),
        ("import datetime\nx = datetime.date.today()", 1),
        ("import time\nx = sorted([], key=time.time)", 1),
        ("from time import time as t", 1),
        ("now = moment.astimezone(zone)", 0),
        ("import time\ntime.sleep(1)\nx = time.monotonic()", 0),
    ],
)
def test_the_walk_sees_a_clock_when_there_is_one(tmp_path: Path, source: str, reads: int) -> None:
    path = tmp_path / "x.py"
    path.write_text(source)
    assert len(clock_reads(path)) == reads


@EACH
def test_a_module_over_260_lines_is_two_modules_and_a_page_over_160_has_logic_of_another_room(
    path: Path,
) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= (160 if room_of(path) in ("pages", "app") else 260)


HEAVY = ("streamlit", "pandas", "altair", "tinydb", "jinja2")


def _loaded_after(code: str, *arguments: str) -> set[str]:
    check = f"{code}\nimport sys\nprint('LOADED', *[n for n in {HEAVY} if n in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-c", check, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert run.returncode == 0, run.stderr
    return set(run.stdout.rpartition("LOADED")[2].split())


def test_the_playbook_stands_on_nothing_heavy() -> None:
    assert _loaded_after("import followup.playbook.plan, followup.model.codec") == set()


def test_the_plan_starts_without_streamlit_pandas_or_altair(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    path.write_bytes(encode(facts(applied("Globex", interview()))))
    code = (
        "import runpy, sys\n"
        "sys.argv = ['followup', 'plan', sys.argv[1], '--json', '--now', '2026-03-02T12:00:00+01:00']\n"
        "try:\n    runpy.run_module('followup', run_name='__main__')\n"
        "except SystemExit as end:\n    assert not end.code, end.code"
    )
    assert _loaded_after(code, str(path)) & {"streamlit", "pandas", "altair"} == set()
