"""`serve` (the default) and `demo`: the dashboard on this computer."""

import argparse
import os
import socket
import sys
import tempfile
import threading
import time
import webbrowser
from datetime import UTC, datetime
from pathlib import Path

from followup.cli.facts import Commands
from followup.exchange.demo import demo_facts
from followup.model.errors import FollowupError
from followup.store.store import Store

_PORT = 8501
_LOOPBACK = "127.0.0.1"


def add_default(parser: argparse.ArgumentParser) -> None:
    """Without a command the dashboard is served."""
    parser.set_defaults(run=_serve, address=_LOOPBACK)
    parser.add_argument(
        "--port", type=int, help=f"the dashboard's port (else the first free from {_PORT})"
    )


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    for name, run, words in (
        ("serve", _serve, "serve the dashboard on this computer (the default)"),
        ("demo", _demo, "serve the dashboard with made-up data; yours is not touched"),
    ):
        command = commands.add_parser(name, help=words)
        command.add_argument("--port", type=int, default=argparse.SUPPRESS)
        command.add_argument(
            "--address",
            default=argparse.SUPPRESS,
            help=f"where to listen (else {_LOOPBACK}, which only this computer reaches); "
            "any other needs FOLLOWUP_PASSPHRASE",
        )
        command.set_defaults(run=run)


def _free_port() -> int:
    for port in range(_PORT, _PORT + 50):
        with socket.socket() as probe:
            if sys.platform != "win32":  # there the option would let two programs share a port
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise FollowupError(f"No port from {_PORT} to {_PORT + 49} is free; name one with --port.")


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return "SSH_CONNECTION" not in os.environ
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open_browser(address: str, port: int) -> None:
    """Open the browser once the server answers; gives up after a minute."""
    for _ in range(600):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                webbrowser.open(address)
                return
        time.sleep(0.1)


def _serve(words: argparse.Namespace) -> int:
    from followup.server import passphrase_for, run

    passphrase_for(words.address)  # said before anything is printed
    port = words.port or _free_port()
    address = f"http://{words.address}:{port}"
    print(f"Follow-up: {address}   (Ctrl+C ends it)", flush=True)
    if words.address == _LOOPBACK and _has_display():
        threading.Thread(target=_open_browser, args=(address, port), daemon=True).start()
    run(port, words.address)
    return 0


def _demo(words: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory(prefix="followup-demo-") as folder:
        path = Path(folder) / "demo.json"
        now = datetime.now(UTC)
        os.environ["FOLLOWUP_DATA"] = str(path)
        os.environ["FOLLOWUP_BACKUPS"] = str(Path(folder) / "backups")
        Store(path).update("Demo data", lambda _: demo_facts(now), now=now)
        print("Made-up data; yours is not touched, and what you change here is gone at the end.")
        return _serve(words)
