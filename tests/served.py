"""The real dashboard on a port of its own, started as a user starts it."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_PATIENCE = 60.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextlib.contextmanager
def served(folder: Path, *words: str, **env: str) -> Iterator[str]:
    """Serve the data file `folder`/data.json and give the address; the log is `folder`/server.log."""
    port = free_port()
    log = folder / "server.log"
    own = {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "share")}
    settings = {**os.environ, **own, "FOLLOWUP_DATA": str(folder / "data.json"), **env}
    with log.open("wb") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "followup", *words, "--port", str(port)],
            cwd=ROOT,
            env=settings,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health", server, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(20)


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        assert server.poll() is None, log.read_text()
        with contextlib.suppress(OSError), urllib.request.urlopen(address, timeout=1) as answer:
            if answer.status == 200:
                return
        time.sleep(0.05)
    raise AssertionError(f"the server did not answer within {_PATIENCE} s: {log.read_text()}")
