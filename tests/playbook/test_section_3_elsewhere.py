"""PLAYBOOK section 3: what another application's offer asks for here (expedite, withdraw_note)."""

import pytest

from followup.model.facts import Application, Facts
from tests.builders import (
    BEN,
    applied,
    at,
    ended,
    facts,
    interview,
    received,
    sent,
    status,
    the,
    window,
)
from tests.rows import each_row

HERE = "globex"
GLOBEX = applied("Globex", interview())


def offers(company: str, *parts: object) -> Application:
    """Another application, which Ben has to do with."""
    return applied(company, BEN, *parts)  # type: ignore[arg-type]


def world(*others: Application, here: Application = GLOBEX) -> Facts:
    return facts(here, *others)


ACME = offers("Acme", ended("offer", "03-05 10:00", "03-13"))


# expedite


def test_3_expedite_opens_with_the_offer_due_24_hours_late_48_closes_with_its_deadline() -> None:
    assert window(world(ACME), "03-05 12:00", "expedite") == (
        "03-05 10:00",
        "03-06 10:00",
        "03-07 10:00",
        "03-14",
    )
    found = the(world(ACME), "03-05 12:00", "expedite")
    assert (found.application, found.person, found.status) == (HERE, "ann", "open")
    assert found.reason.startswith("Acme made you an offer that stands until ")


def test_3_who_is_to_be_asked_to_hurry_is_not_said_to_be_worth_no_message() -> None:
    old = applied("Globex", interview("01-12 10:00"))
    hurry = the(world(ACME, here=old), "03-05 12:00", "move_on", application=HERE).reason
    assert "nothing more is worth sending" not in hurry
    assert hurry.endswith(
        "Ask them to decide sooner, for the sake of the other offer, or close it."
    )
    for there, now in (((), "03-05 12:00"), ((ACME,), "03-20 12:00")):
        reason = the(world(*there, here=old), now, "move_on", application=HERE).reason
        assert "nothing more is worth sending. Close it" in reason


def test_4_11_what_a_freeze_holds_after_the_deadline_says_so() -> None:
    """The hold's day and the deadline's both move the check: a reason that named one alone spoke of the past."""
    frozen = applied("Globex", interview(), received("on_hold", "03-05 12:00", back_on="05-01"))
    check = the(world(ACME, here=frozen), "05-04", "status_check", application=HERE)
    assert check.status == "due"
    assert check.reason == (
        "You were to ask them before the offer of Acme ended on Fri 13 Mar; ask again from Mon 16 Mar on. "
        "It was held until Mon 4 May: they put it on hold until Fri 1 May."
    )


def test_3_expedite_closes_win_where_the_deadline_is_near() -> None:
    near = offers("Acme", ended("offer", "03-05 10:00", "03-05 20:00"))
    assert window(world(near), "03-05 12:00", "expedite") == (
        "03-05 10:00",
        "03-05 20:00",
        "03-05 20:00",
        "03-05 20:00",
    )


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (ACME, "open"),
        (offers("Acme", ended("offer", "03-05 10:00")), "absent"),  # no deadline
        (offers("Acme", received("offer", "03-05 10:00")), "absent"),
        (offers("Acme", ended("offer", "03-05 10:00", "03-04")), "absent"),  # not ahead
        (offers("Acme", ended("offer", "03-06 10:00", "03-13")), "absent"),  # not yet
        (offers("Acme", ended("accepted", "03-05 11:00", "03-13")), "absent"),
        (
            offers(
                "Acme", ended("offer", "03-05 10:00", "03-13"), received("rejection", "03-05 11:00")
            ),
            "absent",
        ),
    ],
)
def test_3_expedite_while_an_offer_elsewhere_has_a_deadline_ahead(
    other: Application, expected: str
) -> None:
    assert status(world(other), "03-05 12:00", "expedite", application=HERE) == expected


@pytest.mark.parametrize(
    ("here", "expected"),
    [
        (GLOBEX, "open"),
        (applied("Globex"), "absent"),  # no interview held
        (applied("Globex", interview("03-20 10:00")), "absent"),
        (applied("Globex", interview(), interview("03-20 10:00", key="i2")), "open"),
        (applied("Globex", interview(), ended("rejected", "03-04 10:00")), "absent"),
        (applied("Globex", interview(), ended("offer", "03-04 10:00")), "absent"),
        (applied("Globex", interview(), sent("expedite", "03-05 11:00")), "done"),
        (applied("Globex", interview(), sent("expedite", "03-04 11:00")), "open"),  # for another
    ],
)
def test_3_expedite_asks_an_active_application_with_an_interview_held(
    here: Application, expected: str
) -> None:
    found = status(world(ACME, here=here), "03-05 12:00", "expedite", application=HERE)
    assert found == expected


