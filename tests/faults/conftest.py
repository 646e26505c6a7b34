"""The promise of the README, broken on purpose. `make faults` runs the full numbers, `make test` a tenth of them."""

import os

import pytest

# For the test that drives browsers.
from tests.browser.conftest import (  # noqa: F401
    browser_context_args,
    browser_type_launch_args,
)
from tests.conftest import TALLY

FULL = os.environ.get("FOLLOWUP_FAULTS") == "full"


def share(full: int) -> int:
    """So many of them are tried in this run."""
    return full if FULL else -(-full // 10)


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
