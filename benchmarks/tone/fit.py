"""Logistic regression on sparse traits, and the search for its minimum, on numpy alone."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from benchmarks.tone.corpus import Sample, clauses
from followup.messages.lint.tone import TONES
from followup.messages.lint.traits import breadth, traits

Floats = NDArray[np.float64]
_SEEN, _RAREST, _MOST = 2, 6.0, 30_000
_RIDGE, _FAULTY, _PART = 50.0, 3.0, 0.5
_STEPS, _MEMORY, _FLAT = 60, 8, 1e-4


class Table:
    """Which of the traits each sample has, as rows one after another; rare traits count for more."""

    def __init__(
        self, samples: Sequence[Sample], rows: Sequence[set[str]], names: Sequence[str]
    ) -> None:
        self.names = names
        place = {name: at for at, name in enumerate(names)}
        known = [[place[trait] for trait in sorted(row) if trait in place] for row in rows]
        self.size = len(rows)
        self.columns = np.array([at for row in known for at in row], dtype=np.int64)
        self.rows = np.repeat(np.arange(self.size), [len(row) for row in known])
        times = np.bincount(self.columns, minlength=len(names))
        self.scale = np.minimum(np.log((1 + self.size) / (1 + times)), _RAREST)
        share = np.array([breadth(len(row)) for row in rows])
        self.values = self.scale[self.columns] / share[self.rows]
        self.weight = np.array([one.weight for one in samples])
        self.faulty = [np.array([tone in one.tones for one in samples]) for tone in TONES]

    def times(self, weights: Floats) -> Floats:
        """What the weights come to, for each text."""
        sums = np.bincount(self.rows, self.values * weights[self.columns], self.size)
        return sums.astype(np.float64)

    def back(self, errors: Floats) -> Floats:
        """What the errors of the texts come to, for each trait."""
        sums = np.bincount(self.columns, self.values * errors[self.rows], len(self.names))
        return sums.astype(np.float64)


def _descend(cost: Callable[[Floats], tuple[float, Floats]], start: Floats) -> Floats:
    """The minimum of a smooth convex function (L-BFGS)."""
    at = start
    value, slope = cost(at)
    steps: list[tuple[Floats, Floats]] = []
    for _ in range(_STEPS):
        way = slope.copy()
        kept = []
        for moved, turned in reversed(steps):
            share = (moved @ way) / (moved @ turned)
            way -= share * turned
            kept.append(share)
        if steps:
            moved, turned = steps[-1]
            way *= (moved @ turned) / (turned @ turned)
        for (moved, turned), share in zip(steps, reversed(kept), strict=True):
            way += (share - (turned @ way) / (moved @ turned)) * moved
        length = 1.0 if steps else 1 / max(1.0, float(np.linalg.norm(slope)))
        while True:
            there = at - length * way
            cheaper, new = cost(there)
            if cheaper <= value - 1e-4 * length * (way @ slope) or length < 1e-9:
                break
            length /= 2
        if (there - at) @ (new - slope) > 0:
            steps = [*steps[1 - _MEMORY :], (there - at, new - slope)]
        done = value - cheaper < _FLAT * value
        at, value, slope = there, cheaper, new
        if done:
            break
    return at


def _cost(
    table: Table, faulty: NDArray[np.bool_], weight: Floats
) -> Callable[[Floats], tuple[float, Floats]]:
    sign = np.where(faulty, 1.0, -1.0)

    def cost(w: Floats) -> tuple[float, Floats]:
        margin = sign * (table.times(w[:-1]) + w[-1])
        loss = float(weight @ np.logaddexp(0, -margin)) + float(w[:-1] @ w[:-1]) * _RIDGE / 2
        error = -sign * weight / (1 + np.exp(np.minimum(margin, 500)))
        slope = np.append(table.back(error) + _RIDGE * w[:-1], error.sum())
        return loss, slope

    return cost


def _weigh(table: Table) -> Floats:
    """A row for each trait and, last, one for a text without any; a column for each tone."""
    columns = []
    for faulty in table.faulty:
        weight = table.weight * np.where(faulty, _FAULTY, 1.0)
        found = _descend(_cost(table, faulty, weight), np.zeros(len(table.names) + 1))
        columns.append(np.append(found[:-1] * table.scale, found[-1]))
    return np.stack(columns, axis=1)


def learn(samples: Sequence[Sample]) -> dict[str, tuple[float, ...]]:
    """The weight of each trait for each tone; the row of no name is what a text without traits has.

    What weighs most among all traits is kept, and weighed again without the others.
    """
    parts = [
        replace(one, text=part, weight=one.weight * _PART)
        for one in samples
        if not one.tones
        for part in clauses(one.text)
    ]
    every = [*samples, *parts]
    rows = [traits(one.text) for one in every]
    lines: dict[str, set[str]] = defaultdict(set)
    for one, row in zip(every, rows, strict=True):
        for trait in row:
            lines[trait].add(one.line or one.text)
    names = sorted(trait for trait, where in lines.items() if len(where) >= _SEEN)
    first = np.abs(_weigh(Table(every, rows, names))[:-1]).max(axis=1)
    kept = sorted(names[at] for at in np.argsort(-first, kind="stable")[:_MOST])
    weights = _weigh(Table(every, rows, kept))
    return dict(zip([*kept, ""], map(tuple, weights.tolist()), strict=True))


def score(weights: dict[str, tuple[float, ...]], text: str) -> tuple[float, ...]:
    """What a sentence comes to in each tone."""
    found = traits(text)
    rows = [weights[trait] for trait in sorted(found) if trait in weights]
    sums = map(sum, zip(*rows, strict=True)) if rows else [0.0] * len(TONES)
    share = breadth(len(found))
    return tuple(one / share + start for one, start in zip(sums, weights[""], strict=True))
