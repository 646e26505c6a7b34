"""The house stands as HOUSE.md plans it: who imports whom, where the clock is read, and how long a module may be."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from followup.model.lossless.codec import encode
from tests.builders import applied, facts, interview
from tests.rows import each_row

ROOT = Path(__file__).resolve().parents[1]
SOURCES = sorted(
    path
    for path in [ROOT / "app.py", *ROOT.glob("pages/**/*.py"), *ROOT.glob("followup/**/*.py")]
    if path.is_file()
)
NAMES = [str(path.relative_to(ROOT)) for path in SOURCES]
EACH = each_row("path", SOURCES, ids=NAMES)

# A room: the rooms that it may import from, itself aside. `ui` has a room for each thing that the user sees.
GROUND = {"model", "home"}
READING = GROUND | {"prose"}
RULES = READING | {"playbook"}
PURE = RULES | {"forms", "messages", "views", "exchange"}
BELOW_UI = PURE | {"store"}
BASE = BELOW_UI | {"ui/base"}
PARTS = BASE | {"ui/parts"}
ACTIONS = PARTS | {"ui/actions"}
APPLICATION = ACTIONS | {"ui/application"}
BESIDE = BELOW_UI | {"cli", "server", "__main__"}
PAGES = (
    "entry",
    "compose",
    "today",
    "timeline",
    "calendar",
    "templates",
    "insights",
    "settings",
    "data",
)
EACH_PAGE = {f"ui/{page}" for page in PAGES}
MAY_USE: dict[str, set[str]] = {
    "home": {"model"},  # where it all stands: one module
    "model": set(),
    "prose": GROUND,
    "store": GROUND,
    "playbook": READING,
    "forms": RULES,
    "messages": RULES,
    "views": RULES,
    "exchange": RULES
    | {
        "forms",
        "views",
    },  # what was read, as the forms begin with it; what goes out, as the pages say it
    "ui/base": BELOW_UI,
    "ui/parts": BASE,
    "ui/actions": PARTS,
    "ui/application": ACTIONS,
    "ui/received": ACTIONS,
    **dict.fromkeys(EACH_PAGE, APPLICATION),  # and no page the room of another one
    "ui/frame": PARTS
    | {"ui/data"},  # where the file cannot be read, its backups stand in every page's place
    "ui": set(),  # a folder of rooms, with nothing of its own
    "cli": BESIDE,
    "server": BESIDE,
    "__main__": BESIDE,
    "__init__": set(),
    "pages": APPLICATION | EACH_PAGE | {"ui/received"},
    "app": APPLICATION | EACH_PAGE | {"ui/frame", "ui/received"},
}


def room_of_module(name: str) -> str | None:
    """The room of a module of ours, by its dotted name; None for what is not ours."""
    top, *rest = name.split(".")
    if top in ("pages", "app"):
        return top
    if top != "followup":
        return None
    if not rest:
        return "__init__"
    if rest[0] == "ui":
        return f"ui/{rest[1]}" if len(rest) > 1 else "ui"
    return rest[0]


def room_of(path: Path) -> str:
    """The part of the house that a file belongs to."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return room_of_module(".".join(parts).removesuffix(".__init__")) or "outside"


