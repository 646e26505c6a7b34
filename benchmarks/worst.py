"""The worst that a text can do to the lint and to templates, and a search to the plan: nothing may take a second."""

import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial

from benchmarks.table import Table, number_of
from followup.messages.gate import TemplateRefused, render
from followup.messages.lint import lint
from followup.model.facts import Application, Facts, Interview
from followup.playbook.plan import plan
from tests.messages.test_gate import ATTACKS, VALUES
from tests.messages.test_lint_properties import LONG, long

LIMIT = 1000.0
_AT_ONE_EMPLOYER = 200


def _tried(source: str) -> None:
    with suppress(TemplateRefused):
        render(source, VALUES)


def _slowest(work: Iterable[Callable[[], object]]) -> float:
    """The longest time on the processor, in milliseconds."""

    def taken(one: Callable[[], object]) -> float:
        start = time.process_time()
        one()
        return (time.process_time() - start) * 1000

    return max(map(taken, work))


def _at_one_employer() -> Facts:
    """An interview with each of many branches of one employer, of which none has answered."""
    held = Interview(id="i", starts_at=datetime(2026, 3, 2, 9, tzinfo=UTC), time_zone="UTC")
    each = (
        Application(
            id=f"a{n}", company="Northwind", role="Nurse", interviews=(held.replace(id=f"i{n}"),)
        )
        for n in range(_AT_ONE_EMPLOYER)
    )
    return Facts(applications=tuple(each))


def main(table: Table) -> None:
    """The slowest of each kind."""
    texts = [partial(lint, *long(piece, "email")) for piece in LONG]
    attacks = [partial(_tried, source) for source in ATTACKS.values()]
    slowest = {
        f"lint the worst of {len(texts)} texts of 100,000 characters": _slowest(texts),
        f"refuse the worst of {len(attacks)} attacks by a template": _slowest(attacks),
        f"plan {_AT_ONE_EMPLOYER} applications at one employer, months later": _slowest(
            [partial(plan, _at_one_employer(), datetime(2026, 12, 1, tzinfo=UTC))]
        ),
    }
    for what, milliseconds in slowest.items():
        table.add(number_of(what, [milliseconds], " ms", LIMIT))
