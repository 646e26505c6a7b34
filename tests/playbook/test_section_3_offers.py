"""PLAYBOOK section 3: decide_offer, and how offers and acceptances follow each other."""

import pytest

from followup.model.facts import Facts
from tests.builders import (
    ANN,
    BEN,
    applied,
    clock,
    decision_by,
    ended,
    facts,
    interview,
    received,
    sent,
    skipped,
    status,
    the,
    window,
)


def offered(*parts: object, **more: object) -> Facts:
    """Globex with Ann's interview, and an offer of Monday 2 March."""
    offer = received("offer", "03-02 15:00", **more)  # type: ignore[arg-type]
    return facts(applied("Globex", interview(), offer, *parts))  # type: ignore[arg-type]


def until(on: str) -> Facts:
    """An entered offer with a deadline."""
    return facts(applied("Globex", interview(), ended("offer", "03-02 15:00", on)))


def test_3_decide_offer_is_due_on_the_working_day_before_its_deadline_and_late_at_it() -> None:
    assert window(until("03-10"), "03-03", "decide_offer") == (
        "03-02 15:00",
        "03-10",
        "03-11",
        "never",
    )
    # A Monday: Friday is the working day before.
    assert window(until("03-09"), "03-03", "decide_offer")[1:3] == ("03-07", "03-10")
    assert window(until("03-10 12:00"), "03-03", "decide_offer")[1:3] == ("03-10", "03-10 12:00")


def test_3_decide_offer_without_a_deadline_5_working_days_after_receipt_late_5_after_due() -> None:
    assert window(offered(), "03-03", "decide_offer") == ("03-02 15:00", "03-10", "03-17", "never")


def test_3_decide_offer_without_a_deadline_counts_from_the_letters_day_where_that_is_later() -> (
    None
):
    promise = received("update", "03-03 10:00", decision_by("03-13"))
    assert window(offered(promise), "03-04", "decide_offer")[1:3] == ("03-21", "03-28")


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (sent("offer_reply", "03-02 16:00"), "open"),  # thanks decide nothing
        (ended("accepted", "03-03 10:00"), "absent"),
        (ended("withdrawn", "03-03 10:00"), "absent"),
        (ended("closed", "03-03 10:00"), "absent"),
        (received("rejection", "03-03 10:00"), "absent"),
        (sent("decide_offer", "03-03 10:00"), "done"),
    ],
)
def test_3_decide_offer_while_the_offer_stands(part: object, expected: str) -> None:
    assert status(offered(part), "03-04", "decide_offer") == expected


def test_3_decide_offer_ends_with_an_acceptance_elsewhere() -> None:
    world = offered()
    taken = applied("Acme", BEN, ended("accepted", "03-03 10:00"))
    both = world.replace(applications=(*world.applications, taken))
    assert status(both, "03-04", "decide_offer", application="globex") == "absent"


def test_3_decide_offer_past_the_deadline_says_so_and_asks_to_close_the_application() -> None:
    found = the(until("03-10"), "03-12", "decide_offer")
    assert (found.status, found.channel) == ("overdue", None)
    assert (
        found.reason
        == "The day of the offer of Globex, Tue 10 Mar, has passed: close the application."
    )


@pytest.mark.parametrize(
    ("again", "deadline"),
    [
        (received("offer", "03-05 10:00"), "03-11"),  # none named: the former one, which lies ahead
        (received("offer", "03-11 10:00"), None),  # it had passed
        (ended("offer", "03-05 10:00", "03-20"), "03-21"),  # a longer deadline
    ],
)
def test_3_a_later_offer_takes_the_place_of_the_first(again: object, deadline: str | None) -> None:
    first = received("offer", "03-02 15:00", deadline=ended("offer", "03-02", "03-10").deadline)
    found = the(facts(applied("Globex", interview(), first, again)), "03-12", "decide_offer")  # type: ignore[arg-type]
    assert clock(found.opens) == clock(again.at)  # type: ignore[attr-defined]
    assert deadline is None or clock(found.late) == deadline


def test_3_an_offer_after_an_acceptance_is_the_letter_and_changes_nothing() -> None:
    taken = facts(
        applied(
            "Globex",
            interview(),
            ended("accepted", "03-03 10:00"),
            received("offer", "03-05 10:00"),
        )
    )
    assert status(taken, "03-06", "decide_offer") == "absent"
    assert status(taken, "03-06", "offer_reply") == "absent"


def test_2_a_skip_of_an_offers_kinds_counts_until_a_newer_offer() -> None:
    skip = skipped("decide_offer:globex:ann", "03-03 10:00")
    here = applied("Globex", ANN, interview(), received("offer", "03-02 15:00"))
    assert status(facts(here, skip), "03-04", "decide_offer") == "skipped"
    again = here.replace(touchpoints=(*here.touchpoints, received("offer", "03-05 10:00")))
    assert status(facts(again, skip), "03-06", "decide_offer") == "open"


def test_2_an_offer_reply_answers_the_newest_offer_alone() -> None:
    thanks = sent("offer_reply", "03-02 16:00")
    assert status(offered(thanks), "03-03", "offer_reply") == "done"
    assert (
        status(offered(thanks, received("offer", "03-05 10:00")), "03-05 12:00", "offer_reply")
        == "open"
    )
