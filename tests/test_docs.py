"""What the documents tell one to type works as they say, and what they link to is there."""

import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from followup.exchange.demo import demo_facts
from followup.model.lossless.codec import encode
from followup.store.file_store import FileStore
from tests.called import called
from tests.rows import each_row
from tests.test_house import ROOT

DOCS = ("README.md", "docs/guide.md", "docs/reminders.md", "docs/proxy.md")
SERVES = ("", "demo", "serve")
FILES = {
    "applications.csv": "Company,Role,Applied\nGlobex,Data engineer,2026-03-02\n",
    "message.txt": "Subject: Thank you\n\nDear Ann,\n\nThank you for Tuesday.\n",
}


def blocks(name: str, *kinds: str) -> Iterator[str]:
    """The lines of the fenced blocks of these kinds, continued ones joined."""
    text = (ROOT / name).read_text("utf-8")
    for kind, block in re.findall(r"^ *```(\w*)\n(.*?)^ *```", text, re.MULTILINE | re.DOTALL):
        if kind in kinds:
            yield from re.sub(r"\\\n\s*", "", block).splitlines()


def commands() -> list[str]:
    """Each command of ours that stands in a block to be typed, without the words that explain it."""
    found: dict[str, None] = {}
    for name in DOCS:
        for line in blocks(name, "", "cron", "ini"):
            if typed := re.search(r"-m followup([^)]*)", line):
                found[re.split(r"\s{2,}", typed[1].rstrip())[0].strip()] = None
    return list(found)


def test_the_command_line_of_the_readme_lists_every_command() -> None:
    said = subprocess.run(
        [*shlex.split(f"{sys.executable} -m followup"), "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    (listed,) = re.findall(r"^commands:\n(.*)", said, re.MULTILINE | re.DOTALL)
    there = set(re.findall(r"^ {4}(\w+)", listed, re.MULTILINE)) - {"COMMAND"}
    shown = {words.split()[0] for words in commands() if words}
    # `migrate` is for a database: tests/store/test_database.py
    assert there - {"serve", "migrate"} <= shown


@pytest.mark.parametrize("words", commands(), ids=lambda words: words or "(none)")
def test_a_command_that_a_document_shows_works(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = demo_facts(datetime.now(UTC))
    export = tmp_path / "export.json"
    export.write_bytes(encode(facts))
    own = FileStore(tmp_path / "mine.json", backups=tmp_path / "backups")
    own.update("Entered", lambda _: facts, now=datetime.now(UTC))
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    key = f"thank_you:{facts.applications[0].id}:northwind-1:northwind-ann"
    meant = {"KEY": key, "FILE": "message.txt" if words.startswith("lint") else str(export)}
    if words.startswith("read FILE"):
        meant["FILE"] = "applications.csv"
    typed = [meant.get(word, word) for word in words.split() if not word.startswith("[")]
    typed += ["--kind", "thank_you"] if words.startswith("lint") else []
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "share")}
    env = {**home, "FOLLOWUP_DATA": str(tmp_path / "mine.json")}
    if not typed or typed[0] in SERVES:
        call = [sys.executable, "-m", "followup", *typed, "--port", "0"]
        surroundings = {**os.environ, **env, "PYTHONPATH": str(ROOT)}
        assert "Follow-up: http://" in first_words(call, tmp_path, surroundings)
        return
    monkeypatch.chdir(tmp_path)
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    done = called(*typed)
    assert (done.returncode, done.stderr) == (0, b""), words


def first_words(call: list[str], cwd: Path, env: dict[str, str]) -> str:
    """What a server says when it is there; it is ended then."""
    with subprocess.Popen(
        call, cwd=cwd, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        said = ""
        for line in server.stdout:
            said += line
            if "Ctrl+C" in line:
                break
        server.send_signal(signal.SIGTERM)
    return said


def test_the_makes_that_a_document_shows_are_targets() -> None:
    there = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    for name in DOCS:
        shown = set(
            re.findall(r"(?:^|`)make ([a-z]+)", (ROOT / name).read_text("utf-8"), re.MULTILINE)
        )
        assert shown <= there, name


@each_row("name", ["README.md", "CONTRIBUTING.md", *map(str, ROOT.glob("docs/*.md"))])
def test_what_a_document_links_to_is_there(name: str) -> None:
    path = ROOT / name
    for link in re.findall(r"\]\(([^)#]+)[^)]*\)", path.read_text("utf-8")):
        if "://" not in link:
            assert (path.parent / link).exists(), link
