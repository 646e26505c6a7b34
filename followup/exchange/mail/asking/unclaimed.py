"""The days by which something is due that nothing else in a mail accounts for: asked about, not passed over."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from followup.exchange.found import Ask
from followup.exchange.mail.days import waits
from followup.exchange.mail.reading import Read, ahead
from followup.model.fact import shown
from followup.prose.when import Said
from followup.prose.when.arithmetic import add_working_days

_FIELDS = {"asks": "answer_by", "promise": "promised", "material": "material", "offer": "deadline"}
_ABOUT = {
    "answer_by": "Do they want your answer by then?",
    "promised": "Do they answer by then?",
    "material": "Do they want something from you by then?",
    "deadline": "Does the offer end then?",
}
# Until when somebody is away: nothing is due by then.
_AWAY = re.compile(
    r"\b(?:urlaub|ferien|verreist|krank\w*|abwesend|unterwegs|nicht da|holidays?|vacation|on leave|away|abroad"
    r"|out of (?:the )?(?:office|country)|travell?ing|off sick|not in|is out|i'm out|offsite)\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r",|\b(?:as|because|since|for|when|then|denn|da|weil|danach|dann)\b", re.IGNORECASE
)
_NEAR, _SHOWN, _AFTER, _TELLS = -3.5, 80, 2, 1.0


def unclaimed(
    reads: Sequence[Read], today: date, taken: Collection[date], free: Collection[str]
) -> Iterator[Ask]:
    """A question for each last day that is not in `taken`; `free` are the fields that are still empty."""
    left = set(free)
    for at, read in enumerate(reads):
        for said in read.days:
            if waits(read, said) or _is_taken(said, taken):
                continue
            told = _is_told(read, said, today)
            if not told and not _is_due(read, said, today):
                continue
            field = "promised" if told else _field(reads[at : at + _AFTER], said)
            if field in left:
                left.discard(field)
                words = shown(read.text, _SHOWN)
                yield Ask(field, said.last, f"“{words}”: {_ABOUT[field]}")


def _is_due(read: Read, said: Said, today: date) -> bool:
    return (
        said.sure
        and said.is_day
        and said.last != today
        and ahead(said, today)
        and read.is_limit(said)
        and not _is_leave(read, said)
    )


def _is_leave(read: Read, said: Said) -> bool:
    """Whether it is until then that somebody is away: no day of another part, “by Friday, as I'm away on Monday”."""
    clause = read.clause(said.span.start)
    before, _, after = clause.partition(said.span.of(read.text))
    return bool(_AWAY.search(before) or _AWAY.search(_REASON.split(after)[0]))


def _is_told(read: Read, said: Said, today: date) -> bool:
    """Whether it is named, however vaguely, where they say that they will tell."""
    later = bool(said.last and said.last > today)
    return later and read.is_("promise", over=_TELLS) and not read.not_before(said)


def _is_taken(said: Said, taken: Collection[date]) -> bool:
    """Whether the day stands somewhere, or the one before it: “before Tuesday”."""
    days = (said.last, add_working_days(said.last, -1)) if said.last else ()
    return any(day in taken for day in days)


def _field(reads: Sequence[Read], said: Said) -> str | None:
    """What the day is most likely for: by its own sentence, else by a question right after it."""
    own = {label: reads[0].near(said, label) for label in _FIELDS}
    label = max(own, key=lambda each: own[each])
    if own[label] > _NEAR:
        return _FIELDS[label]
    return "answer_by" if any(each.is_("asks") for each in reads[1:]) else None
