"""`draft`: the message that the composer begins with for an action (PLAYBOOK section 7)."""

import argparse
import dataclasses
from typing import Any, get_args

import orjson

from followup.cli.clock import add_moment, facts_and_now
from followup.cli.shared import Commands
from followup.cli.streams import put, put_lines
from followup.messages.brief import brief_for
from followup.messages.draft import Draft, draft
from followup.messages.languages import LANGUAGES
from followup.messages.lint import Finding, lint
from followup.messages.occasion import Occasion, occasion_of
from followup.messages.specifics import first_specifics, panel_of
from followup.messages.templates import Tone
from followup.model.errors import FollowupError
from followup.model.fact import shown
from followup.model.vocabulary import CHANNELS
from followup.playbook.plan import plan


def add_commands(commands: Commands) -> None:
    """Add the command of this module."""
    words = commands.add_parser("draft", help="print the message for an action of the plan")
    words.add_argument("file", metavar="FILE", help="an export; - is standard input")
    words.add_argument(
        "--action", required=True, metavar="KEY", help="its key, as `plan --json` prints it"
    )
    words.add_argument("--channel", choices=CHANNELS, metavar="CHANNEL", help=", ".join(CHANNELS))
    words.add_argument("--tone", choices=get_args(Tone), default="plain", help="plain without it")
    words.add_argument(
        "--language",
        choices=[*LANGUAGES],
        metavar="LANGUAGE",
        help=f"the application's without it: {', '.join(LANGUAGES)}",
    )
    add_moment(words)
    words.add_argument("--json", action="store_true", help="one JSON object")
    words.set_defaults(run=_draft)


def _draft(words: argparse.Namespace) -> int:
    facts, now = facts_and_now(words)
    actions = plan(facts, now)
    action = next((each for each in actions if each.key == words.action), None)
    if action is None:
        raise FollowupError(
            f"--action: the plan has no action “{shown(words.action)}” at that moment"
        )
    occasion = occasion_of(action, facts, now)
    made = draft(
        occasion,
        specifics=first_specifics(occasion, panel_of(occasion, actions)),
        channel=words.channel,
        tone=words.tone,
        language=words.language,
        quote=False,
    )
    findings = lint(
        made.body, made.subject if made.channel == "email" else None, brief_for(occasion, made)
    )
    if words.json:
        row = _row(occasion, made, findings, words.language)
        put(orjson.dumps(row, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    else:
        put_lines(_lines(made, findings))
    return 0


def _row(
    occasion: Occasion, made: Draft, findings: tuple[Finding, ...], language: str | None
) -> dict[str, Any]:
    """A draft as section 7 has it."""
    to = [{"name": made.recipient.name, "address": made.to}] if made.recipient else []
    names = ("code", "severity", "start", "end", "message", "guide")
    return {
        "to": to,
        "channel": made.channel,
        "language": made.template.language or language or occasion.language,
        "subject": made.subject,
        "text": made.body,
        "missing": [dataclasses.asdict(lack) for lack in made.lacks],
        "findings": [{name: getattr(found, name) for name in names} for found in findings],
    }


def _lines(made: Draft, findings: tuple[Finding, ...]) -> list[str]:
    whom = f"{made.recipient.name} " if made.recipient else ""
    head = [f"To: {whom}{f'<{made.to}>' if made.to else ''}".rstrip()]
    if made.subject:
        head.append(f"Subject: {made.subject}")
    lacks = [f"missing: {lack.sentence}" for lack in made.lacks]
    found = [f"{one.severity} {one.code}: {one.message}" for one in findings]
    return [*head, "", made.body, *([""] if lacks or found else []), *lacks, *found]
