"""Whether what a sentence names is a time that is called off, or the new one that takes its place."""

import re
from collections.abc import Sequence

from followup.exchange.mail.reading import Read
from followup.exchange.mail.times.labels import BUT, INSTEAD, NEW_LABEL, is_denied, labelled
from followup.exchange.mail.times.proposed import FIXED
from followup.prose.moved import MOVED, MOVES, VERLEGT
from followup.prose.when import Said
from followup.prose.when.clock import Said as Clock

_FROM = re.compile(
    r"\b(?:from|instead of|rather than|in place of|not|cancel\w*|(?:planned|scheduled|booked) for|originally"
    r"|was|no longer|can(?:no|')t (?:make|do|keep|hold)|cannot)\b[^,;]{0,40}$",
    re.IGNORECASE,
)
# What was arranged, whatever else the sentence says; in German it stands behind the time.
_HAD = re.compile(
    r"\b(?:we|you|i) had\b.{0,60}\b(?:scheduled|planned|booked|arranged|set)\b[^,;.]{0,30}$"
    r"|\b(?:you|we) were (?:to|due|meant|supposed|down|booked)\b[^;.]{0,60}$"
    r"|\byours was(?: to be| due)?(?: on| at)?(?: the)? *$"
    r"|\bwhich was (?:earlier |originally )?(?:scheduled|planned|booked|fixed)\b[^;.]{0,30}$"
    r"|\boriginally (?:scheduled|planned|booked)\b[^,;.]{0,30}$",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"\b(?:reschedul\w+|propos\w+|offer\w*|suggest\w*)\b(?:(?!booked|planned|scheduled|set)[^,;.]){0,40}"
    r"\b(?:for|to|on)(?: the)? *$|\bauf(?: den| einen)? *$"
    r"|(?<!not )(?<!n't )\b(?:making|make) it(?: for| on| to)?(?: the)? *$"
    r"|\bnow (?:start|begin|take place|be held|be|run)s?(?: on| at| from| in)?(?: the)? *$"
    r"|\b(?:beginnt|findet|startet|ist) (?:nun|jetzt|nunmehr)(?: (?:am|um|ab))?(?: den)? *$"
    r"|(?:\b(?:is|are|will be)|'s) now(?: on| at| for)?(?: the)? *$",
    re.IGNORECASE,
)
# “Your trial day on Tuesday: the start has been moved to 10.30”: that day's new time.
_MOVED_TO = re.compile(
    rf"\bthe (?:start|time|beginning)\b[^,;.?]{{0,20}}\b{MOVED} to *$", re.IGNORECASE
)
NOT_AT = re.compile(
    r"\b(?:instead of|rather than|in place of|statt|(?:and|,) not)(?: at| um)? *$|^\W*statt am *$",
    re.IGNORECASE,
)
_HAD_BEHIND = re.compile(
    r"[^,;.]{0,16}\b(?:geplante|vereinbarte|angesetzte|vorgesehene)[nrs]?\b", re.IGNORECASE
)
# “Freitag um 17 Uhr muss ich absagen”, “morgen um 8 klappt leider nicht”: in German it is said behind the time.
_SAID_BEHIND = re.compile(
    r"[^,;.?]{0,12}\b(?:(?:muss|müssen|möchte|wollen)\b[^,;.?]{0,40}\b(?:absagen|streichen)\b"
    r"|(?:klappt|geht|passt|schaffe)\b(?: (?:ich|es|das|mir|uns|bei|leider|jetzt|nun|doch|auch))* nicht\b"
    r"|entfällt\b|fällt\b[^,;.?]{0,20}\baus\b)",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"\b(from|to|instead of|rather than|in place of|vom|von|auf|zum)\b(?= (?:(?:den |dem )|the |this "
    r"|next )?(?:[a-z]{0,4}day|mon|tue|wed|thu|fri|tomorrow|\d|(?-i:[A-Z]))| (?:den |dem |the )?$| *$)",
    re.IGNORECASE,
)
_MOVES = re.compile(rf"\b(?:{MOVES}|instead of|rather than|in place of)\b", re.IGNORECASE)
_CALLS_OFF = re.compile(
    r"\b(?:move|cancel|reschedule|rearrange|postpone|(?<=to )shift|(?<=we )shift|please shift|bring|push|pull|swap)\b"
    r".{0,30}$",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:it|we|you|they|is|will|would|could|can|let|the interview|the call|please|takes?|meet)\b",
    re.IGNORECASE,
)
_NEW_TIME = re.compile(
    r"\b(?:new|moved to|re(?:scheduled|arranged) (?:to|for)|neue[rns]?)\b", re.IGNORECASE
)
_MOVED_FROM = re.compile(
    rf"{_MOVES.pattern}(?:(?! (?:to|auf) )[^.;?])*\b(?:from|von|vom)(?: at)? *$", re.IGNORECASE
)
# “Mittwoch, 10 Uhr, nunmehr am …”, “Wednesday at 10 is now on …”: what follows is the new time.
_NOW_ON = re.compile(
    r"[^.;]{0,16}\b(?:(?:nunmehr|jetzt|nun)(?: erst| schon| bereits)? (?:am|um|auf|ab|im)\b|(?:is|are|will) now"
    r"(?: be)? (?:on|at|in|moved to)\b|now (?:moves?|moved) to\b|(?:(?:has|have) been|stands)"
    rf" {MOVED} to\b|(?:wurde\w*|haben?|hat|ist)\b[^;?]{{0,20}}\bauf\b(?=[^;?]*\b{VERLEGT}\b))",
    re.IGNORECASE,
)
_TO = ("to", "auf", "zum")
_CLEARLY, _LISTED = 1.5, 5  # lines of a list


