"""Whole mails: what each says, and what is asked."""

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson
import pytest

from followup.exchange.as_json import to_json
from followup.exchange.mail import read_mail
from followup.exchange.mail.about.role import role_of
from tests.exchange.mails import (
    BY_TWO,
    FIFTH_TWO,
    FOURTH_TWO,
    LAST_TWO,
    MORE,
    READER,
    SMALL_FIRMS,
    THIRD_TWO,
    Case,
    cases,
    unlike,
    wrong,
)
from tests.rows import each_row

CASES = [*cases(), *cases(SMALL_FIRMS)]
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT")
BLIND = Path(__file__).with_name("blind")
ROWS = [orjson.loads(line) for line in (BLIND / "expected.jsonl").read_text("utf-8").splitlines()]


@each_row("case", CASES, ids=[case.name for case in CASES], parts=3)
def test_a_mail(case: Case) -> None:
    assert wrong(case) == []


OTHERS = [
    each
    for path in (BY_TWO, MORE, LAST_TWO, THIRD_TWO, FOURTH_TWO, FIFTH_TWO)
    for each in cases(path)
]


@each_row("case", OTHERS, ids=[case.name for case in OTHERS], parts=4)
def test_a_mail_by_others(case: Case) -> None:
    """Names in any fuller form. Learned from since: it says nothing of mails to come (docs/mails.md)."""
    assert unlike(case) == []


def _same(have: Any, want: Any) -> bool:
    """Whether values are equal: moments as instants, an item of a list by the values that are expected of it."""
    if isinstance(want, list):
        many = [have] if isinstance(have, dict) else have or []
        return all(any(_fits(one, item) for one in many) for item in want)
    if isinstance(want, dict):
        return _fits(have or {}, want)
    if isinstance(want, str) and _MOMENT.match(want) and have:
        return datetime.fromisoformat(have) == datetime.fromisoformat(want)
    return (have or None) == (want or None)


def _fits(one: dict[str, Any], item: dict[str, Any]) -> bool:
    return all(_same(one.get(name), value) for name, value in item.items())


@each_row("row", ROWS, ids=[row["file"] for row in ROWS])
def test_a_mail_of_the_blind_batch(row: dict[str, Any]) -> None:
    """Each value is right or asked about. Learned from since: it says nothing of mails to come (docs/mails.md)."""
    found = orjson.loads(to_json(read_mail((BLIND / row["file"]).read_bytes(), READER)))
    asked = {ask["field"] for ask in found["asks"]}
    right = {name: want for name, want in row["right"].items() if name not in ("kind", "direction")}
    for name, want in right.items():
        have: Any = found
        for part in name.split("."):
            have = (have or {}).get(part)
        assert _same(have, want) or name.split(".")[0] in asked, f"{name}: {have}, not {want}"
    assert {name for item in row.get("ask", []) for name in item} <= asked


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("Sent: Wednesday, November 25, 2026 3:05 PM", "2026-11-25T15:05:00+01:00"),
        ("Sent: Wednesday, 25 November 2026 15:05", "2026-11-25T15:05:00+01:00"),
        ("Date: 25 November 2026 15:05", "2026-11-25T15:05:00+01:00"),
        ("Date: Wed, Nov 25, 2026 at 3:05 PM", "2026-11-25T15:05:00+01:00"),
        ("Gesendet: Mittwoch, 25. November 2026 15:05", "2026-11-25T15:05:00+01:00"),
        ("Date: Wed, 25 Nov 2026 09:05:00 -0500", "2026-11-25T09:05:00-05:00"),
    ],
)
def test_the_day_and_time_that_a_mail_program_shows_are_the_users_own(line: str, at: str) -> None:
    mail = (
        f"From: Dana Fox <dana.fox@globex.test>\n{line}\nSubject: News\n\nDear Kim,\n\nthank you.\n"
    )
    assert read_mail(mail.encode(), READER).at == datetime.fromisoformat(at)


@pytest.mark.parametrize(
    ("subject", "text", "role"),
    [
        ("Hooli: Staff Engineer", "This is for Staff Engineer; for Engineer we still read.", "Staff Engineer"),
        ("Update", "We will not go on for Staff Engineer. For Platform Lead you may still hear.", None),
        ("Update", "We will not go on for Staff Engineer.", "Staff Engineer"),
    ],
)  # fmt: skip
def test_of_two_roles_that_are_known_the_subjects_is_meant_and_else_neither(
    subject: str, text: str, role: str | None
) -> None:
    assert role_of(subject, text, ["Engineer", "Platform Lead", "Staff Engineer"]) == role
