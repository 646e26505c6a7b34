"""The promise of the README, broken on purpose. `make faults` runs the full numbers, `make test` a tenth of them."""

import os

import pytest

# For the test that drives browsers.
from tests.browser.conftest import (  # noqa: F401
    browser_context_args,
    browser_type_launch_args,
)

FULL = os.environ.get("FOLLOWUP_FAULTS") == "full"
_LINES = pytest.StashKey[list[str]]()


def share(full: int) -> int:
    """So many of them are tried in this run."""
    return full if FULL else -(-full // 10)


class Tally:
    """What was tried, printed at the end of the run."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines

    def says(self, line: str) -> None:
        self._lines.append(line)


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> Tally:
    return Tally(request.config.stash.setdefault(_LINES, []))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    lines = terminalreporter.config.stash.get(_LINES, [])
    if lines:
        terminalreporter.section("faults" if FULL else "faults (a tenth)")
        for line in lines:
            terminalreporter.line(line)
