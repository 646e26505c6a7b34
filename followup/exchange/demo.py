"""The demo data: made-up applications that show every kind of action, whenever one looks at them."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from followup.model.codec import from_document
from followup.model.facts import Facts
from followup.model.strict_json import parse

_FILE = Path(__file__).resolve().parents[2] / "data" / "demo.json"
_MOMENTS = frozenset({"at", "starts_at", "made_at", "until"})
_DAYS = frozenset({"on", "back_on", "deadline"})


def demo_facts(now: datetime) -> Facts:
    """The demo data moved by whole days, so that its own day (`demo_day` in the file) is the day of `now` (aware)."""
    document = parse(_FILE.read_bytes())
    zone = ZoneInfo(document["me"]["time_zone"])
    days = now.astimezone(zone).date() - date.fromisoformat(document.pop("demo_day"))
    return from_document(_moved(document, _mover(days, zone)))


def _mover(days: timedelta, zone: ZoneInfo) -> Callable[[str, str], str]:
    def move(key: str, value: str) -> str:
        if key in _DAYS:
            return (date.fromisoformat(value) + days).isoformat()
        local = datetime.fromisoformat(value).astimezone(zone).replace(tzinfo=None)
        return (local + days).replace(tzinfo=zone).isoformat()

    return move


def _moved(value: Any, move: Callable[[str, str], str]) -> Any:
    if isinstance(value, list):
        return [_moved(item, move) for item in value]
    if isinstance(value, dict):
        return {
            key: move(key, item)
            if key in _MOMENTS | _DAYS and isinstance(item, str)
            else _moved(item, move)
            for key, item in value.items()
        }
    return value
