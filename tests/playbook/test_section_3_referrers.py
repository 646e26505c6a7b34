"""PLAYBOOK section 3: tell_referrer."""

import pytest

from followup.model.facts import Facts
from tests.builders import (
    ANN,
    actions,
    applied,
    ended,
    facts,
    interview,
    person,
    sent,
    skipped,
    status,
    the,
    window,
)

REY = person("Rey", "referrer")


def world(*parts: object) -> Facts:
    """Globex, to which Rey referred the user, and Ann's interview."""
    return facts(applied("Globex", ANN, REY, interview(), *parts))  # type: ignore[arg-type]


def keys(there: Facts, now: str) -> dict[str, str]:
    return {each.key: each.status for each in actions(there, now, "tell_referrer")}


def test_3_tell_referrer_opens_with_the_first_interview_due_3_late_7_closes_21_days_later() -> None:
    assert window(world(), "03-03", "tell_referrer") == (
        "03-02 11:00", "03-05 11:00", "03-09 11:00", "03-23 11:00",
    )  # fmt: skip
    second = world(interview("03-05 10:00", key="i2"))
    assert window(second, "03-06", "tell_referrer")[0] == "03-02 11:00"
    found = the(world(), "03-03", "tell_referrer")
    assert (found.key, found.interview, found.channel) == (
        "tell_referrer:globex:rey:interview",
        None,
        "email",
    )


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        ("accepted", True),
        ("rejected", True),
        ("withdrawn", True),
        ("closed", False),
        ("offer", False),
    ],
)
def test_3_tell_referrer_of_the_outcome_which_folds_open_thanks(outcome: str, told: bool) -> None:
    there = world(ended(outcome, "03-04 10:00"))  # type: ignore[arg-type]
    news, thanks = "tell_referrer:globex:rey:outcome", "tell_referrer:globex:rey:interview"
    assert set(keys(there, "03-05")) == ({news} if told else {thanks})
    if told:
        assert window(there, "03-05", "tell_referrer") == (
            "03-04 10:00", "03-07 10:00", "03-11 10:00", "03-25 10:00",
        )  # fmt: skip


def test_3_tell_referrer_one_sent_at_or_after_an_occasion_answers_it() -> None:
    thanks = sent("tell_referrer", "03-03 10:00", to="rey")
    assert keys(world(thanks), "03-03 12:00") == {"tell_referrer:globex:rey:interview": "done"}
    early = sent("tell_referrer", "03-02 10:00", to="rey")
    assert keys(world(early), "03-03 12:00") == {"tell_referrer:globex:rey:interview": "open"}
    ended_after = world(thanks, ended("rejected", "03-04 10:00"))
    assert keys(ended_after, "03-05") == {
        "tell_referrer:globex:rey:interview": "done",
        "tell_referrer:globex:rey:outcome": "open",
    }


def test_3_tell_referrer_one_for_each_referrer() -> None:
    both = world(person("Sue", "referrer"))
    assert {each.person for each in actions(both, "03-03", "tell_referrer")} == {"rey", "sue"}
    assert status(facts(applied("Globex", ANN, interview())), "03-03", "tell_referrer") == "absent"


def test_4_3_tell_referrer_is_neither_held_nor_does_it_start_the_days() -> None:
    there = world(sent("other", "03-02 12:00"))
    assert status(there, "03-03", "tell_referrer") == "open"
    told = world(sent("tell_referrer", "03-08 10:00", to="rey"))
    assert status(told, "03-09", "status_check") == "due"


def test_2_a_skip_of_the_news_counts_until_another_ending() -> None:
    skip = skipped("tell_referrer:globex:rey:outcome", "03-04 12:00")
    here = applied("Globex", ANN, REY, interview(), ended("withdrawn", "03-04 10:00"))
    assert keys(facts(here, skip), "03-05")["tell_referrer:globex:rey:outcome"] == "skipped"
