"""PLAYBOOK section 2: the four moments, the statuses and their order, what answers an action."""

from datetime import timedelta
from typing import get_args

import pytest

from followup.model.facts import Facts
from followup.model.vocabulary import OutcomeKind
from tests.builders import (
    ANN,
    BEN,
    actions,
    applied,
    at,
    clock,
    decision_by,
    ended,
    facts,
    interview,
    kinds,
    person,
    received,
    sent,
    skipped,
    snoozed,
    specific,
    status,
    the,
    window,
)
from tests.rows import each_row

PLAIN = facts(applied("Globex", interview()))


@each_row(
    ("now", "debrief", "thank_you"),
    [
        ("03-02 10:30", "absent", "absent"),
        ("03-02 10:59", "absent", "absent"),
        (
            "03-02 11:00",
            "due",
            "open",
        ),  # opens ≤ now; the debrief's due moment, 03-03 00:00, ends today
        ("03-02 23:59", "due", "open"),
        ("03-03", "due", "due"),  # the debrief's is past; the thank-you's falls today, at 11:00
        ("03-03 11:00", "due", "due"),
        ("03-03 23:59", "due", "due"),
        ("03-04", "overdue", "due"),  # late ≤ now
        ("03-04 10:59", "overdue", "due"),
        ("03-04 11:00", "overdue", "overdue"),
        ("03-05 10:59", "overdue", "overdue"),
        ("03-05 11:00", "lapsed", "overdue"),  # closes ≤ now
        ("03-08 23:59", "lapsed", "overdue"),
        ("03-09 11:00", "lapsed", "lapsed"),
    ],
)
def test_2_an_action_goes_from_open_to_due_to_overdue_to_lapsed(
    now: str, debrief: str, thank_you: str
) -> None:
    assert (status(PLAIN, now, "debrief"), status(PLAIN, now, "thank_you")) == (debrief, thank_you)


def test_2_before_it_opens_an_action_is_upcoming() -> None:
    assert status(PLAIN, "03-08 23:59", "status_check") == "upcoming"
    assert status(PLAIN, "03-09", "status_check") == "due"


# The interview's start and zone: due (24 elapsed hours), late (48 elapsed hours), closes (7 days by the wall clock).
NIGHTS = [
    ("03-28 10:00", "Europe/Berlin", "03-29 12:00", "03-30 12:00", "04-04 11:00"),
    ("10-24 10:00", "Europe/Berlin", "10-25 10:00", "10-26 10:00", "10-31 11:00"),
    ("03-07 10:00", "America/Los_Angeles", "03-08 12:00", "03-09 12:00", "03-14 11:00"),
    ("10-31 10:00", "America/Los_Angeles", "11-01 10:00", "11-02 10:00", "11-07 11:00"),
    ("04-04 10:00", "Pacific/Auckland", "04-05 10:00", "04-06 10:00", "04-11 11:00"),
    ("09-26 10:00", "Pacific/Auckland", "09-27 12:00", "09-28 12:00", "10-03 11:00"),
    ("12-31 10:00", "Europe/Berlin", "2027-01-01 11:00", "2027-01-02 11:00", "2027-01-07 11:00"),
    ("01-31 10:00", "Europe/Berlin", "02-01 11:00", "02-02 11:00", "02-07 11:00"),
    (
        "2028-02-28 10:00",
        "Europe/Berlin",
        "2028-02-29 11:00",
        "2028-03-01 11:00",
        "2028-03-06 11:00",
    ),
]


@pytest.mark.parametrize(("starts", "zone", "due", "late", "closes"), NIGHTS)
def test_2_hours_elapse_and_days_keep_the_wall_clock_across_a_change_of_the_clocks(
    starts: str, zone: str, due: str, late: str, closes: str
) -> None:
    world = facts(applied("Globex", interview(starts, zone=zone)), zone=zone)
    now = at(starts, zone).replace(hour=13)
    assert window(world, now, "thank_you")[1:] == (due, late, closes)


