"""Times that are not said again: “at the same time”, “can't do 4 today”."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from followup.exchange.mail.times.slot import Slot
from followup.prose.when.clock import Said as Clock

_SAME_TIME = re.compile(
    r"\b(?:same tim(?:e|ing)s?|(?:gleiche|selbe|gleicher|selber)[nr]? (?:uhr)?zeit)\b",
    re.IGNORECASE,
)


def at_same_time(slot: Slot, off: Sequence[Slot]) -> Slot:
    """A day “at the same time” with the time of what is called off."""
    old = next((one for one in off if one.starts_at), None)
    if not slot.on or not old or not old.starts_at or not _SAME_TIME.search(slot.read.text):
        return slot
    starts = datetime.combine(slot.on, old.starts_at.timetz())
    return replace(
        slot,
        starts_at=starts,
        on=None,
        time_zone=old.time_zone,
        zone_named=old.zone_named,
        sure=slot.sure and old.sure,
    )


def is_same(slot: Slot, clock: Clock) -> bool:
    """Whether a time of day may be the one of a slot that names none, or names the hour alone."""
    return not slot.starts_at or slot.starts_at.time() == clock.start
