"""`lint`: the findings on a message (PLAYBOOK section 6)."""

import argparse
import dataclasses

import orjson

from followup.cli.shared import Commands
from followup.cli.streams import put, put_lines, read_bytes
from followup.messages.lint import Brief, Finding, lint_message
from followup.model.errors import FollowupError
from followup.model.fact import PROSE_LIMIT
from followup.model.vocabulary import ACTION_KINDS, CHANNELS

FOUND_ERRORS = 1


def add_commands(commands: Commands) -> None:
    """Add the command of this module."""
    words = commands.add_parser("lint", help="print what a message lacks")
    words.add_argument(
        "file",
        metavar="FILE",
        help="the message; a first line “Subject: …” is its subject; - is standard input",
    )
    words.add_argument(
        "--kind", required=True, choices=ACTION_KINDS, metavar="KIND", help=", ".join(ACTION_KINDS)
    )
    words.add_argument(
        "--channel", default="email", choices=CHANNELS, metavar="CHANNEL", help=", ".join(CHANNELS)
    )
    _add_several(words, "--to", "NAME", "whom it goes to")
    words.add_argument("--company", default="", metavar="NAME")
    _add_several(words, "--other-company", "NAME", "where else you applied")
    words.add_argument("--role", default="")
    words.add_argument("--me", default="", metavar="NAME", help="your own name")
    _add_several(words, "--specific", "TEXT", "what was said")
    words.add_argument("--json", action="store_true", help="one JSON array")
    words.add_argument("--strict", action="store_true", help="exit status 1 when there is an error")
    words.set_defaults(run=_lint)


def _add_several(words: argparse.ArgumentParser, flag: str, metavar: str, what: str) -> None:
    words.add_argument(
        flag, action="append", default=[], metavar=metavar, help=f"{what} (several times)"
    )


def _lint(words: argparse.Namespace) -> int:
    try:
        raw = read_bytes(words.file).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FollowupError(f"{words.file} is not UTF-8 text (byte {error.start})") from error
    if len(raw) > PROSE_LIMIT:
        raise FollowupError(
            f"{words.file} is no message: it is longer than {PROSE_LIMIT:,} characters"
        )
    brief = Brief(
        kind=words.kind,
        channel=words.channel,
        to=tuple(words.to),
        company=words.company,
        role=words.role,
        me=words.me,
        specifics=tuple(words.specific),
        other_companies=tuple(words.other_company),
    )
    findings = lint_message(raw, brief)
    if words.json:
        rows = [_row(finding) for finding in findings]
        put(orjson.dumps(rows, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    else:
        put_lines(_line(raw, finding) for finding in findings)
    errors = any(finding.severity == "error" for finding in findings)
    return FOUND_ERRORS if errors and words.strict else 0


def _line(raw: str, finding: Finding) -> str:
    line = raw.count("\n", 0, finding.start) + 1
    return f"{line}: {finding.severity} {finding.code}: {finding.message}"


def _row(finding: Finding) -> dict[str, object]:
    row = dataclasses.asdict(finding)
    return {name: row[name] for name in ("code", "severity", "start", "end", "message", "guide")}
