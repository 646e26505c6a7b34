"""The worst that a text can do to the lint and to templates: none of the tests' attacks may take a second."""

import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial

from benchmarks.table import Table, number_of
from followup.messages.gate import TemplateRefused, render
from followup.messages.lint import lint
from tests.messages.test_gate import ATTACKS, VALUES
from tests.messages.test_lint_properties import LONG, long

LIMIT = 1000.0


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


def main(table: Table) -> None:
    """The slowest of each kind."""
    texts = [partial(lint, *long(piece, "email")) for piece in LONG]
    attacks = [partial(_tried, source) for source in ATTACKS.values()]
    slowest = {
        f"lint the worst of {len(texts)} texts of 100,000 characters": _slowest(texts),
        f"refuse the worst of {len(attacks)} attacks by a template": _slowest(attacks),
    }
    for what, milliseconds in slowest.items():
        table.add(number_of(what, [milliseconds], " ms", LIMIT))
