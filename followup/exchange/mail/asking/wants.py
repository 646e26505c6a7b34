"""Whether a mail wants an answer."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from followup.exchange.found import Ask
from followup.exchange.mail.reading import Read, ahead, best
from followup.prose.when import Said

_NOT_NEEDED = re.compile(
    r"\b(?:no need (?:for you )?to (?:reply|answer|respond|do|write|get back|confirm|come back|acknowledge|act)"
    r"|no (?:reply|answer|response|action)(?: is)?(?: needed| necessary| required| expected)"
    r"|no action (?:on|from|at) your (?:side|end|part)"
    # Silence says yes: “If I don't hear from you I'll take it that this works.”
    r"|if (?:i|we) (?:do ?n['\u2019]?t|do not) hear (?:from you|back|otherwise|anything)[^.;?]{0,30}"
    r"\b(?:i|we)(?:['\u2019]?ll| will|['\u2019]?d| would)? (?:take it|assume|go ahead|count on|expect you)"
    r"(?![^.;?]{0,40}\b(?:no|not|lost|withdr\w+)\b)"
    r"|wenn (?:ich|wir) nichts (?:anderes |gegenteiliges )?(?:von (?:ihnen|dir) )?(?:höre|hören)[^.;?]{0,30}"
    r"\b(?:gehe?n? (?:ich|wir) davon aus|(?:gilt|steht|bleibt))(?![^.;?]{0,50}\b(?:kein\w*|nicht)\b)"
    r"|(?:answer|reply|response|confirmation|action) (?:is )?not (?:needed|necessary|required)"
    r"|nothing (?:you need to do|needed)"
    # A machine's “do not reply to this message” says only where nobody reads.
    r"|(?<!if you )(?:do not|don't|needn't|need not) (?:have to |need to )?(?:reply|answer|respond|confirm)"
    r"(?! to this (?:e-?mail|message|mail)\b)|(?:(?:do not|don't) (?:have|need) to|needn't|need not) do"
    r"|nothing (?:for you )?to do(?! with)|nothing (?:else )?is (?:needed|required)"
    r"|sie (?:müssen|brauchen) (?:sonst )?nichts|keine (?:antwort|rückmeldung) (?:nötig|erforderlich|notwendig))\b",
    re.IGNORECASE,
)
# “If you have any questions, please …”
_OFFERS = re.compile(
    r"\b(?:if|should) (?:you|there|anything)\b.{0,30}\b(?:any|need|questions?|further)\b"
    r"|\b(?:bei|für) (?:rück)?fragen\b|\bsollten sie\b",
    re.IGNORECASE,
)
# Headings that are questions: “Need to make a change?”
_HEADING = re.compile(
    r"^(?:need (?:to|any|help)|(?:have|got|any|noch) ?(?:any )?(?:questions|fragen)|questions|fragen|want to"
    r"|so,? what(?:'s| is| happens)?"
    r"|what(?:'s| is| happens) next|what now|how does it work|wie geht es|wie geht's|was passiert|haben sie noch fragen"
    r"|can't make it|changed your mind)\b[^?]{0,40}\?$",
    re.IGNORECASE,
)
# What is asked of whoever is turned down, whatever else they do.
_ASIDE = re.compile(
    r"\b(?:if|should|falls|sollten?|survey|questionnaire|feedback|badge|umfrage|rückgabe|collect|abholen|return|delete\w*"
    r"|lösch\w*|object|widersprech\w*|expenses|receipts)\b",
    re.IGNORECASE,
)
_SURVEY = re.compile(
    r"\b(?:survey|questionnaire|feedback|badge|umfrage|rückgabe|expenses|receipts|reisekosten|delete\w*|lösch\w*|object|widersprech\w*)\b",
    re.IGNORECASE,
)
_PAYS = re.compile(
    r"\b(?:schick|send|mail|text|gib|geben|brauch|benötig|need|let (?:me|us) have|drop)\w*\b[^.;?]{0,40}"
    r"\b(?:iban|kontoverbindung|bankverbindung|kontonummer|bank details|account (?:number|details)|sort code)\b",
    re.IGNORECASE,
)
_NEARLY, _FIRMLY = 0.0, 0.6


def wants_answer(
    reads: Sequence[Read], *, owed: bool, open_: bool, held: bool
) -> tuple[bool, Ask | None]:
    """Whether an answer is wanted, and what is asked where that is weak.

    `owed`: there is something to send, or a last day; `open_`: something to decide, if no word says that I need not
    answer; `held`: the search rests, so that only a question counts.
    """
    spared = is_not_needed(reads)
    if owed or (open_ and not spared):
        return True, None
    asking = [
        read
        for read in reads
        if read.is_("asks") and not is_not_needed([read]) and not _HEADING.match(read.text)
    ]
    firm = [read for read in asking if read.text.endswith("?") or read.is_("asks", over=_FIRMLY)]
    if held:
        return any(read.text.endswith("?") for read in asking), None
    if spared:
        return any(not _OFFERS.search(read.text) for read in firm), None
    if asking:
        return True, None if firm else _ask(asking, yes=True)
    left = [read for read in reads if _may_ask(read)]
    return False, _ask(left, yes=False) if left else None


def is_question(read: Read) -> bool:
    """Whether a sentence asks: the heading of a list does not."""
    return read.text.endswith("?") and not _HEADING.match(read.text)


def is_not_needed(reads: Sequence[Read]) -> bool:
    """Whether it says that no answer is needed."""
    return any(_NOT_NEEDED.search(read.text) for read in reads)


def asks_on(reads: Sequence[Read], today: date) -> bool:
    """Whether who turns me down asks something all the same: about another role by a day, or whom to pay."""
    asking = [read for read, _ in _last_days(reads, today) if not _ASIDE.search(read.text)]
    return bool(asking) or any(_PAYS.search(read.text) for read in reads)


def _last_days(reads: Sequence[Read], today: date) -> list[tuple[Read, Said]]:
    """The days by which sentences firmly ask for something."""
    return [
        (read, said)
        for read in reads
        if read.is_("asks", over=_FIRMLY)
        for said in read.days
        if said.is_day and ahead(said, today) and read.is_limit(said)
    ]


def asked_aside(reads: Sequence[Read], today: date) -> Iterator[Ask]:
    """What is asked where who turns me down asks a question, or for a word by a day: about another role, a call."""
    firm = [
        read for read in reads if read.is_("asks", over=_FIRMLY) and not _SURVEY.search(read.text)
    ]
    last = _last_days(firm, today)
    asking = [read for read in firm if is_question(read)] + [read for read, _ in last]
    if asking:
        yield _ask(asking, yes=False)
    if last:
        read, said = last[-1]
        yield Ask("answer_by", said.last, f"“{read.text[:80]}”: do they want an answer by then?")


def _may_ask(read: Read) -> bool:
    """Whether it is a question that weighs too little, or a part of it nearly asks."""
    if read.text.endswith("?"):
        return is_question(read)
    return not _OFFERS.search(read.text) and read.most("asks") > _NEARLY


def _ask(reads: Sequence[Read], *, yes: bool) -> Ask:
    read = max(reads, key=lambda each: best([each], "asks"))
    sentence = f"“{read.text[:80]}”: do they want an answer of you?"
    return Ask("wants_answer", "yes" if yes else "no", sentence)
