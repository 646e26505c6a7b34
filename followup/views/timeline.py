"""The timeline: one lane for each application, its windows as bars and what happened as points.

Rows first (plain data, all moments as naive times on the user's wall), then frames, then the chart: a browser
draws naive times as they are, wherever it stands.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, time, timedelta

from followup.model.action import Action
from followup.model.facts import Application, Facts
from followup.model.times import in_utc
from followup.views.quiet import Quiet
from followup.views.story import (
    PROMISE_STATES,
    Given,
    interview_words,
    promises,
    touchpoint_words,
)
from followup.views.timeline_parts import (
    OPEN,
    POINT_WORDS,
    Bar,
    Clock,
    Lane,
    Period,
    Point,
    PointKind,
    Shade,
    Wanted,
    period_around,
)
from followup.views.words import deadline_words, full_date, last_day, moment_words, title, unturned

__all__ = [
    "LANES_ON_A_PAGE",
    "OPEN",
    "POINT_WORDS",
    "Clock",
    "Lane",
    "Period",
    "PointKind",
    "Wanted",
    "lane_labels",
    "lanes",
    "period_around",
]

LANES_ON_A_PAGE = 20
_THIN = timedelta(hours=10)  # the least that a bar is wide


def lanes(
    facts: Facts,
    actions: Sequence[Action],
    clock: Clock,
    wanted: Wanted,
    quiet: Mapping[str, tuple[Quiet, ...]] | None = None,
) -> tuple[Lane, ...]:
    """The lanes with anything in the period; those first in which something is to be done soonest."""
    by_application: dict[str, list[Action]] = {}
    for action in actions:
        if action.status in wanted.statuses and wanted.kind(action.kind):
            by_application.setdefault(action.application, []).append(action)
    labels = lane_labels(facts.applications)
    found = []
    for application in facts.applications:
        mine = by_application.get(application.id, [])
        times = (quiet or {}).get(application.id, ())
        lane = _lane(application, mine, times, labels[application.id], (clock, wanted))
        if lane.bars or (lane.points and not _is_closed(application)):
            found.append(lane)
    return tuple(sorted(found, key=lambda lane: _urgency(lane, clock)))


def _is_closed(application: Application) -> bool:
    return application.outcome is not None and application.outcome.kind != "offer"


def lane_labels(applications: Iterable[Application]) -> dict[str, str]:
    """As in “Globex · Data engineer”; no two alike."""
    labels: dict[str, str] = {}
    seen: dict[str, int] = {}
    for application in applications:
        label = " · ".join(
            part for part in (_line(application.company), _line(application.role)) if part
        )
        seen[label] = seen.get(label, 0) + 1
        labels[application.id] = label if seen[label] == 1 else f"{label} ({seen[label]})"
    return labels


def _line(text: str, limit: int = 60) -> str:
    line = " ".join(text.split())
    return unturned(line if len(line) <= limit else line[: limit - 1] + "…")


def _urgency(lane: Lane, clock: Clock) -> tuple[int, datetime, str]:
    """Open windows first, by when they are due; then what comes; then what only happened."""
    now = clock.wall(clock.now)
    live = [bar for bar in lane.bars if bar.status in OPEN]
    if live:
        return (
            0,
            min(bar.due if bar.opens <= now else max(bar.opens, now) for bar in live),
            lane.label,
        )
    last = max((point.at for point in lane.points), default=now)
    return 1, now + (now - last), lane.label


def _lane(
    application: Application,
    actions: Sequence[Action],
    quiet: Sequence[Quiet],
    label: str,
    view: tuple[Clock, Wanted],
) -> Lane:
    clock, wanted = view
    period = wanted.period
    bars = (_bar(action, application, clock) for action in actions)
    points = (point for point in _points(application, clock) if wanted.kind(point.kind))
    shades = (Shade(clock.wall(q.begins), clock.wall(q.ends), q.words) for q in quiet)
    return Lane(
        application.id,
        application.company,
        label,
        tuple(bar for bar in bars if bar.within(period)),
        tuple(point for point in points if period.begins <= point.at < period.ends),
        tuple(s for s in shades if s.begins < period.ends and s.ends > period.begins),
    )


def _bar(action: Action, application: Application, clock: Clock) -> Bar:
    opens = action.opens
    if action.held_until and in_utc(action.held_until) > in_utc(opens):
        opens = min(action.held_until, action.due, key=in_utc)
    ends = max(action.due, action.closes or action.late, key=in_utc)
    start, due, end = clock.wall(opens), clock.wall(action.due), clock.wall(ends)
    return Bar(
        action.key,
        action.status,
        start,
        max(due, start),
        max(end, start + _THIN),
        _line(title(action, application), 120),
        _window_words(action, clock),
        full_date(last_day(action.due, clock.zone), clock.today),
        _line(action.reason, 300),
    )


def _window_words(action: Action, clock: Clock) -> str:
    if action.status in ("done", "skipped", "lapsed"):
        return f"was due {full_date(last_day(action.due, clock.zone), clock.today)}"
    if action.status == "held" and action.held_until:
        return (
            f"held until {full_date(action.held_until.astimezone(clock.zone).date(), clock.today)}"
        )
    due = f"due {deadline_words(action.due, clock.now, clock.zone)}"
    if in_utc(action.opens) > in_utc(clock.now):
        opens = full_date(action.opens.astimezone(clock.zone).date(), clock.today)
        return f"opens {opens}, {due}"
    return due


def _points(application: Application, clock: Clock) -> Iterator[Point]:
    for interview in application.interviews:
        at = interview.starts_at
        yield _point(interview.id, "interview", at, interview_words(interview, application), clock)
    for touchpoint in application.touchpoints:
        kind: PointKind = "sent" if touchpoint.direction == "sent" else "received"
        words = touchpoint_words(touchpoint, application)
        yield _point(touchpoint.id, kind, touchpoint.at, words, clock)
    for given in promises(application, clock.now, clock.zone):
        on = given.promise.on
        if on:
            yield Point(
                given.promise.id,
                "promise",
                datetime.combine(on, time(12)),
                _promise_words(given),
                f"by {full_date(on, clock.today)}",
            )


def _promise_words(given: Given) -> str:
    words = _line(given.words, 120)
    return words if given.state == "open" else f"{words}: {PROMISE_STATES[given.state]}"


def _point(identity: str, kind: PointKind, at: datetime, words: str, clock: Clock) -> Point:
    when = moment_words(at, clock.now, clock.zone)
    return Point(identity, kind, clock.wall(at), _line(words, 120), when)
