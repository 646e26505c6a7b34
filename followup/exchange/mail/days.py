"""The days that a mail gives for something: their answer, my answer, material, an offer's end."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from followup.exchange.found import Ask
from followup.exchange.mail.parts.lists import head_of
from followup.exchange.mail.phrases.denies import OF_OTHERS
from followup.exchange.mail.reading import Read, ahead
from followup.exchange.mail.times.aside import is_past
from followup.exchange.mail.times.called_off import NOT_AT
from followup.model.fact import shown
from followup.prose.when import Said
from followup.prose.when.arithmetic import add_working_days
from followup.prose.when.said import WEEKDAY

_BEFORE = re.compile(r"(?<!on or )(?<!by or )\bbefore(?: the)? *$", re.IGNORECASE)
AFTER = re.compile(
    r"\b(?:after|following|not before|no earlier than|since|from|as of|starting"
    r"|nicht vor|frühestens|nach|seit)(?: am)?(?: the| dem)? *$",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:about|around|approximately|roughly|probably|perhaps|possibly|maybe|hopefully|might|may"
    r"|could|if all goes well|should all go well)\b",
    re.IGNORECASE,
)
CLEARLY = 0.3  # how much more than nothing a sentence says of material, to be of it alone
# “I said you would hear by tomorrow”: what was promised before.
_SAID_BEFORE = re.compile(
    r"\b(?:i|we)(?:'d| had)?(?: \w+)? (?:said|told you|promised|hoped|thought|expected|wrote|wanted|meant)\b"
    r"(?! (?:that )?(?:you|i|we|they)(?:'ll| will| can)\b)[^,;.]{0,60}$"
    r"|\b(?:(?:hatten?|haben?) (?:ich|wir)|(?:ich|wir) (?:hatten?|haben?)) (?:ihnen|dir)\b[^,;.]{0,60}$",
    re.IGNORECASE,
)
# Counted from what comes first: “within two days of it”.
_THIS_MAIL = (
    r"(?:this|my|dieser|dieses) (?:e-?mail|message|letter|mail|note|nachricht|schreibens)\b"
)
_FROM_THERE = re.compile(
    rf" (?:of|after|from|following) (?!{_THIS_MAIL})(?:it|that|this|then|the|your|our|his|her|their|which|each)\b"
    r"| danach\b",
    re.IGNORECASE,
)
# Counted from what I have yet to do or to get; from this mail it is plain.
_ONCE = re.compile(
    r"\b(?:once|after|when|as soon as|upon|nach|sobald)\b[^,;.]{0,40}"
    r"\b(?:submi\w*|receiv\w*|receipt|complet\w*|finish\w*|return\w*|hear from you|reply|erhalt\w*|eingang|abgabe)\b"
    rf"(?! (?:of )?{_THIS_MAIL})",
    re.IGNORECASE,
)
_DATED = re.compile(rf"(?i){WEEKDAY}[^”]{{0,8}}\d")  # “Thursday 18 November”, which is no Thursday
_SOON = timedelta(days=180)
_NONE_OF = ("invitation", "cancellation", "out_of_office", "material", "asks", "on_hold")
_LASTS = re.compile(r"(?:with)?in\b|innerhalb\b|binnen\b|\d|two\b|three\b|a \b", re.IGNORECASE)
_STRETCH = re.compile(r"^(?:in|within|have)\b|from (?:today|now)$")
_HAVE = re.compile(r"\bhave *$")
# What an offer's end is the last day for.
DECIDES = re.compile(
    r"\b(?:yes or (?:a )?no|accept\w*|decid\w*|decision|signs?|signed|signing|signature|countersign\w*|confirm\w*"
    r"|answer|let (?:me|us) know|(?:unter|gegen)\w*zeich\w*|unterschr\w*|zusag\w*|entscheid\w*|annehm\w*|bescheid)\b"
    r"|\b(?:return|send|bring|hand|schick|reich|geb)\w*\b.{0,40}\b(?:contract|offer letter|\w*vertrag)\b"
    r"|\b(?:contract|offer letter|\w*vertrag)\b.{0,40}\b(?:return|back|zurück)",
    re.IGNORECASE,
)


# When others sit together, and when they tell me.
_MEET = re.compile(
    r"\b(?:tag(?:t|en)|tritt|trifft|treffen|beschlie\w+|berät|beraten|besprechen|meets?|meeting|sits?|sitting|convenes?"
    r"|talk about it|discuss\w*|catch(?:ing)? up|see (?:the|our|one|another|two|our) (?:\w+ )?candidates?"
    r"|told (?:him|her|them)|asked (?:him|her|them)|last interview\w*|interviewing|interviews|gespräche)\b",
    re.IGNORECASE,
)
_TELL = re.compile(
    r"\b(?:you(?:'ll| will| shall| should| can|'d)?|let you|tell you|call you|ring you|write (?:to )?you|mail you"
    r"|give you"
    r"|expect|call from|hear|notified|informed|contacted|sie|ihnen|dir|dich|du|bescheid|rückmeldung|melde\w*|know)\b",
    re.IGNORECASE,
)
_CONFIRMS = re.compile(
    r"\b(?:confirm\w*|attend\w*|let (?:me|us) know|reply|bestätig\w*|zusag\w*|teilnahme|bescheid|rückmeldung)\b",
    re.IGNORECASE,
)
# “You will see a lot about the gala on 10 December”: what anybody sees.
_SEES = re.compile(
    r"\byou(?:'ll| will| may| might)(?: also| probably| then)* (?:see|notice|read|find|come across)\b"
    r"|\b(?:sehen|lesen|finden|siehst|liest|findest) (?:sie|du)\b",
    re.IGNORECASE,
)
_DECIDED = re.compile(
    r"\b(?:answer|decision|outcome|results?|verdict|entscheidung|ergebniss?e?)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day for a field: known where `ask` is None, else asked with `ask.suggestion`; the sentence that names it."""

    day: date | datetime | None
    ask: Ask | None
    read: Read | None


