"""`python -m followup plan` as a shell sees it: what it prints, its exit status, and what it leaves alone."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from followup.exchange.demo import demo_facts
from followup.model.facts import Facts
from followup.model.lossless.codec import encode
from followup.playbook.plan import plan
from followup.store.file_store import FileStore
from tests.builders import applied, at, facts, interview, person, sent
from tests.called import called
from tests.rows import each_row

ROOT = Path(__file__).resolve().parents[1]
NOW = "2026-03-03T09:00:00+01:00"
FIELDS = [
    "key",
    "kind",
    "application",
    "interview",
    "person",
    "promise",
    "opens",
    "due",
    "late",
    "closes",
    "status",
    "channel",
    "phone_offered",
    "reason",
    "guides",
    "held_until",
    "held_by",
    "needs_contact",
    "optional",
    "about",
]


def run(*words: str, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *words],
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **env},
        check=False,
    )


def plan_json(data: bytes, *words: str) -> list[dict[str, Any]]:
    done = called("plan", "-", "--json", "--now", NOW, *words, stdin=data)
    assert (done.returncode, done.stderr) == (0, b"")
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


@pytest.fixture
def world() -> Facts:
    return facts(applied("Globex", interview()))


def test_json_has_every_field_of_section_7_and_agrees_with_the_plan(world: Facts) -> None:
    rows = plan_json(encode(world))
    expected = plan(world, at("03-03 09:00"))
    assert [list(row) for row in rows] == [FIELDS] * len(expected)
    assert [row["key"] for row in rows] == [action.key for action in expected]
    thanks = next(row for row in rows if row["kind"] == "thank_you")
    assert thanks == {
        "key": "thank_you:globex:i1:ann",
        "kind": "thank_you",
        "application": "globex",
        "interview": "i1",
        "person": "ann",
        "promise": None,
        "opens": "2026-03-02T11:00:00+01:00",
        "due": "2026-03-03T11:00:00+01:00",
        "late": "2026-03-04T11:00:00+01:00",
        "closes": "2026-03-09T11:00:00+01:00",
        "status": "due",
        "channel": "email",
        "phone_offered": False,
        "reason": thanks["reason"],
        "guides": ["G1.1", "G2.1", "G3.3", "G4", "G5"],
        "held_until": None,
        "held_by": None,
        "needs_contact": False,
        "optional": False,
        "about": None,
    }


def test_another_zone_moves_the_days(world: Facts) -> None:
    (check,) = (r for r in plan_json(encode(world)) if r["kind"] == "status_check")
    (there,) = (
        r
        for r in plan_json(encode(world), "--zone", "Pacific/Auckland")
        if r["kind"] == "status_check"
    )
    assert check["opens"] == "2026-03-09T00:00:00+01:00"
    assert there["opens"] == "2026-03-09T00:00:00+13:00"


def test_without_a_file_it_reads_the_users_own_data(world: Facts, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    FileStore(path, backups=tmp_path / "backups").update(
        "Entered", lambda _: world, now=at("03-02")
    )
    before = path.read_bytes()
    done = run("-m", "followup", "plan", "--now", NOW, FOLLOWUP_DATA=str(path))
    assert done.returncode == 0
    assert "due" in done.stdout.decode()
    assert "Globex" in done.stdout.decode()
    assert path.read_bytes() == before


def test_the_export_gives_the_same_plan(world: Facts, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    FileStore(path, backups=tmp_path / "backups").update(
        "Entered", lambda _: world, now=at("03-02")
    )
    exported = run("-m", "followup", "export", FOLLOWUP_DATA=str(path))
    assert (exported.returncode, exported.stdout) == (0, encode(world))


def test_held_actions_name_what_holds_them() -> None:
    world = facts(
        applied("Globex", interview("02-16 10:00"), sent("thank_you", "02-16 15:00", to="ann")),
        applied("GLOBEX", person("Bo"), sent("other", "03-02 10:00"), id="globex2"),
    )
    (check,) = (r for r in plan_json(encode(world)) if r["kind"] == "status_check")
    assert (check["status"], check["held_by"]) == ("held", "other 03-02 10:00")
    assert check["held_until"] == "2026-03-09T00:00:00+01:00"
    assert check["reason"] == "Held until Mon 9 Mar: you wrote to GLOBEX (Engineer) on Mon 2 Mar."


BAD = {
    "not there": (["nofile.json"], b"", "nofile.json cannot be read"),
    "a folder": (["tests"], b"", "tests cannot be read"),
    "empty": (["-"], b"", "The file is empty."),
    "without end": (["/dev/zero"], b"", "larger than 64 MB"),
    "nested without end": (["-"], b"[" * 100_000, "nested too deeply"),
    "a name that is no text": (["\udcff.json"], b"", "cannot be read: No such file"),
    "cut off": (["-"], b'{"format": "followup", "appl', "cut off"),
    "another program's": (["-"], b'{"todo": []}', "not a Follow-up file"),
    "newer": (["-"], b'{"format": "followup", "schema": 3}', "a newer Follow-up wrote it"),
    "naive now": (["-", "--now", "2026-03-03T09:00"], b'{"format": "followup"}', "--now: "),
    "no such zone": (
        ["-", "--zone", "Mars/Base"],
        b'{"format": "followup"}',
        "--zone: “Mars/Base”",
    ),
    "two faults at once": (
        ["-"],
        b'{"format": "followup", "me": {"time_zone": "X"}, "cadence": {"checks": 9}}',
        "cadence.checks: 9 is too large; at most 3",
    ),
}


@each_row(("words", "stdin", "sentence"), BAD.values(), ids=BAD)
def test_what_it_cannot_read_is_one_line_and_status_2(
    words: list[str], stdin: bytes, sentence: str
) -> None:
    done = called("plan", *words, stdin=stdin)
    said = done.stderr.decode()
    assert (done.returncode, done.stdout) == (2, b"")
    assert sentence in said
    assert said.count("\n") == 1
    assert "Traceback" not in said


def test_200_applications_are_planned_without_streamlit_pandas_or_altair(world: Facts) -> None:
    one = demo_facts(at("03-03 09:00")).applications[0]
    many = tuple(renamed(one.model_dump_json(), n) for n in range(200))
    data = b'{"format": "followup", "schema": 1, "applications": [%s]}' % ",".join(many).encode()
    code = (
        "import sys; from followup.cli import main; status = main(sys.argv[1:]);"
        "sys.exit(status or bool({'streamlit', 'pandas', 'altair'} & set(sys.modules)))"
    )
    done = run("-c", code, "plan", "-", "--json", "--now", NOW, stdin=data)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len({row["application"] for row in json.loads(done.stdout)}) == 200


def renamed(application: str, number: int) -> str:
    return application.replace("northwind", f"a{number}")


def test_help_names_the_commands() -> None:
    said = run("-m", "followup", "--help").stdout.decode()
    for command in ("serve", "plan", "demo"):
        assert command in said


def shell(command: str) -> subprocess.CompletedProcess[str]:
    """What a shell makes of a command; `followup` in it is ours."""
    return subprocess.run(
        [
            "bash",
            "-o",
            "pipefail",
            "-c",
            command.replace("followup", f"{sys.executable} -m followup", 1),
        ],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )


MESSAGE = "lint README.md --kind reply"
STREAMS = {
    "input closed": ("followup plan - <&-", "followup: Standard input is closed: name a file"),
    "output closed": ("followup plan {} >&-", "followup: Standard output is closed"),
    "output full": (
        "followup plan {} >/dev/full",
        "followup: The answer cannot be written: No space",
    ),
    "json full": (
        "followup plan {} --json >/dev/full",
        "followup: The answer cannot be written: No space",
    ),
    "lint full": (
        f"followup {MESSAGE} >/dev/full",
        "followup: The answer cannot be written: No space",
    ),
    "lint input closed": ("followup lint - --kind reply <&-", "followup: Standard input is closed"),
    "export full": (
        "followup export >/dev/full",
        "followup: The answer cannot be written: No space",
    ),
    "errors closed": ("followup plan nofile.json 2>&-", ""),
    "errors full": ("followup plan nofile.json 2>/dev/full", ""),
}


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell")
@pytest.mark.parametrize(("command", "sentence"), STREAMS.values(), ids=STREAMS)
def test_a_stream_that_is_closed_or_full_is_one_line_and_status_2(
    world: Facts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, sentence: str
) -> None:
    monkeypatch.setenv("FOLLOWUP_DATA", str(tmp_path / "mine.json"))
    export = tmp_path / "export.json"
    export.write_bytes(encode(world))
    done = shell(command.format(export))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == bool(sentence)
    assert done.stderr.startswith(sentence)


@pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell")
def test_a_reader_that_has_seen_enough_is_no_fault(tmp_path: Path) -> None:
    one = demo_facts(at("03-03 09:00")).applications[0]
    many = ",".join(renamed(one.model_dump_json(), n) for n in range(200))
    export = tmp_path / "export.json"
    export.write_text(f'{{"format": "followup", "applications": [{many}]}}', encoding="utf-8")
    done = shell(f"followup plan {export} | head -1")
    assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, "", 1)


def test_names_that_the_terminal_cannot_show_stop_nothing(world: Facts) -> None:
    named = world.applications[0].replace(company="Łódź 東京")
    data = encode(world.replace(applications=(named,)))
    plain = run("-m", "followup", "plan", "-", "--now", NOW, stdin=data, PYTHONIOENCODING="ascii")
    assert (plain.returncode, plain.stderr) == (0, b"")
    words = ("-m", "followup", "plan", "-", "--json", "--now", NOW)
    told = run(*words, stdin=data, PYTHONIOENCODING="cp1252").stdout.decode("utf-8")
    assert "Łódź 東京" in told, "JSON is UTF-8 wherever it is written"


@pytest.mark.parametrize("words", [["--nonsense"], ["plan", "a", "b"], ["lint", "-"], ["nonsense"]])
def test_words_that_it_does_not_know_are_one_line_and_status_2(words: list[str]) -> None:
    done = called(*words)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().count("\n") == 1
