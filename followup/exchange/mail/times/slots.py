"""The times that a mail proposes, fixes or calls off: days and times of day put together."""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from followup.exchange.mail.reading import Read
from followup.exchange.mail.times.agenda import is_translation, without_steps
from followup.exchange.mail.times.labels import BUT, INSTEAD, NEW_LABEL, headed, labelled
from followup.exchange.mail.times.pairs import Pairs, is_denied
from followup.exchange.mail.times.proposed import FIXED, with_proposals
from followup.exchange.mail.times.same import at_same_time, is_same
from followup.exchange.mail.times.slot import Found, Slot
from followup.model.fact import zone_names
from followup.prose.when import Said
from followup.prose.when.clock import Said as Clock
from followup.prose.when.zones import Zone, zone_in

_FROM = re.compile(
    r"\b(?:from|instead of|rather than|in place of|not|cancel\w*|(?:planned|scheduled|booked) for|originally"
    r"|was|no longer|can(?:no|')t (?:make|do|keep|hold)|cannot)\b[^,;]{0,40}$",
    re.IGNORECASE,
)
# What was arranged, whatever else the sentence says; in German it stands behind the time.
_HAD = re.compile(
    r"\b(?:we|you|i) had\b.{0,60}\b(?:scheduled|planned|booked|arranged|set)\b[^,;.]{0,30}$"
    r"|\boriginally (?:scheduled|planned|booked)\b[^,;.]{0,30}$",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"\b(?:reschedul\w+|propos\w+|offer\w*|suggest\w*)\b(?:(?!booked|planned|scheduled|set)[^,;.]){0,40}"
    r"\b(?:for|to|on)(?: the)? *$"
    r"|\bauf(?: den| einen)? *$"
    r"|(?<!not )(?<!n't )\b(?:making|make) it(?: for| on| to)?(?: the)? *$"
    r"|\bnow (?:start|begin|take place|be held|be|run)s?(?: on| at| from| in)?(?: the)? *$"
    r"|\b(?:beginnt|findet|startet|ist) (?:nun|jetzt|nunmehr)(?: (?:am|um|ab))?(?: den)? *$"
    r"|\bit(?:'s| is| will be) now(?: on| at| for)?(?: the)? *$",
    re.IGNORECASE,
)
_NOT_AT = re.compile(
    r"\b(?:instead of|rather than|in place of|statt)(?: at| um)? *$", re.IGNORECASE
)
_HAD_BEHIND = re.compile(
    r"[^,;.]{0,16}\b(?:geplante|vereinbarte|angesetzte|vorgesehene)[nrs]?\b", re.IGNORECASE
)
_TURNS = re.compile(
    r"\b(from|to|instead of|rather than|in place of|vom|von|auf|zum)\b(?= (?:(?:den |dem )|the |this "
    r"|next )?(?:[a-z]{0,4}day|mon"
    r"|tue|wed|thu|fri|tomorrow|\d|(?-i:[A-Z]))| *$)",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"\b(?:mov(?:e[ds]?|ing)|shift\w*|resched\w+|postpon\w+|chang\w+|(?:brought|bring) (?:[\w']+ "
    r"){0,3}forward|push\w*|delay\w*|instead of|rather than|in place of"
    r"|preponed|verleg\w*|verschieb\w*|verschoben|vorzieh\w*|vorgezogen|(?:um)?(?:zu)?legen|vorverlegt|schieb\w*)\b",
    re.IGNORECASE,
)
_CALLS_OFF = re.compile(
    r"\b(?:move|cancel|reschedule|postpone|shift|bring|push|pull|swap)\b.{0,30}$", re.IGNORECASE
)
_NOW = re.compile(
    r"\b(?:it|we|you|they|is|will|would|could|can|let|the interview|the call|please|takes?|meet)\b",
    re.IGNORECASE,
)
_NEW_TIME = re.compile(r"\b(?:new|moved to|rescheduled (?:to|for)|neue[rns]?)\b", re.IGNORECASE)
_TO = ("to", "auf", "zum")
_CLEARLY, _LISTED = 1.5, 5  # lines of a list