NONE = Day(None, None, None)
Reader = Callable[[Sequence[Read], date], Day]
"""What finds a day in the sentences of a mail that was written on a day."""


def asked(field: str, said: Said, read: Read, day: date | None, about: str) -> Day:
    """A day that the words leave open."""
    words = shown(said.span.of(read.text), 60)
    return Day(None, Ask(field, day, f"“{words}” leaves the day open. {about}"), read)


def _limit(field: str, about: str, read: Read, said: Said) -> Day:
    """The last day that the words mean."""
    day, sure = said.last, said.sure
    before = read.before(said)
    if (
        day
        and _BEFORE.search(before)
        and not re.match(r"(?:the )?(?:end|close)\b", said.span.of(read.text).lower())
    ):
        day, sure = add_working_days(day, -1), False
    from_there = _FROM_THERE.match(read.text[said.span.end :])
    if AFTER.search(before) or _is_counted(read, said, by=from_there):
        sure = False
    if _VAGUE.search(read.text[max(0, said.span.start - 14) : said.span.start]):
        sure = False
    return Day(day, None, read) if sure and day else asked(field, said, read, day, about)


def _is_counted(read: Read, said: Said, *, by: re.Match[str] | None = None) -> bool:
    """Whether it is a stretch of days that begins with something else: “within five days after the call”."""
    return bool(_LASTS.match(said.span.of(read.text)) and (by or _ONCE.search(read.text)))


def waits(read: Read, said: Said) -> bool:
    """Whether it is theirs, and waits for what I have yet to do: “once submitted, we review it within five days”."""
    theirs = read.near(said, "promise") > max(0.0, read.near(said, "material"))
    return theirs and _is_counted(read, said)


def _candidates(
    reads: Sequence[Read], labels: Sequence[str], today: date, rivals: Sequence[str] = ()
) -> Iterator[tuple[float, Read, Said]]:
    """The days in what rather is one of the labels than one of the rivals, with how far it is."""
    for read in reads:
        for said in read.days:
            written = said.last == today and not read.is_limit(said)  # “I can't say today”
            passed = not ahead(said, today) or written or NOT_AT.search(read.before(said))
            if passed or read.not_before(said) or waits(read, said):
                continue
            value = max(read.near(said, label) for label in labels)
            if value > max([-0.25, *(read.near(said, rival) for rival in rivals)]):
                yield value, read, said


