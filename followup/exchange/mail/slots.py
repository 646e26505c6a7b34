"""The times that a mail proposes, fixes or calls off: days and times of day put together."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from followup.exchange.mail.pairs import Pairs
from followup.exchange.mail.reading import Read
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
    r"\b(from|to|instead of|rather than|in place of)\b(?= (?:the |this |next )?(?:[a-z]{0,4}day|mon"
    r"|tue|wed|thu|fri|tomorrow|\d|(?-i:[A-Z]))| *$)",
    re.IGNORECASE,
)
_MOVES = re.compile(
    r"\b(?:mov(?:e[ds]?|ing)|shift\w*|resched\w+|postpon\w+|chang\w+|(?:brought|bring) (?:[\w']+ "
    r"){0,3}forward|push\w*|delay\w*|instead of|rather than|in place of)\b",
    re.IGNORECASE,
)
_CALLS_OFF = re.compile(
    r"\b(?:move|cancel|reschedule|postpone|shift|bring|push|pull|swap)\b.{0,30}$", re.IGNORECASE
)
_OPEN = re.compile(
    r"\?|\b(?:would|could|can you|suit|propose|suggest|how about|options?|possible times|either"
    r"|whether|if (?:that|this|it|you)|let (?:me|us) know|which (?:of|one|time|would)|available"
    r"|please (?:choose|pick|select|confirm)|work(?:s)? (?:for you|on your end)|alternatively"
    r"|offer(?: you)? the following|wenn .{0,20}passt|passt (?:ihnen|dir)|vorschlagen)\b",
    re.IGNORECASE,
)
_FIXED = re.compile(
    r"\b(?:confirmed|confirm (?:your|our|the|that)|is (?:set|scheduled|booked|fixed|confirmed)|(?:has"
    r"|have) (?:been )?(?:booked|scheduled|arranged|set up|reserved|moved|rescheduled)|scheduled for"
    r"|(?<!to )see you|(?<!not )(?<!n't )takes? place|will (?:take place|be held|call|ring)"
    r"|reminder|looking forward|as agreed|(?:we're|we are|i'm|i am) making it|it(?:'s| is) now"
    r"|(?<!n't )(?<!not )works? for (?:us|me)|that works|suits (?:us|me)|the new (?:time|date))\b",
    re.IGNORECASE,
)
_CONFIRM = re.compile(
    r"\b(?:(?:please|kindly) (?:confirm|let)|bitte (?:bestätigen|geben)"
    r"|let (?:me|us) know (?:if|whether|which)|(?:does|do|would"
    r"|will|is|are) (?:that|this|these|either|any|it|the) .{0,30}(?:work|suit|convenient|ok|okay|fit"
    r"|fine)|if (?:that|this|it) (?:works|suits|is convenient)|suits? you"
    r"|passt (?:ihnen|dir|das))\b",
    re.IGNORECASE,
)


_NOW = re.compile(
    r"\b(?:it|we|you|they|is|will|would|could|can|let|the interview|the call|please|takes?|meet)\b",
    re.IGNORECASE,
)
_NEW_TIME = re.compile(r"\b(?:new|moved to|rescheduled (?:to|for)|neue[rns]?)\b", re.IGNORECASE)
_SET = re.compile(
    r"\b(?:all set|(?:is|are) (?:now )?(?:confirmed|booked|scheduled)|your (?:schedule|timetable|agenda))\b",
    re.IGNORECASE,
)
_CLEARLY, _LISTED = 1.5, 5  # lines of a list


@dataclass(frozen=True, slots=True)
class Slot:
    """A time for an interview: `starts_at` aware, or `on` a day; `sure` where the text leaves no doubt."""

    starts_at: datetime | None
    on: date | None
    ends_at: datetime | None
    time_zone: str | None
    proposed: bool
    sure: bool
    read: Read


@dataclass(frozen=True, slots=True)
class Found:
    """The times that are proposed or fixed, and those that are called off."""

    taken: tuple[Slot, ...]
    off: tuple[Slot, ...]


class Slots:
    """Finds them; `today` is the mail's day, `usual` the zone that counts where none is named, sure or not."""

    def __init__(self, reads: Sequence[Read], today: date, usual: Zone, text: str) -> None:
        self.reads, self.today = reads, today
        self.usual = usual
        self.named = zone_in(text)

    def find(self) -> Found:
        """All of them, each once."""
        taken: list[Slot] = []
        off: list[Slot] = []
        pairs = Pairs(self.reads, self.today)
        for at, read in enumerate(self.reads):
            for said, clock in pairs.of(at):
                slot = self._slot(read, said, clock)
                is_off = self._is_off(read, said, clock) or self._listed_off(at)
                (off if is_off else taken).append(slot)
        taken = [one for one in _once(taken) if not any(_same(one, other) for other in off)]
        return Found(tuple(self._proposed(taken)), tuple(_once(off)))

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
            sure=sure and clock.sure and zone.sure_at(wall),
            read=read,
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
        if where is None:
            return False
        before = read.text[: where.span.start]
        ends = [
            each.span.end for each in (said, clock) if each in (*read.days, *read.times) and each
        ]
        last = max(ends, default=where.span.end)
        if any(each.search(before) for each in (_HAD, _NOT_AT)) or _HAD_BEHIND.match(
            read.text[last:]
        ):
            return True
        if not read.is_("cancellation", over=-0.3):
            return False
        turns = list(_TURNS.finditer(before))
        if turns and _MOVES.search(read.text):
            return not _is_new(read, turns[-1], where.span.start)
        if _NEW.search(before):
            return False
        if _FROM.search(before):
            return True
        clause = read.clause(where.span.start)
        fixed = _FIXED.search(clause) and not re.search(r"cancel", clause, re.IGNORECASE)
        if fixed or "?" in clause or re.search(r"\binstead\b", clause, re.IGNORECASE):
            return bool(_CALLS_OFF.search(before))
        least = _CLEARLY if len(read.times) > 1 and not _MOVES.search(read.text) else 0.0
        off = read.scores["cancellation"] > max(read.scores["invitation"], least)
        return off and not re.search(r"\b(?:new|revised)\b", clause, re.IGNORECASE)

    def _listed_off(self, at: int) -> bool:
        """Whether the line stands below “the following interview has been cancelled:”."""
        above = [read for read in self.reads[max(0, at - _LISTED) : at] if read.text.endswith(":")]
        if not above or self.reads[at].text.endswith((".", "?", "!")):
            return False
        return above[-1].is_("cancellation", over=1.0) and not _NEW_TIME.search(above[-1].text)

    def _proposed(self, slots: Sequence[Slot]) -> Iterator[Slot]:
        """Whether each is a proposal: one of several, in a question, or to be confirmed first."""
        asked = any(_CONFIRM.search(each.text) for each in self.reads)
        settled = not asked and any(_SET.search(each.text) for each in self.reads)
        for slot in slots:
            text = slot.read.text
            open_ = bool(_OPEN.search(text)) and not _FIXED.search(text)
            proposed = (
                (len(slots) > 1 and not settled)
                or open_
                or (asked and not _FIXED.search(text))
                or (slot.starts_at is None and not _FIXED.search(text))
            )
            yield replace(slot, proposed=proposed)


