"""PLAYBOOK section 5: the presets and every setting."""

from dataclasses import asdict

import pytest

from followup.model.settings import Cadence
from followup.playbook.cadence import PRESETS, SETTINGS, numbers_of
from tests.builders import (
    BEN,
    RITA,
    applied,
    clock,
    decision_by,
    ended,
    facts,
    interview,
    kinds,
    opens,
    sent,
    the,
    window,
)

TABLE = {
    "thank_you_hours": (36, 24, 12, 1, 48),
    "wait_days": (10, 7, 5, 5, 30),
    "specialised_days": (10, 7, 3, 0, 30),
    "promise_working_days": (2, 1, 1, 1, 10),
    "outreach_days": (10, 7, 7, 7, 30),
    "checks": (1, 2, 2, 0, 3),
    "move_on_days": (7, 7, 14, 3, 60),
    "keep_in_touch_days": (180, 90, 90, 60, 365),
    "year_end_pause": (True, True, True, False, True),
}
NAMES = ("gentle", "standard", "persistent")

each = pytest.mark.parametrize


def by_preset(gentle: str, standard: str, persistent: str) -> pytest.MarkDecorator:
    """What is expected with each preset."""
    found = list(zip(NAMES, (gentle, standard, persistent), strict=True))
    return each(("preset", "expected"), found)


@pytest.mark.parametrize("setting", TABLE)
def test_5_the_numbers_of_the_presets(setting: str) -> None:
    assert tuple(asdict(PRESETS[name])[setting] for name in NAMES) == TABLE[setting][:3]  # type: ignore[index]
    assert tuple(PRESETS) == NAMES
    assert tuple(TABLE) == SETTINGS


@pytest.mark.parametrize("setting", TABLE)
@pytest.mark.parametrize("preset", NAMES)
def test_5_a_setting_of_the_users_own_goes_over_the_preset_and_changes_nothing_else(
    setting: str, preset: str
) -> None:
    for number in TABLE[setting][3:]:
        own = asdict(numbers_of(Cadence.model_validate({"preset": preset, setting: number})))
        usual = asdict(numbers_of(Cadence.model_validate({"preset": preset})))
        assert own == {**usual, setting: number}


def test_5_standard_is_the_default() -> None:
    assert numbers_of(Cadence()) == PRESETS["standard"]


@by_preset("03-03 23:00", "03-03 11:00", "03-02 23:00")
def test_5_thank_you_due_after_so_many_hours(preset: str, expected: str) -> None:
    world = facts(applied("Globex", interview()), preset=preset)
    # Late after 48 hours whatever the cadence says.
    assert window(world, "03-02 12:00", "thank_you")[1:3] == (expected, "03-04 11:00")


@each(("hours", "due"), [(1, "03-02 12:00"), (48, "03-04 11:00")])
def test_5_thank_you_hours_at_their_bounds(hours: int, due: str) -> None:
    world = facts(applied("Globex", interview()), thank_you_hours=hours)
    assert window(world, "03-02 12:00", "thank_you")[1] == due


# Wednesday 4 March and 10 days: Saturday the 14th, hence Monday; 7 days: the 11th; 5 days: Monday the 9th.
@by_preset("03-16", "03-11", "03-09")
def test_5_wait_without_a_date(preset: str, expected: str) -> None:
    world = facts(applied("Globex", interview("03-04 10:00")), preset=preset)
    assert opens(world, "03-05", "status_check") == expected


# 20, 14 and 8 days.
@by_preset("03-24", "03-18", "03-12")
def test_5_extra_wait_for_a_specialised_role(preset: str, expected: str) -> None:
    world = facts(applied("Globex", interview("03-04 10:00"), specialised=True), preset=preset)
    assert opens(world, "03-05", "status_check") == expected


@each(("extra", "expected"), [(0, "03-11"), (30, "04-10")])
def test_5_extra_wait_at_its_bounds(extra: int, expected: str) -> None:
    held = applied("Globex", interview("03-04 10:00"), specialised=True)
    assert opens(facts(held, specialised_days=extra), "03-05", "status_check") == expected


@by_preset("03-10", "03-09", "03-09")
def test_5_working_days_after_a_promised_date(preset: str, expected: str) -> None:
    world = facts(applied("Globex", interview("03-02 10:00", decision_by("03-06"))), preset=preset)
    assert opens(world, "03-05", "status_check") == expected


@by_preset("03-10", "03-09", "03-09")
def test_5_the_same_working_days_until_silence_means_no(preset: str, expected: str) -> None:
    no = decision_by("03-06", silence_means_no=True)
    world = facts(applied("Globex", interview("03-02 10:00", no)), preset=preset)
    assert opens(world, "03-05", "move_on") == expected


def test_5_ten_working_days_after_a_promised_date_count_no_holiday() -> None:
    held = applied("Globex", interview("03-23 10:00", decision_by("03-27")))
    # 30, 31 March, 1, 2, 7, 8, 9, 10, 13, 14 April.
    assert opens(facts(held, promise_working_days=10), "03-24", "status_check") == "04-14"


@by_preset("03-16", "03-13", "03-13")
def test_5_days_between_two_outreaches(preset: str, expected: str) -> None:
    world = facts(
        applied("Globex", interview("02-02 10:00")),
        applied("Globex", BEN, sent("other", "03-06 10:00"), id="b"),
        preset=preset,
    )
    found = the(world, "03-09 12:00", "status_check")
    assert (found.status, clock(found.held_until)) == ("held", expected)


@by_preset("move_on", "second_check", "second_check")
def test_5_checks_at_most(preset: str, expected: str) -> None:
    world = facts(
        applied("Globex", interview("02-02 10:00"), sent("status_check", "03-09 10:00")),
        preset=preset,
    )
    assert kinds(world, "03-12") & {"second_check", "move_on"} == {expected}


@by_preset("03-23 10:00", "03-23 10:00", "03-30 10:00")
def test_5_days_from_the_last_check_to_move_on(preset: str, expected: str) -> None:
    world = facts(
        applied(
            "Globex",
            interview("02-02 10:00"),
            sent("status_check", "03-09 10:00"),
            sent("second_check", "03-16 10:00"),
        ),
        preset=preset,
    )
    assert opens(world, "03-17", "move_on") == expected


# 5 March and 180 days: 1 September, a Tuesday; 90 days: 3 June, a Wednesday.
@by_preset("09-01", "06-03", "06-03")
def test_5_keep_in_touch_every_so_many_days(preset: str, expected: str) -> None:
    world = facts(
        applied("Globex", RITA, interview(by="rita"), ended("closed", "03-05 10:00")), preset=preset
    )
    assert opens(world, "03-06", "keep_in_touch") == expected
