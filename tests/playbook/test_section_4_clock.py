"""PLAYBOOK 4.1, 4.2 and 4.5: when a status check opens."""

import pytest

from followup.model.facts import Facts
from tests.builders import (
    ANN,
    RITA,
    applied,
    at,
    clock,
    decision_by,
    facts,
    interview,
    kinds,
    opens,
    received,
    sent,
    status,
    the,
    window,
)
from tests.rows import each_row


def held(*promises: object, starts: str = "03-02 10:00") -> object:
    return interview(starts, *promises)  # type: ignore[arg-type]


def globex(*parts: object, **more: object) -> Facts:
    names = {"zone", "country"}
    settings = {key: value for key, value in more.items() if key in names}
    rest = {key: value for key, value in more.items() if key not in names}
    return facts(applied("Globex", *parts, **rest), **settings)  # type: ignore[arg-type]


# 4.1: they gave a date.


@each_row(
    ("starts", "by", "country", "expected"),
    [
        ("03-02 10:00", "03-05", "DE", "03-06"),  # Thursday: Friday
        ("03-02 10:00", "03-06", "DE", "03-09"),  # Friday: Monday
        ("03-02 10:00", "03-07", "DE", "03-09"),  # Saturday
        ("03-02 10:00", "03-02", "DE", "03-03"),  # the interview's own day is no slip
        ("03-30 10:00", "04-02", "DE", "04-07"),  # over Good Friday and Easter Monday
        ("03-30 10:00", "04-02", "US", "04-03"),  # neither is a holiday there
        ("03-30 10:00", "04-02", "NZ", "04-07"),
        ("03-30 10:00", "04-02", "XX", "04-03"),  # an unknown country has no holidays
        ("04-20 10:00", "04-30", "DE", "05-04"),  # Labour Day is a Friday
        ("04-20 10:00", "04-30", "GB", "05-01"),
        ("04-20 10:00", "05-01", "GB", "05-05"),  # May Day is the first Monday there
        ("04-20 10:00", "04-24", "NZ", "04-28"),  # Anzac Day, a Saturday, is kept on Monday
        ("06-29 10:00", "07-02", "US", "07-06"),  # Independence Day, a Saturday, is kept on Friday
        ("06-29 10:00", "07-02", "DE", "07-03"),
        ("11-23 10:00", "11-25", "US", "11-27"),  # Thanksgiving
        ("12-21 10:00", "12-23", "DE", "2027-01-04"),  # the pause at the year's end
        ("12-21 10:00", "12-31", "DE", "2027-01-04"),  # the year's last day
        ("12-21 10:00", "12-31", "NZ", "2027-01-05"),  # 2 January, a Saturday, is kept on Monday
        ("2025-12-29 10:00", "2025-12-31", "DE", "01-02"),  # New Year's Day is a Thursday
        ("2025-12-29 10:00", "2025-12-31", "NZ", "01-05"),  # so is the day after it a holiday there
        ("2028-02-21 10:00", "2028-02-28", "DE", "2028-02-29"),  # the leap day
        ("2028-02-21 10:00", "2028-02-29", "DE", "2028-03-01"),
        ("02-23 10:00", "02-27", "DE", "03-02"),  # the month's end
        ("03-23 10:00", "03-27", "DE", "03-30"),  # the clocks go forward in between
        ("10-19 10:00", "10-23", "DE", "10-26"),  # and back
    ],
)
def test_4_1_a_check_opens_on_the_first_working_day_after_the_date_that_they_gave(
    starts: str, by: str, country: str, expected: str
) -> None:
    world = globex(held(decision_by(by), starts=starts), country=country)
    assert opens(world, starts.replace("10:00", "12:00"), "status_check") == expected


def test_4_1_the_holidays_are_the_applications_and_the_users_only_where_it_has_none() -> None:
    there = held(decision_by("04-02"), starts="03-30 10:00")
    assert opens(globex(there), "03-31", "status_check") == "04-07"
    ours = facts(applied("Globex", there, country="US"))  # type: ignore[arg-type]
    assert opens(ours, "03-31", "status_check") == "04-03"
    unknown = facts(applied("Globex", there, country="ZZ"))  # type: ignore[arg-type]
    assert opens(unknown, "03-31", "status_check") == "04-03"


def test_4_1_due_on_that_day_late_three_working_days_after() -> None:
    assert window(globex(held(decision_by("03-06"))), "03-03", "status_check") == (
        "03-09",
        "03-10",
        "03-13",
        "never",
    )


