"""Long lists to choose from: time zones, countries, and labels that stay apart when two of them read alike."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from functools import cache
from typing import TypeVar

from holidays import registry

from followup.model.facts import Application
from followup.model.text import zone_names
from followup.ui.text import unturned

NO_COUNTRY = ""
_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")

Key = TypeVar("Key", bound=Hashable)


@cache
def zones() -> tuple[str, ...]:
    """All zones by name, the places first ("Europe/Berlin"), the bare ones ("CET") last."""
    return tuple(sorted(zone_names(), key=lambda name: ("/" not in name, name)))


@cache
def countries() -> Mapping[str, str]:
    """ISO code → "Germany (DE)", for every country whose holidays are known; by name."""
    named = {
        codes[0]: f"{_WORDS.sub(' ', name)} ({codes[0]})"
        for name, *codes in registry.COUNTRIES.values()
    }
    return dict(sorted(named.items(), key=lambda item: item[1]))


def country_label(code: str) -> str:
    """How a country shows in the list."""
    if code == NO_COUNTRY:
        return "No public holidays"
    return countries().get(code, f"{code} (no public holidays are known for it)")


def apart(labels: Iterable[tuple[Key, str]]) -> dict[Key, str]:
    """Labels by key, with a number behind those that read alike: a widget tells its options apart by their labels."""
    seen: Counter[str] = Counter()
    named: dict[Key, str] = {}
    for key, label in ((key, unturned(label)) for key, label in labels):
        seen[label] += 1
        named[key] = label if seen[label] == 1 else f"{label} ({seen[label]})"
    return named


def application_labels(applications: Iterable[Application]) -> dict[str, str]:
    """Labels such as "Globex · Data engineer" by the application's id."""
    return apart((a.id, f"{a.company} · {a.role}" if a.role else a.company) for a in applications)
