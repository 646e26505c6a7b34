"""PLAYBOOK section 3: the outcome that counts, and what reopens an application."""

import pytest

from followup.model.facts import Facts
from tests.builders import (
    RITA,
    applied,
    at,
    ended,
    facts,
    interview,
    kinds,
    opens,
    received,
    sent,
    skipped,
    status,
    window,
)

NO = received("rejection", "03-05 10:00")


def world(*parts: object, **more: object) -> Facts:
    """Globex with Rita's interview of 2 March."""
    return facts(applied("Globex", RITA, interview(by="rita"), *parts, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((NO,), "rejection_reply"),
        ((NO, ended("closed", "03-06 10:00")), None),  # the latest counts
        ((ended("closed", "03-04 10:00"), NO), "rejection_reply"),
        ((NO, received("offer", "03-06 10:00")), "decide_offer"),
        ((received("offer", "03-04 10:00"), NO), "rejection_reply"),
        ((NO, ended("rejected", "03-06 10:00")), "rejection_reply"),
        ((ended("withdrawn", "03-06 10:00"), NO), "withdraw_note"),
        (
            (ended("accepted", "03-20 10:00"), NO),
            "rejection_reply",
        ),  # one that lies ahead changes nothing
    ],
)
def test_3_the_outcome_is_the_latest_of_the_entered_one_and_what_they_sent(
    parts: tuple[object, ...], expected: str | None
) -> None:
    answers = {"rejection_reply", "decide_offer", "withdraw_note"}
    assert kinds(world(*parts), "03-07") & answers == ({expected} if expected else set())


def test_3_of_one_ending_given_twice_the_first_counts() -> None:
    there = world(NO, ended("rejected", "03-07 10:00"))
    assert window(there, "03-07 12:00", "rejection_reply")[0] == "03-05 10:00"


@pytest.mark.parametrize(
    ("again", "reopens"),
    [
        (received("invitation", "03-10 10:00"), True),
        (received("invitation", "03-05 09:00"), False),  # it came before
        (received("update", "03-10 10:00"), False),
        (interview("03-10 10:00", key="i2"), True),
        (interview("03-10 10:00", key="i2", state="no_show"), True),
        (interview("03-10 10:00", key="i2", state="cancelled"), False),
        (interview("03-20 10:00", key="i2"), False),  # not yet begun
    ],
)
@pytest.mark.parametrize("ending", [NO, ended("closed", "03-05 10:00")])
def test_3_a_later_invitation_or_start_after_a_rejection_or_a_closing_reopens_it(
    ending: object, again: object, reopens: bool
) -> None:
    there = world(ending, again)
    assert ("keep_in_touch" not in kinds(there, "03-12")) is reopens
    assert bool({"rejection_reply", "feedback_request"} & kinds(there, "03-12")) <= (not reopens)


def test_3_reopened_at_reopens_it_and_what_the_ending_derived_is_gone() -> None:
    there = world(NO, reopened_at=at("03-10 10:00"))
    assert kinds(there, "03-09") >= {"rejection_reply", "feedback_request", "keep_in_touch"}
    assert kinds(there, "03-11") & {"rejection_reply", "feedback_request", "keep_in_touch"} == set()
    assert status(there, "03-11", "status_check") == "upcoming"


@pytest.mark.parametrize("kind", ["withdrawn", "accepted"])
def test_3_a_withdrawal_or_an_acceptance_is_not_reopened(kind: str) -> None:
    there = world(ended(kind, "03-05 10:00"), received("invitation", "03-10 10:00"))  # type: ignore[arg-type]
    assert "status_check" not in kinds(there, "03-20")


def test_3_at_one_moment_a_reopening_comes_first_then_what_they_sent_then_what_was_entered() -> (
    None
):
    same = world(NO, received("invitation", "03-05 10:00"))
    assert status(same, "03-05 12:00", "rejection_reply") == "open"
    letters = world(NO, ended("offer", "03-05 10:00"))
    assert "decide_offer" in kinds(letters, "03-05 12:00")


def test_2_only_what_was_sent_since_the_last_reopening_answers_an_ending() -> None:
    there = world(
        NO,
        sent("rejection_reply", "03-05 12:00"),
        received("invitation", "03-10 10:00"),
        received("rejection", "03-12 10:00"),
    )
    assert status(there, "03-12 12:00", "rejection_reply") == "open"


def test_2_a_skip_of_an_endings_kinds_counts_until_another_ending() -> None:
    skip = skipped("rejection_reply:globex:rita", "03-05 12:00")
    here = applied("Globex", RITA, interview(by="rita"), NO)
    assert status(facts(here, skip), "03-06", "rejection_reply") == "skipped"
    again = (received("invitation", "03-10 10:00"), received("rejection", "03-12 10:00"))
    later = here.replace(touchpoints=(*here.touchpoints, *again))
    assert status(facts(later, skip), "03-12 12:00", "rejection_reply") == "open"


def test_2_a_skip_of_a_check_counts_until_a_message_of_theirs_or_a_round() -> None:
    skip = skipped("status_check:globex:rita", "03-09 10:00")
    here = applied("Globex", RITA, interview(by="rita"))
    assert status(facts(here, skip), "03-10", "status_check") == "skipped"
    for news in (received("update", "03-11 10:00"), interview("03-11 10:00", key="i2", by="rita")):
        again = applied("Globex", RITA, interview(by="rita"), news)
        assert status(facts(again, skip), "03-12", "status_check") == "upcoming"


def test_2_a_skip_dated_in_the_future_changes_nothing() -> None:
    skip = skipped("status_check:globex:rita", "03-20 10:00")
    assert (
        status(facts(applied("Globex", RITA, interview(by="rita")), skip), "03-10", "status_check")
        == "due"
    )


def test_2_skips_of_the_whole_application_of_replies_and_of_materials_match_whoever_it_goes_to() -> (
    None
):
    asked = received("update", "03-03 10:00", wants_answer=True, id="mail")
    here = applied("Globex", RITA, interview(by="rita"), asked)
    for key in ("reply:globex:mail", "reply:globex:rita:mail"):
        assert status(facts(here, skipped(key, "03-03 12:00")), "03-03 13:00", "reply") == "skipped"
    thanks = skipped("thank_you:globex:i1", "03-03 12:00")
    assert (
        status(facts(here, thanks), "03-03 13:00", "thank_you") == "due"
    )  # all others the whole key


def test_2_what_came_back_undelivered_counts_nowhere_as_sent() -> None:
    thanks = sent("thank_you", "03-02 15:00", to="rita", id="t1")
    bounce = received("bounce", "03-02 15:01", bounced="t1")
    assert status(world(thanks, bounce), "03-03", "thank_you") == "due"
    assert status(world(thanks), "03-03", "thank_you") == "done"
    assert (
        opens(world(sent("thank_you", "03-04 10:00", id="t1"), bounce), "03-05", "status_check")
        == "03-09"
    )


def test_2_optional_actions_are_never_overdue() -> None:
    there = world(NO)
    assert window(there, "03-20", "linkedin_connect")[2] == "03-19"
    assert status(there, "03-20", "linkedin_connect") == "due"
