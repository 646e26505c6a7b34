"""The tests are good enough: they notice when a line of our own storage, or of the server's guards, is left out."""

import random
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.faults.conftest import FULL, Tally
from tests.faults.mutants import MUTANTS, caught

_FEW = 3  # each is a run of tests by itself


@pytest.mark.wide
def test_the_tests_catch_breakages_of_our_own(tally: Tally) -> None:
    chosen = MUTANTS if FULL else random.Random(4).sample(MUTANTS, _FEW)
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(caught, chosen))
    survived = [each.name for each, seen in zip(chosen, found, strict=True) if not seen]
    assert survived == []
    tally.says(f"{len(chosen)} of {len(MUTANTS)} one-line breakages: each is caught by a test")
