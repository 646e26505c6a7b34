"""What needs no server: the plan from nothing, the command line, the start, the lint, a draft, and an import."""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.data import NOW, search
from benchmarks.server import Session, ours, stock
from benchmarks.table import Table, number_of, ratio_of
from followup.exchange.read import read_file
from followup.exchange.reader import Reader
from followup.messages.draft import draft
from followup.messages.lint import Brief, lint
from followup.messages.occasion import occasion_of
from followup.model.lossless.codec import encode
from followup.playbook.plan import plan

_ROUNDS = 5
_GOAL_OF_START = {1_000: 1.6, 10_000: 3.0}
_LETTER = (
    "Dear Ann,\n\nThank you for the conversation on Tuesday. The move to Kafka has stayed with me, since I moved two "
    "billing pipelines there myself.\n\n"
    + "We talked about how the team reviews in pairs, which I would like to learn from you. " * 9
    + "\n\nBest regards,\nRobin"
)


def main(table: Table, sizes: tuple[int, ...]) -> None:
    """All of these rows, for these sizes."""
    for size in sizes:
        _plans(table, size)
    _command(table)
    for size in sizes:
        _starts(table, size)
    _letters(table)
    _import(table)


def _cpu(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _plans(table: Table, size: int) -> None:
    for active in (0.03, 0.3):
        facts = search(size, active=active)
        data = encode(facts)
        plan(facts, NOW)
        base, mine = [], []
        for _ in range(_ROUNDS):
            base.append(_cpu(lambda data=data: json.loads(data)))  # type: ignore[misc]
            mine.append(_cpu(lambda facts=facts: plan(facts, NOW)))  # type: ignore[misc]
        goal = 2.0 if size == 10_000 else None
        what = f"plan() from nothing, {size:,}, {active:.0%} active / json.loads"
        table.add(ratio_of(what, mine, base, goal))


def _child(words: list[str]) -> float:
    """Seconds on the processor of another program."""

    def used() -> float:
        found = resource.getrusage(resource.RUSAGE_CHILDREN)
        return found.ru_utime + found.ru_stime

    begun = used()
    subprocess.run(words, check=True, capture_output=True)
    return used() - begun


def _command(table: Table) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "facts.json"
        path.write_bytes(encode(search(400)))
        mine, base = [], []
        for _ in range(_ROUNDS + 1):
            base.append(_child([sys.executable, "-c", "import pydantic"]))
            words = ["-m", "followup", "plan", str(path), "--now", NOW.isoformat(), "--json"]
            mine.append(_child([sys.executable, *words]))
        what = "plan on the command line, 200 applications / import pydantic"
        table.add(ratio_of(what, mine[1:], base[1:], 2.5))


def _starts(table: Table, size: int) -> None:
    facts = search(size)
    mine, base = [], []
    for _ in range(3):
        with stock() as server, Session(server) as tab:
            tab.click()
            base.append(server.cpu)
        with ours(facts, NOW) as server, Session(server) as tab:
            tab.click("")
            mine.append(server.cpu)
    what = f"start to first page, {size:,} / blank"
    table.add(ratio_of(what, mine, base, _GOAL_OF_START.get(size)))


def _letters(table: Table) -> None:
    brief = Brief(
        kind="thank_you",
        to=("Ann Adler",),
        company="Globex",
        role="Data engineer",
        me="Robin Example",
        specifics=("the move to Kafka",),
        other_names=tuple(f"Person{n} Family{n}" for n in range(5_000)),
        other_companies=tuple(f"Company{n}" for n in range(5_000)),
    )
    times = [_cpu(lambda: lint(_LETTER, "Thank you: Data engineer", brief)) for _ in range(9)]
    what = f"lint {len(_LETTER.split())} words beside 5,000 other companies"
    table.add(number_of(what, [each * 1000 for each in times], " ms"))
    facts = search(1_000)
    action = next(a for a in plan(facts, NOW) if a.kind == "status_check")
    occasion = occasion_of(action, facts, NOW)
    times = [_cpu(lambda: draft(occasion)) for _ in range(9)]
    table.add(number_of("a draft beside 1,000 interviews", [t * 1000 for t in times], " ms"))


def _import(table: Table) -> None:
    lines = ["Company,Role,Applied,Status,Contact,E-mail"]
    lines += [
        f"Company {n},Engineer,2026-{1 + n % 8:02}-{1 + n % 27:02},Rejected,Ann {n},ann{n}@c{n}.example"
        for n in range(5_000)
    ]
    data = "\n".join(lines).encode()
    reader = Reader(NOW, "Europe/Berlin")
    times = [_cpu(lambda: read_file(data, "rows.csv", reader)) for _ in range(2)]
    table.add(number_of("read a table of 5,000 rows", times, " s"))
