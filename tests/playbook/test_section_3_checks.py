"""PLAYBOOK section 3: status_check, second_check, move_on (their clock and limits are section 4's)."""

import pytest

from followup.model.facts import Facts
from tests.builders import (
    ANN,
    BEN,
    GUS,
    HUGO,
    MAX,
    RITA,
    actions,
    applied,
    at,
    clock,
    decision_by,
    ended,
    facts,
    interview,
    opens,
    person,
    received,
    sent,
    skipped,
    status,
    the,
    window,
)
from tests.rows import each_row

FIRST = sent("status_check", "03-09 10:00")
SECOND = sent("second_check", "03-16 10:00")


def world(*parts: object, **settings: object) -> Facts:
    """Globex with Ann's interview of 2 March and what else happened."""
    return facts(applied("Globex", interview(), *parts), **settings)  # type: ignore[arg-type]


# status_check


def test_3_status_check_is_due_the_working_day_it_opens_on_late_three_later_and_never_closes() -> (
    None
):
    assert window(world(), "03-02 12:00", "status_check") == ("03-09", "03-10", "03-13", "never")
    # From a Thursday: Friday, Monday, Tuesday.
    there = facts(applied("Globex", interview("03-05 10:00")))
    assert window(there, "03-05 12:00", "status_check") == ("03-12", "03-13", "03-18", "never")
    # From Maundy Thursday, over Easter: 7, 8, 9 April.
    there = facts(applied("Globex", interview("03-26 10:00")))
    assert window(there, "03-27", "status_check") == ("04-02", "04-03", "04-10", "never")


@each_row(
    ("parts", "expected"),
    [
        ((interview(),), "due"),
        ((), "absent"),
        ((sent("send_material", "03-02 10:00"),), "due"),  # what they asked for was sent
        ((interview(state="cancelled"),), "due"),  # a round was called off: about a date
        ((interview(state="moved"),), "due"),
        (
            (interview("03-20 10:00", state="cancelled"),),
            "upcoming",
        ),  # lies ahead, and no message said so: from its start
        ((interview("03-09 08:00", state="no_show"),), "due"),
        ((interview("03-09 18:00", state="no_show"),), "absent"),  # in the future
        ((interview(), interview("03-20 10:00", key="i2")), "absent"),  # one lies ahead
        ((interview(), interview("03-09 11:30", key="i2")), "absent"),  # one is under way
        ((interview(), interview("03-20 10:00", key="i2", state="cancelled")), "upcoming"),
        ((interview(), ended("rejected", "03-05 10:00")), "absent"),
        ((interview(), ended("offer", "03-05 10:00")), "absent"),
        ((interview(), ended("accepted", "03-05 10:00")), "absent"),
        ((interview(), ended("withdrawn", "03-05 10:00")), "absent"),
        ((interview(), ended("closed", "03-05 10:00")), "absent"),
        ((interview(), received("rejection", "03-05 10:00")), "absent"),
        ((interview(), received("offer", "03-05 10:00")), "absent"),
    ],
)
def test_3_status_check_while_active_with_an_interview_held_and_none_ahead(
    parts: tuple[object, ...], expected: str
) -> None:
    assert status(facts(applied("Globex", *parts)), "03-09 12:00", "status_check") == expected  # type: ignore[arg-type]


def test_3_status_check_never_closes_until_it_goes_stale() -> None:
    assert status(world(), "04-09 23:59", "status_check") == "overdue"


NEWS, DATE = interview(), received("invitation", "03-03 10:00")
OFF = interview("03-04 10:00", key="i2", state="cancelled")


