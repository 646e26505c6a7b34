"""The examples beside each check of the lint (followup/messages/lint/checks/*.toml) do what they stand for."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from followup.messages.lint import Brief, checks, lint
from followup.messages.lint.reading.letter import read_letter
from followup.messages.lint.rules import RULES, Rule
from tests.rows import each_row

FRAME = """
Dear Ann,

Thank you for Tuesday and for the electronic charts. {}

I'd love to join you.

Best regards,
Maya Lind
"""
BRIEF = Brief(
    kind="thank_you",
    to=("Ann Adler",),
    company="Brightwater",
    role="Nurse",
    me="Maya Lind",
    specifics=("electronic charts on ward 7",),
)
FILES = {path.stem: path for path in sorted(Path(checks.__file__).parent.glob("*.toml"))}
CODES: dict[str, set[str]] = {}


def module_of(rule: Rule) -> str:
    return rule.check.__module__.rpartition(".")[2]


for each_rule in RULES:
    CODES.setdefault(module_of(each_rule), set()).add(each_rule.code)


def told(name: str) -> dict[str, Any]:
    return tomllib.loads(FILES[name].read_text(encoding="utf-8"))


def brief_of(said: dict[str, Any]) -> Brief:
    lists = {key: tuple(value) for key, value in said.items() if isinstance(value, list)}
    return replace(BRIEF, **{**said, **lists})


def examples() -> list[Any]:
    found = []
    for name in FILES:
        table = told(name)
        frame, brief = table.pop("frame", FRAME).lstrip("\n"), table.pop("brief", {})
        for code, both in table.items():
            for way, at, each in ((w, at, each) for w in both for at, each in enumerate(both[w])):
                said = {"text": each} if isinstance(each, str) else dict(each)
                text = frame.replace("{}", said.pop("text", ""))
                subject = said.pop("subject", "Thank you")
                case = (name, code, way, text, subject, brief_of(brief | said))
                found.append(pytest.param(*case, id=f"{name}-{code}-{way}-{at}"))
    return found


def tripped(name: str, code: str, text: str, subject: str, brief: Brief) -> bool:
    letter = read_letter(text, subject, brief.me, brief.sign_off)
    return any(
        any(rule.check(letter, brief))
        for rule in RULES
        if rule.code == code and module_of(rule) == name.partition(".")[0] and rule.asks_of(brief)
    )


@each_row(("name", "code", "way", "text", "subject", "brief"), examples())
def test_an_example_does_what_it_stands_for(
    name: str, code: str, way: str, text: str, subject: str, brief: Brief
) -> None:
    found = {finding.code for finding in lint(text, subject, brief)}
    assert tripped(name, code, text, subject, brief) == (way == "trips")
    assert (code in found) == (way == "trips")


def test_every_check_has_a_row_in_the_table_and_its_examples_beside_it() -> None:
    modules = {path.stem for path in Path(checks.__file__).parent.glob("*.py")} - {"__init__"}
    shown: dict[str, set[str]] = {}
    for name in FILES:
        table = told(name)
        codes = set(table) - {"frame", "brief"}
        shown.setdefault(name.partition(".")[0], set()).update(codes)
        for code in codes:
            assert table[code]["trips"], (name, code)
            assert table[code]["spares"], (name, code)
    assert modules == set(shown)
    assert shown == CODES
