"""Whether a promise of mine is kept: the plan, the story and the calendar give one answer."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from hypothesis import given

from followup.model.action import Action
from followup.model.facts import Application, Facts, Interview, Touchpoint
from followup.model.times import Clock
from followup.playbook.case import case_of, promises_of
from followup.playbook.plan import plan
from followup.views.calendar.entries import entries_by_day
from followup.views.words import Period
from tests.builders import (
    applied,
    at,
    day,
    decision_by,
    facts,
    interview,
    material,
    received,
    reply_by,
    sent,
)
from tests.explore import examples
from tests.strategies import worlds_at

EVER = Period(day("1990-01-01"), day("2190-01-01"))


def story_of(world: Facts, now: datetime) -> dict[str, str]:
    """The state of each promise in the story of its application."""
    return {
        promised.id: promised.state
        for application in world.applications
        for promised in promises_of(application, world.me, now)
    }


def calendar_of(world: Facts, now: datetime) -> dict[str, str]:
    """What the calendar says of each promise that has a day."""
    clock = Clock.of(now, world.me.zone)
    by_day = entries_by_day(world, (), clock, EVER)
    return {e.id: e.word for entries in by_day.values() for e in entries if e.look == "promise"}


def stands_for(world: Facts, now: datetime) -> Iterator[tuple[Action, str]]:
    """Each action of the plan that a promise of mine asks for, with each promise that it stands for."""
    cases = {each.id: case_of(each, world.me, now) for each in world.applications}
    for action in plan(world, now):
        if action.kind == "send_material" and action.promise:
            yield action, action.promise
        elif action.kind == "reply":
            case = cases[action.application]
            asked = action.promise or action.message  # a message may carry several promises
            for question in case.questions:
                if asked in question.names:
                    yield from ((action, p.id) for p in case.promises if p.id in question.names)


@examples(400)
@given(worlds_at())
def test_done_in_the_plan_is_kept_in_the_story_is_kept_in_the_calendar(
    scene: tuple[Facts, datetime],
) -> None:
    world, now = scene
    story = story_of(world, now)
    calendar = calendar_of(world, now)
    for action, promise in stands_for(world, now):
        done = action.status == "done"
        assert done == (story[promise] in ("kept", "late")), (action.key, story[promise])
        if promise in calendar:
            assert done == (", kept" in calendar[promise]), (action.key, calendar[promise])


def both(world: Facts, now: str, promise: str) -> tuple[str, str]:
    """The status of the promise's action in the plan, and its state in the story."""
    moment = at(now)
    (status,) = {action.status for action, of in stands_for(world, moment) if of == promise}
    return status, story_of(world, moment)[promise]


CODE = material("03-04", id="code", text="the code sample")
SLIDES = material("03-04", id="slides", text="the slides")
SECOND = interview("03-03 10:00", key="i2")


@pytest.mark.parametrize(
    ("went", "expected"),
    [
        # (the code sample, the slides)
        ((), (("overdue", "broken"), ("overdue", "broken"))),
        ((("03-03 12:00", {"promise": "code"}),), (("done", "kept"), ("overdue", "broken"))),
        # It names nothing and belongs to the second round, in which nothing was promised.
        ((("03-03 12:00", {"interview": "i2"}),), (("overdue", "broken"), ("overdue", "broken"))),
        # It names nothing and no round: the one that had ended last is meant.
        ((("03-02 12:00", {}),), (("done", "kept"), ("done", "kept"))),
    ],
    ids=["nothing", "one of two", "of another round", "without a name"],
)
def test_two_promised_materials(
    went: tuple[tuple[str, dict[str, str]], ...], expected: tuple[tuple[str, str], ...]
) -> None:
    letters = [sent("send_material", when, **more) for when, more in went]
    world = facts(applied("Globex", interview("03-02 10:00", CODE, SLIDES), SECOND, *letters))
    assert (both(world, "03-09 12:00", "code"), both(world, "03-09 12:00", "slides")) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ((), ("overdue", "broken")),
        ((sent("reply", "03-03 12:00"),), ("done", "kept")),
        # What names the message that carried the promise answers it, whatever it was for.
        ((sent("reply", "03-03 12:00", promise="update 03-03 09:00"),), ("done", "kept")),
        ((sent("other", "03-03 12:00", promise="update 03-03 09:00"),), ("done", "kept")),
        # What they asked for in that message was sent.
        ((sent("send_material", "03-03 12:00", promise="slides"),), ("done", "kept")),
    ],
    ids=["nothing", "a reply", "a reply to the message", "a word to the message", "the material"],
)
def test_a_promised_reply(answer: tuple[Touchpoint, ...], expected: tuple[str, str]) -> None:
    asked = received("update", "03-03 09:00", reply_by("03-04", id="word"), SLIDES)
    world = facts(applied("Globex", interview(), asked, *answer))
    assert both(world, "03-06 12:00", "word") == expected


def test_a_promised_answer_to_an_invitation_is_kept_by_the_round_that_it_led_to() -> None:
    asked = received("invitation", "03-03 09:00", reply_by("03-04", id="word"))
    world = facts(applied("Globex", asked, interview("03-10 10:00")))
    assert both(world, "03-06 12:00", "word") == ("done", "kept")


def test_a_message_that_was_entered_twice_promised_once() -> None:
    twice = [
        received("update", "03-03 09:00", reply_by("03-04", id=f"word{n}"), id=f"m{n}")
        for n in (1, 2)
    ]
    world = facts(
        applied("Globex", interview(), *twice, sent("reply", "03-03 12:00", promise="m2"))
    )
    assert story_of(world, at("03-06 12:00")) == {"word1": "kept"}
    assert both(world, "03-06 12:00", "word1") == ("done", "kept")


# Theirs. The plan waits for the day to pass where they are, and so does the story.


def decided(*parts: Interview | Touchpoint, **more: object) -> Application:
    return applied("Globex", *parts, **more)


def test_their_day_passes_where_they_are() -> None:
    application = decided(
        interview("03-02 10:00", decision_by("03-04", id="d")), time_zone="America/Los_Angeles"
    )
    world = facts(application)
    assert story_of(world, at("03-05 08:00")) == {"d": "open"}
    assert story_of(world, at("03-05 09:00")) == {"d": "broken"}


def test_the_day_named_last_is_the_one_that_counts_wherever_they_named_it() -> None:
    first = interview("03-02 10:00", decision_by("03-06", id="d1"))
    second = interview("03-05 10:00", decision_by("03-13", id="d2"), key="i2")
    world = facts(decided(first, second))
    assert story_of(world, at("03-09 12:00")) == {"d1": "moved", "d2": "open"}


def test_a_rejection_that_came_as_a_message_ends_what_was_promised() -> None:
    talk = interview("03-02 10:00", material(id="slides", text="the slides"))
    world = facts(decided(talk, received("rejection", "03-03 09:00")))
    assert story_of(world, at("03-09 12:00")) == {"slides": "over"}


def test_what_is_dated_ahead_counts_for_nothing_and_is_still_told() -> None:
    talk = interview("03-02 10:00", material("03-20", id="later", made_at="03-12 10:00"))
    (promised,) = promises_of(decided(talk), facts().me, at("03-09 12:00"))
    assert (promised.counts, promised.state) == (False, "open")


def test_the_calendar_says_what_the_story_says() -> None:
    world = facts(
        applied(
            "Globex",
            interview("03-02 10:00", CODE, SLIDES),
            sent("send_material", "03-03 12:00", promise="code"),
        )
    )
    assert calendar_of(world, at("03-09 12:00")) == {
        "code": "Your promise, kept",
        "slides": "Your promise, not kept",
    }
