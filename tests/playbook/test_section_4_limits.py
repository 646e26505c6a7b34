"""PLAYBOOK 4.3 and 4.4: never more than one outreach in seven days, and at most two checks."""

import pytest

from followup.model.facts import Application, Facts, Touchpoint
from followup.model.vocabulary import Purpose
from tests.builders import (
    ANN,
    BEN,
    RITA,
    actions,
    applied,
    clock,
    decision_by,
    ended,
    facts,
    interview,
    material,
    opens,
    received,
    reply_by,
    sent,
    status,
    the,
    window,
)
from tests.rows import each_row

NOW = "03-09 10:00"
CHECKED = applied("Globex", interview("03-02 10:00", decision_by("03-06")))  # opens on the 9th


def beside(*touchpoints: Touchpoint, company: str = "Globex") -> Application:
    """Another application at the employer, with Ben and without an interview."""
    return applied(company, BEN, *touchpoints, id="other")


# What starts the seven days.


@pytest.mark.parametrize(
    ("purpose", "expected"),
    [
        ("thank_you", "held"),
        ("status_check", "held"),
        ("second_check", "held"),
        ("feedback_request", "held"),
        ("keep_in_touch", "held"),
        ("expedite", "held"),
        ("withdraw_note", "held"),
        ("other", "held"),  # an unasked message
        ("reply", "due"),
        ("send_material", "due"),
        ("linkedin_connect", "due"),
        ("rejection_reply", "due"),
        ("offer_reply", "due"),
        ("tell_referrer", "due"),
        ("debrief", "due"),  # what is noted or decided goes to nobody
        ("move_on", "due"),
    ],
)
@pytest.mark.parametrize("channel", ["email", "phone", "linkedin", "post"])
def test_4_3_what_starts_the_seven_days_at_the_same_employer_by_any_channel(
    purpose: Purpose, expected: str, channel: str
) -> None:
    world = facts(CHECKED, beside(sent(purpose, "03-06 10:00", to="ben", channel=channel)))
    assert status(world, NOW, "status_check", application="globex") == expected


def test_4_3_a_message_of_theirs_starts_nothing_nor_does_one_that_answers_it() -> None:
    asked = received("update", "03-06 09:00", id="mail")
    assert status(facts(CHECKED, beside(asked)), NOW, "status_check") == "due"
    answer = sent("other", "03-06 10:00", promise="mail")
    assert status(facts(CHECKED, beside(asked, answer)), NOW, "status_check") == "due"


def test_4_3_a_message_dated_in_the_future_holds_nothing() -> None:
    world = facts(CHECKED, beside(sent("other", "03-09 10:01")))
    assert status(world, NOW, "status_check") == "due"


@pytest.mark.parametrize(
    ("company", "expected"),
    [("Globex", "held"), (" GLOBEX ", "held"), ("globex", "held"), ("Globex GmbH", "held"), ("Acme", "due")],
)  # fmt: skip
def test_4_3_an_employer_is_its_name_case_spacing_and_legal_form_aside(
    company: str, expected: str
) -> None:
    world = facts(CHECKED, beside(sent("other", "03-06 10:00"), company=company))
    assert status(world, NOW, "status_check") == expected


@pytest.mark.parametrize("company", ["Acme Corp", "ACME  corp", "Acme\u00a0Corp"])
def test_4_3_spacing_inside_the_name_does_not_matter(company: str) -> None:
    here = CHECKED.replace(company="acme corp")
    there = beside(sent("other", "03-06 10:00"), company=company)
    assert status(facts(here, there), NOW, "status_check") == "held"


# Days are whole days, and the hold ends on a working day.


