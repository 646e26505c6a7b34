"""The promise of the README, broken on purpose.

`make faults` runs the full numbers, `make check` a fortieth of them, `make test` a two-hundredth.
"""

import os
from collections.abc import Callable

import pytest

# For the test that drives browsers.
from tests.browser.conftest import (  # noqa: F401
    browser,
    browser_context_args,
    browser_type_launch_args,
)
from tests.conftest import TALLY

FULL = os.environ.get("FOLLOWUP_FAULTS") == "full"


Share = Callable[[int], int]
_PARTS = (
    [pytest.param(1, id="all")]
    if FULL
    else [pytest.param(200, id="few"), pytest.param(40, id="many", marks=pytest.mark.wide)]
)


@pytest.fixture(params=_PARTS)
def share(request: pytest.FixtureRequest) -> Share:
    """`share(full)`: so many of them are tried in this run."""
    part: int = request.param
    return lambda full: -(-full // part)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where the larger part of a test runs, its smaller part says nothing more."""
    larger = {item.nodeid for item in items}
    items[:] = [
        item
        for item in items
        if "few" not in item.name
        or item.nodeid.replace("few", "many") not in larger - {item.nodeid}
    ]


class Tally:
    """What was tried, printed at the end of the run."""

    def __init__(self, test: pytest.Item) -> None:
        self._test = test

    def says(self, line: str) -> None:
        """Kept with the test's report, which comes here from every process that tests run in."""
        self._test.user_properties.append((TALLY, line))


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> Tally:
    return Tally(request.node)
