"""Clicks over the WebSocket, against a blank page of stock Streamlit: pages, a new minute, a save, many at once."""

import threading
import time
from contextlib import ExitStack

from benchmarks.data import NOW, search
from benchmarks.server import Served, Session, ours, stock
from benchmarks.table import Table, number_of, ratio_of

PAGES = (
    *("today", "timeline", "calendar", "compose", "templates"),
    *("interviews", "insights", "data", "settings"),
)
DRAWN = ("timeline", "calendar", "insights")  # with a chart, or the calendar
ROUNDS = 7
_WARM = 2
_AT = {100: (None, None), 1_000: (0.6, 0.9), 10_000: (0.9, 1.2)}
_SESSIONS = (1, 5, 20)


def address_of(page: str) -> str:
    """The page's own part of the address: Today has none."""
    return "" if page == "today" else page


def main(table: Table, sizes: tuple[int, ...]) -> None:
    """All rows about clicks, for these sizes."""
    costs: dict[tuple[int, str], list[float]] = {}
    with ExitStack() as stack:
        blank = stack.enter_context(stock())
        still = stack.enter_context(Session(blank))
        for _ in range(_WARM):
            still.click()
        for size in sizes:
            with ours(search(size), NOW) as server, Session(server) as tab:
                for page in PAGES:
                    costs[size, page] = _page(table, (size, page), tab, still)
                _minute(table, size, server, tab)
                _saving(table, size, tab)
                if size == 1_000:
                    _many(table, size, server, blank)
                memory = server.memory / blank.memory
                goal = 2.5 if size == 1_000 else None
                table.add(
                    number_of(f"memory after all pages, {size:,} / blank", [memory], "", goal)
                )
    for page in PAGES:
        for large in (each for each in sizes if each >= 10_000 and 100 in sizes):
            goal = 1.3
            what = f"{page}: {large:,} / 100"
            table.add(ratio_of(what, costs[large, page], costs[100, page], goal))


def _page(table: Table, of: tuple[int, str], tab: Session, still: Session) -> list[float]:
    size, page = of
    for _ in range(_WARM):
        tab.click(address_of(page))
    mine, base, sizes = [], [], []
    for _ in range(ROUNDS):
        base.append(still.click().cpu)
        cost = tab.click()
        mine.append(cost.cpu)
        sizes.append(cost.size)
    goal = _AT.get(size, (None, None))[page in DRAWN]
    table.add(ratio_of(f"click on {page}, {size:,} / blank", mine, base, goal))
    table.add(number_of(f"what a click on {page} sends, {size:,}", [sizes[-1] / 1000], " kB"))
    return mine


def _minute(table: Table, size: int, server: Served, tab: Session) -> None:
    tab.click("")
    first, next_ = [], []
    for _ in range(ROUNDS):
        server.tick()
        first.append(tab.click().cpu)
        next_.append(tab.click().cpu)
    goal = 1.5 if size >= 1_000 else None
    table.add(ratio_of(f"first click of a new minute, {size:,} / the next", first, next_, goal))


def _saving(table: Table, size: int, tab: Session) -> None:
    """What stands first on Today is done, again and again."""
    tab.click("")
    saves, next_ = [], []
    for _ in range(ROUNDS):
        if button := tab.button("-done_"):
            saves.append(tab.click(press=button).cpu)
            next_.append(tab.click().cpu)
    if saves:
        goal = 1.6 if size == 1_000 else None
        table.add(ratio_of(f"a click that saves, {size:,} / the next", saves, next_, goal))


def _many(table: Table, size: int, server: Served, blank: Served) -> None:
    for count in _SESSIONS:
        goal = 1.0 if count == _SESSIONS[-1] else None
        mine, base = [], []
        for _ in range(3):
            base.append(_slowest(blank, count))
            mine.append(_slowest(server, count))
        what = f"{count} sessions click at once, {size:,} / blank: the slowest"
        table.add(ratio_of(what, mine, base, goal))


def _slowest(server: Served, count: int) -> float:
    """Seconds until the last of so many sessions, which click at one moment, has its answer."""
    with ExitStack() as stack:
        tabs = [stack.enter_context(Session(server)) for _ in range(count)]
        for tab in tabs:
            tab.click("")
        together = threading.Barrier(count)
        taken: list[float] = []

        def press(tab: Session) -> None:
            together.wait()
            begun = time.perf_counter()
            tab.click(settled=False)
            taken.append(time.perf_counter() - begun)

        threads = [threading.Thread(target=press, args=(tab,)) for tab in tabs]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return max(taken)
