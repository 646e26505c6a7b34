"""What applications and other options are called where one is told from another: on one line, and no two alike."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from functools import lru_cache
from typing import TypeVar

from followup.model.fact import once, shown
from followup.model.facts import Application
from followup.playbook.case import company_name, employer

_PLACE = 60
_OVERRIDES = re.compile("([\u202a-\u202e])")
_ISOLATES = re.compile("([\u2066-\u2068])")

_Key = TypeVar("_Key", bound=Hashable)

_LABELS = 1 << 15  # texts whose labels are kept: each change names all applications again


@lru_cache(maxsize=_LABELS)
def unturned(text: str) -> str:
    """The text with each mark of direction ended where it begins: what stands beside it keeps its order.

    All characters stay; letters that run from right to left do so by themselves.
    """
    return _ISOLATES.sub("\\1\u2069", _OVERRIDES.sub("\\1\u202c", text))


@lru_cache(maxsize=_LABELS)
def one_line(text: str, limit: int) -> str:
    """The text on one line of at most so many characters, with each mark of direction ended."""
    return unturned(shown(" ".join(text.split()), limit))


def apart(labels: Iterable[tuple[_Key, str]]) -> dict[_Key, str]:
    """Labels by key, with a number behind those that read alike: a widget tells its options apart by their labels."""
    seen: Counter[str] = Counter()
    named: dict[_Key, str] = {}
    for key, label in ((key, unturned(label)) for key, label in labels):
        seen[label] += 1
        named[key] = label if seen[label] == 1 else f"{label} ({seen[label]})"
    return named


def application_labels(applications: Iterable[Application], limit: int = 200) -> dict[str, str]:
    """Labels such as “Globex · Data engineer” by the application's id, no two alike; `limit` is that of each half."""
    return apart(
        (a.id, " · ".join(one_line(part, limit) for part in (company_name(a), a.role) if part))
        for a in applications
    )


def _named_alike(some: tuple[Application, ...], others: tuple[Application, ...]) -> bool:
    """Whether these are called the same: after most changes nobody is called otherwise."""
    return len(some) == len(others) and all(
        one is other or _named(one) == _named(other)
        for one, other in zip(some, others, strict=True)
    )


def _named(application: Application) -> Hashable:
    return application.id, application.company, application.role, application.people


def _places(applications: tuple[Application, ...]) -> Mapping[str, str]:
    """By the application's id where an action belongs, where the company alone does not say it: “Globex · Analyst”.

    That is where several applications are at one employer, or one does not name it.
    """
    employers = {a.id: employer(a) for a in applications}
    alike = Counter(employers.values())
    labels = application_labels(applications, _PLACE)
    return {
        id_: labels[id_]
        for id_, name in employers.items()
        if alike[name] > 1 or name.startswith("?")
    }


places = once(_places, _named_alike)
all_labels = once(application_labels, _named_alike)
"""As `application_labels`, of all of a search."""


def place_of(application: Application, where: Mapping[str, str]) -> str:
    """Where an action belongs, in words; `where` is what `places` gives."""
    return where.get(application.id) or one_line(company_name(application), _PLACE)