@each_row(
    ("mine", "theirs", "starts", "by", "expected"),
    [
        # The 9th ends in Los Angeles (summer time already) at 08:00 of the 10th in Berlin (not yet).
        ("Europe/Berlin", "America/Los_Angeles", "03-02 10:00", "03-09", "03-10 08:00"),
        # Once Berlin's clocks went forward too it is 09:00; in the week between Berlin's change back and theirs 08:00.
        ("Europe/Berlin", "America/Los_Angeles", "03-30 10:00", "04-07", "04-08 09:00"),
        ("Europe/Berlin", "America/Los_Angeles", "10-19 10:00", "10-27", "10-28 08:00"),
        ("Europe/Berlin", "America/Los_Angeles", "10-19 10:00", "11-02", "11-03 09:00"),
        # In Auckland the day has long passed when Berlin's 10th begins.
        ("Europe/Berlin", "Pacific/Auckland", "03-02 10:00", "03-09", "03-10"),
        # Seen from Auckland: the 9th ends in Berlin at noon of the 10th; at 11:00 once Auckland's clocks went back and
        # Berlin's forward (10 hours apart), the 8th of April at 10:00.
        ("Pacific/Auckland", "Europe/Berlin", "03-02 10:00", "03-09", "03-10 12:00"),
        ("Pacific/Auckland", "Europe/Berlin", "03-30 10:00", "04-07", "04-08 10:00"),
        # 14 hours apart.
        ("Asia/Tokyo", "America/New_York", "03-02 10:00", "03-04", "03-05 14:00"),
        ("America/New_York", "Asia/Tokyo", "03-02 10:00", "03-04", "03-05"),
        # 25 hours apart: Monday ends in Pago Pago at 01:00 of Wednesday in Kiritimati.
        ("Pacific/Kiritimati", "Pacific/Pago_Pago", "03-02 10:00", "03-09", "03-11 01:00"),
        # Thursday ends there at 01:00 of Saturday: it moves to Monday.
        ("Pacific/Kiritimati", "Pacific/Pago_Pago", "03-02 10:00", "03-12", "03-16"),
        ("Pacific/Pago_Pago", "Pacific/Kiritimati", "03-02 10:00", "03-09", "03-10"),
    ],
)
def test_4_1_all_of_that_day_in_the_applications_own_zone(
    mine: str, theirs: str, starts: str, by: str, expected: str
) -> None:
    world = globex(
        interview(starts, decision_by(by), zone="UTC"), time_zone=theirs, zone=mine, country="XX"
    )
    now = at(f"{starts[:5]} 12:00", "UTC")
    assert opens(world, now, "status_check") == expected
    found = the(world, now, "status_check")
    before = the(world, found.opens - (at("03-02 12:00") - at("03-02 11:59")), "status_check")
    assert (before.status, the(world, found.opens, "status_check").status) == ("upcoming", "due")


def test_4_1_25_hours_apart_due_and_late_count_from_the_day_on_which_it_opens() -> None:
    world = globex(
        interview("03-02 10:00", decision_by("03-09"), zone="UTC"),
        time_zone="Pacific/Pago_Pago",
        zone="Pacific/Kiritimati",
        country="XX",
    )
    assert window(world, "03-05", "status_check") == ("03-11 01:00", "03-12", "03-17", "never")


