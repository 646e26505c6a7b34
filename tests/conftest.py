"""How a run begins (the same examples each time) and ends (what was counted; what was left out, and why)."""

import os
from collections import Counter

import pytest

from tests.explore import EXPLORES, HOW_TO_KEEP, use_profile
from tests.rows import ROWS, rows_of

TALLY = "tally"
WIDE = "wide: `make check` runs them"
_WAITS = 1  # more workers than cores: in a browser they wait half of their time
_left_out = pytest.StashKey[dict[str, int]]()

use_profile()


def pytest_xdist_auto_num_workers() -> int:
    return (os.cpu_count() or 1) + _WAITS


def pytest_configure(config: pytest.Config) -> None:
    config.stash[_left_out] = {}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A table's report says how many cases it has."""
    for item in items:
        item.user_properties.append((ROWS, rows_of(item)))


def pytest_deselected(items: list[pytest.Item]) -> None:
    for item in items:
        wide = item.get_closest_marker("wide") and "wide" in item.config.option.markexpr
        why = WIDE if wide else "not asked for"
        item.config.stash[_left_out][why] = item.config.stash[_left_out].get(why, 0) + rows_of(item)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker hands on what it left out; all of them leave out the same."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["left_out"] = session.config.stash[_left_out]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    ended = getattr(node, "workeroutput", {})  # a worker that crashed has none
    node.config.stash[_left_out].update(ended.get("left_out", {}))  # type: ignore[attr-defined]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    ended = {  # by their names, since a case may fail twice: in its own words, and when it is cleared up
        report.nodeid: report
        for kind in ("failed", "error", "passed")
        for report in terminalreporter.getreports(kind)
        if isinstance(report, pytest.TestReport)
    }
    _section(
        terminalreporter,
        "faults",
        [
            str(line)
            for each in ended.values()
            for name, line in each.user_properties
            if name == TALLY
        ],
    )
    deselected: dict[str, int] = terminalreporter.config.stash[_left_out]
    left_out = Counter(deselected) + Counter(
        str(report.longrepr[2]).removeprefix("Skipped: ")
        for report in terminalreporter.getreports("skipped")
        if isinstance(report.longrepr, tuple)
    )
    run = sum(int(str(dict(report.user_properties).get(ROWS, 1))) for report in ended.values())
    whole = f"{run:,} of {run + left_out.total():,} cases were run, in {len(ended):,} tests"
    why = [f"{count:6,}  {reason}" for reason, count in left_out.most_common()]
    _section(terminalreporter, "left out, and why", [whole, *why] if why else ["nothing"])
    if EXPLORES and terminalreporter.getreports("failed"):
        _section(terminalreporter, "what was found", list(HOW_TO_KEEP))


def _section(reporter: pytest.TerminalReporter, title: str, lines: list[str]) -> None:
    if lines:
        reporter.section(title)
        for line in lines:
            reporter.line(line)
