"""Until when an offer stands, and what of a mail that offers is only for papers."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from followup.exchange.found import Ask
from followup.exchange.mail.days import CLEARLY, DECIDES, Day, chosen
from followup.exchange.mail.reading import Read, ahead
from followup.prose.text import Span
from followup.prose.when import Said
from followup.prose.when.zones import Zone

_EXTENDS = re.compile(
    r"\b(?:(?:take|have|has|got) (?:\w+ ){0,3}(?:until|till|til|to decide)|extend\w* (?:the|your|our|it|that|this)"
    r"|more time|(?:hold|keep) (?:the offer|it) (?:open|for you)"
    r"|offer (?:\w+ ){0,3}(?:stays?|remains?|stands?|(?:is|will be)(?: still| now)? (?:open|valid|good))"
    r"|decide by|decision by|(?:yes or no|answer) by"
    r"|bis .{3,30} zeit|zeit (?:geben|lassen)|gebe?n? (?:ich|wir) (?:dir|ihnen) (?:noch|mehr)|verlänger\w+|frist"
    r"|(?:genügt|reicht)\b.{0,30}(?:antwort|entscheidung)"
    r"|(?:antwort|entscheidung)\b.{0,30}(?:genügt|reicht)|need (?:your|an) answer|(?:is|be) fine by)\b",
    re.IGNORECASE,
)
# Between a day and its time: “Friday 4 December at 5pm”, “noon on Monday”.
_OURS = r"\b(?:our|my|local|unserer|meiner|hiesiger) (?:time|zeit)\b"
_BESIDE = re.compile(
    rf"[\s,(]*(?:{_OURS}|at|um|on|by|bis|am|the|den|dem|this|next|coming|\(|,|\s)*[\s,(]*",
    re.IGNORECASE,
)
# Whoever says so knows that mine may be another.
_OUR_TIME = re.compile(_OURS, re.IGNORECASE)


def is_papers(read: Read) -> bool:
    """Whether it only asks for papers, whatever else the mail offers: no contract to be signed, no answer."""
    if not read.is_("material", over=CLEARLY):
        return False
    return not DECIDES.search(read.text) or any(_of_papers(read, said) for said in read.days)


def _of_papers(read: Read, said: Said) -> bool:
    """Whether the part of a sentence that names a day asks for papers, whatever its other parts are for."""
    part = read.clause(said.span.start)
    return read.near(said, "material") > CLEARLY and not DECIDES.search(part)


def extended_until(reads: Sequence[Read], today: date) -> Day:
    """Until when they let me think about an offer, where they grant more time."""
    return offer_until([read for read in reads if _EXTENDS.search(read.text)], today)


def offer_until(reads: Sequence[Read], today: date) -> Day:
    """Until when an offer stands."""
    found = [
        (
            max(read.near(said, "offer"), read.near(said, "asks"), read.near(said, "material")),
            read,
            said,
        )
        for read in reads
        for said in read.days
        if ahead(said, today)
        and read.is_limit(said)
        and not _of_papers(read, said)
        and not read.near(said, "promise")
        > max(0.5, read.near(said, "offer"), read.near(said, "asks"))
        and not re.search(
            r"\b(?:start|begin|join|probation|probezeit|befrist|laufzeit|fixed[- ]term|contract (?:runs|ends))\w*\b"
            r"[^.,;]{0,30}$",
            read.before(said),
            re.IGNORECASE,
        )
    ]
    return chosen(found, "deadline", "Until when does the offer stand?")


def to_the_minute(found: Day, usual: Zone, sent: timedelta | None) -> Day:
    """The moment, where a time stands beside the day and it is plain on whose clock; asked about where it is “ours”."""
    read, day = found.read, found.day
    if not read or not isinstance(day, date):
        return found
    for clock in read.times:
        zone = clock.zone or usual
        wall = datetime.combine(day, clock.start)
        beside = any(_BESIDE.fullmatch(_between(read, said, clock.span)) for said in read.days)
        if not (beside and clock.sure and not clock.end):
            continue
        if zone.sure_at(wall, sent):
            return replace(found, day=zone.moment(wall))
        if not _OUR_TIME.search(read.text):
            return found
        about = f"“{clock.span.of(read.text)}” on whose clock? Until when does the offer stand?"
        return Day(None, Ask("deadline", zone.moment(wall), about), read)
    return found


def _between(read: Read, said: Said, clock: Span) -> str:
    start, end = sorted((said.span, clock), key=lambda span: span.start)
    return read.text[start.end : end.start]
