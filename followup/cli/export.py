"""`export`: the facts as lossless JSON; the plan as a calendar, the search as a table or as a report to print."""

import argparse
import contextlib
import os
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from followup.cli.clock import add_moment, moment, seen
from followup.cli.shared import Commands, own_facts
from followup.cli.streams import STDIN, put
from followup.home import data_path
from followup.model.errors import FollowupError
from followup.model.facts import Facts
from followup.model.lossless.codec import encode
from followup.model.times import Clock, read_day
from followup.playbook.plan import plan
from followup.store.errors import because
from followup.store.file_store import FileStore


def add_commands(commands: Commands) -> None:
    """Add the command of this module."""
    words = commands.add_parser(
        "export", help="write your own data as lossless JSON, or as a calendar, a table, a report"
    )
    words.add_argument("file", nargs="?", default=STDIN, metavar="FILE", help="else it is printed")
    forms = words.add_mutually_exclusive_group()
    for name, said in _SAID.items():
        forms.add_argument(f"--{name}", dest="form", action="store_const", const=name, help=said)
    words.add_argument(
        "--only",
        metavar="KEY",
        help="of a calendar: one action by its key, as `plan --json` has it, or one interview by its id",
    )
    for name, said in (("since", "first"), ("until", "last")):
        words.add_argument(
            f"--{name}", type=_day, metavar="YYYY-MM-DD", help=f"of a report: its {said} day"
        )
    add_moment(words)
    words.set_defaults(run=_export)


_SAID: Final = {
    "json": "all that was entered, for another Follow-up (this is what happens anyway)",
    "ics": "a calendar: the interviews, and what there is to do, with an alarm each",
    "csv": "a table of the applications",
    "xlsx": "the same for Excel",
    "html": "a report of what was done, to print",
}


def _day(text: str) -> date:
    """A day that was typed."""
    try:
        return read_day(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _export(words: argparse.Namespace) -> int:
    ending = Path(words.file).suffix.lower().removeprefix(".")
    form = words.form or (ending if ending in _SAID else "json")
    if words.only and form != "ics":
        raise FollowupError("--only is for a calendar: say --ics, too.")
    _write(words.file, _FORMS[form](words))
    return 0


def _json(_: argparse.Namespace) -> bytes:
    return encode(own_facts())


def _calendar(words: argparse.Namespace) -> bytes:
    # Here and below, so that the other commands start without the libraries of calendars and tables.
    from followup.exchange.out.ics import calendar_file
    from followup.exchange.out.marks import handed_out

    facts, now = seen(words, own_facts()), moment(words)
    actions = plan(facts, now)

    def noted(fresh: Facts) -> Facts:
        given = handed_out(seen(words, fresh), actions, now, words.only)
        return fresh.replace(handed_out=given)

    data = calendar_file(facts, actions, now, words.only)
    FileStore(data_path()).update("Gave out calendar entries", noted, now=now)
    return data


def _table(words: argparse.Namespace, *, workbook: bool) -> bytes:
    from followup.exchange.out.sheet import as_csv, as_xlsx, sheet

    facts, now = seen(words, own_facts()), moment(words)
    made = sheet(facts, plan(facts, now), Clock.of(now, facts.me.zone))
    return as_xlsx(made) if workbook else as_csv(made)


def _report(words: argparse.Namespace) -> bytes:
    from followup.exchange.out.report import report

    facts, now = seen(words, own_facts()), moment(words)
    return report(facts, Clock.of(now, facts.me.zone), words.since, words.until)


_FORMS: Final[dict[str, Callable[[argparse.Namespace], bytes]]] = {
    "json": _json,
    "ics": _calendar,
    "csv": partial(_table, workbook=False),
    "xlsx": partial(_table, workbook=True),
    "html": _report,
}


def _write(file: str, data: bytes) -> None:
    """Into a file that is not there yet, for the user alone, or as the answer."""
    if file == STDIN:
        put(data)
        return
    path = Path(file).absolute()
    try:
        with open(path, "xb", opener=_private) as opened:
            opened.write(data)
            opened.flush()
    except FileExistsError as error:
        raise FollowupError(f"{path} is there already: name another file.") from error
    except OSError as error:
        with contextlib.suppress(OSError):
            path.unlink()
        raise FollowupError(f"{path} was not written: {because(error)}.") from error
    print(f"Exported to {path}.")


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)
