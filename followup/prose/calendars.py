"""The public holidays of a country or a part of it: the one answer of the plan and of days in prose."""

from functools import cache

import holidays

# Where none is given, a country stands for what all of its regions share; Great Britain for England.
_USUAL_REGION = {"GB": "ENG", "UK": "ENG"}


@cache
def calendar_of(country: str, region: str, year: int) -> holidays.HolidayBase | None:
    """Its calendar of that year; None where the country is not known, the whole country's where the region is not."""
    code = country.strip().upper()
    try:
        known = holidays.country_holidays(code).subdivisions
    except NotImplementedError:
        return None
    of, _, part = region.strip().upper().rpartition("-")
    given = part if of in ("", code) and part in known else None
    return holidays.country_holidays(code, subdiv=given or _USUAL_REGION.get(code), years=year)