@each_row(
    ("when", "country", "until"),
    [
        ("03-03 00:00", "DE", "03-10"),
        ("03-02 23:59", "DE", "03-09"),
        ("03-06 00:00", "DE", "03-13"),
        ("03-06 23:59", "DE", "03-13"),
        ("03-07 10:00", "DE", "03-16"),  # Saturday: the 14th is one, too
        ("03-08 10:00", "DE", "03-16"),
        ("03-27 10:00", "DE", "04-07"),  # Good Friday and Easter
        ("03-27 10:00", "US", "04-03"),
        ("12-16 10:00", "DE", "12-23"),
        ("12-17 10:00", "DE", "2027-01-04"),  # the pause at the year's end
        ("2028-02-22 10:00", "DE", "2028-02-29"),
        ("10-22 10:00", "DE", "10-29"),  # the clocks go back in between
    ],
)
def test_4_3_held_until_0000_of_the_first_working_day_seven_whole_days_later(
    when: str, country: str, until: str
) -> None:
    here = applied("Globex", interview("02-02 10:00"), country=country)
    found = the(facts(here, beside(sent("other", when))), when[:-5] + "23:59", "status_check")
    assert (found.status, clock(found.held_until)) == ("held", until)


def test_4_3_sent_on_the_1st_the_next_may_go_on_the_8th() -> None:
    # 1 and 8 April 2026 are Wednesdays.
    here = applied("Globex", interview("03-02 10:00"))
    world = facts(here, beside(sent("other", "04-01 23:00")))
    assert status(world, "04-07 23:59", "status_check") == "held"
    assert status(world, "04-08", "status_check") == "due"


def test_4_3_days_are_counted_on_the_users_clock() -> None:
    # 14:00 of the 5th in Berlin is 02:00 of the 6th in Auckland.
    here = applied("Globex", interview("03-02 10:00"))
    world = facts(here, beside(sent("other", "03-05 14:00")), zone="Pacific/Auckland", country="XX")
    found = the(world, "03-10 12:00", "status_check")
    assert (found.status, clock(found.held_until)) == ("held", "03-13")


def test_4_3_the_latest_message_holds() -> None:
    world = facts(CHECKED, beside(sent("other", "03-04 10:00"), sent("thank_you", "03-06 10:00")))
    found = the(world, NOW, "status_check")
    assert (found.held_by, clock(found.held_until)) == ("thank_you 03-06 10:00", "03-13")
    assert found.reason == "Held until Fri 13 Mar: you wrote to Globex (Engineer) on Fri 6 Mar."


@pytest.mark.parametrize("now", ["03-09 10:00", "03-13", "03-14"])
def test_4_3_due_and_late_count_from_the_later_of_opens_and_the_holds_end(now: str) -> None:
    world = facts(CHECKED, beside(sent("other", "03-06 10:00")))
    # The 13th is a Friday; 16, 17, 18 are the three working days.
    assert window(world, now, "status_check") == ("03-09", "03-14", "03-19", "never")


# What is held, and what never is.

TIES = applied("Globex", RITA, interview("01-05 10:00", by="rita"), ended("closed", "01-05 12:00"))


def test_4_3_keep_in_touch_notes_are_held() -> None:
    # 90 days after 5 January: 5 April, Easter Sunday; Tuesday the 7th.
    world = facts(TIES, beside(sent("other", "04-06 10:00")))
    found = the(world, "04-07 10:00", "keep_in_touch")
    assert (found.status, clock(found.held_until)) == ("held", "04-13")
    assert window(world, "04-07 10:00", "keep_in_touch") == ("04-07", "04-27", "05-11", "never")


def test_4_3_feedback_requests_sent_alone_are_held_and_their_due_stays_with_the_rejection() -> None:
    here = applied(
        "Globex",
        interview(),
        received("rejection", "03-05 10:00"),
        sent("rejection_reply", "03-05 15:00"),
    )
    world = facts(here, beside(sent("other", "03-06 10:00")))
    found = the(world, "03-09 10:00", "feedback_request")
    assert (found.status, clock(found.held_until)) == ("held", "03-13")
    assert window(world, "03-09 10:00", "feedback_request")[1] == "03-13"


def test_4_3_second_checks_are_held() -> None:
    here = applied("Globex", interview(), sent("status_check", "03-09 10:00"))
    world = facts(here, beside(sent("thank_you", "03-12 10:00")))
    found = the(world, "03-16 10:00", "second_check")
    assert (found.status, clock(found.held_until)) == ("held", "03-19")
    assert window(world, "03-16 10:00", "second_check") == ("03-16", "03-20", "03-25", "never")


