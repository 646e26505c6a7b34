"""The command line (PLAYBOOK section 7): serve the dashboard, print the plan, export, show made-up data.

Streamlit, pandas and altair are imported by `serve` and `demo` alone: `plan` answers at once.
"""

import argparse
import dataclasses
import os
import socket
import sys
import tempfile
import threading
import time
import webbrowser
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import orjson

from followup.exchange.demo import demo_facts
from followup.model.action import Action
from followup.model.codec import decode, encode
from followup.model.errors import CannotRead, FollowupError
from followup.model.facts import Facts
from followup.model.text import check_zone
from followup.model.times import read_moment
from followup.playbook.plan import plan
from followup.playbook.words import day_words
from followup.store.place import data_path
from followup.store.store import Store

CANNOT_READ = 2
_PORT = 8501
_SHOWN_PROBLEMS = 20


def main(argv: Sequence[str]) -> int:
    """Run one command; the exit status: 0 it ran, 2 input that it cannot read, said in one line on standard error."""
    parser = _parser()
    words = parser.parse_args(argv)
    try:
        status: int = words.run(words)
    except CannotRead as error:
        shown = [str(problem) for problem in error.problems[:_SHOWN_PROBLEMS]]
        more = len(error.problems) - len(shown)
        if more:
            shown.append(f"and {more} more")
        print(f"followup: {'; '.join(shown)}", file=sys.stderr)
        return CANNOT_READ
    except FollowupError as error:
        print(f"followup: {' '.join(str(error).split())}", file=sys.stderr)
        return CANNOT_READ
    except BrokenPipeError:  # the reader (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m followup",
        description="What to do after a job interview, when, for whom, and why.",
    )
    parser.set_defaults(run=_serve, port=None)
    parser.add_argument(
        "--port", type=int, help=f"the dashboard's port (else the first free from {_PORT})"
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    serve = commands.add_parser("serve", help="serve the dashboard on this computer (the default)")
    serve.add_argument("--port", type=int)
    serve.set_defaults(run=_serve)
    demo = commands.add_parser(
        "demo", help="serve the dashboard with made-up data; yours is not touched"
    )
    demo.add_argument("--port", type=int)
    demo.set_defaults(run=_demo)
    plan_ = commands.add_parser("plan", help="print what is due, when and why")
    plan_.add_argument(
        "file",
        nargs="?",
        metavar="FILE",
        help="an export; - is standard input; without it your own data",
    )
    plan_.add_argument(
        "--now",
        metavar="ISO-DATE-TIME",
        help="instead of the clock, like 2026-09-18T10:00:00+02:00",
    )
    plan_.add_argument(
        "--zone", metavar="ZONE", help="instead of your own zone, like Europe/Berlin"
    )
    plan_.add_argument("--json", action="store_true", help="one JSON array")
    plan_.set_defaults(run=_plan)
    export = commands.add_parser("export", help="print your own data as lossless JSON")
    export.set_defaults(run=_export)
    return parser


# ---- plan


def _facts(file: str | None) -> Facts:
    """The facts of an export, of standard input (-), or of the user's own file."""
    if file is None:
        return Store(data_path()).load().facts
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise FollowupError(f"{file} cannot be read: {error.strerror or error}") from error
    return decode(data)


def _chosen(words: argparse.Namespace) -> tuple[Facts, datetime]:
    facts = _facts(words.file)
    try:
        now = read_moment(words.now) if words.now else datetime.now(UTC)
    except ValueError as error:
        raise FollowupError(f"--now: {error}") from error
    if words.zone:
        try:
            facts = facts.replace(me=facts.me.replace(time_zone=check_zone(words.zone)))
        except ValueError as error:
            raise FollowupError(f"--zone: {error}") from error
    return facts, now


def _plan(words: argparse.Namespace) -> int:
    facts, now = _chosen(words)
    actions = plan(facts, now)
    if words.json:
        rows = [_row(action) for action in actions]
        sys.stdout.write(orjson.dumps(rows, option=orjson.OPT_INDENT_2).decode() + "\n")
    else:
        companies = {application.id: application.company for application in facts.applications}
        if not actions:
            print("Nothing is planned: no interview has been entered yet.")
        for action in actions:
            print(
                _line(
                    action, companies[action.application], now.astimezone(action.due.tzinfo).date()
                )
            )
    return 0


def _export(_: argparse.Namespace) -> int:
    sys.stdout.buffer.write(encode(_facts(None)))
    return 0


def _row(action: Action) -> dict[str, Any]:
    """An action as section 7 has it; date-times in ISO 8601 with their offset."""
    row = {field.name: getattr(action, field.name) for field in dataclasses.fields(action)}
    del row["message"]  # the key has it
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in row.items()
    }


def _line(action: Action, company: str, today: date) -> str:
    kind = action.kind.replace("_", " ")
    return f"{action.status:<9} {day_words(action.due.date(), today):<12} {kind}, {company}: {action.reason}"


# ---- serve and demo


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
    port = words.port or _free_port()
    address = f"http://127.0.0.1:{port}"
    print(f"Follow-up: {address}   (Ctrl+C ends it)", flush=True)
    if _has_display():
        threading.Thread(target=_open_browser, args=(address, port), daemon=True).start()
    from followup.server import run

    run(port)
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
