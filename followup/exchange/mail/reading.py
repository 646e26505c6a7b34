"""A mail as it is understood: each sentence with its weights, and the days and times it names."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise

from followup.exchange.mail.in_week import Week, in_week, week_in
from followup.exchange.mail.parts.sentences import Sentence, sentences_of
from followup.exchange.mail.phrases.events import is_event
from followup.exchange.mail.phrases.hours import hours_in, is_hours
from followup.exchange.mail.phrases.supposed import OUTCOME
from followup.exchange.mail.weigh import weigh
from followup.prose.when import Said, When, days_in
from followup.prose.when.clock import Said as Clock
from followup.prose.when.clock import times_in

_MAX_SENTENCES, _WORDS, _MEANT, _SHORT = 150, 4, 4, 80
_LIMIT = re.compile(
    r"\b(?:by|before|until|till|til|bis|no later than|not later than|within|due(?: on)?|deadline(?: is"
    r"| of|:)?|expires?(?: on| at)?|valid (?:until|to|through)|open (?:until|through)"
    r"|(?:closes?|ends?|lapses?|runs? out)(?: on)?"
    r"|through|latest(?: on| by)?|(?:aller)?spätestens(?: am| zum)?|längstens(?: am| zum)?)"
    r"(?: (?:the|am|zum|zur|einschließlich|spätestens"
    r"|close of business|cob|eod|end of (?:the )?(?:business|working )?(?: ?day)?|noon|midnight|midday"
    r"|\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?|o'?clock|uhr|at the latest|lunchtime|and|including"
    r"|(?:end|close) of play|eastern|central|mountain|pacific|[a-z]{1,4}t|gmt|utc|(?:[a-z]+ )?time|next"
    r"|nächste[nmrs]?|kommende[nmrs]?|diese[nmrs]?|(?:[a-z]+tag|mittwoch|[a-z]+day)(?=,)|this|on|of|\w*(?:beginn"
    r"|antritt)|,))*,? *$",
    re.IGNORECASE,
)
# “You won't hear before the 18th”: not until then, and no last day.
_NOT_BEFORE = re.compile(
    r"(?:\b(?:not|nicht|kaum|hardly|unlikely|never)\b|n't\b)[^,;]{0,40}\b(?:before|until|till|vor)"
    r"(?: the| dem| am)? *$",
    re.IGNORECASE,
)
# “Come by Tuesday at 7:30”: no last day.
_COMES_BY = re.compile(r"\b(?:com(?:e|ing)|stop|drop|swing|pop|pass)(?:ping)? by *$", re.IGNORECASE)
# “Passt, dann bis Mittwoch 15 Uhr!”, “Bis Freitag!”: see you then.
_SEE_YOU = re.compile(
    r"(?:^|[,.!;\u2013-] ?|\b(?:und|ja|also|dann|gut|super|prima|perfekt|passt|freue? (?:mich|uns),?) )"
    r"(?:(?:also|dann|na dann) )*bis(?: zum| nächsten| kommenden)? *$|^\W*(?:un)?till? *$",
    re.IGNORECASE,
)
_SEES = re.compile(
    r"\b(?:bitte|melde\w*|antwort\w*|bescheid|rückmeldung|schick\w*|send\w*|reich\w*|entscheid\w*|warte\w*|geben|gib"
    r"|brauch\w*|benötig\w*|haben sie|hast du|hören|erhalten|zeit|frist|please|reply|answer|decide\w*|offer|hold|wait"
    r"|away|office|urlaub|abwesend|spätestens|dahin|bewerbung\w*|unterlagen|läuft|gilt|gültig|offen|wissen)\b|\?$",
    re.IGNORECASE,
)
_LATEST = re.compile(
    r"[ ,(]*(?:at (?:the|its) (?:very )?(?:latest|outside)|latest|or (?:earlier|sooner)|at noon at the latest)\b",
    re.IGNORECASE,
)
_TELL_ME = re.compile(
    r"\b(?:let (?:me|us) know|confirm|reply|answer|respond|(?:tell|text|ring|call) (?:me|us)|(?:get"
    r"|come) back to (?:me|us))(?: by)? $"
)
_TO_MACHINES = re.compile(
    r"\b(?:(?:ai|llm|gpt|chatgpt|claude|copilot|gemini)s?\b.{0,40}\b(?:reading|process|must|should"
    r"|parsing|assistant|model|agent|summar|ignore)|(?:any|to|all) (?:ai|llms?|language models?|bots?"
    r"|automated systems?|parsers?|agents?)\b"
    r"|(?:ignore|disregard|forget|override) (?:all |any |the |your )*(?:previous|above|prior|earlier"
    r"|former|preceding|rules|instructions|system prompt)|system prompt|note to (?:the )?(?:automated"
    r"|software|system|machine|parser))",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"\s(?=whether\b)|[;:]\s|,\s+(?:and|but|so|then|or|which|where|please|after which|as|und (?=am|bis))\b"
    r"|\s[-\u2013\u2014]+\s|,\s+(?=(?:could|can|would|könnten|können|würden) (?:you|sie)\b)"
    r"|,\s+(?=(?:kann|können|könnte|sage|sagen|melde|melden|gebe|geben) (?:ich|wir)\b)"
    r"|,\s+(?=(?:ich|wir|du|erst|danach|dann|aber)\b)|\bso (?=expect\b)"
    r"|\b(?:and|but|so) (?=(?:we|i|you|they|please|the|then|will|would|return|my|our|it|all|everyone)\b)|, (?=(?:we"
    r"|i|you|please|my|our)\b)",
    re.IGNORECASE,
)
# “Am Freitag, 4. Dezember, melde ich mich”: behind its day the clause goes on.
_VERB = re.compile(r"(?:kann|können|könnte|sage|sagen|melde|melden|gebe|geben) (?:ich|wir)\b")


@dataclass(frozen=True)
class Read:
    """One sentence of a mail; `days` and `times` in their order."""

    sentence: Sentence
    scores: dict[str, float]
    days: tuple[Said, ...]
    times: tuple[Clock, ...]

    @property
    def text(self) -> str:
        """The words."""
        return self.sentence.text

    def is_(self, *labels: str, over: float = 0.0) -> bool:
        """Whether it rather is one of these."""
        return any(self.scores[label] > over for label in labels)

    @property
    def is_bare(self) -> bool:
        """Whether it is a line that names a day or a time and hardly more: “• Mo, 07.12., 10:00 Uhr”."""
        if not self.days and not self.times:
            return False
        spans = [one.span for one in self.days] + [one.span for one in self.times]
        rest = "".join(
            char
            for at, char in enumerate(self.text)
            if not any(span.start <= at < span.end for span in spans)
        )
        return len(re.findall(r"[^\W\d_]{3,}", rest)) == 0

    @cached_property
    def _cuts(self) -> list[int]:
        if OUTCOME.match(self.text.lower()):  # all of it is supposed
            return [0, len(self.text)]
        named = [one.span for one in self.days] + [one.span for one in self.times]
        cuts = [
            cut.end()
            for cut in _CLAUSE.finditer(self.text)
            if not any(
                span.start < cut.end() <= span.end
                or (span.end == cut.start() and _VERB.match(self.text, cut.end()))
                for span in named
            )
        ]
        return [0, *cuts, len(self.text)]

    def clause(self, at: int) -> str:
        """The part of the sentence around a place."""
        start = max(cut for cut in self._cuts if cut <= at)
        end = min(cut for cut in self._cuts if cut > at) if at < len(self.text) else len(self.text)
        return self.text[start:end]

    def near(self, said: Said, label: str) -> float:
        """How far the part of the sentence that names a day is of that label; the whole sentence counts too."""
        part = self.clause(said.span.start)
        if len(part) > len(self.text) - 8 or len(part.split()) < _WORDS:
            return self.scores[label]
        return 0.7 * weigh(part)[label] + 0.3 * self.scores[label]

    def most(self, label: str) -> float:
        """How far the sentence is of that label, or that part of it which is so most."""
        cuts = self._cuts
        parts = [self.text[one:two] for one, two in pairwise(cuts)] if len(cuts) > 2 else []  # noqa: PLR2004
        weighed = [weigh(part)[label] for part in parts if len(part.split()) >= _WORDS]
        return max([self.scores[label], *weighed])

    def before(self, said: Said | Clock) -> str:
        """The words right before a day or time."""
        return self.text[max(0, said.span.start - 60) : said.span.start]

    def not_before(self, said: Said) -> bool:
        """Whether it is said that nothing happens before that day."""
        return bool(_NOT_BEFORE.search(self.before(said)))

    def _sees(self, said: Said) -> bool:
        """Whether it says goodbye until that day, and wants nothing by then."""
        said_so = _SEE_YOU.search(self.before(said)) or re.match(
            r"bis\b", said.span.of(self.text).lower()
        )
        return bool(said_so) and len(self.text) < _SHORT and not _SEES.search(self.text)

    def is_limit(self, said: Said) -> bool:
        """Whether a day is the last one for something, not the day of it."""
        if self.not_before(said) or _COMES_BY.search(self.before(said)) or self._sees(said):
            return False
        if _is_today(self.text, said):
            return True
        if _LIMIT.search(self.before(said)) or _LATEST.match(self.text[said.span.end :]):
            return True
        return bool(
            re.match(
                r"(?:by|before|until|within|latest|innerhalb|binnen|bis)\b",
                said.span.of(self.text).lower(),
            )
        )


def _is_today(text: str, said: Said) -> bool:
    """Whether it is to be on the day itself: “geben Sie mir heute noch Bescheid”, “let me know today”."""
    words, before = said.span.of(text).lower(), text[: said.span.start].lower()
    if words not in ("heute", "today", "heute noch", "noch heute"):
        return False
    still = "noch" in words or before.endswith("noch ") or text.startswith(" noch", said.span.end)
    return still or bool(_TELL_ME.search(before))


def read_sentences(text: str, when: When) -> tuple[Read, ...]:
    """The sentences of a mail's own text, without what it says to machines."""
    reads: list[Read] = []
    week: Week | None = None
    left = 0  # sentences that the week is still meant in
    meets = (
        False  # whether a day to meet is named: “the same evening” is that day's, not a last day's
    )
    for one in _for_people(sentences_of(text)[:_MAX_SENTENCES]):
        named_days = days_in(one.text, when)
        hours = [at for span in hours_in(one.text, named_days) for at in span]
        days = tuple(said for said in named_days if said.span.start not in hours)
        scores = weigh(one.text)
        named = week_in(one.text, days, scores, when.today)
        days = tuple(
            in_week(
                said, one.text, scores, named if named and said.span.start > named.place else week
            )
            for said in days
        )
        week, left = (named, _MEANT) if named else (week if left > 1 else None, left - 1)
        dated = [said.span for said in days if said.sure]
        times = tuple(
            clock
            for clock in times_in(one.text, when.yours)
            if clock.span.start not in hours
            and not any(span.start <= clock.span.start < span.end for span in dated)
        )
        read = Read(one, scores, days, times)
        reads.append(read)
        sure = [said for said in days if said.sure and said.is_day]
        held = [said for said in sure if not read.is_limit(said)]
        last = held or ([] if meets else sure)
        meets = meets or bool(held and read.is_("invitation"))
        when = replace(when, named=last[-1].last) if last else when
    return tuple(reads)


def _for_people(sentences: Iterable[Sentence]) -> Iterable[Sentence]:
    """Without office hours, events for many, and what speaks to a machine with what follows it there."""
    paragraph = None
    for one in sentences:
        if _TO_MACHINES.search(one.text):
            paragraph = one.paragraph
        beside = is_hours(one.text) or (is_event(one.text) and weigh(one.text)["promise"] <= 0)
        if one.paragraph != paragraph and not beside:
            yield one


def best(reads: Iterable[Read], *labels: str) -> float:
    """The most that any sentence comes to of any of these."""
    return max((one.scores[label] for one in reads for label in labels), default=-9.0)


def ahead(said: Said, today: date) -> bool:
    """Whether a day lies on or after that of the mail."""
    return said.last is None or said.last >= today