@each_row(
    ("parts", "about"),
    [
        ((NEWS,), "news"),
        ((DATE,), "date"),
        ((NEWS, DATE), "date"),  # answered or not
        ((NEWS, DATE, sent("reply", "03-03 12:00")), "date"),
        ((DATE, interview("03-04 10:00", key="i2")), "news"),  # the round that starts after it was held
        ((interview("03-02 10:00", key="i2"), received("invitation", "03-03 10:00", interview="i2")), "news"),
        ((NEWS, OFF), "date"),
        ((OFF, interview("03-05 10:00", key="i3")), "news"),
        ((interview("03-04 10:00", key="i2", state="no_show"),), "no_show"),
        ((NEWS, interview("03-04 10:00", key="i2", state="no_show")), "no_show"),  # the round that ended last
        ((interview("03-01 10:00", key="i2", state="no_show"), NEWS), "news"),
        ((interview("03-04 10:00", key="i2", state="no_show"), received("update", "03-05 10:00")), "date"),
        ((sent("send_material", "03-02 10:00"),), "news"),
    ],
)  # fmt: skip
def test_3_a_check_says_what_it_asks_about(parts: tuple[object, ...], about: str) -> None:
    assert the(facts(applied("Globex", *parts)), "03-06 12:00", "status_check").about == about  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((DATE,), "03-06"),  # Tuesday: three working days after
        ((DATE, sent("reply", "03-04 10:00")), "03-09"),  # my last answer
        ((DATE, sent("send_material", "03-04 10:00")), "03-09"),
        ((DATE, received("update", "03-05 10:00")), "03-10"),  # their last message
        ((OFF,), "03-09"),  # without a message, from the start of the round
        ((OFF, received("cancellation", "03-03 10:00", interview="i2")), "03-06"),
        # A promise made since then: 4.1 in its place. An older one counts no more.
        ((DATE, received("update", "03-04 10:00", decision_by("03-12"))), "03-13"),
        ((interview("03-02 10:00", decision_by("03-20")), DATE), "03-06"),
    ],
)
def test_3_a_check_about_a_date_opens_three_working_days_after_the_last_that_was_said(
    parts: tuple[object, ...], expected: str
) -> None:
    assert opens(facts(applied("Globex", *parts)), "03-05 12:00", "status_check") == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("missed", "expected"),
    [
        ("03-06 14:00", ("03-06 14:30", "03-07", "03-12", "never")),
        ("03-07 14:00", ("03-09", "03-10", "03-13", "never")),  # Saturday: Monday
        ("04-03 14:00", ("04-07", "04-08", "04-11", "never")),  # Good Friday: Tuesday after Easter
        ("12-31 14:00", ("2027-01-04", "2027-01-05", "2027-01-08", "never")),
        ("03-10 23:45", ("03-11 00:15", "03-12", "03-17", "never")),
    ],
)  # fmt: skip
def test_3_a_no_show_derives_a_status_check_half_an_hour_after_its_start_or_on_a_working_day(
    missed: str, expected: tuple[str, ...]
) -> None:
    there = facts(applied("Globex", interview(missed, state="no_show")))
    assert window(there, f"{missed[:5]} 23:50", "status_check") == expected
    assert actions(there, f"{missed[:5]} 23:50", "thank_you") == []


def test_3_checks_about_a_no_show_are_neither_held_nor_delayed_nor_folded() -> None:
    missed = interview("03-09 10:00", state="no_show", key="i2")
    owed = received("update", "03-08 10:00", wants_answer=True)  # my turn, else
    outreach = sent("other", "03-08 11:00")
    offer = applied("Acme", BEN, ended("offer", "03-08 10:00", "03-20"))
    there = facts(applied("Globex", interview(), owed, outreach, missed), offer)
    found = the(there, "03-09 12:00", "status_check")
    assert (found.status, found.about, clock(found.opens)) == ("due", "no_show", "03-09 10:30")


def test_3_a_no_show_starts_the_count_of_checks_again() -> None:
    there = world(FIRST, SECOND, interview("03-18 10:00", key="i2", state="no_show"))
    assert opens(there, "03-18 12:00", "status_check") == "03-18 10:30"
    assert status(there, "03-18 12:00", "second_check") == "absent"
    assert status(there, "03-30 12:00", "move_on") == "absent"


def test_3_after_a_no_show_a_later_message_of_theirs_puts_4_2_in_its_place() -> None:
    missed = interview("03-06 14:00", state="no_show")
    there = facts(applied("Globex", missed, received("update", "03-09 09:00")))
    assert opens(there, "03-09 12:00", "status_check") == "03-16"
    away = facts(applied("Globex", missed, received("out_of_office", "03-09 09:00")))
    assert opens(away, "03-09 12:00", "status_check") == "03-06 14:30"


def test_3_status_check_is_done_by_one_sent_and_stays_listed_so() -> None:
    found = the(world(FIRST), "03-12 12:00", "status_check")
    assert found.status == "done"
    assert found.reason == "Done on Mon 9 Mar."


