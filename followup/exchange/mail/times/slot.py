"""A time for an interview, as a mail names it."""

from dataclasses import dataclass
from datetime import date, datetime

from followup.exchange.mail.reading import Read


@dataclass(frozen=True, slots=True)
class Slot:
    """A time for an interview: `starts_at` aware, or `on` a day; `sure` where the text leaves no doubt.

    `read` is the sentence that names it, `place` where in it the time of day stands; `zone_named` is whether the text
    says on whose clock it is.
    """

    starts_at: datetime | None
    on: date | None
    ends_at: datetime | None
    time_zone: str | None
    proposed: bool
    sure: bool
    read: Read
    place: int = 0
    zone_named: bool = False

    @property
    def day(self) -> date | None:
        """The day of it, whether a time is named or not."""
        return self.starts_at.date() if self.starts_at else self.on


@dataclass(frozen=True, slots=True)
class Found:
    """The times that are proposed or fixed, and those that are called off."""

    taken: tuple[Slot, ...]
    off: tuple[Slot, ...]
