"""Plain everyday mails, in no writer's own words: a row of `plain.txt` each. All of it is right, and unasked."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from followup.exchange.as_json import to_json
from followup.exchange.mail import read_mail
from tests.exchange.mails import READER
from tests.rows import each_row

_HEADS = {
    "en": ("ann@priory.co.uk", "+0000", "Dear Kim"),
    "de": ("ann@priory.de", "+0100", "Guten Tag Frau Vale"),
}
_DATES = ("on", "off", "promised", "deadline", "answer_by", "paper_on", "back_on", "on_hold_until")


@dataclass(frozen=True)
class Row:
    """A mail and what it says."""

    language: str
    subject: str
    what: str
    wanted: dict[str, str]
    text: str


def _rows() -> Iterator[Row]:
    for line in Path(__file__).with_name("plain.txt").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            language, subject, what, values, text = (part.strip() for part in line.split("|", 4))
            wanted = dict(value.split("=") for value in values.split())
            yield Row(language, subject, what, wanted, text)


def _read(row: Row) -> dict[str, Any]:
    sender, offset, greeting = _HEADS[row.language]
    mail = (
        f"From: Ann Wells <{sender}>\nTo: Kim Vale <kim@example.test>\nDate: Tue, 24 Nov 2026 10:00:00 {offset}\n"
        f"Subject: {row.subject}\nContent-Type: text/plain; charset=utf-8\n\n{greeting},\n\n{row.text}\n\nAnn Wells\n"
    )
    found: dict[str, Any] = orjson.loads(to_json(read_mail(mail.encode(), READER)))
    return found


def _moment(one: dict[str, Any]) -> str:
    return f"{'~' if one.get('proposed') else ''}{(one['starts_at'] or one['on'])[:16]}"


def _values(found: dict[str, Any]) -> dict[str, str]:
    """What a mail says, in the words of a row."""
    material = found["material"] or {}
    return {name: str(found[name] or "") for name in _DATES if name in found} | {
        "on": ",".join(map(_moment, found["interviews"])),
        "off": ",".join(map(_moment, found["cancelled"])),
        "paper_on": str(material.get("on") or ""),
        "paper": "1" if material else "",
        "wants": "1" if found["wants_answer"] else "",
    }


def wrong(row: Row) -> list[str]:
    """What of a row does not come out."""
    found = _read(row)
    values, asked = _values(found), {ask["field"] for ask in found["asks"]} - {"company"}
    whats, problems = row.what.rstrip("?").split("/"), []
    if row.what.endswith("?") and "what" in asked:
        if "other" in whats:  # its values follow from what it is
            return []
        asked.remove("what")
    if found["what"] not in whats:
        problems.append(f"what: {row.what}, is {found['what']}")
    for name in (*_DATES, *(set(row.wanted) - {*_DATES})):
        want, have = row.wanted.get(name, ""), values[name]
        if have != want and have.replace("~", "") != want:
            problems.append(f"{name}: {want or 'none'}, is {have or 'none'}")
    if row.wanted.get("paper_on") is None and row.wanted.get("paper") is None and values["paper"]:
        problems.append("no papers are asked for")
    if asked:
        problems.append(f"asks {sorted(asked)}")
    return problems


ROWS = [*_rows()]


@each_row("row", ROWS, ids=[row.text[:50] for row in ROWS])
def test_a_plain_mail_is_read_right_and_unasked(row: Row) -> None:
    assert wrong(row) == []
