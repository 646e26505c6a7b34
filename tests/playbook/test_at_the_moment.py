"""At the very moment, and on the very day: what begins then has begun, what ends then is over (PLAYBOOK 1 to 4)."""

import pytest

from followup.model.facts import Application
from tests.builders import (
    ANN,
    BEN,
    HUGO,
    RITA,
    applied,
    at,
    clock,
    day,
    decision_by,
    ended,
    facts,
    interview,
    material,
    opens,
    received,
    sent,
    status,
    the,
)


def globex(*parts: object, **more: object) -> Application:
    return applied("Globex", *parts, **more)  # type: ignore[arg-type]


GONE = RITA.replace(left=day("03-05"))
MET = interview("03-02 10:00", by="rita")
LONG_AWAY = received("out_of_office", "03-03 09:00", by="rita", back_on="04-02")
OFFER = received("offer", "03-04 10:00", decision_by("03-06"))


@pytest.mark.parametrize(("now", "person"), [("03-05 00:00", "hugo"), ("03-04 23:59", "rita")])
def test_3_who_leaves_is_gone_on_that_day(now: str, person: str) -> None:
    asked = received("reply", "03-03 09:00", by="rita", wants_answer=True)
    assert the(facts(globex(GONE, HUGO, MET, asked)), now, "reply").person == person


@pytest.mark.parametrize(("now", "person"), [("04-02 00:00", "rita"), ("04-01 23:59", "hugo")])
def test_4_4_who_is_away_for_long_is_back_on_that_day(now: str, person: str) -> None:
    long_away = LONG_AWAY.replace(at=at("03-01 09:00"))
    assert the(facts(globex(RITA, HUGO, MET, long_away)), now, "status_check").person == person


def test_4_4_a_message_of_the_same_moment_does_not_lift_an_absence() -> None:
    away = received("out_of_office", "03-03 09:00", back_on="03-12", id="away")
    wrote = received("update", "03-03 09:00", id="wrote")
    assert status(facts(globex(interview(), away, wrote)), "03-11", "status_check") == "held"


def test_3_a_round_that_was_called_off_asks_for_its_date_before_its_start_and_after() -> None:
    off = interview("03-04 10:00", state="cancelled", key="i2")
    world = facts(globex(interview("02-02 10:00"), sent("thank_you", "02-02 12:00"), off))
    for now in ("03-03 12:00", "03-04 10:00"):
        assert the(world, now, "status_check").about == "date"
        assert opens(world, now, "status_check") == "03-09", "three working days after its start"


@pytest.mark.parametrize(
    ("starts", "expected"), [("03-06 23:29", "03-06 23:59"), ("03-06 23:30", "03-09")]
)
def test_3_half_an_hour_after_a_no_show_on_a_friday_night_is_saturday(
    starts: str, expected: str
) -> None:
    missed = facts(globex(interview(starts, state="no_show")))
    assert opens(missed, "03-06 23:31", "status_check") == expected


def test_3_an_answer_at_the_moment_of_the_offer_is_one() -> None:
    answer = sent("offer_reply", "03-04 10:00")
    assert status(facts(globex(OFFER, answer)), "03-04 12:00", "offer_reply") == "done"


def test_3_a_former_deadline_that_ends_with_the_new_offer_is_not_kept() -> None:
    first = received("offer", "03-02 10:00", deadline=at("03-04 10:00"))
    world = facts(globex(first, received("offer", "03-04 10:00", id="second")))
    assert the(world, "03-04 12:00", "offer_reply").closes is None


def test_4_13_another_message_of_the_letters_moment_does_not_end_the_wait_for_it() -> None:
    also = received("update", "03-04 10:00", id="also")
    assert the(facts(globex(OFFER, also)), "03-10", "status_check").about == "letter"


def test_2_an_answer_at_the_moment_of_the_reopening_counts_for_the_next_ending() -> None:
    said = sent("rejection_reply", "03-05 10:00")
    first, second = (received("rejection", f"{on} 09:00", id=on) for on in ("03-03", "03-06"))
    world = facts(globex(interview(), first, said, second, reopened_at=at("03-05 10:00")))
    assert status(world, "03-06 12:00", "rejection_reply") == "done"


@pytest.mark.parametrize(("now", "expected"), [("03-05 10:00", "absent"), ("03-05 09:59", "open")])
def test_3_it_is_reopened_from_that_moment_on(now: str, expected: str) -> None:
    no = received("rejection", "03-05 09:00")
    by_hand = globex(no, reopened_at=at("03-05 10:00"))
    by_round = globex(no, interview("03-05 10:00"))
    for world in (facts(by_hand), facts(by_round)):
        assert status(world, now, "rejection_reply") == expected


def test_3_material_sent_at_the_moment_of_the_promise_is_it() -> None:
    asked = received("reply", "03-03 09:00", material(id="m"))
    world = facts(globex(asked, sent("send_material", "03-03 09:00")))
    assert status(world, "03-04", "send_material") == "done"


def test_1_two_at_a_company_that_is_called_limited_are_at_one_employer() -> None:
    world = facts(
        applied("Limited", interview("02-02 10:00"), id="a"),
        applied("Limited", HUGO, sent("other", "03-06 10:00"), id="b"),
    )
    assert status(world, "03-09 12:00", "status_check") == "held"
    assert clock(the(world, "03-09 12:00", "status_check").held_until) == "03-13"


def test_4_8_an_outcome_entered_this_minute_counts() -> None:
    world = facts(globex(ANN, interview("02-02 10:00"), ended("closed", "03-09 10:00")))
    assert status(world, "03-09 10:00", "status_check") == "absent"
    assert status(world, "03-09 09:59", "status_check") == "overdue"


@pytest.mark.parametrize(("last", "told"), [("01-08 10:00", "open"), ("01-08 09:59", "absent")])
def test_4_8_who_was_heard_last_sixty_days_before_an_acceptance_elsewhere_is_told(
    last: str, told: str
) -> None:
    taken = applied("Acme", BEN, ended("accepted", "03-09 10:00"))
    cold = globex(interview("01-07 10:00"), sent("thank_you", last, to="ann"))
    assert status(facts(cold, taken), "03-09 10:00", "withdraw_note") == told
