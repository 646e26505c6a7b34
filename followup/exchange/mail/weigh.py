"""What a sentence of a mail is: a rejection, a promise, a question … each weighed as the tone of a sentence is.

The weights in `words/mails.tsv.gz` were learned from the sentences in `tools/mails/corpus` (docs/mails.md).
"""

import re
from functools import cache, lru_cache
from pathlib import Path

from followup.exchange.mail.phrases.settled import settled
from followup.prose.text import DAYS_AND_MONTHS, flatten, lower
from followup.prose.tone import Weights, breadth, traits

LABELS = (
    "rejection",
    "offer",
    "on_hold",
    "out_of_office",
    "receipt",
    "invitation",
    "cancellation",
    "update",
    "left",
    "noise",
    "bounce",
    "reply",
    "promise",
    "asks",
    "material",
    "silence",
)
"""What a sentence can be, several at once: the kinds of mail, and what it promises or asks for."""
WEIGHTS = Path(__file__).with_name("words") / "mails.tsv.gz"
"""A row for each trait, cells apart by tabs: its name; then in hundredths what it weighs for each of LABELS."""
START = "*"
"""The row of WEIGHTS that is no trait: what a sentence without any comes to."""
_LONGEST = 2_000
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "é": "e"})
# Words of time weigh the same in German.
_TIMES = {
    "montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august"
    " september oktober november dezember": " ".join(DAYS_AND_MONTHS).lower(),
    "heute woche wochen tag tage tagen stunde stunden minuten": "today week weeks day days days hour hours minutes",
}
_IN_ENGLISH = {
    german: english
    for row, same in _TIMES.items()
    for german, english in zip(row.split(), same.split(), strict=True)
}
_GERMAN = re.compile(rf"\b(?:{'|'.join(_IN_ENGLISH)})\b")


@cache
def _weights() -> Weights:
    return Weights(WEIGHTS)


@lru_cache(maxsize=2048)
def weigh(sentence: str) -> dict[str, float]:
    """What a sentence comes to for each of LABELS: above 0 it rather is one (a logit)."""
    weights, found = _weights(), traits_of(plain(sentence))
    share = breadth(len(found))
    begun = zip(LABELS, weights.sum_of(found).of_each, weights.of(START), strict=True)
    scores = {label: (total / share + start) / 100 for label, total, start in begun}
    return settled(plain(sentence), scores)


def traits_of(said: str) -> set[str]:
    """The traits of a sentence in lower case, a German one's words as whole as an English one's."""
    told = _GERMAN.sub(lambda found: _IN_ENGLISH[found[0]], said)
    return traits(told.translate(_LETTERS))


def plain(sentence: str) -> str:
    """As it is weighed and learned: on one line, in lower case, not longer than any sentence is."""
    return " ".join(lower(flatten(sentence[:_LONGEST])).split())
