"""The tests are good enough: they notice when a line of our own storage is left out."""

import random

from tests.faults.conftest import FULL, Tally
from tests.faults.mutants import MUTANTS, caught


def test_the_tests_catch_breakages_of_our_own(tally: Tally) -> None:
    chosen = random.Random(4).sample(MUTANTS, len(MUTANTS) if FULL else len(MUTANTS) // 10)
    survived = [each.name for each in chosen if not caught(each)]
    assert len(MUTANTS) >= 20
    assert len(survived) <= len(chosen) // 20, survived
    tally.says(
        f"{len(chosen)} one-line breakages: {len(chosen) - len(survived)} caught; survived: {survived}"
    )
