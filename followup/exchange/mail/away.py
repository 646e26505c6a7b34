"""Until when somebody is away, or a search rests."""

import re
from collections.abc import Sequence
from datetime import date

from followup.exchange.mail.days import AFTER, NONE, Day, asked
from followup.exchange.mail.reading import Read, ahead
from followup.prose.when import Said
from followup.prose.when.arithmetic import add_working_days

_RETURN = re.compile(
    r"\b(?:return(?:ing|s)?|back|again|available|reachable|resume|reopen|open(?:s)?|erreichbar|respond"
    r"|reply|answer|deal with|responding)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:until|till|til|bis|through|thru|to|up to)(?: and including| and incl\.?| including| "
    r"einschließlich| einschl\.?| inkl\.?| zum)?(?: the)? *(?:[a-z]+, )?$",
    re.IGNORECASE,
)
# “Ab Montag, dem 7., wieder erreichbar”: in German the return comes behind its day.
_FROM_THEN = re.compile(r"\b(?:ab|am)(?: dem| den)? *$", re.IGNORECASE)
_RETURN_BEHIND = re.compile(
    r"[^.;]{0,30}\b(?:wieder|zurück|erreichbar|anzutreffen|im (?:büro|dienst|haus))\b",
    re.IGNORECASE,
)
# “…, am 7. Dezember habe ich frei”: away on that day, too.
_AWAY_BEHIND = re.compile(
    r"[^.;,]{0,20}\b(?:frei|urlaub|unterwegs|off|away|nicht|not|out)\b", re.IGNORECASE
)
_SINCE = re.compile(r"\b(?:vom|von|from|between|ab)(?: dem| the)? *$", re.IGNORECASE)
_TO = re.compile(
    r",? (?:bis|to|until|till|through|and)(?: zum| the| einschließlich)? ", re.IGNORECASE
)
_TWO_DAYS = re.compile(
    r"\d.*(?:\bto\b|\bbis\b|\bthrough\b|\buntil\b|\band\b|[-\u2013]).*\d", re.IGNORECASE
)
_LEADS = re.compile(
    r"\b(?:until|till|bis (?:einschl\w*|inklusive|und mit)|before|through|resum\w+|continu\w+|again)\b",
    re.IGNORECASE,
)
_RESUMES = re.compile(
    r"\b(?:resum\w+|restart\w*|re-?open\w*|revisit\w*|pick\w* (?:\w+ ){0,2}(?:back )?up"
    r"|fortgesetzt|fortsetz\w+|fortführ\w+|wieder aufgenommen|weiterführ\w+|weitergeh\w+"
    r"|geht (?:es|das|die)\b[^.;]{0,40}\bweiter|wiederaufnahme|weitergeführt)\b",
    re.IGNORECASE,
)
# The day on which it was decided: “the board voted on Tuesday to …”
_DECIDED = re.compile(
    r"\b(?:voted|decided|met|agreed|told|announced|learned|said|heard|spoke|asked|beschloss\w*|entschied\w*"
    r"|hat|haben|wurde)\b[^.;,]{0,20}\b(?:on|am)? *$",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"\b(?:expected to|likely to|dürfte|some ?time(?: in)?|probably|prob|likely|perhaps|maybe|hopefully"
    r"|realistically|around|about|voraussichtlich|wohl|vermutlich)\b[^.;]{0,20}$",
    re.IGNORECASE,
)
_INCLUSIVE = re.compile(
    r"\b(?:through|thru|including|included|inclusive|incl|inclus|einschließlich|einschl|inkl|inklusive|bis und mit)\b",
    re.IGNORECASE,
)
# When a house is shut, whoever of it is away: “The office is closed until Monday”.
_HOUSE_SHUT = re.compile(
    r"(?!.*\b(?:I|I'm|we|my|ich|wir|mein\w*|meinem)\b).*\b(?:clos(?:ed|es)|(?:re-?)?opens?|geschlossen|geöffnet|öffnet"
    r"|betriebsferien|betriebsurlaub)\b",
    re.IGNORECASE,
)
_BACK = "On which day are they back?"
_MONDAY, _FRIDAY = 0, 4
_MONTH = 25  # fewer days than that: a stretch that one is away for


def _next_working(day: date) -> date:
    return add_working_days(day, 1)


def _until_stretch(read: Read, said: Said, day: date) -> Day:
    """What “until” means of days of which none is named alone, the last of them `day`."""
    lead = read.before(said)
    words = said.span.of(read.text)
    if _INCLUSIVE.search(words + read.text[said.span.end : said.span.end + 14]):
        return Day(_next_working(day), None, read)
    if _TWO_DAYS.search(words) and said.begins and day.weekday() >= _FRIDAY:
        return Day(_next_working(day), None, read)  # “from 23 to 27 November”, which is a Friday
    opened = re.match(r"(?:in|until|till|through|from|by|early|mid|late|the )", words.lower())
    if (
        said.begins
        and said.first
        and (day - said.first).days < _MONTH  # “until September” is no day
        and _UNTIL.search(lead + words[: opened.end() if opened else 0] + " ")
    ):
        return Day(said.first, None, read)
    short = said.first and (day - said.first).days < _MONTH
    ends = short or _TWO_DAYS.search(words)
    return asked("back_on", said, read, _next_working(day) if ends else said.first, _BACK)


