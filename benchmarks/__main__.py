"""Run the measurements that are named (all of them, without a name), and exit with status 1 when a goal is missed."""

import argparse
import os
import sys
from pathlib import Path

from benchmarks import alone, chromium, clicks, owners, saves, worst
from benchmarks.table import Table
from tools.hosted.everything import HAPROXY
from tools.hosted.postgres import programs

SIZES = (10, 100, 1_000, 10_000)


def main() -> int:
    """The exit status."""
    words = argparse.ArgumentParser(prog="make bench", description=__doc__)
    words.add_argument("part", nargs="*", help="clicks, saves, alone, owners, chromium, worst")
    words.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="INTERVIEWS")
    asked = words.parse_args()
    sizes = tuple(asked.sizes)
    parts = {
        "clicks": lambda table: clicks.main(table, sizes),
        "saves": lambda table: saves.main(table, sizes),
        "alone": lambda table: alone.main(table, sizes),
        "owners": owners.main,
        "chromium": lambda table: chromium.main(table, sizes),
        "worst": worst.main,
    }
    if not Path(os.environ.get("CHROMIUM", "/usr/bin/chromium")).exists():
        del parts["chromium"]
    if programs() is None or HAPROXY is None:
        del parts["owners"]
    table = Table(lambda line: print(line, flush=True))
    table.begin()
    for name, measure in parts.items():
        if name in asked.part or not asked.part:
            measure(table)
    for what in table.missed:
        print(f"Missed: {what}", file=sys.stderr)
    return 1 if table.missed else 0


sys.exit(main())
