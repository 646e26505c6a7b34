"""Whose clock an address or a country is on, where that is sure: “Uferstraße 12, 14482 Potsdam” is Europe/Berlin.

An address is read from its end: its country, its state, its town. What stands before them (a street, a room) may be
called after any other place.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

import pycountry

from followup.model.fact import zone_names
from followup.model.facts import Application
from followup.prose.calendars import zones_and_countries
from followup.prose.when.zones import towns
from followup.prose.word_lists import word_list, word_rows

_STREET = r"(?:stra(?:ß|ss)e|str\.|platz|allee|weg|gasse|ring|ufer|damm|markt|chaussee|graben)"
_TOWN = r"[^\W\d_][^\d,]*"
# What only one country writes so, at the end of an address.
_POSTCODES = {
    "DE": re.compile(rf"(?:(?i:{_STREET}) ?\d+ ?\w?, (?:D-)?|(?:^|, )D-)\d{{5}} {_TOWN}"),
    "GB": re.compile(r"(?:^|[ ,])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}"),
    "NL": re.compile(rf"(?:^|, )\d{{4}} [A-Z]{{2}},? (?P<town>{_TOWN})"),
    "PL": re.compile(rf"(?:^|, )\d\d-\d{{3}} {_TOWN}"),
    "IE": re.compile(r"(?:^|[ ,])[A-Z]\d[\dW] (?=\d*[A-Z])[A-Z\d]{4}"),
    "AT": re.compile(rf"(?:^|, )A-\d{{4}} {_TOWN}"),
    "CH": re.compile(rf"(?:^|, )CH-\d{{4}} {_TOWN}"),
}
_PARTS = re.compile(r"\s*[,;()\n]\s*|\s+[-\u2013\u2014|]\s+")
# A floor or a door behind the address: “10117 Berlin, 3rd floor”.
_WITHIN = re.compile(
    r"\b(?:floor|room|reception|entrance|gate|door|etage|stock|og|eg|hof|hinterhof|raum|zimmer|empfang|eingang)\b"
    r"|^(?:level|suite|unit|building|tor)\b",
    re.IGNORECASE,
)
_POSTCODE_BEFORE = re.compile(r"^(?:[A-Z]{1,2}-)?\d[\d -]{2,8}(?: [A-Z]{2})? (?=[^\W\d_])")
_POSTCODE_BEHIND = re.compile(
    r" (?:\d{4,5}(?:-\d{4})?|\d{1,2}|[A-Z]{1,2}\d[A-Z\d]?(?: \d[A-Z]{2})?|[A-Z]\d[A-Z] ?\d[A-Z]\d)$"
)
_LONG_POSTCODE = re.compile(r" \d{4,5}(?:-\d{4})?$| [A-Z]\d[A-Z] ?\d[A-Z]\d$")
_STATE_BEHIND = re.compile(r"^(?P<town>.+) (?P<code>[A-Z]{2,3})$")
# Letters at an address's end that are a country's as often as a state's.
_EITHER = ("DE", "IN", "NL", "SA", "NT")
_YEAR = 2026  # any: what is asked is whether its zones go together


@dataclass(frozen=True, slots=True)
class _State:
    """A state of a country (two letters): the zone of most of it, and what of it is on another one."""

    country: str
    code: str
    zone: str
    name: str
    apart: dict[str, str]

    def zone_in(self, town: str) -> str:
        return self.apart.get(_plain(town), self.zone)


def _plain(name: str) -> str:
    """A name as it is compared: without accents, points and capitals."""
    letters = unicodedata.normalize("NFKD", name.replace(".", "").casefold())
    return " ".join("".join(each for each in letters if not unicodedata.combining(each)).split())


@cache
def _states() -> tuple[_State, ...]:
    found = []
    for row in word_rows("states"):
        first, *others = row.split("; ")
        country, code, zone, name = first.split(" ", 3)
        apart = {
            _plain(town): other.split(" ", 1)[0]
            for other in others
            for town in other.split(" ", 1)[1].split(", ")
        }
        found.append(_State(country, code, zone, _plain(name), apart))
    return tuple(found)


@cache
def _towns() -> dict[str, str]:
    """The zone of each town: the one that it is called by, and those of the list."""
    cities = [(zone.split("/"), zone) for zone, _ in zones_and_countries()]
    named = {_plain(parts[1].replace("_", " ")): zone for parts, zone in cities if len(parts) == 2}  # noqa: PLR2004
    return named | {_plain(town): zone for town, zone in towns().items()}


@cache
def _countries() -> dict[str, str]:
    """What countries are called besides."""
    rows = (row.split(" ", 1) for row in word_rows("countries"))
    return {_plain(name): code for code, names in rows for name in names.split(", ")}


@cache
def _country_of() -> dict[str, str]:
    return dict(zones_and_countries())


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
    """The zone of an address, by its country, its state, its town or its postcode; None where none leaves it sure."""
    parts = [part.strip(" .") for part in _PARTS.split(text)]
    parts = [part for part in parts if part]
    street = any(char.isdigit() for part in parts[:-1] for char in part)
    while len(parts) > 1 and street and _WITHIN.search(parts[-1]):
        parts.pop()
    if not parts:
        return None
    country = _country_named(parts[-1])
    if country and not _is_state(parts[-1]):
        return zone_of_country(country) or _by_state_or_town(parts[:-1], country)
    return _by_postcode(", ".join(parts)) or _by_state_or_town(parts, None)


def _by_state_or_town(parts: Sequence[str], country: str | None) -> str | None:
    """By the last of its parts: a state behind a town, or a town; of that country where one is named."""
    if not parts:
        return None
    last = _LONG_POSTCODE.sub("", parts[-1])
    sure = last != parts[-1] or bool(country)  # then its letters are a state's
    town = _town_in(parts[-2]) if len(parts) > 1 else ""
    if behind := _STATE_BEHIND.match(last):  # “Austin TX”
        town_there = _town_in(behind["town"])
        if sure or _country_of_town(town_there) in _state_countries(behind["code"]):
            town, last = town_there, behind["code"]
    found = _state_of(last, town, country, sure=sure)
    if found:
        return found.zone_in(town)
    there = _country_of_town(town)
    if there and last == there:  # “Berlin, DE”
        return _towns()[_plain(town)]
    if _is_state(last) and not country and (there or len(parts) > 1):
        return _towns()[_plain(town)] if there and there == _country_named(last) else None
    zone = _towns().get(_plain(_town_in(last)))
    if not country and _plain(_town_in(last)) in word_list("namesakes"):
        return None
    return zone if zone and country in (None, _country_of()[zone]) else None


def _state_of(last: str, town: str, country: str | None, *, sure: bool) -> _State | None:
    """The state that stands at the end of an address, behind a town; None where a country may be meant as well."""
    there = _country_of_town(town)
    named = [s for s in _states() if last == s.code or _plain(last) == s.name]
    named = [s for s in named if country in (None, s.country)]
    at_home = [s for s in named if s.country == there]
    if at_home:
        return at_home[0]
    if not named or not (town or country) or any(char.isdigit() for char in town):
        return None
    if there and there in (last, _country_named(last)):
        return None
    either = last in _EITHER or bool(_country_named(last))
    return None if either and not sure else named[0]


def zones_of_states(country: str) -> dict[str, str]:
    """The zone of most of each state of a country, by its code."""
    return {state.code: state.zone for state in _states() if state.country == country}


def _state_countries(code: str) -> set[str]:
    return {state.country for state in _states() if state.code == code}


def _is_state(name: str) -> bool:
    """Whether a state is called so, too: Georgia."""
    return any(name == state.code or _plain(name) == state.name for state in _states())


def _town_in(part: str) -> str:
    """The town of a part, without its postcode: “10117 Berlin”, “London NW1 6XE”, “Dublin 2”."""
    return _POSTCODE_BEHIND.sub("", _POSTCODE_BEFORE.sub("", part)).strip()


def _country_of_town(town: str) -> str | None:
    zone = _towns().get(_plain(town))
    return _country_of()[zone] if zone else None


def _by_postcode(address: str) -> str | None:
    """By how only one country writes it at the end: “1234 NE Alberta St” is no Dutch one."""
    ends = [
        (code, found)
        for code, postcode in _POSTCODES.items()
        for found in postcode.finditer(address)
        if found.end() == len(address)
    ]
    streets = word_list("streets")
    codes = {
        code
        for code, found in ends
        if code != "NL" or found["town"].rpartition(" ")[2].casefold() not in streets
    }
    return zone_of_country(codes.pop()) if len(codes) == 1 else None


def _country_named(name: str) -> str | None:
    """The country that is called so, in English or as it calls itself."""
    if len(name) < len("UK"):
        return None
    named = pycountry.countries.get(name=name) or pycountry.countries.get(common_name=name)
    return _countries().get(_plain(name)) or (str(named.alpha_2) if named else None)


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
