"""The steps of one interview, and one time in two zones: no interviews of their own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from followup.exchange.mail.reading import Read
from followup.exchange.mail.times.slot import Slot
from followup.prose.when.clock import Said as Clock
from followup.prose.when.zones import Zone

# “3:45 PM  Yewande Cole, Customer Success”: a time and who or what comes then.
_STEP = re.compile(
    r"^\W*(?:at |um |ab )?\d{1,2}(?:[:.h]\d\d)?(?: ?[ap]\.?m\b\.?)?(?: ?uhr\b)?"
    r"(?: ?(?:-|\u2013|to|bis|until) ?\d{1,2}(?:[:.h]\d\d)?(?: ?[ap]\.?m\b\.?)?(?: ?uhr\b)?)?"
    r"(?: ?\(?[A-Z]{2,4}T?\)?(?=\W))?[\s:|.,\u2013-]+(?!or\b|oder\b|and\b|und\b|on\b|am\b)[^\W\d_]{3}",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"\b(?:then|followed by|after(?:wards| that| which)|before (?:meeting|you|a|we|lunch)|finish\w*|end(?:s|ing)?"
    r"|wrap\w*|lunch|danach|anschließend|dann|im anschluss|zum abschluss|abschließend|ende|gefolgt von)\b",
    re.IGNORECASE,
)
# “4.30am start, finish at 10”.
_ENDS = re.compile(
    r"\b(?:finish\w*|end(?:s|ing)?(?: time)?|ende|schluss|fertig|wrap\w* up|over|done|vorbei)"
    r"(?: (?:is|ist|at|by|um|gegen|around|about|so|etwa|circa|ca\.?))* *$",
    re.IGNORECASE,
)
_ENDS_BEHIND = re.compile(
    r"[^.;?]{0,50}\b(?:schluss|ende|vorbei|feierabend)\b", re.IGNORECASE
)  # “um 12 Uhr ist Schluss”
# When one is to be there: “please arrive at 1.45 pm”, “Einlass ab 8:45”.
_ARRIVES = re.compile(
    r"\b(?:arriv\w+|be (?:here|there|at reception|in reception)|report(?! on\b)|check(?:ing)?[- ]?in"
    r"|registration|sign in|doors|reception (?:is open|opens)|join|dial in|einlass|treffpunkt|ankunft|seien sie|sei"
    r"|finden sie sich|da sein)\b[^.;?]{0,40}$",
    re.IGNORECASE,
)
# “Ab 10 Uhr können Sie sich einspielen”, “you can come in from 10.30”.
_FROM = re.compile(r"\b(?:ab|from)(?: ca\.?| etwa| about| around)? *$", re.IGNORECASE)
_MAY = re.compile(r"\b(?:können sie|kannst du|you (?:can|may|are welcome to))\b", re.IGNORECASE)
_EARLIER = timedelta(hours=2)
# Of several times whichever one likes.
_ANY = (
    r"\b(?:which|what)ever\b|\byour (?:choice|pick|call)\b|\bas you (?:like|prefer|wish)\b|\b(?:it's |is )?up to you\b"
    r"|\b(?:ganz |je nachdem,? )?(?:wie|was|wann) es (?:ihnen|dir)\b|\b(?:ihre|deine|freie|nach) wahl\b"
)
_CHOICE = re.compile(
    r"\b(?:or|oder|either|alternatively|wahlweise|option\w*|which|welche[rs]?|between|zwischen"
    r"|also|auch|jeweils|choose|pick|prefer\w*|suits?)\b"
    rf"|{_ANY}",
    re.IGNORECASE,
)
# What one does at a time of such a day: of two such things that are named, neither is a choice.
_DOES = re.compile(
    r"\b(?:tour|lesson|class|talk|presentation|test|task|interview|panel|lunch|coffee|tea|exercise|group|discussion"
    r"|meet(?=ing)?|chat|q&a|observation|teach|welcome|introduction|shadow|trial|practical|assessment|demo|walk|round"
    r"|rundgang|führung|vortrag|präsentation|mittagessen|kaffee|begrüßung|hospitation|übung|besichtigung|schicht"
    r"|unterricht|sprechen|zeigen|halten|treffen|vorstellung|vorsingen|vorspiel|audition|\w*(?:probe|gespräch|stunde))",
    re.IGNORECASE,
)
# Who says how a day goes: “You'll meet Ann at 9, Bob at 10”, “Ablauf: …”.
_COURSE = re.compile(
    r"\byou(?:'ll| will)\b|\b(?:sie|du) (?:werden|wirst|treffen|triffst|lernen|lernst)\b"
    r"|\b(?:ablauf|programme?|schedule|agenda|running order|the (?:day|morning|afternoon) (?:will be|is|goes|runs))\b",
    re.IGNORECASE,
)
_PICKS = re.compile(
    r"\b(?:pick|choose|select|take) (?:a|one|your|any|from|between)\b|\bone of (?:these|those|the following)\b"
    r"|\bwhich (?:one|of (?:these|those|them)|time|slot|day|suits|works|would (?:you|suit|work))\b"
    rf"|{_ANY}"
    r"|\bwelche[rsn]? (?:termin|zeit|uhrzeit|passt|davon|dieser|der)\b|\beine[nr]? (?:dieser|der folgenden)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?!(?:and|und|dann|then|uhr)\b)\b[^\W\d_]{3}", re.IGNORECASE)
_TRANSLATES = re.compile(
    r"\s*(?:[(/=]|bzw\.|that's|which is|i\.e\.|also)\s*(?:i\.e\.|that is|=)?\s*", re.IGNORECASE
)


def translated(read: Read, clock: Clock | None, day: date, usual: Zone) -> Clock | None:
    """The time before it that a time says again in another zone: “11:30 AM ET (5:30 PM Berlin)”; None: it is its own.

    Where the first names no zone (“17:30 (16:30 London time)”) it is on the `usual` clock, and both are one moment.
    """
    earlier = [one for one in read.times if clock and one.span.end <= clock.span.start]
    if not clock or not earlier:
        return None
    last = earlier[-1]
    if not _TRANSLATES.fullmatch(read.text[last.span.end : clock.span.start]):
        return None
    if last.zone:
        return last
    here = usual.moment(datetime.combine(day, last.start))
    again = clock.zone and clock.zone.moment(datetime.combine(day, clock.start)) == here
    return last if again else None


def without_steps(slots: Sequence[Slot], reads: Sequence[Read]) -> list[Slot]:
    """The times of a mail without those that are steps of another on the same day, and without when to be there.

    Where one is to pick a time, none is a step.
    """
    picks = any(_PICKS.search(read.text) for read in reads)
    come = [
        slot for slot in slots if not any(_is_arrival(slot, one) for one in _beside(slot, slots))
    ]
    kept = (
        come
        if picks
        else [slot for slot in come if not any(_is_step(slot, one) for one in _beside(slot, come))]
    )
    return [_alone(one, slots) for one in kept]


def _beside(slot: Slot, slots: Sequence[Slot]) -> list[Slot]:
    """The other times of its day."""
    timed = [one for one in slots if one is not slot and one.starts_at]
    return [one for one in timed if slot.starts_at and one.day == slot.day]


def _is_end(slot: Slot) -> bool:
    """Whether a time is when it is over."""
    text, at = slot.read.text, slot.place
    return bool(_ENDS.search(text[:at]) or _ENDS_BEHIND.match(text, at))


def _is_arrival(slot: Slot, other: Slot) -> bool:
    """Whether a time is when to be there for another one, or when that is over."""
    before = slot.read.text[: slot.place]
    if _is_end(slot):
        return slot.read is not other.read or other.place < slot.place
    opens = _FROM.search(before) and _MAY.search(slot.read.clause(slot.place))
    if not slot.starts_at or not other.starts_at or not (opens or _ARRIVES.search(before)):
        return False
    return timedelta(0) < other.starts_at - slot.starts_at <= _EARLIER


def _is_step(slot: Slot, other: Slot) -> bool:
    """Whether a time lies in the course of another one's day."""
    one, two = slot.starts_at, other.starts_at
    if not one or not two or one < two or (one == two and slot.ends_at == other.ends_at):
        return False
    if (
        other.ends_at
        and one < other.ends_at
        and (not slot.ends_at or slot.ends_at <= other.ends_at)
    ):
        return True
    if one == two:
        return False
    if slot.read is other.read:
        between = slot.read.text[other.place : slot.place]
        then = _THEN.search(between) and not _CHOICE.search(between)
        return bool(then) or _is_course(slot.read)
    if _STEP.match(slot.read.text):
        return not _CHOICE.search(slot.read.text) and (
            bool(_STEP.match(other.read.text)) or not other.read.text.rstrip().endswith("?")
        )
    return bool(_THEN.search(slot.read.text[: slot.place])) and not _CHOICE.search(slot.read.text)


def _is_course(read: Read) -> bool:
    """Whether a sentence goes through a day: “tour at 9, lesson at 10”; none that leaves the choice."""
    if "?" in read.text or _CHOICE.search(read.text):
        return False
    spans = sorted((one.span for one in read.times), key=lambda span: span.start)
    gaps = [read.text[one.end : two.start] for one, two in pairwise(spans)]
    if _COURSE.search(read.text):
        return all(_WORD.search(gap) for gap in gaps)
    things = {found.group().lower() for found in _DOES.finditer(read.text)}
    return len(things) > 1 and all(_DOES.search(gap) for gap in gaps)


def _alone(slot: Slot, slots: Sequence[Slot]) -> Slot:
    """A time with the end of what begins with it: its first step's, or what is called the end of that day."""
    ends = [one.ends_at for one in slots if one.starts_at == slot.starts_at and one.ends_at]
    ends = ends or [
        one.starts_at
        for one in slots
        if one.day == slot.day
        and one.starts_at
        and slot.starts_at
        and one.starts_at > slot.starts_at
        and one.sure
        and _is_end(one)
    ]
    return replace(slot, ends_at=max(ends)) if ends and slot.starts_at else slot