class Off:
    """Tells it, of the sentences of a mail."""

    def __init__(self, reads: Sequence[Read]) -> None:
        self.reads = reads

    def at(self, at: int, said: Said | None, clock: Clock | None) -> bool:
        """Whether the sentence at a place, or the line above its list, calls off the time that it names."""
        return self._is_off(self.reads[at], said, clock) or self._listed_off(at)

    def _is_off(self, read: Read, said: Said | None, clock: Clock | None) -> bool:
        """Whether the sentence calls that time off: of “from Tuesday to Thursday” the first."""
        where = said if said and said in read.days else clock
        if (
            clock
            and clock in read.times
            and (NOT_AT.search(read.before(clock)) or _shared(read, said))
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
        if clock and _MOVED_TO.search(read.text[: clock.span.start]):
            return False
        before = read.text[: where.span.start]
        ends = [
            each.span.end for each in (said, clock) if each in (*read.days, *read.times) and each
        ]
        last = max(ends, default=where.span.end)
        behind = (_HAD_BEHIND, _NOW_ON, _SAID_BEHIND)
        if any(each.search(before) for each in (_HAD, NOT_AT)) or any(
            each.match(read.text, last) for each in behind
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
        return off and not re.search(r"\b(?:new|revised|neue[rnms]?)\b", clause, re.IGNORECASE)

    def _listed_off(self, at: int) -> bool:
        """Whether the line stands below “the following interview has been cancelled:”."""
        above = [read for read in self.reads[max(0, at - _LISTED) : at] if read.text.endswith(":")]
        line = self.reads[at].text
        if not above or line.endswith((".", "?", "!")) or NEW_LABEL.match(line):
            return False
        return above[-1].is_("cancellation", over=1.0) and not _NEW_TIME.search(above[-1].text)


def _shared(read: Read, said: Said | None) -> bool:
    """Whether one day, and no other, stands before or behind several times."""
    if not said or said not in read.days:
        return False
    others = [one for one in read.days if one is not said]
    after = [one for one in read.times if one.span.start >= said.span.end]
    if len(after) > 1 and not any(one.span.start > said.span.start for one in others):
        return True
    return not others and (len(after) > 1 or len(read.times) - len(after) > 1)


def _is_new(read: Read, turn: re.Match[str], at: int) -> bool:
    """Whether what stands at a place is the new time: “to Tuesday”, “instead of Monday it is now on Tuesday”."""
    if turn[1].lower() in (*_TO, "from", "vom", "von"):
        return turn[1].lower() in _TO
    named = any(turn.end() <= one.span.start < at for one in read.days)
    return named and bool(_NOW.search(read.text, turn.end(), at))


def moves_within(read: Read, clock: Clock) -> bool:
    """Whether “from 2pm to 2.30” says how a time is moved, and not how long it takes."""
    return bool(clock.end and _MOVED_FROM.search(read.text[: clock.span.start]))