def test_4_3_thank_yous_replies_materials_requests_answers_and_withdrawals_are_never_held() -> None:
    just_now = beside(sent("other", "03-02 11:30"))
    here = applied(
        "Globex",
        ANN.replace(rapport=True),
        interview("03-02 10:00", material(), reply_by()),
        sent("thank_you", "03-02 11:15", to="rita").replace(people=()),
        received("offer", "03-02 11:20"),
    )
    found = {each.kind: each.status for each in actions(facts(here, just_now), "03-02 12:00")}
    assert found == {
        "debrief": "due",
        "thank_you": "done",
        "send_material": "open",
        "reply": "open",
        "linkedin_connect": "open",
        "offer_reply": "open",
        "decide_offer": "open",
    }
    gone = applied("Globex", interview(), ended("withdrawn", "03-02 11:45"))
    assert status(facts(gone, just_now), "03-02 12:00", "withdraw_note") == "open"
    no = applied("Globex", interview(), ended("rejected", "03-02 11:45"))
    assert status(facts(no, just_now), "03-02 12:00", "rejection_reply") == "open"
    offer = applied("Acme", ended("offer", "03-02 11:45", "03-20"), people=())
    asked = facts(applied("Globex", interview()), just_now, offer)
    assert status(asked, "03-02 12:00", "expedite", application="globex") == "open"


def test_4_3_the_seven_days_between_checks_are_fixed_outreach_days_may_hold_longer() -> None:
    world = facts(
        applied("Globex", interview(), sent("status_check", "03-09 10:00")), outreach_days=10
    )
    found = the(world, "03-16 10:00", "second_check")
    assert (clock(found.opens), found.status, clock(found.held_until)) == ("03-16", "held", "03-19")
    assert window(world, "03-16 10:00", "second_check") == ("03-16", "03-20", "03-25", "never")


def test_4_3_with_0_checks_nothing_holds_move_on() -> None:
    world = facts(CHECKED, beside(sent("other", "03-06 10:00")), checks=0)
    assert status(world, NOW, "move_on") == "upcoming"
    assert status(world, "03-16", "move_on") == "open"
    assert status(world, NOW, "status_check") == "absent"


# 4.4: at most two checks.

FIRST = sent("status_check", "03-09 10:00")
SECOND = sent("second_check", "03-16 10:00")
THIRD = sent("second_check", "03-23 10:00")


@pytest.mark.parametrize(
    ("checks", "messages", "expected"),
    [
        (0, (), {"move_on": "overdue"}),
        (1, (), {"status_check": "overdue"}),
        (1, (FIRST,), {"status_check": "done", "move_on": "overdue"}),
        (2, (), {"status_check": "overdue"}),
        (2, (FIRST,), {"status_check": "done", "second_check": "overdue"}),
        (2, (FIRST, SECOND), {"status_check": "done", "second_check": "done", "move_on": "due"}),
        (3, (FIRST, SECOND), {"status_check": "done", "second_check": "overdue"}),
        (3, (FIRST, SECOND, THIRD), {"status_check": "done", "second_check": "done", "move_on": "open"}),
    ],
)  # fmt: skip
def test_4_4_at_most_as_many_checks_as_the_cadence_allows_then_move_on(
    checks: int, messages: tuple[Touchpoint, ...], expected: dict[str, str]
) -> None:
    world = facts(applied("Globex", interview(), *messages), checks=checks)
    found = {
        each.kind: each.status
        for each in actions(world, "04-01 12:00")
        if each.kind in ("status_check", "second_check", "move_on")
    }
    assert found == expected


def test_4_4_a_further_second_check_counts_from_the_last_one() -> None:
    world = facts(applied("Globex", interview(), FIRST, SECOND), checks=3)
    assert window(world, "03-17", "second_check") == ("03-23", "03-24", "03-27", "never")


