"""Days that stand beside an appointment and are none: what is past, sent or closed by then, the start in the job."""

import re

from followup.exchange.mail.phrases.events import is_theirs
from followup.exchange.mail.phrases.marks import PAST
from followup.exchange.mail.reading import Read
from followup.exchange.mail.times.labels import is_denied
from followup.prose.when import Said

# “Any morning bar Friday”.
_BUT_NOT = re.compile(
    r"\b(?:(?:better|besser|lieber|eher) (?:than|als)"
    r"|(?:any|every|all)(?: \w+){1,3} bar|except(?:ing)?(?: for)?"
    r"|apart from|other than|excluding|außer|ausgenommen|ausser|bis auf)(?: am| an| on| the)*(?: de[nm])? *$",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"\b(?:send|share|e-?mail|mail|(?<!look )(?<!looking )forward|confirm|let (?:you|me|us) know|get back"
    r"|apply|received|applied)\b[^.;?]{0,50}$",
    re.IGNORECASE,
)
# They ring, and say no time: no interview.
_RINGS = re.compile(
    r"\b(?:i|we)(?:'ll| will| shall)(?: (?:also|then|just|give you a))* (?:call|ring|phone|ping|text|write|chase|buzz"
    r"|speak to (?:them|him|her))\b[^.;?]{0,40}$",
    re.IGNORECASE,
)
# A start in the job, not an interview; a line “Start: …, 10:00” may be one.
_JOB = re.compile(
    r"\b(?:start(?:ing)? date|joining|first (?:working )?(?:day|shift)|onboarding|eintritt\w*|arbeitsbeginn"
    r"|dienstantritt"
    r"|arbeitstag|you (?:to |would |will |'d |'ll )?(?:start|join|begin))\b(?![^.;?]*\b(?:trial|taster|shift"
    r"|probe\w*|calls?(?! cent)|chat|meeting|interview|conversation|session|zoom|teams)\b)[^.;?]{0,30}$",
    re.IGNORECASE,
)
# “Can you join us on Thursday at 2?”: at a time of day one joins a talk.
_JOINS = re.compile(r"\b(?:can|could|would) you (?:please )?join\b[^.;?]{0,30}$", re.IGNORECASE)
# When applications close, what others come for, or what was then: “the insurance guy comes Monday at 11”.
_OF_OTHERS = re.compile(
    r"\b(?:closing (?:date|time)|closes?|application deadline|bewerbungs(?:frist|schluss))\b[^.;?]{0,20}$"
    r"|^(?:the|our|my|der|die|das|unser\w*) (?:[\w-]+ ){1,3}(?:comes?|(?:is|are) coming|kommt|kommen)\b(?: am| on)? *$"
    r"|\b(?:since|seit) (?:the|our|der|dem) [^,;.]{2,30}$"
    # When those meet who decide.
    r"|\b(?:board|committee|council|trustees|governors|gremium|personalrat|betriebsrat|vorstand|aufsichtsrat|directors"
    r"|partners|jury|commission|kommission)(?:'s)?(?:,? who)?(?: [\w-]+){0,2} ?"
    r"(?:meeting|mtg|meets?|sits?|convenes?|sitzung|tagt|tagen)\b[^.;?]{0,20}$"
    r"|\b(?:vorstands|gremiums|ausschuss|gemeinderats|kommissions|personalrats)sitzung\b[^.;?]{0,20}$",
    re.IGNORECASE,
)
# Of who goes: no interview.
_LAST_DAY = re.compile(
    r"\b(?:(?:mein|ihr|sein|unser)\w* (?:aller)?letzte[rn]? (?:\w+ )?\w*tag"
    r"|(?:my|her|his|our|their) (?:very )?last (?:\w+ )?day)\b",
    re.IGNORECASE,
)
_START = re.compile(r"^\W*(?:start\w*|beginn?)\b[^.;?]{0,20}$", re.IGNORECASE)
_PAST = re.compile(PAST, re.IGNORECASE)
# How far what is past goes on: to the next comma, or to what is said of me or of them next.
_ON = re.compile(
    r"(?:(?!(?<!to )(?<!zu )\b(?:can|could|will|would|shall|may|let|hope|look|see|hear|please|kann\w*|könn\w+|möcht\w+"
    r"|würd\w+|werd\w+|freu\w+|lad\w+|seh\w+|hör\w+|meld\w+|bitte)\b)[^,;.?!]){0,60}",
    re.IGNORECASE,
)
_NEAR = 150  # characters to either side of a day or a time
# What others do at a time of each day.
_ROUTINE = re.compile(
    r"^(?!.*\b(?:you|du|dich|dir|(?-i:Sie)|interview|\w*gespräch)\b).*\b(?:guests?|customers?|patients?"
    r"|visitors|children|pupils|commuters|gäste|kunden|kundschaft|besucher|kinder|schüler"
    r"|opens?|closes|checks? out|öffnet|schließt|auscheck\w*|fährt)\b",
    re.IGNORECASE,
)


def is_left_out(read: Read, said: Said) -> bool:
    """Whether a day is named as the one that does not do: “any morning bar Friday”."""
    return bool(_BUT_NOT.search(read.before(said)))


def is_routine(read: Read, at: int) -> bool:
    """Whether the time at a place is when others come and go every day: “guests check out by 12 noon”."""
    before, behind = read.text[max(0, at - _NEAR) : at], read.text[at : at + _NEAR]
    part = re.split("[,;]", before)[-1] + re.split("[,;]", behind)[0]
    return not read.days and bool(_ROUTINE.search(part))


def is_past(read: Read, said: Said) -> bool:
    """Whether a day is that of a meeting which is past: “lovely to meet you on Monday”."""
    start = said.span.start
    near = _PAST.finditer(read.text, max(0, start - _NEAR), start + _NEAR)
    return any(_ON.fullmatch(read.text, found.end(), start) for found in near)


def is_aside(read: Read, said: Said) -> bool:
    """Whether a day is another matter's."""
    before, clause = read.before(said), read.clause(said.span.start)
    return bool(
        (is_denied(read, said) and not read.is_("cancellation"))
        or is_left_out(read, said)
        or is_past(read, said)
        or _LAST_DAY.search(clause)
        or is_theirs(clause)
        or _OF_OTHERS.search(before)
        or (_JOB.search(before) and not (read.times and _JOINS.search(before)))
        or (_START.search(before) and not read.times)
    )


def is_news(read: Read, said: Said) -> bool:
    """Whether they only write or ring on a day, and meet nobody."""
    before = read.before(said)
    return bool(_SENT.search(before) or _RINGS.search(before))
