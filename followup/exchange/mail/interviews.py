"""The interviews that a mail proposes, fixes or calls off: by the calendar within, else by its words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from followup.exchange.found import Ask
from followup.exchange.invite import Event, read_invite
from followup.exchange.mail.about.context import Context
from followup.exchange.mail.about.where import link_and_place
from followup.exchange.mail.reading import Read
from followup.exchange.mail.result import Interview, Off
from followup.exchange.mail.seen import What
from followup.exchange.mail.times.slot import Found, Slot
from followup.model.errors import FollowupError
from followup.model.fact import shown

_NONE: frozenset[What] = frozenset(
    {"out_of_office", "bounce", "noise", "left", "receipt", "rejection"}
)
# Which name times to meet; in any other a day is rather that of something else.
_MEETS: tuple[What, ...] = ("invitation", "cancellation", "offer")
_SHOWN = 80
_AROUND = (0, 1, 2, -1, 3, -2)  # sentences from that of a time


@dataclass(frozen=True, slots=True)
class Times:
    """What is proposed or fixed, what is called off, and what the user must say of it."""

    taken: tuple[Interview, ...]
    off: tuple[Off, ...]
    asks: tuple[Ask, ...]


def events_of(context: Context) -> tuple[tuple[Event, ...], tuple[Ask, ...]]:
    """The events of the calendars within a mail; one that cannot be read is asked about."""
    found: list[Event] = []
    asks: list[Ask] = []
    for data in context.parts.calendars:
        try:
            found += read_invite(data, context.reader).events
        except FollowupError as error:
            asks.append(Ask("interviews", None, f"The invitation within cannot be read: {error}"))
    return tuple(found), tuple(asks)


def times_of(
    context: Context,
    reads: Sequence[Read],
    slots: Found,
    events: Sequence[Event],
    what: What,
    rival: What | None,
) -> Times:
    """The interviews of a mail of that kind, or of its rival, whose sentences are `reads`."""
    taken = [one for one in events if one.method not in ("CANCEL", "REPLY")]
    off = [one for one in events if one.method == "CANCEL"]
    asks = [replace(ask, field="interviews") for event in events for ask in event.asks]
    words_off: Sequence[Slot] = slots.off if what == "cancellation" and not off else ()
    words_taken: Sequence[Slot] = () if taken or what in _NONE else slots.taken
    if what == "offer":  # a day alone is that of the start, or of a telephone call
        words_taken = [slot for slot in words_taken if slot.starts_at]
    meets = what in _MEETS or (rival == "invitation" and what != "other")
    asks += [_doubt(slot, "interviews") for slot in words_taken if not (slot.sure and meets)]
    asks += [_doubt(slot, "cancelled") for slot in words_off if not slot.sure]
    link, place = _where(context, reads, slots)
    return Times(
        tuple(_of_event(one, link, place, slots) for one in taken if what not in _NONE)
        + tuple(_of_slot(one, link, place) for one in words_taken),
        tuple(Off(one.starts_at, one.on) for one in off)
        + tuple(Off(one.starts_at, one.on) for one in words_off),
        tuple(asks),
    )


def _where(context: Context, reads: Sequence[Read], slots: Found) -> tuple[str | None, str | None]:
    """The link, and the place: in the sentence of a time, or in those right after it and before it."""
    written = [context.own, context.passed[1]] if context.passed else [context.own]
    text = "\n".join(f"{own.text}\n{own.signature}" for own in written)
    text = text if context.own.quoted else context.parts.text
    named = [at for at, read in enumerate(reads) if any(one.read is read for one in slots.taken)]
    around = [at + step for step in _AROUND for at in named if 0 <= at + step < len(reads)]
    return link_and_place(text, [reads[at].text for at in around])


def _of_event(event: Event, link: str | None, place: str | None, slots: Found) -> Interview:
    """An event, on the clock that the words name where the calendar names none."""
    same = (slot.time_zone for slot in slots.taken if slot.starts_at == event.starts_at)
    return Interview(
        event.starts_at,
        event.on,
        event.ends_at,
        event.time_zone or next(same, None),
        event.tentative or event.method == "COUNTER",
        event.link or link,
        event.place or place,
        zone_named=all(ask.field != "time_zone" for ask in event.asks),
    )


def _of_slot(slot: Slot, link: str | None, place: str | None) -> Interview:
    return Interview(
        slot.starts_at,
        slot.on,
        slot.ends_at,
        slot.time_zone,
        slot.proposed,
        link,
        place,
        slot.zone_named,
    )


def _doubt(slot: Slot, field: str) -> Ask:
    words = shown(slot.read.text, _SHOWN)
    sentence = f"“{words}”: which day and time is meant, and on whose clock?"
    return Ask(field, slot.starts_at or slot.on, sentence)