def _shared(read: Read, said: Said | None) -> bool:
    """Whether one day stands before several times, and no other."""
    if not said or read.days != (said,):
        return False
    return len([one for one in read.times if one.span.start >= said.span.end]) > 1


def _is_new(read: Read, turn: re.Match[str], at: int) -> bool:
    """Whether what stands at a place is the new time: “to Tuesday”, “instead of Monday it is now on Tuesday”."""
    if turn[1].lower() in ("to", "from"):
        return turn[1].lower() == "to"
    named = any(turn.end() <= one.span.start < at for one in read.days)
    return named and bool(_NOW.search(read.text, turn.end(), at))


def _same(one: Slot, other: Slot) -> bool:
    if one.starts_at and other.starts_at:
        return one.starts_at == other.starts_at
    return _day(one) == _day(other) and not (one.starts_at and other.on is None)


def _day(slot: Slot) -> date | None:
    return slot.starts_at.date() if slot.starts_at else slot.on


def _once(slots: Sequence[Slot]) -> list[Slot]:
    """Each once; a day alone goes where a time of that day is named."""
    timed = {_day(one) for one in slots if one.starts_at}
    kept: list[Slot] = []
    for one in slots:
        if one.starts_at is None and (one.on in timed or one.on is None):
            continue
        if not any(one.starts_at == other.starts_at and one.on == other.on for other in kept):
            kept.append(one)
    return kept
