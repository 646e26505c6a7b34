"""Made-up facts of any size: the demo's applications, copied under other names."""

from datetime import UTC, datetime

from followup.exchange.demo import demo_facts
from followup.model.codec import from_document, to_document
from followup.model.facts import Facts

NOW = datetime(2026, 9, 16, 10, 0, tzinfo=UTC)


def many(applications: int) -> Facts:
    """So many applications, with all that the demo's have."""
    document = to_document(demo_facts(NOW))
    models = document["applications"]
    document["applications"] = [
        _renamed(models[number % len(models)], f"-{number // len(models)}")
        for number in range(applications)
    ]
    return from_document(document)


_NAMED = frozenset({"id", "said_by", "interview", "promise"})
_LISTED = frozenset({"people", "interviewers"})


def _renamed(value: object, ending: str, key: str = "") -> object:
    if isinstance(value, dict):
        return {name: _renamed(item, ending, name) for name, item in value.items()}
    if isinstance(value, list):
        return [_renamed(item, ending, key) for item in value]
    if isinstance(value, str):
        if key == "company":
            return f"{value} {ending}"
        if key in _NAMED or key in _LISTED:
            return value + ending
    return value
