"""What the program is made of: few packages, each with its hash and in use; no code out of data; nobody is called."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.rows import each_row
from tests.test_house import SOURCES, imports_of

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-tools.txt")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
NEEDED = PROJECT["project"]["dependencies"]
HOSTED = PROJECT["project"]["optional-dependencies"]["hosted"]
FOR_TESTS = PROJECT["dependency-groups"]["dev"]
ALSO = {
    "streamlit": {"starlette"},
    "psycopg": {"psycopg-pool"},
    "pydantic": {"pydantic-core"},
    "icalendar": {"python-dateutil"},
}  # what they are made of, used as such
# Not imported but read: its tables by ui/base/options.py, its zones by zoneinfo where the system has none.
# altair has made the charts (tools/charts), Streamlit draws with pandas: whoever asked for this named both.
UNSAID = {"tzdata", "altair", "pandas"}

_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
_PINNED = re.compile(r"[a-z0-9][a-z0-9.-]*==[A-Za-z0-9.!+]+( ; [^\\]+)?")


def name_of(requirement: str) -> str:
    """As the lock files spell it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[ ;<>=!~\[]", requirement)[0]).lower()


def wrong_in_lock(text: str) -> list[str]:
    """What lets a lock file bring something else than what was tried: no hash, no exact version, another place."""
    found = []
    lines = text.replace("\\\n", " ").splitlines()
    for line in (
        line.strip() for line in lines if line.strip() and not line.strip().startswith("#")
    ):
        stated, *hashes = re.split(r"\s+(?=--)", line)
        if not _PINNED.fullmatch(stated):
            found.append(f"not one exact version: {stated}")
        if not hashes or not all(_HASH.fullmatch(each) for each in hashes):
            found.append(f"without its hashes: {stated}")
    if re.search(r"https?:|git\+|file:|--(extra-)?index|--find-links|--trusted-host|@ ", text):
        found.append("names a place")
    return found


def locked(name: str) -> set[str]:
    lines = (ROOT / name).read_text("utf-8").splitlines()
    return {name_of(line) for line in lines if re.match(r"[a-zA-Z0-9]", line)}


@pytest.mark.parametrize("name", LOCKS)
def test_each_package_is_locked_to_one_version_with_its_hashes_and_names_no_place(
    name: str,
) -> None:
    assert wrong_in_lock((ROOT / name).read_text("utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "altair==6.3.0\n",
        "altair==6.3.0 \\\n    --hash=md5:0123\n",
        f"altair>=6.3.0 \\\n    --hash=sha256:{'0' * 64}\n",
        f"altair @ https://example.com/a.whl \\\n    --hash=sha256:{'0' * 64}\n",
        f"--index-url https://example.com\naltair==6.3.0 \\\n    --hash=sha256:{'0' * 64}\n",
    ],
)
def test_a_lock_that_leaves_something_open_is_seen(text: str) -> None:
    assert wrong_in_lock(text)


def test_what_is_asked_for_is_locked_and_the_tests_have_what_the_user_has() -> None:
    assert {name_of(each) for each in NEEDED} <= locked(LOCKS[0])
    assert {name_of(each) for each in (*FOR_TESTS, *HOSTED)} <= locked(LOCKS[1])
    pinned = [
        re.findall(r"^([\w.-]+==[\w.!+]+)", (ROOT / n).read_text("utf-8"), re.MULTILINE)
        for n in LOCKS
    ]
    assert set(pinned[0]) <= set(pinned[1])
    assert len(NEEDED) <= 18, "few: one more needs a reason"


def used() -> set[str]:
    """The packages that our code imports, Python's own aside."""
    tops = {name.partition(".")[0] for path in SOURCES for name, _ in imports_of(path)}
    foreign = tops - sys.stdlib_module_names - {"followup", "pages", "app", "tests"}
    of = packages_distributions()
    return {
        name_of(each) for top in foreign for each in of.get(top, [f"{top}, which is not there"])
    }


def test_what_is_imported_is_asked_for_and_what_is_asked_for_is_imported() -> None:
    needed = {name_of(each) for each in (*NEEDED, *HOSTED)}
    brought = set().union(*(ALSO.get(each, set()) for each in needed))
    assert used() - needed - brought == set()
    assert needed - used() - UNSAID == set()


# ---- what our own code may not do

FORBIDDEN = {  # that turn data into code, run another program, or call somebody
    "pickle", "cPickle", "_pickle", "dill", "cloudpickle", "joblib", "marshal", "shelve", "dbm", "code",
    "codeop", "runpy", "subprocess", "pty", "multiprocessing", "yaml", "telnetlib", "ftplib", "smtplib",
    "poplib", "imaplib", "nntplib", "http.client", "http.server", "urllib.request", "urllib3", "xmlrpc",
    "socketserver", "ssl", "requests", "httpx", "aiohttp", "httplib2", "pycurl", "websocket", "websockets",
    "tornado", "paramiko", "sentry_sdk",
}  # fmt: skip
CALLS = {
    "eval", "exec", "compile", "__import__", "os.system", "os.popen", "os.fork", "os.posix_spawn",
    "os.startfile", "pandas.read_pickle", "pd.read_pickle", "asyncio.open_connection",
    "asyncio.create_subprocess_exec", "asyncio.create_subprocess_shell", "pd.eval", "st.connection",
    "st.experimental_connection",
}  # fmt: skip
FETCHES = re.compile(r"(pd|pandas)\.read_(html|xml|gbq|sql\w*|clipboard)|os\.(exec|spawn)\w+")
LENT = {  # file: what it alone may use, and what for
    "followup/cli/serve.py": frozenset(
        {"socket", "webbrowser"}
    ),  # is the port free? the user's own browser
    "followup/server/hosts.py": frozenset({"socket"}),  # this computer's own names
    "followup/store/file/calls.py": frozenset({"ctypes"}),  # renameat2, which Python does not know
}
SPARING = {"socket", "webbrowser", "ctypes"}


def misdeeds(source: str, lent: frozenset[str] = frozenset()) -> Iterator[str]:
    """What a file does that none of ours may."""
    for node in ast.walk(ast.parse(source)):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
        for name in names:
            parts = name.split(".")
            heads = {".".join(parts[: place + 1]) for place in range(len(parts))}
            if heads & (FORBIDDEN | CALLS | (SPARING - lent)):
                yield ast.unparse(node)
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            if called in CALLS or FETCHES.fullmatch(called):
                yield f"line {node.lineno}: {called}"
            if any(each.arg == "shell" for each in node.keywords):
                yield f"line {node.lineno}: shell="


def test_no_code_out_of_data_no_other_program_and_nobody_is_called() -> None:
    for path in SOURCES:
        name = path.relative_to(ROOT).as_posix()
        assert list(misdeeds(path.read_text("utf-8"), LENT.get(name, frozenset()))) == [], name


def test_what_is_lent_is_needed() -> None:
    for name, lent in LENT.items():
        found = {top.partition(".")[0] for top, _ in imports_of(ROOT / name)}
        assert lent <= found, name


@each_row(
    "source",
    [
        "import pickle", "from pickle import loads", "import shelve", "import marshal", "eval('1')",
        "exec(text)", "compile(a, b, c)", "__import__(name)", "import os\nos.system('ls')",
        "from os import system", "import subprocess", "run('ls', shell=True)", "import urllib.request",
        "from urllib import request", "import http.client", "from http import client", "import requests",
        "import httpx", "import socket", "import webbrowser", "import ctypes", "import yaml",
        "def f():\n    import smtplib", "pd.read_pickle(x)", "pd.read_html(x)",
        "import asyncio\nasyncio.open_connection('x', 1)", "os.execv(a, b)",
    ],
)  # fmt: skip
def test_each_of_them_is_seen(source: str) -> None:
    assert list(misdeeds(source))


@pytest.mark.parametrize(
    "source",
    [
        "from urllib.parse import quote",
        "from http.cookies import SimpleCookie",
        "import asyncio",
        "re.compile('a')",
    ],
)
def test_what_is_harmless_is_let_be(source: str) -> None:
    assert not list(misdeeds(source))
