"""Where a mail's writer is: by the country of the address, by what the words and the signature name, and the Date."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from followup.exchange.mail.parts.own import Own
from followup.exchange.mail.parts.parse import Parts
from followup.prose.when.places import zones_of_states
from followup.prose.word_lists import word_list


@dataclass(frozen=True, slots=True)
class Home:
    """The writer's country (two letters) and their zone; `agrees` is whether the Date may have been written there."""

    country: str
    zone: str | None
    agrees: bool


# What an address ends with, where the country has one clock.
_ENDINGS = dict(
    row.split()
    for row in (
        "uk Europe/London",
        "de Europe/Berlin",
        "at Europe/Vienna",
        "ch Europe/Zurich",
        "ie Europe/Dublin",
        "fr Europe/Paris",
        "nl Europe/Amsterdam",
        "be Europe/Brussels",
        "lu Europe/Luxembourg",
        "it Europe/Rome",
        "pl Europe/Warsaw",
        "cz Europe/Prague",
        "sk Europe/Bratislava",
        "hu Europe/Budapest",
        "dk Europe/Copenhagen",
        "se Europe/Stockholm",
        "no Europe/Oslo",
        "fi Europe/Helsinki",
        "ee Europe/Tallinn",
        "lv Europe/Riga",
        "lt Europe/Vilnius",
        "ro Europe/Bucharest",
        "bg Europe/Sofia",
        "gr Europe/Athens",
        "hr Europe/Zagreb",
        "si Europe/Ljubljana",
        "in Asia/Kolkata",
        "sg Asia/Singapore",
        "hk Asia/Hong_Kong",
        "jp Asia/Tokyo",
        "kr Asia/Seoul",
        "nz Pacific/Auckland",
        "za Africa/Johannesburg",
        "ae Asia/Dubai",
        "il Asia/Jerusalem",
        "ng Africa/Lagos",
        "ke Africa/Nairobi",
    )
)
_PARTS_OF = {
    **dict.fromkeys(("scot", "wales", "cymru", "london", "nhs"), "uk"),
    **dict.fromkeys(("berlin", "hamburg", "koeln", "bayern"), "de"),
    **dict.fromkeys(("wien", "tirol"), "at"),
    **dict.fromkeys(("swiss", "li"), "ch"),
}
# The same of countries with several: the zones of which one has the Date's offset.
_AMERICA = (
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Anchorage",
    "Pacific/Honolulu",
)
_WIDE: Mapping[str, tuple[str, tuple[str, ...]]] = {
    **dict.fromkeys(("us", "gov", "edu", "mil"), ("US", _AMERICA)),
    "ca": (
        "CA",
        (
            "America/Toronto",
            "America/Winnipeg",
            "America/Edmonton",
            "America/Vancouver",
            "America/Halifax",
        ),
    ),
    "au": (
        "AU",
        ("Australia/Sydney", "Australia/Brisbane", "Australia/Adelaide", "Australia/Perth"),
    ),
}
_LONDON = ("GB", "Europe/London")
_DUBLIN = ("IE", "Europe/Dublin")
_BERLIN = ("DE", "Europe/Berlin")
_INDIA_HOURS = 5.5
_INDIA = Home("IN", "Asia/Kolkata", agrees=True)
# “Norfolk, VA”, “Portland, OR 97204”.
_STATE = re.compile(
    rf"\b[A-Z][a-z.]+, (?P<state>{'|'.join(zones_of_states('US'))})\b(?=\W|$)(?! [a-z])"
)
_AMERICAN = re.compile(r"\bThanksgiving\b|\b(?:PTO|401\(k\)|W-2|I-9)(?=\W)")
_WORD = re.compile(r"(?<!New )\b[A-Z][\w'-]+")
_GERMAN = re.compile(r"\b(?:und|Sie|wir|nicht|der|die|das|ich|Uhr|mit|für|ist|Ihr\w*|dir|den)\b")
_WEST = (-10, -4)  # hours from UTC
_PLAIN = 3
_LOOKED = 20_000


def home_of(parts: Parts, own: Own) -> Home | None:
    """Where the writer is; None where nothing tells."""
    at = parts.at
    if not at:
        return None
    hours = (at.utcoffset() or at - at).total_seconds() / 3600
    label = (parts.sender.email or "").rpartition(".")[2].lower()
    text = f"{own.text}\n{own.signature}"[:_LOOKED]
    if label in _WIDE and hours:
        country, zones = _WIDE[label]
        return _among(country, zones, at)
    if named := _by_address(parts.sender.email):
        return Home(*named, agrees=_may_be(at, named[1]))
    if hours == _INDIA_HOURS:
        return _INDIA
    if _WEST[0] <= hours <= _WEST[1]:
        return _american(at, text)
    named = None if _STATE.search(text) else _by_places(own, text, parts.sender.name or "")
    return Home(*named, agrees=True) if named and _may_be(at, named[1]) else None


def _by_address(email: str | None) -> tuple[str, str] | None:
    labels = (email or "").rpartition("@")[2].lower().split(".")
    ending = "uk" if "nhs" in labels else _PARTS_OF.get(labels[-1], labels[-1])
    country = "GB" if ending == "uk" else ending.upper()
    return (country, _ENDINGS[ending]) if ending in _ENDINGS else None


def _by_places(own: Own, text: str, name: str) -> tuple[str, str] | None:
    """By a place of those islands that the words or the signature name, and by the language."""
    words = {word.lower() for word in _WORD.findall(text)} - {*name.lower().split()}
    irish, british = words & _irish(), words & _british()
    if (irish or own.isles == "IE") and not british:
        return _DUBLIN
    if british or own.isles:
        return _LONDON
    return _BERLIN if len(set(_GERMAN.findall(own.text))) >= _PLAIN else None


@cache
def _irish() -> frozenset[str]:
    return word_list("irish_places")


@cache
def _british() -> frozenset[str]:
    return word_list("british_places")


def _may_be(at: datetime, zone: str) -> bool:
    """Whether a Date has that zone's offset, or a server's UTC."""
    return not at.utcoffset() or shows(at, zone)


def shows(at: datetime, zone: str) -> bool:
    """Whether a moment stands on that zone's clock, or on one that shows the same."""
    return at.utcoffset() == at.astimezone(ZoneInfo(zone)).utcoffset()


def _among(country: str, zones: Iterable[str], at: datetime) -> Home:
    zone = next((each for each in zones if shows(at, each)), None)
    return Home(country, zone, agrees=bool(zone))


def _american(at: datetime, text: str) -> Home | None:
    """The United States, by a state or by what only they have, where the Date is of that side."""
    states = {found["state"] for found in _STATE.finditer(text)}
    if not states and not _AMERICAN.search(text):
        return None
    zones = [zone for state, zone in zones_of_states("US").items() if state in states]
    return _among("US", (*zones, *_AMERICA), at)
