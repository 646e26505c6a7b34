"""The plan that is kept is the plan made anew, whatever was changed and however the time passed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from followup.model.action import Action
from followup.model.facts import Application, Facts
from followup.model.snoozes_and_skips import forget, skip, snooze, wake
from followup.model.times import Clock
from followup.model.vocabulary import LIVE
from followup.playbook.case import is_over
from followup.playbook.kept_plan import Index
from followup.playbook.plan import Plan, plan
from followup.playbook.proposal import by_application
from followup.views.agenda import Agenda, Placed, agenda, agenda_of, place_of_action
from followup.views.calendar.entries import entries_by_day
from followup.views.calendar.entry import CalendarEntry, Window, by_day, entries_of
from followup.views.words import Period
from tests.builders import ANN, BEN, applied, at, facts, interview
from tests.explore import examples
from tests.strategies import happenings, worlds

INSTANT = timedelta(microseconds=1)
NEAR = (-INSTANT, timedelta(0), INSTANT)
LATER = (timedelta(0), timedelta(minutes=1), timedelta(hours=7), timedelta(days=40))


def check(index: Index, world: Facts, now: datetime) -> None:
    kept, anew = index.at(world, now), plan(world, now)
    assert kept.actions == anew
    assert kept.live == tuple(action for action in anew if action.status in LIVE)
    for each in world.applications:
        assert kept.of[each.id] == tuple(a for a in anew if a.application == each.id)
    assert kept.over == {a.id for a in world.applications if is_over(a, world.me, now)}
    assert [kept.action(action.key) for action in anew] == list(anew)
    assert kept.action("debrief:nobody") is None
    assert kept.kept_by_parts("parts", now, parts, whole) == [
        part
        for each in world.applications
        for part in parts(each, [a for a in anew if a.application == each.id], now)
    ]
    assert week(kept, world, now) == entries_by_day(world, anew, *days(world, now))
    assert today(kept, world, now) == agenda(anew, world, now)


def today(kept: Plan, world: Facts, now: datetime) -> Agenda:
    """What stands on Today, put together from what was kept of each application."""
    snoozes = by_application(world.snoozes)

    def of(
        application: Application, actions: Sequence[Action], present: datetime
    ) -> Iterator[Placed]:
        here = Clock.of(present, world.me.zone)
        mine = snoozes.get(application.id, ())
        return filter(None, (place_of_action(a, application, mine, here) for a in actions))

    return kept.kept_by_parts("agenda", now, of, lambda found, _: agenda_of(found))


def days(world: Facts, now: datetime) -> tuple[Clock, Period]:
    """The days that Today shows what comes on."""
    clock = Clock.of(now, world.me.zone)
    return clock, Period(clock.today, clock.today + timedelta(days=7))


def week(kept: Plan, world: Facts, now: datetime) -> Mapping[date, tuple[CalendarEntry, ...]]:
    """What comes on them, put together from what was kept of each application, as Today does it."""
    snoozes = by_application(world.snoozes)

    def of(
        application: Application, actions: Sequence[Action], present: datetime
    ) -> Iterator[tuple[Application, CalendarEntry]]:
        window = Window(world.me, *days(world, present))
        return entries_of(application, actions, snoozes.get(application.id, ()), window)

    return kept.kept_by_parts(
        "week",
        now,
        of,
        lambda found, present: by_day(found, world.applications, days(world, present)[0].today),
    )


def parts(application: Application, actions: Sequence[Action], now: datetime) -> Iterator[Any]:
    """Something that a change of the application, of its actions, and of the time each makes another."""
    yield application
    yield from ((action, action.due <= now, action.opens < now) for action in actions)
    yield from ((each.id, each.ends <= now) for each in application.interviews)


def whole(found: Iterable[Any], _: datetime) -> list[Any]:
    return list(found)


def _moved(draw: st.DrawFn, world: Facts, now: datetime) -> datetime:
    """To a moment at which something happens or an action changes, the instant before or after it, or by some time."""
    actions = plan(world, now)
    moments = [*happenings(world), *(a.opens for a in actions), *(a.due for a in actions)]
    moments += [a.late for a in actions] + [a.closes for a in actions if a.closes]
    ahead = sorted({m.astimezone(UTC) for m in moments if m > now})
    to_one: bool = draw(st.booleans())
    if ahead and to_one:
        return draw(st.sampled_from(ahead[:6])) + draw(st.sampled_from(NEAR))
    return now + draw(st.sampled_from(LATER))


def _changed(draw: st.DrawFn, world: Facts, other: Facts, now: datetime) -> Facts:
    """With one change: of an application, of what two have in common, of what the user said, of the settings."""
    keys = [action.key for action in plan(world, now)] + [s.action for s in world.snoozes]
    kinds = ["other", "settings", "gone", "employer", "address", "skip", "snooze", "wake", "forget"]
    kind = draw(st.sampled_from(kinds))
    here = {each.id: each for each in world.applications}
    there = {each.id: each for each in other.applications}
    if kind == "settings":
        return world.replace(me=other.me, cadence=other.cadence)
    if keys and kind in ("skip", "snooze", "wake"):
        key = draw(st.sampled_from(keys))
        if kind == "skip":
            return skip(world, key, now)
        return wake(world, key) if kind == "wake" else snooze(world, key, now + timedelta(days=2))
    if not here:
        return world.replace(applications=other.applications)
    name = draw(st.sampled_from(sorted(here)))
    if kind == "gone":
        return forget(world.replace(applications=[a for a in here.values() if a.id != name]), name)
    if kind == "forget":
        return forget(world, name)
    made = here[name]
    if kind == "other" and name in there:
        made = there[name]
    elif kind == "employer":
        made = made.replace(company=draw(st.sampled_from([a.company for a in here.values()])))
    elif kind == "address":
        made = _shared(made, draw(st.sampled_from(sorted(here.values(), key=lambda a: a.id))))
    return world.replace(applications=[made if a.id == name else a for a in here.values()])


def _shared(application: Application, with_: Application) -> Application:
    """With the address of somebody of the other application."""
    address = next((p.email for p in with_.people if p.email), "jobs@example.org")
    people = [p.replace(email=address) for p in application.people[:1]]
    return application.replace(people=[*people, *application.people[1:]])


@st.composite
def courses(draw: st.DrawFn) -> list[tuple[Facts, datetime]]:
    """Facts and moments, each from the one before by a change or some time."""
    world = draw(worlds())
    now = draw(st.sampled_from(sorted(happenings(world)) or [at("03-02 10:00")]))
    found = [(world, now)]
    for _ in range(draw(st.integers(1, 6))):
        if draw(st.booleans()):
            now = _moved(draw, world, now)
        else:
            world = _changed(draw, world, draw(worlds()), now)
        found.append((world, now))
    return found


@examples(60)
@given(courses())
def test_what_is_kept_is_what_is_made_anew(course: list[tuple[Facts, datetime]]) -> None:
    index = Index()
    for world, now in course:
        check(index, world, now)


@examples(20)
@given(courses())
def test_a_clock_that_is_put_back_begins_anew(course: list[tuple[Facts, datetime]]) -> None:
    index = Index()
    for world, now in course:
        index.at(world, now)
    for world, now in reversed(course):
        if now < course[-1][1] - timedelta(minutes=1):
            check(index, world, now)
            break


def test_nothing_is_made_anew_where_nothing_changes() -> None:
    world = facts(
        applied("Globex", ANN, interview("03-02 10:00")),
        applied("Initech", BEN, interview("03-02 12:00")),
    )
    index, now = Index(), at("03-02 14:00")
    before = index.at(world, now)
    assert index.at(world, now + timedelta(minutes=5)) is before
    first, second = world.applications
    changed = world.replace(applications=(first.replace(notes="Something"), second))
    after = index.at(changed, now + timedelta(minutes=5))
    assert after is not before
    assert after.of[second.id] is before.of[second.id]


def test_what_is_made_of_parts_is_made_anew_of_those_alone_that_changed() -> None:
    index, now = Index(), at("03-02 14:00")
    one, other = applied("Globex", ANN), applied("Initech", BEN, interview("03-02 13:30"))
    asked: list[str] = []

    def ask(world: Facts, now: datetime) -> list[str]:
        def make(application: Application, _: Sequence[Action], now: datetime) -> Iterator[str]:
            asked.append(application.id)
            yield from (f"{each.ends <= now}" for each in application.interviews)

        asked.clear()
        return index.at(world, now).kept_by_parts("ended", now, make, whole)

    assert ask(facts(one, other), now) == ["False"]
    assert asked == [one.id, other.id]
    one = one.replace(notes="Something")
    assert ask(facts(one, other), now) == ["False"]
    assert asked == [one.id]
    assert ask(facts(one, other), now + timedelta(hours=1)) == ["True"]
    assert other.id in asked
