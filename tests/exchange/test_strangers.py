"""Mails by strangers who had not seen the rules: each value is right or asked about, but those listed as missed.

Learned from since: they say nothing of mails to come (docs/mails.md).
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
import pytest

from followup.exchange.as_json import to_json
from followup.exchange.mail import read_mail
from followup.exchange.read import reads
from followup.exchange.reader import Reader

FOLDER = Path(__file__).with_name("strangers")
READER = Reader(datetime(2026, 12, 5, 11, tzinfo=UTC), "Europe/Berlin")
ROWS = [
    (path.parent, orjson.loads(line))
    for path in sorted(FOLDER.glob("*/expected.jsonl"))
    for line in path.read_text("utf-8").splitlines()
]
_FUZZY, _MOST = ("text", "place"), 0.6


def _plain(value: Any) -> Any:
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        return " ".join(str(value).split()).casefold()
    return moment.timestamp() // 60 if moment.tzinfo else str(value)


def _within(have: Any, want: Any) -> bool:
    """Whether most words of a place or of what is asked for are there."""
    if have is None or want is None:
        return _fits(have, want)
    one, two = str(_plain(have)), str(_plain(want))
    words = two.split()
    return (
        two in one
        or one in two
        or sum(w.strip(".,;:()") in one for w in words) >= _MOST * len(words)
    )


def _fits(have: Any, want: Any) -> bool:
    if want in (None, [], {}) or have is None:
        return want in (None, [], {}) and have in (None, [], {}, "", False)
    if isinstance(want, dict):
        return isinstance(have, dict) and all(
            (_within if name in _FUZZY else _fits)(have.get(name), each)
            for name, each in want.items()
        )
    if isinstance(want, list):
        many = have if isinstance(have, list) else [have]
        return len(many) == len(want) and all(any(_fits(h, w) for h in many) for w in want)
    return bool(have) == want if isinstance(want, bool) else bool(_plain(have) == _plain(want))


def _values(right: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, want in right.items():
        inner = want if name == "from" and isinstance(want, dict) else None
        yield from ((f"from.{each}", inner[each]) for each in inner) if inner else ((name, want),)


def wrong(folder: Path, row: dict[str, Any]) -> set[str]:
    """The values of a mail that are neither right nor asked about."""
    data = (folder / row["file"]).read_bytes()
    if reads(data, row["file"]) is not read_mail:
        return set()
    found = orjson.loads(to_json(read_mail(data, READER)))
    asked = {ask["field"].split(".")[0] for ask in found["asks"]} | set(row.get("open", []))
    accepted = row.get("accept", {})
    missed = set()
    for name, want in _values(row["right"]):
        have: Any = found
        for part in name.split("."):
            have = (have or {}).get(part)
        also = accepted.get(name, [])
        wanted = [want, *(also if isinstance(also, list) else [also])]
        if not any(_fits(have, each) for each in wanted) and name.split(".")[0] not in asked:
            missed.add(name)
    return missed


@pytest.mark.parametrize(("folder", "row"), ROWS, ids=[f"{f.name}/{r['file']}" for f, r in ROWS])
def test_a_mail_by_a_stranger(folder: Path, row: dict[str, Any]) -> None:
    assert wrong(folder, row) <= set(row.get("missed", []))