def chosen(found: list[tuple[float, Read, Said]], field: str, about: str) -> Day:
    """Of several the one that is a limit and sure; where sure ones differ, the likeliest is asked about."""
    if not found:
        return NONE
    ranked = sorted(found, key=lambda one: (-one[1].is_limit(one[2]), -one[2].sure, -one[0]))
    _, read, said = ranked[0]
    chosen = _limit(field, about, read, said)
    others = {
        one[2].last
        for one in ranked
        if one[2].sure
        and one[1].is_limit(one[2]) == read.is_limit(said)
        and one[0] > ranked[0][0] - 1.0
    }
    if chosen.day and len(others) > 1:
        latest = max(day for day in others if day)
        return Day(None, Ask(field, latest, f"The mail names several days. {about}"), read)
    return chosen


def promised(reads: Sequence[Read], today: date, *, machine: bool) -> tuple[Day, bool]:
    """When they will answer, and whether silence after it means no. What a machine says vaguely is no promise."""
    about = "By when do they answer?"
    silent = [(far + 1, read, said) for far, read, said in _candidates(reads, ["silence"], today)]
    telling = _candidates(reads, ["promise"], today, _NONE_OF)
    found = [one for one in telling if _may_tell(one[1], one[2])]
    day = chosen([*silent, *found], "promised", about)
    if machine and day.ask and not silent and not _DATED.search(day.ask.sentence):
        day = NONE
    return day, bool(silent) or any(read.is_("silence", over=0.5) for read in reads)


def _may_tell(read: Read, said: Said) -> bool:
    """Whether they may tell me on a day: others do not meet on it, and it was not said before."""
    past = is_past(read, said) or read.times
    told = _is_theirs(read, said) or _SAID_BEFORE.search(read.before(said))
    return not told and (read.is_limit(said) or not past)


def _is_theirs(read: Read, said: Said) -> bool:
    """Whether a day is when others meet, and not when I hear: the part of the sentence that names it tells."""
    alone = len(read.days) == 1
    part = read.text if alone else read.clause(said.span.start)
    told = _TELL.search(part) or (alone and _DECIDED.search(part))
    return bool(
        OF_OTHERS.search(part)
        or (_SEES.search(part) and not _DECIDED.search(part))
        or (_MEET.search(part) and not told)
    )


def asked_by(reads: Sequence[Read], today: date) -> Day:
    """By when they want an answer: before long."""
    asking = _candidates(reads, ["asks"], today, ["material", "promise", "out_of_office"])
    limits = (one for one in asking if one[1].is_limit(one[2]))
    plain = (one for one in limits if not one[1].is_("material", over=CLEARLY))
    found = [one for one in plain if one[2].last and one[2].last - today < _SOON]
    return chosen(found, "answer_by", "By when do they want your answer?")


def _is_for_answer(read: Read) -> bool:
    """Whether a sentence asks for an answer alone: “please confirm by Wednesday”, and no papers."""
    asks = read.is_("asks", over=CLEARLY) and not read.is_("material")
    return asks and bool(_CONFIRMS.search(read.text))


def material_by(reads: Sequence[Read], today: date) -> Day:
    """By when they want what they ask for: there, in the head of its list, or in one of the next two sentences."""
    found: list[tuple[float, Read, Said]] = []
    texts = [read.text for read in reads]
    for at, read in enumerate(reads):
        if read.is_("material", over=-0.1):
            head = head_of(texts, at)
            near = [*reads[head : min(head + 1, at)], *reads[at : at + 3]]
            found += [
                (each.scores["material"], each, said)
                for each in near
                for said in each.days
                if ahead(said, today) and _is_for_papers(read, each, said)
            ]
    return chosen(found, "material", "By when do they want it?")


def _is_for_papers(read: Read, each: Read, said: Said) -> bool:
    """Whether a day near a sentence that asks for papers is the last one for them."""
    stretch = _STRETCH.search(said.span.of(each.text).lower()) or _HAVE.search(each.before(said))
    decides = len(each.days) > 1 and DECIDES.search(each.clause(said.span.start))
    other = each is not read and (each.is_("promise", "invitation") or _is_for_answer(each))
    return bool(each.is_limit(said) or stretch) and not (other or decides or waits(each, said))