@pytest.mark.parametrize(
    ("starts", "theirs", "mine", "expected"),
    [  # the debrief: opens at the end, due at that day's end, late a day later, closes 3 days after the end
        # 20:30 to 21:30 in New York is 02:30 to 03:30 of the next day in Berlin
        ("03-02 20:30", "America/New_York", "Europe/Berlin", "03-03 03:30|03-04|03-05|03-06 03:30"),
        # 23:30 to 00:30 in Los Angeles crosses midnight there; it is 08:30 to 09:30 in Berlin
        ("03-02 23:30", "America/Los_Angeles", "Europe/Berlin", "03-03 09:30|03-04|03-05|03-06 09:30"),
        # 23:30 to 00:30 in Berlin crosses midnight; in Auckland it is 11:30 to 12:30 of the 3rd
        ("03-02 23:30", "Europe/Berlin", "Pacific/Auckland", "03-03 12:30|03-04|03-05|03-06 12:30"),
        # 25 hours apart: 10:00 to 11:00 of the 2nd in Pago Pago is 11:00 to 12:00 of the 3rd in Kiritimati
        ("03-02 10:00", "Pacific/Pago_Pago", "Pacific/Kiritimati", "03-03 12:00|03-04|03-05|03-06 12:00"),
        # 14 hours apart, over the year's end: 09:30 of 31 Dec in New York is 23:30 in Tokyo, the end 00:30 of 1 Jan
        ("2025-12-31 09:30", "America/New_York", "Asia/Tokyo", "01-01 00:30|01-02|01-03|01-04 00:30"),
        # ends at midnight sharp: that day is the new one
        ("03-02 23:00", "Europe/Berlin", "Europe/Berlin", "03-03|03-04|03-05|03-06"),
        # the night that the clocks go forward, and the one that they go back: the day's end is the next 00:00
        ("03-28 23:30", "Europe/Berlin", "Europe/Berlin", "03-29 00:30|03-30|03-31|04-01 00:30"),
        ("10-24 23:30", "Europe/Berlin", "Europe/Berlin", "10-25 00:30|10-26|10-27|10-28 00:30"),
    ],
)  # fmt: skip
def test_2_a_day_is_the_users_day_wherever_the_interview_was(
    starts: str, theirs: str, mine: str, expected: str
) -> None:
    world = facts(applied("Globex", interview(starts, zone=theirs)), zone=mine)
    now = world.applications[0].interviews[0].begins + timedelta(hours=2)
    assert "|".join(window(world, now, "debrief")) == expected


def test_2_every_moment_stands_in_the_users_zone_and_the_interviews_end_is_kept_exactly() -> None:
    world = facts(
        applied("Globex", interview("03-02 20:30", zone="America/New_York", minutes=45)),
        zone="Pacific/Auckland",
    )
    found = the(world, "03-03 16:00", "thank_you")
    assert found.opens == at("03-02 21:15", "America/New_York")
    assert clock(found.opens) == "03-03 15:15"
    assert {each.utcoffset() for each in (found.opens, found.due, found.late)} == {
        at("03-03", "Pacific/Auckland").utcoffset()
    }


# The order of precedence.

CHECK_HELD = applied(
    "Globex", interview("03-02 10:00", decision_by("03-06")), sent("other", "03-06 10:00")
)
REJECTED = (
    interview(),
    received("rejection", "03-05 10:00"),
    sent("rejection_reply", "03-05 15:00"),
)


@each_row(
    ("sentence", "world", "now", "kind", "expected"),
    [
        ("done wins over skipped",
         facts(applied("Globex", interview(), sent("thank_you", "03-02 12:00")), skipped("thank_you:globex:i1:ann")),
         "03-02 13:00", "thank_you", "done"),
        ("done wins over lapsed",
         facts(applied("Globex", interview(), sent("thank_you", "03-02 12:00"))), "03-20", "thank_you", "done"),
        ("skipped wins over lapsed",
         facts(applied("Globex", interview()), skipped("thank_you:globex:i1:ann")), "03-20", "thank_you", "skipped"),
        ("skipped wins over held",
         facts(CHECK_HELD, skipped("status_check:globex:ann")), "03-09 09:00", "status_check", "skipped"),
        ("held, until a moment before it lapses",
         facts(applied("Globex", *REJECTED, sent("other", "03-18 10:00"))), "03-19 09:59", "feedback_request", "held"),
        ("lapsed wins over held",
         facts(applied("Globex", *REJECTED, sent("other", "03-18 10:00"))),
         "03-19 10:00", "feedback_request", "lapsed"),
        ("held wins over snoozed",
         facts(CHECK_HELD, snoozed("status_check:globex:ann", "04-01")), "03-09 09:00", "status_check", "held"),
        ("not held before its own rule opens it",
         facts(CHECK_HELD), "03-08 09:00", "status_check", "upcoming"),
        ("snoozed wins over overdue",
         facts(applied("Globex", interview()), snoozed("thank_you:globex:i1:ann", "03-06")),
         "03-05", "thank_you", "upcoming"),
        ("a snooze ends at its moment",
         facts(applied("Globex", interview()), snoozed("thank_you:globex:i1:ann", "03-06")),
         "03-06", "thank_you", "overdue"),
    ],
    ids=lambda value: value if isinstance(value, str) and " " in value and not value[0].isdigit() else "",
)  # fmt: skip
def test_2_statuses_in_their_order_of_precedence(
    sentence: str, world: Facts, now: str, kind: str, expected: str
) -> None:
    assert status(world, now, kind) == expected, sentence


