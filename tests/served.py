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
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Self

import pytest
from playwright.sync_api import StorageState, StorageStateCookie

from followup.server.access import cookie_of
from tests.warm import serve

ROOT = Path(__file__).resolve().parents[1]
CHECKOUT = (sys.executable, "-m", "followup")
TOKEN = "the token of whoever runs the tests"
_PATIENCE = 60.0
_FORKS = sys.platform != "win32"


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
    """Serve the data file `folder`/data.json and give the address; the log is `folder`/server.log.

    To start Python anew takes as long as a short test: this server is forked from a process that has imported it all.
    What is said to Python itself is read as that starts, though.
    """
    if _FORKS and not any(name.startswith("PYTHON") for name in env):
        with _forked(folder, words, env) as address:
            yield address
    else:
        with served_by(CHECKOUT, ROOT, folder, *words, **env) as address:
            yield address


@contextlib.contextmanager
def _forked(folder: Path, words: Sequence[str], env: Mapping[str, str]) -> Iterator[str]:
    port, log = free_port(), folder / "server.log"
    call = (*words, "--port", str(port))
    forks = multiprocessing.get_context("forkserver")
    forks.set_forkserver_preload([serve.__module__])
    server = forks.Process(
        target=serve, args=(call, ROOT, _surroundings(folder, env), log), daemon=True
    )
    with pytest.MonkeyPatch.context() as here:  # an AppTest leaves a page's script there, to be run
        here.setitem(sys.modules, "__main__", ModuleType("__main__"))
        server.start()
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(address, lambda: server.exitcode, log)
        yield address
    finally:
        server.terminate()
        server.join(20)
        ended = server.exitcode is not None
        server.kill()
        assert ended, "the server did not end"


def _surroundings(folder: Path, env: Mapping[str, str]) -> dict[str, str]:
    """The variables of a server over this folder."""
    own = {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "share")}
    data = {"FOLLOWUP_DATA": str(folder / "data.json"), "FOLLOWUP_TOKEN": TOKEN}
    return {**os.environ, **own, **data, **env}


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
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        self._call = [*program, *words, "--port", str(port)]
        self._cwd = cwd
        self._log = folder / "server.log"
        self._env = _surroundings(folder, env)

    def start(self) -> None:
        """It answers once this returns."""
        with self._log.open("ab") as out:
            self._process = subprocess.Popen(
                self._call,
                cwd=self._cwd,
                env=self._env,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
            )
        try:
            _wait(self.address, self._process.poll, self._log)
        except BaseException:
            self.kill()
            raise

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


def _wait(address: str, ended: Callable[[], int | None], log: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        assert ended() is None, log.read_text()
        health = f"{address}/_stcore/health"
        with contextlib.suppress(OSError), urllib.request.urlopen(health, timeout=1) as answer:
            if answer.status == 200:
                return
        time.sleep(0.05)
    raise AssertionError(f"the server did not answer within {_PATIENCE} s: {log.read_text()}")
