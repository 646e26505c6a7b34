"""The timeline in words: what stands in the lists below the chart, and its name for those who do not see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from followup.model.vocabulary import LIVE, Status
from followup.prose.text import counted, full_date
from followup.views.timeline.parts import Bar, Lane, PointKind, Shade
from followup.views.words import Period


@dataclass(frozen=True, slots=True)
class InWords:
    """What stands in the list beside the chart: the same things, in words."""

    id: str
    look: Status | PointKind
    title: str
    when: str


def windows(shown: Sequence[Lane]) -> tuple[InWords, ...]:
    """The windows of these lanes, what is most urgent first."""
    found = [(bar, lane) for lane in shown for bar in lane.bars]
    order: Mapping[Status, int] = {status: index for index, status in enumerate(LIVE)}
    found.sort(key=lambda item: (order.get(item[0].status, len(order)), item[0].due, item[0].id))
    return tuple(
        InWords(bar.id, bar.status, f"{bar.title} · {lane.company}", bar.day) for bar, lane in found
    )


def happenings(shown: Sequence[Lane]) -> tuple[InWords, ...]:
    """The points of these lanes, newest first."""
    found = sorted(
        ((point.at, point.id, point, lane) for lane in shown for point in lane.points),
        key=lambda item: item[:2],
        reverse=True,
    )
    return tuple(
        InWords(point.id, point.kind, f"{lane.company} · {point.title}", point.when)
        for *_, point, lane in found
    )


def quiet_words(shown: Sequence[Lane], today: date) -> tuple[str, ...]:
    """The quiet times that still run, soonest over first: "Globex · Analyst until Mon 21 Sep: you wrote to …".

    Where something else keeps the check away for longer, its day and its reason are said: one day for one thing.
    """
    found = sorted(
        (*_until(shade, lane.bars), lane.label)
        for lane in shown
        for shade in lane.shades
        if shade.ends.date() > today
    )
    return tuple(
        dict.fromkeys(
            f"{label} until {full_date(ends.date(), today)}: {words}"
            for ends, words, label in found
        )
    )


def _until(shade: Shade, bars: Sequence[Bar]) -> tuple[datetime, str]:
    later = [b for b in bars if b.check and b.status == "upcoming" and b.opens > shade.ends]
    first = min(later, key=lambda bar: bar.opens, default=None)
    return (first.opens, first.reason) if first else (shade.ends, shade.words)


def summary(shown: Sequence[Lane], period: Period, today: date) -> str:
    """The chart in a sentence, for those who do not see it."""
    bars = [bar for lane in shown for bar in lane.bars]
    counts = [(sum(bar.status == status for bar in bars), status) for status in LIVE]
    said = ", ".join(f"{count} {status}" for count, status in counts if count) or "nothing planned"
    span = f"{full_date(period.first, today)} to {full_date(period.last, today)}"
    return f"Timeline of {counted(len(shown), 'application')}, {span}: {said}. The list below says the same in words."
