"""The times that a mail proposes, fixes or calls off: days and times of day put together."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from followup.exchange.mail.parts.lists import head_of
from followup.exchange.mail.reading import Read
from followup.exchange.mail.times.agenda import translated, without_steps
from followup.exchange.mail.times.called_off import Off, moves_within
from followup.exchange.mail.times.labels import headed
from followup.exchange.mail.times.length import length_near
from followup.exchange.mail.times.pairs import Pairs
from followup.exchange.mail.times.proposed import with_proposals
from followup.exchange.mail.times.same import at_same_time, is_same
from followup.exchange.mail.times.slot import Found, Slot
from followup.model.fact import zone_names
from followup.prose.when import Said
from followup.prose.when.clock import Said as Clock
from followup.prose.when.zones import Zone

# Where one begins before the day does: “come at 5, in the bakery”; and where one may.
_AT_NIGHT = r"bak(?:e|er|ery|ehouse|ing)|dough|back(?:stube|haus)|bäcker\w*|konditor\w*|milking|melk\w*|fish\w*"
_EARLY = re.compile(
    rf"\b(?:{_AT_NIGHT}|shifts?|trial|\w*schicht|market|depot|mill|early|früh\w*|probe\w*|schnupper\w*|farm|stall\w*|ship"
    r"|boat)\b",
    re.IGNORECASE,
)
_NIGHT = re.compile(rf"\b(?:{_AT_NIGHT})\b", re.IGNORECASE)
_MORNING, _AFTERNOON, _EVENING, _NOON = time(8), time(17, 59), time(19), 12
_FIRMLY = 2.0  # how plainly a sentence invites
_WEEK = timedelta(days=7)
_NIGHTLY = range(15, 20)  # from 3 to 7 in the morning, where the night is meant


class Slots:
    """Finds them; `today` is the mail's day, `usual` the zone that counts where none is named, sure or not.

    `named` is the one that the text names for all, `elsewhere` (subject, quoted mail) has the time of a day that is
    called off; `at` is when it was sent, on the writer's clock.
    """

    def __init__(
        self,
        reads: Sequence[Read],
        today: date,
        usual: Zone,
        *,
        named: Zone | None,
        elsewhere: Sequence[Read],
        at: datetime | None,
    ) -> None:
        self.reads, self.today, self.elsewhere = reads, today, elsewhere
        self.usual, self.at, self.sent = usual, at, at.utcoffset() if at else None
        self.named, self.off = named, Off(reads)

    def find(self) -> Found:
        """All of them, each once."""
        taken: list[Slot] = []
        off: list[Slot] = []
        pairs = Pairs(self.reads, self.today)
        for at, read in enumerate(self.reads):
            for said, clock in pairs.of(at):
                if self._translated(read, clock, said):
                    continue
                if clock and moves_within(read, clock):  # “push it from 2pm to 2.30”
                    off.append(self._slot(read, said, replace(clock, end=None)))
                    new = replace(clock, start=clock.end or clock.start, end=None)
                    taken.append(self._slot(read, said, new))
                    continue
                slot = self._slot(read, said, clock)
                told = headed(self.reads, at)
                is_off = self.off.at(at, said, clock) if told is None else told
                (off if is_off else taken).append(slot)
        off = [self._timed(one) for one in off]
        taken = [one for one in _once(taken) if not any(_same(one, other) for other in off)]
        taken = _offered(taken, self.reads)
        taken = without_steps([at_same_time(one, off) for one in taken], self.reads)
        taken = [self._lasting(one) for one in taken]
        return Found(tuple(with_proposals(taken, self.reads)), tuple(_once(off)))

    def _timed(self, slot: Slot) -> Slot:
        """A day that is called off with the time that the subject, or the mail that it answers, names for it."""
        if slot.starts_at and slot.sure:
            return slot
        for read in self.elsewhere:
            said = next((one for one in read.days if one.sure and one.last == slot.day), None)
            if said and len(read.times) == 1 and is_same(slot, read.times[0]):
                return self._slot(read, said, read.times[0])
        return slot

    def _lasting(self, slot: Slot) -> Slot:
        """A time without an end, with that of the one length that is named near it."""
        if not slot.starts_at or slot.ends_at or not (length := length_near(self.reads, slot.read)):
            return slot
        return replace(slot, ends_at=slot.starts_at + length)

    def _by_day(self, read: Read, clock: Clock) -> bool:
        """Whether “at 3” is in the afternoon: not where they begin at night, and hardly “3 Uhr”."""
        if "uhr" in clock.span.of(read.text).lower():
            return False
        late = not clock.end or clock.start < clock.end <= _EVENING
        return _MORNING <= clock.start <= _AFTERNOON and late and not self._is_of(read, _EARLY)

    def _is_of(self, read: Read, trades: re.Pattern[str]) -> bool:
        """Whether its sentence, or the one above, names one of some trades."""
        above = [one for one, below in pairwise(self.reads) if below is read]
        return any(trades.search(one.text) for one in (*above, read))

    def _translated(self, read: Read, clock: Clock | None, said: Said | None) -> Clock | None:
        """The time that one says again in another zone."""
        return translated(read, clock, (said and said.last) or self.today, self.usual)

    def _slot(self, read: Read, said: Said | None, clock: Clock | None) -> Slot:
        day = said.last if said else None
        sure = bool(said and said.sure)
        if not clock or not day or clock.window or not (said and said.is_day):
            on = day if said and said.is_day else None
            return Slot(None, on, None, None, proposed=True, sure=sure, read=read)
        twice = any(self._translated(read, other, said) is clock for other in read.times)
        named = clock.zone or (None if twice else self.named)
        zone = named or self.usual
        wall = datetime.combine(day, clock.start)
        if wall.hour in _NIGHTLY and not clock.sure and self._is_of(read, _NIGHT):
            wall -= timedelta(hours=_NOON)  # asked, with what is likelier there
        if self.at and not sure and day == self.today and zone.moment(wall) <= self.at:
            day, sure = day + _WEEK, True  # “on Tuesday at 10”, on a Tuesday at noon
            wall += _WEEK
        end = datetime.combine(day, clock.end) if clock.end else None
        if end and end <= wall:
            end += timedelta(days=1)
        return Slot(
            zone.moment(wall),
            None,
            zone.moment(end) if end else None,
            zone.name if zone.name in zone_names() else None,
            proposed=True,
            sure=sure
            and (clock.sure or self._by_day(read, clock))
            and zone.sure_at(wall, self.sent),
            read=read,
            place=clock.span.start,
            zone_named=bool(named) or twice,
        )


def _offered(slots: list[Slot], reads: Sequence[Read]) -> list[Slot]:
    """Those that a list offers where one announces them (“folgende Termine: …”), without what else is on some day."""
    texts = [read.text for read in reads]
    heads = {
        id(reads[at]): head
        for at in range(len(reads))
        if (head := head_of(texts, at)) != at and reads[head].is_("invitation", over=_FIRMLY)
    }
    listed = [slot for slot in slots if slot.starts_at and id(slot.read) in heads]
    if len(listed) < 2:  # noqa: PLR2004
        return slots
    return [one for one in slots if one in listed or one.read.is_("invitation", over=_FIRMLY)]


def _same(one: Slot, other: Slot) -> bool:
    if one.starts_at and other.starts_at:
        return one.starts_at == other.starts_at
    return one.day == other.day and not (one.starts_at and other.on is None)


def _once(slots: Sequence[Slot]) -> list[Slot]:
    """Each once; a day alone goes where a time of that day is named."""
    timed = {one.day for one in slots if one.starts_at}
    kept: list[Slot] = []
    for one in slots:
        if one.starts_at is None and (one.on in timed or one.on is None):
            continue
        if not any(one.starts_at == other.starts_at and one.on == other.on for other in kept):
            kept.append(one)
    return kept
