"""The real dashboard on a port of its own: forked, or started as a user starts it."""

import contextlib
import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Self

from playwright.sync_api import StorageState, StorageStateCookie

from followup.server.access import cookie_of
from tests.warm import serve

ROOT = Path(__file__).resolve().parents[1]
CHECKOUT = (sys.executable, "-m", "followup")
TOKEN = "the token of whoever runs the tests"
_PATIENCE = 60.0
# To start Python for each server takes as long as a short test: each is forked from a process that has imported it all.
_FORKS = sys.platform != "win32"
if _FORKS:
    _WARM = multiprocessing.get_context("forkserver")
    _WARM.set_forkserver_preload(["tests.warm"])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(port: int) -> None:
    """Until somebody listens there."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    raise AssertionError(f"nobody listened at {port} within {_PATIENCE} s")


def entrance() -> StorageState:
    """A browser that has been let in already, by the cookie that the token is exchanged for."""
    name, value = cookie_of(TOKEN)
    cookie: StorageStateCookie = {
        "name": name,
        "value": value,
        "domain": "127.0.0.1",
        "path": "/",
        "expires": -1,
        "httpOnly": True,
        "secure": False,
        "sameSite": "Strict",
    }
    return {"cookies": [cookie], "origins": []}


@contextlib.contextmanager
def served(folder: Path, *words: str, **env: str) -> Iterator[str]:
    """Serve the data file `folder`/data.json and give the address; the log is `folder`/server.log."""
    warm = _FORKS and not any(name.startswith("PYTHON") for name in env)  # read as Python starts
    with Server(() if warm else CHECKOUT, ROOT, folder, *words, **env) as server:
        yield server.address


@contextlib.contextmanager
def served_by(
    program: Sequence[str], cwd: Path, folder: Path, /, *words: str, **env: str
) -> Iterator[str]:
    """The same by another program, called from the folder `cwd`."""
    with Server(program, cwd, folder, *words, **env) as server:
        yield server.address


class Server:
    """A server at one address, that may be killed and started again."""

    def __init__(
        self, program: Sequence[str], cwd: Path, folder: Path, /, *words: str, **env: str
    ) -> None:
        """Without a program it is forked."""
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        self._program = program
        self._words = (*words, "--port", str(port))
        self._cwd = cwd
        self._log = folder / "server.log"
        own = {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "share")}
        self._env = {**os.environ, **own, "FOLLOWUP_DATA": str(folder / "data.json")}
        self._env |= {"FOLLOWUP_TOKEN": TOKEN, **env}

    def start(self) -> None:
        """It answers once this returns."""
        self._process = self._called() if self._program else self._forked()
        try:
            _wait(f"{self.address}/_stcore/health", self._process, self._log)
        except BaseException:
            self.kill()
            raise

    def _called(self) -> "subprocess.Popen[bytes]":
        with self._log.open("ab") as out:
            return subprocess.Popen(
                [*self._program, *self._words],
                cwd=self._cwd,
                env=self._env,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
            )

    def _forked(self) -> "_Forked":
        return _Forked(self._words, self._cwd, self._env, self._log)

    def kill(self) -> None:
        """It ends at once, whatever it is at."""
        self._process.kill()
        self._process.wait(20)

    def hold(self) -> None:
        """It stands still, and keeps its connections, until it is told to `go_on`."""
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        self._process.send_signal(signal.SIGCONT)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(20)


class _Forked:
    """What is asked of a process that was called, of one that was forked."""

    def __init__(self, *how: object) -> None:
        self._process = _WARM.Process(target=serve, args=how, daemon=True)
        self._process.start()

    def poll(self) -> int | None:
        return self._process.exitcode

    def wait(self, seconds: float) -> None:
        self._process.join(seconds)
        assert self._process.exitcode is not None, f"the server did not end within {seconds} s"

    def send_signal(self, number: int) -> None:
        assert self._process.pid
        os.kill(self._process.pid, number)

    def terminate(self) -> None:
        self._process.terminate()

    def kill(self) -> None:
        self._process.kill()


def _wait(address: str, server: "subprocess.Popen[bytes] | _Forked", log: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        assert server.poll() is None, log.read_text()
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=1) as answer:
            if answer.status == 200:
                return
        time.sleep(0.05)
    raise AssertionError(f"the server did not answer within {_PATIENCE} s: {log.read_text()}")