class Slots:
    """Finds them; `today` is the mail's day, `usual` the zone that counts where none is named, sure or not.

    `text` may name a zone for all, `elsewhere` (subject, quoted mail) the time of a day that is called off;
    `sent` is the writer's offset.
    """

    def __init__(
        self,
        reads: Sequence[Read],
        today: date,
        usual: Zone,
        *,
        text: str,
        elsewhere: Sequence[Read],
        sent: timedelta | None,
    ) -> None:
        self.reads, self.today, self.elsewhere = reads, today, elsewhere
        self.usual, self.sent = usual, sent
        self.named = zone_in(text)

    def find(self) -> Found:
        """All of them, each once."""
        taken: list[Slot] = []
        off: list[Slot] = []
        pairs = Pairs(self.reads, self.today)
        for at, read in enumerate(self.reads):
            for said, clock in pairs.of(at):
                if is_translation(read, clock):
                    continue
                slot = self._slot(read, said, clock)
                told = headed(self.reads, at)
                is_off = (
                    self._is_off(read, said, clock) or self._listed_off(at)
                    if told is None
                    else told
                )
                (off if is_off else taken).append(slot)
        off = [self._timed(one) for one in off]
        taken = [one for one in _once(taken) if not any(_same(one, other) for other in off)]
        taken = without_steps([at_same_time(one, off) for one in taken])
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

    def _slot(self, read: Read, said: Said | None, clock: Clock | None) -> Slot:
        day = said.last if said else None
        sure = bool(said and said.sure)
        if not clock or not day or clock.window or not (said and said.is_day):
            on = day if said and said.is_day else None
            return Slot(None, on, None, None, proposed=True, sure=sure, read=read)
        zone = clock.zone or self.named or self.usual
        wall = datetime.combine(day, clock.start)
        end = datetime.combine(day, clock.end) if clock.end else None
        if end and end <= wall:
            end += timedelta(days=1)
        return Slot(
            zone.moment(wall),
            None,
            zone.moment(end) if end else None,
            zone.name if zone.name in zone_names() else None,
            proposed=True,
            sure=sure and clock.sure and zone.sure_at(wall, self.sent),
            read=read,
            place=clock.span.start,
        )

    def _is_off(self, read: Read, said: Said | None, clock: Clock | None) -> bool:
        """Whether the sentence calls that time off: of “from Tuesday to Thursday” the first."""
        where = said if said and said in read.days else clock
        if (
            clock
            and clock in read.times
            and (_NOT_AT.search(read.before(clock)) or _shared(read, said))
        ):
            where = clock  # “tomorrow's 2pm forward to 1pm”
        if (
            clock
            and said
            and clock.span.end < said.span.start
            and INSTEAD.search(read.text, clock.span.end, said.span.start)
        ):
            where = clock  # “9:30 instead of 11:00 on Wednesday”
        if where is None:
            return False
        if said and said in read.days and is_denied(read, said):
            return True
        if BUT.search(read.text[: where.span.start]):
            return False
        told = labelled(read, where.span.start)
        return self._called_off(read, said, clock, where) if told is None else told

    def _called_off(
        self, read: Read, said: Said | None, clock: Clock | None, where: Said | Clock
    ) -> bool:
        """Whether the words around a day or a time call it off."""
        before = read.text[: where.span.start]
        ends = [
            each.span.end for each in (said, clock) if each in (*read.days, *read.times) and each
        ]
        last = max(ends, default=where.span.end)
        if any(each.search(before) for each in (_HAD, _NOT_AT)) or _HAD_BEHIND.match(
            read.text[last:]
        ):
            return True
        if read.is_bare or not read.is_("cancellation", over=-0.3):
            return False
        turns = list(_TURNS.finditer(before))
        if turns and _MOVES.search(read.text):
            return not _is_new(read, turns[-1], where.span.start)
        if _NEW.search(before):
            return False
        if _FROM.search(before):
            return True
        clause = read.clause(where.span.start)
        fixed = FIXED.search(clause) and not re.search(r"cancel", clause, re.IGNORECASE)
        if fixed or "?" in clause or re.search(r"\binstead\b", clause, re.IGNORECASE):
            return bool(_CALLS_OFF.search(before))
        least = _CLEARLY if len(read.times) > 1 and not _MOVES.search(read.text) else 0.0
        off = read.scores["cancellation"] > max(read.scores["invitation"], least)
        return off and not re.search(r"\b(?:new|revised)\b", clause, re.IGNORECASE)

    def _listed_off(self, at: int) -> bool:
        """Whether the line stands below “the following interview has been cancelled:”."""
        above = [read for read in self.reads[max(0, at - _LISTED) : at] if read.text.endswith(":")]
        line = self.reads[at].text
        if not above or line.endswith((".", "?", "!")) or NEW_LABEL.match(line):
            return False
        return above[-1].is_("cancellation", over=1.0) and not _NEW_TIME.search(above[-1].text)


def _shared(read: Read, said: Said | None) -> bool:
    """Whether one day, and no other, stands before or behind several times."""
    if not said or read.days != (said,):
        return False
    after = [one for one in read.times if one.span.start >= said.span.end]
    return len(after) > 1 or len(read.times) - len(after) > 1


def _is_new(read: Read, turn: re.Match[str], at: int) -> bool:
    """Whether what stands at a place is the new time: “to Tuesday”, “instead of Monday it is now on Tuesday”."""
    if turn[1].lower() in (*_TO, "from", "vom", "von"):
        return turn[1].lower() in _TO
    named = any(turn.end() <= one.span.start < at for one in read.days)
    return named and bool(_NOW.search(read.text, turn.end(), at))


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