def test_2_a_snooze_never_reaches_past_closes() -> None:
    world = facts(applied("Globex", interview()), snoozed("debrief:globex:i1", "03-20"))
    assert status(world, "03-05 10:59", "debrief") == "upcoming"
    assert status(world, "03-05 11:00", "debrief") == "lapsed"


def test_2_the_longest_of_two_snoozes_counts_whichever_was_entered_first() -> None:
    key = "thank_you:globex:i1:ann"
    pair = snoozed(key, "03-04"), snoozed(key, "03-06")
    for snoozes in (pair, pair[::-1]):
        assert status(facts(applied("Globex", interview()), *snoozes), "03-05", "thank_you") == (
            "upcoming"
        )


def test_2_what_is_held_shows_until_when_by_what_and_why() -> None:
    found = the(facts(CHECK_HELD), "03-09 09:00", "status_check")
    assert (clock(found.held_until), found.held_by) == ("03-13", "other 03-06 10:00")
    assert found.reason == "Held until Fri 13 Mar: you wrote to Globex on Fri 6 Mar."
    free = the(facts(CHECK_HELD), "03-13", "status_check")
    assert (free.status, free.held_until, free.held_by) == ("due", None, None)


# Moments that cross.


def test_2_closes_wins_over_late_and_late_over_due() -> None:
    world = facts(
        applied("Globex", interview(), ended("offer", "03-05 10:00", deadline="03-05 18:00"))
    )
    assert window(world, "03-05 12:00", "offer_reply") == (
        "03-05 10:00",
        "03-05 18:00",
        "03-05 18:00",
        "03-05 18:00",
    )


def test_2_nothing_is_due_before_it_opens() -> None:
    # The deadline had passed when the offer came: all four moments fall together, and it has lapsed at once.
    world = facts(applied("Globex", interview(), ended("offer", "03-05 10:00", deadline="03-04")))
    assert set(window(world, "03-05 12:00", "offer_reply")) == {"03-05"}
    assert status(world, "03-05 12:00", "offer_reply") == "lapsed"


# What answers an action.

TWO = (ANN, BEN, interview(by="ann ben"))
ROUNDS = (ANN, interview(), interview("03-05 10:00", key="i2"))


@pytest.mark.parametrize(
    ("message", "ann", "ben"),
    [
        (sent("thank_you", "03-02 15:00", to="ann"), "done", "due"),
        (sent("thank_you", "03-02 15:00", to="ann ben"), "done", "done"),
        (sent("thank_you", "03-02 15:00"), "done", "done"),  # names no person: everyone of its interview
        (sent("thank_you", "03-02 15:00", interview="i1"), "done", "done"),
        (sent("thank_you", "03-02 15:00", to="ben", channel="linkedin"), "due", "done"),
        (sent("other", "03-02 15:00", to="ann"), "due", "due"),  # another purpose
        (sent("reply", "03-02 15:00", to="ann"), "due", "due"),
        (received("other", "03-02 15:00", by="ann"), "due", "due"),  # theirs
    ],
)  # fmt: skip
def test_2_done_is_what_a_touchpoint_for_its_purpose_to_its_person_answers(
    message: object, ann: str, ben: str
) -> None:
    world = facts(applied("Globex", *TWO).replace(touchpoints=(message,)))
    found = {each.person: each.status for each in actions(world, "03-03 09:00", "thank_you")}
    assert found == {"ann": ann, "ben": ben}


@pytest.mark.parametrize(
    ("message", "first", "second"),
    [
        (sent("thank_you", "03-03 10:00", to="ann"), "done", "due"),
        (sent("thank_you", "03-05 10:30", to="ann"), "done", "due"),  # the second had not ended yet
        (sent("thank_you", "03-05 11:00", to="ann"), "overdue", "done"),
        (sent("thank_you", "03-05 12:00"), "overdue", "done"),
        (sent("thank_you", "03-05 12:00", to="ann", interview="i1"), "done", "due"),
    ],
)
def test_2_a_touchpoint_that_names_no_interview_counts_for_the_last_that_had_ended_before_it(
    message: object, first: str, second: str
) -> None:
    world = facts(applied("Globex", *ROUNDS).replace(touchpoints=(message,)))
    found = {each.interview: each.status for each in actions(world, "03-06 09:00", "thank_you")}
    assert found == {"i1": first, "i2": second}


