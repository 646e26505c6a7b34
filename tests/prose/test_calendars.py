"""The holidays of a country that is loaded alone are those that the library gives."""

import holidays
import pytest
from holidays.registry import EntityLoader

from followup.prose.calendars import country_calendar
from tests.rows import each_row

YEAR = 2026


@each_row("code", sorted(EntityLoader.get_country_codes()))
def test_a_country_that_is_loaded_alone_has_the_same_holidays(code: str) -> None:
    made, known = country_calendar(code), holidays.country_holidays(code)
    assert made is not None
    assert made.subdivisions == known.subdivisions
    for part in (None, *known.subdivisions[:3]):
        same = holidays.country_holidays(code, subdiv=part, years=YEAR, language="en_US")
        assert dict(made(subdiv=part, years=YEAR, language="en_US")) == dict(same)
        assert made(years=YEAR).weekend == same.weekend


@pytest.mark.parametrize("code", ["", "XX", "de", "Germany", "DE-BY", "PUBLIC"])
def test_what_is_no_code_of_a_country_has_none(code: str) -> None:
    assert country_calendar(code) is None
