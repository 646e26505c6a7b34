"""The timeline: one lane for each application, its windows as bars and what happened as points.

Rows first (plain data, all moments as naive times on the user's wall), then frames, then the chart: a browser
draws naive times as they are, wherever it stands.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from followup.model.action import Action
from followup.model.facts import Application, Facts
from followup.model.kinds import CHECKS
from followup.model.times import Clock, in_utc
from followup.model.vocabulary import LIVE, PAST
from followup.playbook.case import Case, Promised, case_of, company_name, has_offer
from followup.prose.text import deadline_words, full_date, moment_words
from followup.views.difference import last_day
from followup.views.labels import application_labels, one_line
from followup.views.story import (
    interview_words,
    promise_state,
    promised_words,
    round_when,
    touchpoint_words,
)
from followup.views.timeline.parts import Bar, Lane, Point, PointKind, Shade, Wanted
from followup.views.timeline.quiet import Quiet
from followup.views.words import Period, due_on, promises_in, stands_on, time_of, title

LANES_ON_A_PAGE = 20
LABEL = 60  # characters of a company, and of a role
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
    labels = application_labels(facts.applications, LABEL)
    found = []
    for application in facts.applications:
        mine = by_application.get(application.id, [])
        if not mine and not _may_show(application, wanted.period):
            continue
        times = (quiet or {}).get(application.id, ())
        case = case_of(application, facts.me, clock.now)
        lane = _lane(case, mine, times, labels[application.id], (clock, wanted))
        if lane.bars or (lane.points and case.goes_on):
            found.append(lane)
    return tuple(sorted(found, key=lambda lane: _urgency(lane, clock)))


def _may_show(application: Application, period: Period) -> bool:
    """Whether something that happened, or that was promised, may fall on these days."""
    said = [t.at for t in application.touchpoints]
    met = [
        i.starts_at or datetime.combine(i.on or date.min, time()) for i in application.interviews
    ]
    if has_offer(application) or any(map(period.nearly, (*said, *met))):
        return True
    return any(p.on and p.on in period for p in promises_in(application))


def _urgency(lane: Lane, clock: Clock) -> tuple[int, timedelta, str]:
    """Open windows first, by when they are due; then what comes; then what only happened."""
    today = datetime.combine(clock.today, time())
    live = [bar for bar in lane.bars if bar.status in LIVE]
    if live:
        due = (bar.due if clock.moment(bar.opens) <= clock.now else bar.opens for bar in live)
        return 0, min(due) - today, lane.label
    last = max((point.at for point in lane.points), default=today)
    return 1, today - last, lane.label


def _lane(
    case: Case,
    actions: Sequence[Action],
    quiet: Sequence[Quiet],
    label: str,
    view: tuple[Clock, Wanted],
) -> Lane:
    clock, wanted = view
    application, period = case.application, wanted.period
    bars = (_bar(action, application, clock) for action in actions)
    points = (point for point in _points(case, clock) if wanted.kind(point.kind))
    shades = (Shade(clock.wall(q.begins), clock.wall(q.ends), q.words) for q in quiet)
    return Lane(
        application.id,
        company_name(application),
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
    due = action.due
    if action.answered:  # nothing of it is left open
        due = ends = action.answered
        opens = min(opens, due, key=in_utc)
    start, due, end = clock.wall(opens), clock.wall(due), clock.wall(ends)
    return Bar(
        action.key,
        action.status,
        start,
        max(due, start),
        max(end, start + _THIN),
        one_line(title(action, application), 120),
        _window_words(action, clock),
        ", ".join(filter(None, (_day(action, clock), time_of(action, clock)))),
        one_line(action.reason, 300),
        action.kind in CHECKS,
    )


def _day(action: Action, clock: Clock) -> str:
    return full_date(stands_on(action, clock), clock.today)


def _window_words(action: Action, clock: Clock) -> str:
    if action.status in PAST and not action.answered:
        return f"was due {full_date(clock.last_day(action.due), clock.today)}"
    if action.status == "held" and action.held_until:
        return f"held until {full_date(clock.day(action.held_until), clock.today)}"
    if in_utc(action.opens) > in_utc(clock.now) and not action.answered:
        opens = full_date(clock.day(action.opens), clock.today)
        return f"opens {opens}, due {deadline_words(action.due, clock)}"
    return due_on(action, clock)


def _points(case: Case, clock: Clock) -> Iterator[Point]:
    application = case.application
    for interview in application.interviews:
        words = one_line(interview_words(interview, application), 120)
        at = (
            datetime.combine(interview.on, time(12))
            if interview.on
            else clock.wall(interview.begins)
        )
        off = interview.state in ("cancelled", "moved")
        yield Point(interview.id, "interview", at, words, round_when(interview, clock), off)
    for touchpoint in application.touchpoints:
        kind: PointKind = "sent" if touchpoint.direction == "sent" else "received"
        words = touchpoint_words(touchpoint, application)
        yield _point(touchpoint.id, kind, touchpoint.at, words, clock)
    if last := last_day(case):
        until = f"by {full_date(last.day, clock.today)}"
        noon = datetime.combine(last.day, time(12))
        yield Point(last.id, "promise", noon, "Last day to answer the offer", until)
    for promised in case.all_promises:
        on = promised.promise.on
        if on:
            yield Point(
                promised.id,
                "promise",
                datetime.combine(on, time(12)),
                _promise_words(promised),
                f"by {full_date(on, clock.today)}",
                promised.state == "moved",
            )


def _promise_words(promised: Promised) -> str:
    words = one_line(promised_words(promised), 120)
    open_ = promised.state == "open" or promised.goes_on
    return words if open_ else f"{words}: {promise_state(promised)}"


def _point(identity: str, kind: PointKind, at: datetime, words: str, clock: Clock) -> Point:
    when = moment_words(at, clock)
    return Point(identity, kind, clock.wall(at), one_line(words, 120), when)
