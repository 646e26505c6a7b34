"""What the timeline is made of: lanes, their windows, points and quiet times."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Literal

from followup.model.vocabulary import ActionKind, Status
from followup.views.words import Period

PointKind = Literal["interview", "promise", "sent", "received"]
POINT_WORDS: dict[PointKind, str] = {
    "interview": "Interview",
    "promise": "Promise",
    "sent": "Sent",
    "received": "Received",
}
_GAP = timedelta(hours=6)  # between two bars that share a line


@dataclass(frozen=True, slots=True)
class Bar:
    """An action's window: solid from opens to due, then until it is too late; of what is done, until it was.

    `day` is the one on which it stands in a list of days, with its time where it has one.
    """

    id: str
    status: Status
    opens: datetime
    due: datetime
    ends: datetime
    title: str
    when: str
    day: str
    reason: str
    check: bool = False

    def within(self, period: Period) -> bool:
        """Whether any of it is in sight."""
        return self.opens < period.ends and self.ends > period.begins


@dataclass(frozen=True, slots=True)
class Point:
    """One thing at one moment: an interview, a promised day, a message; hollow where it is no longer on that day."""

    id: str
    kind: PointKind
    at: datetime
    title: str
    when: str
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Shade:
    """A quiet time on the wall: nothing goes out before it ends."""

    begins: datetime
    ends: datetime
    words: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for; no kinds: all of them."""

    statuses: tuple[Status, ...]
    period: Period
    kinds: tuple[ActionKind | PointKind, ...] = ()

    def kind(self, kind: ActionKind | PointKind) -> bool:
        """Whether this kind of action or happening is asked for."""
        return not self.kinds or kind in self.kinds


@dataclass(frozen=True)
class Lane:
    """One application."""

    application: str
    company: str
    label: str
    bars: tuple[Bar, ...]
    points: tuple[Point, ...]
    shades: tuple[Shade, ...] = ()

    @cached_property
    def lines(self) -> tuple[tuple[Bar, ...], ...]:
        """The bars, packed into as few lines as keep them apart."""
        lines: list[list[Bar]] = []
        for bar in sorted(self.bars, key=lambda item: (item.opens, item.due, item.id)):
            for line in lines:
                if line[-1].ends + _GAP <= bar.opens:
                    line.append(bar)
                    break
            else:
                lines.append([bar])
        return tuple(tuple(line) for line in lines)