@each_row(
    ("people", "route", "expected"),
    [
        ((ANN, RITA, HUGO, MAX, GUS), "direct", "rita"),
        ((ANN, HUGO, MAX, GUS), "direct", "hugo"),
        ((ANN, MAX, GUS), "direct", "max"),
        ((ANN, GUS), "direct", "ann"),
        ((GUS,), "referral", "gus"),
        ((ANN, RITA, GUS), "agency", "gus"),
        ((ANN, RITA), "agency", "rita"),
        ((person("Zoe", "hr"), person("Bea", "hr"), ANN), "direct", "bea"),
        ((person("Bea", "hr", id="x2"), person("Bea", "hr", id="x1"), ANN), "direct", "x1"),
        ((), "direct", None),
    ],
)
def test_3_the_person_of_a_check(
    people: tuple[object, ...], route: str, expected: str | None
) -> None:
    there = facts(applied("Globex", interview(by="")).replace(people=people, route=route))
    found = the(there, "03-09 12:00", "status_check")
    assert (found.person, found.needs_contact) == (expected, expected is None)


def test_3_any_check_answers_it_whoever_it_went_to() -> None:
    there = facts(
        applied(
            "Globex", ANN, BEN, RITA, interview(), sent("status_check", "03-09 10:00", to="ben")
        )
    )
    assert status(there, "03-09 12:00", "status_check") == "done"


# second_check


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        ("03-09 10:00", ("03-16", "03-17", "03-20", "never")),
        ("03-09 23:59", ("03-16", "03-17", "03-20", "never")),  # days are whole days
        ("03-14 10:00", ("03-23", "03-24", "03-27", "never")),  # Saturday: 21 is one, too
        ("03-27 10:00", ("04-07", "04-08", "04-11", "never")),  # 3 April is Good Friday
        ("12-25 10:00", ("2027-01-04", "2027-01-05", "2027-01-08", "never")),  # New Year's Day
    ],
)
def test_3_second_check_seven_days_after_the_first_on_a_working_day(
    check: str, expected: tuple[str, ...]
) -> None:
    there = world(sent("status_check", check))
    assert window(there, f"{check[:5]} 23:59", "second_check") == expected


def test_3_second_check_never_before_4_1_allows() -> None:
    there = facts(applied("Globex", interview("03-02 10:00", decision_by("03-20")), FIRST))
    assert opens(there, "03-12", "second_check") == "03-23"


def test_3_second_check_only_when_nothing_came_back() -> None:
    assert status(world(), "03-12", "second_check") == "absent"
    assert status(world(FIRST), "03-12", "second_check") == "upcoming"
    answered = world(FIRST, received("update", "03-11 10:00"))
    assert status(answered, "03-12", "second_check") == "absent"
    automatic = world(FIRST, received("out_of_office", "03-09 10:01"))
    assert status(automatic, "03-12", "second_check") == "upcoming"


# move_on


def test_3_move_on_opens_a_week_after_the_last_check_due_after_7_days_late_after_14() -> None:
    found = the(world(FIRST, SECOND), "03-23 10:00", "move_on")
    # The wall clock is kept over the change of the clocks; a decision is not moved to a working day.
    assert window(world(FIRST, SECOND), "03-23 10:00", "move_on") == (
        "03-23 10:00",
        "03-30 10:00",
        "04-06 10:00",
        "never",
    )
    assert (found.status, found.channel, found.needs_contact) == ("open", None, False)
    saturday = world(FIRST, sent("second_check", "03-21 10:00"))
    assert opens(saturday, "03-22", "move_on") == "03-28 10:00"


@pytest.mark.parametrize(
    ("checks", "sent_ones", "expected"),
    [
        (2, (), "absent"),
        (2, (FIRST,), "absent"),
        (2, (FIRST, SECOND), "open"),
        (1, (FIRST,), "due"),
        (3, (FIRST, SECOND), "absent"),
        (3, (FIRST, SECOND, sent("second_check", "03-23 10:00")), "upcoming"),
        (0, (), "due"),
    ],
)
def test_3_move_on_once_the_last_check_that_the_cadence_allows_was_sent(
    checks: int, sent_ones: tuple[object, ...], expected: str
) -> None:
    assert status(world(*sent_ones, checks=checks), "03-25 12:00", "move_on") == expected