@pytest.mark.parametrize(
    ("sentence", "parts", "expected"),
    [
        ("“we need until the 20th” moves it",
         (held(decision_by("03-06")), received("update", "03-05 10:00", decision_by("03-20"))), "03-23"),
        ("the promise given last counts, even when its day is the earlier one",
         (held(decision_by("03-20")), received("update", "03-05 10:00", decision_by("03-11"))), "03-12"),
        ("of several given together the later day",
         (held(decision_by("03-06"), decision_by("03-12")),), "03-13"),
        ("whichever was entered first",
         (held(decision_by("03-12"), decision_by("03-06")),), "03-13"),
        ("when it was given counts, not where it is noted",
         (held(decision_by("03-06", made_at="03-04 10:00"), decision_by("03-12", made_at="03-03 10:00")),), "03-09"),
        ("a date that had passed when it was entered counts just the same",
         (held(), received("update", "03-04 12:00", decision_by("03-03"))), "03-04"),
        ("one before the end of the interview in which it was given is a slip",
         (held(decision_by("02-27")),), "03-09"),
        ("a slip does not hide an earlier promise",
         (interview("02-25 10:00", decision_by("03-12"), key="i0"), held(decision_by("02-27"))), "03-13"),
        ("a promise without a day counts as none",
         (held(decision_by(None)),), "03-09"),
        ("one that is not given yet counts as none",
         (held(), received("update", "03-05 18:00", decision_by("03-20"))), "03-09"),
        ("an interview in the future promises nothing",
         (held(), interview("03-20 10:00", decision_by("03-27"), key="i2", state="cancelled")), "03-25"),
    ],
    ids=lambda value: value.replace(" ", "_") if isinstance(value, str) and " " in value else "",
)  # fmt: skip
def test_4_1_which_promise_counts(sentence: str, parts: tuple[object, ...], expected: str) -> None:
    assert opens(globex(*parts), "03-05 12:00", "status_check") == expected, sentence


def test_4_1_the_interviews_day_is_looked_at_in_the_applications_zone_for_a_slip() -> None:
    # 18:00 to 19:00 of the 2nd in Los Angeles is the 3rd in Berlin; “by today” is no slip there.
    late = interview("03-02 18:00", decision_by("03-02"), zone="America/Los_Angeles")
    world = globex(late, time_zone="America/Los_Angeles")
    assert opens(world, "03-03 12:00", "status_check") == "03-03 09:00"


@pytest.mark.parametrize(
    ("now", "parts", "expected"),
    [
        # A message after its day: 4.2 from the message.
        ("03-09 12:00", (received("update", "03-09 10:00"),), "03-16"),
        # A message before its day spends it once the day has passed.
        ("03-05 12:00", (received("update", "03-04 10:00"),), "03-09"),
        ("03-09 12:00", (received("update", "03-04 10:00"),), "03-11"),
        # Another round.
        ("03-09 12:00", (interview("03-05 10:00", key="i2"),), "03-12"),
        # Neither an out-of-office nor a message from before it was given.
        ("03-09 12:00", (received("out_of_office", "03-09 10:00"),), "03-09"),
        ("03-09 12:00", (received("update", "03-01 10:00"),), "03-09"),
        # What the user sends does not spend it.
        ("03-09 12:00", (sent("reply", "03-09 10:00"),), "03-09"),
    ],
)
def test_4_1_a_promise_is_spent_once_its_day_has_passed_and_something_happened_since(
    now: str, parts: tuple[object, ...], expected: str
) -> None:
    assert opens(globex(held(decision_by("03-06")), *parts), now, "status_check") == expected


def test_4_1_the_message_that_gave_the_promise_does_not_spend_it() -> None:
    world = globex(held(), received("update", "03-04 10:00", decision_by("03-06")))
    assert opens(world, "03-12", "status_check") == "03-09"


def test_4_1_an_earlier_promise_does_not_come_back_when_the_last_is_spent() -> None:
    world = globex(
        held(decision_by("03-27")),
        received("update", "03-04 10:00", decision_by("03-05")),
        received("update", "03-06 10:00"),
    )
    assert opens(world, "03-09", "status_check") == "03-13"


# 4.2: they gave no date.


@each_row(
    ("parts", "expected"),
    [
        ((held(),), "03-09"),
        ((held(), interview("03-04 10:00", key="i2")), "03-11"),  # the last interview held
        ((held(), sent("thank_you", "03-04 10:00", to="ann")), "03-11"),  # the last thank-you sent
        ((held(), received("update", "03-05 10:00")), "03-12"),  # the last message of theirs
        ((held(), received("out_of_office", "03-05 10:00")), "03-09"),  # which an automatic answer is not
        ((held(), sent("reply", "03-05 10:00")), "03-12"),  # my last answer
        ((held(), sent("send_material", "03-05 10:00")), "03-12"),  # or material
        ((held(), sent("other", "03-05 10:00", promise="m1"), received("update", "03-04 10:00", id="m1")), "03-12"),
        ((held(), received("receipt", "03-05 10:00")), "03-09"),  # a machine's
        ((held(), received("bounce", "03-05 10:00")), "03-09"),
        ((held(), sent("linkedin_connect", "03-05 10:00")), "03-09"),
        ((held(starts="02-27 10:00"), sent("thank_you", "02-28 10:00")), "03-09"),  # Saturday the 7th
        ((held(starts="02-26 10:00"), sent("thank_you", "02-26 10:00")), "03-05"),
    ],
)  # fmt: skip
def test_4_2_seven_days_after_the_last_interview_thank_you_or_message(
    parts: tuple[object, ...], expected: str
) -> None:
    assert opens(globex(*parts), "03-05 12:00", "status_check") == expected


