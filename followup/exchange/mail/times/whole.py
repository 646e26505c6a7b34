"""The times of a whole mail: those of its sentences, with what its subject and the mail below say of them."""

from collections.abc import Sequence
from datetime import datetime

from followup.exchange.mail.about.context import Context
from followup.exchange.mail.headers import bare, is_called_off
from followup.exchange.mail.reading import Read, ahead, read_sentences
from followup.exchange.mail.times.slot import Found
from followup.exchange.mail.times.slots import Slots
from followup.prose.when.zones import zone_in

_QUOTED = 4_000


def times_of_mail(context: Context, reads: Sequence[Read]) -> Found:
    """What its sentences propose, fix or call off; all of it off where a calendar says that the event is.

    Times without any day (“10:00 Dwayne, 11:00 Mei-Ling”) are on the day that the subject names.
    """
    subject = read_sentences(bare(context.parts.subject), context.when)
    below = read_sentences(context.own.quoted[:_QUOTED], context.when)

    def find(some: Sequence[Read]) -> Found:
        return Slots(
            some,
            context.when.today,
            context.clock,
            named=zone_in(context.own.text, context.when.yours),
            elsewhere=(*subject, *below),
            at=context.parts.at,
        ).find()

    found = _to_come(find(reads), context.parts.at)
    named = [said for read in subject for said in read.days if said.sure and said.is_day]
    untimed = any(read.times for read in reads) and not any(
        slot.starts_at for slot in (*found.taken, *found.off)
    )
    if untimed and len(named) == 1 and ahead(named[0], context.when.today):
        first = next(at for at, read in enumerate(reads) if read.times)
        found = _to_come(find((*reads[:first], *subject, *reads[first:])), context.parts.at)
    if is_called_off(context.parts):
        every = found.taken or found.off or find(subject).taken
        return Found((), tuple(every))
    return found


def _to_come(found: Found, at: datetime | None) -> Found:
    """Without what was past when the mail was written: “you were to come in at 11 this morning”."""
    if not at:
        return found
    taken = tuple(one for one in found.taken if not one.starts_at or one.starts_at > at)
    off = tuple(one for one in found.off if not one.starts_at or one.starts_at > at)
    return Found(taken, off or found.off)
