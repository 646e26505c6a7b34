"""What an invitation leaves open about when it is."""

from collections.abc import Iterator
from datetime import datetime

import icalendar

from followup.exchange.found import Ask
from followup.exchange.invite.properties import text_of, value_of
from followup.exchange.invite.words import doubt, other_time, suggested
from followup.exchange.invite.zones import Start
from followup.exchange.reader import Reader


class InviteDoubts:
    """What the file leaves open about when the event is."""

    def __init__(self, event: icalendar.Event, start: Start | None, reader: Reader) -> None:
        self.event, self.start, self.reader = event, start, reader
        self.title, self.text = text_of(event, "SUMMARY"), text_of(event, "DESCRIPTION")
        written = value_of(event, "DTSTAMP")
        near = written[0] if written else reader.today
        self.near = near.date() if isinstance(near, datetime) else near

    def asks(
        self, method: str | None, times: tuple[datetime, ...], *, recurring: bool
    ) -> Iterator[Ask]:
        both = f"{self.title}\n{self.text}"
        if not self.start:
            yield Ask(
                "starts_at",
                suggested(both, self.near),
                "The invitation does not say when it begins. When is it?",
            )
            return
        if method == "COUNTER":
            yield Ask(
                "starts_at",
                self.start.moment or self.start.on,
                "This is a proposal of another time. Is it agreed?",
            )
        if self.start.on:
            yield Ask(
                "starts_at",
                None,
                f"The invitation names {self.start.on} without a time. At what time is it?",
            )
        if self.start.floating and self.start.moment:
            yield Ask(
                "time_zone",
                self.reader.zone,
                f"The invitation says {self.start.moment:%H:%M} and no zone that is known here. Whose clock is "
                f"meant?",
            )
            yield Ask(
                "starts_at", self.start.moment, "Without a zone the start is a guess. When is it?"
            )
        yield from self._disagreements(both)
        if recurring:
            yield Ask(
                "starts_at",
                times[0] if times else None,
                "The event recurs. Which of its days is the interview?",
            )

    def _disagreements(self, both: str) -> Iterator[Ask]:
        start = self.start and (self.start.moment or self.start.on)
        if not start:
            return
        other = doubt(both, start, self.near)
        if other:
            day = start.date() if isinstance(start, datetime) else start
            yield Ask(
                "starts_at",
                other,
                f"The invitation is for {day}, and its text speaks of {other}. Which is right?",
            )
        elif isinstance(start, datetime):
            clock = other_time(self.title, start)
            if clock:
                yield Ask(
                    "starts_at",
                    start,
                    f"The invitation begins at {start:%H:%M}, and its title says {clock}. Which is right?",
                )
