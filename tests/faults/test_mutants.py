"""The tests are good enough: they notice when a line of our own storage, or of the server's guards, is left out."""

import ast
import random
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.faults.conftest import FULL, Tally
from tests.faults.mutants import MUTANTS, ROOT, Mutant, broken, caught
from tests.rows import each_row

_FEW = 3  # each is a run of tests by itself


@each_row("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_breakage_still_has_its_line_and_its_tests(mutant: Mutant) -> None:
    ast.parse(broken(mutant))
    where, _, name = mutant.tests.partition("::")
    assert f"def {name}(" in (ROOT / where).read_text("utf-8") if name else (ROOT / where).exists()


@pytest.mark.wide
def test_the_tests_catch_breakages_of_our_own(tally: Tally) -> None:
    chosen = MUTANTS if FULL else random.Random(4).sample(MUTANTS, _FEW)
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(caught, chosen))
    survived = [each.name for each, seen in zip(chosen, found, strict=True) if not seen]
    assert survived == []
    tally.says(f"{len(chosen)} of {len(MUTANTS)} one-line breakages: each is caught by a test")
