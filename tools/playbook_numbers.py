"""The numbers that the playbook counts with, as the list in docs/playbook.md: `python -m tools.playbook_numbers`.

With `--write` it is put into the page, between its two markers. A test keeps the page current.
"""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from followup.model.settings import Cadence
from followup.playbook import search
from followup.playbook.cadence import PRESETS, SETTINGS
from followup.playbook.case import people as case_people
from followup.playbook.rules import checks, holds, people

PAGE = Path(__file__).resolve().parents[1] / "docs" / "playbook.md"
BEGIN, END = "<!-- numbers: begin -->\n", "<!-- numbers: end -->\n"

# What the constants of the rules mean, and the section that has them.
FIXED = (
    ("days from one check to the next", checks.WEEK, "4.3"),
    ("days that an e-mail check stays unanswered until the phone is offered", checks.WEEK, "4.6"),
    ("days past its late moment until a check has gone stale", checks.STALE, "4.10"),
    ("days on hold where no day was named", holds.FREEZE, "4.11"),
    ("days off beyond which an out-of-office holds nothing", case_people.LONG, "4.4"),
    ("days after an acceptance for a touchpoint of the same search", search.TOUCHED, "4.8"),
    ("days after an acceptance for an interview of the same search", search.MEETING, "4.8"),
    ("days before an acceptance after which nobody is told", search.COLD, "4.8"),
    ("keep-in-touch notes a year to one person", people.A_YEAR, "3"),
)  # fmt: skip


def _shown(value: Any) -> str:
    return (
        {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    )


def _bounds(name: str) -> str:
    limits = {type(rule).__name__: rule for rule in Cadence.model_fields[name].metadata}
    if "Ge" not in limits:
        return "yes or no"
    return f"{limits['Ge'].ge} to {limits['Le'].le}"


def numbers() -> str:
    """The list, as Markdown."""
    rows = ["| setting | " + " | ".join(PRESETS) + " | bounds |", "| --- |" + " --- |" * 4]
    for name in SETTINGS:
        values = (_shown(asdict(preset)[name]) for preset in PRESETS.values())
        rows.append(f"| `{name}` | " + " | ".join(values) + f" | {_bounds(name)} |")
    rows += ["", "| fixed | number | section |", "| --- | --- | --- |"]
    rows += [f"| {what} | {number} | {section} |" for what, number, section in FIXED]
    return "\n".join(rows) + "\n"


def with_numbers(page: str) -> str:
    """The page with the list of today between its markers."""
    before, _, rest = page.partition(BEGIN)
    return before + BEGIN + "\n" + numbers() + "\n" + END + rest.partition(END)[2]


if __name__ == "__main__":
    if "--write" in sys.argv:
        PAGE.write_text(with_numbers(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    else:
        print(numbers(), end="")
