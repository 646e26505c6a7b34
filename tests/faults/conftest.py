"""The promise of the README, broken on purpose. `make faults` runs the full numbers, `make test` a tenth of them."""

import os

import pytest

# For the test that drives browsers.
from tests.browser.conftest import (  # noqa: F401
    browser_context_args,
    browser_type_launch_args,
)

FULL = os.environ.get("FOLLOWUP_FAULTS") == "full"
_TALLY = "tally"


def share(full: int) -> int:
    """So many of them are tried in this run."""
    return full if FULL else -(-full // 10)


class Tally:
    """What was tried, printed at the end of the run."""

    def __init__(self, test: pytest.Item) -> None:
        self._test = test

    def says(self, line: str) -> None:
        """Kept with the test's report, which comes here from every process that tests run in."""
        self._test.user_properties.append((_TALLY, line))


@pytest.fixture
def tally(request: pytest.FixtureRequest) -> Tally:
    return Tally(request.node)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [
        report for kind in ("passed", "failed") for report in terminalreporter.getreports(kind)
    ]
    lines = [
        line
        for report in reports
        if isinstance(report, pytest.TestReport) and report.when == "call"
        for name, line in report.user_properties
        if name == _TALLY
    ]
    if lines:
        terminalreporter.section("faults" if FULL else "faults (a tenth)")
        for line in lines:
            terminalreporter.line(str(line))