def imported(source: str, package: list[str]) -> Iterator[tuple[str, int]]:
    """Every module that a source in this package imports, wherever in it, with the line; none relative."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            for alias in node.names:
                yield f"{module}.{alias.name}", node.lineno
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in (
            "importlib.import_module",
            "import_module",
            "__import__",
        ):
            name = node.args[0]
            assert isinstance(name, ast.Constant), f"line {node.lineno} imports a computed name"
            yield str(name.value), node.lineno


@cache
def imports_of(path: Path) -> tuple[tuple[str, int], ...]:
    package = list(path.relative_to(ROOT).parts[:-1])
    return tuple(imported(path.read_text(encoding="utf-8"), package))


def uses(path: Path, library: str) -> list[int]:
    return [line for name, line in imports_of(path) if name.partition(".")[0] == library]


def forbidden(room: str, imports: Iterable[tuple[str, int]]) -> list[str]:
    """The imports that go up, or sideways into another room."""
    allowed = MAY_USE[room] | {room}
    wrong = []
    for name, line in imports:
        used = room_of_module(name)
        if name.partition(".")[0] in ("tests", "benchmarks", "tools") or (
            used is not None and used not in allowed and used != "__init__"
        ):
            wrong.append(f"line {line}: {name}")
    return wrong


def test_every_file_stands_in_a_room_of_the_plan() -> None:
    assert {room_of(path) for path in SOURCES} <= set(MAY_USE)


@EACH
def test_a_room_imports_only_from_rooms_below_it(path: Path) -> None:
    room = room_of(path)
    assert forbidden(room, imports_of(path)) == [], f"{room} may use {sorted(MAY_USE[room])}"


@each_row("room", sorted(set(MAY_USE) - {"__init__"}))
def test_each_forbidden_arrow_is_seen_where_it_is_planted(room: str) -> None:
    others = set(MAY_USE) - {room, "__init__"} - MAY_USE[room]
    for other in others:
        module = (
            other.replace("/", ".")
            if other in ("pages", "app")
            else f"followup.{other}".replace("/", ".")
        )
        for source in (
            f"import {module}.x",
            f"def f():\n    from {module} import x",
            f"__import__('{module}.x')",
        ):
            assert forbidden(room, imported(source, [])), f"{room} -> {other}: {source}"
    for other in MAY_USE[room]:
        module = other if other in ("pages", "app") else f"followup.{other}".replace("/", ".")
        assert not forbidden(room, imported(f"from {module} import x", []))


def test_a_folder_of_more_than_14_modules_is_two_rooms() -> None:
    crowded = {}
    for folder in {path.parent for path in SOURCES}:
        modules = [each for each in folder.glob("*.py") if each.stem != "__init__"]
        if len(modules) > 14:
            crowded[str(folder.relative_to(ROOT))] = len(modules)
    assert crowded == {}


def test_the_folder_of_rooms_has_no_module_of_its_own() -> None:
    assert [each.name for each in (ROOT / "followup" / "ui").glob("*.py")] == ["__init__.py"]


STREAMLIT = {"app", "pages", "server"}


@EACH
def test_only_the_front_door_pages_ui_and_server_know_streamlit(path: Path) -> None:
    if room_of(path) not in STREAMLIT and not room_of(path).startswith("ui"):
        assert uses(path, "streamlit") == []


@EACH
def test_only_the_store_knows_tinydb_and_nobody_knows_altair_or_pandas(path: Path) -> None:
    if room_of(path) != "store":
        assert uses(path, "tinydb") == uses(path, "psycopg") == []
    assert uses(path, "altair") == uses(path, "pandas") == uses(path, "numpy") == []


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
    if room_of(path).partition("/")[0] not in ("ui", "cli", "server"):
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
def test_a_module_over_250_lines_is_two_modules_and_a_page_over_150_has_logic_of_another_room(
    path: Path,
) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= (150 if room_of(path) in ("pages", "app") else 250)


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
    assert _loaded_after("import followup.playbook.plan, followup.model.lossless.codec") == set()


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


FOREIGN = re.compile(r"<(script|style)\b|\bfunction\b[^.]*\{|=>\s*\{|\{[^{}]*:[^{}]*;[^{}]*\}")


def foreign_code(source: str) -> list[str]:
    """The lines where a text holds JavaScript or CSS, which no tool of ours would read there."""
    return [
        f"line {node.lineno}: {found.group()}"
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if (found := FOREIGN.search(node.value))
    ]


@EACH
def test_javascript_and_css_stand_in_files_of_their_own(path: Path) -> None:
    assert foreign_code(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<style>@import 'x'</style>",
        "export default function (component) { return 1 }",
        "const f = async () => {\n}",
        "td { padding: 1px;\n  color: red; }",
    ],
)
def test_javascript_or_css_in_a_text_is_seen(text: str) -> None:
    assert foreign_code(f"X = {text!r}")
    assert foreign_code(f"st.html(f{text.replace('{', '{{').replace('}', '}}')!r})")
