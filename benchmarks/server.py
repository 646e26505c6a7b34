"""A server and a WebSocket to it, without a browser: what a click costs, on the processor and on the clock."""

import contextlib
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from followup.model.facts import Facts
from followup.server.access import cookie_of
from followup.store.file_store import FileStore
from tests.served import ROOT, TOKEN, Server
from tests.tabs import Tab

BLANK = ROOT / "benchmarks" / "blank.py"
_STREAMLIT = (sys.executable, "-m", "streamlit", "run", str(BLANK), "--server.headless", "true")
_TICKING = (sys.executable, "-m", "benchmarks.ticking")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds: of the server's processor, from the click until its answer was whole; and the bytes of the answer."""

    cpu: float
    wall: float
    size: int


def cpu_of(pid: int) -> float:
    """Seconds that a process was on the processor so far, in all threads, also those that have ended."""
    return time.clock_gettime(~pid << 3 | 2)  # its clock, as clock_getcpuclockid has it


class Served(Server):
    """A server whose use of the processor and of memory is read from the system (Linux)."""

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def cpu(self) -> float:
        """Seconds on the processor so far."""
        return cpu_of(self.pid)

    def tick(self) -> None:
        """Its clock goes on by a minute."""
        self._process.send_signal(signal.SIGUSR1)
        time.sleep(0.05)

    @property
    def memory(self) -> float:
        """MB that it holds for itself."""
        text = Path(f"/proc/{self.pid}/smaps_rollup").read_text()
        return (
            sum(int(line.split()[1]) for line in text.splitlines() if line[:7] == "Private") / 1e3
        )


class Session(Tab):
    """One browser tab that says what its clicks cost."""

    def __init__(self, server: Served) -> None:
        super().__init__(server.address, _let_in(server.address))
        self._server = server

    def click(self, page: str | None = None, press: str = "", *, settled: bool = True) -> Cost:
        """Run the page (the one before, where none is named) again; `press`: the id of a button that was pressed."""
        cpu, wall = self._server.cpu, time.perf_counter()
        self.run(page, press)
        took = time.perf_counter() - wall
        if settled:
            self._settle()
        return Cost(self._server.cpu - cpu, took, len(self.heard))

    def _settle(self) -> None:
        """Until the server does nothing any more: it collects its garbage after the answer."""
        used = self._server.cpu
        while True:
            time.sleep(0.015)
            used, before = self._server.cpu, used
            if used - before < 0.0005:
                return


def _let_in(address: str) -> dict[str, str]:
    """The cookies of a browser that the token has let in."""
    name, value = cookie_of(TOKEN)
    with closing(HTTPConnection(address.removeprefix("http://"), timeout=20)) as plain:
        plain.request("GET", "/", headers={"Cookie": f"{name}={value}"})
        given = plain.getresponse().headers.get_all("set-cookie", [])
    pairs = (each.partition(";")[0].partition("=") for each in given)
    return {name: value} | {key: said for key, _, said in pairs}


@contextlib.contextmanager
def stock() -> Iterator[Served]:
    """A blank page of stock Streamlit."""
    with tempfile.TemporaryDirectory() as name:
        words = ("--server.fileWatcherType", "none", "--browser.gatherUsageStats", "false")
        with _Stock(_STREAMLIT, Path(name), Path(name), *words) as server:
            yield server


class _Stock(Served):
    def __init__(self, program: Any, cwd: Path, folder: Path, /, *words: str) -> None:
        super().__init__(program, cwd, folder, *words)
        self._call[self._call.index("--port")] = "--server.port"


@contextlib.contextmanager
def ours(facts: Facts, now: datetime) -> Iterator[Served]:
    """The dashboard over these facts, at this moment."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = FileStore(folder / "data.json", backups=folder / "share" / "followup" / "backups")
        store.update("Entered", lambda _: facts, now=now)
        with Served(_TICKING, ROOT, folder, FOLLOWUP_NOW=now.isoformat()) as server:
            yield server
