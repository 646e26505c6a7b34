"""The handbook names files and targets that are there."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from followup.model.beside import HandedOut, Skip, Snooze, Template
from followup.model.fact import Fact
from followup.model.facts import (
    Application,
    Facts,
    Interview,
    Outcome,
    Person,
    Promise,
    Specific,
    Touchpoint,
)
from followup.model.settings import Cadence, Me
from followup.model.vocabulary import ACTION_KINDS, SCHEMA
from tests.rows import each_row
from tests.test_house import ROOT

HANDBOOK = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
PATHS = sorted(
    set(re.findall(r"`((?:followup|tests|docs|data|tools)/[\w./*]+|\w+\.(?:toml|md))`", HANDBOOK))
    | set(re.findall(r"\]\(([\w./]+)\)", HANDBOOK))
)


@each_row("path", PATHS)
def test_what_the_handbook_names_is_there(path: str) -> None:
    assert list(ROOT.glob(path.rstrip("/")))


def test_the_targets_it_names_are_in_the_makefile() -> None:
    there = set(re.findall(r"^([a-z]+):", Path(ROOT, "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z]+)", HANDBOOK)) <= there


FORMAT = (ROOT / "docs/format.md").read_text("utf-8")
TYPES = (
    *(Facts, Me, Cadence, Application, Outcome, Person, Interview, Specific, Promise, Touchpoint),
    *(Snooze, Skip, HandedOut, Template),
)


@each_row("kind", TYPES, ids=lambda kind: kind.__name__)
def test_the_format_names_every_key_and_every_word_of_its_closed_lists(kind: type[Fact]) -> None:
    words = set(re.findall(r"\w+", FORMAT))
    for name, field in kind.model_fields.items():
        assert name in words, name
        if name != "kind" or kind is not Template:  # the kinds of actions are the playbook's
            listed = set(_words(field.annotation)) - set(ACTION_KINDS)
            assert listed <= words, name
    assert f'"schema": {SCHEMA}' in FORMAT


def _words(annotation: Any) -> Iterator[str]:
    """The words of the closed lists in a type."""
    for each in get_args(annotation):
        if isinstance(each, str):
            yield each
        else:
            yield from _words(each)
