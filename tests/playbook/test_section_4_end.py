"""PLAYBOOK 4.8: it ends, and what stays."""

import random

import pytest

from followup.model.facts import Application, Facts
from tests.builders import (
    ANN,
    BEN,
    actions,
    applied,
    at,
    decision_by,
    ended,
    facts,
    interview,
    kinds,
    material,
    received,
    reply_by,
    sent,
    skipped,
    status,
)

CHECKS = {"status_check", "second_check", "move_on"}
COUNT = (sent("status_check", "03-09 10:00"), sent("second_check", "03-16 10:00"))


@pytest.mark.parametrize("count", [(), COUNT[:1], COUNT])
@pytest.mark.parametrize(
    "end",
    [
        ended("rejected", "03-17 10:00"),
        ended("offer", "03-17 10:00"),
        ended("accepted", "03-17 10:00"),
        ended("withdrawn", "03-17 10:00"),
        ended("closed", "03-17 10:00"),
        received("rejection", "03-17 10:00"),
        received("offer", "03-17 10:00"),
        interview("03-31 10:00", key="i2"),
    ],
)
def test_4_8_the_checks_of_the_application_are_gone_at_once(
    count: tuple[object, ...], end: object
) -> None:
    world = facts(applied("Globex", interview(), *count, end))  # type: ignore[arg-type]
    assert kinds(world, "03-17 10:00") & CHECKS == set()
    if not isinstance(end, type(interview())):
        assert kinds(world, "03-17 09:59") & CHECKS, "not before"


def test_4_8_a_round_that_was_cancelled_ends_nothing() -> None:
    off = interview("03-31 10:00", key="i2", state="cancelled")
    assert status(facts(applied("Globex", interview(), off)), "03-17", "status_check") == "upcoming"


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (ended("offer", "03-03 10:00"), "due"),
        (ended("accepted", "03-03 10:00"), "due"),
        (received("offer", "03-03 10:00"), "due"),
        (interview("03-31 10:00", key="i2"), "due"),
        (ended("rejected", "03-03 10:00"), "absent"),
        (received("rejection", "03-03 10:00"), "absent"),
        (ended("withdrawn", "03-03 10:00"), "absent"),
        (ended("closed", "03-03 10:00"), "absent"),
    ],
)
def test_4_8_open_thank_yous_stay_with_an_offer_or_a_further_round_else_they_fold(
    end: object, expected: str
) -> None:
    world = facts(applied("Globex", interview(), end))  # type: ignore[arg-type]
    assert status(world, "03-03 10:30", "thank_you") == expected


@pytest.mark.parametrize("kind", ["rejected", "withdrawn", "closed"])
def test_4_8_what_is_done_skipped_or_lapsed_does_not_fold(kind: str) -> None:
    held = applied("Globex", interview(), ended(kind, "03-03 10:00"))  # type: ignore[arg-type]
    thanked = held.replace(touchpoints=(sent("thank_you", "03-02 15:00"),))
    assert status(facts(thanked), "03-03 12:00", "thank_you") == "done"
    skip = skipped("thank_you:globex:i1:ann")
    assert status(facts(held, skip), "03-03 12:00", "thank_you") == "skipped"
    assert status(facts(held), "03-09 11:00", "thank_you") == "lapsed"


# An offer accepted elsewhere.

TAKEN = applied("Acme", BEN, ended("accepted", "03-05 10:00"))


def _here(*parts: object) -> Application:
    return applied("Globex", *parts)  # type: ignore[arg-type]


def test_4_8_an_accepted_offer_elsewhere_puts_the_withdrawal_note_in_the_place_of_the_checks() -> (
    None
):
    world = facts(_here(interview(), *COUNT), TAKEN)
    listed = kinds(world, "03-17 12:00", application="globex")
    assert "withdraw_note" in listed
    assert listed & CHECKS == set()
    assert status(world, "03-05 12:00", "thank_you") == "absent"  # it folds, too


@pytest.mark.parametrize(
    ("here", "touched"),
    [
        (_here(interview("04-04 10:00")), True),  # a round 30 days after it, to the minute
        (_here(interview("04-04 10:01")), False),
        (
            _here(interview("04-05 10:00"), sent("other", "03-12 10:00")),
            True,
        ),  # a touchpoint 7 days after it
        (_here(interview("04-05 10:00"), sent("other", "03-12 10:01")), False),
        (_here(interview("03-04 10:00", state="moved"), interview("04-05 10:00", key="i2")), False),
    ],
)
def test_4_8_a_later_search_is_untouched(here: Application, touched: bool) -> None:
    world = facts(here, TAKEN)
    now = "04-09 12:00"
    assert ("withdraw_note" in kinds(world, now, application="globex")) is touched
    assert bool(CHECKS & kinds(world, now, application="globex")) is not touched


