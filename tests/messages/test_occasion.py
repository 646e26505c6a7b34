"""The occasion of a message: what it reads of the facts is what the plan reads of them."""

from datetime import UTC, datetime

import pytest

from followup.messages.brief import brief_for
from followup.messages.circumstances import said_of
from followup.messages.draft import draft
from followup.messages.fields import values
from followup.messages.lint import lint
from followup.messages.occasion import Occasion, occasion_of
from followup.messages.specifics import told_to_others
from followup.model.facts import Facts, Outcome, Touchpoint
from followup.playbook.plan import plan
from tests.builders import (
    ANN,
    BEN,
    RITA,
    applied,
    at,
    day,
    decision_by,
    ended,
    facts,
    interview,
    person,
    received,
    sent,
    the,
)
from tests.builders.northwind import action, occasion
from tests.builders.northwind import facts as searching


def of(world: Facts, now: str, kind: str, **where: str) -> Occasion:
    """The occasion of the one action of the kind that the plan has."""
    return occasion_of(the(world, now, kind, **where), world, at(now))


def test_a_thank_you_goes_to_whom_the_plan_sends_it_through() -> None:
    """Two at the agency: the plan names Bea, whose address is known."""
    abe, bea = person("Abe", "agency", email=""), person("Bea", "agency")
    unknown = ANN.replace(email="")
    world = facts(applied("Globex", unknown, abe, bea, interview(), route="agency"))
    found = of(world, "03-02 12:00", "thank_you")
    assert "It goes through Bea" in found.action.reason
    assert found.recipient == bea


def test_a_check_names_the_day_that_the_plan_waits_for() -> None:
    """They named another day later, and an earlier one; what lies ahead or is a slip counts for neither."""
    later = applied(
        "Globex",
        interview("03-02 10:00", decision_by("03-20")),
        received("update", "03-04 10:00", decision_by("03-12")),
        interview("03-30 10:00", decision_by("04-10"), key="i2", state="cancelled"),
    )
    found = of(facts(later), "03-16 09:00", "status_check")
    assert "decide by Thu 12 Mar" in found.action.reason
    assert values(found, ())["decision_day"] == "last Thursday"


def test_a_round_is_called_by_its_name_and_not_by_what_marks_it_as_a_hold() -> None:
    held = facts(applied("Globex", interview(round="Trial shift (hold)")))
    assert values(of(held, "03-02 12:00", "thank_you"), ())["trial"] == "the trial shift"
    ahead = interview("03-09 10:00", key="i2", round="Second round (hold)")
    found = facts(applied("Globex", interview(), ahead, language="de"))
    said = of(found, "03-02 12:00", "thank_you")
    assert "hold" not in str(values(said, (), said.grammar("de"))["ahead"])


@pytest.mark.parametrize(
    "offered",
    [
        ended("offer", "03-03 10:00", "03-21 00:00"),
        received("offer", "03-03 10:00", deadline=day("03-20")),
    ],
    ids=["entered", "their message alone"],
)
def test_an_offer_elsewhere_stands_until_the_day_that_the_plan_says(
    offered: Outcome | Touchpoint,
) -> None:
    offer = applied("Acme", offered)
    world = facts(applied("Globex", interview()), offer)
    found = of(world, "03-04 09:00", "expedite")
    assert "until Fri 20 Mar" in found.action.reason
    assert values(found, ())["offer_day"] == "20 March"


def test_nobody_held_an_ai_interview_whoever_was_entered() -> None:
    """PLAYBOOK 4.9: its thank-you goes to the recruiter, who did not interview."""
    held = interview("03-02 10:00", by="ann ben", mode="ai")
    found = of(facts(applied("Globex", ANN, BEN, RITA, held)), "03-02 12:00", "thank_you")
    assert found.recipient == RITA
    assert values(found, ())["interviewers"] == ""
    assert {"ai", "not_interviewer"} <= said_of(found)


@pytest.mark.parametrize(("accepted", "elsewhere"), [("03-09 10:00", True), ("02-02 10:00", False)])
def test_they_hear_of_another_offer_only_where_it_ended_their_application(
    accepted: str, elsewhere: bool
) -> None:
    """One accepted in an earlier search has nothing to do with a withdrawal from this one."""
    mine = applied(
        "Globex", interview(), *([] if elsewhere else [ended("withdrawn", "03-09 09:00")])
    )
    world = facts(mine, applied("Acme", ended("accepted", accepted)))
    found = of(world, "03-09 12:00", "withdraw_note", application="globex")
    assert ("accepted the offer of Acme" in found.action.reason) is elsewhere
    assert ("accepted_elsewhere" in said_of(found)) is elsewhere


def test_what_is_dated_ahead_was_not_sent_and_what_was_entered_twice_came_once() -> None:
    once = received("update", "03-03 09:00", id="a")
    world = facts(
        applied(
            "Globex",
            interview(),
            once,
            once.replace(id="b"),
            sent("status_check", "03-20 09:00"),
        )
    )
    found = of(world, "03-16 09:00", "status_check")
    assert found.quotable == once
    assert values(found, ())["last_note_day"] == ""


def test_what_others_were_told_is_what_counts_for_the_round() -> None:
    """A thank-you that names no interview counts for the last before it; one to nobody went to all, and answers all."""
    rounds = (
        interview("03-02 10:00", by="ann ben"),
        interview("02-02 10:00", by="ann ben", key="i0"),
    )
    to_ann = sent("thank_you", "03-02 12:00", to="ann")
    world = facts(applied("Globex", ANN, BEN, *rounds, to_ann))
    found = of(world, "03-02 13:00", "thank_you", person="ben", interview="i1")
    assert told_to_others(found) == (to_ann,)
    assert told_to_others(of(world, "03-02 13:00", "thank_you", person="ben", interview="i0")) == ()
    ann = of(world, "03-02 13:00", "thank_you", person="ann", interview="i1")
    assert (ann.action.status, ann.answer) == ("done", to_ann)
    assert found.answer is None


@pytest.mark.parametrize(
    ("moment", "inside"),
    [
        (datetime(2026, 11, 20, 9, tzinfo=UTC), True),
        (datetime(2026, 11, 20, 8, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 20, 16, 59, tzinfo=UTC), True),
        (datetime(2026, 11, 20, 17, tzinfo=UTC), False),
        (datetime(2026, 11, 21, 10, tzinfo=UTC), False),
        (datetime(2026, 12, 25, 10, tzinfo=UTC), False),
        (datetime(2026, 7, 1, 8, tzinfo=UTC), True),
    ],
)
def test_office_hours_are_those_of_the_employer(moment: datetime, inside: bool) -> None:
    london = searching(country="GB", time_zone="Europe/London")
    assert occasion(action(), london, moment).in_office_hours is inside


def test_a_check_behind_another_message_to_the_employer_is_too_soon() -> None:
    """Two roles at one employer, both checks open: one goes first, and the other says so while it is written."""
    world = facts(
        applied("Globex", interview("03-02 10:00"), id="a1"),
        applied("Globex", interview("03-02 14:00", key="i2"), id="a2"),
    )
    now = "03-16 12:00"
    held = next(a for a in plan(world, at(now)) if a.kind == "status_check" and a.held_by)
    assert held.held_until is None
    one = occasion_of(held, world, at(now))
    written = draft(one)
    found = lint(written.body, written.subject, brief_for(one, written))
    (said,) = [f.message for f in found if f.code == "too-soon"]
    assert "the status check to Ann at Globex (Engineer) of Mon 9 Mar is to go first" in said
