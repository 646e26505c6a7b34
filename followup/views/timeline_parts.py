"""What the timeline is made of: lanes, their windows, points and quiet times, the period and the clock."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Literal
from zoneinfo import ZoneInfo

from followup.model.vocabulary import ActionKind, Status

PointKind = Literal["interview", "promise", "sent", "received"]
POINT_WORDS: dict[PointKind, str] = {
    "interview": "Interview",
    "promise": "Promise",
    "sent": "Sent",
    "received": "Received",
}
OPEN: tuple[Status, ...] = ("overdue", "due", "open", "held", "upcoming")
_GAP = timedelta(hours=6)  # between two bars that share a line


@dataclass(frozen=True, slots=True)
class Period:
    """The days that are shown, both included."""

    first: date
    last: date

    @property
    def begins(self) -> datetime:
        """The first moment, on the wall."""
        return datetime.combine(self.first, time())

    @property
    def ends(self) -> datetime:
        """The first moment after it, on the wall."""
        return datetime.combine(self.last + timedelta(days=1), time())


def period_around(today: date, before: int = 14, after: int = 42) -> Period:
    """Some days back and some ahead."""
    return Period(today - timedelta(days=before), today + timedelta(days=after))


@dataclass(frozen=True, slots=True)
class Bar:
    """An action's window: solid from opens to due, light until it is too late."""

    id: str
    status: Status
    opens: datetime
    due: datetime
    ends: datetime
    title: str
    when: str
    day: str
    reason: str

    def within(self, period: Period) -> bool:
        """Whether any of it is in sight."""
        return self.opens < period.ends and self.ends > period.begins


@dataclass(frozen=True, slots=True)
class Point:
    """One thing at one moment: an interview, a promised day, a message."""

    id: str
    kind: PointKind
    at: datetime
    title: str
    when: str


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


@dataclass(frozen=True, slots=True)
class Clock:
    """The present moment and the user's zone."""

    now: datetime
    zone: ZoneInfo

    def wall(self, moment: datetime) -> datetime:
        """A moment as the user's wall clock shows it, without its zone."""
        return moment.astimezone(self.zone).replace(tzinfo=None)

    @property
    def today(self) -> date:
        """The day it is."""
        return self.wall(self.now).date()