def test_3_move_on_with_0_checks_move_on_days_after_a_check_would_have_opened() -> None:
    assert status(world(checks=0), "03-02 12:00", "move_on") == "upcoming"
    assert window(world(checks=0), "03-09", "move_on") == ("03-16", "03-23", "03-30", "never")
    promised = facts(applied("Globex", interview("03-02 10:00", decision_by("03-06"))), checks=0)
    assert opens(promised, "03-10", "move_on") == "03-16"
    # And after the last check that was sent all the same.
    assert (
        opens(world(sent("status_check", "03-12 10:00"), checks=0), "03-13", "move_on")
        == "03-19 10:00"
    )


def test_3_move_on_after_a_check_that_was_skipped() -> None:
    here = applied("Globex", interview())
    early = facts(here, skipped("status_check:globex:ann", "03-05 10:00"))
    assert opens(early, "03-09", "move_on") == "03-16"  # after its opening
    late = facts(here, skipped("status_check:globex:ann", "03-11 10:00"))
    assert opens(late, "03-12", "move_on") == "03-18 10:00"  # after the skip
    second = facts(
        here.replace(touchpoints=(FIRST,)), skipped("second_check:globex:ann", "03-17 10:00")
    )
    assert opens(second, "03-18", "move_on") == "03-24 10:00"


def test_3_move_on_never_before_4_1_allows() -> None:
    there = facts(applied("Globex", interview("03-02 10:00", decision_by("04-02")), FIRST, SECOND))
    assert opens(there, "03-18", "move_on") == "04-07"


def test_3_move_on_not_when_something_came_back() -> None:
    there = world(FIRST, SECOND, received("update", "03-17 10:00"))
    assert status(there, "03-24", "move_on") == "absent"
    assert opens(there, "03-24", "status_check") == "03-24"


@pytest.mark.parametrize(
    ("sent_so_far", "counted"), [(1, "One check"), (2, "Two checks"), (3, "Three checks")]
)
def test_3_move_on_says_what_went_unanswered(sent_so_far: int, counted: str) -> None:
    checks = (FIRST, SECOND, sent("second_check", "03-23 10:00"))[:sent_so_far]
    found = the(world(*checks, checks=sent_so_far), "03-30 10:00", "move_on")
    assert found.reason.startswith(f"{counted} went unanswered: nothing more is worth sending.")


@pytest.mark.parametrize(
    ("when", "expected"),
    [("03-16 09:00", "open"), ("03-24 10:00", "done"), ("03-10 10:00", "open")],
)
def test_3_move_on_is_done_by_a_decision_after_the_last_check(when: str, expected: str) -> None:
    assert status(world(FIRST, SECOND, sent("move_on", when)), "03-24 12:00", "move_on") == expected
    without = world(sent("move_on", "03-10 10:00"), checks=0)
    assert status(without, "03-10 12:00", "move_on") == "done"


def test_3_the_third_of_three_checks_is_done_when_it_was_sent() -> None:
    third = sent("second_check", "03-23 10:00")
    found = the(world(FIRST, SECOND, third, checks=3), "03-24 12:00", "second_check")
    assert (found.status, found.reason) == ("done", "Done on Mon 23 Mar.")


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Europe/Berlin", "03-09"),  # 20:00 on Sunday the 8th: Monday
        ("Pacific/Auckland", "03-09 08:30"),  # 08:00 on Monday there
    ],
)
def test_3_the_working_day_of_a_no_show_is_counted_on_the_users_clock(
    zone: str, expected: str
) -> None:
    missed = interview("03-08 20:00", state="no_show")
    there = facts(applied("Globex", missed, time_zone="Europe/Berlin"), zone=zone, country="XX")
    assert opens(there, at("03-08 21:00"), "status_check") == expected


def test_3_what_ends_or_begins_this_minute_has_happened() -> None:
    missed = facts(applied("Globex", interview("03-09 20:00", state="no_show")))
    assert status(missed, "03-09 20:00", "status_check") == "upcoming"
    held = facts(applied("Globex", interview(), interview("03-20 10:00", key="i2")))
    assert status(held, "03-20 10:59", "status_check") == "absent"
    assert status(held, "03-20 11:00", "status_check") == "upcoming"
