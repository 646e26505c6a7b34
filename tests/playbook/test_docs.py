"""docs/playbook.md is the specification: its numbers are those of the code, and every kind and section is in it."""

import re
from pathlib import Path

from followup.model.kinds import KINDS
from followup.playbook.cadence import SETTINGS
from tests.rows import each_row
from tools.playbook_numbers import PAGE, with_numbers

TEXT = PAGE.read_text(encoding="utf-8")


def test_the_list_of_built_in_numbers_is_what_the_code_counts_with() -> None:
    assert with_numbers(TEXT) == TEXT, "python -m tools.playbook_numbers --write"


def test_every_kind_has_its_row_and_every_setting_its_line() -> None:
    rows = re.findall(r"^\| `(\w+)`", TEXT, re.MULTILINE)
    assert {*KINDS, *SETTINGS} <= set(rows)


def test_the_sections_are_numbered_from_1_to_8_and_the_limits_from_1_to_13() -> None:
    assert re.findall(r"^## (\d)\.", TEXT, re.MULTILINE) == [str(n) for n in range(1, 9)]
    limits = TEXT.partition("## 4.")[2].partition("## 5.")[0]
    assert re.findall(r"^(\d+)\. \*\*", limits, re.MULTILINE) == [str(n) for n in range(1, 14)]


def _tests() -> str:
    files = sorted(Path(__file__).parent.glob("test_*.py"))
    return "\n".join(re.findall(r"^def (test_\w+)", "\n".join(map(_text, files)), re.MULTILINE))


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@each_row("kind", KINDS)
def test_every_row_of_section_3_has_tests_that_name_it(kind: str) -> None:
    assert re.search(rf"^test_[34]\w*_{kind}_", _tests(), re.MULTILINE)


@each_row("limit", range(1, 14))
def test_every_limit_of_section_4_has_tests_that_name_it(limit: int) -> None:
    assert re.search(rf"^test_4_{limit}_", _tests(), re.MULTILINE)