@pytest.mark.parametrize(
    ("starts", "country", "expected"),
    [
        ("03-27 10:00", "DE", "04-07"),  # Good Friday, then Easter
        ("03-27 10:00", "US", "04-03"),
        ("12-16 10:00", "DE", "12-23"),
        ("12-17 10:00", "DE", "2027-01-04"),  # the pause at the year's end
        ("2025-12-25 10:00", "NZ", "01-05"),  # 1 and 2 January are holidays, then a weekend
        ("2028-02-22 10:00", "DE", "2028-02-29"),
        ("11-19 10:00", "US", "11-27"),  # Thanksgiving
    ],
)
def test_4_2_on_a_working_day_of_the_applications_country(
    starts: str, country: str, expected: str
) -> None:
    world = globex(held(starts=starts), country=country)
    assert opens(world, starts.replace("10:00", "12:00"), "status_check") == expected


def test_4_2_for_a_specialised_role_14_days() -> None:
    assert opens(globex(held(), specialised=True), "03-03", "status_check") == "03-16"


@pytest.mark.parametrize(
    ("starts", "zone", "expected"),
    [
        # 10:00 to 11:00 in Berlin ends at 23:00 of the same day in Auckland, an hour later on the next.
        ("03-02 10:00", "Pacific/Auckland", "03-09"),
        ("03-02 11:00", "Pacific/Auckland", "03-10"),
        # Before nine in the morning it is still yesterday in Los Angeles.
        ("03-03 07:59", "America/Los_Angeles", "03-09"),
        ("03-03 08:00", "America/Los_Angeles", "03-10"),
    ],
)
def test_4_2_days_are_the_users(starts: str, zone: str, expected: str) -> None:
    world = globex(interview(starts), zone=zone, country="XX")
    assert opens(world, at("03-04 12:00"), "status_check") == expected


# 4.5: it falls on a working day, thank-yous do not move, and fold.


def test_4_5_thank_yous_do_not_move_from_a_weekend() -> None:
    assert window(globex(interview("03-06 10:00")), "03-06 12:00", "thank_you") == (
        "03-06 11:00",
        "03-07 11:00",
        "03-08 11:00",
        "03-13 11:00",
    )


def test_4_5_an_open_thank_you_folds_into_a_status_check_that_is_live() -> None:
    world = globex(held(decision_by("03-03")))
    assert "thank_you" in kinds(world, "03-04")  # not yet late
    assert "thank_you" not in kinds(world, "03-04 11:00")
    # One that is held, snoozed or only to come takes nothing over.
    blocked = globex(held(decision_by("03-03")), sent("other", "03-02 15:00"))
    assert status(blocked, "03-04", "status_check") == "held"
    assert status(blocked, "03-04 12:00", "thank_you") == "overdue"
    # And none of another application, nor one to somebody else.
    others = facts(
        applied("Globex", ANN, held(decision_by("03-03"))),  # type: ignore[arg-type]
        applied("Acme", interview(key="i2", by=""), people=()),
    )
    assert status(others, "03-04 12:00", "thank_you") == "overdue"
    to_rita = facts(applied("Globex", ANN, RITA, held(decision_by("03-03"))))  # type: ignore[arg-type]
    assert status(to_rita, "03-04 12:00", "status_check") == "due"
    assert status(to_rita, "03-04 12:00", "thank_you") == "overdue"


def test_4_5_the_reason_says_what_they_promised_and_what_day_it_is() -> None:
    world = globex(interview("09-08 10:00", decision_by("09-18")))
    assert the(world, "09-22 09:00", "status_check").reason == (
        "They said they would decide by Fri 18 Sep; it is Tue 22 Sep."
    )


def test_4_1_opens_in_the_users_zone() -> None:
    world = globex(interview("03-02 10:00", decision_by("03-09")), time_zone="America/Los_Angeles")
    found = the(world, "03-03", "status_check")
    assert found.opens == at("03-10", "America/Los_Angeles")
    assert clock(found.opens) == "03-10 08:00"
