"""The public holidays and the zones of a country: the one answer of the plan, of days in prose and of the pages."""

from functools import cache
from importlib.resources import files
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from holidays import HolidayBase, registry

# Where none is given, a country stands for what all of its regions share; Great Britain for England.
_USUAL_REGION = {"GB": "ENG", "UK": "ENG"}
_COUNTRIES = Path(registry.__file__).with_name("countries")


@cache
def calendar_of(country: str, region: str, year: int) -> HolidayBase | None:
    """Its calendar of that year; None where the country is not known, the whole country's where the region is not."""
    code = country.strip().upper()
    made = country_calendar(code)
    if made is None:
        return None
    of, _, part = region.strip().upper().rpartition("-")
    given = part if of in ("", code) and part in made.subdivisions else None
    return made(subdiv=given or _USUAL_REGION.get(code), years=year)


@cache
def country_calendar(code: str) -> type[HolidayBase] | None:
    """What knows the holidays of the country with this code (of ISO 3166-1, or another name of it); None: nothing does.

    The country's file is loaded alone: its package would load those of all 250, which takes 8 MB, and as long as all
    else that a small plan is made of.
    """
    name = next((name for name, codes in registry.COUNTRIES.items() if code in codes[1:]), None)
    if name is None:
        return None
    spec = spec_from_file_location(f"holidays.countries.{name}", _COUNTRIES / f"{name}.py")
    if spec is None or spec.loader is None:
        raise ImportError(name)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    found: type[HolidayBase] = getattr(module, code)
    return found


@cache
def zones_and_countries() -> tuple[tuple[str, str], ...]:
    """Each zone with its country (ISO 3166-1), as the time zone database has them: of a country the widest first."""
    table = files("tzdata.zoneinfo").joinpath("zone.tab").read_text()
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return tuple((row[2], row[0]) for row in rows)
