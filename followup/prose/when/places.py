"""Whose clock an address or a country is on, where that is sure: “Uferstraße 12, 14482 Potsdam” is Europe/Berlin."""

import re
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

import pycountry

from followup.model.fact import zone_names
from followup.model.facts import Application
from followup.prose.calendars import zones_and_countries
from followup.prose.when.zones import place_zone

_STREET = r"(?:stra(?:ß|ss)e|str\.|platz|allee|weg|gasse|ring|ufer|damm|markt|chaussee|graben)"
# What only one country writes so.
_POSTCODES = {
    "DE": re.compile(rf"(?i:{_STREET}) ?\d+ ?\w?, (?:D-)?\d{{5}} [A-ZÄÖÜ]|\bD-\d{{5}} [A-ZÄÖÜ]"),
    "GB": re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"),
    "NL": re.compile(r"\b\d{4} [A-Z]{2},? [A-Z]"),
    "PL": re.compile(r"\b\d\d-\d{3} [A-ZŁŚŻ]"),
    "IE": re.compile(r"\b[A-Z]\d[\dW] [A-Z\d]{4}\b"),
    "AT": re.compile(r"\bA-\d{4} [A-ZÄÖÜ]"),
    "CH": re.compile(r"\bCH-\d{4} [A-ZÄÖÜ]"),
}
_OWN_NAMES = {"deutschland": "DE", "österreich": "AT", "schweiz": "CH", "uk": "GB", "england": "GB"}
_YEAR = 2026  # any: what is asked is whether its zones go together


@cache
def zone_of_country(country: str | None) -> str | None:
    """The zone of a country (ISO 3166-1) that has one, or several that show the same time; None of any other."""
    names = [zone for zone, code in zones_and_countries() if code == country]
    shown = {_times(name) for name in names}
    return names[0] if len(shown) == 1 else None


def _times(zone: str) -> tuple[object, ...]:
    """Its distance from UTC over a year."""
    clock = ZoneInfo(zone)
    return tuple(datetime(_YEAR, month, 1, tzinfo=clock).utcoffset() for month in range(1, 13))


def zone_of_address(text: str) -> str | None:
    """The zone of an address, by its country, its postcode or its city; None where none of them leaves it sure."""
    *_, last = text.split(",")
    found = [code for code, postcode in _POSTCODES.items() if postcode.search(text)]
    if country := _country_named(last.strip(" .")):
        found = [country]
    if len(found) == 1:
        return zone_of_country(found[0])
    return place_zone(re.sub(r"\b\d{4,5}\b", "", text))


def _country_named(name: str) -> str | None:
    """The country that is called so, in English or as it calls itself."""
    if len(name) < len("UK"):
        return None
    known = _OWN_NAMES.get(name.casefold())
    named = pycountry.countries.get(name=name) or pycountry.countries.get(common_name=name)
    return known or (str(named.alpha_2) if named else None)


def employer_zone(application: Application) -> str | None:
    """On which clock its employer lives: the zone that was chosen for it, else its country's; None: nobody knows."""
    return chosen_or_of_country(application.time_zone, application.country)


def chosen_or_of_country(zone: str | None, country: str | None) -> str | None:
    """The same of what stands in a form."""
    return zone or zone_of_country(country)


def other_zone(zone: str | None, mine: str, at: datetime) -> str | None:
    """The zone, where its clock shows another time than mine at a moment (aware); else None."""
    if zone not in zone_names() or mine not in zone_names():
        return None
    there, here = at.astimezone(ZoneInfo(zone)), at.astimezone(ZoneInfo(mine))
    return None if there.utcoffset() == here.utcoffset() else zone
