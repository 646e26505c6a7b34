"""Hosted, many owners at once: what they wait for a click, against a blank page, and whose companies they see."""

import itertools
import random
import re
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from pathlib import Path

from benchmarks.data import NOW, search
from benchmarks.server import cpu_of, stock
from benchmarks.table import Table, number_of, ratio_of
from followup.model.facts import Facts
from followup.store.database.connections import Connections
from followup.store.database.database_store import DatabaseStore
from tests.served import free_port
from tests.tabs import Browser, Tab
from tools.hosted.everything import Hosted, hosted

OWNERS, APPLICATIONS = 500, 20
AT_ONCE = 50
_PROCESSES = 2
_TURNS, _SECONDS, _EVERY = 3, 30.0, 5.0
_GOAL, _GOAL_OF_ONE = 1.5, 2.0
_NOTICED = 5.0  # seconds, by which HAProxy knows that a process is gone
_PAGES = ("timeline", "calendar", "interviews", "insights")
_WARM = 4 + len(_PAGES)
_MARK = re.compile(rb"Mark(\d{4})")


def main(table: Table) -> None:
    """All rows about many owners."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        ports = [free_port() for _ in range(3 + _PROCESSES)]
        here = stack.enter_context(hosted(folder, ports, FOLLOWUP_NOW=NOW.isoformat()))
        _fill(here)
        visitors = []
        for number in random.Random(_PROCESSES).sample(range(OWNERS), AT_ONCE):
            browser = Browser(here.address)
            browser.sign_in(_subject(number))
            visitors.append(Visitor(number, browser, stack))
        blanks = [stack.enter_context(stock()) for _ in range(_PROCESSES)]
        idle = [
            Idle(stack.enter_context(Browser(blanks[number % _PROCESSES].address).tab()))
            for number in range(AT_ONCE)
        ]
        mine = Load(visitors, [each.pid for each in here.processes])
        base = Load(idle, [each.pid for each in blanks])
        for load in (mine, base):  # each page once, and what is loaded by that
            load.warm()
        for _ in range(_TURNS):
            for load in (base, mine):
                load.run(_SECONDS)
        _rows(table, mine, base, visitors)
        _one_left(table, here, base, visitors)


def _one_left(table: Table, here: Hosted, base: "Load", visitors: "Sequence[Visitor]") -> None:
    """A process dies, and the other has them all."""
    here.processes[-1].kill()
    time.sleep(_NOTICED)
    for each in visitors:
        each.come_back()
    left = Load(visitors, [each.pid for each in here.processes[:-1]])
    left.warm()
    for _ in range(_TURNS):
        left.run(_SECONDS)
    what = f"{AT_ONCE} owners at one process, after the other died: processor / blank"
    table.add(ratio_of(what, left.cpu, base.cpu, _GOAL_OF_ONE))


def _rows(table: Table, mine: "Load", base: "Load", visitors: "Sequence[Visitor]") -> None:
    what = f"{OWNERS} owners x {APPLICATIONS}, {AT_ONCE} click every {_EVERY:g} s"
    for name, load in (("hosted", mine), ("blank", base)):
        for part, of in (("median", 0.5), ("90 of 100 within", 0.9)):
            taken = [_quantile(turn, of) * 1e3 for turn in load.taken]
            table.add(number_of(f"{what}: {name}, {part}", taken, " ms"))
        table.add(number_of(f"{what}: {name}, processor of a click", load.cpu, " ms"))
    medians = [[statistics.median(turn) for turn in load.taken] for load in (mine, base)]
    table.add(ratio_of(f"{what}: median / blank", medians[0], medians[1], _GOAL))
    table.add(ratio_of(f"{what}: processor / blank", mine.cpu, base.cpu))
    own, strange = (sum(each.seen[is_own] for each in visitors) for is_own in (True, False))
    table.add(number_of("answers with a company of one's own", [own], ""))
    table.add(number_of("answers with a company of another owner", [strange], "", 0))


def _quantile(taken: Sequence[float], of: float) -> float:
    return statistics.quantiles(taken, n=100, method="inclusive")[round(100 * of) - 1]


def _subject(number: int) -> str:
    return f"owner {number}"


def _fill(here: Hosted) -> None:
    """Each owner's search, of which every company says whose it is."""
    with closing(Connections(here.cluster.url())) as connections:
        for number in range(OWNERS):
            facts = _search(number)
            store = DatabaseStore(connections, f"{here.issuer} {_subject(number)}")
            store.update("Entered", lambda _, facts=facts: facts, now=NOW)  # type: ignore[misc]


