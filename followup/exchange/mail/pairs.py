"""Days and times of day that belong together, in what speaks of an appointment."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from followup.exchange.mail.reading import Read, ahead
from followup.prose.when import Said
from followup.prose.when.clock import Said as Clock

Pair = tuple[Said | None, Clock | None]
_NEAR = 90
_LINE = 70  # characters of a line that names a time and hardly more
_FOLLOWING = re.compile(r"\s*\(?(?:on|,|am|of|den|this|-)?\s*(?:the )?$", re.IGNORECASE)
_SENT = re.compile(
    r"\b(?:send|share|e-?mail|mail|forward|confirm|let you know|get back|apply|received|applied)\b[^.;?]{0,50}$",
    re.IGNORECASE,
)
SPEAKS = ("invitation", "cancellation")


class Pairs:
    """Finds them; `today` is the mail's day."""

    def __init__(self, reads: Sequence[Read], today: date) -> None:
        self.reads, self.today = reads, today

    # ---- which sentences

    def _speaks(self, at: int) -> bool:
        """Whether the sentence is about an appointment, itself or as a line of a list below one."""
        read = self.reads[at]
        if read.is_(*SPEAKS, over=-0.4) and (read.times or read.is_(*SPEAKS)):
            return not (
                read.is_("rejection", "out_of_office", over=1.0) and not read.is_(*SPEAKS, over=1.0)
            )
        bare = len(read.text) < _LINE and bool(read.times or read.days)
        close = self.reads[max(0, at - 8) : at]
        return (
            bool(read.times or bare)
            and any(each.is_(*SPEAKS) for each in close)
            and not read.is_("promise", "out_of_office", "on_hold", over=0.0)
        )

    # ---- days and times together

    def of(self, at: int) -> Iterator[Pair]:
        """The pairs of a sentence that is about an appointment, by its place."""
        if not self._speaks(at):
            return
        read = self.reads[at]
        days = [said for said in read.days if self._may(read, said)]
        used: set[int] = set()
        for clock in read.times:
            if self._is_limit_time(read, clock):
                continue
            said = self._day_of(read, clock, days)
            if said:
                used.add(said.span.start)
            else:
                said = (
                    self._carried(at)
                    if not any(ahead(one, self.today) for one in read.days)
                    else None
                )
            if said:
                yield said, clock
        for said in days:
            if (
                said.span.start not in used
                and said.is_day
                and said.last != self.today
                and read.is_(*SPEAKS)
                and not self._has_time_elsewhere(at)
                and not _SENT.search(read.before(said))
            ):
                yield said, None

    def _may(self, read: Read, said: Said) -> bool:
        if said.last is None or said.last < self.today or read.is_limit(said):
            return False
        speaks = max(read.near(said, label) for label in SPEAKS)
        return bool(read.times) or speaks > max(read.near(said, "promise"), -0.5)

    def _is_limit_time(self, read: Read, clock: Clock) -> bool:
        return bool(
            re.search(
                r"\b(?:by|before|until|till|no later than)\s*$", read.before(clock), re.IGNORECASE
            )
        )

    def _day_of(self, read: Read, clock: Clock, days: Sequence[Said]) -> Said | None:
        """The day that a time belongs to: right after it, else the last before it, else the first after."""
        after = next((one for one in days if one.span.start >= clock.span.end), None)
        if after and _FOLLOWING.fullmatch(read.text[clock.span.end : after.span.start]):
            return after
        earlier = [one for one in days if one.span.start < clock.span.start]
        if earlier and clock.span.start - earlier[-1].span.end < _NEAR:
            return earlier[-1]
        return after if after and after.span.start - clock.span.end < _NEAR else None

    def _carried(self, at: int) -> Said | None:
        """The day named in a line just above."""
        for read in reversed(self.reads[max(0, at - 3) : at]):
            days = [
                one
                for one in read.days
                if one.last and one.last >= self.today and one.is_day and not read.is_limit(one)
            ]
            if days:
                return days[-1]
        return None

    def _has_time_elsewhere(self, at: int) -> bool:
        """Whether the next lines name the time of that day."""
        for read in self.reads[at + 1 : at + 3]:
            if any(one.last and one.last >= self.today for one in read.days):
                return False
            if read.times:
                return True
        return False