def test_2_keep_in_touch_is_never_done_the_next_one_takes_its_place() -> None:
    rita = person("Rita", "recruiter")
    before = applied("Globex", rita, interview(by="rita"), ended("closed", "03-10 10:00"))
    after = before.replace(touchpoints=(sent("keep_in_touch", "06-10 10:00", to="rita"),))
    assert status(facts(before), "06-10 11:00", "keep_in_touch") == "open"
    # 10 June and 90 days: 8 September, a Tuesday.
    assert window(facts(after), "06-10 11:00", "keep_in_touch")[0] == "09-08"
    assert status(facts(after), "06-10 11:00", "keep_in_touch") == "upcoming"


def test_2_an_outcome_dated_in_the_future_changes_nothing() -> None:
    now = "03-04 12:00"
    plain = actions(PLAIN, now)
    for kind in get_args(OutcomeKind):
        world = facts(applied("Globex", interview(), ended(kind, "03-04 12:01")))
        assert actions(world, now) == plain, kind


def test_2_actions_are_ordered_by_due_then_opens_then_key() -> None:
    world = facts(
        applied("Globex", interview("03-02 10:00")),
        applied("Acme", interview("03-02 10:00", key="i2")),
        applied("Initech", interview("03-02 09:00", key="i3")),
    )
    found = [(each.due, each.opens, each.key) for each in actions(world, "03-02 12:00")]
    assert found == sorted(found)
    assert [key for _, _, key in found][:3] == [
        "debrief:initech:i3",  # due with the others, opened earlier
        "debrief:acme:i2",
        "debrief:globex:i1",
    ]


def test_2_a_folded_action_is_not_listed_but_done_skipped_and_lapsed_ones_are() -> None:
    open_one, done, skip = BEN.replace(role="recruiter"), ANN, person("Cy")
    world = facts(
        applied(
            "Globex",
            open_one,
            done,
            skip,
            interview("03-02 10:00", decision_by("03-03"), by="ann ben cy"),
            sent("thank_you", "02-20 15:00", to="ann", interview="i1"),
        ),
        skipped("thank_you:globex:i1:cy"),
    )
    found = {each.person: each.status for each in actions(world, "03-04 11:00", "thank_you")}
    assert found == {"ann": "done", "cy": "skipped"}
    check = the(world, "03-04 11:00", "status_check")
    assert (check.status, check.person) == ("due", "ben")
    found = {each.person: each.status for each in actions(world, "03-09 11:00", "thank_you")}
    assert found == {"ann": "done", "cy": "skipped", "ben": "lapsed"}


def test_2_the_key_names_kind_application_interview_person_and_promise_or_message() -> None:
    world = facts(
        applied(
            "Globex",
            ANN,
            interview(),
            received("update", "03-03 10:00", by="ann", wants_answer=True, id="mail"),
        )
    )
    assert {each.key for each in actions(world, "03-03 12:00")} == {
        "debrief:globex:i1",
        "thank_you:globex:i1:ann",
        "reply:globex:ann:mail",
        "status_check:globex:ann",
    }


def test_2_a_snooze_of_a_check_is_kept_when_a_recruiter_is_entered_later() -> None:
    key = the(facts(applied("Globex", ANN, interview())), "03-09 12:00", "status_check").key
    world = facts(
        applied("Globex", ANN, person("Rita", "recruiter"), interview()), snoozed(key, "03-11")
    )
    assert status(world, "03-09 12:00", "status_check") == "upcoming"


def test_2_a_skip_counts_for_its_own_application_even_when_ids_hold_colons() -> None:
    world = facts(
        applied("Globex", ANN, interview(), id="a"),
        applied("Acme", BEN, interview(by="ben", key="i2"), id="a:b"),
        skipped("status_check:a:b:ben"),
    )
    found = {each.application: each.status for each in actions(world, "03-09", "status_check")}
    assert found == {"a": "due", "a:b": "skipped"}


def test_2_an_interview_with_a_specific_and_nothing_else_asks_for_thanks_and_later_a_check() -> (
    None
):
    world = facts(applied("Globex", interview("03-02 10:00", specific())))
    assert kinds(world, "03-02 12:00") == {"thank_you", "status_check"}
