"""When a house is open or somebody is in, on any day: no time of an appointment."""

import re
from collections.abc import Iterator

_ON = (
    r"\b(?:mo(?:ntag|n(?:day)?)?|di(?:enstag)?|mi(?:ttwoch)?|do(?:nnerstag)?|fr(?:eitag|i(?:day)?)?|sa(?:mstag|t(?:urday)?)?"
    r"|so(?:nntag)?|sun(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r?s(?:day)?)?)\b\.?"
)
_LINE = re.compile(
    r"^(?!.*(?:\?|\b(?:suit|work|free|available|passt|frei|ginge|geht|möglich|interview\w*"
    r"|\w*gespräch\w*|see us)\b))\W*(?:(?:unsere |our )?"
    r"(?:\w*(?:sprech|öffnungs|ordinations|büro|geschäfts|service|bürger|schalter|telefon)zeiten"
    r"|sprechstunden?|(?:office|opening|business|surgery|reception|consulting) hours|opening times)\b"
    rf"|{_ON}(?: ?[-\u2013+&] ?|, ?| bis | to ){_ON}(?:, ?{_ON})*[:,]? \d{{1,2}}(?:[:.]\d\d)?"
    r" ?(?:[ap]\.?m\.? ?|uhr )?(?:[-\u2013]|bis |to ))",
    re.IGNORECASE,
)
# “The desk is staffed from 9 to 5”, “die Pforte ist von 8 bis 12 Uhr besetzt”; a slot that is open is a time.
_SLOT = (
    r"(?:slots?|times?|dates?|windows?|diary|calendar|interview\w*|places?|termine?|zeit\w*|pl[aä]tze?"
    r"|\w*gespräch\w*)"
)
_REST = r"(?:(?!, (?:so|and|but|please|could|would|can|come|ask|also|und|aber|bitte|kommen)\b| so )[^;?!])*"
_OPEN = re.compile(
    rf"(?:(?!{_SLOT}\b)\b[\w-]+(?: (?:is|are|will be)|'s|'re)(?: \w+)? (?:open|staffed|manned|attended)\b"
    rf"|\b(?:opens|stays open|opening hours|office hours|hours are|\w+zeiten|erreich(?:en|st) (?:sie|du) (?:uns|mich)"
    rf"|(?:sie|du) erreich(?:en|st) (?:uns|mich))\b){_REST}"
    rf"|(?!{_SLOT}\b)\b[\w-]+ (?:ist|sind|hat|haben)\b(?!{_REST}\b{_SLOT}\b){_REST}"
    r"\b(?:besetzt|geöffnet|offen|erreichbar|zu erreichen|auf(?=\W*$|,))\b",
    re.IGNORECASE,
)
_RANGE = re.compile(
    r"\d ?(?:[ap]\.?m\.?|uhr)? ?(?:[-\u2013]|to|till?|until|and|bis|und) ?\d", re.IGNORECASE
)


def is_hours(text: str) -> bool:
    """Whether a sentence says nothing else."""
    return bool(_LINE.match(text))


def hours_in(text: str) -> Iterator[range]:
    """The places of a sentence that say so, whatever the rest of it says."""
    for found in _OPEN.finditer(text):
        if _RANGE.search(found.group()) and not re.search(
            rf"\b{_SLOT}\b", found.group(), re.IGNORECASE
        ):
            yield range(found.start(), found.end())
