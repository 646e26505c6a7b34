"""What an import does: the records of a file come in, each in the place of its own earlier state."""

from collections.abc import Iterable
from typing import Any

from followup.model.beside import Template
from followup.model.facts import Application, Facts
from followup.model.settings import Cadence, Me
from followup.model.snoozes_and_skips import application_of


def imported(here: Facts, there: Facts, *, settings: bool = False) -> Facts:
    """The facts here with what a file holds; nothing that the file does not know of goes.

    An application or a template replaces the one of the same id, and brings its snoozes and skips. The settings stay
    unless they are asked for, or were never made here. Keys that we do not know come in where they are not here.
    """
    ids = [each.id for each in here.applications]
    replaced = {each.id for each in there.applications}

    def put(kind: str) -> tuple[Any, ...]:
        theirs = getattr(there, kind)
        keys = {each.action for each in theirs}
        stay = (
            each
            for each in getattr(here, kind)
            if each.action not in keys and application_of(each.action, ids) not in replaced
        )
        return (*stay, *theirs)

    content = {
        **(there.model_extra or {}),
        **dict(here),
        "applications": _by_id(here.applications, there.applications),
        "templates": _by_id(here.templates, there.templates),
        "snoozes": put("snoozes"),
        "skips": put("skips"),
    }
    if settings or not has_settings(here):
        content |= {"me": there.me, "cadence": there.cadence}
    return Facts.model_validate(content)


def has_settings(facts: Facts) -> bool:
    """Whether the user has made any settings."""
    return (facts.me, facts.cadence) != (Me(), Cadence())


def _by_id(
    here: Iterable[Application | Template], there: Iterable[Application | Template]
) -> tuple[Application | Template, ...]:
    return tuple(({each.id: each for each in here} | {each.id: each for each in there}).values())
