"""Days and wall clocks in one zone (PLAYBOOK section 2).

All moments that go in and come out are aware; those that come out are in UTC, because Python compares and subtracts
two date-times of the same zone by their wall clocks, which is an hour wrong across a change of the clocks.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wall:
    """The wall clock of a zone."""

    zone: ZoneInfo

    def day(self, moment: datetime) -> date:
        """The day on which the moment falls."""
        return moment.astimezone(self.zone).date()

    def start(self, day: date) -> datetime:
        """The day's 00:00."""
        return datetime.combine(day, time(), self.zone).astimezone(UTC)

    def end(self, day: date) -> datetime:
        """The day's end, which is the next day's 00:00."""
        return self.start(day + ONE_DAY)

    def days_after(self, moment: datetime, days: int) -> datetime:
        """The same time of day, that many days later; a time that the clocks leave out moves on by the gap."""
        local = moment.astimezone(self.zone).replace(tzinfo=None)
        return (local + timedelta(days=days)).replace(tzinfo=self.zone).astimezone(UTC)


def hours_after(moment: datetime, hours: int) -> datetime:
    """That many elapsed hours later, in UTC."""
    return moment.astimezone(UTC) + timedelta(hours=hours)
