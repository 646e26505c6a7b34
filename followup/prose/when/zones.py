"""The time zones that people name beside a time: “CET”, “ET”, “London time”, “UTC+1”."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from followup.prose.word_lists import word_rows

# Letters: the zone; then its offset in hours where the letters name summer or winter time alone.
_LETTERS: dict[str, tuple[str, float | None]] = {
    "cet": ("Europe/Berlin", 1),
    "cest": ("Europe/Berlin", 2),
    "mez": ("Europe/Berlin", 1),
    "mesz": ("Europe/Berlin", 2),
    "gmt": ("Europe/London", 0),
    "bst": ("Europe/London", 1),
    "utc": ("UTC", 0),
    "wet": ("Europe/Lisbon", 0),
    "west": ("Europe/Lisbon", 1),
    "eet": ("Europe/Helsinki", 2),
    "eest": ("Europe/Helsinki", 3),
    "msk": ("Europe/Moscow", 3),
    "sast": ("Africa/Johannesburg", 2),
    "et": ("America/New_York", None),
    "est": ("America/New_York", -5),
    "edt": ("America/New_York", -4),
    "ct": ("America/Chicago", None),
    "cst": ("America/Chicago", -6),
    "cdt": ("America/Chicago", -5),
    "mt": ("America/Denver", None),
    "mst": ("America/Denver", -7),
    "mdt": ("America/Denver", -6),
    "pt": ("America/Los_Angeles", None),
    "pst": ("America/Los_Angeles", -8),
    "pdt": ("America/Los_Angeles", -7),
    "akst": ("America/Anchorage", -9),
    "hst": ("Pacific/Honolulu", -10),
    "sgt": ("Asia/Singapore", 8),
    "hkt": ("Asia/Hong_Kong", 8),
    "jst": ("Asia/Tokyo", 9),
    "kst": ("Asia/Seoul", 9),
    "aest": ("Australia/Sydney", 10),
    "aedt": ("Australia/Sydney", 11),
    "awst": ("Australia/Perth", 8),
    "nzst": ("Pacific/Auckland", 12),
    "nzdt": ("Pacific/Auckland", 13),
    "gst": ("Asia/Dubai", 4),
    "ist": ("Asia/Kolkata", 5.5),
}
# Letters that stand for several zones: never sure.
_FARTHEST = 14  # hours from UTC
_SHARED = frozenset({"ist", "cst"})
_REGIONS = {
    "deutscher": "Europe/Berlin",
    "mitteleuropäischer": "Europe/Berlin",
    "schweizer": "Europe/Zurich",
    "londoner": "Europe/London",
    "britischer": "Europe/London",
    "pariser": "Europe/Paris",
    "wiener": "Europe/Vienna",
    "zürcher": "Europe/Zurich",
    "new yorker": "America/New_York",
    "polish": "Europe/Warsaw",
    "italian": "Europe/Rome",
    "belgian": "Europe/Brussels",
    "austrian": "Europe/Vienna",
    "swedish": "Europe/Stockholm",
    "danish": "Europe/Copenhagen",
    "norwegian": "Europe/Oslo",
    "finnish": "Europe/Helsinki",
    "greek": "Europe/Athens",
    "portuguese": "Europe/Lisbon",
    "eastern": "America/New_York",
    "central european": "Europe/Berlin",
    "central": "America/Chicago",
    "mountain": "America/Denver",
    "pacific": "America/Los_Angeles",
    "uk": "Europe/London",
    "british": "Europe/London",
    "german": "Europe/Berlin",
    "irish": "Europe/Dublin",
    "indian": "Asia/Kolkata",
    "india": "Asia/Kolkata",
    "ny": "America/New_York",
    "washington": "America/New_York",
    "sf": "America/Los_Angeles",
    "french": "Europe/Paris",
    "spanish": "Europe/Madrid",
    "swiss": "Europe/Zurich",
    "dutch": "Europe/Amsterdam",
    "irish standard": "Europe/Dublin",
}


@cache
def towns() -> dict[str, str]:
    """The zones of towns that no zone is called by."""
    rows = (row.split(" ", 1) for row in word_rows("towns"))
    return {name: zone for zone, names in rows for name in names.split(", ")}


@cache
def _places() -> dict[str, str]:
    """The city of each IANA zone, and what people say besides."""
    cities = {
        name.rsplit("/", 1)[-1].replace("_", " ").lower(): name
        for name in sorted(available_timezones(), reverse=True)
        if name.startswith(("Europe/", "America/", "Asia/", "Australia/", "Africa/", "Pacific/"))
    }
    return cities | {name.lower(): zone for name, zone in towns().items()} | _REGIONS


@cache
def _pattern() -> re.Pattern[str]:
    letters = "|".join(sorted(_LETTERS, key=len, reverse=True))
    places = "|".join(re.escape(place) for place in sorted(_places(), key=len, reverse=True))
    return re.compile(
        rf"[ ,(\[/]*\b(?:(?:utc|gmt) ?(?P<sign>[+-]|\u00b1) ?(?P<hours>\d{{1,2}})(?::?(?P<minutes>[0-5]\d))?"
        rf"|(?P<iana>(?:europe|america|asia|australia|africa|pacific)/[a-z_]+(?:/[a-z_]+)?)"
        rf"|(?:(?P<place>{places})(?: (?:standard|daylight|summer|local))? (?:time|hours?|zeit)"
        rf"|(?P<letters>{letters}))\b)[)\]]?"
    )


@cache
def _beside_time() -> re.Pattern[str]:
    """What names a zone right behind a time, and nowhere else: “11:30 AM Eastern”, “(17:30 Berlin)”."""
    places = "|".join(re.escape(place) for place in sorted(_places(), key=len, reverse=True))
    return re.compile(
        rf" \(?(?:(?P<region>eastern|central|mountain|pacific)\b(?! european)|(?P<place>{places})(?=[)\];/]|$))"
    )


# “17:30 your time”, “17:30 Uhr Ihrer Zeit”; of a whole text (“thank you for your time”) only what says more.
_YOUR_TIME = re.compile(
    r"[ ,(\[/]*\b(?:in )?(?:your|ihrer|deiner|eurer)(?: (?:own|local|lokalen))?"
    r" (?:time(?: ?zone)?|(?:orts)?zeit(?:zone)?)\b[)\]]?"
)
_ALL_YOURS = re.compile(
    r"\b(?:your (?:own )?(?:local time|time ?zone)|(?:ihrer|deiner|eurer) (?:lokalen zeit|ortszeit|zeitzone))\b"
)


@cache
def _as_words() -> re.Pattern[str]:
    """Letters of zones that stand in small letters in a text."""
    return re.compile(rf"(?<![\w/])(?:{'|'.join(_LETTERS)})(?![\w/])")


class Zone:
    """A zone that a text names: its IANA name, and the offset that the letters insist on."""

    def __init__(self, name: str, offset: float | None = None, *, sure: bool = True) -> None:
        self.name, self._offset, self._sure = name, offset, sure

    def moment(self, wall: datetime) -> datetime:
        """The naive time in the zone, aware."""
        return wall.replace(tzinfo=zone_of(self.name))

    def sure_at(self, wall: datetime, sent: timedelta | None = None) -> bool:
        """Whether the letters fit the date: “EST” in July is said by people who mean ET, and by others.

        `sent` is the writer's own offset: “IST” in a mail from India is India's.
        """
        offset = self.moment(wall).utcoffset()
        sure = self._sure or (sent is not None and self._offset is not None and offset == sent)
        return sure and (self._offset is None or offset == timedelta(hours=self._offset))


def zone_of(name: str) -> tzinfo:
    """The zone of an IANA name, or of “UTC+05:30”."""
    if name == "UTC":
        return UTC
    if found := re.fullmatch(r"UTC([+-])(\d\d):(\d\d)", name):
        offset = timedelta(hours=int(found[2]), minutes=int(found[3]))
        return timezone(offset if found[1] == "+" else -offset)
    return ZoneInfo(name)


def _named(found: re.Match[str]) -> Zone | None:
    if found["hours"]:
        hours, minutes = int(found["hours"]), int(found["minutes"] or 0)
        if hours > _FARTHEST:
            return None
        sign = "-" if found["sign"] == "-" else "+"
        return Zone(f"UTC{sign}{hours:02}:{minutes:02}" if hours or minutes else "UTC")
    if found["iana"]:
        known = {name.lower(): name for name in available_timezones()}
        name = known.get(found["iana"])
        return Zone(name) if name else None
    if found["place"]:
        return Zone(_places()[found["place"]])
    name, offset = _LETTERS[found["letters"]]
    return Zone(name, offset, sure=found["letters"] not in _SHARED)


def zone_at(text: str, at: int, yours: str | None = None) -> tuple[Zone, int] | None:
    """The zone named right at that place of a flattened text in lower case, and where its name ends.

    `yours` is that of whom the text is written to, where that is known.
    """
    if yours and (own := _YOUR_TIME.match(text, at)):
        return Zone(yours), own.end()
    found = _pattern().match(text, at)
    if found and found["letters"] == "ist" and text[:at].rstrip().endswith("uhr"):
        return None  # “um 10 Uhr ist …” is German
    zone = _named(found) if found else None
    if found and zone:
        return zone, found.end()
    bare = _beside_time().match(text, at)
    return (Zone(_places()[bare["region"] or bare["place"]]), bare.end()) if bare else None


def zone_in(text: str, yours: str | None = None) -> Zone | None:
    """The only zone that is named anywhere in a text (“all times are CET”); “ist” in small letters is a word."""
    plain = _as_words().sub(" ", " ".join(text.split())).lower()
    found = {zone.name: zone for each in _pattern().finditer(plain) if (zone := _named(each))}
    if yours and _ALL_YOURS.search(plain):
        found[yours] = Zone(yours)
    return next(iter(found.values())) if len(found) == 1 else None


def place_zone(text: str) -> str | None:
    """The zone of the first city that a text names, as in “(UTC+01:00) Amsterdam, Berlin, Bern”."""
    places = _places()
    found = (places.get(part.strip().lower()) for part in re.split(r"[,)(;]", text))
    return next((zone for zone in found if zone), None)