@pytest.mark.parametrize(
    "news", [received("update", "03-18 12:00"), interview("03-18 11:00", key="i2")]
)
def test_4_4_a_message_of_theirs_or_a_new_round_starts_the_count_again(news: object) -> None:
    world = facts(applied("Globex", interview(), FIRST, SECOND, news))  # type: ignore[arg-type]
    assert opens(world, "03-19 12:00", "status_check") == "03-25"
    assert status(world, "03-19 12:00", "status_check") == "upcoming"
    assert status(world, "03-19 12:00", "second_check") == "absent"
    assert status(world, "03-30 12:00", "move_on") == "absent"


@pytest.mark.parametrize(
    ("back", "until"),
    [
        ("03-13", "03-16"),  # Friday: Monday
        ("03-11", "03-12"),
        ("04-02", "04-07"),  # Maundy Thursday: after Easter
        ("04-06", "04-07"),  # 28 days off
    ],
)
def test_4_4_an_out_of_office_holds_the_check_until_the_first_working_day_after_it(
    back: str, until: str
) -> None:
    away = received("out_of_office", "03-09 09:00", back_on=back)
    world = facts(CHECKED.replace(touchpoints=(away,)))
    found = the(world, NOW, "status_check")
    assert (found.status, clock(found.held_until)) == ("held", until)
    assert found.held_by == "out_of_office 03-09 09:00"
    assert found.reason.startswith("Held until ")


def test_4_4_the_return_ends_on_the_users_clock() -> None:
    away = received("out_of_office", "03-09 09:00", back_on="03-11")
    here = CHECKED.replace(touchpoints=(away,), time_zone="America/Los_Angeles")
    assert clock(the(facts(here), "03-10 10:00", "status_check").held_until) == "03-12"


def test_4_4_of_two_absences_the_longer_one_holds() -> None:
    away = [
        received("out_of_office", "03-09 09:00", back_on=back, id=back)
        for back in ("03-11", "03-17")
    ]
    for order in (away, away[::-1]):
        found = the(facts(CHECKED.replace(touchpoints=tuple(order))), NOW, "status_check")
        assert (clock(found.held_until), found.held_by) == ("03-18", "03-17")


def test_4_4_an_out_of_office_without_a_return_date_holds_nothing() -> None:
    world = facts(CHECKED.replace(touchpoints=(received("out_of_office", "03-09 09:00"),)))
    assert status(world, NOW, "status_check") == "due"


def test_4_4_it_holds_a_second_check_too_and_due_counts_from_its_end() -> None:
    away = received(
        "out_of_office", "03-10 10:05", back_on="03-18"
    )  # more than a day after the check
    world = facts(applied("Globex", interview(), FIRST, away))
    assert status(world, "03-16", "second_check") == "held"
    assert window(world, "03-16", "second_check") == ("03-16", "03-20", "03-25", "never")


def test_4_4_a_later_message_of_theirs_lifts_the_hold() -> None:
    away = received("out_of_office", "03-03 09:00", back_on="03-31")
    word = received("update", "03-04 09:00")
    assert status(facts(applied("Globex", interview(), away)), "03-11", "status_check") == "held"
    lifted = facts(applied("Globex", interview(), away, word))
    assert (status(lifted, "03-11", "status_check"), opens(lifted, "03-11", "status_check")) == (
        "due",
        "03-11",
    )
    before = received("update", "03-03 08:00")
    held = facts(applied("Globex", interview(), away, before))
    assert status(held, "03-11", "status_check") == "held"


def test_4_4_of_two_holds_the_longer_one_counts() -> None:
    away = received("out_of_office", "03-09 09:00", back_on="03-11")
    world = facts(CHECKED.replace(touchpoints=(away,)), beside(sent("other", "03-06 10:00")))
    found = the(world, NOW, "status_check")
    assert (clock(found.held_until), found.held_by) == ("03-13", "other 03-06 10:00")


def test_4_4_duplicates_count_once_whatever_their_ids() -> None:
    twice = (FIRST, FIRST.replace(id="again"))
    world: Facts = facts(applied("Globex", interview(), *twice))
    assert opens(world, "03-12", "second_check") == "03-16"
    assert status(world, "03-20", "move_on") == "absent"
    other_words = (FIRST, FIRST.replace(id="again", text="And another thing"))
    assert status(facts(applied("Globex", interview(), *other_words)), "03-20", "move_on") == "open"