def test_4_8_the_accepted_application_itself_keeps_its_thank_yous() -> None:
    taken = _here(interview(), ended("accepted", "03-03 10:00"))
    also_taken = applied("Acme", BEN, ended("accepted", "03-03 09:00"))
    assert status(facts(taken, also_taken), "03-03 10:30", "thank_you") == "due"


# Slips, duplicates, and the order of entry.


def test_4_8_touchpoints_dated_in_the_future_change_nothing() -> None:
    plain = facts(_here(interview()))
    slips = [
        sent("thank_you", "03-04 10:00"),
        sent("status_check", "03-04 10:00"),
        received("rejection", "03-04 10:00"),
        received("offer", "03-04 10:00"),
        received("update", "03-04 10:00", decision_by("03-20"), wants_answer=True),
        received("out_of_office", "03-04 10:00", back_on="03-20"),
        sent("other", "03-04 10:00", material("03-06")),
    ]
    for slip in slips:
        world = facts(_here(interview(), slip))
        assert actions(world, "03-03 12:00") == actions(plain, "03-03 12:00"), slip.purpose


TWICE = [
    sent("status_check", "03-09 10:00", to="ann ben"),
    received("update", "03-09 10:00", material("03-12"), reply_by("03-11"), wants_answer=True),
    received("offer", "03-09 10:00"),
    received("rejection", "03-09 10:00"),
]


@pytest.mark.parametrize("once", TWICE, ids=lambda each: each.purpose)
def test_4_8_duplicates_count_once(once: object) -> None:
    def again(key: str) -> object:
        promises = tuple(each.replace(id=f"{key} {each.id}") for each in once.promises)  # type: ignore[attr-defined]
        people = once.people[::-1]  # type: ignore[attr-defined]
        return once.replace(id=key, promises=promises, people=people)  # type: ignore[attr-defined]

    def plain(*touchpoints: object) -> list[tuple[str, str]]:
        world = facts(_here(ANN, BEN, interview(), *touchpoints))
        return sorted((each.kind, each.status) for each in actions(world, "03-10 12:00"))

    assert plain(once) == plain(once, again("x")) == plain(again("a"), once, again("z"))


def test_4_8_duplicates_count_once_whatever_the_order_of_their_promises() -> None:
    once = sent("status_check", "03-09 10:00", material("03-12"), material("03-13"))
    promises = tuple(each.replace(id=f"x {each.id}") for each in once.promises)
    again = once.replace(id="x", promises=promises[::-1])
    world = facts(_here(interview(), once, again))
    assert status(world, "03-12", "second_check") == "upcoming"
    assert len(actions(world, "03-12", "send_material")) == 2


def test_4_8_what_names_a_duplicate_that_was_left_out_answers_the_one_that_stays() -> None:
    mail = received("update", "03-09 10:00", wants_answer=True, id="mail")
    for name in ("mail", "mail again"):
        world = facts(
            _here(
                interview(),
                mail,
                mail.replace(id="mail again"),
                sent("other", "03-09 11:00", promise=name),
            )
        )
        assert status(world, "03-09 12:00", "reply") == "done"


def test_4_8_the_same_moment_written_with_another_offset_is_the_same_touchpoint() -> None:
    once = sent("status_check", "03-09 10:00")
    in_tokyo = once.replace(id="again", at=at("03-09 18:00", "Asia/Tokyo"))
    world = facts(_here(interview(), once, in_tokyo))
    assert status(world, "03-20", "move_on") == "absent"


def _shuffled(world: Facts, seed: int) -> Facts:
    chance = random.Random(seed)

    def mixed(items: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(chance.sample(items, len(items)))

    applications = [
        each.replace(
            people=mixed(each.people),
            interviews=mixed(each.interviews),
            touchpoints=mixed(each.touchpoints),
        )
        for each in world.applications
    ]
    return world.replace(applications=mixed(tuple(applications)))


def test_4_8_order_of_entry_never_matters() -> None:
    world = facts(
        _here(
            ANN,
            BEN,
            interview("03-02 10:00", decision_by("03-06"), by="ann ben"),
            interview("03-05 10:00", key="i2", by="ben"),
            sent("thank_you", "03-05 12:00"),
            received("update", "03-09 10:00", wants_answer=True),
            *COUNT,
        ),
        applied("globex", sent("other", "03-20 10:00"), id="other", people=()),
    )
    expected = actions(world, "03-25 12:00")
    for seed in range(20):
        assert actions(_shuffled(world, seed), "03-25 12:00") == expected
