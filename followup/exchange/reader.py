"""Who reads a file, where and when: the user, their zone, and the applications that are known."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Self
from zoneinfo import ZoneInfo

from followup.model.facts import Application, Facts
from followup.model.times import in_utc


@dataclass(frozen=True, slots=True)
class Reader:
    """`now` aware, `zone` an IANA name; `addresses` the user's own in lower case."""

    now: datetime
    zone: str
    name: str = ""
    addresses: frozenset[str] = frozenset()
    applications: tuple[Application, ...] = ()
    country: str | None = None

    @classmethod
    def of(cls, facts: Facts, now: datetime, zone: str) -> Self:
        """Whoever these facts belong to."""
        return cls(
            now=now,
            zone=zone,
            name=facts.me.name,
            addresses=frozenset({facts.me.email.lower()} - {""}),
            applications=facts.applications,
            country=facts.me.country,
        )

    @property
    def today(self) -> date:
        """The user's day."""
        return self.day(self.now)

    def day(self, at: datetime) -> date:
        """The user's day of a moment."""
        return in_utc(at).astimezone(ZoneInfo(self.zone)).date()

    def at(self, day: date, clock: time) -> datetime:
        """That time of the user's day."""
        return datetime.combine(day, clock, ZoneInfo(self.zone))

    def in_zone(self, zone: str | None) -> "Reader":
        """The same with the zone that a file takes for its own."""
        return replace(self, zone=zone) if zone else self
