"""`serve` and `demo` as a shell sees them: the port, what is printed when, and how they end."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest

from tests.test_cli import ROOT, run


@contextlib.contextmanager
def started(folder: Path, *words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The program and the address that it printed."""
    (folder / "tmp").mkdir()
    own = {
        "HOME": str(folder),
        "TMPDIR": str(folder / "tmp"),
        "FOLLOWUP_DATA": str(folder / "data.json"),
        "FOLLOWUP_LOG": str(folder / "log"),
    }
    with subprocess.Popen(
        [sys.executable, "-m", "followup", *words],
        cwd=ROOT,
        env={**os.environ, **own, "DISPLAY": "", "WAYLAND_DISPLAY": ""},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stdout
        try:
            lines = iter(server.stdout.readline, "")
            found = next(filter(None, (re.search(r"http://\S+", line) for line in lines)))
            yield server, found[0]
        finally:
            server.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("how", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_the_demo_takes_any_free_port_and_leaves_nothing_behind(tmp_path: Path, how: str) -> None:
    with started(tmp_path, "demo", "--port", "0") as (server, address):
        with urllib.request.urlopen(urljoin(address, "/_stcore/health"), timeout=20) as answer:
            assert answer.status == 200, "the port that is printed is the one that is served"
        assert list((tmp_path / "tmp").glob("followup-demo-*"))
        server.send_signal(getattr(signal, how))
        _, complaint = server.communicate(timeout=30)
        assert (server.returncode, complaint) == (0, "")
    assert not list((tmp_path / "tmp").glob("followup-demo-*"))
    assert not (tmp_path / "data.json").exists()


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_port_that_is_taken_is_said_before_any_address_is(command: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        done = run("-m", "followup", command, "--port", port)
    assert (done.returncode, done.stdout) == (2, b"")
    said = done.stderr.decode()
    assert f"Port {port} is taken" in said
    assert "name another with --port" in said
    assert said.count("\n") == 1


@pytest.mark.parametrize("port", ["99999", "-1", "9" * 5000])
def test_what_is_no_port_is_one_line_and_status_2(port: str) -> None:
    done = run("-m", "followup", f"--port={port}")
    said = done.stderr.decode()
    assert (done.returncode, done.stdout, said.count("\n")) == (2, b"", 1)
    assert "a number from 0 to 65535" in said


def test_an_address_of_another_computer_is_refused_with_a_sentence() -> None:
    done = run(
        "-m", "followup", "serve", "--address", "192.0.2.1", FOLLOWUP_PASSPHRASE="a long passphrase"
    )
    said = done.stderr.decode()
    assert (done.returncode, done.stdout, said.count("\n")) == (2, b"", 1)
    assert "Nobody can listen at 192.0.2.1" in said


def test_an_option_of_the_default_brings_no_other_command() -> None:
    code = (
        "import sys\nfrom followup.cli import _parser, _command\n"
        "words = _parser(_command(['--port', '8600'])).parse_args(['--port', '8600'])\n"
        "assert words.run.__module__ == 'followup.cli.serve', words\n"
        "assert 'followup.cli.draft' not in sys.modules\n"
        "words = _parser(_command(['--port', '8600', 'plan', '-'])).parse_args(['--port', '8600', 'plan', '-'])\n"
        "assert words.run.__module__ == 'followup.cli.plan', words\n"
        "assert 'plan' in _parser(_command(['--port=1', '--help'])).format_help()\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)
