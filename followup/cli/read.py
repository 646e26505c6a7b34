"""`read`: what a file from elsewhere holds (PLAYBOOK section 7); it changes nothing."""

import argparse

from followup.cli.clock import add_moment, moment, seen
from followup.cli.shared import Commands
from followup.cli.streams import put, put_lines, read_bytes
from followup.model.facts import Facts
from followup.model.lossless.codec import decode


def add_commands(commands: Commands) -> None:
    """Add the command of this module."""
    words = commands.add_parser(
        "read", help="say what a mail, an invitation or a table holds; nothing is changed"
    )
    words.add_argument(
        "file",
        metavar="FILE",
        help="a mail (.eml, or its text), an invitation (.ics), a table (.csv, .xlsx); - is standard input",
    )
    words.add_argument(
        "--facts", metavar="EXPORT", help="an export, whose applications it may belong to"
    )
    add_moment(words)
    words.add_argument("--json", action="store_true", help="one JSON object")
    words.set_defaults(run=_read)


def _read(words: argparse.Namespace) -> int:
    # Here, so that the other commands start without the libraries of calendars and tables.
    from followup.exchange.as_json import to_json
    from followup.exchange.as_lines import to_lines
    from followup.exchange.read import read_file
    from followup.exchange.reader import Reader

    facts = seen(words, decode(read_bytes(words.facts)) if words.facts else Facts())
    reader = Reader.of(facts, moment(words), facts.me.zone.key)
    found = read_file(read_bytes(words.file), words.file, reader)
    if words.json:
        put(to_json(found))
    else:
        put_lines(to_lines(found))
    return 0
