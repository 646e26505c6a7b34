"""PLAYBOOK section 3: what a working day is."""

import pytest

from followup.model.facts import Facts
from followup.playbook.workdays import Place, is_working_day
from tests.builders import applied, day, decision_by, facts, interview, opens
from tests.rows import each_row


@each_row(
    ("on", "place", "works"),
    [
        ("03-07", Place("DE"), False),  # a Saturday
        ("03-06", Place("IL"), False),  # Friday and Saturday are the weekend there
        ("03-08", Place("IL"), True),  # and Sunday is a working day
        ("03-06", Place("SA"), False),
        ("03-06", Place("IR"), False),
        ("02-28", Place("IR"), True),
        ("2026-05-09", Place("CN"), True),  # a worked weekend day
        ("06-04", Place("DE"), True),  # Corpus Christi is no holiday of all of Germany
        ("06-04", Place("DE", "DE-BY"), False),
        ("06-04", Place("DE", "BY"), False),  # BY is DE-BY
        ("06-04", Place("DE", "by"), False),
        ("06-04", Place("DE", "XX"), True),  # an unknown region is none
        ("06-04", Place("AT", "DE-BY"), False),  # Austria's own holiday, whatever the region says
        ("04-06", Place("GB"), False),  # Easter Monday: without a region England
        ("04-06", Place("GB", "GB-SCT"), True),
        ("08-31", Place("GB", "ENG"), False),
        ("08-31", Place("GB", "SCT"), True),
        ("04-03", Place("XX"), True),  # an unknown country has Monday to Friday and no holidays
        ("04-04", Place("XX"), False),
        ("04-03", Place(None), True),
        ("12-23", Place("US"), True),
        ("12-24", Place("US"), False),  # the pause
        ("12-31", Place("US"), False),
        ("2027-01-01", Place("XX"), False),
        ("2027-01-04", Place("US"), True),
        ("12-24", Place("US", year_end_pause=False), True),
        ("12-25", Place("US", year_end_pause=False), False),
    ],
)
def test_3_a_working_day_is_one_of_the_countrys_and_regions_week_less_its_holidays(
    on: str, place: Place, works: bool
) -> None:
    assert is_working_day(day(on), place) is works


def _by(region: str | None, country: str | None, mine: str | None, of: str | None) -> Facts:
    here = applied(
        "Globex", interview("06-01 10:00", decision_by("06-03")), country=country, region=region
    )
    world = facts(here, country=of)
    return world.replace(me=world.me.replace(region=mine))


@pytest.mark.parametrize(
    ("world", "expected"),
    [
        (_by("DE-BY", "DE", None, None), "06-05"),  # its own region
        (_by(None, None, "DE-BY", "DE"), "06-05"),  # the user's
        (_by(None, "DE", "DE-BY", "DE"), "06-05"),  # in the same country
        (_by(None, "DE", "DE-BY", "US"), "06-04"),  # the user's counts only there
        (_by("BE", "DE", "DE-BY", "DE"), "06-04"),
    ],
)
def test_3_the_users_country_and_region_where_an_application_has_none(
    world: Facts, expected: str
) -> None:
    assert opens(world, "06-02", "status_check") == expected


def test_5_the_pause_at_the_years_end_is_a_setting() -> None:
    here = applied("Globex", interview("12-14 10:00", decision_by("12-23")))
    assert opens(facts(here), "12-15", "status_check") == "2027-01-04"
    assert opens(facts(here, year_end_pause=False), "12-15", "status_check") == "12-24"