def _search(number: int) -> Facts:
    """One search; every second owner has left the settings as they were."""
    made = search(3 * APPLICATIONS, active=0.5, seed=number)
    marked = [
        each.replace(company=f"{each.company} Mark{number:04}")
        for each in made.applications[:APPLICATIONS]
    ]
    if number % 2:
        made = made.replace(me=made.me.replace(time_zone=None, country=None))
    return made.replace(applications=tuple(marked))


class Visitor:
    """An owner at work: a snooze and a letter from Today, then page after page."""

    def __init__(self, number: int, browser: Browser, stack: ExitStack) -> None:
        self._mark = f"{number:04}".encode()
        self._browser, self._stack = browser, stack
        self._begin()
        self.seen = {True: 0, False: 0}  # answers that hold a mark of one's own, and of another

    def come_back(self) -> None:
        """In a new tab, at the beginning of the way, where the one before was cut off."""
        if self._tab.is_cut:
            self._browser.get(
                "/_stcore/health"
            )  # whose answer says which process it is from now on
            self._begin()

    def _begin(self) -> None:
        self._tab = self._stack.enter_context(self._browser.tab())
        self._way = self._ways(self._tab)

    def click(self) -> None:
        """The next click, until its answer is whole."""
        next(self._way)

    def look(self) -> None:
        """Whose companies the last answer holds."""
        marks = set(_MARK.findall(self._tab.heard))
        self.seen[True] += self._mark in marks
        self.seen[False] += bool(marks - {self._mark})

    @staticmethod
    def _ways(tab: Tab) -> Iterator[None]:
        while True:
            tab.run("")
            yield
            if more := tab.popover("-more_"):
                tab.open(more)
                yield
                tab.press("-snooze_")
                tab.close(more)
                yield
            if tab.button("-compose_"):
                tab.press("-compose_")
                yield
            for page in _PAGES:
                tab.run(page)
                yield


class Idle:
    """Who clicks the one button of a blank page."""

    def __init__(self, tab: Tab) -> None:
        self._tab = tab
        tab.run("")

    def click(self) -> None:
        """Once, until its answer is whole."""
        self._tab.press("Again")

    def look(self) -> None:
        """There is nothing to be seen."""


class Load:
    """Some who click by turns at these processes; what was taken in each turn."""

    def __init__(self, people: Sequence[Visitor | Idle], pids: Sequence[int]) -> None:
        self._people, self._pids = people, pids
        self.taken: list[list[float]] = []  # seconds of each click
        self.cpu: list[float] = []  # milliseconds of a click

    def warm(self) -> None:
        """Each goes all of the way once."""
        with ThreadPoolExecutor(_PROCESSES) as pool:
            for each in [pool.submit(each.click) for _ in range(_WARM) for each in self._people]:
                each.result()

    def run(self, seconds: float) -> None:
        """One turn: everybody clicks once in a while, each at a moment of their own."""
        used, begun = self._used, time.monotonic()

        def work(number: int) -> list[float]:
            person, taken = self._people[number], []
            at = begun + _EVERY * number / len(self._people)
            while at < begun + seconds:
                time.sleep(max(0.0, at - time.monotonic()))
                start = time.perf_counter()
                person.click()
                taken.append(time.perf_counter() - start)
                person.look()
                at += _EVERY
            return taken

        with ThreadPoolExecutor(len(self._people)) as pool:
            found = list(pool.map(work, range(len(self._people))))
        self.taken.append(list(itertools.chain.from_iterable(found)))
        self.cpu.append((self._used - used) * 1e3 / len(self.taken[-1]))

    @property
    def _used(self) -> float:
        return sum(cpu_of(pid) for pid in self._pids)
