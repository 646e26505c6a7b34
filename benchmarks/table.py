"""The one table: what was measured, against what, how far apart the runs lay, and which goals were missed."""

import random
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

_DRAWS = 400


@dataclass(frozen=True, slots=True)
class Row:
    """A ratio, or a plain number with its unit, with the middle 90 % of what other draws of the runs would give."""

    what: str
    value: float
    low: float
    high: float
    unit: str = ""
    goal: float | None = None

    @property
    def is_missed(self) -> bool:
        """Whether even the low end lies over the goal: what is in doubt is no failure."""
        return self.goal is not None and self.low > self.goal

    @property
    def words(self) -> str:
        """The row as a line of the table."""
        said = f"{self.value:.4g}{self.unit}"
        goal = "" if self.goal is None else f"≤ {self.goal:g}"
        verdict = "" if self.goal is None else ("missed" if self.is_missed else "holds")
        return f"| {self.what} | {said} | {self.low:.4g} to {self.high:.4g} | {goal} | {verdict} |"


def ratio_of(
    what: str, ours: Sequence[float], base: Sequence[float], goal: float | None = None
) -> Row:
    """The ratio of the medians of runs that took turns."""
    value = statistics.median(ours) / statistics.median(base)
    dice = random.Random(what)
    places = range(len(ours))
    drawn = []
    for _ in range(_DRAWS):
        chosen = [dice.choice(places) for _ in places]
        pairs = [(ours[at], base[at]) for at in chosen]
        drawn.append(
            statistics.median(one for one, _ in pairs)
            / statistics.median(other for _, other in pairs)
        )
    drawn.sort()
    return Row(what, value, drawn[_DRAWS // 20], drawn[-_DRAWS // 20], goal=goal)


def number_of(what: str, runs: Sequence[float], unit: str, goal: float | None = None) -> Row:
    """The median of some runs, and the least and the largest."""
    return Row(what, statistics.median(runs), min(runs), max(runs), unit, goal)


@dataclass(slots=True)
class Table:
    """The rows so far; each is printed as soon as it is known."""

    say: Callable[[str], None]
    rows: list[Row] = field(default_factory=list)

    def begin(self) -> None:
        """The head of the table."""
        self.say("| what | measured | 90 % of draws | goal | |\n| --- | --- | --- | --- | --- |")

    def add(self, row: Row) -> None:
        """One row more."""
        self.rows.append(row)
        self.say(row.words)

    @property
    def missed(self) -> list[str]:
        """What does not reach its goal."""
        return [row.what for row in self.rows if row.is_missed]
