"""When a house is open or somebody is in, on any day: no time of an appointment."""

import re
from collections.abc import Iterator, Sequence

from followup.prose.when import Said

_ON = (
    r"\b(?:mo(?:ntag|n(?:day)?)?|di(?:enstag)?|mi(?:ttwoch)?|do(?:nnerstag)?|fr(?:eitag|i(?:day)?)?|sa(?:mstag"
    r"|t(?:urday)?)?|so(?:nntag)?|sun(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r?s(?:day)?)?)\b\.?"
)
_WEEK = re.compile(rf"{_ON} ?(?:[-\u2013+&,]|bis|to|und|and) ?{_ON}", re.IGNORECASE)
_LINE = re.compile(
    r"^(?!.*(?:\?|\b(?:suit|work|free|available|passt|frei|ginge|geht|möglich|interview\w*"
    r"|\w*gespräch\w*|see us)\b))\W*(?:(?:unsere |our )?"
    r"(?:\w*(?:sprech|öffnungs|ordinations|büro|geschäfts|service|bürger|schalter|telefon)zeiten"
    r"|sprechstunden?|(?:office|opening|business|surgery|reception|consulting) hours|opening times)\b"
    rf"|{_WEEK.pattern}(?:, ?{_ON})*[:,]? \d{{1,2}}(?:[:.]\d\d)?"
    r" ?(?:[ap]\.?m\.? ?|uhr )?(?:[-\u2013]|bis |to ))",
    re.IGNORECASE,
)
# “The desk is staffed from 9 to 5”, “die Pforte ist von 8 bis 12 Uhr besetzt”.
_REST = r"(?:(?!, (?:so|and|but|please|und|aber|bitte)\b| so )[^;?!])*"
_OPEN = re.compile(
    rf"(?:\b[\w-]+(?: is| are| will be|'s|'re)(?: \w+)? (?:open|staffed|manned|attended)\b|\b\w+(?: opens"
    rf"| stays open|zeiten| hours)\b|\b(?:sie|du) erreich(?:en|st)\b|\berreich(?:en|st) (?:sie|du)\b){_REST}"
    rf"|\b[\w-]+ (?:ist|sind|hat|haben)\b{_REST}\b(?:besetzt|geöffnet|offen|erreichbar|zu erreichen|auf(?=\W*$|,))\b",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\d ?(?:[ap]\.?m\.?|uhr)? ?(?:[-\u2013]|to|till?|until|and|bis|und) ?\d", re.IGNORECASE
)


# “I am in the office through Wednesday”, “er ist nur bis zum 4. Dezember da”: until then somebody can be reached.
_REACHED = re.compile(
    r"\b(?:i|we|he|she|they)(?: am|'m| are|'re| is|'s)(?: (?:only|still|here))* (?:in(?: the office)?|here|around"
    r"|at my desk|reachable|contactable) (?:until|till|til|through|up to)\b[^,.;?!]*,?[^,.;?!]*"
    r"|\b(?:i|we|he|she|they) can (?:usually|normally|always|best|generally) be (?:caught|reached"
    r"|found|contacted)\b(?:[^.;?!]|\.\d)*"
    r"|\b(?:(?:ich|wir|er|sie)\b[^.;?!]{0,20} (?:bin|sind|ist)|(?:bin|sind|ist) (?:ich|wir|er|sie))\b[^.;?!]{0,20}"
    r" bis\b(?:(?! nicht )[^;?!]){0,40}? (?:da|im (?:haus|büro)|erreichbar|zu erreichen)\b",
    re.IGNORECASE,
)
# “If you have a question call us, Monday to Thursday 9am-5pm, Friday 9am-4:30pm.”
_RINGS = re.compile(
    rf"\b(?:call|ring|phone|contact|questions?|anrufen|telefon\w*|erreich\w*|(?:rück)?fragen)\b[^;?!]*?{_WEEK.pattern}"
    r"[:,]? (?:from |von )?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?|uhr)? ?(?:[-\u2013]|to|bis) ?\d[^;?!]*",
    re.IGNORECASE,
)
_DAILY = re.compile(
    r"\b(?:täglich|werktags|daily|(?:each|every|jeden) (?:day|tag|weekday))\b", re.IGNORECASE
)


def is_hours(text: str) -> bool:
    """Whether a sentence says nothing else."""
    return bool(_LINE.match(text))


def hours_in(text: str, days: Sequence[Said]) -> Iterator[range]:
    """The places of a sentence that say so, whatever the rest of it says; `days` are all that it names.

    A house is open on any day: where a day alone is named for sure, it is the time of something.
    """
    for found in _OPEN.finditer(text):
        named = range(found.start(), found.end())
        sure = any(said.sure and said.span.start in named for said in days)
        every = _WEEK.search(found.group()) or _DAILY.search(found.group())
        if _RANGE.search(found.group()) and (not sure or every):
            yield named
    for pattern in (_REACHED, _RINGS):
        yield from (range(*found.span()) for found in pattern.finditer(text))