def _until(read: Read, said: Said) -> Day:
    """“Until” a Monday is the return, “through” a Friday the last day away; what could be either is asked."""
    day, lead = said.last, read.before(said)
    if not day:
        return asked("back_on", said, read, None, _BACK)
    if not said.is_day:
        return _until_stretch(read, said, day)
    if _INCLUSIVE.search(lead[-30:]) or _INCLUSIVE.match(read.text[said.span.end :].lstrip(" (,")):
        return (
            Day(_next_working(day), None, read)
            if said.sure
            else asked("back_on", said, read, _next_working(day), _BACK)
        )
    if not said.sure:
        return asked("back_on", said, read, day, _BACK)
    if day.weekday() > _FRIDAY or (day.weekday() != _MONDAY and _ends_leave(read, said)):
        return Day(_next_working(day), None, read)
    if day.weekday() == _MONDAY:
        return Day(day, None, read)
    return asked(
        "back_on", said, read, _next_working(day) if day.weekday() == _FRIDAY else day, _BACK
    )


def _ends_leave(read: Read, said: Said) -> bool:
    """Whether a day is the last of those that are named: “Urlaub vom 23.11. bis 27.11.”."""
    before = [one for one in read.days if one.span.end <= said.span.start]
    return bool(
        before
        and _SINCE.search(read.before(before[-1]))
        and _TO.fullmatch(read.text[before[-1].span.end : said.span.start])
    )


def back_on(reads: Sequence[Read], today: date) -> Day:
    """When somebody who is away is back: the day of the return where one is named, else what “until” means."""
    every = [(read, said) for read in reads for said in read.days if ahead(said, today)]
    named = [one for one in every if not _is_of_house(*one)] or every
    for read, said in named:
        before = read.before(said)
        if _AWAY_BEHIND.match(read.text, said.span.end):
            continue
        behind = _FROM_THEN.search(before) and _RETURN_BEHIND.match(read.text, said.span.end)
        if said.is_day and (behind or (_RETURN.search(before) and not _UNTIL.search(before))):
            return (
                Day(said.last, None, read)
                if said.sure
                else asked("back_on", said, read, said.last, _BACK)
            )
    until = [
        (read, said)
        for read, said in named
        if _UNTIL.search(read.before(said))
        or not said.is_day
        or re.match(r"until|through", said.span.of(read.text).lower())
    ]
    if until:
        return max((_until(*one) for one in until), key=lambda one: bool(one.day))
    if named:
        read, said = named[-1]
        return asked(
            "back_on",
            said,
            read,
            _next_working(said.last) if said.last else None,
            _BACK,
        )
    return NONE


def _is_of_house(read: Read, said: Said) -> bool:
    """Whether a day says when a house is shut or opens, and not when who writes is away."""
    return bool(_HOUSE_SHUT.match(read.clause(said.span.start)))


def held_until(reads: Sequence[Read], today: date) -> Day:
    """Until when a search rests: the first day of what is named."""
    about = "From when on may one ask again?"
    found = [
        (read.near(said, "on_hold"), read, said)
        for read in reads
        for said in read.days
        if ahead(said, today)
        and said.last != today
        and (
            read.near(said, "on_hold") > -1.0
            or read.near(said, "promise") > 0
            or _RESUMES.search(read.text)
            or (read.is_("on_hold", over=2.0) and _LEADS.search(read.before(said)))
        )
        and not said.span.of(read.text).lower().startswith("for ")
        and (_LEADS.search(read.before(said)) or not _DECIDED.search(read.before(said)))
    ]
    # “On hold until … on July 1”, not the Monday on which that was said.
    for _, read, said in sorted(
        found, key=lambda one: (not _LEADS.search(one[1].before(one[2])), -one[0])
    ):
        words, lead = said.span.of(read.text).lower(), read.before(said)
        if _LOOSE.search(lead + words.partition(" ")[0]):
            return asked("on_hold_until", said, read, said.first or said.last, about)
        if said.is_day and said.sure and said.last:
            return Day(said.last, None, read)
        year = "year" in words or "jahr" in words  # “til the new year at least” is no day
        if (
            said.begins
            and said.first
            and not year
            and not AFTER.search(lead)
            and not words.startswith("after")
        ):
            return Day(said.first, None, read)
        return asked("on_hold_until", said, read, said.first or said.last, about)
    return NONE
