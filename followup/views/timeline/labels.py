"""What is written into the timeline, where there is room: a bar's words beside it, a lane's next step at its edge.

Room is reckoned for a plot of 600 pixels, as on a laptop; on a much narrower one the chart shows no words.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from followup.views.labels import one_line
from followup.views.timeline.parts import Bar, Lane, Point
from followup.views.words import Period

_PLOT = 600
_CHARACTER = 5.4
_APART = 8  # between a bar and its words
_MARK = 11  # a mark's width
_ASIDE = 4  # how far a mark may stand from its moment
_LINES = 4  # of marks in a lane
_LEAST = 14  # characters: what is cut shorter says nothing


@dataclass(frozen=True, slots=True)
class Words:
    """A text that begins at `at` (side "left") or ends there ("right")."""

    at: datetime
    text: str
    side: Literal["left", "right"]


def pixels(number: float, period: Period) -> timedelta:
    """How long so many pixels are in this period."""
    return (period.ends - period.begins) * (number / _PLOT)


def bar_words(
    line: Sequence[Bar], period: Period, steps: Mapping[str, str] | None = None
) -> Iterator[Words]:
    """The words of the bars of one line: after a bar, else before it, else cut, else none; nothing covers anything.

    A bar that is a next step says by when (`steps`, by its id).
    """
    free, said = period.begins, steps or {}
    for bar, after in zip(line, (*line[1:], None), strict=True):
        title = said.get(bar.id, bar.title)
        begins, ends = max(bar.opens, period.begins), min(bar.ends, period.ends)
        behind = _fitting((after.opens if after else period.ends) - ends, period)
        before = _fitting(begins - free, period)
        free = ends
        if len(title) <= before and behind < len(title):
            yield Words(begins, title, "right")
        elif behind >= min(len(title), _LEAST):
            text = one_line(title, behind)
            yield Words(ends, text, "left")
            free += pixels(len(text) * _CHARACTER + 2 * _APART, period)


def _fitting(room: timedelta, period: Period) -> int:
    """How many characters that much time of the period has room for."""
    return int((room / pixels(1, period) - 2 * _APART) / _CHARACTER)


def step_words(lane: Lane, step: str, period: Period) -> Iterator[Words]:
    """A next step of which no bar is in sight: at the right edge of its lane's first line, where no mark stands."""
    need = pixels(len(step) * _CHARACTER + 2 * _APART, period)
    if step and all(point.at < period.ends - need for point in lane.points):
        yield Words(period.ends, step, "right")


def stacked(points: Sequence[Point], period: Period) -> Iterator[tuple[Point, int, datetime]]:
    """Each mark with its line in the lane, counted from 0, and its place: its own moment, or a few pixels after it.

    One that would lie on another stands below it; where all lines are full there, it lies on what is there.
    """
    width, aside = pixels(_MARK, period), pixels(_ASIDE, period)
    free: list[datetime] = []
    for point in sorted(points, key=lambda each: (each.at, each.id)):
        fits = (line for line, until in enumerate(free) if until <= point.at + aside)
        line = next(fits, len(free))
        if line == _LINES:
            line, at = free.index(min(free)), point.at
        else:
            at = max((point.at, *free[line : line + 1]))
        free[line : line + 1] = [at + width]
        yield point, line, at
