"""Days and times of day that belong together, in what speaks of an appointment."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from followup.exchange.mail.parts.lists import head_of
from followup.exchange.mail.reading import Read, ahead
from followup.exchange.mail.times.aside import is_aside, is_left_out, is_news, is_routine
from followup.prose.when import Said
from followup.prose.when.clock import Said as Clock

Pair = tuple[Said | None, Clock | None]
_NEAR = 90
_LINE = 70  # characters of a line that names a time and hardly more
_FOLLOWING = re.compile(r"\s*\(?(?:on|,|am|of|den|this|-)?\s*(?:the )?$", re.IGNORECASE)
# “Tuesday at 9:00, Wednesday at 14:00”: each time is of the day before it.
_RIGHT_AFTER = re.compile(r"\s*[,:(-]?\s*(?:at|um|@|from|ab|von)?\s*", re.IGNORECASE)
_AND = re.compile(r" (?:and|und) ", re.IGNORECASE)
# “I am looking at Tuesday. Does that day work?”
_EYES = re.compile(
    r"\b(?:looking at|thinking (?:of|about)|aim(?:ing)? for|eyeing|had in mind|how about|what about|(?:would|does|is)"
    r"|denke an|dachte an|dachten an|wie wäre(?: es mit)?|passt|ginge)(?: the| am)? *$",
    re.IGNORECASE,
)
_SUITS = re.compile(
    r"\b(?:does|would|will|is) (?:that|this|it|the)\b.{0,30}\b(?:work|suit|fit|ok|okay|good|fine|possible"
    r"|convenient)\b.*\?"
    r"|\b(?:passt|ginge|geht)\b.{0,20}\b(?:tag|termin|das|es|ihnen|dir)\b.*\?|\b(?:work|suit)\b.{0,30}\?",
    re.IGNORECASE,
)
# “Mittwoch und Donnerstag, jeweils ab 8 Uhr”: one time on each day.
_EACH = re.compile(
    r"\b(?:jeweils|each|both|either day|beide)(?: (?:at|um|ab|von|zwischen|from|between|starting(?: at)?"
    r"|day(?: at)?|time))? *$",
    re.IGNORECASE,
)
# “9am either day?”
_EITHER = re.compile(
    r"[^.;?]{0,12}\b(?:either|each|both) days?\b|[^.;?]{0,6}\ban beiden tagen\b", re.IGNORECASE
)
_INSTEAD_OF = re.compile(
    r"\b(?:instead of|rather than|in place of|statt|anstatt)(?: am| the| on)? *$", re.IGNORECASE
)
# “At 11 but a pipe went this evening”: the day is another matter's.
_TURNS = re.compile(r"\b(?:but|because|since|aber|weil|da|doch)\b", re.IGNORECASE)
_LIMIT_TIME = re.compile(
    r"\b(?:by|before|until|till|no later than|bis|after|any time from|nach|vor)(?: (?:around|about|approximately"
    r"|roughly|ca\.?|circa|etwa|gegen|spätestens))?\s*$",
    re.IGNORECASE,
)
# “9.15 Observed lesson”: a line of how a day goes.
_IN_LIST = re.compile(r"^\W*(?:um |at |ab )?\d{1,2}(?:[:.]\d\d| ?(?:uhr|[ap]m)\b)", re.IGNORECASE)
SPEAKS = ("invitation", "cancellation")


def _each(read: Read, clock: Clock) -> tuple[Clock, ...]:
    """The time; both where “and” joins two of a choice: “9 a.m. and 1 p.m.”."""
    if clock.window or not clock.end or not _AND.search(clock.span.of(read.text)):
        return (clock,)
    return replace(clock, end=None), replace(clock, start=clock.end, end=None)


class Pairs:
    """Finds them; `today` is the mail's day."""

    def __init__(self, reads: Sequence[Read], today: date) -> None:
        self.reads, self.today = reads, today

    # ---- which sentences

    def _speaks(self, at: int) -> bool:
        """Whether the sentence is about an appointment, itself or as a line of a list below one."""
        read = self.reads[at]
        if any(self._asks_of(at, said) for said in read.days):
            return True
        if read.is_(*SPEAKS, over=-0.4) and (read.times or read.is_(*SPEAKS)):
            return not (
                read.is_("rejection", "out_of_office", over=1.0) and not read.is_(*SPEAKS, over=1.0)
            )
        bare = len(read.text) < _LINE and bool(read.times or read.days)
        close = self.reads[max(0, at - 8) : at]
        if (
            read.times and read.days
        ):  # “Friday 11 December, 2.30pm, with Marcus. We'll meet on Teams.”
            close = [*close, *self.reads[at + 1 : at + 3]]
        return (
            bool(read.times or bare)
            and any(each.is_(*SPEAKS) for each in close)
            and not read.is_("promise", "out_of_office", "on_hold", over=0.0)
        )

    def _asks_of(self, at: int, said: Said) -> bool:
        """Whether it is asked whether a day suits, in that sentence or the next two."""
        read = self.reads[at]
        return (
            bool(_EYES.search(read.before(said)))
            and any(each.is_("invitation") for each in self.reads)
            and any(_SUITS.search(each.text) for each in self.reads[at : at + 3])
        )

    # ---- days and times together

    def of(self, at: int) -> Iterator[Pair]:
        """The pairs of a sentence that is about an appointment, by its place."""
        if not self._speaks(at):
            return
        read = self.reads[at]
        days = [said for said in read.days if self._may(at, said)]
        used: set[int] = set()
        for clock in read.times:
            if self._is_limit_time(read, clock) or is_routine(read, clock.span.start):
                continue
            said = self._day_of(read, clock, days)
            if not days and at and _EITHER.match(read.text, clock.span.end):
                yield from (
                    (one, clock) for one in self.reads[at - 1].days if self._may(at - 1, one)
                )
                continue
            if _EACH.search(read.before(clock)):
                used |= {one.span.start for one in days}
                yield from ((one, clock) for one in days)
                continue
            if said:
                used.add(said.span.start)
            else:
                said = (
                    self._carried(at)
                    if not any(
                        one.last != self.today and ahead(one, self.today) for one in read.days
                    )
                    else None
                )
            if said:
                yield from ((said, one) for one in _each(read, clock))
        for said in days:
            if (
                said.span.start not in used
                and said.is_day
                and said.last != self.today
                and (read.is_(*SPEAKS) or self._asks_of(at, said))
                and (not self._has_time_elsewhere(at) or _INSTEAD_OF.search(read.before(said)))
                and not is_news(read, said)
            ):
                yield said, None

    def _may(self, at: int, said: Said) -> bool:
        read = self.reads[at]
        if said.last is None or said.last < self.today or read.is_limit(said):
            return False
        if is_aside(read, said):
            return False
        if self._asks_of(at, said):
            return True
        speaks = max(read.near(said, label) for label in SPEAKS)
        return bool(read.times) or speaks > max(read.near(said, "promise"), -0.5)

    def _is_limit_time(self, read: Read, clock: Clock) -> bool:
        """Whether nothing begins at a time, but only before or after it."""
        return bool(_LIMIT_TIME.search(read.before(clock)))

    def _day_of(self, read: Read, clock: Clock, days: Sequence[Said]) -> Said | None:
        """The day that a time belongs to: right after it, else the last before it, else the first after."""
        after = next((one for one in days if one.span.start >= clock.span.end), None)
        earlier = [one for one in days if one.span.start < clock.span.start]
        if earlier and _RIGHT_AFTER.fullmatch(read.text[earlier[-1].span.end : clock.span.start]):
            return earlier[-1]
        if after and _FOLLOWING.fullmatch(read.text[clock.span.end : after.span.start]):
            return after
        if earlier and clock.span.start - earlier[-1].span.end < _NEAR:
            return earlier[-1]
        between = read.text[clock.span.end : after.span.start] if after else ""
        return after if after and len(between) < _NEAR and not _TURNS.search(between) else None

    def _carried(self, at: int) -> Said | None:
        """The day named in a line just above, or above the list in which it stands."""
        head = head_of([read.text for read in self.reads], at, _IN_LIST)
        for read in reversed(self.reads[max(0, head - 3) : at]):
            days = [
                one
                for one in read.days
                if one.last
                and one.last >= self.today
                and one.is_day
                and not read.is_limit(one)
                and not _INSTEAD_OF.search(read.before(one))
                and not is_left_out(read, one)
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
