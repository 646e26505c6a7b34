"""By when: one day for an action on every page, and one way to say it."""

from zoneinfo import ZoneInfo

import pytest

from followup.model.action import Action
from followup.model.times import Clock
from followup.model.vocabulary import ActionKind
from followup.playbook.plan import plan
from followup.views.calendar.entries import entries_by_day
from followup.views.difference import Derived, difference
from followup.views.labels import place_of, places
from followup.views.words import Period, by_when, day_of
from tests.builders import (
    BERLIN,
    applied,
    at,
    day,
    facts,
    interview,
    person,
    sent,
    specific,
)

ASKED = facts(applied("Globex", interview("03-02 10:00", specific())))


def clock(moment: str) -> Clock:
    return Clock.of(at(moment), ZoneInfo(BERLIN))


def the(kind: ActionKind, moment: str) -> Action:
    (found,) = (action for action in plan(ASKED, at(moment)) if action.kind == kind)
    return found


@pytest.mark.parametrize(
    ("kind", "moment", "said"),
    [
        ("thank_you", "03-02 11:30", "best tonight"),
        ("thank_you", "03-03 09:00", "by 11:00 today"),
        ("thank_you", "03-03 12:00", "today"),
        ("thank_you", "03-04 12:00", "overdue since yesterday"),
        ("status_check", "03-03 09:00", "on Mon 9 Mar"),
        ("status_check", "03-08 09:00", "tomorrow"),
        ("status_check", "03-09 09:00", "today"),
        ("status_check", "03-12 09:00", "since Mon 9 Mar"),
    ],
)
def test_by_when_is_said_as_one_says_it(kind: ActionKind, moment: str, said: str) -> None:
    assert by_when(the(kind, moment), clock(moment)) == said


def test_what_nobody_waits_for_is_never_said_to_be_late() -> None:
    rita = person("Rita", "recruiter")
    world = facts(applied("Globex", rita, interview("03-02 10:00", specific(), by="rita")))
    found = next(a for a in plan(world, at("03-16 09:00")) if a.kind == "linkedin_connect")
    assert by_when(found, clock("03-16 09:00")) == "when you like"


def test_what_is_snoozed_says_when_it_is_back() -> None:
    action, here = the("status_check", "03-09 09:00"), clock("03-09 09:00")
    assert by_when(action, here, at("03-12")) == "back on Thu 12 Mar"
    assert by_when(action, here, at("03-10")) == "back tomorrow"


def test_a_held_check_has_one_day_in_the_row_the_calendar_and_what_a_change_says() -> None:
    moment = "03-09 09:00"
    thanked = sent("thank_you", "03-02 15:00", to="ann")
    before = facts(applied("Globex", interview("03-02 10:00", specific()), thanked))
    world = facts(
        applied("Globex", interview("03-02 10:00", specific()), thanked),
        applied(
            "Globex",
            interview("03-04 10:00", specific(), key="i2"),
            sent("status_check", "03-07 09:00", to="ann"),
            id="g2",
        ),
    )
    here, actions = clock(moment), plan(world, at(moment))
    held = next(action for action in actions if action.status == "held")
    on = day_of(held, here)
    assert by_when(held, here) == f"waits until {on:%a} {on.day} {on:%b}"
    days = entries_by_day(world, actions, here, Period(day("03-01"), day("04-30")))
    assert [d for d, listed in days.items() if held.key in {e.id for e in listed}] == [on]
    said = difference(
        Derived(before, plan(before, at(moment))), Derived(world, actions), at(moment)
    )
    assert f"until {on:%a} {on.day} {on:%b}" in " ".join(said)


def test_where_an_action_belongs_is_said_with_the_role_only_where_it_has_to_be() -> None:
    analyst = applied("Globex", id="a", role="Analyst")
    planner = applied("globex", id="b", role="Planner")
    unknown = applied("?", id="c", role="Tester")
    alone, signs = applied("Initech", id="d"), applied("🦄 🚀", id="e")
    caret = applied("^", id="f")
    every = (analyst, planner, unknown, alone, signs, caret)
    where = places(every)
    assert [place_of(each, where) for each in every] == [
        "Globex · Analyst",
        "globex · Planner",
        "Unnamed employer · Tester",
        "Initech",
        "🦄 🚀",
        "Unnamed employer · Engineer",
    ]


def test_what_waits_for_another_message_is_never_said_to_be_due() -> None:
    talks = (
        applied("Globex", interview("03-02 10:00", specific()), id=id_, role=id_) for id_ in "ab"
    )
    world, moment = facts(*talks), "03-11 09:00"
    held = next(a for a in plan(world, at(moment)) if a.status == "held")
    assert by_when(held, clock(moment)) == "waits for another message"
    days = entries_by_day(world, [held], clock(moment), Period(day("03-01"), day("04-30")))
    said = {e.when for listed in days.values() for e in listed if e.id == held.key}
    assert said == {"waits for another message"}
