"""What tests/faults counted, printed at the end of the run, whichever process it ran in."""

import pytest

TALLY = "tally"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    ended = [one for kind in ("passed", "failed") for one in terminalreporter.getreports(kind)]
    lines = [
        str(line)
        for report in ended
        if isinstance(report, pytest.TestReport) and report.when == "call"
        for name, line in report.user_properties
        if name == TALLY
    ]
    if lines:
        terminalreporter.section("faults")
        for line in lines:
            terminalreporter.line(line)