def test_3_expedite_of_several_offers_the_earliest_deadline_counts() -> None:
    later = offers("Initech", ended("offer", "03-04 10:00", "03-20")).replace(people=())
    assert window(world(ACME, later), "03-05 12:00", "expedite", application=HERE)[::3] == (
        "03-05 10:00",
        "03-14",
    )


def test_3_expedite_is_not_asked_once_any_offer_is_accepted() -> None:
    accepted = offers("Initech", ended("accepted", "03-05 11:00")).replace(people=())
    assert status(world(ACME, accepted), "03-05 12:00", "expedite", application=HERE) == "absent"


# withdraw_note


def test_3_withdraw_note_after_a_withdrawal_at_once_due_24_late_48_closes_after_a_week() -> None:
    there = facts(applied("Globex", interview(), ended("withdrawn", "03-24 10:00")))
    assert window(there, "03-24 12:00", "withdraw_note") == (
        "03-24 10:00",
        "03-25 10:00",
        "03-26 10:00",
        "03-31 10:00",
    )
    assert status(there, "03-31 10:00", "withdraw_note") == "lapsed"


def test_3_withdraw_note_is_done_once_they_were_told() -> None:
    there = facts(
        applied(
            "Globex",
            interview(),
            ended("withdrawn", "03-03 10:00"),
            sent("withdraw_note", "03-03 09:00"),
        )
    )
    assert status(there, "03-03 12:00", "withdraw_note") == "done"


TAKEN = offers("Acme", ended("accepted", "03-05 10:00"))


def test_3_withdraw_note_to_every_other_application_when_an_offer_was_accepted() -> None:
    assert window(world(TAKEN), "03-05 12:00", "withdraw_note") == (
        "03-05 10:00",
        "03-06 10:00",
        "03-07 10:00",
        "03-12 10:00",
    )
    found = the(world(TAKEN), "03-05 12:00", "withdraw_note")
    assert found.application == HERE
    assert found.reason == "You accepted the offer of Acme on Thu 5 Mar: tell Globex."


@each_row(
    ("here", "expected"),
    [
        (applied("Globex", interview()), "open"),
        (applied("Globex", sent("other", "03-01 10:00")), "open"),  # a touchpoint will do
        (applied("Globex"), "absent"),  # neither
        (applied("Globex", interview("04-04 10:00")), "open"),  # ahead, within 30 days
        (applied("Globex", interview("04-04 10:01")), "absent"),  # a later search
        (applied("Globex", interview("03-04 10:00", state="cancelled")), "absent"),
        (applied("Globex", interview(), ended("rejected", "03-04 10:00")), "absent"),
        (applied("Globex", interview(), ended("closed", "03-04 10:00")), "absent"),
        (applied("Globex", interview(), ended("offer", "03-04 10:00")), "open"),  # unanswered
        (
            applied(
                "Globex",
                interview(),
                received("offer", "03-04 10:00"),
                sent("offer_reply", "03-04 12:00"),
            ),
            "open",  # answered or not
        ),
        (
            applied(
                "Globex",
                interview(),
                received("offer", "03-04 10:00"),
                sent("offer_reply", "03-05 09:00"),
            ),
            "done",  # on that day: it told them
        ),
        (applied("Globex", interview(), ended("offer", "03-05 11:00")), "absent"),  # came after it
        (applied("Globex", interview(), sent("withdraw_note", "03-05 11:00")), "done"),
    ],
)
def test_3_withdraw_note_where_this_one_is_active_or_its_offer_stands(
    here: Application, expected: str
) -> None:
    found = status(world(TAKEN, here=here), "03-05 12:00", "withdraw_note", application=HERE)
    assert found == expected


def test_3_withdraw_note_takes_the_place_of_an_unanswered_offers_reply() -> None:
    here = applied("Globex", interview(), received("offer", "03-04 10:00"))
    there = world(TAKEN, here=here)
    assert status(there, "03-05 12:00", "offer_reply", application=HERE) == "absent"
    assert status(there, "03-05 12:00", "withdraw_note", application=HERE) == "open"


def test_3_of_several_acceptances_the_earliest_that_reaches_this_search_counts() -> None:
    earlier = offers("Initech", ended("accepted", "03-04 10:00")).replace(people=())
    there = world(TAKEN, earlier)
    assert the(there, "03-05 12:00", "withdraw_note", application=HERE).opens == at("03-04 10:00")


def test_3_expedite_has_lapsed_once_the_deadline_is_over_while_the_offer_stands() -> None:
    assert status(world(ACME), "03-13 23:59", "expedite") == "due"
    assert status(world(ACME), "03-14", "expedite") == "lapsed"
    asked = applied("Globex", interview(), sent("expedite", "03-06 10:00"))
    assert status(world(ACME, here=asked), "03-14", "expedite") == "done"
    assert status(world(ACME, here=asked), "03-18", "status_check") != "absent", "they open again"
    accepted = offers("Acme", ended("accepted", "03-12 10:00"))
    assert status(world(accepted), "03-14", "expedite") == "absent"
