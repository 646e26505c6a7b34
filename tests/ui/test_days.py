"""Fields for days: all of them are ours, since Streamlit's own drop what lies beyond their limits."""

from datetime import date, datetime, time
from pathlib import Path

import pytest

from followup.ui.entry_times import meant, odd_year

ROOT = Path(__file__).resolve().parents[2]


def test_every_field_for_a_day_is_one_that_drops_nothing() -> None:
    sources = [*ROOT.glob("followup/**/*.py"), *ROOT.glob("pages/**/*.py"), ROOT / "app.py"]
    plain = ("date_input(", "datetime_input(")
    using = {p.name for p in sources if any(call in p.read_text("utf-8") for call in plain)}
    assert using == {"days.py"}


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
