"""Fields for days: all of them are ours, since Streamlit's own drop what lies beyond their limits."""

from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from followup.forms.checking import (
    days_around,
    far_days,
    meant,
    odd_year,
    quick_days,
    wall_moment,
)
from followup.forms.happened.log import days_near
from tests.builders import at, day

ROOT = Path(__file__).resolve().parents[2]


def test_every_field_for_a_day_is_one_that_drops_nothing() -> None:
    sources = [*ROOT.glob("followup/**/*.py"), *ROOT.glob("pages/**/*.py"), ROOT / "app.py"]
    plain = ("date_input(", "datetime_input(")
    using = {p.name for p in sources if any(call in p.read_text("utf-8") for call in plain)}
    assert using == {"day_fields.py"}


@pytest.mark.parametrize(
    ("typed", "year", "odd"),
    [
        (26, 2026, False),
        (99, 2099, False),
        (202, 202, True),
        (1899, 1899, True),
        (2026, 2026, False),
    ],
)
def test_a_short_year_is_of_this_century_and_an_odd_one_is_asked_about(
    typed: int, year: int, odd: bool
) -> None:
    day = meant(date(typed, 3, 6))
    assert day == date(year, 3, 6)
    assert bool(odd_year(day)) is odd
    moment = datetime.combine(date(typed, 3, 6), time(10, 30))
    assert meant(moment) == datetime.combine(date(year, 3, 6), time(10, 30))


@pytest.mark.parametrize(
    ("today", "days"),
    [
        (
            "09-16",  # a Wednesday
            {
                "Tomorrow": "09-17",
                "Fri 18 Sep": "09-18",
                "The 20th": "09-20",
                "In a week": "09-23",
                "End of next week": "09-25",
                "In two weeks": "09-30",
                "In four weeks": "10-14",
            },
        ),
        (
            "11-28",  # a Saturday: next week's Friday is the coming one
            {
                "Tomorrow": "11-29",
                "Fri 4 Dec": "12-04",
                "In a week": "12-05",
                "The 10th": "12-10",
                "In two weeks": "12-12",
                "In four weeks": "12-26",
            },
        ),
        (
            "12-31",  # a Thursday: tomorrow is the Friday
            {
                "Tomorrow": "2027-01-01",
                "In a week": "2027-01-07",
                "End of next week": "2027-01-08",
                "The 10th": "2027-01-10",
                "In two weeks": "2027-01-14",
                "In four weeks": "2027-01-28",
            },
        ),
    ],
)
def test_the_days_that_one_says_most_each_once_and_soonest_first(
    today: str, days: dict[str, str]
) -> None:
    found = quick_days(day(today), day(today))
    assert list(found.items()) == [(word, day(on)) for word, on in days.items()]


def test_a_promise_of_mine_has_each_working_day_of_this_week_and_the_next() -> None:
    tuesday = day("2026-12-01")
    found = [
        on for on in quick_days(tuesday, tuesday, each=True).values() if on <= day("2026-12-11")
    ]
    wanted = ("02", "03", "04", "07", "08", "09", "10", "11")
    assert found == [day(f"2026-12-{number}") for number in wanted]
    assert quick_days(tuesday, tuesday, each=True)["Thu 3 Dec"] == day("2026-12-03")


def test_the_days_after_one_that_is_past_are_not_called_from_today() -> None:
    assert quick_days(day("2026-11-28"), day("2026-12-20")) == {
        "The day after": day("2026-11-29"),
        "Fri 4 Dec": day("2026-12-04"),
        "A week later": day("2026-12-05"),
        "The 10th": day("2026-12-10"),
        "Two weeks later": day("2026-12-12"),
        "Four weeks later": day("2026-12-26"),
    }


def test_whoever_is_said_to_have_left_did_so_on_a_day_near_it_each_offered_once() -> None:
    for since in ("03-31", "03-01", "04-30", "05-08"):
        found = days_around(day(since), day(since))
        assert day(since) in found.values()
        assert len(set(found.values())) == len(found)
        assert min(found.values()) < day(since) < max(found.values())


def test_a_time_that_the_clocks_leave_out_is_no_moment() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert wall_moment(day("03-29"), time(2, 30), berlin) is None
    assert wall_moment(day("03-29"), time(3, 30), berlin) == at("03-29 03:30")


def test_until_spring_is_a_click_the_first_days_of_months_beyond_four_weeks() -> None:
    assert list(far_days(day("2026-11-29"), day("2026-11-29")).values()) == [
        day(each) for each in ("2027-01-01", "2027-02-01", "2027-03-01", "2027-04-01")
    ]
    assert (
        next(iter(far_days(day("2026-08-04"), day("2026-08-04")))) == "Thu 1 Oct"
    )  # 1 September is four weeks off


@pytest.mark.parametrize(
    ("on", "days"),
    [
        ("02-10", ["02-13", "02-12", "02-11", "02-09", "02-08", "02-07"]),
        ("03-02", ["03-03", "03-01", "02-28", "02-27", "02-26", "02-25"]),
        ("03-03", ["03-02", "03-01", "02-28", "02-27", "02-26", "02-25"]),
    ],
)
def test_what_stands_in_the_log_was_on_a_day_near_it_and_none_ahead(
    on: str, days: list[str]
) -> None:
    assert list(days_near(day(on), day("03-03")).values()) == [day(each) for each in days]
