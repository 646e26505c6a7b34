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
from typing import Any, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState, ContextInfo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from followup.model.facts import Facts
from followup.server.access import cookie_of
from followup.store.file_store import FileStore
from tests.served import ROOT, TOKEN, Server

BLANK = ROOT / "benchmarks" / "blank.py"
_STREAMLIT = (sys.executable, "-m", "streamlit", "run", str(BLANK), "--server.headless", "true")
_TICKING = (sys.executable, "-m", "benchmarks.ticking")
_FINISHED = (
    ForwardMsg.FINISHED_SUCCESSFULLY,
    ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY,
    ForwardMsg.FINISHED_WITH_COMPILE_ERROR,
)


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds: of the server's processor, from the click until its answer was whole; and the bytes of the answer."""

    cpu: float
    wall: float
    size: int


class Served(Server):
    """A server whose use of the processor and of memory is read from the system (Linux)."""

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def cpu(self) -> float:
        """Seconds on the processor so far, in all threads, also those that have ended."""
        return time.clock_gettime(
            ~self.pid << 3 | 2
        )  # the clock of another process, as clock_getcpuclockid has it

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


class Session:
    """One browser tab: it opens a page, and clicks."""

    def __init__(self, server: Served) -> None:
        self._server = server
        self._stack = contextlib.ExitStack()
        self._hashes: dict[str, str] = {}
        self._page = ""
        self.elements: list[Any] = []

    def __enter__(self) -> Self:
        name, value = cookie_of(TOKEN)
        host = self._server.address.removeprefix("http://")
        with closing(HTTPConnection(host, timeout=20)) as plain:
            plain.request("GET", "/", headers={"Cookie": f"{name}={value}"})
            given = plain.getresponse().headers.get_all("set-cookie", [])
        cookies = [f"{name}={value}", *(each.partition(";")[0] for each in given)]
        self._link = self._stack.enter_context(
            connect(
                f"ws://{host}/_stcore/stream",
                origin=Origin(self._server.address),
                additional_headers={"Cookie": "; ".join(cookies)},
                subprotocols=[Subprotocol("streamlit")],
                max_size=None,
            )
        )
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def click(self, page: str | None = None, press: str = "", *, settled: bool = True) -> Cost:
        """Run the page (the one before, where none is named) again; `press`: the id of a button that was pressed."""
        if page is not None:
            self._page = page
        known = self._hashes.get(self._page, "")
        here = ContextInfo(timezone="Europe/Berlin", locale="en-GB", url=self._server.address)
        state = ClientState(
            page_script_hash=known, page_name="" if known else self._page, context_info=here
        )
        if press:
            state.widget_states.widgets.append(WidgetState(id=press, trigger_value=True))
        cpu, wall, size = self._server.cpu, time.perf_counter(), 0
        self._link.send(BackMsg(rerun_script=state).SerializeToString())
        self.elements = []
        while True:
            data = self._link.recv(120)
            size += len(data)
            message = ForwardMsg.FromString(data if isinstance(data, bytes) else data.encode())
            if message.HasField("navigation"):
                self._hashes = {
                    each.url_pathname: each.page_script_hash
                    for each in message.navigation.app_pages
                }
            if message.HasField("delta") and message.delta.HasField("new_element"):
                self.elements.append(message.delta.new_element)
            if message.WhichOneof("type") == "script_finished":
                if message.script_finished not in _FINISHED:
                    raise RuntimeError(str(message))
                break
        took = time.perf_counter() - wall
        if settled:
            self._settle()
        return Cost(self._server.cpu - cpu, took, size)

    def button(self, part: str) -> str:
        """The id of the first button on the page whose id or label has this part."""
        buttons = (each.button for each in self.elements if each.HasField("button"))
        return next(str(b.id) for b in buttons if part in b.id or part in b.label)

    def _settle(self) -> None:
        """Until the server does nothing any more: it collects its garbage after the answer."""
        used = self._server.cpu
        while True:
            time.sleep(0.015)
            used, before = self._server.cpu, used
            if used - before < 0.0005:
                return


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
