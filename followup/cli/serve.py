"""`serve` (the default) and `demo`: the dashboard on this computer."""

import argparse
import contextlib
import errno
import os
import signal
import socket
import sys
import tempfile
import threading
import webbrowser
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

from followup.cli.shared import Commands
from followup.exchange.demo import demo_facts
from followup.home import auth_path, backups_folder, data_path, database_url
from followup.model.errors import FollowupError
from followup.store.file_store import FileStore

_PORT = 8501
_TRIED = 50
_LAST = 65535
_LOOPBACK = "127.0.0.1"
_MADE_UP = "Made-up data; yours is not touched, and what you change here is gone at the end.\n"


def add_default(parser: argparse.ArgumentParser) -> None:
    """Without a command the dashboard is served."""
    parser.set_defaults(run=_serve, address=_LOOPBACK)
    parser.add_argument(
        "--port",
        type=_port,
        metavar="PORT",
        help=f"the dashboard's port, 0 for any that is free (else the first free from {_PORT})",
    )


def add_commands(commands: Commands) -> None:
    """Add the commands of this module."""
    for name, run, words in (
        ("serve", _serve, "serve the dashboard on this computer (the default)"),
        ("demo", _demo, "serve the dashboard with made-up data; yours is not touched"),
    ):
        command = commands.add_parser(name, help=words)
        command.add_argument("--port", type=_port, metavar="PORT", default=argparse.SUPPRESS)
        command.add_argument(
            "--address",
            default=argparse.SUPPRESS,
            help=f"where to listen (else {_LOOPBACK}, which only this computer reaches); "
            "any other needs FOLLOWUP_PASSPHRASE",
        )
        command.set_defaults(run=run)


def _port(text: str) -> int:
    """A port that was typed."""
    if not (
        text.isascii() and text.isdecimal() and len(text) <= len("65535") and int(text) <= _LAST
    ):
        raise argparse.ArgumentTypeError(
            f"“{text}” is no port; a number from 0 to {_LAST}, and 0 is any that is free"
        )
    return int(text)


def _refusal(address: str, port: int) -> OSError | None:
    """Why nobody can listen there; None: one can."""
    try:
        family, kind, _, _, place = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            if sys.platform != "win32":  # there the option would let two programs share a port
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(place)
    except OSError as error:
        return error
    return None


def _free_port(address: str, wanted: int | None) -> int:
    """The port to listen on (0: the system will choose); raises FollowupError where there is none."""
    tried = range(_PORT, _PORT + _TRIED) if wanted is None else (wanted,)
    for port in tried:
        refusal = _refusal(address, port)
        if refusal is None:
            return port
        if refusal.errno == errno.EACCES:
            text = f"The system lets nobody listen on port {port} of {address}"
            raise FollowupError(f"{text}: name one from 1024 up with --port.") from refusal
        if refusal.errno != errno.EADDRINUSE:
            text = f"Nobody can listen at {address}: {refusal.strerror or refusal}"
            raise FollowupError(f"{text}. Leave --address away, or name one of this computer.")
    if wanted is None:
        text = f"No port from {_PORT} to {_PORT + _TRIED - 1} is free"
        raise FollowupError(f"{text}: end what listens there, or let --port 0 choose another.")
    raise FollowupError(
        f"Port {wanted} is taken, perhaps by a Follow-up that runs already: name another with --port, "
        "or --port 0 for any that is free."
    )


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return "SSH_CONNECTION" not in os.environ
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _show(address: str) -> None:
    """In the browser; by a page of the user's own, since every account may read a command line."""
    from followup.server.access import opening_page

    with contextlib.suppress(OSError):
        webbrowser.open(opening_page(address).as_uri())


def _listening(words: argparse.Namespace, first: str, token: str) -> Callable[[int], None]:
    """What is said, and shown, once the port is ours."""
    from followup.server.hosts import public_url, shown_host

    def say(port: int) -> None:
        address = public_url() or f"http://{shown_host(words.address)}:{port}"
        if token:
            address += f"/?token={quote(token, safe='')}"
        with contextlib.suppress(OSError):  # who cannot read it is served all the same
            print(f"{first}Follow-up: {address}   (Ctrl+C ends it)", flush=True)
        if words.address == _LOOPBACK and _has_display():
            threading.Thread(target=_show, args=(address,), daemon=True).start()

    return say


def _serve(words: argparse.Namespace, first: str = "") -> int:
    from followup.server import passphrase_for, run
    from followup.server.access import own_token
    from followup.server.hosts import proxies
    from followup.server.logs import log_path
    from followup.server.shared import shared_secret

    _ends_like_ctrl_c()
    # What is wrong is said before the port is.
    token = "" if passphrase_for(words.address) or auth_path() else own_token()
    proxies()
    shared_secret()
    _check_data()
    log_path()
    port = _free_port(words.address, words.port)
    with contextlib.suppress(KeyboardInterrupt):
        run(port, words.address, ready=_listening(words, first, token))
    return 0


def _check_data() -> None:
    """Raises FollowupError where the place of the data cannot be used as it is named."""
    url = database_url()
    if not url:
        backups_folder(data_path())
        return
    try:
        from followup.store.database.database_store import connected
    except ImportError as error:
        text = "FOLLOWUP_DATABASE needs packages that are not here: install “followup[hosted]”"
        raise FollowupError(f"{text} (docs/hosting.md).") from error
    connected(url)


def _ends_like_ctrl_c() -> None:
    """Being ended from outside leaves nothing behind either: the demo's folder goes.

    The server takes over while it runs, and hands the signal back when it has closed.
    """
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) != signal.SIG_IGN:
        # The terminal was closed, and nohup was not asked for.
        signal.signal(signal.SIGHUP, lambda *_: signal.raise_signal(signal.SIGTERM))


def _demo(words: argparse.Namespace) -> int:
    _ends_like_ctrl_c()
    with tempfile.TemporaryDirectory(prefix="followup-demo-") as folder:
        path = Path(folder) / "demo.json"
        now = datetime.now(UTC)
        os.environ.pop("FOLLOWUP_DATABASE", None)
        os.environ["FOLLOWUP_DATA"] = str(path)
        os.environ["FOLLOWUP_BACKUPS"] = str(Path(folder) / "backups")
        FileStore(path).update("Demo data", lambda _: demo_facts(now), now=now)
        return _serve(words, _MADE_UP)
