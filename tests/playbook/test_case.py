"""The one reading of an application: who an action goes to, what answered it, which promise and which round count."""

from datetime import datetime

import pytest
from hypothesis import given

from followup.model.facts import Application, Facts, Interview, Person, Touchpoint
from followup.playbook.case import Case, answers, case_of, question_of, recipient
from followup.playbook.plan import plan
from tests.builders import (
    ANN,
    BEN,
    GUS,
    RITA,
    actions,
    applied,
    at,
    day,
    decision_by,
    ended,
    facts,
    interview,
    person,
    received,
    reply_by,
    sent,
    the,
)
from tests.explore import examples
from tests.strategies import worlds_at

ABE = person("Abe", "agency", email="")
BEA = person("Bea", "agency")
UNREACHED = ANN.replace(email="")


def read(application: Application, now: str = "03-09 12:00") -> Case:
    return case_of(application, facts().me, at(now))


@pytest.mark.parametrize(
    ("people", "route", "kind", "expected"),
    [
        ((ANN, GUS), "agency", "thank_you", "ann"),
        ((UNREACHED, GUS), "agency", "thank_you", "gus"),
        # The plan names Bea, the first of the agency with an address, and the draft goes to no other.
        ((UNREACHED, BEA, ABE), "agency", "thank_you", "bea"),
        ((UNREACHED, GUS), "direct", "thank_you", "ann"),
        ((UNREACHED, GUS), "agency", "status_check", "gus"),
        ((ANN, RITA), "direct", "status_check", "rita"),
    ],
)
def test_who_gets_the_message(
    people: tuple[Person, ...], route: str, kind: str, expected: str
) -> None:
    world = facts(applied("Globex", *people, interview(), route=route))
    now = "03-03 09:00" if kind == "thank_you" else "03-12 09:00"
    action = the(world, now, kind)
    found = recipient(case_of(world.applications[0], world.me, at(now)), action)
    assert found
    assert found.id == expected
    if kind == "thank_you" and found.id != action.person:
        assert f"It goes through {found.name}" in action.reason


def test_of_two_questions_in_one_message_each_reply_is_of_its_own() -> None:
    asks = received(
        "update", "03-03 09:00", reply_by("03-05", id="q1"), reply_by("03-12", id="q2"), id="m"
    )
    world = facts(applied("Globex", ANN, asks, sent("other", "03-03 10:00", promise="q1")))
    case = case_of(world.applications[0], world.me, at("03-04 09:00"))
    replies = {each.promise: each for each in actions(world, "03-04 09:00", "reply")}
    for promise, day_of_it in (("q1", "03-05"), ("q2", "03-12")):
        question = question_of(case, replies[promise])
        assert question
        assert (question.promise, question.by) == (promise, day(day_of_it))


@examples(300)
@given(worlds_at())
def test_what_is_done_was_answered_by_something_and_what_is_not_by_nothing(
    world_at: tuple[Facts, datetime],
) -> None:
    # Of single actions (a check, an answer to an offer) an earlier one may have been answered before this one opened.
    world, now = world_at
    cases = {each.id: case_of(each, world.me, now) for each in world.applications}
    for action in plan(world, now):
        case = cases[action.application]
        answered = any(answers(case, touchpoint, action) for touchpoint in case.touchpoints)
        question = question_of(case, action)
        answered = answered or bool(question and question.round)  # what an invitation led to
        if action.kind in ("thank_you", "send_material", "reply", "linkedin_connect", "debrief"):
            assert (action.status == "done") == answered, action.key
        elif action.kind == "status_check" and action.status == "done":
            assert case.sent("status_check", "second_check")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((interview("03-02 10:00", decision_by("03-06")),), "03-06"),
        # Given last; a date before the end of its interview is a slip; an out-of-office is not news.
        (
            (
                interview("03-02 10:00", decision_by("03-20", id="d1")),
                received("update", "03-03 09:00", decision_by("03-11", id="d2")),
            ),
            "03-11",
        ),
        ((interview("03-02 10:00", decision_by("03-01")),), None),
        ((interview("03-20 10:00", decision_by("03-25")),), None),
        ((interview("03-02 10:00"),), None),
    ],
)
def test_the_decision_that_counts(
    parts: tuple[Interview | Touchpoint, ...], expected: str | None
) -> None:
    found = read(applied("Globex", *parts)).decision
    assert (found.promise.on if found else None) == (day(expected) if expected else None)


def test_the_last_day_of_an_offer() -> None:
    offer = received("offer", "03-04 09:00", reply_by("03-11"))
    asked = applied("Globex", interview(), offer)
    assert read(asked).offer_day == day("03-11")
    assert read(asked.replace(outcome=ended("offer", "03-04 09:00", "03-13"))).offer_day == day(
        "03-13"
    )
    midnight = asked.replace(outcome=ended("offer", "03-04 09:00", "03-13 00:00"))
    assert read(midnight).offer_day == day("03-12"), "a moment at 00:00 ends the day before it"
    assert read(applied("Globex", interview())).offer_day is None


def test_the_last_round_was_held_or_missed() -> None:
    missed = interview("03-04 10:00", key="i2", state="no_show")
    cancelled = interview("03-05 10:00", key="i3", state="cancelled")
    ahead = interview("03-20 10:00", key="i4")
    case = read(applied("Globex", ANN, BEN, interview(), missed, cancelled, ahead))
    assert case.last_round == missed
    assert [each.id for each in case.held] == ["i1"]
    assert read(applied("Globex", ahead)).last_round is None


def test_the_last_contact_is_no_out_of_office() -> None:
    letters = (
        sent("thank_you", "03-02 15:00"),
        received("update", "03-03 09:00"),
        received("out_of_office", "03-04 09:00", back_on="03-20"),
        sent("other", "03-15 09:00"),
    )
    case = read(applied("Globex", interview(), *letters))
    assert case.last_contact("received") == letters[1]
    assert case.last_contact("sent") == letters[0], "what is dated ahead has not happened"
    assert case.away == (letters[2],)
    back = received("update", "03-05 09:00")
    assert read(applied("Globex", interview(), *letters, back)).away == ()
